import type { ConsoleIncident } from '@candor/core/contract/console';
import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useMemo, useState } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { useWords } from '../../base/words.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { type Asked, useAnswer } from '../../desk/use-answer.ts';
import { RecordList, type SortedColumn } from '../../list/record-list.tsx';
import { type ChosenPerson, PersonActs } from './person-acts.tsx';

type PersonLine = CalledOperations['findings.people']['answer'][number];
type ColumnId = 'name' | 'kind' | 'messages' | 'values' | 'country' | 'party';

const RELATIONS = ['own', 'correspondent', 'text', 'unnamed'] as const;

/** Whose personal data was in exposed mail. */
export function FindingsPage(): ReactElement {
  const question = useWords().questions.findings;
  return <IncidentGate question={question}>{(incident) => <Findings incident={incident} />}</IncidentGate>;
}

function Findings({ incident }: { readonly incident: ConsoleIncident }): ReactElement {
  const question = useWords().questions.findings;
  const asked = useAnswer(incident.id, 'findings.people', {});
  return (
    <AnswerGate question={question} asked={asked}>
      {(lines) => <People lines={lines} incident={incident.id} asked={asked} />}
    </AnswerGate>
  );
}

function People(props: {
  readonly lines: readonly PersonLine[];
  readonly incident: string;
  readonly asked: Asked<readonly PersonLine[]>;
}): ReactElement {
  const { lines, incident, asked } = props;
  const { questions, peoplePage: words } = useWords();
  const { number, count, fill } = useFormat();
  const persons = useMemo(() => new Set(lines.flatMap(({ person }) => (person === '' ? [] : [person]))).size, [lines]);
  const [chosenIds, setChosen] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => toChosen(lines, chosenIds), [lines, chosenIds]);
  const lead = useMemo(
    (): Column<PersonLine, 'lead'> => ({
      id: 'lead',
      header: words.decide.choosing,
      isUnseen: true,
      width: '28px',
      cell: (line) =>
        line.person === '' ? null : (
          <input
            type="checkbox"
            aria-label={fill(words.decide.choose, { name: toName(line) })}
            checked={chosenIds.has(line.person)}
            onChange={() => setChosen((before) => toggle(before, line.person))}
          />
        ),
    }),
    [words, fill, chosenIds],
  );
  const columns = useMemo(
    (): readonly SortedColumn<PersonLine, ColumnId>[] => [
      {
        id: 'name',
        header: words.columns.name,
        kind: 'row-head',
        width: '30%',
        cell: ({ name, addresses, relation }) => (
          <>
            <Name text={name === '' ? (addresses[0] ?? words.relations[relation]) : name} characters={80} />
            {name !== '' && addresses.length > 0 && <span className="second">{addresses.join(', ')}</span>}
          </>
        ),
        order: ({ name, addresses }) => (name === '' ? (addresses[0] ?? '') : name),
      },
      {
        id: 'kind',
        header: words.columns.kind,
        cell: ({ kind, basis }) => (
          <>
            {kind}
            {basis === 'headers' && <span className="second">{words.besideNobody}</span>}
          </>
        ),
        order: ({ kind }) => kind,
      },
      {
        id: 'messages',
        header: words.columns.messages,
        kind: 'number',
        cell: ({ messages }) => number(messages),
        order: ({ messages }) => messages,
      },
      {
        id: 'values',
        header: words.columns.values,
        kind: 'number',
        cell: ({ values }) => number(values),
        order: ({ values }) => values,
      },
      {
        id: 'country',
        header: words.columns.country,
        cell: ({ country, region, isMinor }) =>
          [country, region, ...(isMinor ? [words.minor] : [])].filter((one) => one !== '').join(', ') || '–',
        order: ({ country }) => country,
      },
      { id: 'party', header: words.columns.party, cell: ({ party }) => party || '–', order: ({ party }) => party },
    ],
    [words, number],
  );
  const facet = useMemo(
    () => ({
      name: words.relation,
      members: RELATIONS.map((id) => ({ id, name: words.relations[id] })),
      toMember: ({ relation }: PersonLine) => relation,
    }),
    [words],
  );
  return (
    <div className="page-stack">
      <AnswerHeading level={1} question={questions.findings}>
        {count(words.answer, persons)}
      </AnswerHeading>
      <p>{words.limit}</p>
      <PersonActs incident={incident} asked={asked} chosen={chosen} onClear={() => setChosen(new Set())} />
      <RecordList
        label={words.title}
        rows={lines}
        columns={columns}
        lead={lead}
        toKey={toKey}
        toText={toText}
        usual={{ by: 'messages', isDescending: true }}
        searchLabel={words.search}
        facet={facet}
      />
    </div>
  );
}

function toggle(chosen: ReadonlySet<string>, person: string): ReadonlySet<string> {
  const others = [...chosen].filter((one) => one !== person);
  return new Set(others.length === chosen.size ? [...others, person] : others);
}

/** One line of each chosen person; whoever is gone since is not chosen any more. */
function toChosen(lines: readonly PersonLine[], ids: ReadonlySet<string>): readonly ChosenPerson[] {
  const named = new Map(lines.map((line) => [line.person, toName(line)]));
  return [...ids].flatMap((person) => {
    const name = named.get(person);
    return name === undefined ? [] : [{ person, name }];
  });
}

const toName = ({ name, addresses, person }: PersonLine): string => name || addresses[0] || person;
const toKey = ({ person, kind, basis, relation, party }: PersonLine): string =>
  `${person} ${kind} ${basis} ${relation} ${party}`;
const toText = ({ name, addresses, kind, party, country }: PersonLine): string =>
  `${name} ${addresses.join(' ')} ${kind} ${party} ${country}`;
