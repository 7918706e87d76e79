import { advise, hint, Refusal } from '@candor/core/base';
import { portalPaths, toSeveralObjects } from '@candor/core/contract';
import { groupObjects, OBJECT_LENGTH_BYTES, readObjectsAnswer } from '@candor/core/review/access';
import { type ReleaseManifest, readManifest } from '@candor/core/review/seal';
import { inspectPath } from '../../adapters/files/files.ts';
import { ObjectFolder, type StoredObject } from '../../adapters/files/object-folder.ts';
import { type ReleaseMember, writeReleaseFile } from '../../adapters/files/release-file.ts';
import { openReviewerKey } from '../../adapters/keys/reviewer-key.ts';
import { openPortalCaller, type PortalCaller, refusePortalAnswer } from '../../adapters/net/portal-caller.ts';
import { sha256Hex } from '../../adapters/process/runtime.ts';
import type { Progress } from '../progress.ts';
import type { ReviewerPlace } from './ask-portal.ts';

export interface DownloadedRelease {
  readonly party: string;
  readonly release: number;
  readonly file: string;
  readonly sha256: string;
  readonly objects: number;
}

const longestPaperBytes = 256 * 1024 * 1024;
const longestGrantBytes = 64 * 1024;
/** Calls at once, each for several objects. */
const concurrent = 4;
const papers = ['approvals.json', 'keys.json', 'log.proof'] as const;

/**
 * Fetches the newest release in force with the reviewer's own key, for `candor open`: opens nothing and trusts nothing.
 * Objects fetched before an interruption are in `<out>.objects` and not refetched.
 * @throws Refusal when there is none, or something is missing or altered.
 */
export async function downloadRelease(
  order: ReviewerPlace & { readonly out: string; readonly progress: Progress },
): Promise<DownloadedRelease> {
  if (inspectPath(order.out).is !== 'missing')
    throw new Refusal('file-exists', [`${order.out}: this file exists already; name another with --out`]);
  const reviewer = await openReviewerKey(order.keyFile, order.passphrase);
  const portal = await openPortalCaller(
    order.portal,
    reviewer.signer,
    "does not know this key as a reader's: two people of the organization must approve it, and the portal must have been informed",
  );
  const { digest, text, manifest } = await findNewest(portal);
  const grant = manifest.grants.find((one) => one.reviewer === reviewer.fingerprint);
  if (grant === undefined)
    throw new Refusal('no-grant', [
      `release ${manifest.release} of ${manifest.party} has no key for you (${reviewer.fingerprint}); the next one will, once you are approved for everything in it`,
    ]);
  const small = new Map<string, Uint8Array>([['manifest.json', text]]);
  for (const paper of papers)
    small.set(paper, await fetchWhole(portal, portalPaths.releasePaper(digest, paper), longestPaperBytes));
  const index = await fetchWhole(portal, portalPaths.releaseIndex(digest), manifest.index.size);
  small.set('index.age', assertSealed(portal, index, manifest.index));
  const grantBytes = await fetchWhole(portal, portalPaths.releaseGrant(digest), longestGrantBytes);
  if (sha256Hex(grantBytes) !== grant.digest) throw altered(portal, 'your key to it');
  const kept = new ObjectFolder(`${order.out}.objects`);
  await fetchObjects(portal, digest, manifest, kept, order.progress);
  const sha256 = await writeReleaseFile(
    order.out,
    listMembers(small, { name: `grants/${reviewer.fingerprint}.age`, bytes: grantBytes }, manifest, kept, portal),
  );
  kept.remove();
  return {
    party: manifest.party,
    release: manifest.release,
    file: order.out,
    sha256,
    objects: manifest.objects.length,
  };
}

