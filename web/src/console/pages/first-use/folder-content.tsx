import type { FolderLookAnswer } from '@candor/core/contract/operations';
import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { useWords } from '../../base/words.ts';
import styles from './first-use-page.module.css';

/** Mailboxes and logs of a folder, and what was left out with the reason. */
export function FolderContent({ seen }: { readonly seen: FolderLookAnswer }): ReactElement {
  const words = useWords().firstUse;
  const { count, fill, time } = useFormat();
  const { mailboxes, access, notes } = seen;
  return (
    <div className={styles['content']}>
      <p>
        {fill(words.found, {
          mailboxes: count(words.mailboxes, mailboxes.length),
          logs: count(words.logs, access.length),
        })}
      </p>
      <ul>
        {mailboxes.map(({ custodian, evidence, address }) => (
          <li key={custodian}>
            <b>
              <bdi>{custodian}</bdi>
            </b>{' '}
            <bdi>{address ?? words.noAddress}</bdi> <bdi className={styles['place']}>{evidence}</bdi>
          </li>
        ))}
        {access.map(({ file, first, last }) => (
          <li key={file}>
            <bdi className={styles['place']}>{file}</bdi>{' '}
            {first !== null && last !== null && fill(words.span, { first: time(first), last: time(last) })}
          </li>
        ))}
      </ul>
      {notes.length > 0 && (
        <ul className={styles['notes']}>
          {notes.map((note) => (
            <li key={note}>
              <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
