import { advise, hint, Refusal } from '@candor/core/base';
import { type ReleaseMember, writeReleaseFile } from '../../adapters/files/release-file.ts';
import type { PortalPapers } from '../../adapters/net/portal.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { ReleaseFiles } from '../../review/index.ts';
import { requireRelease, type StoredRelease } from '../../review/store/release-store.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';
import { assertNotMisread } from './misread-releases.ts';
import { type CheckedPapers, makePapers } from './release-papers.ts';
import { assertGranted } from './releases.ts';

export interface WrittenRelease {
  readonly party: string;
  readonly release: number;
  readonly file: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** Of the keys in force: the reviewer has it from notice and DNS. */
  readonly fingerprint: string;
  readonly objects: number;
  readonly log: CheckedPapers['log'];
}

/**
 * Writes an approved release as one file for reviewers without a server, and verifies it as they will.
 * @throws Refusal before two approvals, before a published checkpoint covers its entry, or when an object is missing.
 */
export async function writeRelease(
  state: StateFolder,
  party: string,
  number: number | null,
  out: string,
): Promise<WrittenRelease> {
  const version = await requireLastVersion(state);
  const { party: id } = await findStoredParty(state.store, version.version, party);
  const release = await requireRelease(state.store, id, number);
  if (release.state === 'revoked')
    throw new Refusal('release-decided', [
      advise`release ${release.number} of ${id} was revoked; ${hint('release.prepare', { party: id })} makes the next one`,
    ]);
  await assertGranted(state, release);
  await assertNotMisread(state, release);
  const { papers, fingerprint, log } = await makePapers(state, release);
  const files = await ReleaseFiles.open(state, release);
  const sha256 = await writeReleaseFile(out, listMembers(release, papers, files));
  return {
    party: id,
    release: release.number,
    file: out,
    sha256,
    fingerprint,
    objects: release.manifest.objects.length,
    log,
  };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function* listMembers(
  { manifest }: StoredRelease,
  papers: PortalPapers,
  files: ReleaseFiles,
): AsyncGenerator<ReleaseMember> {
  yield { name: 'manifest.json', bytes: bytes(papers.manifest) };
  yield { name: 'approvals.json', bytes: bytes(papers.approvals) };
  yield { name: 'keys.json', bytes: bytes(papers.keys) };
  yield { name: 'log.proof', bytes: bytes(papers.proof) };
  yield { name: 'index.age', bytes: files.read(manifest.index.digest) };
  for (const { reviewer, digest } of manifest.grants)
    yield { name: `grants/${reviewer}.age`, bytes: files.read(digest) };
  for (const { digest } of manifest.objects) yield { name: `objects/${digest}.age`, bytes: files.read(digest) };
}
