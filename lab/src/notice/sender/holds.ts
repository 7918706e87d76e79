import { formatTime } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import type { Store } from '../../adapters/store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { createHeirFinder, type FindHeirs, type Heir, hasAddress, type Told } from '../party/heirs.ts';
import { readHeld } from '../party/holds-store.ts';
import type { StoredFacts } from '../wave/wave-store.ts';

/** What must not be told, or not to whom, at this moment. */
export interface Holds {
  /** The reason that concerns a party or one of its contacts; null when there is none. */
  find(party: string, contact: string): Promise<string | null>;
}

/** Whether a message was not sent for one of these reasons; paper is held back by them as well, and by no other. */
export function isOfHold(reason: string | null): boolean {
  return reason?.startsWith('hold ') === true;
}

/** Reads the holds that are in force: not ended by anybody, and not over; of those that were set by a time, if one is given. */
export async function readHolds(store: Store, at: number, setBy = at): Promise<Holds> {
  const rows = await store.db.selectFrom('notice_hold').selectAll().where('ended_at', 'is', null).execute();
  const inForce = rows
    .filter(({ until, made_at }) => (until === null || until > at) && (setBy === at || made_at <= setBy))
    .map((row) => ({ ...row, contact: row.contact?.toLowerCase() ?? null }));
  let heirs: KnownHeirs | null = null;
  const findHeld = async (party: string, contact: string) => {
    const open = inForce.filter((row) => row.contact === null || row.contact === contact);
    const direct = open.find((row) => row.party === null || row.party === party);
    const others = new Set(open.flatMap((row) => row.party ?? []));
    if (direct !== undefined || others.size === 0) return direct;
    if (await areAllParties(store, new Set([party, ...others]))) {
      const own = await readParty(store, party);
      return open.find((row) => hasAddress(own, new Set(readHeld(row.held))));
    }
    heirs ??= await knowHeirs(store);
    const now = heirs.find(party);
    const { ofHold } = heirs;
    return open.find((row) => row.party !== null && now.some((heir) => ofHold(row.id, row.party, row.held).has(heir)));
  };
  return {
    find: async (party, contact) => {
      const held = await findHeld(party, contact.toLowerCase());
      if (held === undefined) return null;
      if (held.kind !== 'delay') return `hold ${held.id}: not to be written to`;
      return `hold ${held.id}: disclosure is delayed${held.until === null ? '' : ` until ${formatTime(held.until)}`}`;
    },
  };
}

/** Whether each of these ids is a party of its own by the newest count: then one is of another only what that one had before. It is asked for every message. */
async function areAllParties(store: Store, ids: ReadonlySet<string>): Promise<boolean> {
  const { parties } = await store.db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.countAll<number>().as('parties'))
    .where('party', 'in', [...ids])
    .where('version', '=', (select) =>
      select.selectFrom('impact_party').select(({ fn }) => fn.max('version').as('last')),
    )
    .executeTakeFirstOrThrow();
  return Number(parties) === ids.size;
}

async function readParty(store: Store, party: string): Promise<PartyExposure> {
  const { row } = await store.db
    .selectFrom('impact_party')
    .select('row')
    .where('party', '=', party)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  return JSON.parse(row) as PartyExposure;
}

/** Whose each id is now, and whom each hold is about, as of one state of parties and notices. */
interface KnownHeirs {
  readonly standing: string;
  readonly find: FindHeirs<Heir>;
  /** A hold's party and what that had never change. */
  readonly ofHold: (id: number, party: string | null, held: string | null) => ReadonlySet<Heir>;
}

/** Of each open store the last that was read: it is asked for every message, and tens of thousands of parties and notices would be read for each. */
const knownHeirs = new WeakMap<Store, KnownHeirs>();

async function knowHeirs(store: Store): Promise<KnownHeirs> {
  const standing = await readStanding(store);
  const known = knownHeirs.get(store);
  if (known?.standing === standing) return known;
  const find = await readHeirs(store);
  const holds = new Map<number, ReadonlySet<Heir>>();
  const ofHold: KnownHeirs['ofHold'] = (id, party, held) => {
    const heirs = holds.get(id) ?? new Set(party === null ? [] : find(party, readHeld(held)));
    holds.set(id, heirs);
    return heirs;
  };
  const read = { standing, find, ofHold };
  knownHeirs.set(store, read);
  return read;
}

/**
 * Another one as soon as parties or what was told may be others: a version counts its parties once, and anew for each act of curation; a notice counts as told from
 * the approval of its wave on.
 */
async function readStanding({ db }: Store): Promise<string> {
  const { version } = await db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  const { curation } = await db
    .selectFrom('impact_curation')
    .select(({ fn }) => fn.max('id').as('curation'))
    .executeTakeFirstOrThrow();
  const { waves } = await db
    .selectFrom('notice_wave')
    .select(({ fn }) => fn.count('entry').as('waves'))
    .executeTakeFirstOrThrow();
  return JSON.stringify([version, curation, waves]);
}

/** A notice may have been approved, or a hold recorded, under an id that a person or a directory changed since. */
async function readHeirs(store: Store): Promise<FindHeirs<PartyExposure>> {
  const { last } = await store.db
    .selectFrom('impact_party')
    .select(({ fn }) => fn.max('version').as('last'))
    .executeTakeFirstOrThrow();
  const told = await store.db
    .selectFrom('notice_notice')
    .select(['party', 'facts'])
    .where('state', 'in', ['approved', 'withdrawn'])
    .where('kind', '!=', 'announcement')
    .orderBy('id')
    .execute();
  return createHeirFinder(
    last === null ? [] : await readParties(store, Number(last)),
    told.map(({ party, facts }): Told => ({ party, ...(JSON.parse(facts) as StoredFacts) })),
  );
}
