import type { ReactElement } from 'react';
import { useFormat } from '../../../ui/react/language.tsx';
import { useWords } from '../../base/words.ts';
import styles from './incident-page.module.css';
import type { Status } from './status-counts.ts';

/** What needs a person, most urgent first, with the command that shows more or does it. */
export function NeedList(props: {
  readonly needs: Status['summary']['needs'];
  readonly isLookedAt: boolean;
}): ReactElement {
  const { needs, isLookedAt } = props;
  const words = useWords().incidentPage;
  const { count } = useFormat();
  return (
    <section className={styles['needs']} aria-labelledby="needs-title">
      <h2 id="needs-title" className={styles['title']}>
        {count(words.needs, needs.length)}
      </h2>
      {!isLookedAt && <p className={styles['note']}>{words.notLookedAt}</p>}
      <ol>
        {needs.map((need) => (
          <li key={`${need.subject} ${need.text}`} className={styles['need']}>
            <b>{need.subject}</b>
            <p>{need.text}</p>
            <code className={styles['command']}>{need.command}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
