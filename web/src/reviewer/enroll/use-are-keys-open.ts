import { useEffect, useState } from 'react';
import { useKeyZone } from '../base/key-zone-context.tsx';
import { watchIdle } from '../session/idle.ts';

const SECOND_MS = 1000;

/**
 * Whether the zone has keys: after the page was loaded anew it has none, and a page that nobody touches puts them away as a session does. Null while that is
 * asked.
 */
export function useAreKeysOpen(): readonly [areOpen: boolean | null, sayOpen: () => void] {
  const zone = useKeyZone();
  const [areOpen, setOpen] = useState<boolean | null>(null);
  useEffect(() => {
    zone.call('own-key', {}).then(
      (own) => setOpen(own !== null),
      () => setOpen(false),
    );
  }, [zone]);
  useEffect(() => {
    if (areOpen !== true) return;
    const watch = watchIdle({
      now: () => Math.floor(Date.now() / SECOND_MS),
      onAct: () => undefined,
      onWarn: () => undefined,
      onIdle: () => {
        zone.call('lock', {}).catch(() => undefined);
        setOpen(false);
      },
      onKeepAlive: () => undefined,
    });
    return () => watch.stop();
  }, [areOpen, zone]);
  return [areOpen, () => setOpen(true)];
}
