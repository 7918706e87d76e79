import type { CalledOperations } from '@candor/core/contract/operations';
import type { ReactElement } from 'react';
import { Dialog } from '../../../ui/react/dialog.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { LoadingState, PartialState } from '../../../ui/react/page-states.tsx';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { useWords } from '../../base/words.ts';
import { useAnswer } from '../../desk/use-answer.ts';
import styles from './explain-dialog.module.css';

type Explained = CalledOperations['explain.copy']['answer'][number];

/** Why a copy has its verdict: rules, records with file and row, gaps. */
export function ExplainDialog(props: {
  readonly incident: string;
  readonly copy: { readonly custodian: string; readonly location: string };
  readonly onClose: () => void;
}): ReactElement {
  const { incident, copy, onClose } = props;
  const { exposurePage: words, desk } = useWords();
  const { answer, error } = useAnswer(incident, 'explain.copy', { copy: copy.location });
  const found = answer?.find(({ custodian, location }) => custodian === copy.custodian && location === copy.location);
  return (
    <Dialog title={words.why} isOpen onClose={onClose}>
      {error !== null && <PartialState>{[words.rowsFailed, ...error.reasons].join(' ')}</PartialState>}
      {answer === null && error === null && <LoadingState>{desk.reading}</LoadingState>}
      {found !== undefined && <Reasons copy={found} />}
    </Dialog>
  );
}

function Reasons({ copy }: { readonly copy: Explained }): ReactElement {
  const { exposurePage: words } = useWords();
  const { count } = useFormat();
  return (
    <div className={styles['why']}>
      <p>
        <b>
          <VerdictMark verdict={copy.verdict} /> {copy.words}
        </b>
        <span className="second">
          {copy.custodian}, {copy.location}
        </span>
      </p>
      {copy.reasons.map((reason) => (
        <section key={reason.code}>
          <h3>
            {reason.rule} <code>{reason.code}</code>
          </h3>
          <p>{reason.text}</p>
          {reason.records.map((record) => (
            <div key={record.id} className={styles['record']}>
              <p>
                {record.time} {record.operation}
              </p>
              <p>{record.labelText}</p>
              {record.sources.map((source) => (
                <p key={source}>
                  <code>{source}</code>
                </p>
              ))}
            </div>
          ))}
          {reason.more > 0 && <p>{count(words.moreRecords, reason.more)}</p>}
          {reason.gaps.map((gap) => (
            <p key={gap}>{gap}</p>
          ))}
          {reason.moreGaps > 0 && <p>{count(words.moreGaps, reason.moreGaps)}</p>}
        </section>
      ))}
    </div>
  );
}
