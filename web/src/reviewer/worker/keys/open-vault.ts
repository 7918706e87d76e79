import { toHex } from '@candor/core/ledger';
import { openContent, openGrant, type ReleaseManifest } from '@candor/core/review/seal';
import { KeyWorkerError } from '../../bridge/protocol.ts';
import type { Verified } from './choose-release.ts';
import { type IndexReading, startReading } from './index-reading.ts';
import type { KeyWorkerDeps } from './key-worker-deps.ts';
import type { OwnKeys } from './own-keys.ts';
import { type ObjectSource, Vault, type VerifiedPapers } from './vault.ts';

type Deps = Pick<KeyWorkerDeps, 'primitives' | 'gunzip' | 'makeIndex' | 'emit'>;

/** Sealed files of a release; null when missing. Only the manifest vouches for them. */
export interface SealedFiles {
  readonly grant: () => Promise<Uint8Array | null>;
  readonly index: () => Promise<Uint8Array | null>;
  readonly source: ObjectSource;
}

/**
 * The own grant, then the index: each compared with the verified manifest before decryption. The index may still be
 * loading when this settles.
 * @throws KeyWorkerError
 */
export async function openVault(
  deps: Deps,
  own: Pick<OwnKeys, 'fingerprint'> & { readonly secret: Pick<OwnKeys['secret'], 'identity'> },
  { manifest, manifestDigest }: Verified,
  papers: Omit<VerifiedPapers, 'manifest.json'>,
  files: SealedFiles,
): Promise<Vault> {
  const granted = manifest.grants.find(({ reviewer }) => reviewer === own.fingerprint);
  const grant = granted === undefined ? null : await files.grant();
  if (granted === undefined || grant === null) throw new KeyWorkerError('no-grant');
  if (deps.primitives.sha256Hex(grant) !== granted.digest) throw new KeyWorkerError('damaged-grant');
  const { incident, party, vault } = manifest;
  const scope = { incident, party, reviewer: own.fingerprint, vault };
  const identity = await openGrant(own.secret.identity, grant, scope);
  if (identity === null) throw new KeyWorkerError('damaged-grant');
  const reading = await openIndex(deps, identity, manifest, await files.index());
  return new Vault(deps.primitives, { manifest, manifestDigest, papers, identity, reading, source: files.source });
}

async function openIndex(
  deps: Deps,
  identity: string,
  manifest: ReleaseManifest,
  sealed: Uint8Array | null,
): Promise<IndexReading> {
  const { digest, size } = manifest.index;
  if (sealed === null || sealed.length !== size || toHex(await deps.primitives.sha256(sealed)) !== digest)
    throw new KeyWorkerError('damaged-index');
  const packed = await openContent(identity, sealed);
  if (packed === null) throw new KeyWorkerError('damaged-index');
  return startReading(deps, packed);
}
