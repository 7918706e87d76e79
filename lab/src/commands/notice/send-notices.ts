import { advise, hint, type PostedReason, Refusal, receiveReason } from '@candor/core/base';
import type { DeliveryStateName } from '@candor/core/notice/delivery';
import { readJournal } from '../../adapters/files/append-journal.ts';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { now, sleep } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import {
  expireClaims,
  findSendableWaves,
  permitDeliveries,
  replayJournal,
  requireGate,
  type SenderEnd,
  toSmtpRelay,
} from '../../notice/delivery/index.ts';
import { loadDisclosure } from '../../notice/index.ts';
import { assertSendable } from '../../notice/selection/index.ts';
import { requireSite } from '../../notice/site/index.ts';
import { countDeliveries, DeliveryBook, type DeliveryCounts } from '../../notice/store/delivery-book.ts';
import { moveWaves } from '../../notice/store/wave-state-store.ts';
import { listDeliveries, requireWave } from '../../notice/store/wave-store.ts';
import { assertNoneMisread } from '../misread-problems.ts';
import type { Progress, ProgressStep } from '../progress.ts';
import { type SenderShare, toIsGone, toJournalPath } from './send-share.ts';

/** What a sender says while it works. */
export type SenderEvent =
  | { readonly is: 'sent'; readonly state: DeliveryStateName }
  | { readonly is: 'end'; readonly end: SenderEnd }
  | { readonly is: 'refused'; readonly code: string; readonly reasons: readonly PostedReason[] }
  | { readonly is: 'broke'; readonly text: string };

/** A sender in its own process. */
export interface RunningSender {
  stop(): void;
  readonly ended: Promise<number | null>;
}

export interface SendOptions {
  /** Null: every approved wave. */
  readonly waves: readonly number[] | null;
  readonly senders: number;
  /** Sends although the page cannot check these notices yet. */
  readonly beforeSite: boolean;
  /** Stays until nothing is left that only needs time. */
  readonly waits: boolean;
  readonly startSender: (share: SenderShare, hear: (event: SenderEvent) => void) => RunningSender;
  readonly progress: Progress;
  /** Called with what stops the senders in order. */
  readonly onStoppable: (stop: () => void) => void;
}

export interface SendResult {
  readonly waves: readonly number[];
  /** What this call did, by where each delivery came to stand. */
  readonly done: Readonly<Partial<Record<DeliveryStateName, number>>>;
  readonly counts: DeliveryCounts;
  /** Found when it began: left behind by senders that were killed, or unknown to a store that was put back. */
  readonly foundUncertain: number;
  readonly isStopped: boolean;
}

/** A process that was killed is replaced so often; what kills more than that needs a person. */
const mostRounds = 5;
/** While it waits for the next try, this often it looks whether to stop. */
const waitStepMs = 1_000;

/**
 * Sends a state's approved waves with several parallel senders. Sent messages stay sent after a stop or kill; the same
 * command resumes.
 * @throws Refusal for an unapproved wave, a gate that has not passed, an unusable relay, or an older copy of the state.
 */
export async function sendNotices(state: StateFolder, options: SendOptions): Promise<SendResult> {
  const settings = await loadDisclosure(state.store);
  await assertNoneMisread(state.store, settings.incident);
  toSmtpRelay(settings);
  const runtime = createNodeRuntime();
  const { fingerprint } = await requireActiveOperators(state, runtime, now());
  const checks = { store: state.store, runtime, cryptography: nodeCryptography };
  const waves = await findSendableWaves(checks, options.waves);
  if (waves.length === 0) {
    throw new Refusal('nothing-to-send', [advise`no wave is approved: ${hint('notice.status')} shows what is waiting`]);
  }
  await assertSelected(state, waves);
  await requireGate(state.store, settings, fingerprint, now());
  if (!options.beforeSite) await requireSite(state.store, waves, state.path);
  const supervisor = new Supervisor(state, options, waves, settings.notice.relay?.connections ?? 1);
  return supervisor.run();
}

/** @throws Refusal where what people decided, or the way of the notices, is another one than two people signed. */
async function assertSelected({ store }: StateFolder, waves: readonly number[]): Promise<void> {
  for (const id of waves) {
    const hasBegun = (await listDeliveries(store, id)).some(({ attempts }) => attempts > 0);
    await assertSendable(store, createNodeRuntime(), await requireWave(store, id), hasBegun);
  }
}

