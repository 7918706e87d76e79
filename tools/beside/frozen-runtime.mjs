// Loaded before a program (`node --import`): a clock that stands still and a random source that repeats itself, so that
// two checkouts which do the same write the same bytes. For comparisons only: keys made with it are known to everybody.
//
// Bytes that say what they are for (lab/src/adapters/keys/random.ts) follow from that alone, so that a checkout may
// draw them in another order. All others follow each other.
import crypto from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { syncBuiltinESMExports } from 'node:module';

const now = Number(process.env['CANDOR_FROZEN_AT']);
if (!Number.isSafeInteger(now)) throw new Error('CANDOR_FROZEN_AT is not a time in milliseconds');

const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [now] : parts));
  }
  static now() {
    return now;
  }
};

/** Blocks that were drawn for a purpose. What is for nothing that is named has its own row. */
const drawn = new Map();
let purpose = '';
subscribe('candor:random', (named) => {
  purpose = named;
});

function fill(bytes) {
  const of = purpose;
  purpose = '';
  for (let at = 0; at < bytes.length; at += 32) {
    const block = (drawn.get(of) ?? 0) + 1;
    drawn.set(of, block);
    const next = crypto
      .createHash('sha256')
      .update(`${now}/${block}${of === '' ? '' : `/${of}`}`)
      .digest();
    bytes.set(next.subarray(0, Math.min(32, bytes.length - at)), at);
  }
  return bytes;
}

crypto.randomBytes = (length) => fill(Buffer.alloc(length));
crypto.randomInt = (from, to) => {
  const [low, high] = to === undefined ? [0, from] : [from, to];
  return low + (fill(Buffer.alloc(6)).readUIntBE(0, 6) % (high - low));
};
crypto.webcrypto.getRandomValues = (view) => {
  fill(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return view;
};
// PKCS #8 of RFC 8410: the algorithm's identifier ends in 0x6e (X25519) or 0x70 (Ed25519), the key is 32 bytes.
const LAST_BYTE = { x25519: '6e', ed25519: '70' };
crypto.generateKeyPairSync = (type) => {
  const head = Buffer.from(`302e020100300506032b65${LAST_BYTE[type]}04220420`, 'hex');
  const key = Buffer.concat([head, fill(Buffer.alloc(32))]);
  const privateKey = crypto.createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  return { privateKey, publicKey: crypto.createPublicKey(privateKey) };
};
syncBuiltinESMExports();
