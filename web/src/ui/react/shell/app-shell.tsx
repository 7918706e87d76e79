import type { ReactElement, ReactNode } from 'react';
import { ChartFills } from '../charts/chart-fills.tsx';
import styles from './app-shell.module.css';
import { Tabs, type TabsProps } from './tabs.tsx';

export interface AppShellProps {
  readonly words: { readonly skip: string };
  /** Whose incident or mail this is; at the beginning of the top bar. */
  readonly whose: ReactNode;
  /** Null before somebody has signed in. */
  readonly tabs: TabsProps | null;
  /** Go to, and who is signed in; at the end of the top bar. */
  readonly person: ReactNode;
  /** Lines below the top bar: what is wrong now. */
  readonly notices?: ReactNode;
  /** What is open, and what the page adds at the end. */
  readonly status: ReactNode;
  readonly statusSide?: ReactNode;
  readonly children: ReactNode;
}

/** Top bar, notices, page, status bar. */
export function AppShell({
  words,
  whose,
  tabs,
  person,
  notices,
  status,
  statusSide,
  children,
}: AppShellProps): ReactElement {
  const isAtFoot = tabs?.isAtFoot === true;
  return (
    <div className={isAtFoot ? `${styles['shell']} ${styles['footed']}` : styles['shell']}>
      <header className={styles['bar']}>
        <button type="button" className={styles['skip']} onClick={focusContent}>
          {words.skip}
        </button>
        <div className={styles['whose']}>{whose}</div>
        {tabs !== null && (
          <div className={styles['tabs']}>
            <Tabs {...tabs} />
          </div>
        )}
        <div className={styles['person']}>{person}</div>
      </header>
      <ChartFills />
      {notices}
      <main id="content" className={styles['content']} tabIndex={-1}>
        {children}
      </main>
      <footer className={styles['status']}>
        {status}
        <span className={styles['side']}>{statusSide}</span>
      </footer>
    </div>
  );
}

/** Not a link: the app's address already uses the `#`. */
function focusContent(): void {
  document.getElementById('content')?.focus();
}
