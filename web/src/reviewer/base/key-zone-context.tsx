import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { KeyZone } from '../keys/key-zone.ts';
import workerAddress from '../keys/worker.ts?worker&url';
import { startOwnWorker } from './own-worker.ts';
import { useSettings } from './settings-context.tsx';

const KeyZoneContext = createContext<KeyZone | null>(null);

/** One worker for the life of the page: the only holder of keys, of the opened index and of messages. */
export function KeyZoneProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [zone] = useState(startZone);
  const { incident, portal, log } = useSettings();
  useEffect(() => {
    // A worker that broke says so at the next call, to whoever asked.
    zone.call('start', { settings: { incident, portal, log } }).catch(() => undefined);
  }, [zone, incident, portal, log]);
  return <KeyZoneContext value={zone}>{children}</KeyZoneContext>;
}

/** For tests: a zone at the other end of a channel. */
export function GivenKeyZone(props: { readonly zone: KeyZone; readonly children: ReactNode }): ReactElement {
  return <KeyZoneContext value={props.zone}>{props.children}</KeyZoneContext>;
}

export function useKeyZone(): KeyZone {
  const zone = use(KeyZoneContext);
  if (zone === null) throw new Error('no key zone above this component');
  return zone;
}

let started: KeyZone | null = null;

/** Once, even where a component is made twice while it suspends. */
function startZone(): KeyZone {
  if (started !== null) return started;
  const worker = startOwnWorker(workerAddress, 'key-zone');
  const zone = new KeyZone(worker);
  worker.addEventListener('error', () => zone.end());
  worker.addEventListener('messageerror', () => zone.end());
  started = zone;
  return zone;
}
