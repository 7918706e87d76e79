import { Outlet, useLocation } from '@tanstack/react-router';
import { type ReactElement, Suspense, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { useFormat } from '../../../ui/react/language.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { LoadingState } from '../../../ui/react/page-states.tsx';
import { AppShell } from '../../../ui/react/shell/app-shell.tsx';
import { StatusProvider, useStatus } from '../../../ui/react/status-context.tsx';
import { paths } from '../address/paths.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { SectionCountsProvider } from '../base/section-counts.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { NeedsPortal } from '../files/needs-portal.tsx';
import { useSession } from '../session/session-context.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { KeyHelp } from './key-help.tsx';
import styles from './shell.module.css';
import { Person, useTabs, Whose } from './top-bar.tsx';

const MINUTE_SECONDS = 60;

/** Clocks are often off by some seconds; nothing here depends on that. */
const WORTH_SAYING_SECONDS = 2 * MINUTE_SECONDS;

const SECOND_MS = 1000;

/** Pages that need no session. */
const OPEN_PATHS: readonly string[] = [paths.enroll, paths.recover, paths.files, paths.account];
/** Cooperation within the party needs the portal. */
const PORTAL_PATHS: readonly string[] = [paths.secrets, paths.people];

/** Top bar, page, status bar. A signed-out person sees the sign-in page in place of the requested one. */
export function Shell(): ReactElement {
  return (
    <StatusProvider>
      <SectionCountsProvider>
        <Frame />
      </SectionCountsProvider>
    </StatusProvider>
  );
}

function Frame(): ReactElement {
  const words = useWords('shared');
  const { state } = useSession();
  const { pathname } = useLocation();
  const { facts, side } = useStatus();
  const tabs = useTabs();
  usePageTitle();
  const isSignedIn = state.is === 'signed-in';
  const isOpen = isSignedIn || OPEN_PATHS.includes(pathname);
  const needsPortal = isSignedIn && state.file !== undefined && PORTAL_PATHS.includes(pathname);
  return (
    <AppShell
      words={words}
      whose={<Whose />}
      tabs={tabs}
      person={<Person />}
      notices={
        <>
          <TimeNotices />
          <KeepingNotices />
        </>
      }
      status={
        <>
          {isSignedIn && facts.map((fact) => <span key={fact}>{fact}</span>)}
          <span>{isSignedIn ? words.status.keysHere : words.status.nobody}</span>
        </>
      }
      statusSide={
        <>
          {side}
          {isSignedIn && <KeyHelp />}
        </>
      }
    >
      <FaultBoundary key={pathname}>
        <Suspense fallback={<Waiting />}>
          {needsPortal ? <NeedsPortal /> : isOpen ? <Outlet /> : <SignInPage />}
        </Suspense>
      </FaultBoundary>
    </AppShell>
  );
}

/** Names the party, never the content of its mail: titles are stored in histories and window lists. */
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

type Unkept = 'full' | 'none' | 'unkept';

/** What this browser or the portal does not store. Reading continues, so each is shown once and can be closed. */
function KeepingNotices(): ReactElement | null {
  const words = useWords('shared');
  const keyWorker = useKeyWorker();
  const { state } = useSession();
  const [told, setTold] = useState<readonly Unkept[]>([]);
  useEffect(() => {
    const tell = (what: Unkept): void => setTold((before) => (before.includes(what) ? before : [...before, what]));
    const stops = [
      keyWorker.on('storage', ({ state: kept }) => tell(kept)),
      keyWorker.on('unkept', () => tell('unkept')),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [keyWorker]);
  if (state.is !== 'signed-in') return null;
  return (
    <>
      {told.map((what) => (
        <NoticeLine
          key={what}
          kind="wait"
          action={
            <Button kind="link" onPress={() => setTold((before) => before.filter((other) => other !== what))}>
              {words.close}
            </Button>
          }
        >
          {words.status.keeping[what]}
        </NoticeLine>
      ))}
    </>
  );
}

/** A wrong device clock, and a session about to end. */
function TimeNotices(): ReactElement | null {
  const words = useWords('shared');
  const { fill, number } = useFormat();
  const { secondsLeft } = useSession();
  const offSeconds = useClockDifference();
  const isOff = Math.abs(offSeconds) >= WORTH_SAYING_SECONDS;
  if (!isOff && secondsLeft === null) return null;
  const minutes = number(Math.round(Math.abs(offSeconds) / MINUTE_SECONDS));
  return (
    <>
      {isOff && (
        <NoticeLine kind="wait">
          {fill(offSeconds > 0 ? words.status.clock.ahead : words.status.clock.behind, { minutes })}
        </NoticeLine>
      )}
      {secondsLeft !== null && <NoticeLine kind="wait">{words.status.idleSoon}</NoticeLine>}
    </>
  );
}

/** Seconds that this device is ahead of the portal; zero while unknown. */
function useClockDifference(): number {
  const { portal } = useSession();
  const [offSeconds, setOffSeconds] = useState(0);
  useEffect(() => {
    const asked = Date.now();
    portal.status().then(
      ({ time }) => {
        // Half of the round trip belongs to the answer.
        const here = (asked + Date.now()) / 2 / SECOND_MS;
        setOffSeconds(Math.round(here - time));
      },
      () => undefined,
    );
  }, [portal]);
  return offSeconds;
}
