import type { ReactElement } from 'react';
import { AnswerHeading } from '../../../ui/react/answer-heading.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import { PlainTable } from '../../../ui/react/plain-table.tsx';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useRelease } from '../release/release-context.tsx';

/** Which keys can open the release: all that somebody who does not nominate can know, and it is signed. */
export function ReaderList({ own }: { readonly own: string }): ReactElement {
  const words = useWords('people');
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
        <PlainTable columns={[words.reviewer.fingerprint, { name: words.columns.person, is: 'unseen' }]}>
          {grants.map(({ reviewer }) => (
            <tr key={reviewer}>
              <td>
                <code>{reviewer}</code>
              </td>
              <td>{reviewer === own ? words.you : ''}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  );
}
