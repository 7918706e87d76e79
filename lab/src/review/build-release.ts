import { compareUtf8, formatInstant, type Json, toCanonicalJson } from '@candor/core/base';
import type { Incident } from '@candor/core/incident';
import {
  makeGrant,
  packIndex,
  type ReleaseManifest,
  type ReleaseStatement,
  type SealedFile,
  toIndexText,
  toManifestText,
} from '@candor/core/review/seal';
import { nodeGzip } from '../adapters/files/deflate.ts';
import type { ObjectFolder } from '../adapters/files/object-folder.ts';
import { openAgeRecipient } from '../adapters/keys/age-file.ts';
import { sha256Hex } from '../adapters/process/runtime.ts';
import type { Store } from '../adapters/store/store.ts';
import type { StoredVersion } from '../exposure/store/version-store.ts';
import { readSecrets } from '../notice/store/finding-store.ts';
import type { ChosenMessage } from './chosen-message.ts';
import { readRecordTimes } from './describe-reasons.ts';
import type { FilledParty, MessageOutcome } from './fill-vaults.ts';
import { createItemMaker, type FoundItems, listPieces } from './found-items.ts';
import { countOutcomes, indexMessages } from './index-messages.ts';
import { createSeal } from './project-copy.ts';
import { countMentions, replaceFound } from './store/hold-store.ts';
import { findGrant, insertGrant, putRelease, readReleases, type StoredRelease } from './store/release-store.ts';
import type { Reviewer } from './store/reviewer-store.ts';

export interface ReleaseSources {
  readonly store: Store;
  readonly objects: ObjectFolder;
  readonly incident: Incident;
  readonly version: Pick<StoredVersion, 'digest' | 'version'>;
  readonly items: FoundItems;
  readonly at: number;
}

export interface BuiltRelease {
  readonly release: StoredRelease;
  /** It is true if nothing was written. */
  readonly isUnchanged: boolean;
}

/**
 * Makes the manifest of what a party gets now. Where it would be what the newest release has already, that one stays as
 * it is, with its approvals; a prepared one that differs is replaced, and its approvals with it.
 */
export async function buildRelease(
  sources: ReleaseSources,
  party: FilledParty,
  outcomes: readonly MessageOutcome[],
  reviewers: readonly Reviewer[],
): Promise<BuiltRelease> {
  const { store, objects, incident, version, items, at } = sources;
  const { scope, vault, messages } = party;
  const id = scope.exposure.party;
  const indexed = await indexMessages(party, outcomes, {
    incident,
    times: await readRecordTimes(store, version.version, messages),
    secrets: await readSecrets(store, [id, ...scope.exposure.mergedIds]),
    toFindings: createItemMaker(items, { incident: incident.incident, party: id }, listPieces(messages, outcomes)),
  });
  const indexText = toIndexText(indexed, toStatement(incident));
  const files = indexed.map(({ id: message }): SealedFile => {
    const { digest, size } = vault.requireObject(message);
    return { digest, size };
  });
  const constant = {
    v: 1,
    kind: 'release',
    incident: incident.incident,
    organization: incident.organization.name,
    party: id,
    domains: [...scope.proved].sort(compareUtf8),
    exposure: { version: version.version, digest: version.digest },
    vault: vault.key.recipient,
    objects: files.sort((a, b) => compareUtf8(a.digest, b.digest)),
    figures: toFigures(party, outcomes),
  } as const;
  const fingerprints = reviewers.map(({ fingerprint }) => fingerprint).sort(compareUtf8);
  // Without the first line: another day of the next update is no other release.
  const follows = {
    ...constant,
    index: sha256Hex(indexText.slice(indexText.indexOf('\n'))),
    reviewers: fingerprints,
  };
  const inputs = sha256Hex(toCanonicalJson(follows as unknown as Json));
  const releases = await readReleases(store, id);
  const last = releases.at(-1);
  const found = messages.flatMap(({ message }, place) => {
    const outcome = outcomes[place];
    return outcome?.is === 'held' ? [{ message, reason: outcome.because }] : [];
  });
  await store.transaction(() => replaceFound(store, id, found, at));
  if (last !== undefined && last.inputs === inputs && last.state !== 'revoked' && says(last.manifest, constant))
    return { release: last, isUnchanged: true };

  const before = releases.findLast(({ state }) => state !== 'prepared');
  const index = await createSeal(openAgeRecipient)(vault.key.recipient, packIndex(indexText, nodeGzip));
  const indexDigest = sha256Hex(index);
  objects.write([{ digest: indexDigest, bytes: index }]);
  const manifest: ReleaseManifest = {
    ...constant,
    release: (before?.number ?? 0) + 1,
    supersedes: before?.digest ?? null,
    index: { digest: indexDigest, size: index.length },
    grants: await makeGrants(sources, party, reviewers),
    at: formatInstant(at),
  };
  const text = toManifestText(manifest);
  const custodians = [...new Set(messages.flatMap(listCustodians))].sort(compareUtf8);
  await store.durableTransaction(() =>
    putRelease(
      store,
      {
        party: id,
        number: manifest.release,
        vaultId: vault.id,
        manifest: text,
        digest: sha256Hex(text),
        inputs,
        custodians,
      },
      at,
    ),
  );
  const release = (await readReleases(store, id)).at(-1);
  if (release === undefined) throw new Error('a release that was just written is not there');
  return { release, isUnchanged: false };
}

