import type { ReactElement } from 'react';
import { useStatus } from '../../../ui/react/status-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSession } from '../session/session-context.tsx';
import { KeyHelp } from './key-help.tsx';
import styles from './status-bar.module.css';

/** At the foot of every page: what is open, what the page shows, and shortcuts. */
export function StatusBar(): ReactElement {
  const words = useWords('shared');
  const { state } = useSession();
  const { facts, side } = useStatus();
  return (
    <footer className={styles['bar']}>
      {state.is === 'signed-in' && facts.map((fact) => <span key={fact}>{fact}</span>)}
      <span>{state.is === 'signed-in' ? words.status.keysHere : words.status.nobody}</span>
      <span className={styles['side']}>
        {side}
        {state.is === 'signed-in' && <KeyHelp />}
      </span>
    </footer>
  );
}
