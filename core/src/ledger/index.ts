/**
 * The ledger: an append-only log that outsiders can check and not read. Specified in docs/formats/log.md on top of RFC
 * 6962 and C2SP (tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature, tlog-proof).
 *
 * Everything here is pure and synchronous except for keys: SHA-256 is handed in as `Hashing`, Ed25519 as
 * `Cryptography`, private keys as `Signer`, tiles as `TileSource`. Hashes are raw 32-byte arrays, sizes and positions
 * whole numbers up to 2^53 - 1, times UTC seconds.
 *
 * - An `Entry` has one text (`toEntryText`); with 32 random bytes of salt it gives the commitment that outsiders see
 *   (`commitEntry`).
 * - `LogTree` appends commitments and gives root and changed tiles; `TileProver` makes proofs from tiles;
 *   `verifyInclusion` and `verifyConsistency` check them.
 * - `readX` takes a stranger's bytes, gives null for anything but the one canonical form, and never throws. What it
 *   gives is well-formed, not true: `verifyNote`, `verifyCheckpoint` and the two above say what is.
 * - Functions that make things throw an Error for values that no caller may have: a fault.
 */

export { readBase64, readBase64Url, toBase64, toBase64Url } from './base64.ts';
export {
  type Checkpoint,
  readCheckpoint,
  toCheckpointText,
  type VerifiedCheckpoint,
  verifyCheckpoint,
} from './checkpoint.ts';
export {
  commitEntry,
  type Entry,
  type EntryBody,
  type EntryKind,
  entryKinds,
  isApprovedKind,
  readEntry,
  SALT_BYTES,
  toEntryText,
  writeCommitment,
} from './entry.ts';
export { HASH_BYTES, type Hashing, hashLeaf, isSameHash, readHex, toHex } from './hash.ts';
export { LogTree, type Tile } from './log-tree.ts';
export {
  type NoteSignature,
  readNote,
  type SignedNote,
  signNote,
  toCosignedText,
  toNoteText,
  type VerifiedSignature,
  verifyNote,
} from './note.ts';
export { type Path, type TreeHead, verifyConsistency, verifyInclusion } from './proof.ts';
export { type LogProof, type Opening, readOpening, readProof, toOpeningText, toProofText } from './proof-file.ts';
export { type LogRate, toPublishedSize } from './published-size.ts';
export {
  listTiles,
  readEntryTile,
  readTile,
  readTilePath,
  TILE_HASHES,
  type TilePlace,
  toEntryTile,
  toTilePath,
  toTileWidth,
} from './tile.ts';
export { MissingTile, TileProver, type TileSource } from './tile-proof.ts';
export {
  makeVerifierKey,
  readVerifierKey,
  type SignatureType,
  toVerifierKeyOf,
  toVerifierKeyText,
  type VerifierKey,
} from './verifier-key.ts';
export { type LogFiles, type LogVerification, verifyLog } from './verify-log.ts';
export {
  type DatedIndex,
  findSecondsAhead,
  judgeWitnessed,
  measureWait,
  type SignedSize,
  toEarliestEnd,
  toLeastIndex,
  type WitnessedSize,
} from './waiting.ts';
