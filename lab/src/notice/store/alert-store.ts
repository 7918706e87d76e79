import type { Store } from '../../adapters/store/store.ts';

/**
 * - `waiting`: to be sent, perhaps again · `sending`: the mail was handed over and the relay has not replied · `sent`
 * - `uncertain`: the relay never replied; the mail may have arrived, and is not sent again
 * - `failed`: refused for good · `withheld`: not sent, for a reason that `reply` gives
 */
export type AlertState = 'waiting' | 'sending' | 'sent' | 'uncertain' | 'failed' | 'withheld';

export type AlertChannel = 'mail' | 'webhook';

/** One alert to one address. */
export interface AlertDelivery {
  readonly alert: string;
  readonly document: string;
  readonly channel: AlertChannel;
  readonly target: string;
  readonly state: AlertState;
  readonly attempts: number;
  readonly dueAt: number;
  readonly reply: string | null;
  readonly madeAt: number;
}

export interface AlertTarget {
  readonly channel: AlertChannel;
  readonly target: string;
}

/** Keeps an alert with everybody who is to get it, inside the caller's transaction. False where it was kept before. */
export async function keepAlert(
  { db }: Store,
  alert: { readonly id: string; readonly document: string; readonly at: number },
  targets: readonly AlertTarget[],
): Promise<boolean> {
  const { id, document, at } = alert;
  const kept = await db
    .insertInto('watch_alert')
    .values({ id, document, made_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(kept.numInsertedOrUpdatedRows ?? 0) === 0) return false;
  for (const { channel, target } of targets)
    await db
      .insertInto('watch_delivery')
      .values({
        alert_id: id,
        channel,
        target,
        state: 'waiting',
        attempts: 0,
        due_at: at,
        reply: null,
        changed_at: at,
      })
      .execute();
  return true;
}

/** Deliveries in these states, in the order in which their alerts were made. */
export async function listAlertDeliveries(
  { db }: Store,
  states: readonly AlertState[],
): Promise<readonly AlertDelivery[]> {
  const rows = await db
    .selectFrom('watch_delivery')
    .innerJoin('watch_alert', 'watch_alert.id', 'watch_delivery.alert_id')
    .select(['alert_id', 'document', 'channel', 'target', 'state', 'attempts', 'due_at', 'reply', 'made_at'])
    .where('state', 'in', states)
    .orderBy('made_at')
    .orderBy('alert_id')
    .orderBy('channel')
    .orderBy('target')
    .execute();
  return rows.map((row) => ({
    alert: row.alert_id,
    document: row.document,
    channel: row.channel as AlertChannel,
    target: row.target,
    state: row.state as AlertState,
    attempts: row.attempts,
    dueAt: row.due_at,
    reply: row.reply,
    madeAt: row.made_at,
  }));
}

/** Before what became of it, where an alert went out in the mail of another. */
const IN_DIGEST = 'in one mail with alert ';

export function toDigestReply(alert: string, reply: string): string {
  return `${IN_DIGEST}${alert}: ${reply}`;
}

/** When each address got its mails; several alerts in one mail are one. */
export async function listMailTimes({ db }: Store): Promise<Map<string, readonly number[]>> {
  const rows = await db
    .selectFrom('watch_delivery')
    .select(['target', 'changed_at'])
    .where('channel', '=', 'mail')
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .where((where) => where.or([where('reply', 'is', null), where('reply', 'not like', `${IN_DIGEST}%`)]))
    .orderBy('changed_at')
    .execute();
  const times = new Map<string, readonly number[]>();
  for (const { target, changed_at: at } of rows) times.set(target, [...(times.get(target) ?? []), at]);
  return times;
}

/** Updates the state of a delivery. */
export async function writeAlertState(
  { db }: Store,
  { alert, channel, target }: Pick<AlertDelivery, 'alert' | 'channel' | 'target'>,
  change: {
    readonly state: AlertState;
    readonly attempts: number;
    readonly dueAt: number;
    readonly reply: string | null;
  },
  at: number,
): Promise<void> {
  const { state, attempts, dueAt, reply } = change;
  await db
    .updateTable('watch_delivery')
    .set({ state, attempts, due_at: dueAt, reply, changed_at: at })
    .where('alert_id', '=', alert)
    .where('channel', '=', channel)
    .where('target', '=', target)
    .execute();
}
