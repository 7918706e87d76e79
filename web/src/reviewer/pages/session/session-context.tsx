import type { MeAnswer } from '@candor/core/contract';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { now } from '../../../platform/clock.ts';
import { type Ask, KeyWorkerError, type UnlockSecret } from '../../bridge/protocol.ts';
import { assertPasskey } from '../../portal/passkey.ts';
import { PortalAccess } from '../../portal/portal-access.ts';
import type { SessionState, SignedOutReason } from '../../portal/session-state.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { watchIdle } from './idle.ts';

export interface Session {
  readonly state: SessionState;
  readonly portal: PortalAccess;
  /** Seconds until the keys are locked for inactivity; null while active. */
  readonly secondsLeft: number | null;
  /** @throws PasskeyRefusal, PortalRefusal or KeyWorkerError */
  signIn(): Promise<void>;
  /** For authenticators without PRF. @throws KeyWorkerError */
  unlock(by: UnlockSecret): Promise<void>;
  /**
   * A release from disk with a key file: read as if signed in, without a server.
   * @throws KeyWorkerError
   */
  openFile(ask: Ask<'open-file'>): Promise<void>;
  signOut(): Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

/** Other tabs need not hear every key press. */
const TELL_SECONDS = 10;

/** A reader from disk is unknown to the portal. */
const FROM_FILE = 'from-file';

/** The session. Whatever ends it locks the keys first; the page's address stays, so that one can continue. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const settings = useSettings();
  const keyWorker = useKeyWorker();
  const [state, setState] = useState<SessionState>({ is: 'signed-out', why: 'first' });
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const tabs = useRef<OtherTabs | null>(null);
  const reviewer = useRef<string | null>(null);

  const leave = useCallback(
    (why: SignedOutReason) => {
      if (reviewer.current === null) return;
      reviewer.current = null;
      setSecondsLeft(null);
      setState({ is: 'signed-out', why });
      keyWorker.call('lock', {}).catch(() => undefined);
    },
    [keyWorker],
  );
  const portal = useMemo(() => new PortalAccess(settings.portal, () => leave('ended')), [settings.portal, leave]);

  useEffect(() => {
    const listening = listenToOtherTabs((message) => {
      if (reviewer.current === FROM_FILE) return;
      if (message.is === 'signed-out') leave('other-tab');
      if (message.is === 'signed-in' && message.reviewer !== reviewer.current) leave('other-person');
    });
    tabs.current = listening;
    return () => listening.close();
  }, [leave]);

  // The key worker's portal calls end with the session too.
  useEffect(
    () =>
      keyWorker.onRefusal((flaw) => {
        if (flaw === 'session-ended') leave('ended');
      }),
    [keyWorker, leave],
  );

  const isHere = state.is !== 'signed-out';
  useEffect(() => {
    if (!isHere) return;
    let toldAt = 0;
    const watch = watchIdle({
      now,
      onAct: () => {
        if (now() - toldAt < TELL_SECONDS) return;
        toldAt = now();
        tabs.current?.tell({ is: 'active' });
      },
      onWarn: setSecondsLeft,
      onIdle: () => {
        const hasSession = reviewer.current !== FROM_FILE;
        leave('idle');
        if (hasSession) portal.endSession().catch(() => undefined);
      },
      onKeepAlive: () => {
        if (reviewer.current !== FROM_FILE) portal.me().catch(() => undefined);
      },
    });
    const hearing = listenToOtherTabs(({ is }) => {
      if (is === 'active') watch.touch();
    });
    return () => {
      watch.stop();
      hearing.close();
    };
  }, [isHere, leave, portal]);

  const enter = useCallback(
    async (me: MeAnswer, by: UnlockSecret | null): Promise<void> => {
      if (me.wrapped === null) throw new KeyWorkerError('damaged-keys');
      reviewer.current = me.reviewer;
      if (by === null) {
        setState({ is: 'locked', me });
        return;
      }
      const { fingerprint } = await keyWorker.call('unlock', { wrapped: me.wrapped, by });
      if (fingerprint !== me.reviewer) {
        keyWorker.call('lock', {}).catch(() => undefined);
        throw new KeyWorkerError('other-person');
      }
      tabs.current?.tell({ is: 'signed-in', reviewer: me.reviewer });
      setState({ is: 'signed-in', me, fingerprint });
    },
    [keyWorker],
  );

  const session = useMemo<Session>(
    () => ({
      state,
      portal,
      secondsLeft,
      signIn: async () => {
        const { response, prf } = await assertPasskey(await portal.signInOptions());
        await portal.beginSession(response);
        const me = await portal.me();
        await enter(me, prf === null ? null : { kind: 'passkey', prf }).catch((cause: unknown) => {
          // A passkey made where it could not unwrap, in a browser where it can: only the recovery key opens the keys.
          if (prf === null || !(cause instanceof KeyWorkerError) || cause.flaw !== 'wrong-key') throw cause;
          return enter(me, null);
        });
      },
      unlock: async (by) => {
        if (state.is !== 'signed-out') await enter(state.me, by);
      },
      openFile: async (ask) => {
        const { fingerprint, release } = await keyWorker.call('open-file', ask);
        const { party, domains } = release.manifest;
        reviewer.current = FROM_FILE;
        const me: MeAnswer = { reviewer: fingerprint, role: 'reviewer', party, domains, wrapped: null };
        setState({ is: 'signed-in', me, fingerprint, file: release });
      },
      signOut: async () => {
        const hasSession = reviewer.current !== FROM_FILE;
        leave('by-you');
        if (!hasSession) return;
        tabs.current?.tell({ is: 'signed-out' });
        // The keys are locked already; the portal ends an unanswered session itself.
        await portal.endSession().catch(() => undefined);
      },
    }),
    [state, portal, secondsLeft, keyWorker, enter, leave],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** For tests, and for pages with their own session. */
export function GivenSession(props: { readonly session: Session; readonly children: ReactNode }): ReactElement {
  return <SessionContext value={props.session}>{props.children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('no session above this component');
  return session;
}

const CHANNEL = 'candor-reviewer';

/** Messages between tabs of this app. Each tab has its own keys; the session cookie is shared. */
type TabMessage =
  | { readonly is: 'active' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'signed-in'; readonly reviewer: string };

interface OtherTabs {
  tell(message: TabMessage): void;
  close(): void;
}

function listenToOtherTabs(listen: (message: TabMessage) => void): OtherTabs {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => listen(data);
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
}
