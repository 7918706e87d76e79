import type { Instant } from '@candor/core/base';
import { isRepeating } from '@candor/core/notice/wave';
import { readFact } from '../adapters/state-fact.ts';
import type { Store } from '../adapters/store.ts';
import { findSuperseded, isTelling } from './wave/superseded.ts';
import type { ToldNotice } from './wave/wave-store.ts';

/** What waits for somebody while notices are out. */
export interface OpenMatters {
  /** Notices whose promise of an update is due or past, with the first of the days; null when there is none. */
  readonly promised: { readonly notices: number; readonly day: Instant } | null;
  /** When the site was last built, where it answers for notices that are in force; null when there are none. */
  readonly siteBuilt: Instant | null;
  /** Parties that no message of what was told to them last has reached, reminders among them, and no letter: all came back. */
  readonly unreached: number;
  /** Parties for which what was told to them last could be put into no message, and of which no letter is recorded. */
  readonly unposted: number;
  /** Parties whose notice in force went to guessed contacts alone, of those with one; null where there are none. */
  readonly guessed: { readonly parties: number; readonly of: number } | null;
  /** Messages of which nobody knows whether the relay took them. */
  readonly uncertain: number;
  /** Approved messages that no relay was given yet, by wave. */
  readonly unsent: readonly {
    readonly wave: number;
    readonly kind: string;
    readonly isPaused: boolean;
    readonly messages: number;
  }[];
  /** Waves that are composed and that fewer than two people have agreed to. */
  readonly drafted: readonly { readonly wave: number; readonly kind: string; readonly notices: number }[];
  /** Proposals to take notices back, not agreed to yet, none of which was taken back by another one. */
  readonly withdrawals: readonly number[];
  readonly disputes: { readonly count: number; readonly since: Instant } | null;
  readonly enquiries: { readonly count: number; readonly since: Instant } | null;
}

const daySeconds = 86_400;

/** @param told all that was told. */
export async function readOpenMatters(store: Store, told: readonly ToldNotice[], at: Instant): Promise<OpenMatters> {
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
    disputes: await findOldest(
      store.db.selectFrom('notice_dispute').select('made_at').where('answered_at', 'is', null).execute(),
    ),
    enquiries: await findOldest(
      store.db.selectFrom('notice_enquiry').select('made_at').where('state', 'in', ['open', 'drafted']).execute(),
    ),
  };
}

/** By the rule of `notice prepare --wave update`: what each party was told last, from a day before the promised one on. */
function findDue(
  told: readonly ToldNotice[],
  superseded: ReturnType<typeof findSuperseded>,
  at: Instant,
): OpenMatters['promised'] {
  const newest = new Map(told.filter(isTelling).map((notice) => [notice.party, notice]));
  const days = [...newest.values()].flatMap(({ id, facts: { nextUpdate } }) =>
    superseded.has(id) || nextUpdate === null || nextUpdate >= at + daySeconds ? [] : [nextUpdate],
  );
  return days.length === 0 ? null : { notices: days.length, day: Math.min(...days) };
}

async function readSiteBuilt(store: Store, told: readonly ToldNotice[]): Promise<Instant | null> {
  if (!told.some(({ state }) => state === 'approved')) return null;
  const built = await readFact(store, 'site-built-at');
  return built === null ? null : Number(built);
}

/** A delivery that came back, or that was held back: nobody has read it. */
const NOT_THERE: ReadonlySet<string> = new Set(['bounced', 'inhibited']);

