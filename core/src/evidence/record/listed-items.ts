import { isMessageAccess } from './access-kind.ts';
import type { AccessItem, AccessKind, Lossy } from './audit-record.ts';
import { isCutText, isObject, type LooseObject, toList, toNested, toText } from './loose-value.ts';
import { isTransfer } from './transfer.ts';

/** Items and folders that a record lists, including repeats. */
export interface Listing {
  readonly items: AccessItem[];
  readonly folders: string[];
  /** Items as listed, with or without an id. */
  count: number;
  /** Something in it became text because of the depth limit. */
  cut: boolean;
}

/** Stands for a record's folder without an id: it is in no folder list, so the folder is unknown. */
export const NO_FOLDER_ID = '';

/**
 * Items and folders of a record. Its operation and kind decide which members list them (docs/formats/access-records.md,
 * Items and folders).
 */
export function listRecord(source: LooseObject, operation: string, kind: AccessKind): Listing {
  const listing: Listing = { items: [], folders: [], count: 0, cut: false };
  if (isMessageAccess(operation)) {
    listMessages(source, listing);
  } else if (kind === 'bind') {
    listFolders(source['Folders'], listing);
  } else if (kind === 'list') {
    const folder = readRecordFolder(source);
    if (folder !== null) listing.folders.push(folder);
  } else {
    // For a Move, the record's folder is the source of its items.
    const folder = kind === 'handle' ? readIdOf(source['Folder']) : null;
    for (const item of toList(source['AffectedItems'])) listItem(item, folder, listing);
    listItem(source['Item'], folder, listing);
    if (isTransfer(operation)) listing.folders.splice(0, Infinity, ...listSourceFolders(source, folder));
    if (kind === 'sync') listFolders(source['Folders'], listing);
  }
  return listing;
}

/** The folders from which a `Copy` or `Move` takes its items: `Folder` and those of `Folders`. */
function listSourceFolders(source: LooseObject, folder: string | null): readonly string[] {
  const others = toList(source['Folders']).flatMap((listed) => readIdOf(listed) ?? []);
  return folder === null ? others : [folder, ...others];
}

/** `MessageBind` and `AttachmentAccess` list messages in any of these members. */
function listMessages(source: LooseObject, listing: Listing): void {
  const folder = readRecordFolder(source);
  if (folder !== null) listing.folders.push(folder);
  const item = toNested(source['Item']);
  if (isCutText(source['Item'])) listing.cut = true;
  if (isObject(item) && Object.keys(item).some((name) => name !== 'ParentFolder')) listMessage(item, folder, listing);
  listMessageList(source['AffectedItems'], folder, listing);
  if (isCutList(source['Messages'])) listing.cut = true;
  for (const element of toList(source['Messages'])) {
    const message = toNested(element);
    if (isLost(element, message)) listing.cut = true;
    if (isObject(message)) listMessageList(message['MessageItems'], folder, listing);
  }
  if (isCutList(source['Folders'])) listing.cut = true;
  for (const element of toList(source['Folders'])) {
    const listed = toNested(element);
    if (isLost(element, listed)) listing.cut = true;
    if (!isObject(listed)) continue;
    const id = readFolderId(listed);
    if (id !== null) listing.folders.push(id);
    listMessageList(listed['FolderItems'], id ?? folder, listing);
  }
}

function listMessageList(value: unknown, folder: string | null, listing: Listing): void {
  if (isCutList(value)) listing.cut = true;
  for (const element of toList(value)) {
    const item = toNested(element);
    if (isLost(element, item)) listing.cut = true;
    listMessage(item, folder, listing);
  }
}

function listMessage(item: unknown, folder: string | null, listing: Listing): void {
  listing.count += 1;
  const messageId = isObject(item) ? readMessageId(item) : null;
  const own = isObject(item) ? readIdOf(item['ParentFolder']) : null;
  listing.items.push({ messageId, folder: own ?? folder });
}

/** Whether a text replaces a list: usually `System.Object[]`. Sentinel writes a blank one for no list. */
function isCutList(value: unknown): boolean {
  const nested = toNested(value);
  return isCutText(value) || (typeof nested === 'string' && nested.trim() !== '');
}

/** The folder of a `FolderBind`, or of a message access without its own. */
function readRecordFolder(source: LooseObject): string | null {
  const item = toNested(source['Item']);
  return (isObject(item) ? readIdOf(item['ParentFolder']) : null) ?? readIdOf(source['Folder']);
}

/** Items of a Bind: `Folders[{Id, FolderItems[{InternetMessageId}]}]`. A folder without an id may be any. */
function listFolders(value: unknown, listing: Listing): void {
  const folders = toNested(value);
  if (isCutText(value)) listing.cut = true;
  for (const element of toList(folders)) {
    const folder = toNested(element);
    if (isLost(element, folder)) listing.cut = true;
    const id = isObject(folder) ? readFolderId(folder) : null;
    listing.folders.push(id ?? NO_FOLDER_ID);
    if (isObject(folder)) listFolderItems(folder['FolderItems'], id, listing);
  }
}

function listFolderItems(value: unknown, folder: string | null, listing: Listing): void {
  const nested = toNested(value);
  // A text in place of a list, such as `System.Object[]`, hides items; it never means "no items".
  if (typeof nested === 'string' || isCutText(value)) listing.cut = true;
  // One object in place of a list gives its item, but the rest of the list is unknown.
  if (isObject(nested)) listing.cut = true;
  for (const element of toList(nested)) {
    const item = toNested(element);
    if (isLost(element, item)) listing.cut = true;
    listing.count += 1;
    listing.items.push({ messageId: isObject(item) ? readMessageId(item) : null, folder });
  }
}

/** A text in place of an object: its content is unknown, though a known form may reveal part of it. */
function isLost(element: unknown, nested: unknown): boolean {
  return isCutText(element) || typeof nested === 'string';
}

/** Items of other records: `AffectedItems[…]` and `Item`, each with its `ParentFolder`, otherwise the record's. */
export function listItem(element: unknown, otherwise: string | null, listing: Listing): void {
  const item = toNested(element);
  if (!isObject(item)) return;
  const folder = readIdOf(item['ParentFolder']);
  if (folder !== null) listing.folders.push(folder);
  const messageId = readMessageId(item);
  if (messageId === null && item['Id'] === undefined) return;
  listing.count += 1;
  listing.items.push({ messageId, folder: folder ?? otherwise });
}

function readIdOf(value: unknown): string | null {
  const folder = toNested(value);
  return isObject(folder) ? readFolderId(folder) : null;
}

function readFolderId(folder: LooseObject): string | null {
  return toText(folder['Id'])?.trim() ?? null;
}

function readMessageId(item: LooseObject): string | null {
  return toText(item['InternetMessageId'])?.trim() ?? null;
}

/**
 * Why a Bind's list is incomplete (docs/formats/access-records.md, Whole or lossy), or null. A record without
 * OperationCount has no mismatch.
 */
export function findLoss(
  folders: unknown,
  listing: Listing,
  isMessages: boolean,
  operationCount: number | null,
): Lossy | null {
  if (listing.cut) return 'depth';
  // Message accesses have no documented count; each of their items must have an id instead.
  if (isMessages)
    return listing.items.length === 0 || listing.items.some(({ messageId }) => messageId === null) ? 'no-ids' : null;
  if (!Array.isArray(toNested(folders))) return 'no-list';
  if (operationCount !== null && operationCount !== listing.count) return 'count-mismatch';
  return listing.items.some(({ messageId }) => messageId === null) ? 'no-ids' : null;
}