/** The one in force with the highest number, which replaces earlier ones. */
async function findNewest(
  portal: PortalCaller,
): Promise<{ readonly digest: string; readonly text: Uint8Array; readonly manifest: ReleaseManifest }> {
  const { releases } = await portal.call('GET', portalPaths.releases);
  let newest: { readonly digest: string; readonly text: Uint8Array; readonly manifest: ReleaseManifest } | null = null;
  for (const value of Array.isArray(releases) ? releases : []) {
    const digest = String((Object(value) as Readonly<Record<string, unknown>>)['release']);
    if (!/^[0-9a-f]{64}$/.test(digest)) throw altered(portal, 'the list of releases');
    const text = await fetchWhole(portal, portalPaths.releasePaper(digest, 'manifest.json'), longestPaperBytes);
    const manifest = readManifest(new TextDecoder().decode(text));
    if (manifest === null || sha256Hex(text) !== digest) throw altered(portal, 'a manifest');
    if (newest === null || manifest.release > newest.manifest.release) newest = { digest, text, manifest };
  }
  if (newest !== null) return newest;
  throw new Refusal('no-release-yet', [
    advise`${portal.base}: nothing was released to you yet; ${hint('enroll', { status: true })} shows the state of your enrollment`,
  ]);
}

async function fetchObjects(
  portal: PortalCaller,
  release: string,
  { objects }: ReleaseManifest,
  kept: ObjectFolder,
  progress: Progress,
): Promise<void> {
  const step = progress.begin('download', 'messages', objects.length);
  const missing = objects.filter(({ digest, size }) => !kept.has(digest, size));
  step.advance(objects.length - missing.length);
  const groups = groupObjects(missing, ({ size }) => size);
  const fetchSome = async (): Promise<void> => {
    for (const group of groups) {
      kept.write(await fetchGroup(portal, release, group));
      step.advance(group.length);
    }
  };
  await Promise.all(Array.from({ length: concurrent }, fetchSome));
  step.end();
}

/** In one call (docs/formats/portal-api.md, Several objects); what its answer lacks is requested alone. */
async function fetchGroup(
  portal: PortalCaller,
  release: string,
  group: ReleaseManifest['objects'],
): Promise<readonly StoredObject[]> {
  const longestBytes = group.reduce((sum, { size }) => sum + OBJECT_LENGTH_BYTES + size, 0);
  const target = toSeveralObjects(
    release,
    group.map(({ digest }) => digest),
  );
  const answer = group.length === 1 ? null : await portal.fetchBytes(target, longestBytes);
  const together = answer === null ? [] : readObjectsAnswer(answer, group.length);
  if (together === null) throw refusePortalAnswer(portal.base);
  const fetched: StoredObject[] = [];
  for (const [at, object] of group.entries()) {
    const { digest } = object;
    const bytes = together[at] ?? (await fetchWhole(portal, portalPaths.releaseObject(release, digest), object.size));
    fetched.push({ digest, bytes: assertSealed(portal, bytes, object) });
  }
  return fetched;
}

async function* listMembers(
  small: ReadonlyMap<string, Uint8Array>,
  grant: ReleaseMember,
  { objects }: ReleaseManifest,
  kept: ObjectFolder,
  portal: PortalCaller,
): AsyncGenerator<ReleaseMember> {
  for (const name of ['manifest.json', ...papers, 'index.age'])
    yield { name, bytes: small.get(name) ?? new Uint8Array() };
  yield grant;
  for (const { digest } of objects) {
    const bytes = kept.read(digest);
    if (bytes === null || sha256Hex(bytes) !== digest) throw altered(portal, `object ${digest}`);
    yield { name: `objects/${digest}.age`, bytes };
  }
}

function assertSealed(
  portal: PortalCaller,
  bytes: Uint8Array,
  { digest, size }: { readonly digest: string; readonly size: number },
): Uint8Array {
  if (bytes.length !== size || sha256Hex(bytes) !== digest) throw altered(portal, `object ${digest}`);
  return bytes;
}

async function fetchWhole(portal: PortalCaller, target: string, longestBytes: number): Promise<Uint8Array> {
  const bytes = await portal.fetchBytes(target, longestBytes);
  if (bytes !== null) return bytes;
  throw new Refusal('object-missing', [
    `${portal.base}: the portal no longer has ${target.slice(0, 120)}; try again, and inform the organization if it stays so`,
  ]);
}

function altered(portal: PortalCaller, what: string): Refusal {
  return new Refusal('object-altered', [
    `${portal.base}: the portal gives other bytes for ${what} than the manifest names; nothing was written. Inform the organization`,
  ]);
}
