import type { CalledOperations } from '@candor/core/contract/operations';
import type { ReactElement } from 'react';
import { useFormat } from '../../ui/react/language.tsx';
import { PartialState } from '../../ui/react/page-states.tsx';
import { useWords } from '../base/words.ts';
import styles from './job-region.module.css';
import { useJobWords } from './job-words.ts';

type Arrivals = CalledOperations['status.arrivals']['answer'];

/** Which version a run would make, and what it would read, in numbers. */
export function RunPreview({ arrivals }: { readonly arrivals: Arrivals }): ReactElement {
  const words = useWords().jobs;
  const { fill, number, count } = useFormat();
  const { toBytes } = useJobWords();
  const { version, next, refusals, fresh, again, gone, unnamed, isFileChanged, isWhole } = arrivals;
  if (refusals.length > 0)
    return (
      <PartialState>
        {words.wouldRefuse} <bdi className={styles['outcome']}>{refusals.join(' ')}</bdi>
      </PartialState>
    );
  const has = ({ logs, mailboxes }: Arrivals['fresh']): boolean => logs + mailboxes > 0;
  const toCounts = ({ logs, mailboxes, bytes }: Arrivals['fresh']) => ({
    logs: count(words.logs, logs),
    mailboxes: count(words.mailboxes, mailboxes),
    bytes: toBytes(bytes),
  });
  const lines = [
    version === null
      ? fill(words.first, { next: number(next) })
      : fill(words.next, { next: number(next), version: number(version) }),
    ...(has(fresh) ? [fill(words.fresh, toCounts(fresh))] : []),
    ...(has(again) ? [fill(words.again, toCounts(again))] : []),
    ...(has(fresh) || has(again) || !isWhole ? [] : [words.asRead]),
    ...(isFileChanged ? [words.fileChanged] : []),
    ...(gone > 0 ? [count(words.gone, gone)] : []),
    ...(unnamed > 0 ? [count(words.unnamed, unnamed)] : []),
    ...(isWhole ? [] : [words.notWhole]),
  ];
  return (
    <ul className={styles['preview']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
