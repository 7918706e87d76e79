import { assertNever, compareUtf8 } from '@candor/core/base';
import { type Counterparty, findLongest } from '../counterparty/counterparty.ts';
import type { Contact, PartyKind } from '../party/directory.ts';
import { type CurationOperation, selectInForce } from './curation-operation.ts';

export interface CuratedDetails {
  readonly name: string | null;
  readonly kind: PartyKind | null;
  readonly contacts: readonly Contact[];
  /** Contacts, imported or curated, that must not be used. */
  readonly withdrawn: ReadonlySet<string>;
}

/** All effective curation, to apply to any import. */
export interface Curation extends PartyClasses {
  /**
   * Id of the party that a split gave this address, or null. An address beats a domain, a longer domain a shorter one.
   */
  findSplit(counterparty: Counterparty): string | null;
  /** The party of an address that may not occur in mail, by the same matches; null without a split. */
  findSplitContact(address: string): string | null;
  /** For this id alone, not those merged with it. */
  details(id: string): CuratedDetails;
}

const NOTHING: CuratedDetails = { name: null, kind: null, contacts: [], withdrawn: new Set() };

interface OpenDetails {
  name: string | null;
  kind: PartyKind | null;
  contacts: Contact[];
  readonly withdrawn: Set<string>;
}

/**
 * Applies operations to imports. Pure: the result depends on sequence numbers, not on input order. Merges are
 * commutative and associative; of two splits of one match, two renames or two kinds the later counts.
 */
export function applyCuration(operations: readonly CurationOperation[]): Curation {
  const splits = new Map<string, string>();
  const curated = new Map<string, OpenDetails>();
  const merges: { from: string; into: string }[] = [];
  const open = (id: string): OpenDetails => {
    const known = curated.get(id) ?? { name: null, kind: null, contacts: [], withdrawn: new Set() };
    curated.set(id, known);
    return known;
  };
  for (const { act } of selectInForce(operations)) {
    switch (act.act) {
      case 'merge':
        for (const from of act.parties) merges.push({ from, into: act.into });
        break;
      case 'split':
        for (const match of act.matches) splits.set(match, act.into);
        open(act.into).kind = act.kind;
        break;
      case 'rename':
        open(act.party).name = act.name;
        break;
      case 'kind':
        open(act.party).kind = act.kind;
        break;
      case 'add-contact':
        addContact(open(act.party), act.contact);
        break;
      case 'withdraw-contact':
        withdrawContact(open(act.party), act.contact);
        break;
      case 'undo':
        break;
      default:
        assertNever(act);
    }
  }
  return {
    ...joinClasses(merges),
    findSplit: (counterparty) => findSplit(splits, counterparty),
    findSplitContact: (address) => findSplitContact(splits, address.toLowerCase()),
    details: (id) => curated.get(id) ?? NOTHING,
  };
}

function addContact(details: OpenDetails, contact: Contact): void {
  details.withdrawn.delete(contact.contact);
  details.contacts = [...details.contacts.filter((known) => known.contact !== contact.contact), contact];
}

function withdrawContact(details: OpenDetails, contact: string): void {
  details.contacts = details.contacts.filter((known) => known.contact !== contact);
  details.withdrawn.add(contact);
}

function findSplit(splits: ReadonlyMap<string, string>, counterparty: Counterparty): string | null {
  if (splits.size === 0) return null;
  const { address, domain, registrableDomain } = counterparty;
  const match = splits.has(address) ? address : findLongest(domain, registrableDomain, splits);
  return match === null ? null : (splits.get(match) ?? null);
}

/** Splits are at or below a registrable domain, so no suffix list is needed here. */
function findSplitContact(splits: ReadonlyMap<string, string>, address: string): string | null {
  if (splits.size === 0) return null;
  const own = splits.get(address);
  if (own !== undefined) return own;
  const labels = address.slice(address.lastIndexOf('@') + 1).split('.');
  for (let at = 0; at < labels.length; at += 1) {
    const found = splits.get(labels.slice(at).join('.'));
    if (found !== undefined) return found;
  }
  return null;
}

/** Which party ids are one party. */
interface PartyClasses {
  /** The representative of `id`; `id` itself when never merged. */
  representative(id: string): string;
  /** Every id with this representative, in UTF-8 order. */
  members(representative: string): readonly string[];
}

/**
 * Merges ids. The result depends on the set of merges, not on their order: the representative is the smallest id never
 * merged into another, or the smallest in a cycle.
 */
function joinClasses(merges: readonly { readonly from: string; readonly into: string }[]): PartyClasses {
  const parents = new Map<string, string>();
  const findRoot = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next;
    for (let at = id; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  const mergedAway = new Set<string>();
  for (const { from, into } of merges) {
    if (from === into) continue;
    mergedAway.add(from);
    for (const id of [from, into]) if (!parents.has(id)) parents.set(id, id);
    parents.set(findRoot(from), findRoot(into));
  }
  const classes = new Map<string, string[]>();
  for (const id of parents.keys()) {
    const root = findRoot(id);
    const members = classes.get(root);
    if (members === undefined) classes.set(root, [id]);
    else members.push(id);
  }
  const representatives = new Map<string, string>();
  const membersOf = new Map<string, readonly string[]>();
  for (const members of classes.values()) {
    members.sort(compareUtf8);
    const representative = members.find((id) => !mergedAway.has(id)) ?? members[0];
    if (representative === undefined) continue;
    for (const id of members) representatives.set(id, representative);
    membersOf.set(representative, members);
  }
  return {
    representative: (id) => representatives.get(id) ?? id,
    members: (representative) => membersOf.get(representative) ?? [representative],
  };
}
