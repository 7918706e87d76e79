// A second reading of age files to post-quantum recipients, written from the texts alone (C2SP age, RFC 9180,
// draft-connolly-cfrg-xwing-kem, FIPS 203) on the system's own cryptography. It shares no line with age-encryption, nor
// with the lab, so that both can only agree when both are right.
import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  decapsulate,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';

/** As C2SP's vectors call them. */
export class AgeFailure extends Error {
  readonly why: 'no match' | 'header failure' | 'HMAC failure' | 'payload failure';

  constructor(why: AgeFailure['why']) {
    super(why);
    this.why = why;
  }
}

const [ML_KEM_BYTES, X25519_BYTES, CHUNK_BYTES, TAG_BYTES] = [1088, 32, 64 * 1024, 16];
/** PKCS #8 before the seed of an ML-KEM-768 key, and before a raw X25519 key (RFC 9935, RFC 8410). */
const ML_KEM_HEAD = Buffer.from('3054020100300b06096086480165030404020442' + '8040', 'hex');
const X25519_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');
const X25519_PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
const LABEL = Buffer.from('\\.//^\\');
const INFO = Buffer.from('age-encryption.org/mlkem768x25519');
const SUITE = Buffer.concat([Buffer.from('HPKE'), Buffer.of(0x64, 0x7a, 0, 1, 0, 3)]);

interface Key {
  readonly mlKem: KeyObject;
  readonly x25519: KeyObject;
  readonly x25519Public: Buffer;
}

/** `AGE-SECRET-KEY-PQ-1…` */
function readIdentity(text: string): Key {
  const seed = readBech32(text.toLowerCase(), 'age-secret-key-pq-');
  if (seed.length !== 32) throw new Error('no post-quantum identity');
  const expanded = createHash('shake256', { outputLength: 96 }).update(seed).digest();
  const pkcs8 = (head: Buffer, raw: Buffer): KeyObject =>
    createPrivateKey({ key: Buffer.concat([head, raw]), format: 'der', type: 'pkcs8' });
  const x25519 = pkcs8(X25519_HEAD, expanded.subarray(64));
  const x25519Public = createPublicKey(x25519)
    .export({ format: 'der', type: 'spki' })
    .subarray(X25519_PUBLIC_HEAD.length);
  return { mlKem: pkcs8(ML_KEM_HEAD, expanded.subarray(0, 64)), x25519, x25519Public };
}

const LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** BIP 173, without its limit of length. */
function readBech32(text: string, humanPart: string): Buffer {
  const values = [...text.slice(humanPart.length + 1)].map((letter) => LETTERS.indexOf(letter));
  const spread = [...humanPart].map((letter) => letter.charCodeAt(0));
  const checked = [...spread.map((code) => code >> 5), 0, ...spread.map((code) => code & 31), ...values];
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const value of checked) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >> bit) & 1) sum ^= generator;
  }
  if (!text.startsWith(`${humanPart}1`) || values.includes(-1) || sum !== 1) throw new Error('no identity');
  const bits = values
    .slice(0, -6)
    .map((value) => value.toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

function readBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== text) throw new AgeFailure('header failure');
  return bytes;
}

interface Stanza {
  readonly words: readonly string[];
  readonly body: Buffer;
}

interface Header {
  readonly stanzas: readonly Stanza[];
  readonly signed: Buffer;
  readonly mac: Buffer;
  readonly end: number;
}

function readHeader(file: Buffer): Header {
  let at = 0;
  const line = (): string => {
    const end = file.indexOf(0x0a, at);
    if (end < 0) throw new AgeFailure('header failure');
    const text = file.subarray(at, end).toString('latin1');
    at = end + 1;
    return text;
  };
  if (line() !== 'age-encryption.org/v1') throw new AgeFailure('header failure');
  const stanzas: Stanza[] = [];
  for (;;) {
    const start = at;
    const head = line();
    if (head.startsWith('--- ')) {
      const mac = readBase64(head.slice(4));
      if (stanzas.length === 0 || mac.length !== 32) throw new AgeFailure('header failure');
      return { stanzas, signed: file.subarray(0, start + 3), mac, end: at };
    }
    const words = head.split(' ');
    if (words.shift() !== '->' || words.length === 0 || words.some((word) => !/^[\x21-\x7e]+$/.test(word)))
      throw new AgeFailure('header failure');
    let body = '';
    for (let text = line(); ; text = line()) {
      if (text.length > 64) throw new AgeFailure('header failure');
      body += text;
      if (text.length < 64) break;
    }
    stanzas.push({ words, body: readBase64(body) });
  }
}

