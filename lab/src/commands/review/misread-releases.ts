import { formatAmount, hint, Refusal } from '@candor/core/base';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { listMisreadCopies, readMisreadUntil } from '../../evidence/store/misread-copies.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { chooseMessages } from '../../review/index.ts';
import { readReleases, type StoredRelease } from '../../review/store/release-store.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Need } from '../run-summary.ts';
import { toChoiceSources } from './choice-sources.ts';

/** A release of an earlier version, with messages that it projected from damaged bytes. */
export interface MisreadRelease {
  readonly release: StoredRelease;
  readonly messages: number;
}

/** Releases that still count or wait, with such messages; what is only quoted is not looked at. */
export async function findMisreadReleases(
  state: StateFolder,
  party: string | null,
): Promise<readonly MisreadRelease[]> {
  const { store } = state;
  const until = await readMisreadUntil(store);
  if (until === null) return [];
  const releases = (await readReleases(store, party)).filter(
    ({ id, state: standing }) => id <= until.release && standing !== 'revoked',
  );
  if (releases.length === 0) return [];
  const version = await requireLastVersion(state);
  const parties = new Map((await readParties(store, version.version)).map((one) => [one.party, one]));
  const known = releases.flatMap((release) => {
    const exposure = parties.get(release.party);
    return exposure === undefined ? [] : [{ release, scope: { exposure, proved: release.manifest.domains } }];
  });
  const misread = new Set((await listMisreadCopies(store)).map(({ sha256 }) => sha256));
  const found: MisreadRelease[] = [];
  for (const { release, scope } of known) {
    const [told = []] = await chooseMessages(store, toChoiceSources(version), [scope]);
    const messages = told.filter(({ copy: { sha256 } }) => sha256 !== null && misread.has(sha256)).length;
    if (messages > 0) found.push({ release, messages });
  }
  return found;
}

/** @throws Refusal `misread-release` for a release that must not be given any more. */
export async function assertNotMisread(state: StateFolder, release: StoredRelease): Promise<void> {
  const found = (await findMisreadReleases(state, release.party)).find((one) => one.release.id === release.id);
  if (found !== undefined) throw new Refusal('misread-release', [toSentence(found)]);
}

/** What to do about each of them. */
export async function readMisreadReleaseNeeds(state: StateFolder): Promise<readonly Need[]> {
  const found = await findMisreadReleases(state, null);
  return found.map((one) => ({
    kind: 'review',
    subject: `release ${one.release.number}`,
    text: toSentence(one),
    command: hint('release.status').command,
  }));
}

export function toSentence({ release: { party, number, state }, messages }: MisreadRelease): string {
  const what = `release ${number} of ${party} was made by an earlier version of Candor, which read ${formatAmount(messages, 'long message')} of it as damaged bytes`;
  const prepare = `${hint('release.prepare', { party })}`;
  return state === 'prepared'
    ? `${what}: ${prepare} prepares it again.`
    : `${what}: revoke it (${hint('release.revoke', { party, release: number })}), then ${prepare} seals all messages again in a new vault.`;
}
