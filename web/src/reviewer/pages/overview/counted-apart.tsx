import type { ReleaseManifest } from '@candor/core/review/seal';
import type { ReactElement } from 'react';
import { useFormat, useWords } from '../base/language-context.tsx';
import { MENTIONED_KINDS, sumMentioned } from '../base/mentioned.ts';
import styles from './overview-page.module.css';

/** What the manifest counts beside all that the party is told about: mail of it that is quoted, and messages that only speak of it. Nothing where there is none. */
export function CountedApart({
  manifest: { figures, organization },
}: {
  readonly manifest: Pick<ReleaseManifest, 'figures' | 'organization'>;
}): ReactElement | null {
  const words = useWords('overview').much;
  const { count } = useFormat();
  const { quoted = 0, mentioned = {} } = figures;
  const kinds = MENTIONED_KINDS.flatMap((kind) => {
    const messages = mentioned[kind];
    return messages === undefined ? [] : [count(words.kinds[kind], messages)];
  });
  if (quoted === 0 && kinds.length === 0) return null;
  return (
    <>
      {quoted > 0 && <p className={styles['hint']}>{count(words.quoted, quoted, { organization })}</p>}
      {kinds.length > 0 && (
        <p className={styles['hint']}>
          {count(words.mentioned, sumMentioned(mentioned), { organization, kinds: kinds.join(', ') })}
        </p>
      )}
    </>
  );
}
