import type { CalledOperations } from '@candor/core/contract/operations';
import { useCallback, useEffect, useState } from 'react';
import { CallError, read, type SeenAnswer } from '../client/client.ts';

type Name = keyof CalledOperations;

/** What an operation said. A later failure keeps the earlier answer. */
export interface Asked<Answer> {
  /** Null: nothing yet. */
  readonly answer: Answer | null;
  /** What an act on this answer sends back. */
  readonly seen: number | null;
  /** Of the last call; null: it was answered, or goes on. */
  readonly error: CallError | null;
  readonly askAgain: () => void;
}

/** The answer of an operation, asked for again when the input changes. */
export function useAnswer<One extends Name>(
  incident: string,
  name: One,
  input: CalledOperations[One]['input'],
): Asked<CalledOperations[One]['answer']> {
  type Answer = CalledOperations[One]['answer'];
  const asked = JSON.stringify([incident, name, input]);
  const [said, setSaid] = useState<({ readonly of: string } & SeenAnswer<Answer>) | null>(null);
  const [failed, setFailed] = useState<{ readonly of: string; readonly error: CallError } | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text holds incident, name and input; a round asks again
  useEffect(() => {
    let isCurrent = true;
    read(incident, name, input).then(
      (found) => {
        if (!isCurrent) return;
        setSaid({ of: asked, ...found });
        setFailed(null);
      },
      (cause: unknown) => {
        if (isCurrent)
          setFailed({ of: asked, error: cause instanceof CallError ? cause : new CallError('silent', []) });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [asked, round]);
  const askAgain = useCallback(() => setRound((before) => before + 1), []);
  return {
    answer: said?.of === asked ? said.answer : null,
    seen: said?.of === asked ? said.seen : null,
    error: failed?.of === asked ? failed.error : null,
    askAgain,
  };
}
