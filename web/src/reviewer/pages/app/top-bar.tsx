import { Link, useLocation } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { paths, SECTIONS, type Section } from '../address/paths.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { useSectionCounts } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { toPartyName } from '../session/party-name.ts';
import { useSession } from '../session/session-context.tsx';
import { GoTo } from './go-to.tsx';
import styles from './top-bar.module.css';

/** A phone has room for three sections; the others are behind "More". */
const NARROW_TABS = 3;

/** Names the party, the sections as tabs, and the signed-in person. */
export function TopBar(): ReactElement {
  const words = useWords('shared');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const { state } = useSession();
  const [isMoreOpen, setMoreOpen] = useState(false);
  const current = useCurrentSection();
  const isCurrentBehindMore = current !== null && SECTIONS.indexOf(current) >= NARROW_TABS;
  return (
    <header className={styles['bar']}>
      <button type="button" className={styles['skip']} onClick={focusContent}>
        {words.skip}
      </button>
      <p className={styles['whose']}>
        <b>{state.is === 'signed-out' ? organization : toPartyName(state.me)}</b>
        {state.is !== 'signed-out' && <span>{fill(words.emailsWith, { organization })}</span>}
      </p>
      {state.is === 'signed-in' && (
        <nav className={styles['tabs']} aria-label={words.sectionsLabel}>
          <ul className={isMoreOpen ? `${styles['list']} ${styles['open']}` : styles['list']}>
            {SECTIONS.map((section, at) => (
              <li key={section} className={at >= NARROW_TABS ? styles['behind'] : undefined}>
                <Tab section={section} isCurrent={section === current} onFollow={() => setMoreOpen(false)} />
              </li>
            ))}
            <li className={isCurrentBehindMore ? `${styles['more']} ${styles['current']}` : styles['more']}>
              <Button kind="link" isExpanded={isMoreOpen} onPress={() => setMoreOpen(!isMoreOpen)}>
                {isCurrentBehindMore && current !== null ? words.sections[current] : words.more}
              </Button>
            </li>
          </ul>
        </nav>
      )}
      <div className={styles['person']}>
        {state.is === 'signed-in' && <GoTo />}
        <Link to={paths.account} className={styles['account']}>
          {words.account}
        </Link>
      </div>
    </header>
  );
}

function Tab(props: {
  readonly section: Section;
  readonly isCurrent: boolean;
  readonly onFollow: () => void;
}): ReactElement {
  const words = useWords('shared');
  const { number } = useFormat();
  const count = useSectionCounts()[props.section];
  return (
    <Link
      to={paths[props.section]}
      className={props.isCurrent ? `${styles['tab']} ${styles['current']}` : styles['tab']}
      aria-current={props.isCurrent ? 'page' : undefined}
      onClick={props.onFollow}
    >
      {words.sections[props.section]}
      {count !== undefined && (
        <span className={count.isWaiting ? styles['waiting'] : styles['count']}>{number(count.n)}</span>
      )}
    </Link>
  );
}

/** Not a link: the app's address already uses the `#`. */
function focusContent(): void {
  document.getElementById('content')?.focus();
}

function useCurrentSection(): Section | null {
  const { pathname } = useLocation();
  return (
    SECTIONS.find((section) => section !== 'overview' && isBelow(pathname, paths[section])) ??
    (pathname === paths.overview ? 'overview' : null)
  );
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
