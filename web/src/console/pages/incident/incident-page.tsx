import type { ConsoleIncident } from '@candor/core/contract/console';
import { type ReactElement, useMemo } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Banner } from '../../../ui/react/banner.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { Funnel } from '../../../ui/react/charts/funnel.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { FailedState, LoadingState } from '../../../ui/react/page-states.tsx';
import { useStatusFacts, useStatusSide } from '../../../ui/react/status-context.tsx';
import { useWords } from '../../base/words.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { ClockList } from './clock-list.tsx';
import { DaysPicture } from './days-picture.tsx';
import { useFunnelStages } from './funnel-stages.tsx';
import styles from './incident-page.module.css';
import { NeedList } from './need-list.tsx';
import { countToNotify, type Status } from './status-counts.ts';
import { countLater, type Timeline } from './timeline-rows.ts';

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
      {(status) => <Standing incident={incident.id} status={status} onAgain={asked.askAgain} />}
    </AnswerGate>
  );
}

function Standing(props: {
  readonly incident: string;
  readonly status: Status;
  readonly onAgain: () => void;
}): ReactElement {
  const { incident, status, onAgain } = props;
  const { incidentPage: words, desk } = useWords();
  const { time, fill } = useFormat();
  const { answer: timeline, error } = useAnswer(incident, 'status.timeline', {});
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
      <StillThere status={status} timeline={timeline} />
      <div className={styles['page']}>
        <AnswerHeading question={fill(words.question, { at: time(status.at) })} level={1}>
          {useAnswerWords(status)}
        </AnswerHeading>
        <div className={styles['funnel']}>
          <Funnel label={words.funnel} stages={useFunnelStages(status)} />
        </div>
        <div className={styles['halves']}>
          <div className={styles['left']}>
            {timeline !== null && <DaysPicture timeline={timeline} />}
            {timeline === null && error === null && <LoadingState>{desk.reading}</LoadingState>}
            {timeline === null && error !== null && (
              <FailedState title={desk.failed}>
                <p>{fill(desk.failedHow, { code: error.code })}</p>
              </FailedState>
            )}
          </div>
          <div className={styles['right']}>
            <NeedList needs={summary.needs} isLookedAt={status.isLookedAt} />
            {timeline !== null && <ClockList timeline={timeline} />}
          </div>
        </div>
      </div>
    </>
  );
}

/** Comes first: the intruder was seen after it had been shut out, or undecided records may show it. */
function StillThere(props: { readonly status: Status; readonly timeline: Timeline | null }): ReactElement | null {
  const { status, timeline } = props;
  const words = useWords().incidentPage;
  const { count, fill, time } = useFormat();
  const { afterContainment } = status.summary.alerts;
  const isSeen = afterContainment.count > 0 && afterContainment.last !== null;
  const days = timeline?.days ?? null;
  const later = timeline === null || days === null ? 0 : countLater(days, timeline.window.to);
  if (!isSeen && (timeline === null || timeline.lastAct === null)) return null;
  return (
    <Banner kind={isSeen ? 'refused' : 'wait'} lead={words.stillThere}>
      {isSeen && afterContainment.last !== null
        ? count(words.after, afterContainment.count, { at: time(afterContainment.last) })
        : fill(words.lastSeen, { at: time(timeline?.lastAct ?? 0), end: time(timeline?.window.to ?? 0) })}{' '}
      {later > 0 && count(words.laterUndecided, later)}
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
