import type { ConsoleIncident } from '@candor/core/contract/console';
import type { ReactElement } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../../base/words.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { CopyList } from './copy-list.tsx';
import { sumCopies } from './mailbox-counts.ts';
import { MailboxTable } from './mailbox-table.tsx';

/** What did the intruder do, copy by copy? */
export function ExposurePage(): ReactElement {
  const question = useWords().questions.exposure;
  return <IncidentGate question={question}>{(incident) => <Exposure incident={incident} />}</IncidentGate>;
}

function Exposure({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const { questions, exposurePage: words } = useWords();
  const { count, number } = useFormat();
  const asked = useAnswer(incident.id, 'exposure.mailboxes', {});
  return (
    <AnswerGate question={questions.exposure} asked={asked}>
      {({ mailboxes, version }) => {
        const totals = sumCopies(mailboxes);
        const exposed = totals.accessed + totals.presumed + totals.partial + totals.possible;
        const uncounted = mailboxes.filter(({ copies }) => copies === null).length;
        return (
          <div className="page-stack">
            <AnswerHeading level={1} question={questions.exposure}>
              {count(words.answer, exposed, {
                undetermined: number(totals.undetermined),
                cleared: number(totals['no-evidence']),
              })}
            </AnswerHeading>
            {uncounted > 0 && <PartialState>{count(words.uncounted, uncounted)}</PartialState>}
            <MailboxTable mailboxes={mailboxes} totals={totals} />
            <CopyList incident={incident.id} version={version} mailboxes={mailboxes} />
          </div>
        );
      }}
    </AnswerGate>
  );
}
