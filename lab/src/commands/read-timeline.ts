import type { Instant } from '@candor/core/base';
import { type CoverageBand, type Gap, toCoverageBands } from '@candor/core/exposure/coverage';
import type { Incident, Interval } from '@candor/core/incident';
import { findAwareness, toAwareTime } from '@candor/core/transparency';
import { now } from '../adapters/process/clock.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import type { DayTotals } from '../exposure/index.ts';
import { readDayTotals } from '../exposure/store/day-total-store.ts';
import { findLastJudgedAt } from '../exposure/store/version-store.ts';
import { listSentNotices, listWaves } from '../notice/store/wave-store.ts';
import { readAwareFacts } from '../transparency/store/case-store.ts';
import { type Deadline, listDeadlines } from './incidents/list-incidents.ts';
import { toIncidentOf } from './load-incident.ts';
import { requireLastVersion } from './open-version.ts';
import { type RunSummary, readRunSummary } from './run-summary.ts';
import { readDiscovered } from './transparency/case-facts.ts';

const SECOND_MS = 1000;
const DAY_SECONDS = 86_400;
/** Mail that arrived shortly before the window is seen with it. */
const DAYS_AROUND = 7;
/** Rows of mailboxes that fit a screen. */
const MOST_MAILBOXES = 12;

/** Days are the seconds of their midnight in UTC. */
export interface Timeline {
  readonly version: number;
  readonly at: Instant;
  readonly window: Interval;
  readonly period: Interval;
  readonly days: {
    readonly acts: readonly DayOfKind[];
    readonly copies: readonly { readonly day: number | null; readonly verdict: string; readonly copies: number }[];
  } | null;
  readonly firstAct: Instant | null;
  readonly lastAct: Instant | null;
  readonly mailboxes: readonly MailboxDays[];
  readonly others: number;
  readonly made: readonly {
    readonly at: Instant;
    readonly what: 'exposure' | 'wave';
    readonly number: number;
    readonly isDone: boolean;
  }[];
  readonly clocks: readonly { readonly what: Deadline['what']; readonly at: Instant; readonly isPast: boolean }[];
  readonly aware: Instant | null;
}

interface DayOfKind {
  readonly day: number;
  readonly kind: string;
  readonly isUndecided: boolean;
  readonly records: number;
}

interface MailboxDays {
  readonly name: string;
  readonly isSupplied: boolean;
  readonly bands: readonly CoverageBand[];
  readonly acts: readonly Omit<DayOfKind, 'kind'>[];
}

/** What happened on which day, where the logs could see, and what is due, of the newest version. */
export async function readTimeline(state: StateFolder): Promise<Timeline> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const summary = readRunSummary(last);
  const incident = toIncidentOf(last);
  const totals = await readDayTotals(store, last.version);
  const at = now();
  const { firstActivity = null, lastActivity = null } = summary.audit;
  const [firstAct, lastAct] = [readTime(firstActivity), readTime(lastActivity)];
  const window = { from: incident.window.start, to: incident.window.contained };
  const around = DAYS_AROUND * DAY_SECONDS;
  const period = {
    from: toMidnight(Math.min(window.from, firstAct ?? window.from) - around),
    to: toMidnight(Math.max(window.to, lastAct ?? window.to) + around),
  };
  const mailboxes = listMailboxDays(incident, summary, totals, period);
  return {
    version: last.version,
    at,
    window,
    period,
    days: totals === null ? null : { acts: sumByKind(totals), copies: toCopies(totals) },
    firstAct,
    lastAct,
    mailboxes: mailboxes.slice(0, MOST_MAILBOXES),
    others: incident.mailboxes.length + countUnsupplied(mailboxes) - Math.min(mailboxes.length, MOST_MAILBOXES),
    made: await listMade(store, last.version),
    ...(await readClocks(store, at)),
  };
}

/** Of a text that Candor wrote itself. */
const toSeconds = (written: string): Instant => Date.parse(written) / SECOND_MS;
const readTime = (written: string | null): Instant | null => (written === null ? null : toSeconds(written));
const toMidnight = (instant: Instant): Instant => Math.floor(instant / DAY_SECONDS) * DAY_SECONDS;
const countUnsupplied = (all: readonly MailboxDays[]): number => all.filter(({ isSupplied }) => !isSupplied).length;

