import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactElement, Suspense, useEffect } from 'react';
import { LoadingState } from '../../../ui/react/page-states.tsx';
import { paths } from '../address/paths.ts';
import { useFormat, useWords } from '../base/language-context.tsx';
import { SectionCountsProvider } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { StatusProvider } from '../base/status-context.tsx';
import { NeedsPortal } from '../files/needs-portal.tsx';
import { useSession } from '../session/session-context.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { KeepingNotices } from './keeping-notices.tsx';
import styles from './shell.module.css';
import { StatusBar } from './status-bar.tsx';
import { TimeNotices } from './time-notices.tsx';
import { TopBar } from './top-bar.tsx';

/** Pages that need no session. */
const OPEN_PATHS: readonly string[] = [paths.enroll, paths.recover, paths.files, paths.account];
/** What people of a party do together lies at the portal. */
const PORTAL_PATHS: readonly string[] = [paths.secrets, paths.people];

/** Bar, page, bar. Whoever is not signed in finds the way in, in the place of the page that they asked for. */
export function Shell(): ReactElement {
  const { state } = useSession();
  const { pathname } = useLocation();
  usePageTitle();
  const isOpen = state.is === 'signed-in' || OPEN_PATHS.includes(pathname);
  const needsPortal = state.is === 'signed-in' && state.file !== undefined && PORTAL_PATHS.includes(pathname);
  return (
    <StatusProvider>
      <SectionCountsProvider>
        <div className={styles['shell']}>
          <TopBar />
          <TimeNotices />
          <KeepingNotices />
          <main id="content" className={styles['content']} tabIndex={-1}>
            <FaultBoundary key={pathname}>
              <Suspense fallback={<Waiting />}>
                {needsPortal ? <NeedsPortal /> : isOpen ? <Outlet /> : <SignInPage />}
              </Suspense>
            </FaultBoundary>
          </main>
          <StatusBar />
        </div>
      </SectionCountsProvider>
    </StatusProvider>
  );
}

/** Of whom the mail is, never what: titles stand in histories and in lists of windows. */
function usePageTitle(): void {
  const words = useWords('shared');
  const { fill } = useFormat();
  const { organization } = useSettings();
  const title = fill(words.pageTitle, { organization });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function Waiting(): ReactElement {
  const words = useWords('shared');
  return (
    <div className={styles['page']}>
      <LoadingState>{words.loading}</LoadingState>
    </div>
  );
}
