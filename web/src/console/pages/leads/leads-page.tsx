import type { ConsoleIncident } from '@candor/core/contract/console';
import type { CalledOperations } from '@candor/core/contract/operations';
import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { useShortcuts } from '../../../ui/react/use-shortcuts.ts';
import { SECTION_PATHS, toHref } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { LeadView } from './lead-view.tsx';
import styles from './leads-page.module.css';

type Leads = CalledOperations['leads']['answer'];

/** Whose are the undecided records? */
export function LeadsPage(): ReactElement {
  const question = useWords().questions.leads;
  return <IncidentGate question={question}>{(incident) => <Asked incident={incident} />}</IncidentGate>;
}

function Asked({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const question = useWords().questions.leads;
  const asked = useAnswer(incident.id, 'leads', {});
  return (
    <AnswerGate question={question} asked={asked}>
      {(leads) => <ToDecide leads={leads} />}
    </AnswerGate>
  );
}

/** The lead that the address names by its place: `lead=2`. */
function ToDecide({ leads }: { readonly leads: Leads }): ReactElement {
  const { leadsPage: words, questions } = useWords();
  const { count, fill, time } = useFormat();
  const { to } = useIncident();
  const { lead: place } = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const { first } = leads;
  const at = typeof place === 'number' && first[place - 1] !== undefined ? place - 1 : 0;
  const chosen = first[at];
  const toLead = (which: number): string => to(`${SECTION_PATHS.leads}?lead=${which + 1}`);
  const go = (which: number): void => {
    if (first[which] !== undefined) location.hash = toLead(which);
  };
  useShortcuts({ j: () => go(at + 1), k: () => go(at - 1) });
  return (
    <div className={styles['page']}>
      <section className={styles['pane']}>
        <div className={styles['head']}>
          <AnswerHeading level={1} question={questions.leads}>
            {useStanding(leads)}
          </AnswerHeading>
          {first.length > 1 && <p className={styles['note']}>{words.order}</p>}
          <p className={styles['note']}>{count(words.inAll, leads.all)}</p>
        </div>
        {first.length > 0 && (
          <ol className={styles['leads']} aria-label={words.list}>
            {first.map(({ lead, settles }, which) => (
              <li key={`${lead.kind}:${lead.value}`} className={styles['lead']}>
                <a href={toHref(toLead(which))} aria-current={which === at ? 'true' : undefined}>
                  <span>
                    <b>
                      <bdi>{lead.value}</bdi>
                    </b>
                    <b>{count(words.settles, settles)}</b>
                  </span>
                  <span className={styles['note']}>
                    {words.kinds[lead.kind]}
                    <span>
                      {lead.first === lead.last
                        ? time(lead.first)
                        : fill(words.span, { first: time(lead.first), last: time(lead.last) })}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ol>
        )}
      </section>
      {chosen !== undefined && <LeadView chosen={chosen} at={at + 1} of={first.length} />}
    </div>
  );
}

function useStanding({ undecided, first }: Leads): string {
  const words = useWords().leadsPage;
  const { count, number } = useFormat();
  if (undecided === 0) return words.none;
  if (first.length === 0) return count(words.undecidable, undecided);
  const settled = first.reduce((sum, { settles }) => sum + settles, 0);
  return count(words.answer, undecided, { leads: number(first.length), settled: number(settled) });
}
