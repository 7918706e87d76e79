import type { ConsoleIncident } from '@candor/core/contract/console';
import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useMemo } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { useWords } from '../../base/words.ts';
import { AnswerGate, IncidentGate } from '../../desk/gates.tsx';
import { useAnswer } from '../../desk/use-answer.ts';
import { RecordList, type SortedColumn } from '../../list/record-list.tsx';

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
      {(lines) => <People lines={lines} />}
    </AnswerGate>
  );
}

function People({ lines }: { readonly lines: readonly PersonLine[] }): ReactElement {
  const { questions, peoplePage: words } = useWords();
  const { number, count } = useFormat();
  const persons = useMemo(() => new Set(lines.flatMap(({ person }) => (person === '' ? [] : [person]))).size, [lines]);
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
      <RecordList
        label={words.title}
        rows={lines}
        columns={columns}
        toKey={toKey}
        toText={toText}
        usual={{ by: 'messages', isDescending: true }}
        searchLabel={words.search}
        facet={facet}
      />
    </div>
  );
}

const toKey = ({ person, kind, basis, relation, party }: PersonLine): string =>
  `${person} ${kind} ${basis} ${relation} ${party}`;
const toText = ({ name, addresses, kind, party, country }: PersonLine): string =>
  `${name} ${addresses.join(' ')} ${kind} ${party} ${country}`;
