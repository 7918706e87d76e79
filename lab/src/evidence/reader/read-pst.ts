import { type PSTFile, type PSTFolder, PSTMessage } from 'pst-extractor';
import type { ContentPlace, GuardedContent, Tally } from './layer.ts';
import { BoundedFile, listFolders } from './outlook/bounded-pst.ts';
import { composeMessage } from './outlook/compose-message.ts';
import { CyclicFile } from './outlook/cyclic-pst.ts';
import { toOtherKind, toSeconds } from './outlook/outlook-message.ts';
import { describeCut, isCyclic, readPstHeader, refusePst } from './outlook/pst-header.ts';
import { readPstItem } from './outlook/pst-item.ts';
import { readMessage, toPlaceTimes } from './read-message.ts';
import type { Reading } from './reading.ts';
import { UnpackLimit } from './unpack-budget.ts';

/** Folders in one another; what lies deeper was built and not filed. */
const FOLDER_DEPTH_LIMIT = 100;
const FOLDERS_LIMIT = 100_000;
const PASSWORD = 0x67ff;
/** A search folder shows items that lie in other folders. */
const SEARCH_FOLDER_NODE = 3;
const SEARCH_FOLDER_TYPE = 2;

interface OpenPst {
  readonly reading: Reading;
  readonly place: ContentPlace;
  ordinal: number;
  folders: number;
  /** Identifiers of the folders that were come to: a list may lead back to a folder that it lies in. */
  readonly seen: Set<number>;
  /** What was said of the tree of folders; each once for a file. */
  readonly said: Set<string>;
}

/**
 * Reads an Outlook file: folders depth-first in the order of the hierarchy tables, items in the order of the contents tables; every item
 * has the next ordinal, mail or not. The bytes of the file are its structure; its items have an account of their own. What the library says
 * of damage are words about its own workings; nobody is told them.
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
  let file: PSTFile;
  try {
    file = new (header !== null && isCyclic(header) ? CyclicFile : BoundedFile)(path) as unknown as PSTFile;
  } catch {
    sayDamage('This Outlook file is damaged at its start; repair a copy with scanpst, or export it again.');
    return;
  }
  try {
    sayPassword(file, reading, place);
    const open: OpenPst = { reading, place, ordinal: 0, folders: 0, seen: new Set(), said: new Set() };
    await readFolder(open, file.getRootFolder(), [], 0);
    await content.drain();
    tally.structure += content.size;
  } catch {
    sayDamage(
      'This Outlook file is damaged; what was found before was read. Repair a copy with scanpst, or export it again.',
    );
  } finally {
    file.close();
  }
}

function sayPassword(file: PSTFile, reading: Reading, place: ContentPlace): void {
  const store = file.getMessageStore() as unknown as {
    getIntItem(identifier: number): number;
  } | null;
  if (store === null || store.getIntItem(PASSWORD) === 0) return;
  reading.addProblem(
    'pst-password',
    place.location,
    'This Outlook file has a password, which hides nothing from a program; it was read.',
    'note',
  );
}

async function readFolder(open: OpenPst, folder: PSTFolder, path: readonly string[], depth: number): Promise<void> {
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
  if (open.folders > FOLDERS_LIMIT) throw new Error('too many folders');
  if (depth > FOLDER_DEPTH_LIMIT) {
    sayOnce(open, `Folders lie more than ${FOLDER_DEPTH_LIMIT} deep; what lies deeper was not read.`);
    return;
  }
  if (folder.getNodeType() === SEARCH_FOLDER_NODE || folder.folderType === SEARCH_FOLDER_TYPE) return;
  await readItems(open, folder, path);
  let inside: ReturnType<typeof listFolders>;
  try {
    inside = folder.hasSubfolders ? listFolders(folder) : { folders: [], lost: 0 };
  } catch {
    sayBrokenFolder(open, path, 'the folders');
    return;
  }
  if (inside.lost > 0) sayBrokenFolder(open, path, inside.lost === 1 ? '1 folder' : `${inside.lost} folders`);
  for (const inner of inside.folders) await readFolder(open, inner, [...path, inner.displayName], depth + 1);
}

async function readItems(open: OpenPst, folder: PSTFolder, path: readonly string[]): Promise<void> {
  if (open.reading.items === null) return;
  const cursor = folder as unknown as { currentEmailIndex: number };
  const count = folder.contentCount;
  for (let at = 0; at < count; ) {
    let item: unknown;
    cursor.currentEmailIndex = at;
    try {
      item = folder.getNextChild();
    } catch (cause) {
      cursor.currentEmailIndex = at + 1;
      item = cause;
    }
    // The library steps over items that it cannot load, and stops where the table ends before the count that the folder states.
    const lost =
      item === null ? count - at : Math.max(0, cursor.currentEmailIndex - at - (item instanceof PSTMessage ? 1 : 0));
    if (lost > 0) quarantineItems(open, lost, 'it cannot be loaded');
    at = item === null ? count : Math.max(cursor.currentEmailIndex, at + 1);
    if (item instanceof PSTMessage) await readItem(open, item, path);
  }
}

async function readItem(open: OpenPst, item: PSTMessage, path: readonly string[]): Promise<void> {
  const { reading, place } = open;
  const items = reading.items;
  if (items === null) return;
  const location = `${place.location}#${open.ordinal + 1}`;
  const admission = reading.report.admitUnit();
  if (admission.is === 'guilty') {
    quarantineItems(open, 1, admission.reason);
    return;
  }
  open.ordinal += 1;
  items.items += 1;
  try {
    const other = toOtherKind(item.messageClass);
    if (other === null && admission.is === 'read') {
      const message = readPstItem(item);
      readMessage(reading, composeMessage(message), {
        location,
        folder: path.length === 0 ? null : path.join('/'),
        members: place.members,
        offset: open.ordinal,
        times: toPlaceTimes({ outlook: toSeconds(message.deliveredMs) }),
        draft: message.unsent,
        takeout: false,
      });
      await reading.settleKept();
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
  reading.report.countBytes(item.messageSize?.toNumber?.() ?? 0);
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

function sayBrokenFolder(open: OpenPst, path: readonly string[], what: string): void {
  const text = `Of what lies below ${path.length === 0 ? 'the top folder' : `folder number ${open.folders}`}, ${what} cannot be opened; nothing in there was read. Repair a copy with scanpst.`;
  open.reading.addProblem('broken-pst', open.place.location, text);
}
