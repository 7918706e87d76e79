import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useMemo } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { Name } from '../../../ui/react/name.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useWords } from '../../base/words.ts';

type Line = CalledOperations['journal']['answer']['lines'][number];

const SHOWN_LINES = 20;
const CHARACTERS = 160;

/** Who did what, newest first. */
export function JournalTable({ lines }: { readonly lines: readonly Line[] }): ReactElement {
  const words = useWords().logPage.journal;
  const { time, count, fill } = useFormat();
  const columns = useMemo(
    (): readonly Column<Line>[] => [
      { id: 'when', header: words.columns.when, kind: 'row-head', width: '15%', cell: ({ at }) => time(at) },
      {
        id: 'who',
        header: words.columns.who,
        width: '18%',
        cell: ({ people }) => <Name text={people.length === 0 ? words.nobody : people.join(', ')} characters={80} />,
      },
      {
        id: 'what',
        header: words.columns.what,
        width: '20%',
        cell: ({ act, source, number }) => (
          <>
            {act}
            <span className="second">{fill(words.sources[source], { n: String(number) })}</span>
          </>
        ),
      },
      {
        id: 'about',
        header: words.columns.about,
        cell: ({ rows: [first], more, rows, why }) => (
          <>
            {first !== undefined && <Name text={toShown(first)} characters={CHARACTERS} />}
            {rows.length + more > 1 && ` ${count(words.more, rows.length + more - 1)}`}
            {why !== null && (
              <span className="second">
                <Name text={why} characters={CHARACTERS} />
              </span>
            )}
          </>
        ),
      },
    ],
    [words, time, count, fill],
  );
  return (
    <section aria-labelledby="journal-title">
      <h2 id="journal-title">{words.title}</h2>
      <p>{words.limit}</p>
      <Table
        label={words.title}
        columns={columns}
        rows={lines}
        toKey={({ source, number, act }) => `${source} ${number} ${act}`}
        isStacked
        breaksAnywhere
        atFirst={{ rows: SHOWN_LINES, more: count(words.all, lines.length), fewer: words.fewer }}
        empty={<EmptyState>{words.empty}</EmptyState>}
      />
    </section>
  );
}

function toShown({ what, before, after }: Line['rows'][number]): string {
  return before === null && after === null ? what : `${what}: ${before ?? '–'} → ${after ?? '–'}`;
}
