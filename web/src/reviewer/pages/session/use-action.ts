import { useState } from 'react';
import { useErrorSentence } from './flaw-sentence.ts';

/** Something that takes a moment and may fail: whether it runs, why it failed, and how to begin it. */
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
