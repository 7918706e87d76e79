import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useMemo } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useWords } from '../../base/words.ts';

type Gap = CalledOperations['status']['answer']['summary']['gaps'][number];

const SHOWN_GAPS = 12;
const SECOND_MS = 1000;

/** When the log of a mailbox could not see, and why; a mailbox after the other, as the incident file has them. */
export function GapTable({ gaps }: { readonly gaps: readonly Gap[] }): ReactElement {
  const words = useWords().evidencePage;
  const { time, count } = useFormat();
  const columns = useMemo((): readonly Column<Gap>[] => {
    const kinds: Readonly<Record<string, string>> = words.gapKinds;
    const at = (written: string): string => time(Date.parse(written) / SECOND_MS);
    return [
      { id: 'custodian', header: words.columns.custodian, kind: 'row-head', cell: ({ custodian }) => custodian },
      {
        id: 'when',
        header: words.columns.when,
        cell: ({ from, to }) => (from === to ? at(from) : `${at(from)} – ${at(to)}`),
      },
      { id: 'why', header: words.columns.why, cell: ({ kind }) => kinds[kind] ?? kind },
    ];
  }, [words, time]);
  return (
    <section aria-labelledby="gaps-title">
      <h2 id="gaps-title">{words.gapsTitle}</h2>
      <Table
        label={words.gapsTitle}
        columns={columns}
        rows={gaps}
        toKey={({ custodian, kind, from, to }) => `${custodian} ${kind} ${from} ${to}`}
        isStacked
        atFirst={{ rows: SHOWN_GAPS, more: count(words.allGaps, gaps.length), fewer: words.fewerGaps }}
        empty={<EmptyState>{words.noGaps}</EmptyState>}
      />
    </section>
  );
}
