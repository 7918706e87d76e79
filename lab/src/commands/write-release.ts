import { join } from 'node:path';
import { type Json, Refusal, toCanonicalJson } from '@candor/core/base';
import { toProofText } from '@candor/core/ledger';
import { digestDocument } from '@candor/core/notice';
import { type ReleaseVerification, toManifestText, verifyRelease } from '@candor/core/review';
import { now } from '../adapters/clock.ts';
import { nodeCryptography } from '../adapters/cryptography.ts';
import { ObjectFolder } from '../adapters/object-folder.ts';
import { type ReleaseMember, writeReleaseFile } from '../adapters/release-file.ts';
import { createNodeRuntime, sha256Hex } from '../adapters/runtime.ts';
import type { StateFolder } from '../adapters/state-folder.ts';
import { readParties } from '../impact/count-impact.ts';
import { listApprovals } from '../notice/approval-store.ts';
import { requireStanding } from '../notice/standing.ts';
import type { StoredRelease } from '../review/release-store.ts';
import { requireRelease } from '../review/release-store.ts';
import { proveEntry } from '../transparency/prove-entry.ts';
import { inState } from './acting.ts';
import { findParty } from './list-parties.ts';
import { requireLastVersion } from './open-version.ts';
import { assertGranted, toDocument } from './releases.ts';

export interface WrittenRelease {
  readonly party: string;
  readonly release: number;
  readonly file: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** Of the keys in force: the reviewer has it from notice and DNS. */
  readonly fingerprint: string;
  readonly objects: number;
  readonly log: Extract<ReleaseVerification, { state: 'verified' }>['log'];
}

/**
 * Writes an approved release as one file that a reviewer opens without any server, and checks it as that reviewer will.
 * @throws Refusal before two people have approved it, before a published checkpoint covers its entry, or when an object of it is gone.
 */
export function writeRelease(
  statePath: string,
  party: string,
  number: number | null,
  out: string,
): Promise<WrittenRelease> {
  return inState(statePath, async (state) => {
    const version = await requireLastVersion(state);
    const { party: id } = findParty(await readParties(state.store, version.version), party);
    const release = await requireRelease(state.store, id, number);
    if (release.entry === null || release.state === 'revoked')
      throw new Refusal(release.state === 'revoked' ? 'release-decided' : 'not-approved', [
        release.state === 'revoked'
          ? `release ${release.number} of ${id} was revoked; \`candor release prepare --party ${id}\` makes the next one`
          : `release ${release.number} of ${id} is not approved by two people yet; \`candor release approve --party ${id} --as NAME\``,
      ]);
    await assertGranted(state, release);
    const papers = await collectPapers(state, release, release.entry);
    const primitives = { ...nodeCryptography, ...createNodeRuntime() };
    const { fingerprint } = await requireStanding(state, primitives, now());
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const verified = await verifyRelease(
      primitives,
      {
        manifest: text(papers.manifest),
        approvals: text(papers.approvals),
        keys: papers.keys,
        proof: text(papers.proof),
      },
      fingerprint,
    );
    if (verified.state === 'refused')
      throw new Refusal('not-approved', [
        `release ${release.number} of ${id} does not hold for whoever opens it (${verified.flaw}): its approvals or its log entry do not fit the operators in force; prepare and approve it anew`,
      ]);
    const sha256 = await writeReleaseFile(out, listMembers(state, release, papers));
    return {
      party: id,
      release: release.number,
      file: out,
      sha256,
      fingerprint,
      objects: release.manifest.objects.length,
      log: verified.log,
    };
  });
}

interface Papers {
  readonly manifest: Uint8Array;
  readonly approvals: Uint8Array;
  readonly keys: Uint8Array;
  readonly proof: Uint8Array;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function collectPapers(state: StateFolder, release: StoredRelease, entry: number): Promise<Papers> {
  const runtime = createNodeRuntime();
  await assertPublished(state, release, entry);
  const { operators, keySet } = await requireStanding(state, runtime, now());
  const approvals = await listApprovals(
    { store: state.store, cryptography: nodeCryptography },
    'release',
    digestDocument(runtime, toDocument(release)),
    operators,
  );
  return {
    manifest: bytes(toManifestText(release.manifest)),
    approvals: bytes(toCanonicalJson(approvals as unknown as Json)),
    keys: bytes(toCanonicalJson(keySet as unknown as Json)),
    proof: bytes(toProofText(await proveEntry(state.store, runtime, entry, false))),
  };
}

/** Whoever opens the release must find the checkpoint where the log is published. */
async function assertPublished({ store }: StateFolder, { party, number }: StoredRelease, entry: number): Promise<void> {
  const published = await store.db
    .selectFrom('ledger_checkpoint')
    .select('size')
    .where('published_at', 'is not', null)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (published !== undefined && published.size > entry) return;
  throw new Refusal('entry-waits', [
    `release ${number} of ${party} is entry ${entry} of the log, and no published checkpoint covers it yet (${published?.size ?? 0} entries are); \`candor log publish --site DIR\`, now or after the next period, and then write it`,
  ]);
}

async function* listMembers(
  { path, store }: StateFolder,
  { party, number, manifest, vaultId }: StoredRelease,
  papers: Papers,
): AsyncGenerator<ReleaseMember> {
  const objects = new ObjectFolder(join(path, 'review', 'objects'));
  const read = (digest: string, size: number): Uint8Array => {
    const found = objects.read(digest);
    if (found !== null && found.length === size && sha256Hex(found) === digest) return found;
    throw new Refusal('object-missing', [
      `release ${number} of ${party}: the sealed object ${digest} is gone from ${path} or was altered; put the state's folder review/objects back, or revoke this release and prepare the next`,
    ]);
  };
  yield { name: 'manifest.json', bytes: papers.manifest };
  yield { name: 'approvals.json', bytes: papers.approvals };
  yield { name: 'keys.json', bytes: papers.keys };
  yield { name: 'log.proof', bytes: papers.proof };
  yield { name: 'index.age', bytes: read(manifest.index.digest, manifest.index.size) };
  for (const { reviewer, digest } of manifest.grants) {
    const grant = await store.db
      .selectFrom('review_grant')
      .select('sealed')
      .where('vault_id', '=', vaultId)
      .where('reviewer', '=', reviewer)
      .executeTakeFirst();
    if (grant === undefined || sha256Hex(grant.sealed) !== digest)
      throw new Refusal('object-missing', [
        `release ${number} of ${party}: the key in it for ${reviewer} is not the one that was approved; revoke this release and prepare the next`,
      ]);
    yield { name: `grants/${reviewer}.age`, bytes: grant.sealed };
  }
  for (const { digest, size } of manifest.objects) yield { name: `objects/${digest}.age`, bytes: read(digest, size) };
}
