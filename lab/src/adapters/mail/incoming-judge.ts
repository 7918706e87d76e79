import { Worker } from 'node:worker_threads';
import type { IncomingMail } from '@candor/core/notice/bounce';

/** Time limit; a hostile mail takes a fifth of it. */
const TIME_LIMIT_MS = 5000;
const MEMORY_LIMIT_MB = 256;
/** Starting the thread is no work of any mail: on a busy machine it may take long. */
const START_LIMIT_MS = 120_000;

const THREAD = new URL('./incoming-thread.ts', import.meta.url);

/** A mail that was judged, or why it was not. */
export interface JudgedMail {
  readonly mail: IncomingMail;
  /** Why it could not be judged; null for a mail that was read. */
  readonly setAside: string | null;
}

type Outcome = { readonly is: 'said'; readonly what: unknown } | { readonly is: 'ended' | 'late' };

/**
 * Judges foreign mail in a thread, which is ended when one mail takes too long or too much; the next mail gets a new
 * thread.
 */
export class IncomingJudge {
  readonly #limitMs: number;
  readonly #thread: URL;
  #worker: Worker | null = null;

  constructor(limitMs: number = TIME_LIMIT_MS, thread: URL = THREAD) {
    this.#limitMs = limitMs;
    this.#thread = thread;
  }

  async judge(bytes: Uint8Array): Promise<JudgedMail> {
    const worker = this.#worker ?? (await this.#start());
    const answer = hear(worker, this.#limitMs);
    worker.postMessage(bytes);
    const outcome = await answer;
    if (outcome.is === 'said') return { mail: outcome.what as IncomingMail, setAside: null };
    await this.close();
    const why =
      outcome.is === 'late'
        ? `reading it took longer than ${this.#limitMs / 1000} s`
        : `reading it took more than ${MEMORY_LIMIT_MB} MB, or broke the reader`;
    return { mail: UNREAD, setAside: why };
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  /** @throws a fault when no thread starts: that is not the mail's doing, and it stays new. */
  async #start(): Promise<Worker> {
    const worker = new Worker(this.#thread, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    // A waiting caller is told when the thread ends; between two mails nobody waits.
    worker.on('error', () => undefined);
    this.#worker = worker;
    const outcome = await hear(worker, START_LIMIT_MS);
    if (outcome.is === 'said') return worker;
    await this.close();
    throw new Error('the thread that reads incoming mail did not start');
  }
}

/** What is known of a mail that could not be read: nothing. Not even an address in it is believed. */
const UNREAD: IncomingMail = {
  ...{ class: 'other', kind: 'set-aside', status: null },
  ...{ recipients: [], sentTo: [], references: [], reporters: [], queueIds: [], from: null, subject: '' },
};

function hear(worker: Worker, limitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      resolve(outcome);
    };
    const onMessage = (what: unknown): void => end({ is: 'said', what });
    const onExit = (): void => end({ is: 'ended' });
    const timer = setTimeout(() => end({ is: 'late' }), limitMs);
    worker.once('message', onMessage);
    worker.once('exit', onExit);
  });
}