/** An id whose newest notice was replaced is another party by now, and that one was told. */
async function countUnreached(
  store: Store,
  told: readonly ToldNotice[],
  superseded: ReturnType<typeof findSuperseded>,
): Promise<number> {
  const since = new Map([...newestByParty(told)].map(([party, { id }]) => [party, id]));
  const rows = await store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .select(['notice.id', 'notice.party', 'notice.posting', 'delivery.state'])
    .where('notice.state', '=', 'approved')
    .where('notice.kind', '!=', 'announcement')
    .groupBy(['notice.id', 'notice.party', 'notice.posting', 'delivery.state'])
    .execute();
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
function newestByParty(told: readonly ToldNotice[]): ReadonlyMap<string, ToldNotice> {
  const newest = new Map<string, ToldNotice>();
  for (const notice of told) {
    const isBeside = notice.isGuessed && newest.get(notice.party)?.isGuessed === false;
    if (!isRepeating(notice.facts.kind) && !isBeside) newest.set(notice.party, notice);
  }
  return newest;
}

async function countUnposted(
  store: Store,
  told: readonly ToldNotice[],
  superseded: ReturnType<typeof findSuperseded>,
): Promise<number> {
  const rows = await store.db.selectFrom('notice_delivery').select('notice_id').distinct().execute();
  const written = new Set(rows.map(({ notice_id }) => notice_id));
  return [...newestByParty(told).values()].filter(
    ({ id, state, posting }) => state === 'approved' && posting === null && !written.has(id) && !superseded.has(id),
  ).length;
}

function countGuessed(
  told: readonly ToldNotice[],
  superseded: ReturnType<typeof findSuperseded>,
): OpenMatters['guessed'] {
  const current = [...newestByParty(told).values()].filter(
    ({ id, state }) => state === 'approved' && !superseded.has(id),
  );
  const parties = current.filter(({ isGuessed }) => isGuessed).length;
  return parties === 0 ? null : { parties, of: current.length };
}

async function countUncertain(store: Store): Promise<number> {
  const { count } = await store.db
    .selectFrom('notice_delivery')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('state', '=', 'uncertain')
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function listUnsent(store: Store): Promise<OpenMatters['unsent']> {
  const rows = await store.db
    .selectFrom('notice_delivery as delivery')
    .innerJoin('notice_notice as notice', 'notice.id', 'delivery.notice_id')
    .innerJoin('notice_wave as wave', 'wave.id', 'notice.wave_id')
    .select(({ fn }) => ['wave.id', 'wave.kind', 'wave.state', fn.countAll<number>().as('messages')])
    .where('delivery.state', 'in', ['approved', 'deferred'])
    .where('notice.state', '=', 'approved')
    .groupBy(['wave.id', 'wave.kind', 'wave.state'])
    .orderBy('wave.id')
    .execute();
  return rows.map(({ id, kind, state, messages }) => ({
    wave: Number(id),
    kind,
    isPaused: state === 'paused',
    messages: Number(messages),
  }));
}

async function listComposed(store: Store): Promise<OpenMatters['drafted']> {
  const rows = await store.db
    .selectFrom('notice_wave as wave')
    .innerJoin('notice_notice as notice', 'notice.wave_id', 'wave.id')
    .select(({ fn }) => ['wave.id', 'wave.kind', fn.countAll<number>().as('notices')])
    .where('wave.state', '=', 'composed')
    .groupBy(['wave.id', 'wave.kind'])
    .orderBy('wave.id')
    .execute();
  return rows.map(({ id, kind, notices }) => ({ wave: Number(id), kind, notices: Number(notices) }));
}

async function listWithdrawals(store: Store): Promise<readonly number[]> {
  const rows = await store.db
    .selectFrom('notice_proposal')
    .select(['id', 'document'])
    .where('what', '=', 'withdrawal')
    .where('entry', 'is', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const gone = await store.db.selectFrom('notice_notice').select('id').where('state', '!=', 'approved').execute();
  const withdrawn = new Set(gone.map(({ id }) => Number(id)));
  return rows
    .filter(({ document }) => toNotices(document).every((id) => !withdrawn.has(id)))
    .map(({ id }) => Number(id));
}

function toNotices(document: string): readonly number[] {
  return (JSON.parse(document) as { notices: readonly { notice: number }[] }).notices.map(({ notice }) => notice);
}

async function findOldest(
  asked: Promise<readonly { readonly made_at: number }[]>,
): Promise<{ readonly count: number; readonly since: Instant } | null> {
  const times = (await asked).map(({ made_at }) => made_at);
  return times.length === 0 ? null : { count: times.length, since: Math.min(...times) };
}
