import type { OpenedRelease } from '../../bridge/protocol.ts';
import type { Verified } from './choose-release.ts';
import type { Vault } from './vault.ts';

/** What a page is told of an opened release: figures and names of the manifest, and how it was verified. */
export function tellRelease(
  { manifest, manifestDigest, approvers, fingerprint, log: { origin, position } }: Verified,
  { index }: Vault,
  more: Pick<OpenedRelease, 'role' | 'seenBefore' | 'withheld'> & {
    readonly log: Pick<OpenedRelease['log'], 'size' | 'root' | 'continued'>;
  },
): OpenedRelease {
  const { objects: _objects, vault: _vault, index: _index, ...told } = manifest;
  return {
    party: manifest.party,
    manifest: told,
    manifestDigest,
    approvers,
    keySet: fingerprint,
    messages: index.expected,
    ...more,
    log: { origin, position, ...more.log },
  };
}
