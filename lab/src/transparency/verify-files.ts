import { type Problem, Refusal } from '@candor/core/base';
import {
  type Checkpoint,
  commitEntry,
  HASH_BYTES,
  type Hashing,
  hashLeaf,
  isSameHash,
  type LogFiles,
  type Opening,
  readEntry,
  readEntryTile,
  readOpening,
  readProof,
  TILE_HASHES,
  toTilePath,
  toTileWidth,
  type VerifiedCheckpoint,
  type VerifierKey,
  verifyCheckpoint,
  verifyInclusion,
  type WitnessedSize,
} from '@candor/core/ledger';
import { nodeCryptography } from '../adapters/keys/cryptography.ts';
import { EntryTimes } from './entry-times.ts';
import { EntryWaits } from './entry-waits.ts';

/** What a proof file proves. */
export interface ProvenEntry {
  readonly checkpoint: VerifiedCheckpoint;
  readonly index: number;
  /** It is null if the proof was made without it. */
  readonly opening: Opening | null;
}

/**
 * Verifies a proof with only the log's key. Without its opening it needs the commitment, from the log's files.
 * @throws Refusal for anything but a proof of this log.
 */
export async function verifyProofFile(
  hashing: Hashing,
  text: string,
  key: VerifierKey,
  files: LogFiles | null,
): Promise<ProvenEntry> {
  const refuse = (why: string) => new Refusal('proof-fails', [`this proof is invalid: ${why}`]);
  const proof = readProof(text);
  if (proof === null) throw refuse('it is not a tlog-proof in canonical form');
  const checkpoint = await verifyCheckpoint(nodeCryptography, new TextEncoder().encode(proof.note), key);
  if (checkpoint === null) throw refuse(`${key.name} did not sign its checkpoint with the key given`);
  const opening = proof.extra === null ? null : readOpening(new TextDecoder().decode(proof.extra));
  if (
    proof.extra !== null &&
    (opening === null || opening.index !== proof.index || readEntry(opening.entry) === null)
  ) {
    throw refuse('the file beside it is not an opening of this entry');
  }
  const commitment =
    opening === null
      ? await readCommitment(files, checkpoint.checkpoint, proof.index)
      : commitEntry(hashing, opening.salt, opening.entry);
  if (commitment === null)
    throw refuse('it holds no opening, and the files of the log do not have the entry (--site DIR)');
  const claim = { leaf: hashLeaf(hashing, commitment), index: proof.index, path: proof.path };
  if (!verifyInclusion(hashing, claim, checkpoint.checkpoint))
    throw refuse('its path does not lead to the root of its checkpoint');
  return { checkpoint, index: proof.index, opening };
}

/** What openings show, and what is wrong with them. */
export interface CheckedOpenings {
  readonly count: number;
  /** Waits that may have passed or not: entries between are not open, or witnesses say nothing of it. */
  readonly openWaits: number;
  readonly problems: readonly Problem[];
}

/**
 * Checks openings, one a line, against the files of a log that was verified, and the waits that they show by the log's
 * periods and by witnesses' times. `at`: now.
 */
export async function verifyOpenings(
  hashing: Hashing,
  text: string,
  files: LogFiles,
  checkpoint: Checkpoint,
  seen: { readonly witnessed: readonly WitnessedSize[]; readonly at: number },
): Promise<CheckedOpenings> {
  const problems: Problem[] = [];
  const lines = text.split('\n').filter((line) => line !== '');
  const tiles = new Map<number, Uint8Array | null>();
  const times = new EntryTimes();
  const waits = new EntryWaits({ signings: 'padding', witnessed: seen.witnessed });
  for (const [at, line] of lines.entries()) {
    const opening = readOpening(line);
    const index = opening === null ? null : Math.floor(opening.index / TILE_HASHES);
    if (index !== null && !tiles.has(index)) {
      // Openings come in order, so one tile is enough.
      tiles.clear();
      tiles.set(index, await readTileOf(files, checkpoint.size, index));
    }
    const tile = index === null ? null : tiles.get(index);
    const from = opening === null ? 0 : (opening.index % TILE_HASHES) * HASH_BYTES;
    const entry = opening === null ? null : readEntry(opening.entry);
    const isThere =
      opening !== null &&
      tile != null &&
      entry !== null &&
      isSameHash(tile.subarray(from, from + HASH_BYTES), commitEntry(hashing, opening.salt, opening.entry));
    if (isThere) {
      times.take(`line ${at + 1}`, opening.index, entry.at);
      waits.take(`line ${at + 1}`, opening.index, entry);
      continue;
    }
    const isLater = opening !== null && opening.index >= checkpoint.size;
    problems.push({
      code: isLater ? 'log-opening-waits' : 'log-opening',
      place: `line ${at + 1}`,
      text: isLater ? 'this entry is not covered by the checkpoint yet' : 'the log has no such entry at this position',
      weight: isLater ? 'note' : 'person',
    });
  }
  for (const late of times.list()) problems.push({ code: 'log-time', ...late, weight: 'person' });
  for (const short of waits.list(checkpoint.size, seen.at)) problems.push({ ...short, weight: 'person' });
  return { count: lines.length, openWaits: waits.open, problems };
}

async function readCommitment(files: LogFiles | null, { size }: Checkpoint, index: number): Promise<Uint8Array | null> {
  if (files === null || index >= size) return null;
  const tile = await readTileOf(files, size, Math.floor(index / TILE_HASHES));
  const from = (index % TILE_HASHES) * HASH_BYTES;
  return tile === null ? null : tile.slice(from, from + HASH_BYTES);
}

async function readTileOf(files: LogFiles, size: number, index: number): Promise<Uint8Array | null> {
  const width = toTileWidth(size, 0, index);
  if (width === 0) return null;
  const full = TILE_HASHES;
  const partial = await files(toTilePath({ level: 'entries', index, width }));
  if (partial !== null || width === full) return partial === null ? null : readEntryTile(partial, width);
  // The partial tile of an older checkpoint may have gone; the full one begins with it.
  const whole = await files(toTilePath({ level: 'entries', index, width: full }));
  return whole === null ? null : readEntryTile(whole, full);
}
