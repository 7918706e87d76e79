import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Store } from '../../adapters/store/store.ts';

/** What follows from an input: an exposure version, or a wave of notices. */
export type InputUser = 'exposure' | 'wave';

/**
 * `arrivals`, `directory`, `folders`, `incident` (of a run), `disclosure` (the incident file as a wave read it) and
 * `reference`: bytes as they were read. `evidence`: digests of all evidence files; `program`: what read them; `found`:
 * contacts as they were found; JSON of ours.
 */
export type InputPurpose =
  | 'arrivals'
  | 'directory'
  | 'disclosure'
  | 'evidence'
  | 'folders'
  | 'found'
  | 'incident'
  | 'program'
  | 'reference';

export interface NewInput {
  readonly purpose: InputPurpose;
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface KeptInput extends Pick<NewInput, 'purpose' | 'path'> {
  readonly size: number;
  /** This is the digest of the bytes as they were read, in hex. */
  readonly sha256: string;
}

/** A message trace of a month of a large organization; whoever computes again has a larger one among the evidence. */
const LARGEST_KEPT_BYTES = 64 * 1024 * 1024;

/** Keeps what a version or a wave follows from, in place of what was kept for it. Inside the caller's transaction. */
export async function keepInputs(
  store: Store,
  user: InputUser,
  number: number,
  inputs: readonly NewInput[],
): Promise<void> {
  await store.db.deleteFrom('evidence_input_use').where('user', '=', user).where('number', '=', number).execute();
  for (const input of inputs) await addInput(store, user, number, input);
  await dropUnused(store);
}

/** The same for one of them. Inside the caller's transaction. */
export async function addInput(
  { db }: Store,
  user: InputUser,
  number: number,
  { purpose, path, bytes }: NewInput,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const use = { user, number, purpose, path, size: bytes.length, sha256 };
  await db
    .insertInto('evidence_input_use')
    .values(use)
    .onConflict((conflict) =>
      conflict.columns(['user', 'number', 'purpose', 'path']).doUpdateSet({ size: bytes.length, sha256 }),
    )
    .execute();
  if (bytes.length > LARGEST_KEPT_BYTES) return;
  await db
    .insertInto('evidence_input')
    .values({ sha256, content: gzipSync(bytes) })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** Keeps for a wave what its exposure version follows from: a later run may read the same version from other bytes. */
export async function inheritInputs({ db }: Store, wave: number, version: number): Promise<void> {
  await db.deleteFrom('evidence_input_use').where('user', '=', 'wave').where('number', '=', wave).execute();
  const uses = await db
    .selectFrom('evidence_input_use')
    .selectAll()
    .where('user', '=', 'exposure')
    .where('number', '=', version)
    .execute();
  for (const use of uses)
    await db
      .insertInto('evidence_input_use')
      .values({ ...use, user: 'wave', number: wave })
      .execute();
}

/** By purpose and path; empty where nothing was kept. */
export async function listInputs({ db }: Store, user: InputUser, number: number): Promise<readonly KeptInput[]> {
  const rows = await db
    .selectFrom('evidence_input_use')
    .select(['purpose', 'path', 'size', 'sha256'])
    .where('user', '=', user)
    .where('number', '=', number)
    .orderBy('purpose')
    .orderBy('path')
    .execute();
  return rows.map(({ purpose, ...row }) => ({ ...row, purpose: purpose as InputPurpose }));
}

/** The bytes of this digest; null where they were too large, or erased. */
export async function readInput({ db }: Store, sha256: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('evidence_input').select('content').where('sha256', '=', sha256).executeTakeFirst();
  return row === undefined ? null : gunzipSync(row.content);
}

/** Digests of kept bytes that are not the bytes of their digest. */
export async function findAlteredInputs(store: Store): Promise<readonly string[]> {
  const altered: string[] = [];
  for await (const rows of store.stream(store.db.selectFrom('evidence_input').selectAll().orderBy('sha256'), 1))
    for (const { sha256, content } of rows) if (digestPacked(content) !== sha256) altered.push(sha256);
  return altered;
}

function digestPacked(content: Uint8Array): string | null {
  try {
    return createHash('sha256').update(gunzipSync(content)).digest('hex');
  } catch {
    // Not what gzip wrote.
    return null;
  }
}

/** Takes away all kept bytes; the uses with their digests stay, and say what is gone. Gives how many bytes went. */
export async function eraseInputs({ db }: Store): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('evidence_input').executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

async function dropUnused({ db }: Store): Promise<void> {
  await db
    .deleteFrom('evidence_input')
    .where('sha256', 'not in', db.selectFrom('evidence_input_use').select('sha256'))
    .execute();
}
