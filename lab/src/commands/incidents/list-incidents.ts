import { basename } from 'node:path';
import { formatInstant, type Instant, Refusal } from '@candor/core/base';
import { findEndingDelays } from '@candor/core/notice/contact';
import { countNotified, type NotifiedCounts } from '@candor/core/notice/delivery';
import { findAwareness, toAwareTime } from '@candor/core/transparency';
import { now } from '../../adapters/process/clock.ts';
import { findStates } from '../../adapters/store/find-states.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import { openStateForReading } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findLastJudgedAt, findLastVersion } from '../../exposure/store/version-store.ts';
import { readGenesis } from '../../ledger/index.ts';
import { findLastEntry, NO_ACTS } from '../../ledger/store/entry-store.ts';
import { readHolds } from '../../notice/store/hold-store.ts';
import { readInboxTime, readPartyDeliveries } from '../../notice/store/notified-store.ts';
import { hasWaves } from '../../notice/store/wave-state-store.ts';
import { listSentNotices } from '../../notice/store/wave-store.ts';
import { hasReleases } from '../../review/store/release-store.ts';
import { readAwareFacts } from '../../transparency/store/case-store.ts';
import { lookUp } from '../notice/support-lookup.ts';
import { readRunSummary } from '../run-summary.ts';
import { readDiscovered } from '../transparency/case-facts.ts';

/** The stages in the order in which an incident goes through them. */
export type ReachedStage = 'evidence' | 'impact' | 'notice' | 'review';

/** Something that is due at a time. */
export interface Deadline {
  /**
   * `authority`: 72 hours from awareness; `update`: an update was promised for that day; `delay`: a disclosure
   * delay ends.
   */
  readonly what: 'authority' | 'update' | 'delay';
  readonly at: string;
  readonly isPast: boolean;
}

/** The status of one incident. */
export interface IncidentRow {
  readonly state: string;
  /** It is null if the state cannot be read: `fault` says why. */
  readonly incident: string | null;
  readonly organization: string | null;
  readonly stage: ReachedStage;
  readonly version: number | null;
  /** Parties with a message that is `possible` or stronger, as the newest version counts them. */
  readonly partiesExposed: number;
  /** Parties with an approved notice that was not withdrawn, and what became of it. */
  readonly parties: NotifiedCounts;
  readonly deadlines: readonly Deadline[];
  readonly last: LastAct | null;
  /** It is null before the log starts. */
  readonly log: string | null;
  readonly fault: string | null;
}

const AUTHORITY_SECONDS = 72 * 3600;

/**
 * Every incident with its state below a folder, each read separately: nothing of one enters another's row.
 * @param code of a notice: only the incident that issued it
 * @throws Refusal for a code with a typing error, or an unreadable folder
 */
export async function listIncidents(folder: string, code: string | null = null): Promise<readonly IncidentRow[]> {
  const at = now();
  const rows: IncidentRow[] = [];
  for (const state of findStates(folder)) {
    const row = await readRow(state, at);
    if (code === null || (row.fault === null && (await hasIssued(state, code)))) rows.push(row);
  }
  return rows;
}

async function hasIssued(state: string, code: string): Promise<boolean> {
  const opened = await openStateForReading(state);
  const lookup = await lookUp(opened, code).finally(() => opened.close());
  if (lookup.is === 'code') return lookup.found !== null;
  throw new Refusal('no-code', [`"${code}" is no code of a notice: seven groups of four letters and digits`]);
}

async function readRow(path: string, at: Instant): Promise<IncidentRow> {
  try {
    const state = await openStateForReading(path);
    try {
      return await readIncident(path, state.store, at);
    } finally {
      await state.close();
    }
  } catch (cause) {
    // One that cannot be read hides none of the others.
    if (cause instanceof Refusal) return { ...nothing(path), fault: cause.reasons.join('; ') };
    throw cause;
  }
}

function nothing(state: string): IncidentRow {
  return {
    state,
    incident: null,
    organization: null,
    stage: 'evidence',
    version: null,
    partiesExposed: 0,
    parties: countNotified([], null).value,
    deadlines: [],
    last: null,
    log: null,
    fault: null,
  };
}

async function readIncident(path: string, store: Store, at: Instant): Promise<IncidentRow> {
  const version = await findLastVersion(store);
  const summary = version === null ? null : readRunSummary(version);
  const sent = await listSentNotices(store);
  return {
    ...nothing(path),
    incident: await readFact(store, 'incident'),
    organization: summary?.organization ?? null,
    stage: await findStage(store, version !== null),
    version: version?.version ?? null,
    partiesExposed: summary === null ? 0 : summary.partiesExposed.organization + summary.partiesExposed.person,
    parties: countNotified((await readPartyDeliveries(store)).values(), await readInboxTime(store)).value,
    deadlines: await listDeadlines(store, sent, at),
    last: await findLastAct(store),
    log: (await readGenesis(store))?.origin ?? null,
  };
}

async function findStage(store: Store, isJudged: boolean): Promise<ReachedStage> {
  if (await hasReleases(store)) return 'review';
  if (await hasWaves(store)) return 'notice';
  return isJudged ? 'impact' : 'evidence';
}

/** Soonest first. Notifying the authority is recorded nowhere, so its clock is always shown. */
export async function listDeadlines(
  store: Store,
  sent: Awaited<ReturnType<typeof listSentNotices>>,
  at: Instant,
): Promise<readonly Deadline[]> {
  const aware = toAwareTime(findAwareness(await readAwareFacts(store), await readDiscovered(store)));
  const newest = new Map(sent.map((notice) => [notice.party, notice]));
  const updates = [...newest.values()].flatMap(({ state, facts: { nextUpdate } }) =>
    state === 'approved' && nextUpdate !== null ? [nextUpdate] : [],
  );
  const due: { what: Deadline['what']; at: Instant }[] = [
    ...(aware === null ? [] : [{ what: 'authority' as const, at: aware + AUTHORITY_SECONDS }]),
    ...(updates.length === 0 ? [] : [{ what: 'update' as const, at: Math.min(...updates) }]),
    ...findEndingDelays(await readHolds(store), at).map(({ until }) => ({ what: 'delay' as const, at: until ?? at })),
  ];
  return due
    .sort((a, b) => a.at - b.at)
    .map(({ what, at: end }) => ({ what, at: formatInstant(end), isPast: end <= at }));
}

/** How a state is called where an incident has no name yet. */
export function toShownName({ incident, state }: Pick<IncidentRow, 'incident' | 'state'>): string {
  return incident ?? basename(state);
}

/** What was done last in an incident. */
interface LastAct {
  /** `judged`: an exposure version was completed; otherwise the kind of its log entry. */
  readonly what: string;
  readonly at: string;
}

/** The later of the newest version and the newest entry of a person's act. Padding and genesis are nobody's act. */
async function findLastAct(store: Store): Promise<LastAct | null> {
  const judgedAt = await findLastJudgedAt(store);
  const entry = await findLastEntry(store, NO_ACTS);
  const acts = [
    ...(entry === null ? [] : [{ what: entry.kind, at: entry.made_at }]),
    ...(judgedAt === null ? [] : [{ what: 'judged', at: judgedAt }]),
  ].sort((a, b) => b.at - a.at);
  const [last] = acts;
  return last === undefined ? null : { what: last.what, at: formatInstant(last.at) };
}
