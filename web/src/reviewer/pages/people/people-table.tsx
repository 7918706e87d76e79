import { readInstant } from '@candor/core/base';
import type { ReviewerRole } from '@candor/core/contract';
import type { ReactElement } from 'react';
import type { MarkKind } from '../../../ui/mark.ts';
import { Button } from '../../../ui/react/button.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Mark } from '../../../ui/react/mark.tsx';
import { Table } from '../../../ui/react/table/table.tsx';
import { useWords } from '../base/language-context.tsx';
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
  const words = useWords('people');
  const { fill, number } = useFormat();
  const { organization } = useSettings();
  const { columns } = words;
  return (
    <Table<Person>
      columns={[
        { id: 'person', header: columns.person, cell: (person) => <Name person={person} />, kind: 'row-head' },
        {
          id: 'role',
          header: columns.role,
          cell: ({ role }) => (
            <>
              <span>{role === null ? words.noRole : words.roles[role]}</span>
              {role !== null && <span className="second">{words.roleHints[role]}</span>}
            </>
          ),
        },
        { id: 'fingerprint', header: columns.fingerprint, cell: (person) => <Fingerprint person={person} /> },
        {
          id: 'opened',
          header: columns.opened,
          cell: ({ fingerprint }) => {
            const opened = props.opened.get(fingerprint) ?? 0;
            return <Figure text={number(opened)} isZero={opened === 0} to={null} />;
          },
          kind: 'number',
        },
        {
          id: 'standing',
          header: columns.standing,
          cell: (person) => {
            const standing = toPersonStatus(person);
            const said = standing.is === 'reads' ? words.reads[standing.by] : words.standings[standing.is];
            return (
              <>
                <Mark kind={toMark(standing)} />
                {fill(said, { organization })}
              </>
            );
          },
        },
        {
          id: 'acts',
          header: columns.act,
          cell: (person) => <Acts person={person} role={props.role} onAct={props.onAct} />,
          kind: 'acts',
          isUnseen: true,
        },
      ]}
      rows={props.people}
      toKey={({ fingerprint }) => fingerprint}
      isStacked
    />
  );
}

function Name({ person }: { readonly person: Person }): ReactElement {
  const { noAddress } = useWords('people');
  return (
    <>
      <span className={styles['name']}>
        {person.name === '' ? toShortFingerprint(person.fingerprint) : person.name}
      </span>
      <span className="second">{person.address ?? noAddress}</span>
    </>
  );
}

function Fingerprint({ person }: { readonly person: Person }): ReactElement {
  const { since } = useWords('people');
  const { fill, date } = useFormat();
  const { fingerprint } = person;
  const short = toShortFingerprint(fingerprint);
  const at = readInstant(person.enrollment?.at ?? '');
  return (
    <>
      <code className={styles['fingerprint']} title={fingerprint}>
        <span>{short}-</span>
        <span className={styles['rest']}>{fingerprint.slice(short.length + 1)}</span>
      </code>
      {at !== null && <span className="second">{fill(since, { date: date(at) })}</span>}
    </>
  );
}

function Acts(props: {
  readonly person: Person;
  readonly role: ReviewerRole;
  readonly onAct: (act: PersonAct, person: Person) => void;
}): ReactElement {
  const words = useWords('people');
  const { person } = props;
  return (
    <>
      {person.isYou && <span className="second">{words.you}</span>}
      {listActs(person, props.role).map((act) => (
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
    </>
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
