import { useEffect, useState } from 'react';
import { browserCryptography } from '../../../platform/browser-cryptography.ts';
import { browserRuntime } from '../../../platform/browser-runtime.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { type CurrentRelease, useRelease } from '../release/release-context.tsx';
import { checkServedApp, type ServedApp } from './served-app.ts';
import { type TrustCheck, toTrustChecks } from './trust-checks.ts';

export interface Trust extends CurrentRelease {
  readonly checks: readonly TrustCheck[];
}

/** The checks of the open release, and of the app after its files were compared. */
export function useTrust(): Trust {
  const keyWorker = useKeyWorker();
  const current = useRelease();
  const [app, setApp] = useState<ServedApp | null>(null);
  const isOpened = current.state.is === 'opened';
  useEffect(() => {
    let isHere = true;
    setApp(null);
    const check = async (): Promise<void> => {
      const proofs = isOpened ? await keyWorker.call('release-proofs', {}).catch(() => null) : null;
      const primitives = {
        sha256Hex: browserRuntime.sha256Hex,
        verifyEd25519: browserCryptography.verifyEd25519,
      };
      const checked = await checkServedApp(primitives, { read: readOwnFile, keys: proofs?.['keys.json'] ?? null });
      if (isHere) setApp(checked);
    };
    void check();
    return () => {
      isHere = false;
    };
  }, [keyWorker, isOpened]);
  return { ...current, checks: toTrustChecks(current.state, app) };
}

const NOT_FOUND = 404;

/** A file beside this page, as served to everybody. */
async function readOwnFile(path: string): Promise<Uint8Array | null> {
  const response = await fetch(new URL(path, document.baseURI), {
    cache: 'no-cache',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
  if (response.status === NOT_FOUND) return null;
  if (!response.ok) throw new Error(`the site answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
