import { formatTime } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store/store.ts';
import { findLastCuration } from '../../impact/store/curation-store.ts';
import { countPresent, findCountedVersion, readNewestParty, readParties } from '../../impact/store/party-store.ts';
import { createSuccessorResolver, hasAddress, type ResolveSuccessors, type Successor } from '../party/successors.ts';
import { listOpenHolds, readHeld } from '../store/hold-store.ts';
import { listApprovedFacts } from '../store/notice-store.ts';
import { countApprovedWaves } from '../store/wave-state-store.ts';

/** Parties and contacts on hold now. */
export interface Holds {
  /** Null means that no hold applies to the party or its contact. */
  find(party: string, contact: string): Promise<string | null>;
}

/** Whether a message was not sent for one of these reasons; paper is held back by them as well, and by no other. */
export function isOfHold(reason: string | null): boolean {
  return reason?.startsWith('hold ') === true;
}

/**
 * Reads the holds that are in force: not ended by anybody, and not over; of those that were set by a time, if one is
 * given.
 */
export async function readHolds(store: Store, at: number, setBy = at): Promise<Holds> {
  const inForce = (await listOpenHolds(store))
    .filter(({ until, madeAt }) => (until === null || until > at) && (setBy === at || madeAt <= setBy))
    .map((row) => ({ ...row, contact: row.contact?.toLowerCase() ?? null }));
  let successors: KnownSuccessors | null = null;
  const findHeld = async (party: string, contact: string) => {
    const open = inForce.filter((row) => row.contact === null || row.contact === contact);
    const direct = open.find((row) => row.party === null || row.party === party);
    const others = new Set(open.flatMap((row) => row.party ?? []));
    if (direct !== undefined || others.size === 0) return direct;
    if (await areAllParties(store, new Set([party, ...others]))) {
      const own = await readNewestParty(store, party);
      return open.find((row) => hasAddress(own, new Set(readHeld(row.held))));
    }
    successors ??= await knowSuccessors(store);
    const now = successors.find(party);
    const { ofHold } = successors;
    return open.find(
      (row) => row.party !== null && now.some((successor) => ofHold(row.id, row.party, row.held).has(successor)),
    );
  };
  return {
    find: async (party, contact) => {
      const held = await findHeld(party, contact.toLowerCase());
      if (held === undefined) return null;
      if (held.kind !== 'delay') return `hold ${held.id}: not to be contacted`;
      return `hold ${held.id}: disclosure is delayed${held.until === null ? '' : ` until ${formatTime(held.until)}`}`;
    },
  };
}

/**
 * Whether each of these ids is currently its own party, so that holds of other ids do not apply. Called for every
 * message.
 */
async function areAllParties(store: Store, ids: ReadonlySet<string>): Promise<boolean> {
  return (await countPresent(store, ids)) === ids.size;
}

/** Whose each id is now, and whom each hold is about, as of one state of parties and notices. */
interface KnownSuccessors {
  readonly standing: string;
  readonly find: ResolveSuccessors<Successor>;
  /** A hold's party and what that had never change. */
  readonly ofHold: (id: number, party: string | null, held: string | null) => ReadonlySet<Successor>;
}

/**
 * Of each open store the last that was read: it is asked for every message, and tens of thousands of parties and
 * notices would be read for each.
 */
const knownSuccessors = new WeakMap<Store, KnownSuccessors>();

async function knowSuccessors(store: Store): Promise<KnownSuccessors> {
  const standing = await readStanding(store);
  const known = knownSuccessors.get(store);
  if (known?.standing === standing) return known;
  const find = await readSuccessors(store);
  const holds = new Map<number, ReadonlySet<Successor>>();
  const ofHold: KnownSuccessors['ofHold'] = (id, party, held) => {
    const successors = holds.get(id) ?? new Set(party === null ? [] : find(party, readHeld(held)));
    holds.set(id, successors);
    return successors;
  };
  const read = { standing, find, ofHold };
  knownSuccessors.set(store, read);
  return read;
}

/**
 * Changes when parties or notices may have changed: a version counts its parties once, and again after each curation; a
 * notice counts from its wave's approval.
 */
async function readStanding(store: Store): Promise<string> {
  return JSON.stringify([
    await findCountedVersion(store),
    await findLastCuration(store),
    await countApprovedWaves(store),
  ]);
}

/** A notice may have been approved, or a hold recorded, under an id that a person or a directory changed since. */
async function readSuccessors(store: Store): Promise<ResolveSuccessors<PartyExposure>> {
  const last = await findCountedVersion(store);
  return createSuccessorResolver(last === null ? [] : await readParties(store, last), await listApprovedFacts(store));
}
