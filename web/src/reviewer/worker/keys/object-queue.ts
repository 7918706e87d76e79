import { portalPaths, toSeveralObjects } from '@candor/core/contract';
import { MAX_GROUPED_OBJECT_BYTES, OBJECT_LENGTH_BYTES, readObjectsAnswer } from '@candor/core/review/access';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { assertNotCancelled } from './cancelled.ts';
import type { Portal } from './portal.ts';

/** Small objects per call: more would not be cheaper, and results would arrive in bursts. */
export const MAX_IN_GROUP = 32;

/** Maximum bytes per group; a few seconds on a slow line. A larger object is its own group. */
export const MAX_GROUP_BYTES: number = 2 * 1024 * 1024;

/** Prefetched at any size. */
const FEW_AHEAD = 4;

const GROUPS_AHEAD = 3;

/** Requests within this time are grouped; the delay is not noticeable. */
const GATHERED_MS = 5;
/**
 * Concurrent calls. Browsers open six connections per server, and a message that a person opens must find a free one.
 */
const MOST_CALLS = 2;

interface Asked {
  readonly digest: string;
  readonly sizeBytes: number;
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (thrown: unknown) => void;
  call: RunningCall | null;
}

interface RunningCall {
  /** Objects that somebody still waits for. */
  readonly waiting: Set<Asked>;
  readonly controller: AbortController;
}

/**
 * Groups objects that can wait into one call (docs/formats/portal-api.md, Several objects). An object missing from the
 * answer is requested alone. Nothing is trusted here: inconsistent lengths are refused, and the caller compares digest
 * and size.
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

  /** Somebody waits for this one: unless it is being fetched, it is requested at once and alone. */
  hurry(digest: string): void {
    for (const asked of this.#waiting) if (asked.digest === digest) void this.#run([asked]);
  }

  /** A caller that leaves does not affect others; the last one cancels the call. */
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

  /** The first waiting object and those grouped with it. */
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

  /** Never throws: each caller gets the error. */
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

  /**
   * Objects in the answer no longer wait.
   * @throws KeyWorkerError
   */
  async #getTogether(chosen: readonly Asked[], waiting: Set<Asked>, signal: AbortSignal): Promise<void> {
    const longestBytes = chosen.reduce((sum, { sizeBytes }) => sum + OBJECT_LENGTH_BYTES + sizeBytes, 0);
    const target = toSeveralObjects(
      this.#release,
      chosen.map(({ digest }) => digest),
    );
    const answer = await this.#getPortal().getBytes(target, signal, longestBytes);
    // A portal without this call.
    if (answer === null) return;
    const objects = readObjectsAnswer(answer, chosen.length);
    if (objects === null) throw new KeyWorkerError('portal-broken');
    for (const [at, asked] of chosen.entries()) {
      const bytes = objects[at] ?? null;
      if (bytes === null) continue;
      waiting.delete(asked);
      // A copy, so that a cached object does not keep the whole answer.
      asked.resolve(bytes.slice());
    }
  }
}

/** Whether one more may be prefetched besides those waiting. */
export function canReadAhead<Member>(toSize: (member: Member) => number): (waiting: readonly Member[]) => boolean {
  return (waiting) =>
    waiting.length < FEW_AHEAD ||
    (waiting.length < GROUPS_AHEAD * MAX_IN_GROUP &&
      waiting.reduce((sum, member) => sum + toSize(member), 0) < GROUPS_AHEAD * MAX_GROUP_BYTES);
}
