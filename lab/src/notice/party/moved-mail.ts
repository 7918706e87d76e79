import { compareUtf8 } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store.ts';
import { readParties } from '../../impact/count-impact.ts';
import { isTelling } from '../wave/superseded.ts';
import { listTold, type StoredNotice } from '../wave/wave-store.ts';
import { isAt } from './heirs.ts';
import { readInherited } from './read-inherited.ts';
import { isNothing } from './told-party.ts';

/** Mail that a party was told of and that is counted for others alone by now, because they have the addresses. */
export interface MovedMail {
  readonly party: string;
  /** What the party was told last. */
  readonly notice: number;
  readonly isWithdrawn: boolean;
  readonly addresses: readonly string[];
  readonly holders: readonly string[];
}

/** A party of now, or an id that is gone. */
interface Concerned {
  readonly party: string;
  readonly mergedIds: readonly string[];
  readonly exposure: Pick<PartyExposure, 'kind' | 'messages' | 'undetermined' | 'addresses' | 'domains'>;
}

/**
 * Parties of which nothing is counted any more, and at addresses of which, as they were told of them, others have mail that is exposed or may be: nothing shows that the
 * intruder had no access to it, and so no notice may say that.
 */
export function findMoved(
  parties: readonly Concerned[],
  told: readonly StoredNotice[],
): ReadonlyMap<string, MovedMail> {
  const moved = new Map<string, MovedMail>();
  const byParty = Map.groupBy(told, ({ party }) => party);
  const holderOf = new Map(
    parties.flatMap(({ party, exposure }) => listConcerned(exposure).map((name) => [name, party])),
  );
  for (const { party, mergedIds, exposure } of parties) {
    if (exposure.kind === 'list' || !isNothing(exposure)) continue;
    const own = [...new Set([party, ...mergedIds])].flatMap((id) => byParty.get(id) ?? []).sort((a, b) => a.id - b.id);
    const last = own.findLast(isTelling);
    if (last === undefined) continue;
    const addresses = listToldOf(own, exposure, holderOf).sort(compareUtf8);
    if (addresses.length === 0) continue;
    const holders = [...new Set(addresses.flatMap((name) => holderOf.get(name) ?? []))].sort(compareUtf8);
    moved.set(party, { party, notice: last.id, isWithdrawn: last.state === 'withdrawn', addresses, holders });
  }
  return moved;
}

/** The same of a version, by what is stored, and of organizations that are no parties any more because persons alone have their addresses. */
export async function readMoved(store: Store, version: number): Promise<readonly MovedMail[]> {
  if ((await listTold(store)).length === 0) return [];
  const counted = (await readParties(store, version)).map((exposure) => {
    const { party, mergedIds } = exposure;
    return { party, mergedIds, exposure };
  });
  const { parties, told, silent } = await readInherited(store, counted);
  const gone = [...new Map(silent.map((notice) => [notice.party, notice])).values()].flatMap(toGone);
  return [...findMoved([...parties, ...gone], [...told, ...silent]).values()];
}

/** A person was told of what is its own, whoever has the address. */
function toGone({ party, facts }: StoredNotice): readonly Concerned[] {
  const { kind, domains } = facts.party;
  if (kind === 'person') return [];
  return [{ party, mergedIds: [], exposure: { kind, messages: 0, undetermined: 0, addresses: [], domains } }];
}

/** Addresses of a party that are exposed, or may be: parties do not keep which ones undetermined messages are of. */
function listConcerned({ addresses, undetermined }: Concerned['exposure']): readonly string[] {
  return addresses.flatMap(({ address, messages }) => (messages > 0 || undetermined > 0 ? [address] : []));
}

/** Of the addresses that others have, those that a party was told of: by a notice of before they were kept, all that are at a domain which it still has. */
function listToldOf(
  own: readonly StoredNotice[],
  { domains }: Concerned['exposure'],
  holderOf: ReadonlyMap<string, string>,
): string[] {
  const found = new Set<string>();
  for (const { affected, facts } of own) {
    const kept = facts.party.domains.filter((domain) => domains.includes(domain));
    const names = affected ?? [...holderOf.keys()].filter((name) => kept.some((domain) => isAt(name, domain)));
    for (const name of names) if (holderOf.has(name)) found.add(name);
  }
  return [...found];
}
