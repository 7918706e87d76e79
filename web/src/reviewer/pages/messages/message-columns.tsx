import { useMemo } from 'react';
import type { Column } from '../../../ui/react/table/column.ts';
import type { SortBy } from '../../bridge/message-query.ts';
import type { MessageRow } from '../../bridge/table-calls.ts';
import { useWords } from '../base/language-context.tsx';
import { HIDEABLE, type HideableColumn } from './column-choice.tsx';
import styles from './message-columns.module.css';
import { Found, Sent, Subject, Verdict, With } from './message-line.tsx';

/** The columns of the list of messages. */
export function useMessageColumns(given: {
  readonly hidden: ReadonlySet<HideableColumn>;
  readonly isNarrow: boolean;
  readonly hasYear: boolean;
  readonly domain: string;
}): readonly Column<MessageRow, SortBy>[] {
  const { hidden, isNarrow, hasYear, domain } = given;
  const { columns: headers } = useWords('messages');
  return useMemo(() => {
    const columns: readonly Column<MessageRow, SortBy>[] = [
      {
        id: 'verdict',
        header: headers.verdict,
        cell: (row) => <Verdict row={row} />,
        width: '150px',
        narrow: 'mark',
        isSortable: true,
      },
      {
        id: 'date',
        header: headers.date,
        cell: (row) => <Sent row={row} hasYear={hasYear} />,
        width: hasYear ? '148px' : '124px',
        narrow: 'titleEnd',
        isSortable: true,
        className: styles['date'],
      },
      {
        id: 'with',
        header: headers.with,
        cell: (row) => <With row={row} domain={domain} />,
        width: 'minmax(80px, 1fr)',
        narrow: 'about',
        isSortable: true,
        className: styles['with'],
      },
      {
        id: 'subject',
        header: headers.subject,
        cell: (row) => <Subject row={row} />,
        width: 'minmax(112px, 2.2fr)',
        narrow: 'title',
        isSortable: true,
      },
      {
        id: 'holds',
        header: headers.holds,
        cell: (row) => <Found row={row} />,
        width: '100px',
        narrow: 'aboutEnd',
        isSortable: true,
        className: styles['holds'],
      },
    ];
    if (isNarrow) return columns;
    return columns.filter(({ id }) => !HIDEABLE.some((column) => column === id && hidden.has(column)));
  }, [headers, hidden, isNarrow, hasYear, domain]);
}
