import { makeSealingKey, type ReleaseManifest, sealTo } from '@candor/core/review/seal';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWeakKey, sealToMany } from '../../../../core/test/review/seal/sealed-to-many.ts';
import { type Hostility, servePapers } from './support/hostile-portal.ts';
import { Organization, type Released, type ReleaseOrder, runtime } from './support/organization.ts';
import { flawOf, type Reader, WorkerWorld } from './support/worker-world.ts';

// Every release here is handed to the key worker by a portal that checks nothing and serves what it likes, and the
// site's log is the attacker's where that is said. What counts is how many messages come out.

let world: WorkerWorld;
let kim: Reader;
let eve: Reader;
let good: Released;
let prior: Released;
beforeAll(async () => {
  world = await new WorkerWorld().start();
  eve = await world.enroll('Eve');
  await beginAnew();
});
afterAll(() => world.end());

/** What was seen stays in Kim's wrapped keys: another Kim knows nothing yet. */
async function beginAnew(): Promise<void> {
  kim = await world.enroll('Kim');
  prior = await world.organization.release([kim, eve]);
  good = await world.organization.release([kim, eve], { number: 2, supersedes: prior.release });
  await world.allow([kim, eve], []);
}

interface Attempt {
  readonly releases: readonly Released[];
  readonly hostility?: Hostility;
  /** Whose log the site shows; the organization's unless said. */
  readonly site?: Organization;
  /** What Kim saw before: these were opened first. */
  readonly seen?: readonly Released[];
}

/** What the key worker says, and how many messages it hands out. */
async function attempt({
  releases,
  hostility,
  site,
  seen,
}: Attempt): Promise<readonly [flaw: string, rendered: number]> {
  world.site = await world.organization.site();
  const tab = await world.signIn(kim);
  if (seen !== undefined) {
    tab.intercept = servePapers(kim.fingerprint, seen);
    expect(await flawOf(tab.keyWorker.call('open-releases', {}))).toBe('none');
  }
  if (site !== undefined) world.site = await site.site();
  tab.intercept = servePapers(kim.fingerprint, releases, hostility);
  const flaw = await flawOf(tab.keyWorker.call('open-releases', {}));
  let rendered = 0;
  const ids = new Set([...releases, ...(seen ?? []), good].flatMap(({ messages }) => [...messages.keys()]));
  for (const id of ids) rendered += (await flawOf(tab.keyWorker.call('open-message', { id }))) === 'none' ? 1 : 0;
  tab.close();
  if (flaw === 'none' || seen !== undefined) await beginAnew();
  return [flaw, rendered];
}

const release = (order: ReleaseOrder): Promise<Released> => world.organization.release([kim, eve], order);
const flip = (bytes: Uint8Array, at = 100): Uint8Array => bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length - 1);
const alter = (change: Partial<ReleaseManifest>) => (manifest: ReleaseManifest) => ({ ...manifest, ...change });
const only =
  (wanted: string, change: (text: string) => string): NonNullable<Hostility['paper']> =>
  (name, text) =>
    name === wanted ? change(text) : text;

test('control: with no change both messages are returned', async () => {
  expect(await attempt({ releases: [good] })).toEqual(['none', 2]);
  expect(await attempt({ releases: [good], seen: [prior] })).toEqual(['none', 2]);
  // The hand-made grant of the mixed ones below, sealed to one person.
  const grant = await sealTo(kim.key.age, new TextEncoder().encode(grantText(good, kim)));
  expect(await attempt(await mixed(grant))).toEqual(['none', 2]);
});

