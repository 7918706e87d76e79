import type { Cryptography } from '@candor/core/base';
import { readBase64, toBase64 } from './base64.ts';
import { HASH_BYTES } from './hash.ts';
import { readNote, type SignedNote, type VerifiedSignature, verifyNote } from './note.ts';
import type { VerifierKey } from './verifier-key.ts';

const MAX_ORIGIN_BYTES = 255;

/** The head of a log at one size (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  /** Number of entries. */
  readonly size: number;
  readonly root: Uint8Array;
}

export function toCheckpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Reads the text of a checkpoint's note; null unless it has exactly three lines in their one form. We write no
 * extension lines and read none.
 */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', decimal = '', base64 = '', end, ...rest] = text.split('\n');
  if (end !== '' || rest.length > 0) return null;
  const originBytes = new TextEncoder().encode(origin).length;
  const size = Number(decimal);
  const root = readBase64(base64);
  if (originBytes === 0 || originBytes > MAX_ORIGIN_BYTES || !/^(?:0|[1-9]\d*)$/.test(decimal)) return null;
  return Number.isSafeInteger(size) && root?.length === HASH_BYTES ? { origin, size, root } : null;
}

/** A checkpoint whose log signature was checked. */
export interface VerifiedCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly note: SignedNote;
  /** The log's own and those of known witnesses. */
  readonly signatures: readonly VerifiedSignature[];
}

/**
 * Reads and checks a log's checkpoint from a stranger's bytes: form, the log's signature, and that its origin is the
 * name of the log's key, so that no log can pass for another. Signatures by the witnesses must hold where they are.
 * Null for anything else.
 */
export async function verifyCheckpoint(
  cryptography: Pick<Cryptography, 'verifyEd25519'>,
  bytes: Uint8Array,
  log: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): Promise<VerifiedCheckpoint | null> {
  const note = readNote(bytes);
  if (note === null) return null;
  const checkpoint = readCheckpoint(note.text);
  if (checkpoint === null || checkpoint.origin !== log.name) return null;
  const signatures = await verifyNote(cryptography, note, [log, ...witnesses]);
  return signatures?.some(({ key }) => key === log) === true ? { checkpoint, note, signatures } : null;
}
