import { browserCryptography } from '../../platform/browser-cryptography.ts';
import { browserGunzip } from '../../platform/browser-inflate.ts';
import { browserRuntime } from '../../platform/browser-runtime.ts';
import { openSigner } from '../../platform/browser-signer.ts';
import { siteAccess } from '../../platform/site-access.ts';
import type { WorkerPort } from '../bridge/protocol.ts';
import { type Emit, makeEmit, serveCalls } from '../bridge/serve-calls.ts';
import { makeHandlers } from './handlers.ts';
import { openCiphertexts } from './keys/browser-ciphertexts.ts';
import { openRemembered } from './keys/browser-remembered.ts';
import { KeyHolder } from './keys/key-holder.ts';
import type { KeyWorkerDeps } from './keys/key-worker-deps.ts';
import { MessageTable } from './table/message-table.ts';

/** age's default: about a second. */
const WORK_FACTOR = 18;

// The entry of the worker. Each tab has its own, so that none sees what another opened.
const port: WorkerPort = {
  postMessage: (message) => self.postMessage(message),
  addEventListener: (kind, listener) => self.addEventListener(kind, listener),
};
serveCalls(port, makeHandlers(new KeyHolder(openBrowserDeps(makeEmit(port), () => new MessageTable()))));

function openBrowserDeps(emit: Emit, makeIndex: KeyWorkerDeps['makeIndex']): KeyWorkerDeps {
  return {
    primitives: { ...browserCryptography, sha256Hex: browserRuntime.sha256Hex },
    gunzip: browserGunzip,
    random: (lengthBytes) => crypto.getRandomValues(new Uint8Array(lengthBytes)),
    clock: () => Math.floor(Date.now() / 1000),
    wait: waitFor,
    openSigner,
    fetch: (address, init) => fetch(address, init),
    openSite: () => siteAccess,
    ciphertexts: openCiphertexts(),
    remembered: openRemembered(),
    makeIndex,
    workFactor: WORK_FACTOR,
    emit,
  };
}

/** Ends early and silently when nobody waits: waiters check the signal. */
function waitFor(delayMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      settle();
    };
    const timer = setTimeout(end, delayMs);
    signal.addEventListener('abort', end, { once: true });
  });
}
