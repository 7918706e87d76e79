import { type ReactElement, useMemo } from 'react';
import { useFormat } from '../../ui/react/language.tsx';
import type { Column } from '../../ui/react/table/column.ts';
import { Table } from '../../ui/react/table/table.tsx';
import { useWords } from '../base/words.ts';
import styles from './job-region.module.css';
import { isLive, type Job, useJobWords } from './job-words.ts';

const SHOWN_JOBS = 5;

/** What became of jobs, newest first, and what a page cannot start. */
export function JobList(props: {
  readonly jobs: readonly Job[];
  readonly terminal: readonly { readonly operation: string; readonly why: string }[];
}): ReactElement {
  const words = useWords().jobs;
  const { time, count } = useFormat();
  const { toOutcome } = useJobWords();
  const columns = useMemo(
    (): readonly Column<Job>[] => [
      {
        id: 'operation',
        header: words.columns.operation,
        kind: 'row-head',
        width: '18%',
        cell: ({ operation }) => words.operations[operation],
      },
      {
        id: 'started',
        header: words.columns.started,
        width: '22%',
        cell: ({ madeAt, by }) => (
          <>
            {time(madeAt)}
            <span className="second">
              <bdi className={styles['outcome']}>{by}</bdi>
            </span>
          </>
        ),
      },
      { id: 'state', header: words.columns.state, width: '12%', cell: ({ state }) => words.states[state] },
      {
        id: 'outcome',
        header: words.columns.outcome,
        cell: (job) => <bdi className={styles['outcome']}>{toOutcome(job)}</bdi>,
      },
    ],
    [words, time, toOutcome],
  );
  const ended = props.jobs.filter((job) => !isLive(job));
  return (
    <>
      {ended.length === 0 ? (
        <p className={styles['note']}>{words.nothing}</p>
      ) : (
        <Table
          label={words.ended}
          columns={columns}
          rows={ended}
          toKey={({ id }) => String(id)}
          isStacked
          atFirst={{ rows: SHOWN_JOBS, more: count(words.all, ended.length), fewer: words.fewer }}
        />
      )}
      <details className={styles['note']}>
        <summary>{words.terminal}</summary>
        <ul>
          {props.terminal.map(({ operation, why }) => (
            <li key={operation}>
              <code>{`candor ${operation.replaceAll('.', ' ')}`}</code>: {why}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
