import {
  type Answer,
  type Ask,
  type CallName,
  type EventName,
  type FromZone,
  type KeyZoneEvents,
  type KeyZoneFlaw,
  KeyZoneRefusal,
  type ToZone,
  type ZonePort,
} from './protocol.ts';

interface Waiting {
  readonly settle: (answer: unknown) => void;
  readonly fail: (refusal: KeyZoneRefusal) => void;
}

type Listener = (value: unknown) => void;

/** The page's side of the key zone: it asks and listens, and holds nothing itself. */
export class KeyZone {
  readonly #port: ZonePort;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<EventName, Set<Listener>>();
  readonly #refusalListeners = new Set<(flaw: KeyZoneFlaw) => void>();
  #calls = 0;
  #hasEnded = false;

  constructor(port: ZonePort) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => this.#take(data as FromZone));
  }

  /**
   * Asks the zone. A cancelled call fails at once; what it had begun is given up as soon as that is possible.
   * @throws KeyZoneRefusal, always and for whatever reason it fails
   */
  call<Name extends CallName>(
    name: Name,
    ask: Ask<Name>,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Answer<Name>> {
    if (this.#hasEnded) return Promise.reject(new KeyZoneRefusal('zone-ended'));
    if (signal?.aborted === true) return Promise.reject(new KeyZoneRefusal('cancelled'));
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((settle, fail) => {
      const cancel = (): void => {
        this.#send({ cancel: call });
        this.#end(call)?.fail(new KeyZoneRefusal('cancelled'));
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

  /** Gives what stops listening. */
  on<Name extends EventName>(name: Name, listener: (value: KeyZoneEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners);
    listeners.add(listener as Listener);
    return () => listeners.delete(listener as Listener);
  }

  /** Hears of every call that fails, whoever asked: a session that ended concerns the whole page. Gives what stops listening. */
  onRefusal(listener: (flaw: KeyZoneFlaw) => void): () => void {
    this.#refusalListeners.add(listener);
    return () => this.#refusalListeners.delete(listener);
  }

  /** The worker is gone: nothing that waits will be answered. */
  end(): void {
    this.#hasEnded = true;
    for (const call of [...this.#waiting.keys()]) this.#end(call)?.fail(new KeyZoneRefusal('zone-ended'));
  }

  #send(message: ToZone): void {
    this.#port.postMessage(message);
  }

  #take(message: FromZone): void {
    if ('event' in message) {
      for (const listener of this.#listeners.get(message.event) ?? []) listener(message.value);
      return;
    }
    // A cancelled call may still be answered; nobody waits for it.
    const waiting = this.#end(message.call);
    if ('flaw' in message) {
      for (const listener of this.#refusalListeners) listener(message.flaw);
      waiting?.fail(new KeyZoneRefusal(message.flaw));
    } else waiting?.settle(message.answer);
  }

  #end(call: number): Waiting | undefined {
    const waiting = this.#waiting.get(call);
    this.#waiting.delete(call);
    return waiting;
  }
}
