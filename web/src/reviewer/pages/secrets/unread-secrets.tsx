import type { ReactElement } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { FailedState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../base/language-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';

/** Replaces the numbers when the party's list could not be read. */
export function UnreadSecrets(props: {
  readonly thrown: unknown;
  readonly onAgain: () => Promise<void>;
}): ReactElement {
  const words = useWords('secrets');
  const shared = useWords('shared');
  const toSentence = useErrorSentence();
  const { fill } = useFormat();
  return (
    <FailedState
      title={fill(words.unreadable, { flaw: toSentence(props.thrown) })}
      action={<Button onPress={props.onAgain}>{shared.tryAgain}</Button>}
    />
  );
}
