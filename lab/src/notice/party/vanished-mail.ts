import type { PartyExposure } from '@candor/core/impact';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { Store } from '../../adapters/store/store.ts';
import { unpackAddresses } from '../../evidence/store/packed-addresses.ts';
import { createDraftRowTest } from '../../impact/index.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { streamGone } from '../store/mail-store.ts';
import type { NoticeSummary } from '../store/wave-store.ts';
import { hasNoMessages } from './notified-party.ts';
import type { NoticeParty } from './parties-now.ts';
import type { MailSources } from './undetermined-mail.ts';

/** A party and the exposure versions of its notices. */
export interface NotifiedVersions {
  readonly party: string;
  /** They include the ids of its current successors. */
  readonly ids: readonly string[];
  readonly versions: readonly number[];
  /** These are stored addresses: their owner may have changed since. */
  readonly affected: readonly string[];
}

/** Notified parties without counted mail now: `vanished` are those whose mail is missing, and not cleared. */
export async function judgeCleared(
  store: Store,
  sources: MailSources,
  parties: readonly NoticeParty[],
  sentNotices: readonly NoticeSummary[],
): Promise<{ readonly withoutMail: ReadonlySet<string>; readonly vanished: ReadonlySet<string> }> {
  const cleared = listCleared(parties, sentNotices);
  const withoutMail = new Set(cleared.map(({ party }) => party));
  return { withoutMail, vanished: await findVanished(store, sources, cleared) };
}

/** Notified parties without counted mail now, with the versions of their notices. */
function listCleared(
  parties: readonly NoticeParty[],
  sentNotices: readonly NoticeSummary[],
): readonly NotifiedVersions[] {
  return parties
    .filter(({ figures }) => hasNoMessages(figures))
    .map(({ party, mergedIds }) => {
      const ids = [party, ...mergedIds];
      const own = sentNotices.filter((notice) => ids.includes(notice.party));
      const versions = [...new Set(own.map(({ facts }) => facts.exposure.version))];
      return { party, ids, versions, affected: own.flatMap(({ affected }) => affected ?? []) };
    });
}

/**
 * Which of these parties were notified of messages that their mailboxes no longer contain: such mail was not cleared
 * but is missing. A message counts as present anywhere in its former mailbox.
 */
export async function findVanished(
  store: Store,
  { version, inputs }: MailSources,
  sentNotices: readonly NotifiedVersions[],
): Promise<ReadonlySet<string>> {
  const isDraft = createDraftRowTest(inputs.folderLists);
  const vanished = new Set<string>();
  for (const before of new Set(sentNotices.flatMap(({ versions }) => versions))) {
    if (before === version.version) continue;
    const then = sentNotices.filter(({ versions }) => versions.includes(before));
    const partiesOf = mapAddresses(await readParties(store, before), then);
    for await (const rows of streamGone(store, before, version.version))
      for (const row of rows) {
        if (isDraft(row)) continue;
        for (const { address } of unpackAddresses(row.addresses)) {
          for (const party of partiesOf.get(toKnownForm(address)) ?? []) vanished.add(party);
        }
      }
  }
  return vanished;
}

/** Whose each address was then, as far as it is asked for: of several, where one had it after another. */
function mapAddresses(
  parties: readonly PartyExposure[],
  sentNotices: readonly NotifiedVersions[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const now = new Map(sentNotices.flatMap(({ party, ids }) => ids.map((id) => [id, party] as const)));
  const partiesOf = new Map<string, Set<string>>();
  const add = (address: string, party: string) =>
    partiesOf.set(address, (partiesOf.get(address) ?? new Set()).add(party));
  for (const { party, mergedIds, addresses } of parties) {
    const own = [party, ...mergedIds].map((id) => now.get(id)).find((id) => id !== undefined);
    if (own !== undefined) for (const { address } of addresses) add(address, own);
  }
  for (const { party, affected } of sentNotices) for (const address of affected) add(address, party);
  return partiesOf;
}
