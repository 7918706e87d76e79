import { type PSTFile, PSTFolder, PSTMessage } from 'pst-extractor';
import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import { BoundedFile, listFolders } from './outlook/bounded-pst.ts';
import { composeMessage } from './outlook/compose-message.ts';
import { CyclicFile } from './outlook/cyclic-pst.ts';
import { toOtherKind, toSeconds } from './outlook/outlook-message.ts';
import { describeCut, isCyclic, readPstHeader, refusePst } from './outlook/pst-header.ts';
import { PstIndex } from './outlook/pst-index.ts';
import { type PstPart, readPstItem } from './outlook/pst-item.ts';
import { readMessage, toPlaceTimes } from './read-message.ts';
import type { Reading } from './reading.ts';
import { UnpackLimit } from './unpack-budget.ts';

/** Maximum folder depth; deeper nesting is artificial. */
const FOLDER_DEPTH_LIMIT = 100;
const FOLDERS_LIMIT = 100_000;
/** Items of a folder: more than Exchange allows by far. */
const LISTED_ITEMS_LIMIT = 10_000_000;
const PASSWORD = 0x67ff;
/** A search folder shows items that lie in other folders. */
const SEARCH_FOLDER_NODE = 3;
const SEARCH_FOLDER_TYPE = 2;

/** Names of the folders that lead to a folder; null where that is not known. */
type FolderPath = readonly string[] | null;

interface OpenPst {
  readonly reading: Reading;
  readonly place: ContentPlace;
  readonly file: BoundedFile;
  ordinal: number;
  folders: number;
  /** A list of folders may lead back to a parent. */
  readonly seen: Set<number>;
  readonly seenItems: Set<number>;
  /** Folders and messages by the folder that they lie in, as the tree of nodes has them. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Each message about the tree of folders is given once a file. */
  readonly said: Set<string>;
}

/**
 * Reads an Outlook file: folders depth-first in hierarchy order, items in contents order; every item has the next
 * ordinal, mail or not. The file's bytes are structure; items have their own account. The library's error messages are
 * about its internals and not reported.
 */
