import type { Runtime } from '@candor/core/base';
import type { AccessItem } from '../../record/audit-record.ts';
import { distinctTexts } from '../../record/distinct.ts';
import { NO_FOLDER_ID } from '../../record/listed-items.ts';
import { endOfAscii, skipSpace, skipValue, type Words } from './json-bytes.ts';
import { createMemberNames } from './member-names.ts';
import type { TextCache } from './text-cache.ts';

export interface ItemScanner {
  /** The position after the list at `from`, or -1 for invalid or unusual JSON. */
  read(words: Words, from: number, end: number): number;
  /** Content of the last list: distinct and sorted items and folders, and the items as listed. */
  items(): readonly AccessItem[];
  folders(): readonly string[];
  count(): number;
}

const FOLDER_MEMBERS = createMemberNames(['Id', 'FolderItems']);
const ITEM_MEMBERS = createMemberNames(['InternetMessageId']);

export function createItemScanner(runtime: Runtime, folderIds: TextCache): ItemScanner {
  let items: AccessItem[] = [];
  let folders: string[] = [];
  let ids: string[] = [];

  /** After the folder at `from`, or -1. */
  function readFolder(words: Words, from: number, end: number): number {
    const { bytes } = words;
    let folder: string | null = null;
    let hasItems = false;
    ids = [];
    if (bytes[from] !== 0x7b) return -1;
    let at = skipSpace(bytes, from + 1);
    for (;;) {
      if (bytes[at] !== 0x22) return -1;
      const nameEnd = endOfAscii(words, at + 1, end);
      if (nameEnd < 0) return -1;
      const name = FOLDER_MEMBERS.find(bytes, at + 1, nameEnd);
      at = valueAfter(bytes, nameEnd);
      if (at < 0) return -1;
      if (name === 1) {
        const close = folder === null ? endOfText(words, at, end) : -1;
        if (close < 0) return -1;
        folder = folderIds.get(words, at + 1, close);
        at = close + 1;
      } else if (name === 2) {
        if (hasItems) return -1;
        hasItems = true;
        at = readItems(words, at, end);
      } else at = skipValue(words, at, end);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
      if (bytes[at] === 0x7d) break;
      if (bytes[at] !== 0x2c) return -1;
      at = skipSpace(bytes, at + 1);
    }
    folders.push(folder ?? NO_FOLDER_ID);
    for (const messageId of ids) items.push({ messageId, folder });
    return at + 1;
  }

  function readItems(words: Words, from: number, end: number): number {
    const { bytes } = words;
    if (bytes[from] !== 0x5b) return -1;
    let at = skipSpace(bytes, from + 1);
    if (bytes[at] === 0x5d) return at + 1;
    for (;;) {
      at = readItem(words, at, end);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
      if (bytes[at] === 0x5d) return at + 1;
      if (bytes[at] !== 0x2c) return -1;
      at = skipSpace(bytes, at + 1);
    }
  }

  /** After the item at `from`; -1 when it is no object with one plain id. */
  function readItem(words: Words, from: number, end: number): number {
    const { bytes } = words;
    if (bytes[from] !== 0x7b) return -1;
    let at = bytes[from + 1] === 0x22 ? from + 1 : skipSpace(bytes, from + 1);
    let hasId = false;
    for (;;) {
      if (bytes[at] !== 0x22) return -1;
      const nameEnd = endOfAscii(words, at + 1, end);
      if (nameEnd < 0) return -1;
      const isId = ITEM_MEMBERS.find(bytes, at + 1, nameEnd) === 1;
      at = valueAfter(bytes, nameEnd);
      if (at < 0) return -1;
      if (isId) {
        const close = hasId ? -1 : endOfText(words, at, end);
        if (close < 0) return -1;
        ids.push(runtime.latin1(bytes, at + 1, close));
        hasId = true;
        at = close + 1;
      } else at = skipValue(words, at, end);
      if (at < 0) return -1;
      at = skipSpace(bytes, at);
      if (bytes[at] === 0x7d) return hasId ? at + 1 : -1;
      if (bytes[at] !== 0x2c) return -1;
      at = skipSpace(bytes, at + 1);
    }
  }

  return {
    read(words, from, end) {
      const { bytes } = words;
      items = [];
      folders = [];
      if (bytes[from] !== 0x5b) return -1;
      let at = skipSpace(bytes, from + 1);
      if (bytes[at] === 0x5d) return at + 1;
      for (;;) {
        at = readFolder(words, at, end);
        if (at < 0) return -1;
        at = skipSpace(bytes, at);
        if (bytes[at] === 0x5d) return at + 1;
        if (bytes[at] !== 0x2c) return -1;
        at = skipSpace(bytes, at + 1);
      }
    },
    items: () => sortItems(items),
    folders: () => distinctTexts(folders),
    count: () => items.length,
  };
}

/** The position of the value whose member's name ends at the quote `nameEnd`, or -1. */
function valueAfter(bytes: Uint8Array, nameEnd: number): number {
  const colon = skipSpace(bytes, nameEnd + 1);
  return bytes[colon] === 0x3a ? skipSpace(bytes, colon + 1) : -1;
}

/** The closing quote of the relevant text at `at`, or -1 to leave it to the general reader. */
function endOfText(words: Words, at: number, end: number): number {
  if (words.bytes[at] !== 0x22) return -1;
  const close = endOfAscii(words, at + 1, end);
  const isPlain = close > at + 1 && (words.bytes[at + 1] ?? 0) > 0x20 && (words.bytes[close - 1] ?? 0) > 0x20;
  return isPlain ? close : -1;
}

/** Sorts in place by id, then folder, and removes repeats. All texts are ASCII, so this equals UTF-8 order. */
function sortItems(items: AccessItem[]): readonly AccessItem[] {
  let isDistinct = true;
  for (let at = 1; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) continue;
    let to = at;
    for (; to > 0; to -= 1) {
      const before = items[to - 1];
      if (before === undefined || isBefore(before, item)) break;
      items[to] = before;
    }
    items[to] = item;
    if (isSame(items[to - 1], item)) isDistinct = false;
  }
  return isDistinct ? items : items.filter((item, at) => !isSame(items[at - 1], item));
}

function isSame(a: AccessItem | undefined, b: AccessItem): boolean {
  return a !== undefined && a.messageId === b.messageId && a.folder === b.folder;
}

/** Whether `a` sorts before `b`; a missing folder comes first. */
function isBefore(a: AccessItem, b: AccessItem): boolean {
  if (a.messageId !== b.messageId) return (a.messageId ?? '') < (b.messageId ?? '');
  return (a.folder ?? '') <= (b.folder ?? '');
}
