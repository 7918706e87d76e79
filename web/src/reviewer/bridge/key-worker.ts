import {
  type Answer,
  type Ask,
  type CallName,
  type EventName,
  type FromWorker,
  KeyWorkerError,
  type KeyWorkerErrorCode,
  type KeyWorkerEvents,
  type ToWorker,
  type WorkerPort,
} from './protocol.ts';

interface Waiting {
  readonly settle: (answer: unknown) => void;
  readonly fail: (refusal: KeyWorkerError) => void;
}

type Listener = (value: unknown) => void;

/** The page's side of the key worker: sends calls and receives events; holds no keys. */
export class KeyWorker {
  readonly #port: WorkerPort;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<EventName, Set<Listener>>();
  readonly #refusalListeners = new Set<(flaw: KeyWorkerErrorCode) => void>();
  #calls = 0;
  #hasEnded = false;

  constructor(port: WorkerPort) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => this.#take(data as FromWorker));
  }

  /**
   * Calls the worker. A cancelled call fails at once; its work stops as soon as possible.
   * @throws KeyWorkerError for every failure
   */
  call<Name extends CallName>(
    name: Name,
    ask: Ask<Name>,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Answer<Name>> {
    if (this.#hasEnded) return Promise.reject(new KeyWorkerError('worker-ended'));
    if (signal?.aborted === true) return Promise.reject(new KeyWorkerError('cancelled'));
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((settle, fail) => {
      const cancel = (): void => {
        this.#send({ cancel: call });
        this.#end(call)?.fail(new KeyWorkerError('cancelled'));
      };
      signal?.addEventListener('abort', cancel, { once: true });
      const forget = (): void => signal?.removeEventListener('abort', cancel);
      this.#waiting.set(call, {
        settle: (answer) => {
          forget();
          settle(answer as Answer<Name>);
        },
        fail: (refusal) => {
          forget();
          fail(refusal);
        },
      });
      this.#send({ call, name, ask });
    });
  }

  /** Returns a function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (value: KeyWorkerEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener as Listener);
    return () => listeners.delete(listener as Listener);
  }

  /** Observes every failed call: an ended session affects the whole page. Returns a function that stops listening. */
  onRefusal(listener: (flaw: KeyWorkerErrorCode) => void): () => void {
    this.#refusalListeners.add(listener);
    return () => this.#refusalListeners.delete(listener);
  }

  /** The worker is gone: no pending call will be answered. */
  end(): void {
    this.#hasEnded = true;
    for (const call of [...this.#waiting.keys()]) this.#end(call)?.fail(new KeyWorkerError('worker-ended'));
  }

  #send(message: ToWorker): void {
    this.#port.postMessage(message);
  }

  #take(message: FromWorker): void {
    if ('event' in message) {
      for (const listener of this.#listeners.get(message.event) ?? []) listener(message.value);
      return;
    }
    // A cancelled call may still be answered; the answer is ignored.
    const waiting = this.#end(message.call);
    if ('flaw' in message) {
      for (const listener of this.#refusalListeners) listener(message.flaw);
      waiting?.fail(new KeyWorkerError(message.flaw));
    } else waiting?.settle(message.answer);
  }

  #end(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call);
    this.#waiting.delete(call);
    return waiting;
  }
}
