import { openContent, openGrant, type ReleaseManifest, readIndexLines } from '@candor/core/review';
import { KeyZoneRefusal } from '../protocol.ts';
import type { Verified } from './choose-release.ts';
import type { OwnKeys } from './own-keys.ts';
import type { VaultIndex, ZoneSurroundings } from './surroundings.ts';
import { type ObjectSource, Vault, type VerifiedPapers } from './vault.ts';

type Around = Pick<ZoneSurroundings, 'primitives' | 'gunzip' | 'makeIndex'>;

/** Sealed files of a release as they were found; null where there is none. Nobody vouches for them but the manifest. */
export interface SealedFiles {
  readonly grant: () => Promise<Uint8Array | null>;
  readonly index: () => Promise<Uint8Array | null>;
  readonly source: ObjectSource;
}

/** Own grant, then the index: each compared with the verified manifest before it is decrypted. @throws KeyZoneRefusal */
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
  const index = await openIndex(around, identity, manifest, await files.index());
  return new Vault(around.primitives, { manifest, manifestDigest, papers, identity, index, source: files.source });
}

async function openIndex(
  { primitives, gunzip, makeIndex }: Around,
  identity: string,
  manifest: ReleaseManifest,
  sealed: Uint8Array | null,
): Promise<VaultIndex> {
  const { digest, size } = manifest.index;
  if (sealed === null || sealed.length !== size || primitives.sha256Hex(sealed) !== digest)
    throw new KeyZoneRefusal('damaged-index');
  const packed = await openContent(identity, sealed);
  const index = makeIndex();
  if (packed === null || !(await readIndexLines(packed, gunzip, index))) throw new KeyZoneRefusal('damaged-index');
  return index;
}
