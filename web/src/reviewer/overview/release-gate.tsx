import type { ReactNode } from 'react';
import { Button } from '../../ui/react/button.tsx';
import { EmptyState, FailedState, LoadingState } from '../../ui/react/page-states.tsx';
import { useFormat, useWords } from '../app/language-context.tsx';
import { useRelease } from '../app/release-context.tsx';
import { useSettings } from '../app/settings-context.tsx';
import type { OpenedRelease } from '../keys/protocol.ts';
import { sharedWording } from '../words/wording.ts';
import styles from './overview-page.module.css';
import { useRefusalWords } from './use-refusal-words.ts';
import { overviewWording } from './words/wording.ts';

/** Shows its content when a release is open, and otherwise says what is there instead of it. */
export function ReleaseGate({ children }: { readonly children: (release: OpenedRelease) => ReactNode }): ReactNode {
  const words = useWords(overviewWording);
  const { tryAgain, loading } = useWords(sharedWording);
  const { number, fill, time } = useFormat();
  const { organization } = useSettings();
  const { state, openAgain } = useRelease();
  const toWords = useRefusalWords();
  switch (state.is) {
    case 'opened':
      return children(state.release);
    case 'closed':
      return null;
    case 'opening': {
      const { progress } = state;
      return (
        <div className={styles['page']}>
          <LoadingState>
            {progress === null
              ? loading
              : fill(words.progress[progress.what], { n: number(progress.done), of: number(progress.of) })}
          </LoadingState>
        </div>
      );
    }
    case 'nothing-released':
      return (
        <div className={styles['page']}>
          <h1 className="unseen">{words.nothing.title}</h1>
          <EmptyState action={<Button onPress={openAgain}>{words.checkAgain}</Button>}>
            {fill(state.seenBefore === null ? words.nothing.yet : words.nothing.anymore, {
              organization,
              release: number(state.seenBefore ?? 0),
              at: time(state.at),
            })}
          </EmptyState>
        </div>
      );
    case 'refused': {
      const { title, what, todo } = toWords(state.flaw);
      return (
        <div className={styles['page']}>
          <FailedState isPage title={title} action={<Button onPress={openAgain}>{tryAgain}</Button>}>
            <p>{what}</p>
            <p>{todo}</p>
          </FailedState>
        </div>
      );
    }
  }
}
