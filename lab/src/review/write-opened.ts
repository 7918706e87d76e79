import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { toCsvLine } from '@candor/core/impact';
import type { IndexedMessage } from '@candor/core/review';
import { toIndexPage } from './index-page.ts';

/** A message as it lies in the folder. */
export interface WrittenMessage {
  readonly indexed: IndexedMessage;
  /** Below the folder, made by us alone: no text of a sender is in a file name. */
  readonly file: string;
}

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
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new Refusal('folder-in-use', [`${path}: there is something in this folder; name a new one with --out`]);
  }
  mkdirSync(join(path, 'messages'), { recursive: true, mode: 0o700 });
  const mbox = openSync(join(path, 'messages.mbox'), 'wx', 0o600);
  const written: WrittenMessage[] = [];
  return {
    add: (indexed, message) => {
      const file = `messages/${indexed.id.slice(0, 32)}.eml`;
      writeFileSync(join(path, file), message, { mode: 0o600 });
      for (const piece of toMboxEntry(message)) writeSync(mbox, piece);
      written.push({ indexed, file });
    },
    end: (title) => {
      closeSync(mbox);
      const places = new Map(written.map(({ indexed, file }) => [indexed.id, file]));
      const sorted = [...written].sort((a, b) => compare(a.indexed, b.indexed));
      const lines = [CSV_HEADER, ...sorted.map(({ indexed }) => toRow(indexed, places.get(indexed.id) ?? ''))].map(
        (row) => toCsvLine(row),
      );
      writeFileSync(join(path, 'index.csv'), lines.join(''), { mode: 0o600 });
      writeFileSync(join(path, 'index.html'), toIndexPage(title, sorted), { mode: 0o600 });
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
