import type { ReactElement } from 'react';
import { AnswerHeading } from '../../ui/react/answer-heading.tsx';
import { EmptyState } from '../../ui/react/page-states.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useRelease } from '../session/release-context.tsx';
import styles from './people.module.css';
import { peopleWording } from './people-wording.ts';

/** Which keys can open the release: all that somebody who does not nominate can know, and it is signed. */
export function ReaderList({ own }: { readonly own: string }): ReactElement {
  const words = useWords(peopleWording);
  const { count } = useFormat();
  const { state } = useRelease();
  const grants = state.is === 'opened' ? state.release.manifest.grants : [];
  return (
    <>
      <AnswerHeading level={1} question={words.question}>
        {count(words.reviewer.answer, grants.length)}
      </AnswerHeading>
      <p>{words.reviewer.lead}</p>
      {grants.length === 0 ? (
        <EmptyState>{words.trail.none}</EmptyState>
      ) : (
        <table className={styles['readers']}>
          <thead>
            <tr>
              <th scope="col">{words.reviewer.fingerprint}</th>
              <th scope="col">
                <span className="unseen">{words.columns.person}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {grants.map(({ reviewer }) => (
              <tr key={reviewer}>
                <td>
                  <code>{reviewer}</code>
                </td>
                <td>{reviewer === own ? words.you : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
