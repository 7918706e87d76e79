import { useEffect, useState } from 'react';
import type { PackFacts } from '../../bridge/pack-facts.ts';
import type { OpenedRelease } from '../../bridge/protocol.ts';
import { useKeyWorker } from '../base/key-worker-context.tsx';
import { countSecrets } from '../secrets/secret-items.ts';
import { useSecrets } from '../secrets/use-secrets.ts';
import { useSession } from '../session/session-context.tsx';
import type { PackSource } from './pack-figures.ts';

export type PackState =
  | { readonly is: 'loading' }
  | { readonly is: 'failed'; readonly thrown: unknown }
  | {
      readonly is: 'ready';
      readonly source: Omit<PackSource, 'told'>;
      /** Why the party's own list is not in it; null where it is, or where a release on disk has none. */
      readonly secretsFlaw: unknown;
      readonly readSecrets: () => Promise<void>;
    };

/**
 * What the report is made of: the signed release, its messages counted in the key worker, and the party's own list of
 * secrets.
 */
export function usePack(opened: OpenedRelease): PackState {
  const keyWorker = useKeyWorker();
  const { state: secrets, items, reload: readSecrets } = useSecrets();
  const { state: session } = useSession();
  const isFromDisk = session.is === 'signed-in' && session.file !== undefined;
  const [facts, setFacts] = useState<PackFacts | { readonly thrown: unknown } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another release has other figures
  useEffect(() => {
    setFacts(null);
    let isHere = true;
    keyWorker.call('pack-facts', {}).then(
      (counted) => isHere && setFacts(counted),
      (thrown: unknown) => isHere && setFacts({ thrown }),
    );
    return () => {
      isHere = false;
    };
  }, [keyWorker, opened]);
  if (facts !== null && 'thrown' in facts) return { is: 'failed', thrown: facts.thrown };
  if (facts === null || (!isFromDisk && (secrets.is === 'loading' || secrets.is === 'closed')))
    return { is: 'loading' };
  const counted = !isFromDisk && secrets.is === 'loaded' ? countSecrets(items) : null;
  const secretsFlaw = !isFromDisk && secrets.is === 'failed' ? secrets.thrown : null;
  return { is: 'ready', source: { release: opened, facts, secrets: counted }, secretsFlaw, readSecrets };
}
