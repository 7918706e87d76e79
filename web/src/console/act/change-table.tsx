import type { ConsoleChange } from '@candor/core/contract/console';
import { type ReactElement, useMemo } from 'react';
import { useFormat } from '../../ui/react/language.tsx';
import { Name } from '../../ui/react/name.tsx';
import type { Column } from '../../ui/react/table/column.ts';
import { Table } from '../../ui/react/table/table.tsx';
import { useWords } from '../base/words.ts';
import { toShownValue } from './shown-value.ts';

interface ChangeLine {
  readonly key: string;
  readonly change: ConsoleChange;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const CHARACTERS = 120;
const FIRST_LINES = 6;

/** What others decided after the page was read, beside what this person wants. */
export function ChangeTable(props: {
  readonly changes: readonly ConsoleChange[];
  readonly yours: string;
}): ReactElement {
  const { changes, yours } = props;
  const words = useWords().actDialog;
  const { time, count } = useFormat();
  const lines = useMemo(() => changes.flatMap(toLines), [changes]);
  const columns = useMemo(
    (): readonly Column<ChangeLine>[] => [
      {
        id: 'what',
        header: words.columns.what,
        kind: 'row-head',
        cell: ({ what, before }) => (
          <>
            <Name text={what} characters={CHARACTERS} />
            <span className="second">{before}</span>
          </>
        ),
      },
      {
        id: 'theirs',
        header: words.columns.theirs,
        cell: ({ after, change: { by, at, why } }) => (
          <>
            <Name text={after} characters={CHARACTERS} />
            <span className="second">
              {by ?? words.somebody}, {time(at)}: <Name text={why} characters={CHARACTERS} />
            </span>
          </>
        ),
      },
      { id: 'yours', header: words.columns.yours, cell: () => <Name text={yours} characters={CHARACTERS} /> },
    ],
    [words, time, yours],
  );
  return (
    <Table
      label={words.changed}
      columns={columns}
      rows={lines}
      toKey={({ key }) => key}
      isStacked
      breaksAnywhere
      atFirst={{ rows: FIRST_LINES, more: count(words.allChanges, lines.length), fewer: null }}
    />
  );
}

function toLines(change: ConsoleChange): readonly ChangeLine[] {
  return change.rows.map(({ what, before, after }, at) => ({
    key: `${change.number} ${at}`,
    change,
    what,
    before: toShownValue(before),
    after: toShownValue(after),
  }));
}
