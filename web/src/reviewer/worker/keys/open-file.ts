import { toBase64 } from '@candor/core/ledger';
import { KeyWorkerError, type OpenedRelease } from '../../bridge/protocol.ts';
import { openKeyFile } from './key-file.ts';
import type { KeyHolder } from './key-holder.ts';
import { openVault } from './open-vault.ts';
import { toOwnKey } from './own-keys.ts';
import { readReleaseBlob, type TarPlace } from './release-blob.ts';
import { keepPapers, verifyPapers } from './release-papers.ts';
import { tellRelease } from './tell-release.ts';

export interface FileToOpen {
  readonly release: Blob;
  /** Text of the key file, sealed or not. */
  readonly keyFile: string;
  readonly passphrase: string;
  /** Fingerprint of the organization's key set, from notice or DNS. */
  readonly keySet: string;
}

/**
 * Opens a `release.candor` from disk with a key file: the checks of an opened release but those that take a server
 * (whether the public log goes on, whether there is something newer). Nothing is asked of portal or site.
 * @throws KeyWorkerError
 */
export async function openFile(
  holder: KeyHolder,
  { release, keyFile, passphrase, keySet }: FileToOpen,
): Promise<{ readonly fingerprint: string; readonly release: OpenedRelease }> {
  const pair = await openKeyFile(keyFile, passphrase);
  const own = await toOwnKey(holder.deps, pair);
  if (own === null) throw new KeyWorkerError('wrong-key');
  const places = await readReleaseBlob(release);
  if (places === null) throw new KeyWorkerError('damaged-file');
  const read = (name: string): Promise<Uint8Array | null> => readMember(release, places, name);
  const papers = {
    manifest: toText(await read('manifest.json')),
    approvals: toText(await read('approvals.json')),
    keys: await read('keys.json'),
    proof: toText(await read('log.proof')),
  };
  const { incident } = holder.settings;
  const verified = await verifyPapers(holder.deps.primitives, papers, { incident, party: null, keySet }, null);
  const vault = await openVault(
    holder.deps,
    { fingerprint: own.fingerprint, secret: pair },
    verified,
    keepPapers(papers),
    {
      grant: () => read(`grants/${own.fingerprint}.age`),
      index: () => read('index.age'),
      source: async (digest) => {
        const bytes = await read(`objects/${digest}.age`);
        if (bytes === null) throw new KeyWorkerError('missing-object');
        return bytes;
      },
    },
  );
  await vault.whole;
  const { size, root } = verified.log;
  holder.setFileVault(vault);
  const told = tellRelease(verified, vault, {
    role: 'reviewer',
    log: { size, root: toBase64(root), continued: null },
    seenBefore: null,
    withheld: [],
  });
  return { fingerprint: own.fingerprint, release: told };
}

/**
 * Null where the release has no such file. A file that changed on the disk meanwhile reads as something else, which its
 * digest tells.
 */
async function readMember(
  release: Blob,
  places: ReadonlyMap<string, TarPlace>,
  name: string,
): Promise<Uint8Array | null> {
  const place = places.get(name);
  if (place === undefined) return null;
  try {
    return new Uint8Array(await release.slice(place.start, place.start + place.sizeBytes).arrayBuffer());
  } catch {
    throw new KeyWorkerError('damaged-file');
  }
}

function toText(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
