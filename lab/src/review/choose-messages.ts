import type { AddressRole } from '@candor/core/evidence/message';
import { toKnownForm } from '@candor/core/impact/counterparty';
import type { Incident } from '@candor/core/incident';
import type { Store } from '../adapters/store/store.ts';
import { unpackAddresses } from '../evidence/store/packed-addresses.ts';
import type { ImpactInputs } from '../impact/index.ts';
import { foldMessages } from '../impact/store/judged-messages.ts';
import { type ChosenMessage, isProved, type ReviewScope } from './chosen-message.ts';
import { chooseFromGroup, type GroupedCopy, type OwnUse } from './message-group.ts';
import { selectReviewed } from './store/release-store.ts';

/** Distinct texts of addresses that are remembered: the same few thousand correspondents stand in most rows. */
const knownUsesLimit = 500_000;

export interface ChoiceSources {
  readonly incident: Incident;
  readonly version: number;
  readonly inputs: Pick<ImpactInputs, 'folderLists'>;
  /** Custodians of reached mailboxes: in undetermined mail quotations are only searched there. */
  readonly reached: ReadonlySet<string>;
}

/**
 * All messages of each party to give, by fingerprint: exposed and undetermined ones, in one pass. Drafts count for
 * nobody. `takeGroup` sees every message of the evidence.
 */
export async function chooseMessages(
  store: Store,
  sources: ChoiceSources,
  scopes: readonly ReviewScope[],
  takeGroup: (message: string, copies: readonly GroupedCopy[]) => void = () => undefined,
): Promise<readonly (readonly ChosenMessage[])[]> {
  const chosen = scopes.map((): ChosenMessage[] => []);
  const findOwn = createOwnFinder(scopes);
  const { policy } = sources.incident;
  const groups = foldMessages(
    store,
    selectReviewed(store, sources.version),
    sources.inputs.folderLists,
    ({ fingerprint }) => ({ message: Buffer.from(fingerprint).toString('hex'), copies: [] as GroupedCopy[] }),
    ({ copies }, row) => void copies.push({ ...row, own: findOwn(row.addresses) }),
  );
  for await (const { message, copies } of groups) {
    takeGroup(message, copies);
    if (!copies.some(({ own }) => own.size > 0)) continue;
    for (const [party, own] of chooseFromGroup(message, copies, policy)) chosen[party]?.push(own);
  }
  return chosen;
}

const nobody: ReadonlyMap<number, OwnUse> = new Map();

/** Which parties have which of their proved addresses in a row's packed addresses. */
function createOwnFinder(scopes: readonly ReviewScope[]): (packed: string) => ReadonlyMap<number, OwnUse> {
  const partyOf = new Map<string, number>();
  for (const [party, scope] of scopes.entries()) {
    for (const { address } of scope.exposure.addresses) if (isProved(scope, address)) partyOf.set(address, party);
  }
  const known = new Map<string, ReadonlyMap<number, OwnUse>>();
  return (packed) => {
    const before = known.get(packed);
    if (before !== undefined) return before;
    const found = new Map<number, { addresses: Set<string>; roles: Set<AddressRole> }>();
    for (const { address, role, unreadable } of unpackAddresses(packed)) {
      const party = unreadable === null ? partyOf.get(toKnownForm(address)) : undefined;
      if (party === undefined) continue;
      const use = found.get(party) ?? { addresses: new Set(), roles: new Set() };
      // As the projection asks for it.
      use.addresses.add(address.toLowerCase());
      use.roles.add(role);
      found.set(party, use);
    }
    const uses = found.size === 0 ? nobody : new Map([...found].map(([party, use]) => [party, toOwnUse(use)]));
    if (known.size >= knownUsesLimit) known.clear();
    known.set(packed, uses);
    return uses;
  };
}

function toOwnUse({ addresses, roles }: { addresses: Set<string>; roles: Set<AddressRole> }): OwnUse {
  return { addresses: [...addresses].sort(), roles };
}