const mutations: readonly (readonly [name: string, flaw: string, make: () => Attempt | Promise<Attempt>])[] = [
  [
    'forged: an attacker is operators and log at once',
    'release-refused:fingerprint',
    async () => {
      const attacker = new Organization(70);
      return { releases: [await attacker.release([kim])], site: attacker };
    },
  ],
  [
    'forged: one operator alone approved',
    'release-refused:approvals',
    async () => ({ releases: [await release({ approvers: [world.organization.ines] })] }),
  ],
  [
    'forged: one operator approved twice',
    'release-refused:approvals',
    async () => ({ releases: [await release({ approvers: [world.organization.ines, world.organization.ines] })] }),
  ],
  [
    'forged: a grant to somebody else was put in after approval',
    'release-refused:approvals',
    () => ({
      releases: [good],
      hostility: {
        paper: only('manifest.json', (text) => text.replace('"releasable":2', '"releasable":3')),
      },
    }),
  ],
  ['replayed: the release of before is the newest again', 'rolled-back', () => ({ releases: [prior], seen: [good] })],
  [
    'replayed: another release with a number that was seen',
    'release-refused:chain',
    async () => ({
      releases: [await release({ number: 2, supersedes: prior.release, texts: ['Other.'] })],
      seen: [good],
    }),
  ],
  [
    'replayed: two releases of one number at once',
    'release-refused:chain',
    async () => ({ releases: [good, await release({ number: 2, supersedes: prior.release, texts: ['Other.'] })] }),
  ],
  [
    'reordered: the next release does not follow the one that was seen',
    'release-refused:chain',
    async () => ({ releases: [await release({ number: 3, supersedes: 'ab'.repeat(32) })], seen: [good] }),
  ],
  [
    'reordered: objects stand in another order',
    'release-refused:manifest',
    async () => ({
      releases: [await release({ alter: (manifest) => ({ ...manifest, objects: manifest.objects.toReversed() }) })],
    }),
  ],
  [
    'reordered: the papers of one release under the name of another',
    'release-refused:manifest',
    () => ({
      releases: [good],
      hostility: { paper: (name) => ({ ...papersOf(prior) })[name] },
    }),
  ],
  [
    'truncated: the manifest ends early',
    'release-refused:manifest',
    () => ({ releases: [good], hostility: { paper: only('manifest.json', (text) => text.slice(0, -1)) } }),
  ],
  [
    'truncated: the proof ends early',
    'release-refused:log',
    () => ({ releases: [good], hostility: { paper: only('log.proof', (text) => text.slice(0, -3)) } }),
  ],
  ['truncated: the index ends early', 'damaged-index', () => ({ releases: [good], hostility: { index: cut } })],
  [
    'truncated: the grant ends early',
    'damaged-grant',
    () => ({ releases: [good], hostility: { grant: (bytes) => (bytes === null ? null : cut(bytes)) } }),
  ],
  ['truncated: objects end early', 'none', () => ({ releases: [good], hostility: { object: cut } })],
  [
    'altered: one bit of each object',
    'none',
    () => ({ releases: [good], hostility: { object: (bytes) => flip(bytes) } }),
  ],
  [
    'altered: one bit of the index',
    'damaged-index',
    () => ({ releases: [good], hostility: { index: (bytes) => flip(bytes) } }),
  ],
  [
    'exchanged: each object for the other one',
    'none',
    () => ({
      releases: [good],
      hostility: {
        object: (_bytes, digest, { files, objects }) => files.get(objects.find((one) => one !== digest) ?? '') ?? null,
      },
    }),
  ],
  [
    'exchanged: the index says of each message that it is the other one',
    'none',
    async () => ({
      releases: [
        await release({
          index: ([one, other]) =>
            one === undefined || other === undefined
              ? []
              : [
                  { ...one, object: other.object },
                  { ...other, object: one.object },
                ],
        }),
      ],
    }),
  ],
  [
    'exchanged: the index of the release before',
    'damaged-index',
    () => ({ releases: [good], hostility: { index: () => prior.files.get(prior.index) ?? null } }),
  ],
  [
    "exchanged: somebody else's grant",
    'damaged-grant',
    () => ({
      releases: [good],
      hostility: { grant: () => good.files.get(good.grants.get(eve.fingerprint) ?? '') ?? null },
    }),
  ],
  [
    'wrong log: the entry is that of another release',
    'release-refused:log',
    () => ({ releases: [good], hostility: { paper: only('log.proof', () => prior.papers.proof) } }),
  ],
  [
    'wrong log: the site shows a log that forked after the proof',
    'log-not-continued',
    async () => {
      const forked = world.organization.fork(2);
      while (forked.size <= world.organization.size) forked.pad();
      return { releases: [good], site: forked };
    },
  ],
  [
    'wrong log: the release stands in a fork that only this person is shown, after the log was seen',
    'log-not-continued',
    async () => {
      const forked = world.organization.fork(2);
      while (forked.size <= world.organization.size) forked.pad();
      const shown = await forked.release([kim], { number: 3, supersedes: good.release });
      return { releases: [shown], site: forked, seen: [good] };
    },
  ],
  [
    'wrong log: the site went back to a shorter one',
    'log-not-continued',
    () => ({ releases: [good], site: world.organization.fork(world.organization.size - 1), seen: [good] }),
  ],
  [
    'wrong log: another key signed the checkpoint of the site',
    'log-not-continued',
    () => ({ releases: [good], site: new Organization(90) }),
  ],
  [
    'wrong organization: the release of another one, whole and in order',
    'release-refused:fingerprint',
    async () => {
      const other = new Organization(40);
      return { releases: [await other.release([kim])], site: other };
    },
  ],
  [
    'wrong organization: another key set beside an own release',
    'release-refused:approvals',
    () => ({
      releases: [good],
      hostility: { paper: only('keys.json', () => JSON.stringify(new Organization(40).keySet)) },
    }),
  ],
  [
    'wrong incident: an own release, approved and logged, of another incident',
    'release-refused:scope',
    async () => ({ releases: [await release({ incident: 'other-2001' })] }),
  ],
  [
    'wrong party: an own release of another party, with a grant for this person',
    'release-refused:scope',
    async () => ({ releases: [await release({ party: 'contoso.example' })] }),
  ],
  [
    'wrong reviewer: nothing in it is for this person',
    'no-grant',
    async () => ({ releases: [await world.organization.release([eve])] }),
  ],
  [
    'mixed recipients: the grant is sealed to somebody else as well',
    'damaged-grant',
    async () => {
      const content = new TextEncoder().encode(grantText(good, kim));
      return mixed(await sealToMany([kim.key.age, eve.key.age], content));
    },
  ],
  [
    'mixed recipients: the grant is sealed to a weaker kind of key as well',
    'damaged-grant',
    async () => {
      const { recipient } = await makeWeakKey();
      return mixed(await sealToMany([kim.key.age, recipient], new TextEncoder().encode(grantText(good, kim))));
    },
  ],
  [
    'mixed vaults: the grant holds the key of another vault',
    'damaged-grant',
    async () => {
      const text = grantText({ ...good, vault: await makeSealingKey() }, kim);
      return mixed(await sealTo(kim.key.age, new TextEncoder().encode(text)));
    },
  ],
  [
    'one forged release beside the true one',
    'release-refused:approvals',
    async () => ({ releases: [good, await release({ number: 3, supersedes: good.release, approvers: [] })] }),
  ],
];

