import { toCsvLine } from '@candor/core/impact';
import type { IndexedMessage } from '@candor/core/review';
import { openNewFolder } from '../adapters/new-folder.ts';
import { toIndexPage, type WrittenMessage } from './index-page.ts';

const CSV_HEADER = [
  'file',
  'date',
  'direction',
  'verdict',
  'why',
  'subject',
  'from',
  'to',
  'cc',
  'custodians',
  'attachments',
  'marks',
  'id',
];

/** A folder of opened messages: one EML each, all of them as one mbox, a CSV and a page. Files are for their owner alone. */
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
      const file = `messages/${indexed.id.slice(0, 32)}.eml`;
      folder.write(file, message);
      for (const piece of toMboxEntry(message)) mbox.write(piece);
      written.push({ indexed, file });
    },
    end: (title) => {
      mbox.close();
      const sorted = written.sort((a, b) => compare(a.indexed, b.indexed));
      const rows = [CSV_HEADER, ...sorted.map(({ indexed, file }) => toRow(indexed, file))];
      folder.write('index.csv', rows.map((row) => toCsvLine(row)).join(''));
      folder.write('index.html', toIndexPage(title, sorted));
    },
  };
}

function toRow(indexed: IndexedMessage, file: string): string[] {
  const list = (texts: readonly string[]) => texts.join('; ');
  return [
    file,
    indexed.date ?? '',
    indexed.direction,
    indexed.verdict,
    list(indexed.why.map(({ code }) => code)),
    indexed.subject,
    list(indexed.from),
    list(indexed.to),
    list(indexed.cc),
    list(indexed.custodians),
    list(indexed.attachments.map(({ name }) => name)),
    list(indexed.marks),
    indexed.id,
  ];
}

const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** mboxrd: every line that begins with `From `, behind any number of `>`, gets one `>` more, so that the exact message can be had back. */
function toMboxEntry(message: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(message.buffer, message.byteOffset, message.length).toString('latin1');
  const quoted = text.replace(/^(>*From )/gm, '>$1');
  const end = message.at(-1) === LINE_FEED ? '\n' : '\n\n';
  const head = `From candor@localhost Thu Jan  1 00:00:00 1970${message.includes(RETURN) ? '\r' : ''}\n`;
  return [Buffer.from(head), Buffer.from(quoted, 'latin1'), Buffer.from(end)];
}

function compare(a: IndexedMessage, b: IndexedMessage): number {
  const [left, right] = [`${a.date ?? ''} ${a.id}`, `${b.date ?? ''} ${b.id}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
