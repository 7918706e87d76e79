import type { CalledActs } from '@candor/core/contract/operations';
import { useCallback, useRef, useState } from 'react';
import { CallError, callAct, nameAct } from '../client/client.ts';

type Name = keyof CalledActs;

/** An act that a person began. */
export interface Act<One extends Name> {
  readonly isPending: boolean;
  /** Why the last try was not answered; null: none was made, it goes on, or it was done. */
  readonly error: CallError | null;
  /**
   * Whether the last try may have been done: the answer was lost, or the console failed. Trying again with the same
   * input does not do it twice.
   */
  readonly isUnknown: boolean;
  /** @param seen of the answer that shows what is changed */
  readonly act: (input: CalledActs[One]['input'], seen: number | null) => void;
  /** Forgets the last try. */
  readonly reset: () => void;
}

/** One act of the table: pressed twice it is done once. What was typed stays with the page, whatever the answer is. */
export function useAct<One extends Name>(
  incident: string,
  name: One,
  onDone: (answer: CalledActs[One]['answer'], input: CalledActs[One]['input']) => void,
): Act<One> {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const running = useRef(false);
  // The same input is the same act until the console has refused it or done it.
  const named = useRef<{ readonly of: string; readonly request: string } | null>(null);
  const done = useRef(onDone);
  done.current = onDone;
  const act = useCallback(
    (input: CalledActs[One]['input'], seen: number | null): void => {
      if (running.current) return;
      running.current = true;
      const of = JSON.stringify([incident, name, input]);
      if (named.current?.of !== of) named.current = { of, request: nameAct() };
      const { request } = named.current;
      setPending(true);
      setError(null);
      callAct(incident, name, input, { request, seen })
        .then(
          (answer) => {
            named.current = null;
            done.current(answer, input);
          },
          (cause: unknown) => {
            const stopped = cause instanceof CallError ? cause : new CallError('silent', []);
            if (!mayBeDone(stopped)) named.current = null;
            setError(stopped);
          },
        )
        .finally(() => {
          running.current = false;
          setPending(false);
        });
    },
    [incident, name],
  );
  const reset = useCallback(() => setError(null), []);
  return { isPending, error, isUnknown: error !== null && mayBeDone(error), act, reset };
}

function mayBeDone({ code }: CallError): boolean {
  return code === 'silent' || code === 'fault';
}
