import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { readStart } from '../files/files.ts';
import type { MailPlace } from './find-mail.ts';
import { closeImap, type ImapPlace, openImapFolder, UnreadableMailbox } from './imap-session.ts';

/**
 * What is kept of one mail; a report that returns a whole mail says what it is long before. The mailbox itself is never
 * changed, so nothing is lost.
 */
const keptBytes = 4 * 1024 * 1024;

/** A mail with a permanent name, so that it is processed once. */
export interface ReceivedMail {
  readonly source: string;
  /** Whole, or its first part when it is very large. */
  readonly bytes: Uint8Array;
  /** When it arrived, UTC seconds. */
  readonly receivedAt: number;
}

/** Sources that are known already; what they name is not read again. */
export interface KnownMail {
  has(source: string): boolean;
  /** The largest number after a prefix, 0 without any: servers are only asked for later ones. */
  highest(prefix: string): number;
}

/** Reads new mail without changing the mailbox: nothing is marked as seen, moved or deleted. */
export function readNewMail(place: MailPlace, known: KnownMail): AsyncIterable<ReceivedMail> {
  return place.is === 'maildir' ? readMaildir(place.path, known) : readImap(place, known);
}

/**
 * The name before the flags stays when another program moves a mail from `new` to `cur`. A folder that is not there is
 * an empty mailbox.
 */
async function* readMaildir(path: string, known: KnownMail): AsyncIterable<ReceivedMail> {
  for (const part of ['new', 'cur']) {
    for (const name of listNames(join(path, part))) {
      const source = `maildir:${name.replace(/:2,.*$/s, '')}`;
      if (known.has(source)) continue;
      const mail = readFile(join(path, part, name));
      if (mail !== null) yield { source, ...mail };
    }
  }
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw cause;
  }
}

/** Null for what another program moved meanwhile: it is met again under its new name, or at the next look. */
function readFile(path: string): { readonly bytes: Uint8Array; readonly receivedAt: number } | null {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() !== true) return null;
  try {
    return { bytes: readStart(path, keptBytes), receivedAt: Math.floor(status.mtimeMs / 1000) };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw cause;
  }
}

/** The folder is opened read-only. UIDs increase and are never reused under one UIDVALIDITY (RFC 9051, 2.3.1.1). */
async function* readImap(place: ImapPlace, known: KnownMail): AsyncIterable<ReceivedMail> {
  const client = await openImapFolder(place).catch(refuseMailbox);
  try {
    const folder = client.mailbox;
    if (folder === false) return refuseMailbox(new UnreadableMailbox('it closed the folder'));
    const prefix = `imap:${place.user}@${place.host}/${place.folder};${folder.uidValidity};`;
    const last = known.highest(prefix);
    const uids: number[] = [];
    // With nothing new, the range still names the last mail.
    for await (const { uid } of client.fetch(`${last + 1}:*`, { uid: true }, { uid: true }))
      if (uid > last) uids.push(uid);
    for (const uid of uids.sort((a, b) => a - b)) {
      const query = { source: { maxLength: keptBytes }, internalDate: true };
      const mail = await client.fetchOne(String(uid), query, { uid: true });
      if (mail === false || mail.source === undefined) continue;
      const receivedAt = Math.floor(new Date(mail.internalDate ?? 0).getTime() / 1000);
      yield { source: `${prefix}${uid}`, bytes: new Uint8Array(mail.source), receivedAt };
    }
  } finally {
    await closeImap(client);
  }
}

function refuseMailbox(cause: unknown): never {
  if (!(cause instanceof UnreadableMailbox)) throw cause;
  throw new Refusal('inbox-unreadable', [
    `the mailbox in which bounces and answers arrive: ${cause.message}; nothing was fetched`,
  ]);
}
