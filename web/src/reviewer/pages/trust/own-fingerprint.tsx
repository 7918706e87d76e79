import type { ReactElement } from 'react';
import { CopyButton } from '../../../ui/react/copy-button.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSession } from '../session/session-context.tsx';
import styles from './trust.module.css';

/** Large enough to be read aloud. It comes from the own keys, never from the portal. */
export function OwnFingerprint(): ReactElement | null {
  const { fingerprint: words } = useWords('trust');
  const shared = useWords('shared');
  const { state } = useSession();
  if (state.is !== 'signed-in') return null;
  return (
    <section aria-labelledby="own-fingerprint" className={styles['part']}>
      <h2 id="own-fingerprint">{words.title}</h2>
      <p className={styles['fingerprint']}>
        <code>{state.fingerprint}</code>
      </p>
      <p className={styles['fact']}>
        {words.hint} <CopyButton text={state.fingerprint} words={shared} />
      </p>
    </section>
  );
}
