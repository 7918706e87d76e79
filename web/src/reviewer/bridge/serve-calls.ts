import {
  type Answer,
  type Ask,
  type CallName,
  type EventName,
  type FromWorker,
  type KeyWorkerCalls,
  KeyWorkerError,
  type KeyWorkerEvents,
  type ToWorker,
  type WorkerPort,
} from './protocol.ts';

export interface CallContext {
  /** Aborted when nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Handlers of calls. A `KeyWorkerError` gives the reason; anything else thrown is a fault. */
export type CallHandlers<Calls = KeyWorkerCalls> = {
  readonly [Name in keyof Calls]: (
    ask: Calls[Name] extends { readonly ask: infer One } ? One : never,
    context: CallContext,
  ) => Promise<Calls[Name] extends { readonly answer: infer One } ? One : never>;
};

export type Emit = <Name extends EventName>(name: Name, value: KeyWorkerEvents[Name]) => void;

/**
 * Answers calls at a port until it closes. Only the word "fault" leaves the worker for a fault: its message may contain
 * decrypted text.
 */
export function serveCalls(port: WorkerPort, handlers: CallHandlers): void {
  const running = new Map<number, AbortController>();
  const send = (message: FromWorker): void => port.postMessage(message);
  port.addEventListener('message', ({ data }) => {
    const message = data as ToWorker;
    if ('cancel' in message) {
      running.get(message.cancel)?.abort();
      running.delete(message.cancel);
      return;
    }
    const { call, name, ask } = message;
    const controller = new AbortController();
    running.set(call, controller);
    answer(handlers, name, ask, controller.signal)
      .then(
        (given) => send({ call, answer: given }),
        (thrown: unknown) => send({ call, flaw: thrown instanceof KeyWorkerError ? thrown.flaw : 'fault' }),
      )
      // An answer that cannot be sent is a fault, not silence.
      .catch(() => send({ call, flaw: 'fault' }))
      .finally(() => running.delete(call));
  });
}

export function makeEmit(port: WorkerPort): Emit {
  return (event, value) => port.postMessage({ event, value } satisfies FromWorker);
}

async function answer<Name extends CallName>(
  handlers: CallHandlers,
  name: Name,
  ask: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  if (!Object.hasOwn(handlers, name)) throw new KeyWorkerError('fault');
  const handler = handlers[name] as (ask: Ask<Name>, context: CallContext) => Promise<Answer<Name>>;
  return handler(ask as Ask<Name>, { signal });
}
