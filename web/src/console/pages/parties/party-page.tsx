import type { ConsoleIncident } from '@candor/core/contract/console';
import { useParams } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { SECTION_PATHS, toHref } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import styles from './parties.module.css';
import { ContactList, FigureList, type PartyCard, useEvents } from './party-parts.tsx';

/** Everything about one party, at an address of its own. */
export function PartyPage(): ReactElement {
  const question = useWords().questions.parties;
  return <IncidentGate question={question}>{(incident) => <Party incident={incident} />}</IncidentGate>;
}

function Party({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const question = useWords().questions.parties;
  const { party } = useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;
  const asked = useAnswer(
    incident.id,
    'party.card',
    useMemo(() => ({ key: party ?? '' }), [party]),
  );
  return (
    <AnswerGate question={question} asked={asked}>
      {(card) => <Shown card={card} />}
    </AnswerGate>
  );
}

function Shown({ card }: { readonly card: PartyCard }): ReactElement {
  const { partiesPage: words, partyPage } = useWords();
  const { fill, number } = useFormat();
  const { to } = useIncident();
  const { party } = card;
  return (
    <div className="page-stack">
      <p>
        <a href={toHref(to(SECTION_PATHS.parties))}>{words.back}</a>
      </p>
      <AnswerHeading level={1} question={partyPage.question}>
        <Name text={party.name === '' ? party.party : party.name} characters={120} />
        {': '}
        {fill(partyPage.answer, { n: number(party.messages), state: words.states[card.state] })}
      </AnswerHeading>
      <Identity card={card} />
      <div className={styles['columns']}>
        <div className={styles['section']}>
          <Section title={words.contacts}>
            <ContactList contacts={card.contacts} />
            <Unusable unusable={card.unusable} />
          </Section>
          <Section title={words.happened}>
            <Events card={card} />
          </Section>
        </div>
        <div className={styles['section']}>
          <Section title={partyPage.figures}>
            <FigureList card={card} />
            <Roles card={card} />
          </Section>
          <Section title={partyPage.custodians}>
            <Counted label={partyPage.custodians} rows={party.custodians.map((one) => [one.custodian, one.messages])} />
          </Section>
          <Section title={words.addresses}>
            <Counted label={words.addresses} rows={party.addresses.map((one) => [one.address, one.messages])} />
          </Section>
        </div>
      </div>
    </div>
  );
}

function Section(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section className={styles['section']} aria-label={props.title}>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  );
}

function Identity({ card: { party } }: { readonly card: PartyCard }): ReactElement {
  const { partiesPage: words, partyPage } = useWords();
  const { fill } = useFormat();
  const merged = party.mergedIds.filter((id) => id !== party.party);
  const said = [
    party.party,
    words.kinds[party.kind],
    ...(party.country === null ? [] : [party.country]),
    ...(merged.length === 0 ? [] : [fill(partyPage.merged, { ids: merged.join(', ') })]),
  ];
  return (
    <p className={styles['place']}>
      <Name text={said.join(' · ')} characters={300} />
    </p>
  );
}

/** In which roles it stands in exposed messages: the reason why they are its own. */
function Roles({ card: { party } }: { readonly card: PartyCard }): ReactElement {
  const { partyPage } = useWords();
  const { number } = useFormat();
  const roles = [
    ['sender', party.roles.sender],
    ['recipient', party.roles.recipient],
    ['blindRecipient', party.roles.blindRecipient],
    ['attached', party.roles.attached],
  ] as const;
  return (
    <dl className={styles['facts']} aria-label={partyPage.why}>
      {roles
        .filter(([, n]) => n > 0)
        .map(([role, n]) => (
          <div key={role} style={{ display: 'contents' }}>
            <dt>{partyPage.roles[role]}</dt>
            <dd>{number(n)}</dd>
          </div>
        ))}
      {party.bulk > 0 && (
        <>
          <dt>{partyPage.bulk}</dt>
          <dd>{number(party.bulk)}</dd>
        </>
      )}
    </dl>
  );
}

function Unusable({ unusable }: Pick<PartyCard, 'unusable'>): ReactElement | null {
  const { partyPage } = useWords();
  if (unusable.length === 0) return null;
  return (
    <ul className={styles['rows']} aria-label={partyPage.unusable}>
      {unusable.map(({ contact, why }) => (
        <li key={`${contact} ${why}`}>
          <Name text={contact} characters={80} />
          <span className="second">{partyPage.whyNot[why]}</span>
        </li>
      ))}
    </ul>
  );
}

const FIRST_EVENTS = 50;

function Events({ card }: { readonly card: PartyCard }): ReactElement {
  const { partiesPage: words, partyPage } = useWords();
  const { time, count } = useFormat();
  const events = useEvents(card);
  const columns = useMemo(
    (): readonly Column<(typeof events)[number]>[] => [
      { id: 'at', header: partyPage.at, width: '34%', cell: ({ at }) => time(at) },
      { id: 'what', header: partyPage.what, cell: ({ text }) => <Name text={text} characters={400} /> },
    ],
    [partyPage, time],
  );
  return (
    <Table
      label={words.happened}
      kind="report"
      columns={columns}
      rows={events}
      toKey={({ key }) => key}
      isStacked
      breaksAnywhere
      atFirst={{ rows: FIRST_EVENTS, more: count(partyPage.allEvents, events.length), fewer: null }}
      empty={<EmptyState>{words.nothingHappened}</EmptyState>}
    />
  );
}

type CountedRow = readonly [name: string, messages: number];
const FIRST_ROWS = 20;

/** Names with their exposed messages, most first. */
function Counted(props: { readonly label: string; readonly rows: readonly CountedRow[] }): ReactElement {
  const { partyPage } = useWords();
  const { number, count } = useFormat();
  const { label, rows } = props;
  const sorted = useMemo(() => rows.toSorted(([, a], [, b]) => b - a), [rows]);
  const columns = useMemo(
    (): readonly Column<CountedRow>[] => [
      { id: 'name', header: label, kind: 'row-head', cell: ([name]) => <Name text={name} characters={120} /> },
      { id: 'messages', header: partyPage.messages, kind: 'number', cell: ([, messages]) => number(messages) },
    ],
    [label, partyPage, number],
  );
  return (
    <Table
      label={label}
      kind="report"
      columns={columns}
      rows={sorted}
      toKey={([name]) => name}
      breaksAnywhere
      atFirst={{ rows: FIRST_ROWS, more: count(partyPage.allRows, rows.length), fewer: null }}
      empty={<EmptyState>{partyPage.none}</EmptyState>}
    />
  );
}
