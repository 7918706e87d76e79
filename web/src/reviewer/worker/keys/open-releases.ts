import { portalPaths } from '@candor/core/contract';
import { toBase64 } from '@candor/core/ledger';
import type { ReleasePapers } from '@candor/core/review/seal';
import { MAX_FORMER_VAULTS } from '@candor/core/review/wrapped';
import {
  KeyWorkerError,
  type KeyWorkerErrorCode,
  type Known,
  type OpenedRelease,
  type OpenedReleases,
} from '../../bridge/protocol.ts';
import { chooseRelease, type Verified } from './choose-release.ts';
import type { KeyHolder } from './key-holder.ts';
import { openVault } from './open-vault.ts';
import type { OwnKeys } from './own-keys.ts';
import { readListed, readMe } from './portal.ts';
import { followLog } from './public-log.ts';
import { fetchPapers, readLogKey, toVerifiedPapers, verifyPapers } from './release-papers.ts';
import { makePortalSource } from './sealed-objects.ts';
import type { Vault } from './vault.ts';
import { writeKnowledge } from './write-knowledge.ts';

/** A key in canonical JSON, sealed to one post-quantum recipient, has 6,000. */
const LONGEST_GRANT_BYTES = 64 * 1024;

/** Three million messages; more would only fill the memory. */
const LONGEST_INDEX_BYTES = 256 * 1024 * 1024;

interface Asked {
  readonly me: ReturnType<typeof readMe>;
  readonly seen: Known['releases'][number] | null;
  readonly listed: readonly string[];
  readonly early: SealedPair | null;
}

interface Found {
  readonly verified: Verified;
  readonly papers: ReleasePapers;
}

/** Errors that do not speak against an already verified release: it stays open, and a person tries again. */
const PASSING: ReadonlySet<KeyWorkerErrorCode> = new Set([
  'cancelled',
  'log-silent',
  'portal-broken',
  'portal-silent',
  'session-ended',
  'too-many',
]);

/**
 * Opens what is in force for this party: papers, knowledge, log, grant, index, in this order; the first error stops.
 * Nothing is decrypted before everything is verified; objects come on demand. A repeated call looks for something
 * newer: what is open stays open, and is closed when anything is wrong.
 * @throws KeyWorkerError
 */
export async function openReleases(holder: KeyHolder, signal: AbortSignal): Promise<OpenedReleases> {
  holder.setMayWrap(false);
  try {
    return await open(holder, signal);
  } catch (thrown) {
    if (!(thrown instanceof KeyWorkerError) || !PASSING.has(thrown.flaw)) holder.setVault(null);
    throw thrown;
  }
}

async function open(holder: KeyHolder, signal: AbortSignal): Promise<OpenedReleases> {
  const own = holder.requireOwn();
  const { known } = own.secret;
  const me = readMe(await holder.portal.getJson(portalPaths.me, signal));
  if (me.reviewer !== own.fingerprint) throw new KeyWorkerError('other-person');
  const seen = known.releases.find(({ party }) => party === me.party) ?? null;
  const seenBefore = seen?.release ?? null;
  const listed = readListed(await holder.portal.getJson(portalPaths.releases, signal));
  if (listed.length === 0) {
    holder.setVault(null);
    return { state: 'nothing-released', party: me.party, seenBefore };
  }

  const early = fetchEarly(holder, listed, signal);
  try {
    return await openNewest(holder, own, { me, seen, listed, early }, signal);
  } finally {
    early?.stop();
  }
}

async function openNewest(
  holder: KeyHolder,
  own: OwnKeys,
  { me, seen, listed, early }: Asked,
  signal: AbortSignal,
): Promise<OpenedReleases> {
  const { known } = own.secret;
  const seenBefore = seen?.release ?? null;
  const { found, withheld } = await verifyListed(holder, own, me.party, listed, signal);
  const { verified, papers } = choose(found, seen);
  const log = await followListed(holder, known, found);
  const isOpen = holder.vault?.manifestDigest === verified.manifestDigest;
  const vault =
    isOpen && holder.vault !== null ? holder.vault : await openListed(holder, own, { verified, papers }, early, signal);
  await writeKnowledge(holder, addSeen(holder, own, verified, log, vault.identity), signal);
  holder.setVault(vault);
  const continued = known.log?.size ?? null;
  const told = describeRelease(verified, vault, { role: me.role, log: { ...log, continued }, seenBefore, withheld });
  return { state: 'opened', ...told };
}