function sumByKind({ acts }: DayTotals): readonly DayOfKind[] {
  const sums = new Map<string, { day: number; kind: string; isUndecided: boolean; records: number }>();
  for (const { day, kind, isUndecided, records } of acts) {
    const key = `${day} ${kind} ${isUndecided}`;
    const known = sums.get(key);
    if (known === undefined) sums.set(key, { day: day * DAY_SECONDS, kind, isUndecided, records });
    else known.records += records;
  }
  return [...sums.values()];
}

function toCopies({ copies }: DayTotals) {
  return copies.map(({ day, ...rest }) => ({ day: day === null ? null : day * DAY_SECONDS, ...rest }));
}

/** Most acts first, then those with undecided records, then those with gaps; others have nothing to look at. */
function listMailboxDays(
  incident: Incident,
  summary: RunSummary,
  totals: DayTotals | null,
  period: Interval,
): readonly MailboxDays[] {
  const gaps = Map.groupBy(summary.gaps, ({ custodian }) => custodian);
  const acts = Map.groupBy(totals?.acts ?? [], ({ mailbox, isSupplied }) => `${isSupplied} ${mailbox}`);
  const supplied = incident.mailboxes.map(({ custodian }): MailboxDays => {
    const claimed = incident.access.flatMap(({ covers }) =>
      covers !== null && (covers.mailboxes === 'all' || covers.mailboxes.includes(custodian)) ? [covers] : [],
    );
    const recorded = (totals?.recorded[custodian] ?? []).map(([first, end]) => ({
      from: first * DAY_SECONDS,
      to: (end + 1) * DAY_SECONDS,
    }));
    const coverage = { recorded, claimed, gaps: (gaps.get(custodian) ?? []).map(toGap) };
    const bands = toCoverageBands(coverage, period);
    return { name: custodian, isSupplied: true, bands, acts: sumByDay(acts.get(`true ${custodian}`) ?? []) };
  });
  const foreign = [...acts.values()].flatMap((all): MailboxDays[] => {
    const [first] = all;
    if (first === undefined || first.isSupplied || first.mailbox === null) return [];
    return [{ name: first.mailbox, isSupplied: false, bands: [], acts: sumByDay(all) }];
  });
  return [...supplied, ...foreign]
    .map((one) => ({ one, acts: count(one, false), undecided: count(one, true), gaps: countGaps(one) }))
    .filter((ranked) => ranked.acts + ranked.undecided + ranked.gaps > 0)
    .sort((a, b) => b.acts - a.acts || b.undecided - a.undecided || b.gaps - a.gaps)
    .map(({ one }) => one);
}

const count = ({ acts }: MailboxDays, undecided: boolean): number =>
  acts.reduce((sum, { isUndecided, records }) => (isUndecided === undecided ? sum + records : sum), 0);
const countGaps = ({ bands }: MailboxDays): number => bands.filter(({ is }) => is === 'gap').length;

function toGap({ kind, from, to }: RunSummary['gaps'][number]): Gap {
  return { kind: kind as Gap['kind'], from: toSeconds(from), to: toSeconds(to) };
}

function sumByDay(acts: DayTotals['acts']): readonly Omit<DayOfKind, 'kind'>[] {
  const sums = new Map<string, { day: number; isUndecided: boolean; records: number }>();
  for (const { day, isUndecided, records } of acts) {
    const known = sums.get(`${day} ${isUndecided}`);
    if (known === undefined) sums.set(`${day} ${isUndecided}`, { day: day * DAY_SECONDS, isUndecided, records });
    else known.records += records;
  }
  return [...sums.values()];
}

async function listMade(store: Store, version: number): Promise<Timeline['made']> {
  const judgedAt = await findLastJudgedAt(store);
  const waves = (await listWaves(store)).filter(({ state }) => state !== 'discarded');
  return [
    ...(judgedAt === null ? [] : [{ at: judgedAt, what: 'exposure' as const, number: version, isDone: true }]),
    ...waves.map(({ id, made_at: at, state }) => ({
      at,
      what: 'wave' as const,
      number: id,
      isDone: state !== 'preparing' && state !== 'composed',
    })),
  ].sort((a, b) => a.at - b.at);
}

async function readClocks(store: Store, at: Instant): Promise<Pick<Timeline, 'clocks' | 'aware'>> {
  const due = await listDeadlines(store, await listSentNotices(store), at);
  return {
    clocks: due.map(({ what, at: end, isPast }) => ({ what, at: toSeconds(end), isPast })),
    aware: toAwareTime(findAwareness(await readAwareFacts(store), await readDiscovered(store))),
  };
}
