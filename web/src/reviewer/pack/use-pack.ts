import { useEffect, useState } from 'react';
import { useKeyZone } from '../app/key-zone-context.tsx';
import { useRelease } from '../app/release-context.tsx';
import { countSecrets } from '../secrets/secret-items.ts';
import { useSecrets } from '../secrets/use-secrets.ts';
import type { PackFacts } from './pack-facts.ts';
import type { PackSource } from './pack-figures.ts';

export type PackState =
  | { readonly is: 'loading' | 'nothing' }
  | { readonly is: 'failed'; readonly thrown: unknown }
  | { readonly is: 'ready'; readonly source: Omit<PackSource, 'told'> };

/** What the report is made of: the signed release, its messages counted in the key zone, and the party's own list of secrets. */
export function usePack(): PackState {
  const zone = useKeyZone();
  const { state: release } = useRelease();
  const { items } = useSecrets();
  const [facts, setFacts] = useState<PackFacts | { readonly thrown: unknown } | null>(null);
  const opened = release.is === 'opened' ? release.release : null;
  useEffect(() => {
    if (opened === null) return;
    let isHere = true;
    zone.call('pack-facts', {}).then(
      (counted) => isHere && setFacts(counted),
      (thrown: unknown) => isHere && setFacts({ thrown }),
    );
    return () => {
      isHere = false;
    };
  }, [zone, opened]);
  if (release.is === 'nothing-released') return { is: 'nothing' };
  if (opened === null || facts === null) return { is: 'loading' };
  if ('thrown' in facts) return { is: 'failed', thrown: facts.thrown };
  return { is: 'ready', source: { release: opened, facts, secrets: countSecrets(items) } };
}
