import type { ReactElement } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { CopyButton } from '../../../ui/react/copy-button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import { PortalRefusal } from '../../portal/portal-refusal.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useErrorSentence } from '../session/flaw-sentence.ts';
import styles from './export.module.css';
import type { ExportState } from './use-export.ts';

/** Progress and result of an export, and the digest to compare. */
export function ExportProgressLine(props: {
  readonly state: ExportState;
  readonly onCancel: () => void;
}): ReactElement | null {
  const words = useWords('exports');
  const shared = useWords('shared');
  const { count, fill, number } = useFormat();
  const toSentence = useErrorSentence();
  const { state } = props;
  switch (state.is) {
    case 'ready':
      return null;
    case 'saving': {
      const { messages = 0, of = 0 } = state.progress ?? {};
      return (
        <div className={styles['saving']} role="status">
          <progress
            max={Math.max(of, 1)}
            value={messages}
            aria-label={fill(words.saving, { done: number(messages), n: number(of) })}
          />
          <span>{fill(words.saving, { done: number(messages), n: number(of) })}</span>
          <Button size="small" onPress={props.onCancel}>
            {words.cancel}
          </Button>
        </div>
      );
    }
    case 'cancelled':
      return <NoticeLine kind="wait">{words.cancelled}</NoticeLine>;
    case 'failed': {
      const isKnown = state.thrown instanceof KeyWorkerError || state.thrown instanceof PortalRefusal;
      return (
        <NoticeLine kind="refused">
          {fill(words.failed, { flaw: isKnown ? toSentence(state.thrown) : words.diskFull })}
        </NoticeLine>
      );
    }
    case 'done': {
      const { outcome } = state;
      return (
        <div className={styles['done']}>
          <NoticeLine kind="passed">{count(words.done, outcome.messages, { bytes: number(outcome.bytes) })}</NoticeLine>
          <p className={styles['label']}>{words.digest}</p>
          <p className={styles['digest']}>
            <code>{outcome.sha256}</code> <CopyButton text={outcome.sha256} words={shared} />
          </p>
          {outcome.missing.length > 0 && (
            <>
              <PartialState>{count(words.missing, outcome.missing.length)}</PartialState>
              <textarea
                className={styles['missing']}
                readOnly
                rows={3}
                aria-label={count(words.missing, outcome.missing.length)}
                value={outcome.missing.join('\n')}
              />
            </>
          )}
        </div>
      );
    }
  }
}
