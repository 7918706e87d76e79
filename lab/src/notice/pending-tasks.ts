import type { Instant } from '@candor/core/base';
import { type Json, toList, toObject, toWhole } from '@candor/core/base';
import { isRepeating } from '@candor/core/notice/wave';
import { readFact } from '../adapters/store/state-fact.ts';
import type { Store } from '../adapters/store/store.ts';
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

/** Tasks for people while notices are out. */
export interface PendingTasks {
  /** Notices whose promised update is due or past, with the earliest date; null without any. */
  readonly promised: { readonly notices: number; readonly day: Instant } | null;
  /** It is null if no notice is in force. */
  readonly siteBuilt: Instant | null;
  /** Parties that no message or letter of their last notice reached, including reminders: everything bounced. */
  readonly unreached: number;
  /** Parties whose last notice could not be sent to any address, without a recorded letter. */
  readonly unposted: number;
  /** Parties whose notice in force only went to guessed contacts, of those with one; null without any. */
  readonly guessed: { readonly parties: number; readonly of: number } | null;
  readonly uncertain: number;
  /** No relay was given these approved messages yet. */
  readonly unsent: readonly UnsentWave[];
  /** Fewer than two people have agreed to them. */
  readonly drafted: readonly DraftedWave[];
  /** Pending proposals to withdraw notices, without those already withdrawn by another. */
  readonly withdrawals: readonly number[];
  readonly disputes: { readonly count: number; readonly since: Instant } | null;
  readonly enquiries: { readonly count: number; readonly since: Instant } | null;
}

const daySeconds = 86_400;

/** @param told all sent notices. */
export async function readPendingTasks(
  store: Store,
  sentNotices: readonly NoticeSummary[],
  at: Instant,
): Promise<PendingTasks> {
  const superseded = findSuperseded(sentNotices);
  return {
    promised: findDue(sentNotices, superseded, at),
    siteBuilt: await readSiteBuilt(store, sentNotices),
    unreached: await countUnreached(store, sentNotices, superseded),
    unposted: await countUnposted(store, sentNotices, superseded),
    guessed: countGuessed(sentNotices, superseded),
    uncertain: await countUncertain(store),
    unsent: await listUnsent(store),
    drafted: await listComposed(store),
    withdrawals: await listWithdrawals(store),
    disputes: await findOldest(listUnanswered(store)),
    enquiries: await findOldest(listOpenEnquiries(store)),
  };
}

/** As in `notice prepare --wave update`: each party's last notice, from a day before the promised date. */
function findDue(
  sentNotices: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
  at: Instant,
): PendingTasks['promised'] {
  const newest = new Map(sentNotices.filter(isSentNotice).map((notice) => [notice.party, notice]));
  const days = [...newest.values()].flatMap(({ id, facts: { nextUpdate } }) =>
    superseded.has(id) || nextUpdate === null || nextUpdate >= at + daySeconds ? [] : [nextUpdate],
  );
  return days.length === 0 ? null : { notices: days.length, day: Math.min(...days) };
}

async function readSiteBuilt(store: Store, sentNotices: readonly NoticeSummary[]): Promise<Instant | null> {
  if (!sentNotices.some(({ state }) => state === 'approved')) return null;
  const built = await readFact(store, 'site-built-at');
  return built === null ? null : Number(built);
}

/** A delivery that bounced or was held: nobody has read it. */
const NOT_THERE: ReadonlySet<string> = new Set(['bounced', 'inhibited']);

/** An id whose newest notice was replaced is now another, notified party. */
async function countUnreached(
  store: Store,
  sentNotices: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
): Promise<number> {
  const since = new Map([...newestByParty(sentNotices)].map(([party, { id }]) => [party, id]));
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

/** Each party's last notice: one to a guessed contact only if none went to a given one. */
function newestByParty(sentNotices: readonly NoticeSummary[]): ReadonlyMap<string, NoticeSummary> {
  const newest = new Map<string, NoticeSummary>();
  for (const notice of sentNotices) {
    const isBeside = notice.isGuessed && newest.get(notice.party)?.isGuessed === false;
    if (!isRepeating(notice.facts.kind) && !isBeside) newest.set(notice.party, notice);
  }
  return newest;
}

async function countUnposted(
  store: Store,
  sentNotices: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
): Promise<number> {
  const written = await listWritten(store);
  return [...newestByParty(sentNotices).values()].filter(
    ({ id, state, posting }) => state === 'approved' && posting === null && !written.has(id) && !superseded.has(id),
  ).length;
}

function countGuessed(
  sentNotices: readonly NoticeSummary[],
  superseded: ReturnType<typeof findSuperseded>,
): PendingTasks['guessed'] {
  const current = [...newestByParty(sentNotices).values()].filter(
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
