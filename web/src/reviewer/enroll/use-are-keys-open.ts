import { useEffect, useState } from 'react';
import { useKeyZone } from '../app/key-zone-context.tsx';

/** Whether the zone has keys: after the page was loaded anew it has none. Null while that is asked. */
export function useAreKeysOpen(): readonly [areOpen: boolean | null, sayOpen: () => void] {
  const zone = useKeyZone();
  const [areOpen, setOpen] = useState<boolean | null>(null);
  useEffect(() => {
    zone.call('own-key', {}).then(
      (own) => setOpen(own !== null),
      () => setOpen(false),
    );
  }, [zone]);
  return [areOpen, () => setOpen(true)];
}
