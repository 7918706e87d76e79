import { formatInstant, type Json, Refusal, type Runtime, toCanonicalJson, toObject } from '@candor/core/base';
import { type Entry, readEntry } from '@candor/core/ledger';
import { readNoticeCode } from '@candor/core/notice/code';
import { listBoundDomains } from '@candor/core/notice/text';
import { buildWaveTree, commitNotice, findListFaults, toRecordText, type WaveManifest } from '@candor/core/notice/wave';
import { findPrintedRoot } from '@candor/core/verify';
import { guardOf } from '../../adapters/store/schema-guard.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findEntryFault } from '../../ledger/index.ts';
import { listEntriesOfKind, readStoredEntry } from '../../ledger/store/entry-store.ts';
import { findPartySetFault } from '../party-set/index.ts';
import { bindRecord } from '../recipients/index.ts';
import { withdrawalSchema } from '../store/proposal-schema.ts';
import { isMisdirected, listDeliveries, type StoredNotice, type StoredWave } from '../store/wave-store.ts';

type Hashing = Pick<Runtime, 'sha256Hex'>;

/** An approved wave with all its stored notices. */
export interface ApprovedWave {
  readonly wave: StoredWave;
  readonly notices: readonly StoredNotice[];
}

/**
 * Ensures that what is about to be sealed is what two people approved according to the log: every wave and withdrawal,
 * every notice with text, code, place and state. Otherwise the site could contradict what was sent.
 * @throws Refusal `site-differs` that names each notice and difference.
 */
export async function assertLogged(store: Store, hashing: Hashing, waves: readonly ApprovedWave[]): Promise<void> {
  const reasons = await findMissingWaves(store, waves);
  const withdrawals = await readWithdrawals(store, hashing, reasons);
  const issued = new Map(waves.flatMap(({ notices }) => notices.map((notice) => [notice.id, notice])));
  for (const approved of waves) {
    const { wave, notices } = approved;
    const entry = await openEntry(store, hashing, wave.entry, reasons);
    // Of an entry whose salt was erased nothing can be shown to anybody, and its notices are not sealed.
    if (entry === 'erased' || entry === null) continue;
    const before = reasons.length;
    const deliveries = Map.groupBy(await listDeliveries(store, wave.id), ({ notice_id }) => notice_id);
    for (const notice of notices) {
      const contacts = (deliveries.get(notice.id) ?? []).map(({ contact }) => contact);
      const differences = [
        ...findDifferences(hashing, notice, wave),
        ...(await findBinding(hashing, notice, contacts)),
        ...findListFaults(hashing, wave.salt, notice.id, notice.record ?? {}, notice.facts),
        ...findStanding(hashing, notice, withdrawals),
        ...findFollowing(notice, issued),
      ];
      reasons.push(...differences.map((what) => toReason(notice, what)));
    }
    const fault =
      findEntryMismatch(hashing, approved, entry) ?? (await findPartySetFault(store, hashing, wave, toManifest(entry)));
    if (fault !== null && reasons.length === before) reasons.push(`wave ${wave.id}: ${fault}`);
  }
  if (reasons.length === 0) return;
  throw new Refusal('site-differs', [
    ...reasons,
    'the state was changed by hand, and the site was not built: restore candor.sqlite from a backup, and find out who changed it',
  ]);
}

function toReason({ id, wave_id, party }: StoredNotice, what: string): string {
  return `wave ${wave_id}, notice ${id} (${party}): ${what}`;
}

/** What of a notice is not what its record says, or what its own text prints. */
function findDifferences({ sha256Hex }: Hashing, notice: StoredNotice, wave: StoredWave): readonly string[] {
  const { record, facts, text } = notice;
  if (record === null) return ['it has no record'];
  const printed = findPrintedRoot(text);
  const checks: readonly (readonly [isSame: boolean, what: string])[] = [
    [record.notice === notice.id, 'its number is not the one in its record'],
    [record.text === sha256Hex(text), 'its text is not the one in its record'],
    [record.html === sha256Hex(notice.html), 'its HTML is not the one in its record'],
    [record.subject === notice.subject, 'its subject is not the one in its record'],
    [record.kind === notice.kind && record.kind === facts.kind, 'its kind is not the one in its record'],
    [
      record.language === notice.language && record.language === facts.language,
      'its language is not the one in its record',
    ],
    [record.issued === formatInstant(notice.issued_at), 'its date is not the one in its record'],
    [record.exposure === wave.version, 'its exposure version is not the one in its record'],
    [text.includes(notice.code) && facts.code === notice.code, 'its code is not the one that its text prints'],
    [printed === null || printed === facts.checkpoint.root, 'its checkpoint is not the one that its text prints'],
    [facts.party.kind === 'person' || facts.party.id === notice.party, 'its party is not the one that was notified'],
  ];
  return checks.flatMap(([isSame, what]) => (isSame ? [] : [what]));
}

