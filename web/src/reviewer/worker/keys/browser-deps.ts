import { browserCryptography } from '../../../platform/browser-cryptography.ts';
import { browserGunzip } from '../../../platform/browser-gunzip.ts';
import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { openSigner } from '../../../platform/browser-signer.ts';
import { siteAccess } from '../../../platform/site-access.ts';
import type { Emit } from '../../bridge/serve-calls.ts';
import { openCiphertexts } from './browser-ciphertexts.ts';
import { openRemembered } from './browser-remembered.ts';
import type { KeyWorkerDeps } from './key-worker-deps.ts';

/** age's own: about a second. */
const WORK_FACTOR = 18;

/** What a worker of a browser has. */
export function openBrowserDeps(emit: Emit, makeIndex: KeyWorkerDeps['makeIndex']): KeyWorkerDeps {
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

/** Ends early, without a word, when nobody waits any more: whoever waits looks at the signal. */
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
