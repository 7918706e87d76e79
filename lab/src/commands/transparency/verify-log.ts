import { join } from 'node:path';
import { type Problem, Refusal, readJsonObject } from '@candor/core/base';
import {
  type Hashing,
  type LogFiles,
  readVerifierKey,
  toNoteText,
  type VerifiedCheckpoint,
  type VerifierKey,
  verifyCheckpoint,
  verifyLog,
  type WitnessedSize,
} from '@candor/core/ledger';
import { publicMode, readFileIfAny, writeDurableFile } from '../../adapters/files/durable-file.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { findPlaces, type ProvenEntry, verifyOpenings, verifyProofFile } from '../../transparency/index.ts';

export interface LogVerificationOrder {
  /** The downloaded site, or its log folder; null: only a proof is checked. */
  readonly site: string | null;
  /** Verifier key of the log; null: the one that the site names itself. */
  readonly key: string | null;
  readonly witnesses: readonly string[];
  /** Checkpoints that were saved earlier. */
  readonly checkpoints: readonly string[];
  readonly proofs: readonly string[];
  readonly openings: string | null;
  /** Where to save the checkpoint for the next time. */
  readonly save: string | null;
}

export interface LogVerificationResult {
  readonly key: VerifierKey;
  /** The key was taken from the site that is being judged: it must be compared with a notice or DNS. */
  readonly isKeyFromSite: boolean;
  readonly checkpoint: VerifiedCheckpoint | null;
  readonly knownSizes: readonly number[];
  readonly proven: readonly ProvenEntry[];
  readonly openings: number | null;
  /** Waits of which the openings show neither that they passed nor that they did not. */
  readonly openWaits: number;
  readonly problems: readonly Problem[];
}

/**
 * Verifies a log offline from files: all of it, its continuity with an earlier checkpoint, and the membership of proofs
 * and openings.
 * @throws Refusal for unreadable files.
 */
export async function verifyLogFiles(order: LogVerificationOrder): Promise<LogVerificationResult> {
  const hashing = createNodeRuntime();
  if (order.site === null && order.proofs.length === 0) {
    throw new Refusal('nothing-to-verify', ['name the downloaded site with --site DIR, or a proof with --proof FILE']);
  }
  const places = order.site === null ? null : findPlaces(order.site);
  const files = places === null ? null : toFolderFiles(places.log);
  const key = readKey(hashing, order.key, places?.keys ?? null);
  const witnesses = order.witnesses.map((text) => requireKey(hashing, text));
  const saved = await Promise.all(order.checkpoints.map((path) => readSaved(path, key, witnesses)));
  const known = saved.map((verified) => verified.checkpoint);
  const proven: ProvenEntry[] = [];
  for (const path of order.proofs) proven.push(await verifyProofFile(hashing, readText(path), key, files));
  const problems: Problem[] = [];
  let checkpoint: VerifiedCheckpoint | null = null;
  let openings: number | null = null;
  let openWaits = 0;
  if (files !== null) {
    const trust = { log: key, witnesses, known: [...known, ...proven.map((proof) => proof.checkpoint.checkpoint)] };
    const result = await verifyLog(hashing, nodeCryptography, files, trust);
    checkpoint = result.checkpoint;
    problems.push(...result.problems);
    if (order.openings !== null && checkpoint !== null) {
      const witnessed = [checkpoint, ...saved].flatMap(toWitnessed);
      const text = readText(order.openings);
      const opened = await verifyOpenings(hashing, text, files, checkpoint.checkpoint, { witnessed, at: now() });
      openings = opened.count;
      openWaits = opened.openWaits;
      problems.push(...opened.problems);
    }
  }
  if (order.save !== null && checkpoint !== null && problems.every(({ weight }) => weight === 'note')) {
    writeDurableFile(order.save, toNoteText(checkpoint.note), publicMode);
  }
  const knownSizes = known.map(({ size }) => size);
  return { key, isKeyFromSite: order.key === null, checkpoint, knownSizes, proven, openings, openWaits, problems };
}

function readKey(hashing: Hashing, key: string | null, keysFile: string | null): VerifierKey {
  if (key !== null) return requireKey(hashing, key);
  const bytes = keysFile === null ? null : readFileIfAny(keysFile);
  const log = bytes === null ? null : (readJsonObject(bytes)?.['log'] ?? null);
  if (typeof log === 'string') return requireKey(hashing, log);
  throw new Refusal('no-verifier-key', [
    'name the key of the log with --key NAME+ID+BASE64 (it is in the notice and in keys.json of the site)',
  ]);
}

function requireKey(hashing: Hashing, text: string): VerifierKey {
  const key = readVerifierKey(hashing, text);
  if (key !== null) return key;
  throw new Refusal('no-verifier-key', [`"${text}" is not a verifier key: name, id and base64, joined by +`]);
}

async function readSaved(
  path: string,
  key: VerifierKey,
  witnesses: readonly VerifierKey[],
): Promise<VerifiedCheckpoint> {
  const verified = await verifyCheckpoint(nodeCryptography, new TextEncoder().encode(readText(path)), key, witnesses);
  if (verified !== null) return verified;
  throw new Refusal('foreign-checkpoint', [`${path}: this is not a checkpoint signed by the key of ${key.name}`]);
}

/** When each witness saw this checkpoint. */
function toWitnessed({ checkpoint, signatures }: VerifiedCheckpoint): readonly WitnessedSize[] {
  return signatures.flatMap(({ seenAt }) => (seenAt === null ? [] : [{ size: checkpoint.size, seenAt }]));
}

function readText(path: string): string {
  const bytes = readFileIfAny(path);
  if (bytes === null) throw new Refusal('no-such-file', [`${path}: there is no such file`]);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** The files of a log that lie in a folder. */
export function toFolderFiles(folder: string): LogFiles {
  return async (path) => readFileIfAny(join(folder, path));
}
