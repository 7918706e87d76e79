import type { CalledOperations } from '@candor/core/contract/operations';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { PartialState } from '../../../ui/react/page-states.tsx';
import type { Column } from '../../../ui/react/table/column.ts';
import { Table } from '../../../ui/react/table/table.tsx';
import { useWords } from '../../base/words.ts';
import { call } from '../../client/client.ts';
import { useRowWindow, WINDOW_ROWS } from '../../list/use-row-window.ts';
import type { Wave } from './wave.ts';
import styles from './wave-page.module.css';

type Line = CalledOperations['notice.wave.selection']['answer']['rows'][number];

/** What people decided, which is signed with the wave: the summary first, each line behind it. */
export function WaveSelection(props: {
  readonly incident: string;
  readonly wave: number;
  readonly selection: Exclude<Wave['selection'], null>;
}): ReactElement {
  const { selection } = props;
  const { wavePage: words } = useWords();
  const { count, fill, number } = useFormat();
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="selection-title" className={styles['lines']}>
      <h2 id="selection-title">{words.selection}</h2>
      <p>{fill(words.takenOut, { n: number(selection.parties), of: number(selection.of) })}</p>
      {selection.lastSecrets > 0 && (
        <NoticeLine kind="wait">{count(words.lastSecrets, selection.lastSecrets)}</NoticeLine>
      )}
      {selection.confirm !== null && (
        <NoticeLine kind="wait">{fill(words.confirms, { n: number(selection.confirm) })}</NoticeLine>
      )}
      <p>
        <Button kind="link" isExpanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen ? words.hideLines : count(words.showLines, selection.lines)}
        </Button>
      </p>
      {isOpen && <Lines incident={props.incident} wave={props.wave} />}
    </section>
  );
}

function Lines({ incident, wave }: { readonly incident: string; readonly wave: number }): ReactElement {
  const { wavePage: words } = useWords();
  const ask = useCallback(
    (from: number) => call(incident, 'notice.wave.selection', { wave, from, count: WINDOW_ROWS }),
    [incident, wave],
  );
  const rows = useRowWindow<Line>(ask);
  const columns = useMemo(
    (): readonly Column<Line>[] => [
      {
        id: 'section',
        header: words.columns.section,
        width: '22%',
        cell: ({ section }) => words.sections[section as keyof typeof words.sections] ?? section,
      },
      { id: 'text', header: words.columns.line, kind: 'row-head', cell: ({ text }) => <bdi>{text}</bdi> },
    ],
    [words],
  );
  return (
    <>
      {rows.error !== null && <PartialState>{[words.rowsFailed, ...rows.error.reasons].join(' ')}</PartialState>}
      <Table
        label={words.selection}
        columns={columns}
        rows={{ total: rows.total ?? 0, row: rows.row, see: rows.see }}
        isStacked
        breaksAnywhere
      />
    </>
  );
}
