import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { KeyWorker } from '../../bridge/key-worker.ts';
import { startOwnWorker } from './own-worker.ts';
import { useSettings } from './settings-context.tsx';

const KeyWorkerContext = createContext<KeyWorker | null>(null);

/** One worker for the life of the page: the only holder of keys, of the opened index and of messages. */
export function KeyWorkerProvider(props: {
  /** Of the worker's built file. */
  readonly worker: string;
  readonly children: ReactNode;
}): ReactElement {
  const [keyWorker] = useState(() => startKeyWorker(props.worker));
  const { incident, portal, log } = useSettings();
  useEffect(() => {
    // A worker that broke says so at the next call, to whoever asked.
    keyWorker.call('start', { settings: { incident, portal, log } }).catch(() => undefined);
  }, [keyWorker, incident, portal, log]);
  return <KeyWorkerContext value={keyWorker}>{props.children}</KeyWorkerContext>;
}

/** For tests: a worker at the other end of a channel. */
export function GivenKeyWorker(props: { readonly keyWorker: KeyWorker; readonly children: ReactNode }): ReactElement {
  return <KeyWorkerContext value={props.keyWorker}>{props.children}</KeyWorkerContext>;
}

export function useKeyWorker(): KeyWorker {
  const keyWorker = use(KeyWorkerContext);
  if (keyWorker === null) throw new Error('no key worker above this component');
  return keyWorker;
}

let started: KeyWorker | null = null;

/** Once, even where a component is made twice while it suspends. */
function startKeyWorker(address: string): KeyWorker {
  if (started !== null) return started;
  const worker = startOwnWorker(address, 'key-worker');
  const keyWorker = new KeyWorker(worker);
  worker.addEventListener('error', () => keyWorker.end());
  worker.addEventListener('messageerror', () => keyWorker.end());
  started = keyWorker;
  return keyWorker;
}
