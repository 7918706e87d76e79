import type { ConsoleIncident } from '@candor/core/contract/console';
import type { ReactElement } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../../base/words.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { FigureTable } from './figures.tsx';
import { JournalTable } from './journal-table.tsx';

/** What is committed, published and done? */
export function LogPage(): ReactElement {
  const question = useWords().questions.log;
  return <IncidentGate question={question}>{(incident) => <Log incident={incident} />}</IncidentGate>;
}

function Log({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const { questions, logPage: words } = useWords();
  const { count, fill } = useFormat();
  const asked = useAnswer(incident.id, 'figures.list', {});
  const journal = useAnswer(incident.id, 'journal', {});
  return (
    <AnswerGate question={questions.log} asked={asked}>
      {({ size, exposure, rules, figures, notified }) => (
        <div className="page-stack">
          <AnswerHeading level={1} question={questions.log}>
            {size === 0 ? words.notStarted : count(words.answer, size)}
          </AnswerHeading>
          <p>
            {fill(words.basis, {
              version: String(exposure.version),
              rules: rules.exposure,
              digest: exposure.digest.slice(0, 12),
            })}
          </p>
          <p>{notified.is === 'stated' ? notified.words : fill(words.notStated, { because: notified.because })}</p>
          <FigureTable figures={figures} />
          {journal.answer !== null && <JournalTable lines={journal.answer.lines} />}
          {journal.error !== null && <PartialState>{words.journal.unread}</PartialState>}
        </div>
      )}
    </AnswerGate>
  );
}
