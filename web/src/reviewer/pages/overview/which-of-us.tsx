import { type ReactElement, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { Button } from '../../../ui/react/button.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { type MessageQuery, NO_QUERY } from '../../bridge/message-query.ts';
import { type ReleasedVerdict, VERDICTS } from '../../bridge/released-message.ts';
import type { CountedAddress } from '../../bridge/table-calls.ts';
import { paths } from '../address/paths.ts';
import { toMessagesTarget } from '../address/query-address.ts';
import { useWords } from '../base/language-context.tsx';
import { toShortAddress } from '../base/list-date.ts';
import { useSettings } from '../base/settings-context.tsx';
import type { AnswerProps } from './how-much.tsx';
import styles from './overview-page.module.css';

/** Shown at first; the others are one click away. */
const SHOWN = 5;
const SHOWN_CUSTODIANS = 8;

const countOf = ({ verdicts }: CountedAddress, ...wanted: readonly ReleasedVerdict[]): number =>
  wanted.reduce((sum, verdict) => sum + (verdicts[VERDICTS.indexOf(verdict)] ?? 0), 0);
const toTarget = (change: Partial<MessageQuery>): string =>
  toMessagesTarget(paths.messages, { query: { ...NO_QUERY, ...change } });

/** The party's affected addresses, strongest first; then the organization's mailboxes with them. */
export function AddressesAnswer({ overview, isOpen }: AnswerProps): ReactElement {
  const words = useWords('overview').which;
  const { number, fill, count } = useFormat();
  const { organization, domain: theirs } = useSettings();
  const [isAll, setAll] = useState(false);
  const { people, custodians } = overview;
  const domain = findDomain(people);
  const short = (address: string): string => (domain === null ? address : address.slice(0, -domain.length));
  const [first, second] = people;
  const counted = count(words.answer, people.length);
  const answer =
    first === undefined
      ? words.none
      : second === undefined
        ? fill(words.one, { count: counted, first: short(first.address) })
        : fill(words.two, { count: counted, first: short(first.address), second: short(second.address) });
  const cell = (person: CountedAddress, ...wanted: readonly ReleasedVerdict[]): ReactElement => {
    const messages = countOf(person, ...wanted);
    return (
      <Figure
        text={number(messages)}
        isZero={messages === 0}
        to={isOpen ? toTarget({ person: person.place, verdicts: wanted }) : null}
      />
    );
  };
  return (
    <section>
      <AnswerHeading question={words.question}>{answer}</AnswerHeading>
      {people.length > 0 && (
        <div className="sideways">
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">{domain ?? words.address}</th>
                <th scope="col" className={styles['number']}>
                  <VerdictMark verdict="accessed" /> {words.opened}
                </th>
                <th scope="col" className={styles['number']}>
                  <VerdictMark verdict="presumed" /> {words.copied}
                </th>
                <th scope="col" className={`${styles['number']} ${styles['wideOnly']}`}>
                  {words.doubt}
                </th>
                <th scope="col" className={styles['number']}>
                  {words.secrets}
                </th>
              </tr>
            </thead>
            <tbody>
              {people.slice(0, isAll ? people.length : SHOWN).map((person) => (
                <tr key={person.place}>
                  <th scope="row" className={styles['address']}>
                    {isOpen ? (
                      <a
                        href={`#${toTarget({ person: person.place })}`}
                        aria-label={person.address}
                        title={person.address}
                      >
                        {short(person.address)}
                      </a>
                    ) : (
                      <span title={person.address}>{short(person.address)}</span>
                    )}
                  </th>
                  <td className={styles['number']}>{cell(person, 'accessed')}</td>
                  <td className={styles['number']}>{cell(person, 'presumed')}</td>
                  <td className={`${styles['number']} ${styles['wideOnly']}`}>
                    {cell(person, 'partial', 'possible', 'undetermined')}
                  </td>
                  <td className={styles['number']}>
                    <Figure
                      text={number(person.secrets)}
                      isZero={person.secrets === 0}
                      to={isOpen ? toTarget({ person: person.place, holds: ['secret'] }) : null}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {people.length > SHOWN && (
        <p className={styles['hint']}>
          <Button kind="link" size="small" isExpanded={isAll} onPress={() => setAll(!isAll)}>
            {isAll ? words.fewer : count(words.all, people.length)}
          </Button>
        </p>
      )}
      <p className={styles['hint']}>
        {custodians.length > 0 && `${count(words.at, custodians.length, { organization })} `}
        {custodians.slice(0, SHOWN_CUSTODIANS).map(({ place, address }, at) => (
          <span key={place}>
            {at > 0 && ', '}
            {isOpen ? (
              <a href={`#${toTarget({ custodian: place })}`} aria-label={address}>
                {toShortAddress(address, theirs)}
              </a>
            ) : (
              toShortAddress(address, theirs)
            )}
          </span>
        ))}
        {custodians.length > SHOWN_CUSTODIANS && ' …'}
        {custodians.length > 0 ? '. ' : ''}
        {fill(words.unnamed, { organization })}
      </p>
    </section>
  );
}

/** `@northwind.example` when all addresses end in it. */
function findDomain(people: readonly CountedAddress[]): string | null {
  const [first] = people;
  const domain = first === undefined ? null : first.address.slice(first.address.lastIndexOf('@'));
  return domain !== null && people.every(({ address }) => address.endsWith(domain)) ? domain : null;
}
