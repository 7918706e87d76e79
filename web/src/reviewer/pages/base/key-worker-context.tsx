import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import { KeyWorker } from '../../bridge/key-worker.ts';
import { useSettings } from './settings-context.tsx';

/** As the page's CSP names it (index.html). */
const POLICY = 'candor-worker';

let policy: ScriptPolicy | null = null;

const KeyWorkerContext = createContext<KeyWorker | null>(null);

/** One worker for the life of the page: the only holder of keys, opened index and messages. */
export function KeyWorkerProvider(props: {
  /** Address of the worker's built file. */
  readonly worker: string;
  readonly children: ReactNode;
}): ReactElement {
  const [keyWorker] = useState(() => startKeyWorker(props.worker));
  const { incident, portal, log } = useSettings();
  useEffect(() => {
    // A crashed worker fails the next call.
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

/** Once, even if a component is created twice while it suspends. */
function startKeyWorker(address: string): KeyWorker {
  if (started !== null) return started;
  const worker = startOwnWorker(address, 'key-worker');
  const keyWorker = new KeyWorker(worker);
  worker.addEventListener('error', () => keyWorker.end());
  worker.addEventListener('messageerror', () => keyWorker.end());
  started = keyWorker;
  return keyWorker;
}

interface ScriptPolicy {
  createScriptURL(address: string): unknown;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): ScriptPolicy;
}

/**
 * Starts the app's worker. The page requires Trusted Types, so that no text becomes a script address by accident: this
 * policy only allows the site's own built files, and nothing else in the app creates one.
 */
export function startOwnWorker(address: string, name: string): Worker {
  const { href } = new URL(address, import.meta.url);
  return new Worker(toScriptAddress(href) as string, { type: 'module', name });
}

function toScriptAddress(href: string): unknown {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  // Browsers without Trusted Types accept the address after the same check.
  if (trustedTypes === undefined) return assertOwn(href);
  policy ??= trustedTypes.createPolicy(POLICY, { createScriptURL: assertOwn });
  return policy.createScriptURL(href);
}

function assertOwn(address: string): string {
  const { origin, pathname, search } = new URL(address);
  if (origin !== location.origin || !pathname.endsWith('.js') || search !== '')
    throw new TypeError('a worker is a built file of this site');
  return address;
}
