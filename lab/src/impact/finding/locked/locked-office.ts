import { createDecipheriv, hash } from 'node:crypto';
import type { ItemFolder } from '@candor/core/evidence/outlook';
import { SaxesParser } from 'saxes';
import { LockedFile } from './locked-file.ts';
import type { Passwords } from './passwords.ts';

// Note: how an office file is locked.
//
// [MS-OFFCRYPTO] 2.3.4: the package is encrypted as a whole, and stands in a compound file beside a description of the
// key. All numbers of the description are the sender's; what they may cost is paid from the rounds of the message.

const MAX_DESCRIPTION_BYTES = 64 * 1024;
/** [MS-OFFCRYPTO] 2.3.4.10. */
const MAX_SPINS = 10_000_000;
/** [MS-OFFCRYPTO] 2.3.4.7. */
const STANDARD_SPINS = 50_000;
const SEGMENT_BYTES = 4096;
const BLOCK_BYTES = 16;
/** Excel writes and tries it without asking anybody. */
const EXCELS_OWN = 'VelvetSweatshop';

type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512';
const HASHES: Readonly<Record<string, HashName>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  'SHA-256': 'sha256',
  SHA384: 'sha384',
  'SHA-384': 'sha384',
  SHA512: 'sha512',
  'SHA-512': 'sha512',
};
const KEY_BITS: readonly number[] = [128, 192, 256];

/** Purposes of keys ([MS-OFFCRYPTO] 2.3.4.11 to 2.3.4.13). */
const FOR_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex');
const FOR_VALUE = Buffer.from('d7aa0f6d3061344e', 'hex');
const FOR_KEY = Buffer.from('146e0be7abacd0d6', 'hex');

/** A description of a key, and what one password makes of the package. */
interface Lock {
  readonly spins: number;
  /** Null where the password is wrong. */
  readonly open: (password: string, locked: Buffer) => Buffer | null;
}

/**
 * The package in an encrypted office file, a zip.
 * @throws LockedFile where no password opens it, or Error where it is damaged.
 */
export async function openOffice({ streams }: ItemFolder, passwords: Passwords): Promise<Uint8Array> {
  const lock = readLock(toBuffer(streams.get('ENCRYPTIONINFO')));
  const locked = toBuffer(streams.get('ENCRYPTEDPACKAGE'));
  if (lock === null) throw new LockedFile();
  const opened = await passwords.open(lock.spins, (password) => lock.open(password, locked), [EXCELS_OWN]);
  if (opened === null) throw new LockedFile();
  return opened;
}

function toBuffer(stream: Uint8Array | undefined): Buffer {
  return stream === undefined ? Buffer.alloc(0) : Buffer.from(stream.buffer, stream.byteOffset, stream.length);
}

/** Null for a lock of another kind, such as a certificate's or a rights server's. */
function readLock(description: Buffer): Lock | null {
  if (description.length < 8 || description.length > MAX_DESCRIPTION_BYTES) return null;
  const [major, minor] = [description.readUInt16LE(0), description.readUInt16LE(2)];
  if (major === 4 && minor === 4) return readAgile(description.subarray(8).toString('utf8'));
  return minor === 2 && [2, 3, 4].includes(major) ? readStandard(description.subarray(8)) : null;
}

/** [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9. */
function readStandard(description: Buffer): Lock | null {
  const header = description.subarray(4, 4 + description.readUInt32LE(0));
  const verifier = description.subarray(4 + header.length);
  const bits = header.readUInt32LE(16);
  const isAes = header.readUInt32LE(8) >>> 8 === 0x66 && KEY_BITS.includes(bits);
  if (!isAes || verifier.readUInt32LE(0) !== BLOCK_BYTES) return null;
  const salt = verifier.subarray(4, 20);
  return {
    spins: STANDARD_SPINS,
    open: (password, locked) => {
      const spun = spin('sha1', salt, password, STANDARD_SPINS);
      const last = hash('sha1', Buffer.concat([spun, toNumber(0)]), 'buffer');
      const key = Buffer.concat([0x36, 0x5c].map((mark) => hash('sha1', mask(mark, last), 'buffer')));
      const cut = key.subarray(0, bits / 8);
      const input = decrypt(cut, null, verifier.subarray(20, 36));
      const expected = decrypt(cut, null, verifier.subarray(40, 72)).subarray(0, 20);
      if (!hash('sha1', input, 'buffer').equals(expected)) return null;
      return trim(locked, decrypt(cut, null, toBlocks(locked.subarray(8))));
    },
  };
}

