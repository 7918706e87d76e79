import { VERDICTS, type Verdict } from '@candor/core/exposure/verdict';
import { type ReactElement, useMemo } from 'react';
import { StackedBar } from '../../../ui/react/charts/stacked-bar.tsx';
import { Figure } from '../../../ui/react/figure.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useNarrow } from '../../../ui/react/use-narrow.ts';
import { VerdictMark } from '../../../ui/react/verdict-mark.tsx';
import { SECTION_PATHS } from '../../address/sections.ts';
import { useWords } from '../../base/words.ts';
import { useIncident } from '../../desk/desk.tsx';
import { countCopies, type Mailbox, type VerdictTotals } from './mailbox-counts.ts';

/** Mailboxes and verdicts; each number leads to its copies. */
export function MailboxTable(props: {
  readonly mailboxes: readonly Mailbox[];
  readonly totals: VerdictTotals;
}): ReactElement {
  const { mailboxes, totals } = props;
  const { exposurePage: words, shared } = useWords();
  const { number, count } = useFormat();
  const { to } = useIncident();
  const isNarrow = useNarrow();
  const rows = useMemo(
    () => [
      ...mailboxes.map((mailbox, place) => ({ ...mailbox, place })),
      { custodian: count(words.mailboxes, mailboxes.length), copies: totals, place: null },
    ],
    [mailboxes, totals, count, words],
  );
  type Row = (typeof rows)[number];
  const columns = useMemo((): readonly Column<Row>[] => {
    const toTarget = (place: number | null, verdict: Verdict): string => {
      const at = place === null ? '' : `&at=${place}`;
      return to(`${SECTION_PATHS.exposure}?kinds=${verdict}${at}`);
    };
    return [
      {
        id: 'mailbox',
        header: words.columns.mailbox,
        kind: 'row-head',
        cell: ({ custodian, place }) => (place === null ? <b>{custodian}</b> : <bdi>{custodian}</bdi>),
      },
      {
        id: 'share',
        header: words.columns.share,
        width: '140px',
        cell: ({ copies }) =>
          copies === null ? words.notCounted : <StackedBar counts={copies} of={null} label={null} />,
      },
      ...VERDICTS.map(
        (verdict): Column<Row> => ({
          id: verdict,
          // On a phone it stands behind its number, as a text.
          header: isNarrow ? (
            shared.verdicts[verdict]
          ) : (
            <>
              <VerdictMark verdict={verdict} /> {shared.verdicts[verdict]}
            </>
          ),
          kind: 'number',
          cell: ({ copies, place, custodian }) =>
            copies === null ? (
              '?'
            ) : (
              <Figure
                text={number(copies[verdict] ?? 0)}
                isZero={(copies[verdict] ?? 0) === 0}
                to={toTarget(place, verdict)}
                label={`${number(copies[verdict] ?? 0)} ${shared.verdicts[verdict]}, ${custodian}`}
              />
            ),
        }),
      ),
      {
        id: 'copies',
        header: words.columns.copies,
        kind: 'number',
        cell: ({ copies }) => (copies === null ? '?' : number(countCopies(copies as VerdictTotals))),
      },
    ];
  }, [words, shared, number, to, isNarrow]);
  return <Table label={words.matrix} columns={columns} rows={rows} toKey={({ custodian }) => custodian} isStacked />;
}
