import { useState } from 'react';
import { useErrorSentence } from './flaw-sentence.ts';

/** An asynchronous action: whether it runs, its error, and how to start it. */
export function useAction(): {
  readonly isBusy: boolean;
  readonly flaw: string | null;
  run(work: () => Promise<unknown>): Promise<void>;
} {
  const toSentence = useErrorSentence();
  const [isBusy, setBusy] = useState(false);
  const [flaw, setFlaw] = useState<string | null>(null);
  return {
    isBusy,
    flaw,
    run: async (work) => {
      setBusy(true);
      setFlaw(null);
      try {
        await work();
      } catch (thrown) {
        setFlaw(toSentence(thrown));
      } finally {
        setBusy(false);
      }
    },
  };
}
