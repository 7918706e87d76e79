import { join } from 'node:path';
import { formatAmount, formatTime, hint, type Instant, type Problem, Refusal, type Said } from '@candor/core/base';
import type { NewAlerts, SuggestedSession } from '@candor/core/exposure/alert';
import type { NotifySaying } from '@candor/core/impact';
import { findEndingDelays, type Hold } from '@candor/core/notice/contact';
import { countNotified, type NotifiedCounts } from '@candor/core/notice/delivery';
import { now, nowMilliseconds } from '../adapters/process/clock.ts';
import { readFact } from '../adapters/store/state-fact.ts';
import type { StateFolder } from '../adapters/store/state-folder.ts';
import type { Store } from '../adapters/store/store.ts';
import { listArrivals } from '../evidence/store/arrival-store.ts';
import { findUnnamedFiles, scanEvidence } from '../evidence/survey/index.ts';
import { loadIncidentNow } from '../notice/index.ts';
import { type AlertDelivery, type AlertState, listAlertDeliveries } from '../notice/store/alert-store.ts';
import { readHolds } from '../notice/store/hold-store.ts';
import { readInboxTime, readPartyDeliveries } from '../notice/store/notified-store.ts';
import { readOpenNeeds, readWaiting } from '../review/store/need-store.ts';
import { type CitedRecord, citeRecord } from './exposure/explain-copies.ts';
import { readJobNeeds } from './jobs/job-needs.ts';
import { toIncidentOf } from './load-incident.ts';
import { readMisreadNeeds } from './misread-problems.ts';
import { readNoticeNeeds } from './notice/notice-needs.ts';
import { requireLastVersion } from './open-version.ts';
import { readMisreadReleaseNeeds } from './review/misread-releases.ts';
import { type RunRecord, readRunRecords, toClockWords } from './run-record.ts';
import { type Need, type RunSummary, readRunSummary, toNotifySaying } from './run-summary.ts';
import { toShownTarget } from './watch/deliver-alerts.ts';

/** Records that are shown one by one. */
const recordsLimit = 100;

/**
 * A status is there at once: of an incident with more files only the first are looked at, and `candor watch` looks at
 * all.
 */
const MOST_FILES = 20_000;

const MOST_SURVEYED = 100;
const NAMED = 3;

/** A clock that is kept by NTP is off by milliseconds, one that is not by seconds a day. */
const MOST_OFFSET_SECONDS = 5;

/** An alert that waits so long is a matter for a person. */
const OVERDUE_SECONDS = 300;

const WORDS: Readonly<Record<Exclude<AlertState, 'sent'>, string>> = {
  waiting: `was not delivered yet; ${hint('watch')} sends it, with others in one mail if there are many`,
  sending: `is being sent, or its sender was killed: the next ${hint('watch')} settles it`,
  uncertain: 'is uncertain: the relay never replied, so it may have arrived and is not sent again',
  failed: 'was refused for good',
  withheld: 'was withheld',
};

const say = (subject: string, text: string, command: string): Need => ({ kind: 'review', subject, text, command });

export interface Status {
  /** When it was read. */
  readonly at: Instant;
  readonly summary: RunSummary;
  readonly problems: readonly Problem[];
  /** The current incident file says how parties are notified. */
  readonly canTell: boolean;
  /** The evidence folder was looked at for what arrived and what is missing. */
  readonly isLookedAt: boolean;
  readonly toNotify: NotifySaying;
  readonly notified: Said<'notified', NotifiedCounts>;
  /** The newest run's custody; null of a state that an earlier Candor made. */
  readonly run: RunRecord | null;
}

/** The newest complete version's summary, with what needs a person at this moment before what needed one at its end. */
export async function readStatus(state: StateFolder): Promise<Status> {
  const last = await requireLastVersion(state);
  const { store } = state;
  const summary = readRunSummary(last);
  const at = now();
  const delays = findEndingDelays(await readHolds(store), at).map((hold) => toDelayNeed(hold, at));
  const { canTell, copied } = await readIncidentFile(store);
  const notice = await readNoticeNeeds(store, at);
  const review = await readReviewNeeds(store);
  const arrivals = await readArrivalNeeds(state, at);
  const damaged = await readMisreadReleaseNeeds(state);
  const misread = await readMisreadNeeds(store, toIncidentOf(last));
  const run = readRunRecords(state.path).at(-1) ?? null;
  const jobs = await readJobNeeds(state, run);
  return {
    at,
    summary: {
      ...summary,
      needs: [
        ...jobs,
        ...copied,
        ...toClockNeeds(run),
        ...misread,
        ...arrivals.needs,
        ...delays,
        ...notice,
        ...review,
        ...damaged,
        ...summary.needs,
      ],
    },
    problems: last.problems,
    canTell,
    isLookedAt: arrivals.isLookedAt,
    toNotify: toNotifySaying(summary),
    notified: countNotified((await readPartyDeliveries(store)).values(), await readInboxTime(store)),
    run,
  };
}

/** Legal times are recorded by this clock. */
function toClockNeeds(run: RunRecord | null): Need[] {
  if (run === null || Math.abs(run.clockOffset ?? 0) < MOST_OFFSET_SECONDS) return [];
  const text = `${toClockWords(run)} in the last run. Set it: deadlines and approvals take their times from it.`;
  return [say('time', text, hint('status').command)];
}

/** A status is shown even without the file. */
async function readIncidentFile(
  store: Store,
): Promise<{ readonly canTell: boolean; readonly copied: readonly Need[] }> {
  try {
    return { canTell: (await loadIncidentNow(store)).incident.notice !== null, copied: [] };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    const copied = cause.code === 'copied-incident' ? [say('copied folder', cause.message, hint('run').command)] : [];
    return { canTell: false, copied };
  }
}

