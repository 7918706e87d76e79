import { type ReactElement, useEffect, useState } from 'react';
import { Button } from '../../../ui/react/button.tsx';
import { NoticeLine } from '../../../ui/react/notice-line.tsx';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { useWords } from '../base/language-context.tsx';
import { useSession } from '../session/session-context.tsx';

type Unkept = 'full' | 'none' | 'unkept';

/**
 * What this browser or the portal does not keep. Nothing of it stops anybody from reading, so each is said once and can
 * be closed.
 */
export function KeepingNotices(): ReactElement | null {
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
