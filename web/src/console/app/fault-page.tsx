import type { ReactElement } from 'react';
import { Button } from '../../ui/react/button.tsx';
import { useFormat } from '../../ui/react/language.tsx';
import { FailedState } from '../../ui/react/page-states.tsx';
import { useWords } from '../base/words.ts';

/** In place of a page whose rendering failed. The name of the error only: its message may hold what was shown. */
export function FaultPage({ fault }: { readonly fault: unknown }): ReactElement {
  const words = useWords().fault;
  const { fill } = useFormat();
  return (
    <div className="page-stack">
      <FailedState
        isPage
        title={words.title}
        action={<Button onPress={() => location.reload()}>{words.reload}</Button>}
      >
        <p>{fill(words.what, { fault: fault instanceof Error ? fault.name : 'fault' })}</p>
      </FailedState>
    </div>
  );
}
