import type { CalledOperations } from '@candor/core/contract/operations';
import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { useWords } from '../../base/words.ts';
import styles from './parties.module.css';

export type PartyCard = CalledOperations['party.card']['answer'];

const VERDICTS = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;

/** Exposed messages by verdict, the rest of the figures below. */
export function FigureList({ card: { party } }: { readonly card: PartyCard }): ReactElement {
  const { partiesPage: words, shared } = useWords();
  const { number, date, count } = useFormat();
  const mailboxes = count(words.mailboxes, party.custodians.length);
  return (
    <dl className={styles['facts']}>
      <dt>{words.exposed}</dt>
      <dd>
        <b>{number(party.messages)}</b> {mailboxes}
      </dd>
      {VERDICTS.filter((verdict) => party[verdict] > 0).map((verdict) => (
        <div key={verdict} style={{ display: 'contents' }}>
          <dt>
            <VerdictMark verdict={verdict} /> {shared.verdicts[verdict]}
          </dt>
          <dd>{number(party[verdict])}</dd>
        </div>
      ))}
      {party.first !== null && party.last !== null && (
        <>
          <dt>{words.dated}</dt>
          <dd>
            {date(party.first)} – {date(party.last)}
          </dd>
        </>
      )}
      {party.intruderSent > 0 && (
        <>
          <dt>{words.intruderSent}</dt>
          <dd>{number(party.intruderSent)}</dd>
        </>
      )}
      <dt>{words.addresses}</dt>
      <dd>{count(words.addressCount, party.addresses.length)}</dd>
    </dl>
  );
}

/** Best first, each with where it comes from and what became of messages to it. */
export function ContactList({ contacts }: { readonly contacts: PartyCard['contacts'] }): ReactElement {
  const { partiesPage: words } = useWords();
  const { fill } = useFormat();
  if (contacts.length === 0) return <p className={styles['place']}>{words.noContact}</p>;
  return (
    <ul className={styles['rows']}>
      {contacts.map(({ address, role, rung, isGuessed, tried, answered, language }) => (
        <li key={address}>
          <b>
            <Name text={address} characters={80} />
          </b>
          {role !== null && (
            <>
              , <Name text={role} characters={40} />
            </>
          )}
          <span className="second">
            {[
              words.sources[rung],
              ...(isGuessed ? [words.guessed] : []),
              ...(language === null ? [] : [language]),
              ...(tried.length === 0 ? [] : [fill(words.tried, { states: tried.map(toState).join(', ') })]),
              ...(answered ? [words.answered] : []),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );

  function toState(state: string): string {
    const names: Readonly<Record<string, string>> = words.deliveryStates;
    return names[state] ?? state;
  }
}

interface PartyEvent {
  readonly key: string;
  readonly at: number;
  readonly text: string;
}

/** Notices, what became of their messages, holds, disputes and curations, oldest first. */
export function useEvents(card: PartyCard): readonly PartyEvent[] {
  const { partiesPage: words } = useWords();
  const { fill, number, time } = useFormat();
  const events: readonly PartyEvent[] = [
    ...card.notices.flatMap(({ notice, wave, kind, language, state, issuedAt, isPosted, messages }) => [
      {
        key: `notice ${notice}`,
        at: issuedAt,
        text: fill(isPosted ? words.events.posted : words.events.notice, {
          n: number(notice),
          wave: number(wave),
          kind,
          language,
          state: words.noticeStates[state],
        }),
      },
      ...messages.map(({ contact, outcome, reason, changedAt }, at) => ({
        key: `message ${notice} ${at}`,
        at: changedAt,
        text: `${contact}: ${words.outcomes[outcome]}${reason === null ? '' : ` (${reason})`}`,
      })),
    ]),
    ...card.holds.map(({ id, kind, askedBy, why, until, at, by }) => ({
      key: `hold ${id}`,
      at,
      text: fill(words.events[kind], { by, askedBy, why, until: until === null ? '–' : time(until) }),
    })),
    ...card.disputes.map(({ id, claim, openedAt }) => ({
      key: `dispute ${id}`,
      at: openedAt,
      text: fill(words.events.dispute, { claim }),
    })),
    ...card.history.map(({ sequence, act, what, by, why, at, isUndone }) => ({
      key: `curation ${sequence}`,
      at,
      text: `${words.curations[act]}: ${what} (${by}: ${why})${isUndone ? ` – ${words.undone}` : ''}`,
    })),
  ];
  return events.toSorted((a, b) => a.at - b.at);
}
