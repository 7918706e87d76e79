import {
  createHmac,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  encapsulate,
  generateKeyPairSync,
  hash,
  type KeyObject,
} from 'node:crypto';
import { Encrypter } from 'age-encryption';
import { sealChaCha20Poly1305 } from './cryptography.ts';

// age's post-quantum recipient (C2SP age, `mlkem768x25519`) with the system's own cryptography: the same stanza, thirty
// times as fast as in JavaScript. HPKE (RFC 9180) in base mode with the X-Wing KEM (draft-connolly-cfrg-xwing-kem),
// HKDF-SHA-256 and ChaCha20-Poly1305.

const stanzaName = 'mlkem768x25519';
const humanPart = 'age1pq1';
const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const checksumChars = 6;
const mlKemBytes = 1184;
const x25519Bytes = 32;
/**
 * Before a raw public key in SubjectPublicKeyInfo: FIPS 203's ML-KEM-768 (2.16.840.1.101.3.4.4.2), and X25519 of RFC
 * 8410.
 */
const mlKemHead = Buffer.from('308204b2300b0609608648016503040402038204a100', 'hex');
const x25519Head = Buffer.from('302a300506032b656e032100', 'hex');
/** X-Wing's own label, a picture of one. */
const xWingLabel = Buffer.from('\\.//^\\', 'latin1');
const info = Buffer.from('age-encryption.org/mlkem768x25519', 'latin1');
/** `HPKE`, KEM 0x647a, KDF 1, AEAD 3. */
const suite = Buffer.from('48504b45647a00010003', 'hex');
const version = Buffer.from('HPKE-v1', 'latin1');
const keyBytes = 32;
const nonceBytes = 12;
const none = Buffer.alloc(0);
/** `key_schedule_context`: it hangs on nothing but the names above. */
const context = Buffer.concat([Buffer.of(0), extract(none, 'psk_id_hash', none), extract(none, 'info_hash', info)]);

/** A file key as the stanza of one recipient holds it. */
export interface WrappedFileKey {
  readonly name: string;
  readonly argument: Buffer;
  readonly body: Buffer;
}

export type WrapFileKey = (fileKey: Uint8Array) => WrappedFileKey;

/**
 * What wraps file keys for a recipient; null where this runtime has no ML-KEM.
 * @throws a fault for a text that is no post-quantum recipient.
 */
export function openHybridRecipient(recipient: string): WrapFileKey | null {
  // Judges the text, checksum and all.
  new Encrypter().addRecipient(recipient);
  const raw = decode(recipient);
  if (!recipient.startsWith(humanPart) || raw.length !== mlKemBytes + x25519Bytes)
    throw new Error('this is not a post-quantum recipient');
  if (typeof encapsulate !== 'function') return null;
  const staticKey = raw.subarray(mlKemBytes);
  const mlKemKey = toPublicKey(mlKemHead, raw.subarray(0, mlKemBytes));
  const x25519Key = toPublicKey(x25519Head, staticKey);
  return (fileKey) => {
    const quantum = encapsulate(mlKemKey);
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    // As JWK (RFC 8037) it comes twenty times as fast as in DER.
    const share = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const classic = diffieHellman({ privateKey, publicKey: x25519Key });
    const secret = hash(
      'sha3-256',
      Buffer.concat([quantum.sharedKey, classic, share, staticKey, xWingLabel]),
      'buffer',
    );
    const { key, nonce } = schedule(secret);
    return {
      name: stanzaName,
      argument: Buffer.concat([quantum.ciphertext, share]),
      body: sealChaCha20Poly1305(key, nonce, fileKey),
    };
  };
}

function toPublicKey(head: Buffer, raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([head, raw]), format: 'der', type: 'spki' });
}

/** RFC 9180, section 5.1: the key schedule of base mode, which has no pre-shared key. */
function schedule(secret: Buffer): { readonly key: Buffer; readonly nonce: Buffer } {
  const root = extract(secret, 'secret', none);
  return { key: expand(root, 'key', context, keyBytes), nonce: expand(root, 'base_nonce', context, nonceBytes) };
}

function extract(salt: Buffer, label: string, input: Buffer): Buffer {
  return createHmac('sha256', createSecretKey(salt.length === 0 ? Buffer.alloc(keyBytes) : salt))
    .update(Buffer.concat([version, suite, Buffer.from(label, 'latin1'), input]))
    .digest();
}

/** One block of HMAC is as much as is asked for. */
function expand(root: Buffer, label: string, context: Buffer, lengthBytes: number): Buffer {
  const length = Buffer.of(lengthBytes >> 8, lengthBytes & 0xff);
  return createHmac('sha256', createSecretKey(root))
    .update(Buffer.concat([length, version, suite, Buffer.from(label, 'latin1'), context, Buffer.of(1)]))
    .digest()
    .subarray(0, lengthBytes);
}

/** Bech32's data part without its checksum, which `Encrypter` has looked at. */
function decode(recipient: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of recipient.slice(humanPart.length, -checksumChars)) {
    held = ((held << 5) | alphabet.indexOf(character)) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return Buffer.from(bytes);
}