function unwrap({ words, body }: Stanza, key: Key): Buffer | null {
  // Of other keys' stanzas nothing can be opened here; one that is out of form spoils the file all the same.
  if (words[0] === 'X25519' && readBase64(words[1] ?? '').length !== X25519_BYTES)
    throw new AgeFailure('header failure');
  if (words[0] !== 'mlkem768x25519') return null;
  const share = readBase64(words[1] ?? '');
  if (words.length !== 2 || share.length !== ML_KEM_BYTES + X25519_BYTES || body.length !== 16 + TAG_BYTES)
    throw new AgeFailure('header failure');
  const point = share.subarray(ML_KEM_BYTES);
  const quantum = decapsulate(key.mlKem, share.subarray(0, ML_KEM_BYTES));
  const publicKey = createPublicKey({ key: Buffer.concat([X25519_PUBLIC_HEAD, point]), format: 'der', type: 'spki' });
  let classic: Buffer;
  try {
    classic = diffieHellman({ privateKey: key.x25519, publicKey });
  } catch {
    // A point of low order has no secret.
    throw new AgeFailure('header failure');
  }
  const secret = createHash('sha3-256')
    .update(quantum)
    .update(classic)
    .update(point)
    .update(key.x25519Public)
    .update(LABEL)
    .digest();
  const empty = Buffer.alloc(0);
  const context = Buffer.concat([
    Buffer.of(0),
    extract(empty, 'psk_id_hash', empty),
    extract(empty, 'info_hash', INFO),
  ]);
  const root = extract(secret, 'secret', empty);
  try {
    return open(expand(root, 'key', context, 32), expand(root, 'base_nonce', context, 12), body);
  } catch {
    return null;
  }
}

function extract(salt: Buffer, label: string, input: Buffer): Buffer {
  const labelled = Buffer.concat([Buffer.from('HPKE-v1'), SUITE, Buffer.from(label), input]);
  return createHmac('sha256', salt).update(labelled).digest();
}

function expand(root: Buffer, label: string, context: Buffer, length: number): Buffer {
  const labelled = Buffer.concat([Buffer.of(0, length), Buffer.from('HPKE-v1'), SUITE, Buffer.from(label), context]);
  return createHmac('sha256', root).update(labelled).update(Buffer.of(1)).digest().subarray(0, length);
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()]);
}

/** The whole content, once all of it was checked. @throws AgeFailure */
export function openAge(file: Buffer, identity: string): Buffer {
  const header = readHeader(file);
  const key = readIdentity(identity);
  let fileKey: Buffer | null = null;
  for (const stanza of header.stanzas) fileKey ??= unwrap(stanza, key);
  if (fileKey === null) throw new AgeFailure('no match');
  const derive = (salt: Buffer, info: string): Buffer => Buffer.from(hkdfSync('sha256', fileKey, salt, info, 32));
  const mac = createHmac('sha256', derive(Buffer.alloc(0), 'header'))
    .update(header.signed)
    .digest();
  if (!timingSafeEqual(mac, header.mac)) throw new AgeFailure('HMAC failure');
  const payload = file.subarray(header.end);
  if (payload.length < 16 + TAG_BYTES) throw new AgeFailure(payload.length < 16 ? 'header failure' : 'payload failure');
  const payloadKey = derive(payload.subarray(0, 16), 'payload');
  const pieces: Buffer[] = [];
  for (let at = 16, number = 0; at < payload.length; at += CHUNK_BYTES + TAG_BYTES, number += 1) {
    const sealed = payload.subarray(at, at + CHUNK_BYTES + TAG_BYTES);
    const isLast = at + sealed.length === payload.length;
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 7);
    nonce[11] = isLast ? 1 : 0;
    if (sealed.length < TAG_BYTES || (sealed.length === TAG_BYTES && number > 0))
      throw new AgeFailure('payload failure');
    try {
      pieces.push(open(payloadKey, nonce, sealed));
    } catch {
      throw new AgeFailure('payload failure');
    }
  }
  return Buffer.concat(pieces);
}
