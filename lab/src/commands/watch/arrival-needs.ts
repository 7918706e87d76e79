import { join } from 'node:path';
import { formatAmount, Refusal } from '@candor/core/base';
import { nowMilliseconds } from '../../adapters/clock.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { readFact } from '../../adapters/store/state-fact.ts';
import { lookAround } from '../../evidence/look-around.ts';
import { listArrivals } from '../../evidence/store/arrival-store.ts';
import { findUnnamedFiles } from '../../evidence/unnamed-files.ts';
import { loadIncidentNow } from '../../notice/disclosure.ts';
import { type AlertDelivery, type AlertState, listAlertDeliveries } from '../../notice/store/alert-store.ts';
import { quoteForShell } from '../quote-for-shell.ts';
import type { Need } from '../run-summary.ts';
import { toShownTarget } from './deliver-alerts.ts';

/**
 * A status is there at once: of an incident with more files only the first are looked at, and `candor watch` looks at
 * all.
 */
const MOST_FILES = 20_000;
const MOST_SURVEYED = 100;
const NAMED = 3;
/** An alert that waits so long is a matter for a person. */
const OVERDUE_SECONDS = 300;

/** What arrived since the newest exposure, and alerts that did not reach anybody. */
export async function readArrivalNeeds(state: StateFolder, at: number): Promise<readonly Need[]> {
  const arrivals = await listArrivals(state.store);
  const alerts = toAlertNeeds(
    await listAlertDeliveries(state.store, ['waiting', 'sending', 'uncertain', 'failed', 'withheld']),
    at,
  );
  const file = await readFact(state.store, 'incident-file');
  if (arrivals.length === 0 || file === null) return alerts;
  try {
    const { incident, folder } = await loadIncidentNow(state.store);
    const { found, gone } = lookAround({ incident, folder, arrivals, mostFiles: MOST_FILES });
    const except = [state.path, join(folder, '.candor')];
    const unnamed = findUnnamedFiles(
      { incident, folder, named: [], except, nowMs: nowMilliseconds(), mostSurveyed: MOST_SURVEYED },
      new Map(),
    );
    const run = `candor run ${quoteForShell(file)}`;
    return [
      ...alerts,
      ...toNeed(
        found.map(({ place }) => place),
        (count, names) =>
          `${formatAmount(count, 'log or mailbox is', 'logs and mailboxes are')} new or changed since this exposure: ${names}. Judge them with a run, or let \`candor watch\` do it.`,
        run,
      ),
      ...toNeed(
        gone,
        (count, names) =>
          `${formatAmount(count, 'log is', 'logs are')} gone that this exposure was judged from: ${names}. Put them back: the next one would lack them.`,
        'candor evidence lost',
      ),
      ...toNeed(
        unnamed.map(({ path }) => path),
        (count, names) =>
          `${formatAmount(count, 'log or mailbox lies', 'logs and mailboxes lie')} beside the evidence, and no entry of the incident file leads there: ${names}. Add entries under \`access\` and \`mailboxes\`.`,
        'candor watch --once',
      ),
    ];
  } catch (cause) {
    // A status is shown even where the incident file is gone by now.
    if (cause instanceof Refusal) return alerts;
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

const WORDS: Readonly<Record<Exclude<AlertState, 'sent'>, string>> = {
  waiting: 'was not delivered yet and is tried again while `candor watch` runs',
  sending: 'is being sent, or its sender was killed: the next `candor watch` settles it',
  uncertain: 'is uncertain: the relay never replied, it may have arrived, and it is not sent again',
  failed: 'was refused for good',
  withheld: 'was withheld',
};

function toAlertNeeds(deliveries: readonly AlertDelivery[], at: number): Need[] {
  return deliveries.flatMap((delivery): Need[] => {
    const { state, reply, alert, madeAt } = delivery;
    if (state === 'sent' || ((state === 'waiting' || state === 'sending') && at - madeAt < OVERDUE_SECONDS)) return [];
    const text = `to ${toShownTarget(delivery)} ${WORDS[state]}${reply === null ? '' : ` (${reply})`}.`;
    return [{ kind: 'alert', subject: `alert ${alert.slice(0, 8)}`, text, command: 'candor status --alerts' }];
  });
}
