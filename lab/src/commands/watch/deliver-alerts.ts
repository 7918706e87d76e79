import { Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import { now, sleep } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import { findLastVersion } from '../../exposure/store/version-store.ts';
import {
  type AttemptResult,
  findMailTurn,
  findReachedMailbox,
  mailAlert,
  postAlert,
  toAlertWait,
} from '../../notice/alert/index.ts';
import { readSecret, toSmtpRelay } from '../../notice/delivery/index.ts';
import {
  type AlertDelivery,
  type AlertState,
  type AlertTarget,
  listAlertDeliveries,
  listMailTimes,
  toDigestReply,
  writeAlertState,
} from '../../notice/store/alert-store.ts';
import type { ActIn } from '../acting.ts';
import type { RunSummary } from '../run-summary.ts';
import { readRunSummary } from '../run-summary.ts';
import type { WatchEvent } from './watch-event.ts';
import { loadWatchedIncident } from './watched-incident.ts';

/** Between two tries to write how a message ended, while a run has the state to itself. */
const BUSY_MS = 500;

/** Whom the incident file says to alert, in its order. */
export function listAlertTargets({ watch }: Incident): readonly AlertTarget[] {
  if (watch === null) return [];
  const mail = watch.mail.map((target) => ({ channel: 'mail' as const, target }));
  return watch.webhook === null ? mail : [...mail, { channel: 'webhook', target: watch.webhook.url }];
}

/** For screens and logs: a webhook's path may be a secret. */
export function toShownTarget({ channel, target }: AlertTarget): string {
  return channel === 'mail' ? target : `${new URL(target).protocol}//${new URL(target).host}`;
}

/**
 * Ensures that alerts can be delivered.
 * @throws Refusal when a target is a mailbox that the intruder reached, or without a relay.
 */
export function assertAlertTargets(incident: Incident, folder: string, summary: RunSummary | null): void {
  const mail = incident.watch?.mail ?? [];
  const reached = mail.flatMap((address) => {
    const why = findReachedMailbox(address, incident, summary?.alerts ?? null);
    return why === null ? [] : [`watch.mail: no alert goes to ${address}: ${why}. Name a mailbox elsewhere.`];
  });
  if (reached.length > 0) throw new Refusal('alert-to-reached', reached);
  if (mail.length > 0) {
    if (incident.notice === null)
      throw new Refusal('no-relay', [
        'watch.mail needs `notice` with `from`, `bounce` and `relay` in the incident file: alerts are sent like notices',
      ]);
    toSmtpRelay({ notice: incident.notice, folder });
  }
  readToken(incident, folder);
}

function readToken({ watch }: Incident, folder: string): string | null {
  const file = watch?.webhook?.tokenFile ?? null;
  return file === null ? null : readSecret(folder, file);
}

/** One process at a time sends alerts: what it finds as `sending` was in the hands of one that is gone. */
export async function settleInterrupted(
  actIn: ActIn,
  statePath: string,
  say: (event: WatchEvent) => void,
): Promise<void> {
  await actIn(statePath, async ({ store }) => {
    for (const delivery of await listAlertDeliveries(store, ['sending'])) {
      const reply = 'the process ended before the relay replied';
      const change = { state: 'uncertain' as const, attempts: delivery.attempts, dueAt: 0, reply };
      await store.durableTransaction(() => writeAlertState(store, delivery, change, now()));
      say(toEvent(delivery, 'uncertain', reply));
    }
  });
}

/**
 * Sends what is due, each once. The state is only open while writing: a relay may take minutes, and a run needs
 * exclusive access.
 */
export async function deliverAlerts(
  actIn: ActIn,
  statePath: string,
  say: (event: WatchEvent) => void,
  isStopping: () => boolean,
): Promise<void> {
  const at = now();
  const { due, mailed, incident, folder, summary } = await actIn(statePath, async ({ store }) => {
    const waiting = await listAlertDeliveries(store, ['waiting']);
    const last = await findLastVersion(store);
    return {
      ...(await loadWatchedIncident(store, last)),
      due: waiting.filter(({ dueAt }) => dueAt <= at),
      mailed: await listMailTimes(store),
      summary: last === null ? null : readRunSummary(last),
    };
  });
  const settled = new Set<AlertDelivery>();
  for (const delivery of due) {
    if (isStopping()) return;
    if (settled.has(delivery)) continue;
    const withheld = findObstacle(delivery, incident, summary);
    if (withheld !== null) {
      await write(actIn, statePath, delivery, 'withheld', delivery.attempts, 0, withheld);
      say(toEvent(delivery, 'withheld', withheld));
      settled.add(delivery);
      continue;
    }
    const together = takeTurn(delivery, due, settled, mailed);
    if (together.length === 0) continue;
    for (const one of together) settled.add(one);
    await deliver(actIn, statePath, together, { incident, folder, say });
  }
}

/**
 * The deliveries that go out now with this one, the newest first; none while its address has to wait. What waits stays
 * in the state, and `candor status` lists it.
 */
function takeTurn(
  delivery: AlertDelivery,
  due: readonly AlertDelivery[],
  settled: ReadonlySet<AlertDelivery>,
  mailed: Map<string, readonly number[]>,
): readonly AlertDelivery[] {
  const { channel, target } = delivery;
  if (channel === 'webhook') return [delivery];
  const turn = findMailTurn(mailed.get(target) ?? [], now());
  if (turn === 'wait') return [];
  mailed.set(target, [...(mailed.get(target) ?? []), now()]);
  if (turn === 'one') return [delivery];
  return due.filter((one) => one.channel === channel && one.target === target && !settled.has(one)).reverse();
}

interface Handover {
  readonly incident: Incident;
  readonly folder: string;
  readonly say: (event: WatchEvent) => void;
}

/** One message for all of them. */
async function deliver(
  actIn: ActIn,
  statePath: string,
  together: readonly AlertDelivery[],
  { incident, folder, say }: Handover,
): Promise<void> {
  const [newest, ...others] = together;
  if (newest === undefined) return;
  const result = await attempt(actIn, statePath, [newest, ...others], incident, folder);
  const state = result.state === 'again' ? 'waiting' : result.state;
  for (const delivery of together) {
    const attempts = delivery.attempts + 1;
    const reply = delivery === newest || state === 'waiting' ? result.reply : toDigestReply(newest.alert, result.reply);
    await write(actIn, statePath, delivery, state, attempts, now() + toAlertWait(attempts), reply);
    say(toEvent(delivery, state, reply));
  }
}

/** What forbids a delivery at this moment: a later exposure may have found that the intruder reached its mailbox. */
function findObstacle(
  { channel, target }: AlertDelivery,
  incident: Incident,
  summary: RunSummary | null,
): string | null {
  if (!listAlertTargets(incident).some((one) => one.channel === channel && one.target === target))
    return 'the incident file no longer names it';
  return channel === 'mail' ? findReachedMailbox(target, incident, summary?.alerts ?? null) : null;
}

async function attempt(
  actIn: ActIn,
  statePath: string,
  together: readonly [AlertDelivery, ...AlertDelivery[]],
  incident: Incident,
  folder: string,
): Promise<AttemptResult> {
  const [delivery, ...others] = together;
  try {
    if (delivery.channel === 'webhook') return await postAlert(delivery, readToken(incident, folder));
    if (incident.notice === null) return { state: 'again', reply: 'the incident file names no relay' };
    const disclosure = { notice: incident.notice, folder };
    const sending = async () => {
      for (const one of together) await write(actIn, statePath, one, 'sending', one.attempts, one.dueAt, null);
    };
    return await mailAlert(
      { ...delivery, others: others.map(({ document }) => document) },
      { disclosure, relay: toSmtpRelay(disclosure), runtime: createNodeRuntime() },
      sending,
    );
  } catch (cause) {
    // A key or password that is gone, or an address that a relay would read otherwise: said, and tried again.
    if (cause instanceof Refusal) return { state: 'again', reply: cause.code };
    throw cause;
  }
}

/** Durable before the next step: a mail that was handed over must not be forgotten. */
async function write(
  actIn: ActIn,
  statePath: string,
  delivery: AlertDelivery,
  state: AlertState,
  attempts: number,
  dueAt: number,
  reply: string | null,
): Promise<void> {
  for (;;) {
    try {
      return await actIn(statePath, ({ store }) =>
        store.durableTransaction(() => writeAlertState(store, delivery, { state, attempts, dueAt, reply }, now())),
      );
    } catch (cause) {
      if (!(cause instanceof Refusal) || cause.code !== 'state-in-use') throw cause;
      await sleep(BUSY_MS);
    }
  }
}

function toEvent(delivery: AlertDelivery, state: AlertState, reply: string | null): WatchEvent {
  const { alert, channel } = delivery;
  return { event: 'delivery', id: alert, channel, target: toShownTarget(delivery), state, reply };
}