export async function readPst(
  reading: Reading,
  content: GuardedContent,
  place: ContentPlace,
  tally: Tally,
): Promise<void> {
  const path = Buffer.from(await content.toFile(), 'latin1').toString('utf8');
  if (content.broken instanceof UnpackLimit) return;
  reading.items ??= { items: 0, messages: 0, otherItems: 0, quarantined: 0 };
  const header = readPstHeader(content.head);
  const refused = header === null ? null : refusePst(header);
  if (refused !== null) {
    reading.addProblem(refused.code, place.location, refused.text);
    return;
  }
  const cut = header === null ? null : describeCut(header, content.bytes ?? content.size);
  if (cut !== null) reading.addProblem('broken-pst', place.location, cut);
  const sayDamage = (text: string): void => {
    // What is missing explains it, and to repair a copy would not bring it back.
    if (cut === null) reading.addProblem('broken-pst', place.location, text);
  };
  let file: BoundedFile;
  try {
    file = new (header !== null && isCyclic(header) ? CyclicFile : BoundedFile)(path);
  } catch {
    sayDamage('This Outlook file is damaged at its start; repair a copy with scanpst, or export it again.');
    return;
  }
  try {
    sayPassword(file as unknown as PSTFile, reading, place);
    const open: OpenPst = {
      ...{ reading, place, file, ordinal: 0, folders: 0 },
      ...{ seen: new Set(), seenItems: new Set(), children: listChildren(file), said: new Set() },
    };
    const root = attempt(() => (file as unknown as PSTFile).getRootFolder());
    if (root !== null) await readFolder(open, root, [], 0);
    await readUnlisted(open);
    await content.drain();
    tally.structure += content.size;
    if (root === null && reading.items.items === 0) {
      sayDamage('This Outlook file is damaged at its start; repair a copy with scanpst, or export it again.');
    } else if (root === null || file.openIndex().isDamaged) {
      sayDamage(
        'This Outlook file is damaged. What was found in it was read, and may be incomplete. Repair a copy with scanpst, or export it again.',
      );
    }
  } finally {
    file.close();
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function listChildren(file: BoundedFile): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>();
  for (const { node, parent } of file.openIndex().children()) {
    const same = children.get(parent);
    if (same === undefined) children.set(parent, [node]);
    else same.push(node);
  }
  return children;
}

/** Readable folders and items without a parent folder, whose folder is unknown. */
async function readUnlisted(open: OpenPst): Promise<void> {
  for (const nodes of open.children.values()) {
    for (const node of nodes) if (!isMessageNode(node)) await readFoundFolder(open, node, null, 0);
  }
  for (const [parent, nodes] of open.children) {
    if (!open.seen.has(parent)) for (const node of nodes) if (isMessageNode(node)) await readFound(open, node, null);
  }
}

function sayPassword(file: PSTFile, reading: Reading, place: ContentPlace): void {
  const password = attempt(() =>
    (file.getMessageStore() as unknown as { getIntItem(identifier: number): number }).getIntItem(PASSWORD),
  );
  if (password === null || password === 0) return;
  reading.addProblem(
    'pst-password',
    place.location,
    'This Outlook file has a password, which does not encrypt it; it was read.',
    'note',
  );
}

async function readFolder(open: OpenPst, folder: PSTFolder, path: FolderPath, depth: number): Promise<void> {
  const { descriptorIdentifier } = (folder as unknown as { descriptorIndexNode: { descriptorIdentifier: number } })
    .descriptorIndexNode;
  if (open.seen.has(descriptorIdentifier)) {
    sayOnce(
      open,
      'A folder of it is listed again, in itself or elsewhere; it was read once. Repair a copy with scanpst.',
    );
    return;
  }
  open.seen.add(descriptorIdentifier);
  open.folders += 1;
  if (open.folders > FOLDERS_LIMIT) {
    sayOnce(open, `It has more than ${FOLDERS_LIMIT} folders; the rest was not read.`);
    return;
  }
  if (depth > FOLDER_DEPTH_LIMIT) {
    sayOnce(open, `Folders lie more than ${FOLDER_DEPTH_LIMIT} deep; what lies deeper was not read.`);
    return;
  }
  const isSearch =
    folder.getNodeType() === SEARCH_FOLDER_NODE || attempt(() => folder.folderType) === SEARCH_FOLDER_TYPE;
  if (isSearch) return;
  await readItems(open, folder, descriptorIdentifier, path);
  const inside = attempt(() => (folder.hasSubfolders ? listFolders(folder) : { folders: [], lost: 0 }));
  for (const inner of inside?.folders ?? []) await readFolder(open, inner, toInner(path, inner), depth + 1);
  // What the list has lost, the tree of nodes may have.
  let found = 0;
  for (const node of open.children.get(descriptorIdentifier) ?? []) {
    if (!isMessageNode(node) && (await readFoundFolder(open, node, path, depth + 1))) found += 1;
  }
  const number = open.folders;
  if (inside === null) sayBrokenFolder(open, path, number, found === 0 ? 'the folders' : 'the list of folders');
  else if (inside.lost > found)
    sayBrokenFolder(open, path, number, inside.lost === 1 ? '1 folder' : `${inside.lost} folders`);
}

function toInner(path: FolderPath, inner: PSTFolder): FolderPath {
  const name = attempt(() => inner.displayName);
  return path === null || name === null ? null : [...path, name];
}

/** A folder that the tree of nodes has, if no list led to it. */
async function readFoundFolder(open: OpenPst, node: number, path: FolderPath, depth: number): Promise<boolean> {
  if (open.seen.has(node)) return false;
  const folder = attempt(() => open.file.load(node));
  if (!(folder instanceof PSTFolder)) return false;
  await readFolder(open, folder, toInner(path, folder), depth);
  return true;
}

function isMessageNode(node: number): boolean {
  return PstIndex.isMessage({ node });
}

async function readItems(open: OpenPst, folder: PSTFolder, node: number, path: FolderPath): Promise<void> {
  const cursor = folder as unknown as { currentEmailIndex: number };
  const stated = attempt(() => folder.contentCount) ?? 0;
  const rows = attempt(() => folder.emailCount) ?? -1;
  const listed = Math.max(0, Math.min(rows, stated));
  let read = 0;
  for (let at = 0; at < listed; ) {
    cursor.currentEmailIndex = at;
    const item: unknown = attempt(() => folder.getNextChild());
    // The library steps over items that it cannot load.
    at = Math.max(cursor.currentEmailIndex, at + 1);
    if (!(item instanceof PSTMessage)) continue;
    if (await readItem(open, item, path)) read += 1;
  }
  for (const child of open.children.get(node) ?? []) {
    if (isMessageNode(child) && (await readFound(open, child, path))) read += 1;
  }
  // A count that no table could have is itself damaged.
  const lost = (stated > LISTED_ITEMS_LIMIT ? listed : stated) - read;
  if (lost > 0) quarantineItems(open, lost, 'it cannot be loaded');
}

/** An item that the tree of nodes has, if no table led to it. */
async function readFound(open: OpenPst, node: number, path: FolderPath): Promise<boolean> {
  if (open.seenItems.has(node)) return false;
  const item = attempt(() => open.file.load(node));
  return item instanceof PSTMessage && (await readItem(open, item, path));
}

/** False where it was read before. */
async function readItem(open: OpenPst, item: PSTMessage, path: FolderPath): Promise<boolean> {
  const { reading, place } = open;
  const items = reading.items;
  const { descriptorIdentifier } = (item as unknown as { descriptorIndexNode: { descriptorIdentifier: number } })
    .descriptorIndexNode;
  if (items === null || open.seenItems.has(descriptorIdentifier)) return false;
  open.seenItems.add(descriptorIdentifier);
  const location = `${place.location}#${open.ordinal + 1}`;
  const admission = reading.report.admitUnit();
  if (admission.is === 'guilty') {
    quarantineItems(open, 1, admission.reason);
    return true;
  }
  open.ordinal += 1;
  items.items += 1;
  try {
    const other = toOtherKind(item.messageClass);
    if (other === null && admission.is === 'read') {
      const lost: PstPart[] = [];
      const message = readPstItem(item, lost);
      readMessage(reading, composeMessage(message), {
        location,
        folder: path === null || path.length === 0 ? null : path.join('/'),
        members: place.members,
        offset: open.ordinal,
        times: toPlaceTimes({ outlook: toSeconds(message.deliveredMs) }),
        draft: message.unsent,
        sent: message.fromOwner,
        takeout: false,
      });
      await reading.settleKept();
      if (lost.length > 0) {
        const text = `Parts of this item are damaged (${[...new Set(lost)].join(', ')}). The rest was read, so people may be missing. Repair a copy with scanpst.`;
        reading.addProblem('damaged-item', location, text);
      }
    }
    if (other !== null) {
      items.otherItems += 1;
      reading.countOther(other);
    } else {
      items.messages += 1;
      reading.copies += 1;
    }
  } catch {
    items.quarantined += 1;
    reading.addProblem('broken-item', location, 'This item is damaged; it is quarantined.');
  }
  reading.report.countBytes(attempt(() => item.messageSize?.toNumber?.()) ?? 0);
  return true;
}

/** Items in a row that were not read. The ordinals that they would have had stay theirs. */
function quarantineItems(open: OpenPst, count: number, reason: string): void {
  const items = open.reading.items;
  if (items === null) return;
  const place = `${open.place.location}#${open.ordinal + 1}`;
  open.ordinal += count;
  items.items += count;
  items.quarantined += count;
  const text = `From here on ${count === 1 ? '1 item was' : `${count} items were`} not read (${reason}); ${count === 1 ? 'it is' : 'they are'} quarantined.`;
  open.reading.addProblem('broken-item', place, text);
}

function sayOnce(open: OpenPst, text: string): void {
  if (open.said.has(text)) return;
  open.said.add(text);
  open.reading.addProblem('broken-pst', open.place.location, text);
}

function sayBrokenFolder(open: OpenPst, path: FolderPath, number: number, what: string): void {
  const where = path !== null && path.length === 0 ? 'the top folder' : `folder number ${number}`;
  const text = `Of what lies below ${where}, ${what} cannot be opened. What else could be found of it was read. Repair a copy with scanpst.`;
  open.reading.addProblem('broken-pst', open.place.location, text);
}
