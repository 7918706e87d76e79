import { createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto';
import type { Signer } from '@candor/core/base';
import { makeSealingKey, type ReviewerKey, toFingerprint, toRecipient } from '@candor/core/review/seal';
import { isArmored, type ReviewerKeyPair, readKeyFileText, toKeyFileText } from '@candor/core/review/wrapped';
import { createNodeRuntime } from '../process/runtime.ts';
import { openWithPassphrase, readKeyFile, refuseKey, sealWithPassphrase, writeKeyFile } from './key-file.ts';

/** A reviewer's keys, opened (docs/formats/reviewer-key.md). They stay in this process. */
export interface OpenReviewerKey {
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly identity: string;
  readonly key: ReviewerKey;
  readonly fingerprint: string;
  /** Signs requests and calls to a portal. */
  readonly signer: Signer;
}

/** RFC 8410: the PKCS#8 prefix of a 32-byte Ed25519 seed. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/**
 * Makes a reviewer's two keys in a new owner-only file; with a passphrase it is encrypted by age.
 * @throws Refusal if the file exists.
 */
export async function makeReviewerKey(
  path: string,
  passphrase: string | null,
  options: { readonly scryptWorkFactor?: number } = {},
): Promise<OpenReviewerKey> {
  const { identity } = await makeSealingKey();
  const pair = { identity, seed: randomBytes(SEED_BYTES) };
  const opened = await toOpenKey(pair);
  if (opened === null) throw new Error('a key that was just made cannot be read');
  const text = toKeyFileText(pair, opened.fingerprint);
  writeKeyFile(path, passphrase === null ? text : await sealWithPassphrase(text, passphrase, options.scryptWorkFactor));
  return opened;
}

/**
 * Opens a key file. `passphrase` is asked for only when the file needs one.
 * @throws Refusal when it is no such file, others may read it, or the passphrase is wrong.
 */
export async function openReviewerKey(path: string, passphrase: () => Promise<string>): Promise<OpenReviewerKey> {
  const written = readKeyFile(path);
  const isSealed = isArmored(written);
  const text = isSealed ? await openWithPassphrase(path, written, await passphrase()) : written;
  const pair = readKeyFileText(text);
  const opened = pair === null ? null : await toOpenKey(pair);
  if (opened === null) throw refuseKey(path, 'it holds no keys of a reviewer', null);
  return opened;
}

async function toOpenKey({ identity, seed }: ReviewerKeyPair): Promise<OpenReviewerKey | null> {
  const recipient = await toRecipient(identity);
  if (recipient === null) return null;
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const key = { age: recipient, sign: x };
  const fingerprint = toFingerprint(createNodeRuntime(), key);
  const signer: Signer = {
    name: fingerprint,
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  };
  return { identity, key, fingerprint, signer };
}
