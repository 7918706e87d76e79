import { type ReactElement, useMemo } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { EmptyState, LoadingState } from '../../../ui/react/page-states.tsx';
import { toHref } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import styles from './parties.module.css';
import { ContactList, FigureList, type PartyCard, useEvents } from './party-parts.tsx';
import { toPartyPath } from './party-path.ts';

/** Contacts and events that the pane shows; the party's page has all of them. */
const MOST_CONTACTS = 4;
const MOST_EVENTS = 8;

/** One party beside the list: figures, its best contacts, and what happened with it. */
export function PartyPane(props: {
  readonly incident: string;
  readonly party: string | null;
  readonly place: { readonly at: number; readonly of: number } | null;
  /** Null: the list stands beside it. */
  readonly onBack: (() => void) | null;
}): ReactElement {
  const { incident, party, place, onBack } = props;
  const { partiesPage: words } = useWords();
  const { fill, number } = useFormat();
  return (
    <aside className={styles['pane']} id="party-pane" tabIndex={-1} aria-label={words.pane}>
      {onBack !== null && (
        <Button kind="link" onPress={onBack}>
          {words.back}
        </Button>
      )}
      {place !== null && (
        <p className={styles['place']}>
          {fill(words.place, { n: number(place.at + 1), of: number(place.of) })}{' '}
          {onBack === null && (
            <>
              <kbd>j</kbd> <kbd>k</kbd>
            </>
          )}
        </p>
      )}
      {party === null ? (
        <p className={styles['place']}>{words.pick}</p>
      ) : (
        <Loaded key={party} incident={incident} party={party} />
      )}
    </aside>
  );
}

function Loaded({ incident, party }: { readonly incident: string; readonly party: string }): ReactElement {
  const { partiesPage: words, desk } = useWords();
  const asked = useAnswer(
    incident,
    'party.card',
    useMemo(() => ({ key: party }), [party]),
  );
  if (asked.answer !== null) return <Shown card={asked.answer} />;
  if (asked.error === null) return <LoadingState>{desk.reading}</LoadingState>;
  return (
    <EmptyState action={<Button onPress={asked.askAgain}>{desk.again}</Button>}>
      {[words.rowsFailed, ...asked.error.reasons].join(' ')}
    </EmptyState>
  );
}

function Shown({ card }: { readonly card: PartyCard }): ReactElement {
  const { partiesPage: words } = useWords();
  const { time, count } = useFormat();
  const { to } = useIncident();
  const { party, contacts } = card;
  const events = useEvents(card);
  const path = to(toPartyPath(card.key));
  return (
    <>
      <div>
        <h2>
          <Name text={party.name === '' ? party.party : party.name} characters={120} />
        </h2>
        <p className={styles['place']}>
          <Name text={party.domains[0] ?? party.party} characters={80} />, {words.kinds[party.kind]},{' '}
          {words.states[card.state]}
        </p>
      </div>
      <FigureList card={card} />
      <section className={styles['section']} aria-label={words.contacts}>
        <h3>{words.contacts}</h3>
        <ContactList contacts={contacts.slice(0, MOST_CONTACTS)} />
        {contacts.length > MOST_CONTACTS && (
          <a href={toHref(path)}>{count(words.moreContacts, contacts.length - MOST_CONTACTS)}</a>
        )}
      </section>
      <section className={styles['section']} aria-label={words.happened}>
        <h3>{words.happened}</h3>
        {events.length === 0 ? (
          <p className={styles['place']}>{words.nothingHappened}</p>
        ) : (
          <dl className={styles['facts']}>
            {events.slice(-MOST_EVENTS).map(({ key, at, text }) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>{time(at)}</dt>
                <dd>
                  <Name text={text} characters={200} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <p>
        <a href={toHref(path)}>{words.openPage}</a>
      </p>
    </>
  );
}
