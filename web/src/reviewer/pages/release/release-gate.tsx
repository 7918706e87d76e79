import { readInstant } from '@candor/core/base';
import type { ReactNode } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState, FailedState, LoadingState } from '../../../ui/react/page-states.tsx';
import { useStatusFacts } from '../../../ui/react/status-context.tsx';
import type { KeyWorkerErrorCode, OpenedRelease } from '../../bridge/protocol.ts';
import { toRefusalKind } from '../../bridge/refusal-kind.ts';
import { useWords } from '../base/language-context.tsx';
import { useSectionCount } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { useRelease } from './release-context.tsx';
import styles from './release-gate.module.css';

/** The bars' text about an open release, on every page. */
function Opened({ release, children }: { readonly release: OpenedRelease; readonly children: ReactNode }): ReactNode {
  const { status } = useWords('overview');
  const { fill, number, date } = useFormat();
  const { manifest, log, messages } = release;
  useStatusFacts([
    fill(status.release, { release: number(manifest.release), day: date(readInstant(manifest.at) ?? 0) }),
    fill(status.exposure, { n: number(manifest.exposure.version) }),
    fill(status.log, { n: number(log.size) }),
  ]);
  useSectionCount('messages', messages);
  return children;
}

/** Shows its content when a release is open, otherwise the reason. */
export function ReleaseGate({ children }: { readonly children: (release: OpenedRelease) => ReactNode }): ReactNode {
  const words = useWords('overview');
  const { tryAgain, loading } = useWords('shared');
  const { number, fill, time } = useFormat();
  const { organization } = useSettings();
  const { state, openAgain } = useRelease();
  const toWords = useRefusalWords();
  switch (state.is) {
    case 'opened':
      return <Opened release={state.release}>{children(state.release)}</Opened>;
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
          <AnswerHeading question={words.real.question} level={1}>
            {state.seenBefore === null ? words.nothing.title : words.nothing.gone}
          </AnswerHeading>
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

interface RefusalWords {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

/** What happened to a release that does not open: what, what is stored, what to do. */
export function useRefusalWords(): (flaw: KeyWorkerErrorCode) => RefusalWords {
  const { refusals } = useWords('overview');
  const { fill } = useFormat();
  const { organization, page, telephone } = useSettings();
  const values = { organization, page, telephone: telephone ?? page };
  return (flaw) => {
    const { title, what, todo } = refusals[toRefusalKind(flaw)];
    return { title: fill(title, values), what: fill(what, { ...values, flaw }), todo: fill(todo, values) };
  };
}
