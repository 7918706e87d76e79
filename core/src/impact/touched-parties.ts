import type { AddressUse } from '@candor/core/evidence/message';
import { createAddressClassifier } from './counterparty/counterparty.ts';
import { applyCuration, type Curation } from './curation/apply-curation.ts';
import { type CurationOperation, listNamedParties, selectInForce } from './curation/curation-operation.ts';
import type { ImpactReferences } from './impact.ts';
import type { Directory, DirectoryDetails } from './party/directory.ts';
import { createPartyFinder } from './party/party-finder.ts';

/** The parties that may be counted or described otherwise after an operation. */
export interface TouchedParties {
  /**
   * Their ids, before and after it. A split takes addresses from parties that it does not name, so asking for an
   * address can add ids; answers given before that may be wrong.
   */
  readonly ids: ReadonlySet<string>;
  /** Whether one of the addresses is theirs after it. */
  hasAny(uses: readonly AddressUse[]): boolean;
}

/** `before` and `after` are all operations that are recorded without and with the new one. */
export function createTouchedParties(
  { incident, directory, reference }: Omit<ImpactReferences, 'curation'>,
  before: readonly CurationOperation[],
  after: readonly CurationOperation[],
): TouchedParties {
  const [earlier, later] = [applyCuration(before), applyCuration(after)];
  const classify = createAddressClassifier(incident.organization.domains, reference.suffixRules);
  const findImported = createPartyFinder(directory, reference);
  const ids = new Set<string>();
  const touch = (id: string): void => addClasses(ids, id, [earlier, later]);
  const changed = listChanged(before, after);
  for (const { act } of changed) for (const id of listNamedParties(act)) touch(id);
  const moved = changed.some(({ act }) => act.act === 'split')
    ? findMovedDetails(directory, earlier, later)
    : new Map<DirectoryDetails, string>();
  for (const id of moved.values()) touch(id);

  /** The id of an address's party; null for one without a party. */
  const findId = (use: AddressUse): string | null => {
    const found = classify(use);
    if (found.state !== 'counterparty') return null;
    const imported = findImported(found);
    const from = earlier.findSplit(found) ?? imported.id;
    const to = later.findSplit(found) ?? imported.id;
    if (from !== to || (imported.details !== null && moved.has(imported.details))) {
      touch(from);
      touch(to);
    }
    return later.representative(to);
  };

  const known = new Map<string, string | null>();
  const has = (use: AddressUse): boolean => {
    if (use.unreadable !== null) return false;
    let found = known.get(use.address);
    if (found === undefined) {
      found = findId(use);
      known.set(use.address, found);
    }
    return found !== null && ids.has(found);
  };
  // Each of them is looked at: any may show a party that no other one does.
  return { ids, hasAny: (uses) => uses.filter(has).length > 0 };
}

/** Adds an id with all that it is merged with. */
function addClasses(ids: Set<string>, first: string, curations: readonly Curation[]): void {
  const open = [first];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (ids.has(id)) continue;
    ids.add(id);
    for (const curation of curations) open.push(...curation.members(curation.representative(id)));
  }
}

/** Operations in force before or after, not both: an undo changes what it names. */
function listChanged(
  before: readonly CurationOperation[],
  after: readonly CurationOperation[],
): readonly CurationOperation[] {
  const [old, fresh] = [selectInForce(before), selectInForce(after)];
  const without = (some: readonly CurationOperation[], others: readonly CurationOperation[]) => {
    const sequences = new Set(others.map(({ sequence }) => sequence));
    return some.filter(({ sequence }) => !sequences.has(sequence));
  };
  return [...without(old, fresh), ...without(fresh, old)];
}

/** Details with a contact that a split gives to another party, with the id that the directory has them under. */
function findMovedDetails(
  { parties }: Directory,
  earlier: Curation,
  later: Curation,
): ReadonlyMap<DirectoryDetails, string> {
  const isMoved = ({ contacts }: DirectoryDetails) =>
    contacts.some(({ contact }) => earlier.findSplitContact(contact) !== later.findSplitContact(contact));
  return new Map([...parties].filter(([, details]) => isMoved(details)).map(([id, details]) => [details, id]));
}
