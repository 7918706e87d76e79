import { advise, compareUtf8, hint, type Json, Refusal, type Runtime, toCanonicalJson } from '@candor/core/base';
import { type ReviewerKey, readReviewerKey, toFingerprint } from '@candor/core/review/seal';
import type { Store } from '../../adapters/store/store.ts';
import { isJson, isTexts, readStored } from '../../adapters/store/stored-json.ts';

/** Who nominates, who reads, and who reads for the party from outside (counsel, a service provider). */
export const REVIEWER_ROLES = ['nominator', 'reviewer', 'representative'] as const;

export type ReviewerRole = (typeof REVIEWER_ROLES)[number];

export interface Reviewer {
  readonly id: number;
  readonly party: string;
  readonly fingerprint: string;
  readonly key: ReviewerKey;
  readonly name: string;
  readonly role: ReviewerRole;
  /** In UTF-8 order, in which two people sign them. */
  readonly domains: readonly string[];
  readonly proof: string;
  readonly state: 'asked' | 'approved' | 'refused' | 'revoked';
  readonly document: Json;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly entry: number | null;
  readonly endedAt: number | null;
  readonly endedWhy: string | null;
  /**
   * The request at the portal that it came by; null: taken in by hand. The token and when it was seen first are in
   * `review_request`.
   */
  readonly request: string | null;
  readonly address: string | null;
  /** Result of the last check of its proof; null: not checked, or recorded manually. */
  readonly judged: Json;
  readonly judgedAt: number | null;
  readonly announcedAt: number | null;
  readonly waitsUntil: number | null;
}

export interface NewReviewer {
  readonly incident: string;
  readonly party: string;
  readonly key: ReviewerKey;
  readonly name: string;
  readonly role: ReviewerRole;
  readonly domains: readonly string[];
  readonly proof: string;
  readonly request?: string;
  readonly address?: string;
  /** Number of the enrollment in force that this one takes the place of, with more than it proved. */
  readonly continues?: number;
}

export async function readReviewers(store: Store, party: string | null): Promise<readonly Reviewer[]> {
  const query = store.db.selectFrom('review_reviewer').selectAll().orderBy('id');
  const rows = await (party === null ? query : query.where('party', '=', party)).execute();
  return rows.map((row) => {
    const key = readReviewerKey(row.public_key);
    if (key === null) throw new Error('a reviewer key in the state cannot be read');
    return {
      id: Number(row.id),
      party: row.party,
      fingerprint: row.fingerprint,
      key,
      name: row.name,
      role: row.role as ReviewerRole,
      domains: readStored(isTexts, row.domains, 'review_reviewer.domains', Number(row.id)),
      proof: row.proof,
      state: row.state as Reviewer['state'],
      document: readStored(isJson, row.document, 'review_reviewer.document', Number(row.id)),
      madeBy: row.made_by,
      madeAt: row.made_at,
      entry: row.entry,
      endedAt: row.ended_at,
      endedWhy: row.ended_why,
      request: row.request,
      address: row.address,
      judged: row.judged === null ? null : readStored(isJson, row.judged, 'review_reviewer.judged', Number(row.id)),
      judgedAt: row.judged_at,
      announcedAt: row.announced_at,
      waitsUntil: row.waits_until,
    };
  });
}

/**
 * By number or fingerprint.
 * @throws Refusal when missing.
 */
export async function requireReviewer(store: Store, name: string): Promise<Reviewer> {
  const reviewers = await readReviewers(store, null);
  // The same key may have been refused before.
  const found = reviewers.findLast(({ id, fingerprint }) => String(id) === name || fingerprint === name.toLowerCase());
  if (found !== undefined) return found;
  throw new Refusal('unknown-reviewer', [
    advise`"${name}" is not an enrollment; ${hint('enrollment.list')} shows them`,
  ]);
}

/** @throws Refusal when this key waits or reads for this party already. */
export async function insertReviewer(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  { incident, party, key, name, role, domains, proof, request, address, continues }: NewReviewer,
  by: string,
  at: number,
): Promise<Reviewer> {
  const fingerprint = toFingerprint(runtime, key);
  const sorted = [...new Set(domains)].sort(compareUtf8);
  const known = (await readReviewers(store, party)).find(
    (other) =>
      other.fingerprint === fingerprint &&
      other.id !== continues &&
      (other.state === 'asked' || other.state === 'approved'),
  );
  if (known !== undefined)
    throw new Refusal('already-enrolled', [
      advise`this key is enrollment ${known.id} of ${party} already (${known.state}); ${hint('enrollment.show', known.id)}`,
    ]);
  const document = {
    v: 1,
    kind: 'enrollment',
    incident,
    party,
    domains: sorted,
    reviewer: fingerprint,
    key: { v: 1, age: key.age, sign: key.sign },
    name,
    role,
    proof,
    // What people approve of what came by the portal is the very document that was signed.
    ...(request === undefined ? {} : { request }),
    ...(continues === undefined ? {} : { continues }),
    at,
  };
  const { id } = await store.db
    .insertInto('review_reviewer')
    .values({
      party,
      fingerprint,
      public_key: toCanonicalJson({ v: 1, age: key.age, sign: key.sign }),
      name,
      role,
      domains: JSON.stringify(sorted),
      proof,
      state: 'asked',
      document: toCanonicalJson(document),
      made_by: by,
      made_at: at,
      entry: null,
      ended_at: null,
      ended_by: null,
      ended_why: null,
      request: request ?? null,
      address: address ?? null,
      judged: null,
      judged_at: null,
      announced_at: null,
      waits_until: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return requireReviewer(store, String(id));
}

/** Inside the caller's transaction. @throws Refusal when it was decided meanwhile. */
export async function changeReviewer(
  store: Store,
  id: number,
  from: Reviewer['state'],
  change: {
    readonly state: Reviewer['state'];
    readonly entry?: number;
    readonly document?: string;
    readonly ended_at?: number;
    readonly ended_by?: string;
    readonly ended_why?: string;
  },
): Promise<void> {
  const changed = await store.db
    .updateTable('review_reviewer')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst();
  if (Number(changed.numUpdatedRows) !== 1)
    throw new Refusal('already-decided', [
      advise`enrollment ${id} was decided meanwhile; ${hint('enrollment.show', id)}`,
    ]);
}

/** Number of the enrollment that it replaces; null for an independent one. */
export function findContinued({ document }: Pick<Reviewer, 'document'>): number | null {
  const { continues } = document as { readonly continues?: unknown };
  return typeof continues === 'number' ? continues : null;
}

export async function changeRole(store: Store, id: number, role: ReviewerRole): Promise<void> {
  await store.db.updateTable('review_reviewer').set({ role }).where('id', '=', id).execute();
}

/** What looking at the proof gave last. */
export async function keepJudged(store: Store, id: number, judged: object, at: number): Promise<void> {
  await store.db
    .updateTable('review_reviewer')
    .set({ judged: JSON.stringify(judged), judged_at: at })
    .where('id', '=', id)
    .execute();
}
