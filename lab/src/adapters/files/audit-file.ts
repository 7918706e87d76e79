import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Refusal } from '@candor/core/base';
import { Decrypter, Encrypter } from 'age-encryption';
import { extract, pack } from 'tar-stream';

export interface AuditPart {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** For whom an export is sealed: what opens it. */
export type AuditLock =
  | { readonly is: 'recipient'; readonly recipient: string }
  | { readonly is: 'passphrase'; readonly passphrase: string; readonly workFactor?: number };

export type AuditKey =
  | { readonly is: 'identity'; readonly identity: string }
  | { readonly is: 'passphrase'; readonly passphrase: string };

/** Beyond it no verdicts of a million copies are. */
const LARGEST_FILE_BYTES = 2 ** 31 - 1;
const LARGEST_UNPACKED_BYTES = 2 ** 31 - 1;
/** Inputs of five thousand mailboxes, twice. */
const MOST_PARTS = 20_000;
const NAME = /^[a-z]+(?:\/[0-9a-z._-]+|\.json|\.jsonl)$/;

/** Refuses what age cannot seal for, before anything is collected. */
export function assertRecipient(recipient: string): void {
  try {
    new Encrypter().addRecipient(recipient);
  } catch {
    throw new Refusal('no-recipient', [
      `"${recipient.slice(0, 40)}" is no recipient of age: the auditor makes one with \`age-keygen\`, and sends the line that begins with age1`,
    ]);
  }
}

/** Writes the parts as one sealed file: tar, gzip, age. It appears under its name when it is whole. */
export async function writeAuditFile(path: string, parts: readonly AuditPart[], lock: AuditLock): Promise<number> {
  const archive = pack();
  for (const { name, bytes } of parts) {
    if (!NAME.test(name)) throw new Error(`no part of an audit export: ${name}`);
    archive.entry({ name, mode: 0o600, uid: 0, gid: 0, mtime: new Date(0) }, Buffer.from(bytes));
  }
  archive.finalize();
  const packed = gzipSync(await buffer(archive));
  const encrypter = new Encrypter();
  if (lock.is === 'recipient') encrypter.addRecipient(lock.recipient);
  else {
    encrypter.setPassphrase(lock.passphrase);
    if (lock.workFactor !== undefined) encrypter.setScryptWorkFactor(lock.workFactor);
  }
  const sealed = await encrypter.encrypt(packed);
  const partial = `${path}.partial`;
  const descriptor = openSync(partial, 'w', 0o600);
  try {
    for (let at = 0; at < sealed.length; ) at += writeSync(descriptor, sealed, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(partial, path);
  return sealed.length;
}

/**
 * Opens a sealed file whole, and gives its parts by name. They are whoever's who made it.
 * @throws Refusal for another key, or a file of another form.
 */
export async function readAuditFile(path: string, key: AuditKey): Promise<ReadonlyMap<string, Uint8Array>> {
  const packed = await open(path, readSealed(path), key);
  let archive: Buffer;
  try {
    archive = gunzipSync(packed, { maxOutputLength: LARGEST_UNPACKED_BYTES });
  } catch {
    throw wrongForm(path, 'what is sealed in it is no gzip, or too large');
  }
  const parts = new Map<string, Uint8Array>();
  const reading = extract();
  reading.end(archive);
  try {
    for await (const entry of reading) {
      const { name, type } = entry.header;
      if (!NAME.test(name) || type !== 'file' || parts.has(name) || parts.size >= MOST_PARTS)
        throw wrongForm(path, 'a part has a name that no audit export has, or comes twice');
      parts.set(name, await buffer(entry));
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw wrongForm(path, 'what is sealed in it is no tar, or was cut off');
  }
  return parts;
}

function readSealed(path: string): Uint8Array {
  let size: number;
  try {
    size = statSync(path).size;
  } catch {
    throw new Refusal('no-audit-file', [`${path}: there is no such file`]);
  }
  if (size > LARGEST_FILE_BYTES) throw wrongForm(path, 'it is too large');
  return readFileSync(path);
}

async function open(path: string, sealed: Uint8Array, key: AuditKey): Promise<Uint8Array> {
  if (!Buffer.from(sealed.subarray(0, 22)).toString('latin1').startsWith('age-encryption.org/v1\n'))
    throw wrongForm(path, 'it is not sealed with age');
  const decrypter = new Decrypter();
  if (key.is === 'passphrase') decrypter.addPassphrase(key.passphrase);
  else
    try {
      decrypter.addIdentity(key.identity);
    } catch {
      throw new Refusal('no-key', ['the key file has no identity of age (AGE-SECRET-KEY-…)']);
    }
  try {
    return await decrypter.decrypt(sealed);
  } catch (cause) {
    const what = key.is === 'passphrase' ? 'this passphrase' : 'this key';
    const refusal = new Refusal('wrong-audit-key', [
      `${path}: ${what} does not open it, or the file was changed on its way`,
    ]);
    refusal.cause = cause;
    throw refusal;
  }
}

function wrongForm(path: string, why: string): Refusal {
  return new Refusal('no-audit-file', [`${path}: this is no audit export of Candor: ${why}`]);
}
