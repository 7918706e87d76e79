import { toBase64 } from '@candor/core/ledger';
import { MOST_FORMER_VAULTS, type ReleasePapers } from '@candor/core/review';
import { KeyZoneRefusal, type Known, type OpenedReleases } from '../protocol.ts';
import { chooseRelease, type Verified } from './choose-release.ts';
import { openVault } from './open-vault.ts';
import type { OwnKeys } from './own-keys.ts';
import { readListed, readMe } from './portal-answers.ts';
import { followLog } from './public-log.ts';
import { fetchPapers, keepPapers, readLogKey, verifyPapers } from './release-papers.ts';
import { makePortalSource } from './sealed-objects.ts';
import { tellRelease } from './tell-release.ts';
import { writeKnowledge } from './write-knowledge.ts';
import type { Zone } from './zone.ts';

interface Found {
  readonly verified: Verified;
  readonly papers: ReleasePapers;
}

/**
 * Opens what is in force for this person's party: papers, what was seen before, log, grant, index, in this order, and the first flaw stops it. Nothing is
 * decrypted before everything was verified; objects come on demand.
 * @throws KeyZoneRefusal
 */
export async function openReleases(zone: Zone, signal: AbortSignal): Promise<OpenedReleases> {
  zone.setVault(null);
  const own = zone.requireOwn();
  const { known } = own.secret;
  const me = readMe(await zone.portal.getJson('/v1/me', signal));
  if (me.reviewer !== own.fingerprint) throw new KeyZoneRefusal('other-person');
  const seen = known.releases.find(({ party }) => party === me.party) ?? null;
  const seenBefore = seen?.release ?? null;
  const listed = readListed(await zone.portal.getJson('/v1/releases', signal));
  if (listed.length === 0) return { state: 'nothing-released', party: me.party, seenBefore };

  const { found, withheld } = await verifyListed(zone, own, me.party, listed, signal);
  const { verified, papers } = choose(found, seen);
  const log = await followListed(zone, known, found);
  const target = `/v1/releases/${verified.manifestDigest}`;
  const vault = await openVault(zone.around, own, verified, keepPapers(papers), {
    grant: () => zone.portal.getBytes(`${target}/grant`, signal),
    index: () => zone.portal.getBytes(`${target}/index`, signal),
    source: makePortalSource(zone, verified.manifestDigest),
  });
  await writeKnowledge(zone, addSeen(zone, own, verified, log, vault.identity), signal);
  zone.setVault(vault);
  const continued = known.log?.size ?? null;
  return tellRelease(verified, vault, { role: me.role, log: { ...log, continued }, seenBefore, withheld });
}

function choose(found: readonly Found[], seen: Known['releases'][number] | null): Found {
  const newest = chooseRelease(
    found.map(({ verified }) => verified),
    seen,
  );
  const chosen = found.find(({ verified }) => verified === newest);
  if (chosen === undefined) throw new KeyZoneRefusal('release-withheld');
  return chosen;
}

/** Every release that is listed must hold: one forged among them says that the portal is not to be trusted with the others either. */
async function verifyListed(
  zone: Zone,
  { secret }: OwnKeys,
  party: string,
  listed: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly found: readonly Found[]; readonly withheld: readonly string[] }> {
  const expected = { incident: secret.incident, party, keySet: secret.known.keySet };
  const found: Found[] = [];
  const withheld: string[] = [];
  for (const [done, release] of listed.entries()) {
    zone.around.emit('progress', { what: 'papers', done, of: listed.length });
    const papers = await fetchPapers(zone, release, signal);
    if (papers === null) withheld.push(release);
    else found.push({ verified: await verifyPapers(zone.around.primitives, papers, expected, release), papers });
  }
  return { found, withheld };
}

async function followListed(zone: Zone, known: Known, found: readonly Found[]): Promise<NonNullable<Known['log']>> {
  const [first] = found;
  if (first === undefined) throw new KeyZoneRefusal('release-withheld');
  zone.around.emit('progress', { what: 'log', done: 0, of: 1 });
  const { primitives } = zone.around;
  const heads = found.map(({ verified }) => verified.log);
  const { size, root } = await followLog(primitives, zone.site, readLogKey(primitives, first.papers), known.log, heads);
  return { size, root: toBase64(root) };
}

function addSeen(
  zone: Zone,
  { secret: { known, vaults } }: OwnKeys,
  { manifest: { party, release, vault }, manifestDigest }: Verified,
  log: NonNullable<Known['log']>,
  identity: string,
): { readonly known: Known; readonly vaults: OwnKeys['secret']['vaults'] } {
  const others = known.releases.filter((other) => other.party !== party);
  const releases = [...others, { party, release, manifest: manifestDigest }];
  const name = zone.around.primitives.sha256Hex(vault);
  const isNew = vaults.every((other) => other.vault !== name);
  return {
    known: { ...known, log, releases: releases.sort((a, b) => (a.party < b.party ? -1 : 1)) },
    vaults: isNew ? [...vaults, { vault: name, identity }].slice(-MOST_FORMER_VAULTS) : vaults,
  };
}
