import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign as signMessage,
} from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal, type Signer } from '@candor/core/base';
import { makeFolder } from '../files/make-folder.ts';
import { openWithPassphrase, readKeyFile, refuseKey, sealWithPassphrase, writeKeyFile } from './key-file.ts';

/** Shorter passphrases can be guessed once a key file is stolen. */
const SHORTEST_PASSPHRASE_CHARS = 10;

export interface OperatorKeyOptions {
  /**
   * Base-2 logarithm of scrypt's cost; age's own default is 18, about a second. Lower only where the key guards nothing
   * (tests, demos).
   */
  readonly scryptWorkFactor?: number;
}

/**
 * Makes an operator's key: a new file, only for its owner, with the Ed25519 key as PKCS#8 PEM, encrypted with the
 * passphrase by age (armored), so that `age --decrypt` opens it too. Gives the raw public key, which belongs into the
 * incident file.
 * @throws Refusal where a file is in the way or the passphrase is too short.
 */
export async function makeOperatorKey(
  path: string,
  passphrase: string,
  options: OperatorKeyOptions = {},
): Promise<Uint8Array> {
  if ([...passphrase].length < SHORTEST_PASSPHRASE_CHARS) {
    throw new Refusal('short-passphrase', [
      `the passphrase has fewer than ${SHORTEST_PASSPHRASE_CHARS} characters; take four or five random words`,
    ]);
  }
  const key = generateKeyPairSync('ed25519').privateKey;
  writeKeyFile(path, await sealWithPassphrase(toPem(key), passphrase, options.scryptWorkFactor));
  return toRawPublicKey(key);
}

/**
 * Opens an operator's key for signing in that operator's name. The decrypted key stays in this process.
 * @throws Refusal when there is no such file, it is no key of this kind, others may read it, or the passphrase does not
 * open it.
 */
export async function openOperatorKey(path: string, name: string, passphrase: string): Promise<Signer> {
  const pem = await openWithPassphrase(path, readKeyFile(path), passphrase);
  return toSigner(readPem(path, pem), name);
}

/**
 * Opens the key with which the log signs its checkpoints, creating it first if missing. It works unattended, so it has
 * no passphrase: alone it proves nothing, since readers also check two operators' signatures.
 * @throws Refusal when the file is not a key, or readable by others.
 */
export function openLogKey(path: string, name: string): Signer {
  makeUnattendedKey(path);
  return openUnattendedKey(path, name);
}

/**
 * Makes the key with which the lab signs its calls to the portal. Gives whether there was none. It has no passphrase,
 * because a timer calls.
 */
export function makeCallKey(path: string): boolean {
  return makeUnattendedKey(path);
}

/**
 * Opens the key by which the portal recognises the lab. Its owner decides who may read what is sealed there, but cannot
 * open it.
 * @throws Refusal when it is missing, invalid, or readable by others.
 */
export function openCallKey(path: string): Signer {
  return openUnattendedKey(path, 'lab');
}

function makeUnattendedKey(path: string): boolean {
  if (existsSync(path)) return false;
  makeFolder(dirname(path));
  writeKeyFile(path, toPem(generateKeyPairSync('ed25519').privateKey));
  return true;
}

function openUnattendedKey(path: string, name: string): Signer {
  return toSigner(readPem(path, readKeyFile(path)), name);
}

function readPem(path: string, pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: pem, format: 'pem' });
  } catch (cause) {
    throw refuseKey(path, 'it holds no PKCS#8 PEM', cause);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw refuseKey(path, 'it is for another algorithm than Ed25519', null);
  return key;
}

function toPem(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
}

function toRawPublicKey(privateKey: KeyObject): Uint8Array {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x, 'base64url'));
}

function toSigner(key: KeyObject, name: string): Signer {
  return {
    name,
    publicKey: toRawPublicKey(key),
    sign: async (message) => new Uint8Array(signMessage(null, message, key)),
  };
}
