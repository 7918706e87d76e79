import { readInstant } from '@candor/core/base';
import type { ReviewerRole } from '@candor/core/contract';
import type { ReactElement } from 'react';
import type { MarkKind } from '../../../ui/mark.ts';
import { Button } from '../../../ui/react/button.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { ActsCell, NumberCell, PlainTable } from '../../../ui/react/plain-table.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { toShortFingerprint } from '../base/typed-fingerprint.ts';
import type { Person } from './party-people.ts';
import styles from './people.module.css';
import { listActs, type PersonAct, type PersonStatus, toPersonStatus } from './person-status.ts';

/** Everybody with role, key, openings and status. On a phone a row is a small list. */
export function PeopleTable(props: {
  readonly people: readonly Person[];
  readonly role: ReviewerRole;
  readonly opened: ReadonlyMap<string, number>;
  readonly onAct: (act: PersonAct, person: Person) => void;
}): ReactElement {
  const { columns } = useWords('people');
  return (
    <PlainTable
      columns={[
        columns.person,
        columns.role,
        columns.fingerprint,
        { name: columns.opened, is: 'number' },
        columns.standing,
        { name: columns.act, is: 'unseen' },
      ]}
      isStacked
    >
      {props.people.map((person) => (
        <Row key={person.fingerprint} {...props} person={person} />
      ))}
    </PlainTable>
  );
}

function Row(props: {
  readonly person: Person;
  readonly role: ReviewerRole;
  readonly opened: ReadonlyMap<string, number>;
  readonly onAct: (act: PersonAct, person: Person) => void;
}): ReactElement {
  const { person, role } = props;
  const words = useWords('people');
  const { fill, number, date } = useFormat();
  const { organization } = useSettings();
  const standing = toPersonStatus(person);
  const opened = props.opened.get(person.fingerprint) ?? 0;
  const at = readInstant(person.enrollment?.at ?? '');
  return (
    <tr>
      <th scope="row">
        <span className={styles['name']}>
          {person.name === '' ? toShortFingerprint(person.fingerprint) : person.name}
        </span>
        <span className="second">{person.address ?? words.noAddress}</span>
      </th>
      <td>
        <span>{person.role === null ? words.noRole : words.roles[person.role]}</span>
        {person.role !== null && <span className="second">{words.roleHints[person.role]}</span>}
      </td>
      <td>
        <code className={styles['fingerprint']} title={person.fingerprint}>
          <span>{toShortFingerprint(person.fingerprint)}-</span>
          <span className={styles['rest']}>
            {person.fingerprint.slice(toShortFingerprint(person.fingerprint).length + 1)}
          </span>
        </code>
        {at !== null && <span className="second">{fill(words.since, { date: date(at) })}</span>}
      </td>
      <NumberCell label={words.columns.opened}>
        <Figure text={number(opened)} isZero={opened === 0} to={null} />
      </NumberCell>
      <td>
        <Mark kind={toMark(standing)} />
        {fill(standing.is === 'reads' ? words.reads[standing.by] : words.standings[standing.is], { organization })}
      </td>
      <ActsCell>
        {person.isYou && <span className="second">{words.you}</span>}
        {listActs(person, role).map((act) => (
          <Button
            key={act}
            size="small"
            kind={act === 'object' ? 'stop' : 'plain'}
            label={`${words.acts[act].button} ${person.name}`}
            onPress={() => props.onAct(act, person)}
          >
            {words.acts[act].button}
          </Button>
        ))}
      </ActsCell>
    </tr>
  );
}

function toMark({ is }: PersonStatus): MarkKind {
  switch (is) {
    case 'reads':
      return 'tick';
    case 'refused':
    case 'stopped':
    case 'objected':
    case 'contested':
    case 'revoked':
      return 'cross';
    default:
      return 'ring';
  }
}
