import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { OpenRecipient } from '@candor/core/review/seal';
import { sealChaCha20Poly1305 } from './cryptography.ts';
import { openHybridRecipient, type WrapFileKey } from './hybrid-recipient.ts';
import { freshBytes } from './random.ts';

// Writes age files for one recipient with the system's own cryptography (C2SP age, https://c2sp.org/age):
// docs/decisions/0022-own-age-writer.md.

const fileKeyBytes = 16;
const nonceBytes = 16;
const keyBytes = 32;
const chunkBytes = 64 * 1024;
const chunkNonceBytes = 12;
const counterAt = 7;
/** A line of a stanza's body; a last one that is full is followed by an empty one. */
const lineChars = 64;
const none = Buffer.alloc(0);

export const openAgeRecipient: OpenRecipient = (recipient) => {
  const wrap = openHybridRecipient(recipient);
  return wrap === null ? null : (content) => sealFile(wrap, content);
};

function sealFile(wrap: WrapFileKey, content: Uint8Array): Uint8Array {
  const digest = () => createHash('sha256').update(content).digest('hex');
  const fileKey = freshBytes(fileKeyBytes, 'file key', digest);
  const secret = createSecretKey(fileKey);
  const { name, argument, body } = wrap(fileKey);
  const head = `age-encryption.org/v1\n-> ${name} ${toBase64(argument)}\n${toLines(toBase64(body))}\n---`;
  const mac = createHmac('sha256', createSecretKey(derive(secret, none, 'header')))
    .update(head)
    .digest();
  const nonce = freshBytes(nonceBytes, 'file nonce', digest);
  const payload = sealChunks(derive(secret, nonce, 'payload'), content);
  return Buffer.concat([Buffer.from(`${head} ${toBase64(mac)}\n`), nonce, ...payload]);
}

/** STREAM: chunks of 64 KiB, each under its number; the last one is marked, and empty for no content alone. */
function sealChunks(key: Buffer, content: Uint8Array): readonly Buffer[] {
  const count = Math.max(1, Math.ceil(content.length / chunkBytes));
  return Array.from({ length: count }, (_, number) => {
    const nonce = Buffer.alloc(chunkNonceBytes);
    nonce.writeUInt32BE(number, counterAt);
    nonce[chunkNonceBytes - 1] = number === count - 1 ? 1 : 0;
    return sealChaCha20Poly1305(key, nonce, content.subarray(number * chunkBytes, (number + 1) * chunkBytes));
  });
}

function derive(secret: KeyObject, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, keyBytes));
}

function toBase64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/={1,2}$/, '');
}

function toLines(text: string): string {
  return text.replaceAll(new RegExp(`.{${lineChars}}`, 'g'), '$&\n');
}