/** The record is bound to the party's domains, and since version 3 to the contacts of the notice's deliveries. */
async function findBinding(
  hashing: Hashing,
  notice: StoredNotice,
  contacts: readonly string[],
): Promise<readonly string[]> {
  const { record, facts, code, text } = notice;
  // Of another code than the printed one, which is said already, every recipient would differ.
  if (record === null || readNoticeCode(code).state !== 'code' || !text.includes(code)) return [];
  const before = { domains: listBoundDomains(facts.party), to: record.to ?? [] };
  const { domains, to } = record.to === undefined ? before : await bindRecord(hashing, notice, contacts);
  const isBound = record.domains.join() === domains.join();
  const isSent = (record.to ?? []).join() === to.join();
  return [
    ...(isBound ? [] : ['its domains are not those in its record']),
    ...(isSent ? [] : ['its recipients are not those in its record']),
  ];
}

/** A first notice follows none; replacements and repetitions follow an older one. */
function findFollowing(
  { follows, kind, facts, id }: StoredNotice,
  issued: ReadonlyMap<number, StoredNotice>,
): readonly string[] {
  if (kind === 'first' || kind === 'announcement')
    return follows === null ? [] : ['it follows a notice, although it is a first notice'];
  const before = follows === null ? undefined : issued.get(follows);
  if (follows === null || follows >= id) return ['it does not say which notice it follows'];
  const isOther = before !== undefined && kind !== 'reminder' && facts.previous?.issued !== before.issued_at;
  return isOther ? ['it follows another notice than its text says'] : [];
}

/** What the log says was withdrawn, by notice. */
type Withdrawals = ReadonlyMap<number, { readonly record: string; readonly misdirected: boolean; readonly at: number }>;

function findStanding(hashing: Hashing, notice: StoredNotice, withdrawals: Withdrawals): readonly string[] {
  const { id, state, record, salt, withdrawn_at: at } = notice;
  const withdrawal = withdrawals.get(id);
  if (state !== 'approved' && state !== 'withdrawn') return [`its state is "${state}", and two people approved it`];
  if (withdrawal === undefined)
    return state === 'withdrawn' ? ['the log has no withdrawal of it, and its state says "withdrawn"'] : [];
  const commitment =
    record === null ? '' : Buffer.from(commitNotice(hashing, salt, toRecordText(record))).toString('hex');
  if (withdrawal.record !== commitment) return ['the log has the withdrawal of another notice with its number'];
  if (state !== 'withdrawn') return ['the log has its withdrawal, and its state says "approved"'];
  const isSame = at === withdrawal.at && isMisdirected(notice) === withdrawal.misdirected;
  return isSame ? [] : ['its withdrawal is not the one in the log'];
}

function findEntryMismatch(hashing: Hashing, { wave, notices }: ApprovedWave, entry: Entry): string | null {
  const manifest = entry.body['document'] as WaveManifest | undefined;
  if (entry.kind !== 'wave' || manifest?.wave !== wave.id) return 'the entry of its approval is of another wave';
  if (toCanonicalJson(manifest as unknown as Json) !== wave.manifest) return 'the log has another manifest for it';
  const leaves = notices.flatMap(({ record, salt, position }) =>
    record === null ? [] : [{ position, commitment: commitNotice(hashing, salt, toRecordText(record)) }],
  );
  const root = Buffer.from(buildWaveTree(hashing, wave.salt, leaves).root).toString('hex');
  return root === manifest.root
    ? null
    : 'its notices are not those that the log has: one is missing or added, or a record, salt or place was changed';
}

function toManifest({ body }: Entry): { readonly parties?: unknown } {
  return toObject(body['document'] ?? null) ?? {};
}

/** Waves that the log has and the state does not; their notices would be unknown on the page. */
async function findMissingWaves(store: Store, waves: readonly ApprovedWave[]): Promise<string[]> {
  const rows = await listEntriesOfKind(store, ['wave']);
  const known = new Set(waves.map(({ wave }) => wave.entry));
  return rows
    .filter(({ position }) => !known.has(position))
    .map(({ position }) => `entry ${position} of the log approves a wave that the state does not have as approved`);
}

/** Null: it is not what was committed to, which is said in `reasons`. */
async function openEntry(
  store: Store,
  hashing: Hashing,
  position: number | null,
  reasons: string[],
): Promise<Entry | 'erased' | null> {
  const stored = position === null ? null : await readStoredEntry(store, position);
  if (position === null || (stored !== null && stored.opening === null)) return 'erased';
  const fault = await findEntryFault(store, hashing, position);
  const entry = stored?.opening == null ? null : readEntry(stored.opening.entry);
  if (fault === null && entry !== null) return entry;
  reasons.push(`the log of this state was altered: ${fault ?? `entry ${position} cannot be read`}`);
  return null;
}

async function readWithdrawals(store: Store, hashing: Hashing, reasons: string[]): Promise<Withdrawals> {
  const withdrawals = new Map<number, { record: string; misdirected: boolean; at: number }>();
  for (const { position } of await listEntriesOfKind(store, ['withdrawal'])) {
    const entry = await openEntry(store, hashing, position, reasons);
    if (entry === null || entry === 'erased') continue;
    const document = entry.body['document'];
    if (!isWithdrawn(document)) {
      reasons.push(`entry ${position} of the log is a withdrawal that this program cannot read`);
      continue;
    }
    const { notices, misdirected } = document;
    for (const { notice, record } of notices) withdrawals.set(notice, { record, misdirected, at: entry.at });
  }
  return withdrawals;
}

const isWithdrawn = guardOf(withdrawalSchema.pick({ notices: true, misdirected: true }));
