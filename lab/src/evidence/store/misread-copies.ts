import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import { readJsonFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store/store.ts';

/** A copy that earlier versions handed over as damaged bytes (migration 0020). A state made since has none. */
export interface MisreadCopy {
  readonly location: string;
  /** This is the digest of the message's bytes, in lower-case hex. */
  readonly sha256: string;
  /** This is hex. */
  readonly fingerprint: string;
  readonly length: number;
  /** False: only if it is stored without compression in its zip, which a state does not know. */
  readonly isCertain: boolean;
}

export async function listMisreadCopies(store: Store): Promise<readonly MisreadCopy[]> {
  const rows = await store.db.selectFrom('evidence_misread').selectAll().orderBy('location').execute();
  return rows.map(({ location, sha256, fingerprint, length, certain }) => ({
    location,
    sha256: Buffer.from(sha256).toString('hex'),
    fingerprint: Buffer.from(fingerprint).toString('hex'),
    length: Number(length),
    isCertain: certain === 1,
  }));
}

/** Ids of the last notice and the last release that may rest on such copies. */
export type MisreadUntil = Readonly<z.infer<typeof untilSchema>>;

const untilSchema = z.object({ notice: z.number(), release: z.number() });
const isUntil = guardOf(untilSchema);

/** Null in a state that has no such copy. */
export function readMisreadUntil(store: Store): Promise<MisreadUntil | null> {
  return readJsonFact(store, 'misread-until', isUntil);
}