/** Whether a stored manifest still matches its sources: its row may have been altered together with the digest. */
function says(manifest: ReleaseManifest, constant: Partial<ReleaseManifest>): boolean {
  const kept = Object.keys(constant).map((name) => [name, manifest[name as keyof ReleaseManifest]]);
  return toCanonicalJson(Object.fromEntries(kept)) === toCanonicalJson(constant as unknown as Json);
}

function toStatement({ window, notice }: Incident): ReleaseStatement {
  const next = notice?.nextUpdate ?? null;
  return {
    window: { from: formatInstant(window.start), to: formatInstant(window.contained) },
    next: next === null ? null : formatInstant(next),
    unknown: notice?.unknown ?? {},
  };
}

/** The vault's key for each reviewer, made once for each vault. */
async function makeGrants(
  { store, incident }: ReleaseSources,
  { scope, vault }: FilledParty,
  reviewers: readonly Reviewer[],
): Promise<ReleaseManifest['grants']> {
  const grants: { reviewer: string; digest: string }[] = [];
  for (const { fingerprint, key } of reviewers) {
    const known = await findGrant(store, vault.id, fingerprint);
    if (known !== null) {
      grants.push({ reviewer: fingerprint, digest: known.digest });
      continue;
    }
    const scopeOf = { incident: incident.incident, party: scope.exposure.party, reviewer: fingerprint };
    const sealed = await makeGrant(scopeOf, vault.key, key.age);
    const digest = sha256Hex(sealed);
    await insertGrant(store, { vault: vault.id, reviewer: fingerprint, digest, sealed });
    grants.push({ reviewer: fingerprint, digest });
  }
  return grants.sort((a, b) => compareUtf8(a.reviewer, b.reviewer));
}

/** Owners of the mailboxes with the message, or one that quotes it. */
function listCustodians({ custodians, quotedBy }: ChosenMessage): readonly string[] {
  return [...custodians, ...quotedBy.flatMap((quoting) => quoting.custodians)];
}

/** Zero is omitted except for the four required figures. */
function toFigures(
  { messages, quoted, holds }: FilledParty,
  outcomes: readonly MessageOutcome[],
): ReleaseManifest['figures'] {
  const own = new Set(messages.flatMap(({ as, message }) => (as === 'block' ? [] : [message])));
  const mentioned = countMentions(holds, own);
  return {
    ...countOutcomes(messages, outcomes),
    ...(quoted > 0 ? { quoted } : {}),
    ...(Object.keys(mentioned).length > 0 ? { mentioned } : {}),
  };
}
