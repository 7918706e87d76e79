import type { ConsoleIncident } from '@candor/core/contract/console';
import type { ReactElement, ReactNode } from 'react';
import { AnswerHeading } from '../../ui/react/answer-heading.tsx';
import { ConnectionBanner } from '../../ui/react/banner.tsx';
import { Button } from '../../ui/react/button.tsx';
import { useFormat } from '../../ui/react/language.tsx';
import { EmptyState, FailedState, LoadingState, PartialState } from '../../ui/react/page-states.tsx';
import { toIncidentPath } from '../address/incident-address.ts';
import { FIRST_USE_PATH, SECTION_PATHS, toHref } from '../address/sections.ts';
import { useWords } from '../base/words.ts';
import type { CallError } from '../client/client.ts';
import { useDesk, useIncident } from './desk.tsx';
import type { Asked } from './use-answer.ts';

/** A page about one incident: without one, or without a session, says what to do. */
export function IncidentGate(props: {
  readonly question: string;
  readonly children: (incident: ConsoleIncident) => ReactNode;
}): ReactNode {
  const desk = useDesk();
  const { incident } = useIncident();
  const words = useWords().desk;
  if (desk.is === 'closed') return <Stopped question={props.question} error={desk.error} />;
  if (incident === null) return <WhichIncident incidents={desk.list.incidents} />;
  if (incident.fault === null) return props.children(incident);
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={props.question}>
        {words.unreadable}
      </AnswerHeading>
      <FailedState title={incident.name}>
        <p>{incident.fault}</p>
      </FailedState>
    </div>
  );
}

function WhichIncident({ incidents }: { readonly incidents: readonly ConsoleIncident[] }): ReactElement {
  const words = useWords().desk;
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={words.incidents}>
        {incidents.length === 0 ? words.begin : words.which}
      </AnswerHeading>
      {incidents.length === 0 && <p>{words.noIncident}</p>}
      <p>
        <a href={toHref(FIRST_USE_PATH)}>{words.begin}</a>
      </p>
      <ul>
        {incidents.map(({ id, name, organization }) => (
          <li key={id}>
            <a href={toHref(toIncidentPath(SECTION_PATHS.incident, id))}>{name}</a> {organization}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a page needs first: while it loads, when it fails, and when an earlier answer is all there is. */
export function AnswerGate<Answer>(props: {
  readonly question: string;
  readonly asked: Asked<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}): ReactNode {
  const { question, asked } = props;
  const words = useWords();
  if (asked.answer === null)
    return asked.error === null ? (
      <div className="page-stack">
        <h1 className="unseen">{question}</h1>
        <LoadingState>{words.desk.reading}</LoadingState>
      </div>
    ) : (
      <Stopped question={question} error={asked.error} onAgain={asked.askAgain} />
    );
  return (
    <>
      <Stale asked={asked} />
      {props.children(asked.answer)}
    </>
  );
}

/** Above what was read earlier. */
function Stale({ asked }: { readonly asked: Asked<unknown> }): ReactElement | null {
  const { desk, shared } = useWords();
  const again = (
    <Button kind="link" onPress={asked.askAgain}>
      {desk.again}
    </Button>
  );
  if (asked.error === null || asked.error.code === 'silent')
    return <ConnectionBanner words={shared.connection} isAnswered={asked.error === null} actions={again} />;
  return <PartialState action={again}>{`${desk.earlier} ${asked.error.reasons.join(' ')}`}</PartialState>;
}

/** Why there is no answer, and what to do. */
function Stopped(props: {
  readonly question: string;
  readonly error: CallError;
  readonly onAgain?: () => void;
}): ReactElement {
  const { error, onAgain } = props;
  const words = useWords().desk;
  const { fill } = useFormat();
  const isOut = error.code === 'signed-out' || error.code === 'token-spent';
  const title = isOut ? words.signedOut : error.code === 'refused' ? words.refused : words.failed;
  const how = isOut
    ? words.signedOutHow
    : error.code === 'refused'
      ? null
      : fill(words.failedHow, { code: error.code });
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={props.question}>
        {title}
      </AnswerHeading>
      <EmptyState
        action={onAgain !== undefined && !isOut ? <Button onPress={onAgain}>{words.again}</Button> : undefined}
      >
        {[...error.reasons, ...(how === null ? [] : [how])].join(' ')}
      </EmptyState>
    </div>
  );
}
