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
import { now } from '../../platform/clock.ts';
import { useKeyZone } from '../base/key-zone-context.tsx';
import { useSettings } from '../base/settings-context.tsx';
import { type Ask, KeyZoneRefusal, type UnlockSecret } from '../keys/protocol.ts';
import { watchIdle } from './idle.ts';
import { listenToOtherTabs, type OtherTabs } from './other-tabs.ts';
import { assertPasskey } from './passkey.ts';
import { type Me, PortalAccess } from './portal-access.ts';
import type { SessionState, SignedOutReason } from './session-state.ts';

export interface Session {
  readonly state: SessionState;
  readonly portal: PortalAccess;
  /** Seconds until the keys are put away because nobody is there; null while somebody is. */
  readonly secondsLeft: number | null;
  /** @throws PasskeyRefusal, PortalRefusal or KeyZoneRefusal */
  signIn(): Promise<void>;
  /** For authenticators without PRF. @throws KeyZoneRefusal */
  unlock(by: UnlockSecret): Promise<void>;
  /** A release from disk with a key file: read as if somebody were signed in, without any server. @throws KeyZoneRefusal */
  openFile(ask: Ask<'open-file'>): Promise<void>;
  signOut(): Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

/** Other tabs need not hear of every key. */
const TELL_SECONDS = 10;

/** Who reads from disk is nobody at the portal. */
const FROM_FILE = 'from-file';

/** Who is signed in. Whatever ends a session puts the keys away first; the address of the page stays, so that one goes on where one was. */
export function SessionProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const settings = useSettings();
  const zone = useKeyZone();
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
      zone.call('lock', {}).catch(() => undefined);
    },
    [zone],
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

  // What the zone asks of the portal ends with the session too.
  useEffect(
    () =>
      zone.onRefusal((flaw) => {
        if (flaw === 'session-ended') leave('ended');
      }),
    [zone, leave],
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
    async (me: Me, by: UnlockSecret | null): Promise<void> => {
      if (me.wrapped === null) throw new KeyZoneRefusal('damaged-keys');
      reviewer.current = me.reviewer;
      if (by === null) {
        setState({ is: 'locked', me });
        return;
      }
      const { fingerprint } = await zone.call('unlock', { wrapped: me.wrapped, by });
      if (fingerprint !== me.reviewer) {
        zone.call('lock', {}).catch(() => undefined);
        throw new KeyZoneRefusal('other-person');
      }
      tabs.current?.tell({ is: 'signed-in', reviewer: me.reviewer });
      setState({ is: 'signed-in', me, fingerprint });
    },
    [zone],
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
          // A passkey that was made where nothing unwrapped with it, in a browser that now does: the keys know only the recovery key.
          if (prf === null || !(cause instanceof KeyZoneRefusal) || cause.flaw !== 'wrong-key') throw cause;
          return enter(me, null);
        });
      },
      unlock: async (by) => {
        if (state.is !== 'signed-out') await enter(state.me, by);
      },
      openFile: async (ask) => {
        const { fingerprint, release } = await zone.call('open-file', ask);
        const { party, domains } = release.manifest;
        reviewer.current = FROM_FILE;
        const me: Me = { reviewer: fingerprint, role: 'reviewer', party, domains, wrapped: null };
        setState({ is: 'signed-in', me, fingerprint, file: release });
      },
      signOut: async () => {
        const hasSession = reviewer.current !== FROM_FILE;
        leave('by-you');
        if (!hasSession) return;
        tabs.current?.tell({ is: 'signed-out' });
        // The keys are put away already; a portal that does not answer ends the session by itself.
        await portal.endSession().catch(() => undefined);
      },
    }),
    [state, portal, secondsLeft, zone, enter, leave],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** For tests, and for pages that are shown with a session of their own. */
export function GivenSession(props: { readonly session: Session; readonly children: ReactNode }): ReactElement {
  return <SessionContext value={props.session}>{props.children}</SessionContext>;
}

export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('no session above this component');
  return session;
}
