/** As long as the portal keeps an unused session (docs/formats/portal-api.md, Sessions). */
const IDLE_SECONDS = 15 * 60;
/** Time to confirm that one is still there (WCAG 2.2, 2.2.1). */
const WARNING_SECONDS = 60;
const LOOK_MS = 1000;
/** The portal counts calls; reading makes none for long. */
const KEEP_ALIVE_SECONDS = 5 * 60;

const ACTS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

export interface IdleWatch {
  /** Activity here or in another tab. */
  touch(): void;
  stop(): void;
}

/** Detects inactivity. Compares clocks instead of counting ticks: a device that slept was inactive. */
export function watchIdle(listeners: {
  readonly now: () => number;
  readonly onAct: () => void;
  readonly onWarn: (secondsLeft: number | null) => void;
  readonly onIdle: () => void;
  readonly onKeepAlive: () => void;
}): IdleWatch {
  const { now } = listeners;
  let lastAct = now();
  let lastKept = now();
  let isWarning = false;
  const touch = (): void => {
    lastAct = now();
    if (isWarning) listeners.onWarn(null);
    isWarning = false;
  };
  const act = (): void => {
    touch();
    listeners.onAct();
  };
  const look = (): void => {
    const idle = now() - lastAct;
    if (idle >= IDLE_SECONDS) listeners.onIdle();
    else if (idle >= IDLE_SECONDS - WARNING_SECONDS) {
      isWarning = true;
      listeners.onWarn(Math.ceil(IDLE_SECONDS - idle));
    } else if (now() - lastKept >= KEEP_ALIVE_SECONDS && lastAct > lastKept) {
      lastKept = now();
      listeners.onKeepAlive();
    }
  };
  for (const name of ACTS) document.addEventListener(name, act, { passive: true, capture: true });
  document.addEventListener('visibilitychange', look);
  const timer = setInterval(look, LOOK_MS);
  return {
    touch,
    stop: () => {
      for (const name of ACTS) document.removeEventListener(name, act, { capture: true });
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    },
  };
}