function toDelayNeed({ id, party, askedBy, until }: Hold, at: number): Need {
  const end = until ?? at;
  const whom = party ?? 'everybody';
  return {
    kind: 'delay',
    subject: `delay ${id}`,
    text: `the disclosure delay for ${whom} that ${askedBy} asked for ${end > at ? 'ends' : 'ended'} ${formatTime(end)}: prepare the notice, or set the delay again.`,
    command: hint('delay.list').command,
  };
}

/** What waits for a person of what parties ask for and get: first what the portal's side brought up, oldest first. */
async function readReviewNeeds(store: Store): Promise<readonly Need[]> {
  const { enrollments, releases, held } = await readWaiting(store);
  const needs = (await readOpenNeeds(store)).map(({ subject, words, command }) => say(subject, words, command));
  const wait = (count: number) => `${count === 1 ? 'waits' : 'wait'} for two people to agree.`;
  if (enrollments > 0)
    needs.push(
      say(
        formatAmount(enrollments, 'enrollment'),
        `taken in by hand, ${wait(enrollments)}`,
        hint('enrollment.list').command,
      ),
    );
  if (held > 0)
    needs.push(
      say(
        formatAmount(held, 'held message'),
        `no release includes ${held === 1 ? 'it' : 'them'} until somebody decides.`,
        hint('withheld.list').command,
      ),
    );
  if (releases > 0) needs.push(say(formatAmount(releases, 'release'), wait(releases), hint('release.status').command));
  return needs;
}

/** What arrived since the newest exposure, and alerts that did not reach anybody. */
async function readArrivalNeeds(
  state: StateFolder,
  at: number,
): Promise<{ readonly needs: readonly Need[]; readonly isLookedAt: boolean }> {
  const arrivals = await listArrivals(state.store);
  const alerts = toAlertNeeds(
    await listAlertDeliveries(state.store, ['waiting', 'sending', 'uncertain', 'failed', 'withheld']),
    at,
  );
  const file = await readFact(state.store, 'incident-file');
  if (arrivals.length === 0 || file === null) return { needs: alerts, isLookedAt: false };
  try {
    const { incident, folder } = await loadIncidentNow(state.store);
    const { found, gone } = scanEvidence({ incident, folder, arrivals, mostFiles: MOST_FILES });
    const except = [state.path, join(folder, '.candor')];
    const unnamed = findUnnamedFiles(
      { incident, folder, named: [], except, nowMs: nowMilliseconds(), mostSurveyed: MOST_SURVEYED },
      new Map(),
    );
    const run = hint('run', file).command;
    const needs = [
      ...alerts,
      ...toNeed(
        found.map(({ place }) => place),
        (count, names) =>
          `${formatAmount(count, 'log or mailbox is', 'logs and mailboxes are')} new or changed since this exposure: ${names}. Judge them with a run, or let ${hint('watch')} do it.`,
        run,
      ),
      ...toNeed(
        gone,
        (count, names) =>
          `${formatAmount(count, 'log is', 'logs are')} missing that this exposure was judged from: ${names}. Restore them, or the next exposure lacks them.`,
        hint('evidence.lost').command,
      ),
      ...toNeed(
        unnamed.map(({ path }) => path),
        (count, names) =>
          `${formatAmount(count, 'log or mailbox is', 'logs and mailboxes are')} in the evidence folder but not named in the incident file: ${names}. Add entries under \`access\` and \`mailboxes\`.`,
        hint('watch', { once: true }).command,
      ),
    ];
    return { needs, isLookedAt: true };
  } catch (cause) {
    // A status is shown even without the incident file.
    if (cause instanceof Refusal) return { needs: alerts, isLookedAt: false };
    throw cause;
  }
}

function toNeed(places: readonly string[], say: (count: number, names: string) => string, command: string): Need[] {
  const [first] = places;
  if (first === undefined) return [];
  const rest = places.length - NAMED;
  const names = `${places.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return [
    {
      kind: 'arrival',
      subject: places.length === 1 ? first : 'new evidence',
      text: say(places.length, names),
      command,
    },
  ];
}

function toAlertNeeds(deliveries: readonly AlertDelivery[], at: number): Need[] {
  return deliveries.flatMap((delivery): Need[] => {
    const { state, reply, alert, madeAt } = delivery;
    if (state === 'sent' || ((state === 'waiting' || state === 'sending') && at - madeAt < OVERDUE_SECONDS)) return [];
    const text = `to ${toShownTarget(delivery)} ${WORDS[state]}${reply === null ? '' : ` (${reply})`}.`;
    return [
      { kind: 'alert', subject: `alert ${alert.slice(0, 8)}`, text, command: hint('status', { alerts: true }).command },
    ];
  });
}

export interface ShownAlerts {
  /** The intruder's records after containment; the first of them. */
  readonly afterContainment: readonly CitedRecord[];
  readonly afterContainmentCount: number;
  /** Sessions and mailboxes that the superseded version did not have. */
  readonly fresh: NewAlerts;
  readonly suggestedSessions: readonly SuggestedSession[];
}

/** Is the intruder still there? And which sessions look like its own? With the records behind it. */
export async function readAlerts(state: StateFolder): Promise<ShownAlerts> {
  const last = await requireLastVersion(state);
  const { alerts, fresh } = readRunSummary(last);
  const cited = alerts.afterContainment.records.slice(0, recordsLimit);
  return {
    afterContainment: await Promise.all(cited.map((id) => citeRecord(state.store, last.version, id))),
    afterContainmentCount: alerts.afterContainment.count,
    fresh,
    suggestedSessions: alerts.suggestedSessions,
  };
}
