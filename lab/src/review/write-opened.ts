import { OPENED_CSV_HEADER, toMboxEntry, toOpenedCsvLine, toOpenedFileName } from '@candor/core/review/opened';
import type { IndexedMessage } from '@candor/core/review/seal';
import { openNewFolder } from '../adapters/new-folder.ts';
import { toIndexPage, type WrittenMessage } from './index-page.ts';

/**
 * A folder of opened messages: one EML each, all of them as one mbox, a CSV and a page. Files are for their owner
 * alone.
 */
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
