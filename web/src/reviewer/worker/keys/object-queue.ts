import { portalPaths, toSeveralObjects } from '@candor/core/contract';
import { MAX_GROUPED_OBJECT_BYTES, OBJECT_LENGTH_BYTES, readObjectsAnswer } from '@candor/core/review/access';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { assertNotCancelled } from './cancelled.ts';
import type { Portal } from './portal.ts';

/**
 * Small ones that are asked for in one call: more would not make it cheaper, and a person would see them come in heaps.
 */
export const MAX_IN_GROUP = 32;

/** Of one group; on a slow line that is a few seconds. One that is larger is a group of its own. */
export const MAX_GROUP_BYTES: number = 2 * 1024 * 1024;

/** Read ahead whatever their size. */
const FEW_AHEAD = 4;

const GROUPS_AHEAD = 3;

/** What is asked for within the same moment goes together; nobody notices a wait of this length. */
const GATHERED_MS = 5;
/** Calls at once. Browsers open six connections to a server, and a message that a person opens must find one. */
const MOST_CALLS = 2;

interface Asked {
  readonly digest: string;
  readonly sizeBytes: number;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (thrown: unknown) => void;
  call: RunningCall | null;
}

interface RunningCall {
  /** Those that somebody still waits for. */
  readonly waiting: Set<Asked>;
  readonly controller: AbortController;
}

/**
 * Objects that can wait for each other: one call for many of them (docs/formats/portal-api.md, Several objects). What
 * is not in the answer is asked for alone. Nothing that comes is believed here: lengths that do not make up the answer
 * are refused, and whoever asked compares digest and size.
 */
export class ObjectQueue {
  readonly #getPortal: () => Portal;
  readonly #release: string;
  readonly #waiting = new Set<Asked>();
  #calls = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(getPortal: () => Portal, release: string) {
    this.#getPortal = getPortal;
    this.#release = release;
  }

  /** @throws KeyWorkerError */
  async ask(digest: string, sizeBytes: number, signal: AbortSignal): Promise<Uint8Array> {
    assertNotCancelled(signal);
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const asked: Asked = { digest, sizeBytes, resolve, reject, call: null };
    const leave = (): void => this.#leave(asked);
    signal.addEventListener('abort', leave, { once: true });
    this.#waiting.add(asked);
    this.#startSoon();
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** Somebody waits for this one by now: unless it is on its way, it goes at once and by itself. */
  hurry(digest: string): void {
    for (const asked of this.#waiting) if (asked.digest === digest) void this.#run([asked]);
  }

  /** One who goes takes nobody along; the last one ends the call. */
  #leave(asked: Asked): void {
    asked.reject(new KeyWorkerError('cancelled'));
    this.#waiting.delete(asked);
    asked.call?.waiting.delete(asked);
    if (asked.call?.waiting.size === 0) asked.call.controller.abort();
  }

  #startSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      while (this.#calls < MOST_CALLS && this.#waiting.size > 0) void this.#runCounted(this.#choose());
    }, GATHERED_MS);
  }

  /** The first that waits, and those that go with it. */
  #choose(): readonly Asked[] {
    const chosen: Asked[] = [];
    let bytes = 0;
    for (const asked of this.#waiting) {
      const { sizeBytes } = asked;
      if (chosen.length > 0 && (sizeBytes > MAX_GROUPED_OBJECT_BYTES || bytes + sizeBytes > MAX_GROUP_BYTES)) continue;
      chosen.push(asked);
      bytes += sizeBytes;
      if (chosen.length === MAX_IN_GROUP || sizeBytes > MAX_GROUPED_OBJECT_BYTES) break;
    }
    return chosen;
  }

  async #runCounted(chosen: readonly Asked[]): Promise<void> {
    this.#calls += 1;
    await this.#run(chosen);
    this.#calls -= 1;
    if (this.#waiting.size > 0) this.#startSoon();
  }

  /** Never throws: each who asked is told. */
  async #run(chosen: readonly Asked[]): Promise<void> {
    const waiting = new Set(chosen);
    const call: RunningCall = { waiting, controller: new AbortController() };
    for (const asked of chosen) {
      this.#waiting.delete(asked);
      asked.call = call;
    }
    try {
      const { signal } = call.controller;
      if (chosen.length > 1) await this.#getTogether(chosen, waiting, signal);
      for (const asked of waiting) {
        const bytes = await this.#getPortal().getBytes(portalPaths.releaseObject(this.#release, asked.digest), signal);
        waiting.delete(asked);
        if (bytes === null) asked.reject(new KeyWorkerError('missing-object'));
        else asked.resolve(bytes);
      }
    } catch (thrown) {
      for (const { reject } of waiting) reject(thrown);
    }
  }

  /** Those that the answer holds do not wait any more. @throws KeyWorkerError */
  async #getTogether(chosen: readonly Asked[], waiting: Set<Asked>, signal: AbortSignal): Promise<void> {
    const longestBytes = chosen.reduce((sum, { sizeBytes }) => sum + OBJECT_LENGTH_BYTES + sizeBytes, 0);
    const target = toSeveralObjects(
      this.#release,
      chosen.map(({ digest }) => digest),
    );
    const answer = await this.#getPortal().getBytes(target, signal, longestBytes);
    // A portal that knows nothing of this way to ask gives none.
    if (answer === null) return;
    const objects = readObjectsAnswer(answer, chosen.length);
    if (objects === null) throw new KeyWorkerError('portal-broken');
    for (const [at, asked] of chosen.entries()) {
      const bytes = objects[at] ?? null;
      if (bytes === null) continue;
      waiting.delete(asked);
      // A copy of its own, so that one that stays does not keep the whole answer.
      asked.resolve(bytes.slice());
    }
  }
}

/** Whether one more may be read ahead of whoever takes them, besides those that wait. */
export function canReadAhead<Member>(toSize: (member: Member) => number): (waiting: readonly Member[]) => boolean {
  return (waiting) =>
    waiting.length < FEW_AHEAD ||
    (waiting.length < GROUPS_AHEAD * MAX_IN_GROUP &&
      waiting.reduce((sum, member) => sum + toSize(member), 0) < GROUPS_AHEAD * MAX_GROUP_BYTES);
}
