import type { AccessItem, Lossy } from '../access-record.ts';
import { isCutText, isObject, type LooseObject, toList, toNested, toText } from './loose-value.ts';

/** What a record names: items and folders as listed, repeats and all. */
export interface Listing {
  readonly items: AccessItem[];
  readonly folders: string[];
  /** Items as listed, with or without an id. */
  count: number;
  /** Something in it was made a text by depth. */
  cut: boolean;
}

/** Items of a Bind: `Folders[{Id, FolderItems[{InternetMessageId}]}]`. */
export function listFolders(value: unknown, listing: Listing): void {
  const folders = toNested(value);
  if (isCutText(value)) listing.cut = true;
  for (const element of toList(folders)) {
    const folder = toNested(element);
    if (isLost(element, folder)) listing.cut = true;
    if (!isObject(folder)) continue;
    const id = readFolderId(folder);
    if (id !== null) listing.folders.push(id);
    listFolderItems(folder['FolderItems'], id, listing);
  }
}

function listFolderItems(value: unknown, folder: string | null, listing: Listing): void {
  const nested = toNested(value);
  // A text that is no list, `System.Object[]` above all, hides items; it never means "no items".
  if (typeof nested === 'string' || isCutText(value)) listing.cut = true;
  // One object in place of a list gives its item, but what else the list held is not known.
  if (isObject(nested)) listing.cut = true;
  for (const element of toList(nested)) {
    const item = toNested(element);
    if (isLost(element, item)) listing.cut = true;
    listing.count += 1;
    listing.items.push({ messageId: isObject(item) ? readMessageId(item) : null, folder });
  }
}

/** A text in place of an object, whatever wrote it: what the object held is not known, and a known form of it may still say some. */
function isLost(element: unknown, nested: unknown): boolean {
  return isCutText(element) || typeof nested === 'string';
}

/** Items of every other record: `AffectedItems[…]` and `Item`, each with its `ParentFolder`. */
export function listItem(element: unknown, listing: Listing): void {
  const item = toNested(element);
  if (!isObject(item)) return;
  const parent = toNested(item['ParentFolder']);
  const folder = isObject(parent) ? readFolderId(parent) : null;
  if (folder !== null) listing.folders.push(folder);
  const messageId = readMessageId(item);
  if (messageId === null && item['Id'] === undefined) return;
  listing.count += 1;
  listing.items.push({ messageId, folder });
}

function readFolderId(folder: LooseObject): string | null {
  return toText(folder['Id'])?.trim() ?? null;
}

function readMessageId(item: LooseObject): string | null {
  return toText(item['InternetMessageId'])?.trim() ?? null;
}

/** Why a Bind's list is not whole (docs/formats/access-records.md, Whole or lossy), or null. A record without OperationCount has no mismatch. */
export function findLoss(folders: unknown, listing: Listing, operationCount: number | null): Lossy | null {
  if (listing.cut) return 'depth';
  if (!Array.isArray(toNested(folders))) return 'no-list';
  return operationCount !== null && operationCount !== listing.count ? 'count-mismatch' : null;
}
