import type { ReactElement } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { EmptyState } from '../../../ui/react/page-states.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSession } from '../session/session-context.tsx';
import styles from './files.module.css';

/** Replaces a page that needs the portal while a release from disk is open. */
export function NeedsPortal(): ReactElement {
  const words = useWords('files');
  const { signOut } = useSession();
  return (
    <div className={styles['page']}>
      <h1 className="unseen">{words.question}</h1>
      <EmptyState action={<Button onPress={signOut}>{words.leave}</Button>}>{words.needsPortal}</EmptyState>
    </div>
  );
}
