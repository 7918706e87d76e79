import type { Cryptography } from '@candor/core/base';
import { type BucketShape, NONCE_BYTES, toBucketBytes, toSlotCapacity } from './bucket-shape.ts';

const HASH_BYTES = 32;
/** Hashes of one proof: a count is one byte, and no tree is deeper than 64. */
const PROOF_HASHES = 64;
const LENGTH_BYTES = 2;
/** Lists of hashes behind the sealed notice. Earlier files end after three: the zeros behind them are an empty one. */
const PROOFS = 4;

/** What one slot holds: the deflated sealed notice, and the four proofs whose hashes nothing can compress. */
export interface SlotContent {
  readonly deflated: Uint8Array;
  /** Empty when it is missing. */
  readonly wavePath: readonly Uint8Array[];
  readonly inclusion: readonly Uint8Array[];
  /**
   * From the checkpoint that the notice prints to the published one; empty when it is missing, or when they are the
   * same.
   */
  readonly consistency: readonly Uint8Array[];
  /** From the party to the root of the set of parties to be notified; empty when it is missing, as in earlier files. */
  readonly partyPath: readonly Uint8Array[];
}

/** Bytes of a slot that this content needs, to be compared with `toSlotCapacity`. */
export function countSlotBytes({ deflated, ...proofs }: SlotContent): number {
  return listProofs(proofs).reduce(
    (sum, hashes) => sum + 1 + hashes.length * HASH_BYTES,
    LENGTH_BYTES + deflated.length,
  );
}

/** In the order in which they lie. */
function listProofs({
  wavePath,
  inclusion,
  consistency,
  partyPath,
}: Omit<SlotContent, 'deflated'>): readonly (readonly Uint8Array[])[] {
  return [wavePath, inclusion, consistency, partyPath];
}

/** The bytes of a slot, or null when the content does not fit. `nonce` is random and used once. */
export async function sealSlot(
  cryptography: Cryptography,
  shape: BucketShape,
  key: Uint8Array,
  nonce: Uint8Array,
  content: SlotContent,
): Promise<Uint8Array | null> {
  if (countSlotBytes(content) > toSlotCapacity(shape)) return null;
  const plaintext = new Uint8Array(toSlotCapacity(shape));
  plaintext[0] = content.deflated.length >> 8;
  plaintext[1] = content.deflated.length & 0xff;
  plaintext.set(content.deflated, LENGTH_BYTES);
  let at = LENGTH_BYTES + content.deflated.length;
  for (const proof of listProofs(content)) {
    plaintext[at] = proof.length;
    at += 1;
    for (const hash of proof) {
      plaintext.set(hash, at);
      at += HASH_BYTES;
    }
  }
  const slot = new Uint8Array(shape.slotBytes);
  slot.set(nonce);
  slot.set(await cryptography.sealAes256Gcm(key, nonce, plaintext), NONCE_BYTES);
  return slot;
}

/** What the key opens in a bucket; null when it opens nothing, or the bucket has another size than its site says. */
export async function openBucket(
  cryptography: Cryptography,
  shape: BucketShape,
  key: Uint8Array,
  bucket: Uint8Array,
): Promise<SlotContent | null> {
  if (bucket.length !== toBucketBytes(shape)) return null;
  for (let slot = 0; slot < shape.slots; slot += 1) {
    const bytes = bucket.subarray(slot * shape.slotBytes, (slot + 1) * shape.slotBytes);
    const plaintext = await cryptography.openAes256Gcm(
      key,
      bytes.subarray(0, NONCE_BYTES),
      bytes.subarray(NONCE_BYTES),
    );
    if (plaintext !== null) return readSlotContent(plaintext);
  }
  return null;
}

function readSlotContent(plaintext: Uint8Array): SlotContent | null {
  const length = ((plaintext[0] ?? 0) << 8) | (plaintext[1] ?? 0);
  const deflated = plaintext.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
  if (deflated.length !== length) return null;
  const proofs: (readonly Uint8Array[])[] = [];
  let end = LENGTH_BYTES + length;
  for (let at = 0; at < PROOFS; at += 1) {
    // A slot of earlier files may be full to its end.
    const read = at === PROOFS - 1 && end === plaintext.length ? { hashes: [], end } : readHashes(plaintext, end);
    if (read === null) return null;
    proofs.push(read.hashes);
    end = read.end;
  }
  const [wavePath = [], inclusion = [], consistency = [], partyPath = []] = proofs;
  return { deflated, wavePath, inclusion, consistency, partyPath };
}

function readHashes(bytes: Uint8Array, at: number): { readonly hashes: Uint8Array[]; readonly end: number } | null {
  const count = bytes[at];
  if (count === undefined || count > PROOF_HASHES) return null;
  const end = at + 1 + count * HASH_BYTES;
  if (end > bytes.length) return null;
  const hashes: Uint8Array[] = [];
  for (let from = at + 1; from < end; from += HASH_BYTES) hashes.push(bytes.subarray(from, from + HASH_BYTES));
  return { hashes, end };
}
