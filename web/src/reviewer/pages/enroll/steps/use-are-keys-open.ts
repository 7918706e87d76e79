import { useEffect, useState } from 'react';
import { useKeyWorker } from '../../base/key-worker-context.tsx';
import { watchIdle } from '../../session/idle.ts';

const SECOND_MS = 1000;

/** Whether the key worker has keys: none after a reload or after inactivity. Null while unknown. */
export function useAreKeysOpen(): readonly [areOpen: boolean | null, sayOpen: () => void] {
  const keyWorker = useKeyWorker();
  const [areOpen, setOpen] = useState<boolean | null>(null);
  useEffect(() => {
    keyWorker.call('own-key', {}).then(
      (own) => setOpen(own !== null),
      () => setOpen(false),
    );
  }, [keyWorker]);
  useEffect(() => {
    if (areOpen !== true) return;
    const watch = watchIdle({
      now: () => Math.floor(Date.now() / SECOND_MS),
      onAct: () => undefined,
      onWarn: () => undefined,
      onIdle: () => {
        keyWorker.call('lock', {}).catch(() => undefined);
        setOpen(false);
      },
      onKeepAlive: () => undefined,
    });
    return () => watch.stop();
  }, [areOpen, keyWorker]);
  return [areOpen, () => setOpen(true)];
}
