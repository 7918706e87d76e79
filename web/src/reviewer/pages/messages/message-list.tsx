import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import type { TableSort, TableWork } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import type { SortBy } from '../../bridge/message-query.ts';
import type { MessageRow } from '../../bridge/table-calls.ts';
import { useWords } from '../base/language-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import type { HideableColumn } from './column-choice.tsx';
import { useMessageColumns } from './message-columns.tsx';
import type { RowWindow } from './row-window.ts';

/** The messages of the query, loaded as far as visible. */
export function MessageList(props: {
  readonly rows: RowWindow;
  /** Placeholder rows while the first ones load. */
  readonly expected: number;
  readonly sort: TableSort<SortBy>;
  readonly isNarrow: boolean;
  readonly hidden: ReadonlySet<HideableColumn>;
  readonly work: Omit<TableWork<MessageRow>, 'id' | 'isBusy'>;
  readonly onSort: (by: SortBy) => void;
}): ReactElement {
  const { rows, hidden, isNarrow } = props;
  const { selected, see } = rows;
  const words = useWords('messages');
  const { count } = useFormat();
  const { domain } = useSettings();
  const hasYear = selected?.hasYears ?? false;
  const columns = useMessageColumns({ hidden, isNarrow, hasYear, domain });
  const total = selected?.total ?? props.expected;
  return (
    <Table
      columns={columns}
      rows={{ total, row: rows.row, see }}
      kind="lines"
      label={count(words.listLabel, total)}
      isNarrow={isNarrow}
      sort={props.sort}
      onSort={props.onSort}
      work={{ ...props.work, id: 'message', isBusy: rows.isStale || selected?.isWhole === false }}
      printed={count(words.printed, total)}
    />
  );
}
