import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { inspectPath } from '../files/files.ts';
import { listRealPlaces } from '../files/real-place.ts';
import { closeImap, type ImapPlace, openImapFolder } from './imap-session.ts';

/** Where a Maildir has its messages (maildir(5)). */
const PARTS = ['cur', 'new', 'tmp'];

/** A mailbox that is searched for one message. */
export type MailPlace = { readonly is: 'maildir'; readonly path: string } | ImapPlace;

/** A message id is in the header, which no sane server makes longer. */
const HEADER_BYTES = 128 * 1024;
/** A probe is small; a message larger than this is another one. */
const MESSAGE_BYTES = 4 * 1024 * 1024;

/** The bytes of the message with this id, as they lie there; null while it is not there. */
export function findMail(place: MailPlace, messageId: string): Promise<Uint8Array | null> {
  return place.is === 'maildir' ? Promise.resolve(findInMaildir(place.path, messageId)) : findInImap(place, messageId);
}

/** New mail and read mail, newest first. A folder that is not there is an empty mailbox: the first message makes it. */
function findInMaildir(path: string, messageId: string): Uint8Array | null {
  const found: { readonly file: string; readonly time: number }[] = [];
  for (const part of ['new', 'cur']) {
    let names: readonly string[];
    try {
      names = readdirSync(join(path, part));
    } catch {
      continue;
    }
    for (const name of names) {
      const file = join(path, part, name);
      // Another reader may move it from new to cur meanwhile; it is seen at the next look.
      const status = statSync(file, { throwIfNoEntry: false });
      if (status?.isFile() && status.size <= MESSAGE_BYTES) found.push({ file, time: status.mtimeMs });
    }
  }
  for (const { file } of found.sort((a, b) => b.time - a.time)) {
    try {
      if (readHead(file).includes(messageId)) return readFileSync(file);
    } catch {
      // Moved in between.
    }
  }
  return null;
}

function readHead(file: string): string {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(HEADER_BYTES);
    return head.toString('latin1', 0, readSync(descriptor, head));
  } finally {
    closeSync(descriptor);
  }
}

async function findInImap(place: ImapPlace, messageId: string): Promise<Uint8Array | null> {
  const client = await openImapFolder(place);
  try {
    const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
    const newest = found === false || found === undefined ? undefined : found.at(-1);
    if (newest === undefined) return null;
    const message = await client.fetchOne(String(newest), { source: { maxLength: MESSAGE_BYTES } }, { uid: true });
    return message === false || message.source === undefined ? null : new Uint8Array(message.source);
  } finally {
    await closeImap(client);
  }
}

/** The Maildir into which a file or folder would be written: beside, at or below its parts. Null without one. */
export function findMaildir(path: string): string | null {
  const places = listRealPlaces(path);
  const itself = places.slice(0, 2).find(isMaildir);
  if (itself !== undefined) return itself;
  const part = places.find((place) => PARTS.includes(basename(place)) && isMaildir(dirname(place)));
  return part === undefined ? null : dirname(part);
}

function isMaildir(folder: string): boolean {
  return ['cur', 'new'].every((name) => inspectPath(join(folder, name)).is === 'folder');
}
