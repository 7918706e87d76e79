import { toHex } from '@candor/core/ledger';
import { openContent, openGrant, type ReleaseManifest } from '@candor/core/review/seal';
import { KeyZoneRefusal } from '../protocol.ts';
import type { Verified } from './choose-release.ts';
import { type IndexReading, startReading } from './index-reading.ts';
import type { OwnKeys } from './own-keys.ts';
import type { ZoneSurroundings } from './surroundings.ts';
import { type ObjectSource, Vault, type VerifiedPapers } from './vault.ts';

type Around = Pick<ZoneSurroundings, 'primitives' | 'gunzip' | 'makeIndex' | 'emit'>;

/** Sealed files of a release as they were found; null where there is none. Nobody vouches for them but the manifest. */
export interface SealedFiles {
  readonly grant: () => Promise<Uint8Array | null>;
  readonly index: () => Promise<Uint8Array | null>;
  readonly source: ObjectSource;
}

/**
 * Own grant, then the index: each compared with the verified manifest before it is decrypted. The vault's index may still be read when this settles.
 * @throws KeyZoneRefusal
 */
export async function openVault(
  around: Around,
  own: Pick<OwnKeys, 'fingerprint'> & { readonly secret: Pick<OwnKeys['secret'], 'identity'> },
  { manifest, manifestDigest }: Verified,
  papers: Omit<VerifiedPapers, 'manifest.json'>,
  files: SealedFiles,
): Promise<Vault> {
  const granted = manifest.grants.find(({ reviewer }) => reviewer === own.fingerprint);
  const grant = granted === undefined ? null : await files.grant();
  if (granted === undefined || grant === null) throw new KeyZoneRefusal('no-grant');
  if (around.primitives.sha256Hex(grant) !== granted.digest) throw new KeyZoneRefusal('damaged-grant');
  const { incident, party, vault } = manifest;
  const scope = { incident, party, reviewer: own.fingerprint, vault };
  const identity = await openGrant(own.secret.identity, grant, scope);
  if (identity === null) throw new KeyZoneRefusal('damaged-grant');
  const reading = await openIndex(around, identity, manifest, await files.index());
  return new Vault(around.primitives, { manifest, manifestDigest, papers, identity, reading, source: files.source });
}

async function openIndex(
  around: Around,
  identity: string,
  manifest: ReleaseManifest,
  sealed: Uint8Array | null,
): Promise<IndexReading> {
  const { digest, size } = manifest.index;
  if (sealed === null || sealed.length !== size || toHex(await around.primitives.sha256(sealed)) !== digest)
    throw new KeyZoneRefusal('damaged-index');
  const packed = await openContent(identity, sealed);
  if (packed === null) throw new KeyZoneRefusal('damaged-index');
  return startReading(around, packed);
}
