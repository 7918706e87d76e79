import type { Instant } from '@candor/core/base';
import { type Json, toList, toObject, toWhole } from '@candor/core/base';
import { isRepeating } from '@candor/core/notice/wave';
import { readFact } from '../adapters/store/state-fact.ts';
import type { Store } from '../adapters/store.ts';
import { listWritten } from './store/delivery-store.ts';
import { listUnanswered } from './store/dispute-store.ts';
import { listOpenEnquiries } from './store/enquiry-store.ts';
import { listNotApproved } from './store/notice-store.ts';
import {
  countUncertain,
  type DraftedWave,
  listComposed,
  listOutcomes,
  listUnsent,
  type UnsentWave,
} from './store/open-matter-store.ts';
import { listOpenProposals } from './store/proposal-store.ts';
import type { NoticeSummary } from './store/wave-store.ts';
import { findSuperseded, isSentNotice } from './superseded.ts';

/** What waits for somebody while notices are out. */
export interface PendingTasks {
  /** Notices whose promise of an update is due or past, with the first of the days; null when there is none. */
  readonly promised: { readonly notices: number; readonly day: Instant } | null;
  /** When the site was last built, where it answers for notices that are in force; null when there are none. */
  readonly siteBuilt: Instant | null;
  /**
   * Parties that no message of what was told to them last has reached, reminders among them, and no letter: all came
   * back.
   */
  readonly unreached: number;
  /** Parties for which what was told to them last could be put into no message, and of which no letter is recorded. */
  readonly unposted: number;
  /** Parties whose notice in force went to guessed contacts alone, of those with one; null where there are none. */
  readonly guessed: { readonly parties: number; readonly of: number } | null;
  /** Messages of which nobody knows whether the relay took them. */
  readonly uncertain: number;
  /** Approved messages that no relay was given yet, by wave. */
  readonly unsent: readonly UnsentWave[];
  /** Waves that are composed and that fewer than two people have agreed to. */
  readonly drafted: readonly DraftedWave[];
  /** Proposals to take notices back, not agreed to yet, none of which was taken back by another one. */
  readonly withdrawals: readonly number[];
  readonly disputes: { readonly count: number; readonly since: Instant } | null;
  readonly enquiries: { readonly count: number; readonly since: Instant } | null;
}

const daySeconds = 86_400;

/** @param told all that was told. */
export async function readPendingTasks(
  store: Store,
  told: readonly NoticeSummary[],
  at: Instant,
): Promise<PendingTasks> {
  const superseded = findSuperseded(told);
  return {
    promised: findDue(told, superseded, at),
    siteBuilt: await readSiteBuilt(store, told),
    unreached: await countUnreached(store, told, superseded),
    unposted: await countUnposted(store, told, superseded),
    guessed: countGuessed(told, superseded),
    uncertain: await countUncertain(store),
    unsent: await listUnsent(store),
    drafted: await listComposed(store),
    withdrawals: await listWithdrawals(store),
    disputes: await findOldest(listUnanswered(store)),
    enquiries: await findOldest(listOpenEnquiries(store)),
  };
}

/**
 * By the rule of `notice prepare --wave update`: what each party was told last, from a day before the promised one on.
 */
function findDue(
  told: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
  at: Instant,
): PendingTasks['promised'] {
  const newest = new Map(told.filter(isSentNotice).map((notice) => [notice.party, notice]));
  const days = [...newest.values()].flatMap(({ id, facts: { nextUpdate } }) =>
    superseded.has(id) || nextUpdate === null || nextUpdate >= at + daySeconds ? [] : [nextUpdate],
  );
  return days.length === 0 ? null : { notices: days.length, day: Math.min(...days) };
}

async function readSiteBuilt(store: Store, told: readonly NoticeSummary[]): Promise<Instant | null> {
  if (!told.some(({ state }) => state === 'approved')) return null;
  const built = await readFact(store, 'site-built-at');
  return built === null ? null : Number(built);
}

/** A delivery that came back, or that was held back: nobody has read it. */
const NOT_THERE: ReadonlySet<string> = new Set(['bounced', 'inhibited']);

/** An id whose newest notice was replaced is another party by now, and that one was told. */
async function countUnreached(
  store: Store,
  told: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
): Promise<number> {
  const since = new Map([...newestByParty(told)].map(([party, { id }]) => [party, id]));
  const rows = await listOutcomes(store);
  const states = new Map<string, Set<string>>();
  for (const { id, party, posting, state } of rows) {
    const first = since.get(party) ?? 0;
    if (Number(id) < first || superseded.has(first)) continue;
    states.set(party, (states.get(party) ?? new Set()).add(posting === null ? state : 'posted'));
  }
  return [...states.values()].filter((each) => each.has('bounced') && [...each].every((state) => NOT_THERE.has(state)))
    .length;
}

/** What each party was told last: by a notice to a guessed contact only where none went to a given one. */
function newestByParty(told: readonly NoticeSummary[]): ReadonlyMap<string, NoticeSummary> {
  const newest = new Map<string, NoticeSummary>();
  for (const notice of told) {
    const isBeside = notice.isGuessed && newest.get(notice.party)?.isGuessed === false;
    if (!isRepeating(notice.facts.kind) && !isBeside) newest.set(notice.party, notice);
  }
  return newest;
}

async function countUnposted(
  store: Store,
  told: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
): Promise<number> {
  const written = await listWritten(store);
  return [...newestByParty(told).values()].filter(
    ({ id, state, posting }) => state === 'approved' && posting === null && !written.has(id) && !superseded.has(id),
  ).length;
}

function countGuessed(
  told: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
): PendingTasks['guessed'] {
  const current = [...newestByParty(told).values()].filter(
    ({ id, state }) => state === 'approved' && !superseded.has(id),
  );
  const parties = current.filter(({ isGuessed }) => isGuessed).length;
  return parties === 0 ? null : { parties, of: current.length };
}

async function listWithdrawals(store: Store): Promise<readonly number[]> {
  const proposals = await listOpenProposals(store, 'withdrawal');
  if (proposals.length === 0) return [];
  const withdrawn = await listNotApproved(store);
  return proposals
    .filter(({ document }) => toNotices(document).every((id) => !withdrawn.has(id)))
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

function toNotices(document: Json): readonly number[] {
  const notices = toList(toObject(document)?.['notices']) ?? [];
  return notices.flatMap((notice) => toWhole(toObject(notice)?.['notice']) ?? []);
}

async function findOldest(
  asked: Promise<readonly { readonly made_at: number }[]>,
): Promise<{ readonly count: number; readonly since: Instant } | null> {
  const times = (await asked).map(({ made_at }) => made_at);
  return times.length === 0 ? null : { count: times.length, since: Math.min(...times) };
}