function openListed(
  holder: KeyHolder,
  own: OwnKeys,
  { verified, papers }: Found,
  early: SealedPair | null,
  signal: AbortSignal,
): Promise<Vault> {
  const sealed =
    early?.release === verified.manifestDigest ? early : fetchSealed(holder, verified.manifestDigest, signal);
  return openVault(holder.deps, own, verified, toVerifiedPapers(papers), {
    grant: () => sealed.grant,
    index: () => sealed.index,
    source: makePortalSource(holder, verified.manifestDigest),
  });
}

function choose(found: readonly Found[], seen: Known['releases'][number] | null): Found {
  const newest = chooseRelease(
    found.map(({ verified }) => verified),
    seen,
  );
  const chosen = found.find(({ verified }) => verified === newest);
  if (chosen === undefined) throw new KeyWorkerError('release-withheld');
  return chosen;
}

/** Every listed release must be valid: a forged one means that the portal cannot be trusted with the others either. */
async function verifyListed(
  holder: KeyHolder,
  { secret }: OwnKeys,
  party: string,
  listed: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly found: readonly Found[]; readonly withheld: readonly string[] }> {
  const expected = { incident: secret.incident, party, keySet: secret.known.keySet };
  const found: Found[] = [];
  const withheld: string[] = [];
  for (const [done, release] of listed.entries()) {
    holder.deps.emit('progress', { what: 'papers', done, of: listed.length });
    const papers = await fetchPapers(holder, release, signal);
    if (papers === null) withheld.push(release);
    else found.push({ verified: await verifyPapers(holder.deps.primitives, papers, expected, release), papers });
  }
  return { found, withheld };
}

async function followListed(
  holder: KeyHolder,
  known: Known,
  found: readonly Found[],
): Promise<NonNullable<Known['log']>> {
  const [first] = found;
  if (first === undefined) throw new KeyWorkerError('release-withheld');
  holder.deps.emit('progress', { what: 'log', done: 0, of: 1 });
  const { primitives } = holder.deps;
  const heads = found.map(({ verified }) => verified.log);
  const { size, root } = await followLog(
    primitives,
    holder.site,
    readLogKey(primitives, first.papers),
    known.log,
    heads,
  );
  return { size, root: toBase64(root) };
}

function addSeen(
  holder: KeyHolder,
  { secret: { known, vaults } }: OwnKeys,
  { manifest: { party, release, vault }, manifestDigest }: Verified,
  log: NonNullable<Known['log']>,
  identity: string,
): { readonly known: Known; readonly vaults: OwnKeys['secret']['vaults'] } {
  const others = known.releases.filter((other) => other.party !== party);
  const releases = [...others, { party, release, manifest: manifestDigest }];
  const name = holder.deps.primitives.sha256Hex(vault);
  const isNew = vaults.every((other) => other.vault !== name);
  return {
    known: { ...known, log, releases: releases.sort((a, b) => (a.party < b.party ? -1 : 1)) },
    vaults: isNew ? [...vaults, { vault: name, identity }].slice(-MAX_FORMER_VAULTS) : vaults,
  };
}

/** The pending sealed files that open a release; null when the portal has none. */
interface SealedPair {
  readonly release: string;
  readonly grant: Promise<Uint8Array | null>;
  readonly index: Promise<Uint8Array | null>;
  stop(): void;
}

function fetchSealed({ portal }: KeyHolder, release: string, signal: AbortSignal): SealedPair {
  const stopped = new AbortController();
  const both = AbortSignal.any([signal, stopped.signal]);
  const grant = portal.getBytes(portalPaths.releaseGrant(release), both, LONGEST_GRANT_BYTES);
  const index = portal.getBytes(portalPaths.releaseIndex(release), both, LONGEST_INDEX_BYTES);
  // The caller that awaits them gets the error; after a failed check nobody does.
  for (const one of [grant, index]) one.catch(() => undefined);
  return { release, grant, index, stop: () => stopped.abort() };
}

/** Fetches the files of the most likely release while the papers are verified. Nothing is decrypted before. */
function fetchEarly(holder: KeyHolder, listed: readonly string[], signal: AbortSignal): SealedPair | null {
  const newest = listed.at(-1);
  return holder.vault !== null || newest === undefined ? null : fetchSealed(holder, newest, signal);
}

export function describeRelease(
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
