import type { Instant } from '@candor/core/base';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react';
import { now } from '../../../platform/clock.ts';
import {
  KeyWorkerError,
  type KeyWorkerErrorCode,
  type KeyWorkerEvents,
  type OpenedRelease,
} from '../../bridge/protocol.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useSession } from '../session/session-context.tsx';

const typed: string[] = [];

/** Maximum stored searches of a visit; each is a few words. */
const MOST_KEPT = 5000;

/** What is open. Nothing of a release is shown before every check passed. */
export type ReleaseState =
  /** Nobody is signed in. */
  | { readonly is: 'closed' }
  | { readonly is: 'opening'; readonly progress: KeyWorkerEvents['progress'] | null }
  | { readonly is: 'opened'; readonly release: OpenedRelease; readonly at: Instant }
  | { readonly is: 'nothing-released'; readonly seenBefore: number | null; readonly at: Instant }
  /** A check failed, or a server did not answer. No message opens. */
  | { readonly is: 'refused'; readonly flaw: KeyWorkerErrorCode; readonly at: Instant };

export interface CurrentRelease {
  readonly state: ReleaseState;
  openAgain(): void;
}

const ReleaseContext = createContext<CurrentRelease>({ state: { is: 'closed' }, openAgain: () => undefined });

/** Opens the party's release after sign-in, once for all pages. */
export function ReleaseProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const keyWorker = useKeyWorker();
  const session = useSession();
  const [state, setState] = useState<ReleaseState>({ is: 'closed' });
  const [attempt, setAttempt] = useState(0);
  const fingerprint = session.state.is === 'signed-in' ? session.state.fingerprint : null;
  const file = session.state.is === 'signed-in' ? session.state.file : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens again
  useEffect(() => {
    if (fingerprint === null) {
      setState({ is: 'closed' });
      forgetSearches();
      return;
    }
    if (file !== undefined) {
      setState({ is: 'opened', release: file, at: now() });
      return;
    }
    const controller = new AbortController();
    const { signal } = controller;
    setState({ is: 'opening', progress: null });
    const refuse = (flaw: KeyWorkerErrorCode): void => {
      if (!signal.aborted) setState({ is: 'refused', flaw, at: now() });
      controller.abort();
    };
    const stopListening = keyWorker.on('progress', (progress) => {
      if (!signal.aborted) setState((before) => (before.is === 'opening' ? { is: 'opening', progress } : before));
    });
    // The open release turned out to be damaged while the rest was read.
    const stopWatching = keyWorker.on('vault', ({ flaw }) => {
      if (flaw !== null) refuse(flaw);
    });
    keyWorker.call('open-releases', {}, { signal }).then(
      (opened) => {
        if (signal.aborted) return;
        if (opened.state === 'opened') setState({ is: 'opened', release: opened, at: now() });
        else setState({ is: 'nothing-released', seenBefore: opened.seenBefore, at: now() });
      },
      (thrown: unknown) => {
        refuse(thrown instanceof KeyWorkerError ? thrown.flaw : 'fault');
      },
    );
    return () => {
      stopListening();
      stopWatching();
      controller.abort();
    };
  }, [keyWorker, fingerprint, file, attempt]);

  const openAgain = useCallback(() => setAttempt((before) => before + 1), []);
  const current = useMemo(() => ({ state, openAgain }), [state, openAgain]);
  return <ReleaseContext value={current}>{children}</ReleaseContext>;
}

/** For tests: a given release. */
export function GivenRelease(props: { readonly current: CurrentRelease; readonly children: ReactNode }): ReactElement {
  return <ReleaseContext value={props.current}>{props.children}</ReleaseContext>;
}

export function useRelease(): CurrentRelease {
  return use(ReleaseContext);
}

/** Stores search words only in memory, so that an address, which browsers record, has a number instead. */
export function keepSearch(text: string): number | null {
  if (text.trim() === '') return null;
  const known = typed.indexOf(text);
  if (known >= 0) return known;
  if (typed.length >= MOST_KEPT) typed.length = 0;
  return typed.push(text) - 1;
}

/** Empty for a number of another visit, whose words are gone. */
export function findSearch(search: number | null): string {
  return search === null ? '' : (typed[search] ?? '');
}

/** Clears what one person typed before the next. */
function forgetSearches(): void {
  typed.length = 0;
}
