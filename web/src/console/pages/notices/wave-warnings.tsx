import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { LoadingState, PartialState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../../base/words.ts';
import { useAnswer } from '../../desk/use-answer.ts';
import styles from './wave-page.module.css';

/** What a person should hear of a wave before it is signed: this machine's warnings, and questions about the drafts. */
export function WaveWarnings(props: { readonly incident: string; readonly wave: number }): ReactElement {
  const { wavePage: words } = useWords();
  const { count } = useFormat();
  const { answer, error } = useAnswer(props.incident, 'notice.wave.warnings', { wave: props.wave });
  const said = answer === null ? [] : [...answer.warnings, ...answer.referee];
  return (
    <section aria-labelledby="warnings-title" className={styles['lines']}>
      <h2 id="warnings-title">
        {answer === null || said.length === 0 ? words.warnings : count(words.warningsFound, said.length)}
      </h2>
      {answer === null && error === null && <LoadingState>{words.warningsReading}</LoadingState>}
      {error !== null && <PartialState>{[words.warningsFailed, ...error.reasons].join(' ')}</PartialState>}
      {answer !== null && said.length === 0 && <p>{words.noWarnings}</p>}
      {said.map(({ code, text }) => (
        <NoticeLine key={`${code} ${text}`} kind="wait">
          {text}
        </NoticeLine>
      ))}
    </section>
  );
}
