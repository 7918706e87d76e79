import { advise, hint, Refusal } from '@candor/core/base';
import { type ReleaseManifest, readManifest } from '@candor/core/review/seal';
import type { Store } from '../../adapters/store/store.ts';
import { isTexts, readStored } from '../../adapters/store/stored-json.ts';
import { selectJudged } from '../../impact/store/judged-messages.ts';

/**
 * - `prepared`: two people have not approved it; preparing again may replace it.
 * - `approved`: in the log; it can be written and pushed. · `pushed`: the portal has it.
 * - `revoked`: it counts no more; what was opened stays opened.
 */
export type ReleaseState = 'prepared' | 'approved' | 'pushed' | 'revoked';

export interface StoredRelease {
  readonly id: number;
  readonly party: string;
  readonly number: number;
  readonly vaultId: number;
  readonly manifest: ReleaseManifest;
  readonly digest: string;
  readonly inputs: string;
  readonly custodians: readonly string[];
  readonly state: ReleaseState;
  readonly madeAt: number;
  readonly entry: number | null;
  readonly revokedAt: number | null;
  readonly revokedWhy: string | null;
  readonly revocationEntry: number | null;
}

/** In the order of their numbers, party by party. */
export async function readReleases(store: Store, party: string | null): Promise<readonly StoredRelease[]> {
  const query = store.db.selectFrom('review_release').selectAll().orderBy('party').orderBy('number');
  const rows = await (party === null ? query : query.where('party', '=', party)).execute();
  return rows.map((row) => {
    const manifest = readManifest(row.manifest);
    if (manifest === null) throw new Error('a manifest in the state cannot be read');
    return {
      id: Number(row.id),
      party: row.party,
      number: row.number,
      vaultId: row.vault_id,
      manifest,
      digest: row.digest,
      inputs: row.inputs,
      custodians: readStored(isTexts, row.custodians, 'review_release.custodians', Number(row.id)),
      state: row.state as ReleaseState,
      madeAt: row.made_at,
      entry: row.entry,
      revokedAt: row.revoked_at,
      revokedWhy: row.revoked_why,
      revocationEntry: row.revocation_entry,
    };
  });
}

/**
 * A party's newest, or the one with a number.
 * @throws Refusal when missing.
 */
export async function requireRelease(store: Store, party: string, number: number | null): Promise<StoredRelease> {
  const releases = await readReleases(store, party);
  const found = number === null ? releases.at(-1) : releases.find((release) => release.number === number);
  if (found !== undefined) return found;
  throw new Refusal('no-such-release', [
    number === null
      ? advise`nothing was prepared for ${party} yet; ${hint('release.prepare', { party })} does it`
      : advise`${party} has no release ${number}; ${hint('release.status')} shows what there is`,
  ]);
}

export interface NewRelease {
  readonly party: string;
  readonly number: number;
  readonly vaultId: number;
  readonly manifest: string;
  readonly digest: string;
  readonly inputs: string;
  readonly custodians: readonly string[];
}

/** Takes the place of a prepared one of the same number. Inside the caller's transaction. */
export async function putRelease(store: Store, release: NewRelease, at: number): Promise<void> {
  const { party, number, vaultId, manifest, digest, inputs, custodians } = release;
  await store.db
    .deleteFrom('review_release')
    .where('party', '=', party)
    .where('number', '=', number)
    .where('state', '=', 'prepared')
    .execute();
  await store.db
    .insertInto('review_release')
    .values({
      party,
      number,
      vault_id: vaultId,
      manifest,
      digest,
      inputs,
      custodians: JSON.stringify(custodians),
      state: 'prepared',
      made_at: at,
      entry: null,
      revoked_at: null,
      revoked_why: null,
      revocation_entry: null,
    })
    .execute();
}

/** Inside the caller's transaction. @throws Refusal when it is not any more what it was. */
export async function changeRelease(
  store: Store,
  { id, party, number, state, digest }: StoredRelease,
  change: {
    readonly state: ReleaseState;
    readonly entry?: number;
    readonly revoked_at?: number;
    readonly revoked_why?: string;
    readonly revocation_entry?: number;
  },
): Promise<void> {
  const changed = await store.db
    .updateTable('review_release')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', state)
    .where('digest', '=', digest)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) !== 1)
    throw new Refusal('release-changed', [`release ${number} of ${party} was changed meanwhile; review it again`]);
}

/** The manifest of the release that an entry of the log approves; null where this state has none. */
export async function findManifestOf(store: Store, entry: number): Promise<string | null> {
  const release = await store.db
    .selectFrom('review_release')
    .select('manifest')
    .where('entry', '=', entry)
    .executeTakeFirst();
  return release?.manifest ?? null;
}

export async function hasReleases(store: Store): Promise<boolean> {
  const release = await store.db.selectFrom('review_release').select('id').limit(1).executeTakeFirst();
  return release !== undefined;
}

/** The key of a vault as it was sealed for a reviewer; null where it was not yet. */
export async function findGrant(
  store: Store,
  vault: number,
  reviewer: string,
): Promise<{ readonly digest: string; readonly sealed: Uint8Array } | null> {
  const grant = await store.db
    .selectFrom('review_grant')
    .select(['digest', 'sealed'])
    .where('vault_id', '=', vault)
    .where('reviewer', '=', reviewer)
    .executeTakeFirst();
  return grant ?? null;
}

export async function insertGrant(
  store: Store,
  grant: { readonly vault: number; readonly reviewer: string; readonly digest: string; readonly sealed: Uint8Array },
): Promise<void> {
  const { vault, reviewer, digest, sealed } = grant;
  await store.db.insertInto('review_grant').values({ vault_id: vault, reviewer, digest, sealed }).execute();
}

export function selectReviewed(store: Store, version: number) {
  return selectJudged(store, version).select([
    'evidence_copy.custodian',
    'evidence_copy.location',
    'evidence_copy.shard_id',
    'evidence_copy.file',
    'evidence_copy.members',
    'evidence_copy.position',
    'evidence_copy.length',
    'evidence_copy.sha256',
    'evidence_copy.folder',
    'evidence_copy.labels',
    'evidence_copy.message_id',
    'evidence_copy.date',
    'evidence_copy.fingerprint',
    'evidence_copy.draft',
    'evidence_copy.bulk',
    'evidence_copy.addresses',
    'evidence_copy.parents',
    'exposure_verdict.verdict',
    'exposure_verdict.intruder_sent',
    'exposure_verdict.reasons',
  ]);
}