class Supervisor {
  readonly #state: StateFolder;
  readonly #options: SendOptions;
  readonly #waves: readonly number[];
  readonly #sessions: number;
  readonly #book: DeliveryBook;
  readonly #done: Partial<Record<DeliveryStateName, number>> = {};
  #senders: RunningSender[] = [];
  #isStopping = false;

  constructor(state: StateFolder, options: SendOptions, waves: readonly number[], connections: number) {
    this.#state = state;
    this.#options = options;
    this.#waves = waves;
    this.#sessions = Math.max(1, Math.floor(connections / options.senders));
    this.#book = new DeliveryBook({ store: state.store, now, host: null });
  }

  async run(): Promise<SendResult> {
    this.#options.onStoppable(() => this.#stop());
    const { store } = this.#state;
    let foundUncertain = await replayJournal(store, this.#book, readJournal(toJournalPath(this.#state)));
    foundUncertain += (await this.#expire()).uncertain;
    await permitDeliveries(store, this.#book, now);
    await this.#beginWaves();
    const due = await this.#countDue();
    const step = this.#options.progress.begin('send', 'notices', due);
    try {
      for (let round = 1; ; round += 1) {
        const hasKilled = (await this.#countDue()) > 0 && (await this.#runSenders(step));
        const { freed, uncertain } = await this.#expire();
        foundUncertain += uncertain;
        if (this.#isStopping) break;
        if ((freed > 0 || hasKilled) && round < mostRounds) continue;
        if (!this.#options.waits || !(await this.#waitForNext())) break;
        round = 0;
      }
    } finally {
      step.end();
    }
    const counts = await countDeliveries(store, this.#waves);
    return { waves: this.#waves, done: this.#done, counts, foundUncertain, isStopped: this.#isStopping };
  }

  #stop(): void {
    this.#isStopping = true;
    for (const sender of this.#senders) sender.stop();
  }

  #expire(): Promise<{ readonly freed: number; readonly uncertain: number }> {
    return expireClaims({ store: this.#state.store, book: this.#book, now, isGone: toIsGone(this.#state) });
  }

  async #beginWaves(): Promise<void> {
    await this.#book.run(false, async () => {
      await moveWaves(this.#state.store, this.#waves, ['approved'], 'sending');
    });
  }

  async #countDue(): Promise<number> {
    const { states, nextAt } = await countDeliveries(this.#state.store, this.#waves);
    return states.approved + (nextAt !== null && nextAt <= now() ? states.deferred : 0);
  }

  /**
   * Runs all senders; returns whether one was killed. Senders share their limits: the first refusal or fault stops all.
   */
  async #runSenders(step: ProgressStep): Promise<boolean> {
    let failure: Error | null = null;
    const hear = (event: SenderEvent) => {
      if (event.is === 'sent') {
        this.#done[event.state] = (this.#done[event.state] ?? 0) + 1;
        step.advance(1);
        return;
      }
      failure ??= toFailure(event);
      if (failure !== null) for (const sender of this.#senders) sender.stop();
    };
    const share = { waves: this.#waves, sessions: this.#sessions };
    this.#senders = Array.from({ length: this.#options.senders }, () => this.#options.startSender(share, hear));
    if (this.#isStopping) this.#stop();
    const codes = await Promise.all(this.#senders.map(({ ended }) => ended));
    this.#senders = [];
    if (failure !== null) throw failure;
    const code = codes.find((ending) => ending !== null && ending !== 0);
    if (code !== undefined) throw new Error(`a sender could not start (exit code ${code})`);
    return codes.includes(null);
  }

  /** Waits for the next retry; false when there is none, or on a stop request. */
  async #waitForNext(): Promise<boolean> {
    const { nextAt, states } = await countDeliveries(this.#state.store, this.#waves);
    if (states.deferred === 0 || nextAt === null) return false;
    while (nextAt > now() && !this.#isStopping) await sleep(waitStepMs);
    return !this.#isStopping;
  }
}

function toFailure(event: Exclude<SenderEvent, { readonly is: 'sent' }>): Error | null {
  switch (event.is) {
    case 'end':
      if (event.end.is !== 'trouble') return null;
      return new Refusal('relay-trouble', [
        advise`${event.end.reason}; sent messages stay sent, the rest waits: continue with ${hint('notice.send')} once the relay works`,
      ]);
    case 'refused':
      return new Refusal(event.code, event.reasons.map(receiveReason));
    case 'broke':
      return new Error(event.text);
  }
}