test.each(mutations)('%s: %s, and nothing is returned', async (_name, flaw, make) => {
  expect(await attempt(await make())).toEqual([flaw, 0]);
});

function papersOf({ papers }: Released) {
  return {
    'manifest.json': papers.manifest,
    'approvals.json': papers.approvals,
    'keys.json': papers.keys,
    'log.proof': papers.proof,
  };
}

/** What `makeGrant` seals. */
function grantText({ manifest, vault }: Pick<Released, 'manifest' | 'vault'>, { fingerprint }: Reader): string {
  const { incident, party } = manifest;
  const { identity } = vault;
  return JSON.stringify({
    v: 1,
    kind: 'grant',
    incident,
    party,
    reviewer: fingerprint,
    vault: vault.recipient,
    identity,
  });
}

/** A release whose own lab was made to put this grant in: approved and logged. */
async function mixed(grant: Uint8Array): Promise<Attempt> {
  const digest = runtime.sha256Hex(grant);
  const made = await release({
    number: 3,
    supersedes: good.release,
    vault: good.vault,
    alter: (manifest) =>
      alter({ grants: manifest.grants.map((one) => (one.reviewer === kim.fingerprint ? { ...one, digest } : one)) })(
        manifest,
      ),
  });
  return { releases: [made], hostility: { grant: () => grant } };
}
