import {
  chmodSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { isArmored, openWithPassphrase as openArmored } from '@candor/core/review/wrapped';
import { makeFolder } from '../files/make-folder.ts';
import { assertOwnerOnly } from '../files/owner-only.ts';

export { sealWithPassphrase } from '@candor/core/review/wrapped';

/** A key file is a few hundred bytes; more is something else. */
const LONGEST_KEY_FILE_BYTES = 16 * 1024;

/**
 * Writes a new owner-only file.
 * @throws Refusal if the file exists.
 */
export function writeKeyFile(path: string, text: string): void {
  makeFolder(dirname(path));
  let descriptor: number;
  try {
    descriptor = openSync(path, 'wx', 0o600);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new Refusal('key-exists', [`${path}: a file exists here; a key is never overwritten`]);
  }
  chmodSync(path, 0o600);
  writeSync(descriptor, text);
  // A key that a power cut takes away would orphan everything that was made with it.
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/**
 * @throws Refusal when there is no file, one that is no key, or one that others than its owner may read, whether a
 * passphrase guards it or not.
 */
export function readKeyFile(path: string): string {
  if (!existsSync(path)) throw new Refusal('no-key', [`${path}: there is no key file here`]);
  assertOwnerOnly(path, 'open-key', 'key');
  if (statSync(path).size > LONGEST_KEY_FILE_BYTES) throw refuseKey(path, 'it is too long', null);
  return readFileSync(path, 'utf8');
}

/** @throws Refusal for a file that age did not write, or another passphrase. */
export async function openWithPassphrase(path: string, armored: string, passphrase: string): Promise<string> {
  if (!isArmored(armored)) throw refuseKey(path, 'it is not an age file', null);
  const text = await openArmored(armored, passphrase);
  if (text === null) throw new Refusal('wrong-passphrase', [`${path}: this passphrase does not open the key`]);
  return text;
}

export function refuseKey(path: string, why: string, cause: unknown): Refusal {
  return withCause(new Refusal('no-key', [`${path}: this is not a key file of Candor: ${why}`]), cause);
}

function withCause(refusal: Refusal, cause: unknown): Refusal {
  refusal.cause = cause;
  return refusal;
}

/**
 * Overwrites and deletes a key. Copies in a disk's cells or a backup are out of reach. Returns whether there was one.
 */
export function destroyKeyFile(path: string): boolean {
  if (!existsSync(path)) return false;
  const descriptor = openSync(path, 'r+');
  writeSync(descriptor, new Uint8Array(fstatSync(descriptor).size));
  fsyncSync(descriptor);
  closeSync(descriptor);
  unlinkSync(path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
  return true;
}

/** Default place of an operator's key: the person's home folder, never a state. */
export function defaultKeyFile(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return join(homedir(), '.config', 'candor', `${plain}.key`);
}
