import { dirname } from 'node:path';
import { Refusal } from '@candor/core/base';
import type { Incident } from '@candor/core/evidence/incident';
import { now, sleep } from '../../adapters/clock.ts';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import type { Store } from '../../adapters/store.ts';
import { findLastVersion, type StoredVersion } from '../../exposure/store/version-store.ts';
import { type AttemptResult, findReachedMailbox, mailAlert, postAlert, toAlertWait } from '../../notice/alert/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { readSecret, toSmtpRelay } from '../../notice/sender/index.ts';
import {
  type AlertDelivery,
  type AlertState,
  type AlertTarget,
  listAlertDeliveries,
  writeAlertState,
} from '../../notice/store/alert-store.ts';
import { inState } from '../acting.ts';
import { toIncidentOf } from '../load-incident.ts';
import type { RunSummary } from '../run-summary.ts';
import { readRunSummary } from '../run-summary.ts';
import type { WatchEvent } from './watch-event.ts';

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

/**
 * The incident file as it is now, or, while it cannot be read, as the newest exposure was judged from it: that nothing
 * can be judged is what an alert is about.
 * @throws Refusal where there is neither.
 */
export async function loadWatchedIncident(
  store: Store,
  last: StoredVersion | null,
): Promise<{ readonly incident: Incident; readonly folder: string }> {
  try {
    return await loadIncidentNow(store);
  } catch (cause) {
    const file = await readFact(store, 'incident-file');
    if (!(cause instanceof Refusal) || last === null || file === null || cause.code === 'copied-incident') throw cause;
    return { incident: toIncidentOf(last), folder: dirname(file) };
  }
}

/** One process at a time sends alerts: what it finds as `sending` was in the hands of one that is gone. */
export async function settleInterrupted(statePath: string, say: (event: WatchEvent) => void): Promise<void> {
  await inState(statePath, async ({ store }) => {
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
  statePath: string,
  say: (event: WatchEvent) => void,
  isStopping: () => boolean,
): Promise<void> {
  const at = now();
  const { due, incident, folder, summary } = await inState(statePath, async ({ store }) => {
    const waiting = await listAlertDeliveries(store, ['waiting']);
    const last = await findLastVersion(store);
    return {
      ...(await loadWatchedIncident(store, last)),
      due: waiting.filter(({ dueAt }) => dueAt <= at),
      summary: last === null ? null : readRunSummary(last),
    };
  });
  for (const delivery of due) {
    if (isStopping()) return;
    const withheld = findObstacle(delivery, incident, summary);
    if (withheld !== null) {
      await write(statePath, delivery, 'withheld', delivery.attempts, 0, withheld);
      say(toEvent(delivery, 'withheld', withheld));
      continue;
    }
    const result = await attempt(statePath, delivery, incident, folder);
    const attempts = delivery.attempts + 1;
    const state = result.state === 'again' ? 'waiting' : result.state;
    await write(statePath, delivery, state, attempts, now() + toAlertWait(attempts), result.reply);
    say(toEvent(delivery, state, result.reply));
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
  statePath: string,
  delivery: AlertDelivery,
  incident: Incident,
  folder: string,
): Promise<AttemptResult> {
  try {
    if (delivery.channel === 'webhook') return await postAlert(delivery, readToken(incident, folder));
    if (incident.notice === null) return { state: 'again', reply: 'the incident file names no relay' };
    const disclosure = { notice: incident.notice, folder };
    const sending = () => write(statePath, delivery, 'sending', delivery.attempts, delivery.dueAt, null);
    return await mailAlert(
      delivery,
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
  statePath: string,
  delivery: AlertDelivery,
  state: AlertState,
  attempts: number,
  dueAt: number,
  reply: string | null,
): Promise<void> {
  for (;;) {
    try {
      return await inState(statePath, ({ store }) =>
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