function mask(mark: number, last: Buffer): Buffer {
  return Buffer.alloc(64, mark).map((byte, at) => byte ^ (last[at] ?? 0)) as Buffer;
}

interface CipherDescription {
  readonly salt: Buffer;
  readonly hash: HashName;
  readonly keyBytes: number;
}

/** [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15. */
function readAgile(xml: string): Lock | null {
  const { data, key } = readElements(xml);
  const ofData = readCipher(data);
  const ofKey = readCipher(key);
  const spins = Number(key['spinCount'] ?? Number.NaN);
  if (ofData === null || ofKey === null || !Number.isInteger(spins) || spins < 0 || spins > MAX_SPINS) return null;
  const [input, value, sealed] = ['encryptedVerifierHashInput', 'encryptedVerifierHashValue', 'encryptedKeyValue'].map(
    (name) => toBlocks(Buffer.from(key[name] ?? '', 'base64')),
  );
  if (input === undefined || value === undefined || sealed === undefined) return null;
  return {
    spins,
    open: (password, locked) => {
      const spun = spin(ofKey.hash, ofKey.salt, password, spins);
      const openWith = (purpose: Buffer, bytes: Buffer): Buffer => {
        const whole = hash(ofKey.hash, Buffer.concat([spun, purpose]), 'buffer');
        return decrypt(fit(whole, ofKey.keyBytes), fit(ofKey.salt, BLOCK_BYTES), bytes);
      };
      const proof = hash(ofKey.hash, openWith(FOR_INPUT, input).subarray(0, ofKey.salt.length), 'buffer');
      if (!proof.equals(openWith(FOR_VALUE, value).subarray(0, proof.length))) return null;
      const own = openWith(FOR_KEY, sealed).subarray(0, ofData.keyBytes);
      return trim(locked, decryptSegments(own, ofData, locked.subarray(8)));
    },
  };
}

function readElements(xml: string): Readonly<Record<'data' | 'key', Readonly<Record<string, string>>>> {
  const found: Record<'data' | 'key', Readonly<Record<string, string>>> = { data: {}, key: {} };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.slice(name.indexOf(':') + 1);
    if (local === 'keyData') found.data = attributes;
    // A certificate's key has no count.
    else if (local === 'encryptedKey' && 'spinCount' in attributes) found.key = attributes;
  });
  parser.write(xml).close();
  return found;
}

function readCipher(element: Readonly<Record<string, string>>): CipherDescription | null {
  const name = HASHES[element['hashAlgorithm'] ?? ''];
  const bits = Number(element['keyBits']);
  const isKnown =
    element['cipherAlgorithm'] === 'AES' &&
    element['cipherChaining'] === 'ChainingModeCBC' &&
    element['blockSize'] === String(BLOCK_BYTES);
  if (name === undefined || !isKnown || !KEY_BITS.includes(bits)) return null;
  return { salt: Buffer.from(element['saltValue'] ?? '', 'base64'), hash: name, keyBytes: bits / 8 };
}

function spin(name: HashName, salt: Buffer, password: string, spins: number): Buffer {
  let spun = hash(name, Buffer.concat([salt, Buffer.from(password, 'utf16le')]), 'buffer');
  const next = Buffer.alloc(4 + spun.length);
  for (let round = 0; round < spins; round += 1) {
    next.writeUInt32LE(round, 0);
    spun.copy(next, 4);
    spun = hash(name, next, 'buffer');
  }
  return spun;
}

function toNumber(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

/** Cut, or filled up as [MS-OFFCRYPTO] 2.3.4.11 and 2.3.4.12 say. */
function fit(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(length, 0x36)]).subarray(0, length);
}

function toBlocks(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length - (bytes.length % BLOCK_BYTES));
}

/** `start`: null without chaining. */
function decrypt(key: Buffer, start: Buffer | null, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${start === null ? 'ecb' : 'cbc'}`, key, start);
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}

function decryptSegments(key: Buffer, { salt, hash: name }: CipherDescription, bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += SEGMENT_BYTES) {
    const start = hash(name, Buffer.concat([salt, toNumber(at / SEGMENT_BYTES)]), 'buffer');
    pieces.push(decrypt(key, fit(start, BLOCK_BYTES), toBlocks(bytes.subarray(at, at + SEGMENT_BYTES))));
  }
  return Buffer.concat(pieces);
}

/** The length of the package stands in front of it. */
function trim(locked: Buffer, opened: Buffer): Buffer {
  const length = Number(locked.readBigUInt64LE(0));
  if (length > opened.length) throw new Error('the package is cut short');
  return opened.subarray(0, length);
}
