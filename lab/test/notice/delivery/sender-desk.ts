import { setTimeout as wait } from 'node:timers/promises';
import { openSmtp, type SmtpRelay } from '../../../src/adapters/mail/smtp.ts';
import { openStateForActing, type StateFolder } from '../../../src/adapters/store/state-folder.ts';
import { type SenderEnd, type SenderOptions, sendDeliveries } from '../../../src/notice/delivery/send-deliveries.ts';
import { DeliveryBook } from '../../../src/notice/store/delivery-book.ts';
import { readGateResult } from '../../../src/notice/store/gate-store.ts';

export interface SenderDesk {
  readonly state: StateFolder;
  readonly book: DeliveryBook;
  /** States that the sender told of, in order. */
  readonly told: readonly string[];
  send(change?: Partial<SenderOptions>): Promise<SenderEnd>;
  /** The state of every delivery, in order. */
  readStates(): Promise<readonly string[]>;
  readReasons(): Promise<readonly (string | null)[]>;
}

export function toPlainRelay(port: number): SmtpRelay {
  return { host: '127.0.0.1', port, tls: 'none', login: null, authorities: null, name: 'harbor.example' };
}

/** An answer is waited for, however busy the machine is. */
const patienceMs = 30_000;

/**
 * One sender in this process, on a relay of the tests. `silenceMs`: how long it waits for a reply to a message where
 * the relay is to give none.
 */
export async function openSenderDesk(
  statePath: string,
  port: number,
  options: { readonly now?: () => number; readonly by?: string; readonly silenceMs?: number } = {},
): Promise<SenderDesk> {
  const state = await openStateForActing(statePath);
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const gate = (await readGateResult(state.store))?.settingsDigest;
  const host = `127.0.0.1:${port}`;
  const book = new DeliveryBook({ store: state.store, now, host, ...(gate === undefined ? {} : { gate }) });
  const told: string[] = [];
  const relay = {
    ...toPlainRelay(port),
    limits: { openMs: patienceMs, envelopeMs: patienceMs, replyMs: options.silenceMs ?? patienceMs },
  };
  const read = (column: 'state' | 'reason') =>
    state.store.db.selectFrom('notice_delivery').select(column).orderBy('id').execute();
  return {
    state,
    book,
    told,
    send: (change = {}) =>
      sendDeliveries({
        ...{ store: state.store, book, by: options.by ?? 'one', waves: [1], bounce: 'bounce@harbor.example' },
        ...{ perDestination: 100, now, sessions: 2, isStopping: () => false },
        open: () => openSmtp(relay),
        pause: async () => void (await wait(5)),
        tell: (name) => told.push(name),
        ...change,
      }),
    readStates: async () => (await read('state')).map((row) => String(row.state)),
    readReasons: async () => (await read('reason')).map((row) => row.reason ?? null),
  };
}
