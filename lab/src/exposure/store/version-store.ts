import type { Problem } from '@candor/core/base';
import { z } from 'zod';
import { guardOf, objectOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readStored } from '../../adapters/store/stored-json.ts';

const inputsSchema = z.object({
  incidentText: z.string(),
  directoryText: z.string().nullable(),
  /** By custodian. */
  folderLists: z.record(z.string(), z.string()).readonly(),
  /** SHA-256 of each access file, sorted; versions made before this was kept have none. */
  accessFiles: z.array(z.string()).readonly().exactOptional(),
});
const isVersionInputs = guardOf(inputsSchema);

/** Other inputs of a version, as read. */
export type VersionInputs = Readonly<z.infer<typeof inputsSchema>>;

/** A version as the store knows it, once it is complete. */
export interface StoredVersion {
  readonly version: number;
  readonly digest: string;
  readonly inputDigest: string;
  readonly inputs: VersionInputs;
  readonly rules: string;
  readonly summary: string;
  readonly problems: readonly Problem[];
}

/** The newest complete version, or null before the first run. */
export async function findLastVersion(store: Store): Promise<StoredVersion | null> {
  const row = await store.db
    .selectFrom('exposure_version')
    .selectAll()
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toVersion(row);
}

export async function findVersion(store: Store, version: number): Promise<StoredVersion | null> {
  const row = await store.db
    .selectFrom('exposure_version')
    .selectAll()
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? null : toVersion(row);
}

/**
 * Removes what a run that was stopped left of a version, or a version that turned out to be the one before it. The row
 * in `exposure_version` is written last, so everything without it is unfinished.
 */
export async function dropVersion(store: Store, version: number): Promise<void> {
  for (const table of VERSION_TABLES) await store.deleteInSteps(table, 'version >= ?', [version]);
  await store.db.deleteFrom('exposure_version').where('version', '>=', version).execute();
}

const VERSION_TABLES = [
  'exposure_verdict',
  'exposure_record',
  'exposure_mailbox',
  'exposure_unresolved',
  'impact_party',
] as const;

/** Gives the newest version the number that it had in another state. Inside the caller's transaction. */
export async function renumberVersion(store: Store, version: number, to: number): Promise<void> {
  if (version === to) return;
  for (const table of VERSION_TABLES) {
    await store.db.deleteFrom(table).where('version', '=', to).execute();
    await store.db.updateTable(table).set({ version: to }).where('version', '=', version).execute();
  }
  await store.db.updateTable('exposure_version').set({ version: to }).where('version', '=', version).execute();
}

export async function completeVersion(store: Store, version: StoredVersion, madeAt: number): Promise<void> {
  await store.db
    .insertInto('exposure_version')
    .values({
      version: version.version,
      digest: version.digest,
      input_digest: version.inputDigest,
      inputs: JSON.stringify(version.inputs),
      rules: version.rules,
      made_at: madeAt,
      summary: version.summary,
      problems: JSON.stringify(version.problems),
    })
    .execute();
}

interface VersionRow {
  readonly version: number;
  readonly digest: string;
  readonly input_digest: string;
  readonly inputs: string;
  readonly rules: string;
  readonly summary: string;
  readonly problems: string;
}

function toVersion(row: VersionRow): StoredVersion {
  return {
    version: row.version,
    digest: row.digest,
    inputDigest: row.input_digest,
    inputs: readStored(isVersionInputs, row.inputs, 'exposure_version.inputs', row.version),
    rules: row.rules,
    summary: row.summary,
    problems: readStored(isProblems, row.problems, 'exposure_version.problems', row.version),
  };
}

/** The same copies were judged the same way again, perhaps of other inputs or with other words about them. */
export async function reviseVersion(store: Store, version: StoredVersion): Promise<void> {
  await store.db
    .updateTable('exposure_version')
    .set({
      input_digest: version.inputDigest,
      inputs: JSON.stringify(version.inputs),
      summary: version.summary,
      problems: JSON.stringify(version.problems),
    })
    .where('version', '=', version.version)
    .execute();
}

const isProblems = guardOf(
  z.array(
    objectOf<Problem>({ code: z.string(), place: z.string(), text: z.string(), weight: z.enum(['person', 'note']) }),
  ),
);

/** When the newest version was completed; null before the first. */
export async function findLastJudgedAt(store: Store): Promise<number | null> {
  const version = await store.db
    .selectFrom('exposure_version')
    .select('made_at')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return version?.made_at ?? null;
}
