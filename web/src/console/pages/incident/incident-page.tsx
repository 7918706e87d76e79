import type { ConsoleIncident } from '@candor/core/contract/console';
import type { Verdict } from '@candor/core/exposure/verdict';
import { type ReactElement, useMemo } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Banner } from '../../../ui/react/banner.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { Funnel } from '../../../ui/react/charts/funnel.tsx';
import { VerdictLegend } from '../../../ui/react/charts/verdict-legend.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { useStatusFacts, useStatusSide } from '../../../ui/react/status-context.tsx';
import { useWords } from '../../base/words.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { useFunnelStages } from './funnel-stages.tsx';
import styles from './incident-page.module.css';
import { NeedList } from './need-list.tsx';
import { countToNotify, type Status } from './status-counts.ts';

const DRAWN: readonly Verdict[] = ['accessed', 'presumed', 'partial', 'possible', 'undetermined', 'no-evidence'];

/** Where do we stand, and what needs a person? */
export function IncidentPage(): ReactElement {
  const question = useWords().questions.incident;
  return <IncidentGate question={question}>{(incident) => <Incident incident={incident} />}</IncidentGate>;
}

function Incident({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const question = useWords().questions.incident;
  const asked = useAnswer(incident.id, 'status', {});
  return (
    <AnswerGate question={question} asked={asked}>
      {(status) => <Standing status={status} onAgain={asked.askAgain} />}
    </AnswerGate>
  );
}

function Standing({ status, onAgain }: { readonly status: Status; readonly onAgain: () => void }): ReactElement {
  const { incidentPage: words, desk, shared } = useWords();
  const { time, fill } = useFormat();
  const { summary } = status;
  useStatusFacts([
    fill(words.version, {
      version: String(summary.version),
      rules: summary.rules,
      digest: summary.digest.slice(0, 12),
    }),
    words.times,
  ]);
  useStatusSide(
    useMemo(
      () => (
        <Button kind="link" size="small" onPress={onAgain}>
          {desk.again}
        </Button>
      ),
      [desk.again, onAgain],
    ),
  );
  return (
    <>
      <StillThere status={status} />
      <div className={styles['page']}>
        <AnswerHeading question={fill(words.question, { at: time(status.at) })} level={1}>
          {useAnswerWords(status)}
        </AnswerHeading>
        <div className={styles['funnel']}>
          <Funnel label={words.funnel} stages={useFunnelStages(status)} />
          <VerdictLegend verdicts={DRAWN} words={shared.verdicts} />
        </div>
        <NeedList needs={summary.needs} isLookedAt={status.isLookedAt} />
      </div>
    </>
  );
}

/** Comes first: the intruder was seen after it had been shut out. */
function StillThere({ status }: { readonly status: Status }): ReactElement | null {
  const words = useWords().incidentPage;
  const { count, time } = useFormat();
  const { afterContainment } = status.summary.alerts;
  if (afterContainment.count === 0 || afterContainment.last === null) return null;
  return (
    <Banner kind="refused" lead={words.stillThere}>
      {count(words.after, afterContainment.count, { at: time(afterContainment.last) })}
    </Banner>
  );
}

/** Lists are recorded and never notified. */
function useAnswerWords({ toNotify, notified }: Status): string {
  const words = useWords().incidentPage;
  const { count, fill, number } = useFormat();
  if (toNotify.state === 'unknown') return `${words.unknown}: ${toNotify.because}`;
  const parties = count(toNotify.state === 'all' ? words.all : words.atLeast, countToNotify(toNotify));
  return fill(words.answer, {
    parties: parties.charAt(0).toUpperCase() + parties.slice(1),
    done: number(notified.value.notified),
  });
}
