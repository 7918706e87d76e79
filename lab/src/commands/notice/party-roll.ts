import type { PartyExposure } from '@candor/core/impact';
import type { PartyKind } from '@candor/core/impact/party';
import { isInForce, type Rung } from '@candor/core/notice/contact';
import { type PartyDelivery, toOutcome } from '@candor/core/notice/delivery';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { findLastCuration } from '../../impact/store/curation-store.ts';
import { SIZES, streamListed, sumListed } from '../../impact/store/party-list-store.ts';
import { type LadderKnowledge, readLadderKnowledge, toLadder } from '../../notice/contacts/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { type RecordedHold, readHoldRows } from '../../notice/store/hold-store.ts';
import { listNoticeLines, type NoticeLine, readNoticeStamp } from '../../notice/store/notice-line-store.ts';
import { readNoticeDeliveries } from '../../notice/store/notified-store.ts';
import { requireLastVersion } from '../open-version.ts';

export type PartyStateName =
  | 'notified'
  | 'uncertain'
  | 'returned'
  | 'waiting'
  | 'draft'
  | 'barred'
  | 'delayed'
  | 'open'
  | 'list'
  | 'unexposed';

/** What a person has to do about a party next. */
export type PartyNeed = 'uncertain' | 'returned' | 'no-contact' | 'guessed' | 'draft';

/** What lists say of a party beside its figures. */
export interface RolledParty {
  /** Id, name and domains in lower case, a line each: what the search looks in. */
  readonly text: string;
  readonly kind: PartyKind;
  /** The least exposed messages of its size. */
  readonly size: string;
  readonly source: Rung | 'none';
  readonly contact: string | null;
  readonly language: string | null;
  readonly state: PartyStateName;
  readonly need: PartyNeed | null;
}

/** Every party of the newest version by id. */
export interface PartyRoll {
  readonly version: number;
  readonly parties: ReadonlyMap<string, RolledParty>;
}

/** One incident a thread, and its newest count only: some 15 MB with 50,000 parties. */
let held: { readonly path: string; readonly stamp: string; readonly roll: PartyRoll } | null = null;

/** Made again when anything changed that it says. */
export async function readPartyRoll(state: StateFolder): Promise<PartyRoll> {
  const { version } = await requireLastVersion(state);
  const { store, path } = state;
  const holds = await readHoldRows(store);
  const stamp = await readStamp(store, version, holds);
  if (held !== null && held.path === path && held.stamp === stamp) return held.roll;
  const roll = { version, parties: await rollParties(store, version, holds) };
  held = { path, stamp, roll };
  return roll;
}

async function readStamp(store: Store, version: number, holds: readonly RecordedHold[]): Promise<string> {
  const inForce = holds.filter((hold) => isInForce(hold, now())).map(({ id }) => id);
  return JSON.stringify([
    ...[version, await findLastCuration(store), inForce],
    ...[await sumListed(store, version), await readNoticeStamp(store)],
  ]);
}

async function rollParties(
  store: Store,
  version: number,
  holds: readonly RecordedHold[],
): Promise<ReadonlyMap<string, RolledParty>> {
  const { incident } = await loadIncidentNow(store);
  const at = now();
  const knowledge = await readLadderKnowledge(store, incident.organization.domains, holds, at);
  const notices = Map.groupBy(await listNoticeLines(store), ({ party }) => party);
  const deliveries = await readNoticeDeliveries(store);
  const barring = holds.filter((hold) => hold.contact === null && isInForce(hold, at));
  const parties = new Map<string, RolledParty>();
  for await (const rows of streamListed(store, version))
    for (const party of rows) {
      const ids = listOwnIds(party, knowledge);
      const own = ids.flatMap((id) => notices.get(id) ?? []);
      const state = findState(party, ids, { own, deliveries, barring });
      parties.set(party.party, toRolled(party, knowledge, state, own));
    }
  return parties;
}

/** Its own id, those merged by a person, and former ones that it completely replaces. */
export function listOwnIds(
  { party, mergedIds }: Pick<PartyExposure, 'party' | 'mergedIds'>,
  { inherited }: LadderKnowledge,
): readonly string[] {
  return [...new Set([party, ...mergedIds, ...(inherited.get(party)?.ids ?? [])])];
}

function toRolled(
  party: PartyExposure,
  knowledge: LadderKnowledge,
  state: PartyStateName,
  own: readonly NoticeLine[],
): RolledParty {
  const [best] = toLadder(party, knowledge).steps;
  const contact = best?.contacts[0] ?? null;
  const source = best?.rung ?? 'none';
  return {
    text: [party.party, party.name, ...party.domains].join('\n').toLowerCase(),
    kind: party.kind,
    size: String(SIZES.find((least) => party.messages >= least) ?? 0),
    source,
    contact: contact?.address ?? null,
    language: own.findLast(({ state: is }) => is !== 'discarded')?.language ?? contact?.language ?? null,
    state,
    need: findNeed(state, source),
  };
}

interface Gathered {
  readonly own: readonly NoticeLine[];
  readonly deliveries: ReadonlyMap<number, PartyDelivery['deliveries']>;
  readonly barring: readonly RecordedHold[];
}

/** `notified` by the rule of `countNotified`: what was only approved is not. */
function findState(party: PartyExposure, ids: readonly string[], { own, deliveries, barring }: Gathered) {
  const approved = own.filter(({ state, kind }) => state === 'approved' && kind !== 'announcement');
  const outcomes = new Set(
    approved.flatMap(({ id }) => deliveries.get(id) ?? []).map((one) => toOutcome(one.state, one.takenBy).is),
  );
  const isPosted = approved.some(({ posting }) => posting !== null);
  if (isPosted || outcomes.has('sent') || outcomes.has('settled') || outcomes.has('carried-over')) return 'notified';
  if (outcomes.has('uncertain')) return 'uncertain';
  if (outcomes.has('returned')) return 'returned';
  const holds = barring.filter((hold) => hold.party === null || ids.includes(hold.party));
  if (holds.some(({ kind }) => kind === 'do-not-contact')) return 'barred';
  if (holds.length > 0) return 'delayed';
  if (approved.length > 0) return 'waiting';
  if (own.some(({ state, kind }) => state === 'composed' && kind !== 'announcement')) return 'draft';
  if (party.messages + party.undetermined + party.intruderSent === 0) return 'unexposed';
  return party.kind === 'list' ? 'list' : 'open';
}

function findNeed(state: PartyStateName, source: Rung | 'none'): PartyNeed | null {
  if (state === 'uncertain' || state === 'returned') return state;
  if (state !== 'open' && state !== 'draft' && state !== 'waiting') return null;
  if (source === 'none') return 'no-contact';
  if (state === 'draft') return 'draft';
  return state === 'open' && (source === 'roles' || source === 'correspondents') ? 'guessed' : null;
}
