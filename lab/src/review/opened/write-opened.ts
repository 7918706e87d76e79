import { createHash } from 'node:crypto';
import { escapeHtml, escapeTerminalControls } from '@candor/core/base';
import { OPENED_CSV_HEADER, toMboxEntry, toOpenedCsvLine, toOpenedFileName } from '@candor/core/review/opened';
import type { IndexedMessage } from '@candor/core/review/seal';
import { openNewFolder } from '../../adapters/files/make-folder.ts';

const VERDICTS: Readonly<Record<IndexedMessage['verdict'], string>> = {
  accessed: 'opened or copied',
  presumed: 'must be presumed copied',
  partial: 'some of it was seen',
  possible: 'cannot be ruled out',
  undetermined: 'the log cannot tell',
};

const STYLE = `
:root { color-scheme: light dark; font: 14px/20px system-ui, "Noto Sans", sans-serif }
body { margin: 24px } h1 { font-size: 20px; line-height: 28px } table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 4px 16px 4px 0; border-bottom: 1px solid #8884; overflow-wrap: anywhere }
th { font-size: 12px; position: sticky; top: 0; background: Canvas } td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums }
`;

const STYLE_DIGEST = createHash('sha256').update(STYLE).digest('base64');

/**
 * The page loads and runs nothing, whatever a subject holds: the policy allows this one style, and every text is
 * escaped.
 */
const HEAD = `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${STYLE_DIGEST}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<style>${STYLE}</style>`;

/** A folder of opened messages: one EML each, one mbox of all, a CSV and a page. Owner-only files. */
export interface OpenedFolder {
  add(indexed: IndexedMessage, message: Uint8Array): void;
  end(title: string): void;
}

/** @throws Refusal for a folder that has something in it: nothing is ever written over. */
export function makeOpenedFolder(path: string): OpenedFolder {
  const folder = openNewFolder(path);
  const mbox = folder.append('messages.mbox');
  const written: WrittenMessage[] = [];
  return {
    add: (indexed, message) => {
      const file = toOpenedFileName(indexed);
      folder.write(file, message);
      for (const piece of toMboxEntry(message)) mbox.write(piece);
      written.push({ indexed, file });
    },
    end: (title) => {
      mbox.close();
      const sorted = written.sort((a, b) => compare(a.indexed, b.indexed));
      folder.write('index.csv', [OPENED_CSV_HEADER, ...sorted.map(({ indexed }) => toOpenedCsvLine(indexed))].join(''));
      folder.write('index.html', toIndexPage(title, sorted));
    },
  };
}

function compare(a: IndexedMessage, b: IndexedMessage): number {
  const [left, right] = [`${a.date ?? ''} ${a.id}`, `${b.date ?? ''} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A message in the folder. */
interface WrittenMessage {
  readonly indexed: IndexedMessage;
  /** The path is generated: no sender text is in a file name. */
  readonly file: string;
}

/** A page to look through what was opened, without any server. */
export function toIndexPage(title: string, messages: readonly WrittenMessage[]): string {
  const rows = messages.map(({ indexed, file }) => {
    const cells = [
      (indexed.date ?? 'no date').replace('T', ' ').replace('Z', ' UTC'),
      VERDICTS[indexed.verdict],
      [...indexed.from, '→', ...indexed.to, ...indexed.cc].join(' '),
      null,
      [...indexed.marks, ...indexed.attachments.map(({ name }) => name)].join(', '),
    ];
    const link = `<a href="${file}">${toSafe(indexed.subject === '' ? '(no subject)' : indexed.subject)}</a>`;
    return `<tr>${cells.map((cell) => `<td>${cell === null ? link : toSafe(cell)}</td>`).join('')}</tr>`;
  });
  return `${HEAD}<title>${toSafe(title)}</title></head><body><main><h1>${toSafe(title)}</h1>
<p>The files end in .eml: open them in a mail program that loads no remote content. messages.mbox holds all of them, index.csv this table.</p>
<table><thead><tr><th scope="col">Date</th><th scope="col">Verdict</th><th scope="col">From, to</th><th scope="col">Subject</th><th scope="col">Holds</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></main></body></html>
`;
}

function toSafe(text: string): string {
  return escapeHtml(escapeTerminalControls(text, '\u{fffd}'));
}
