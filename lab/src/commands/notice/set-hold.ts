import { advise, formatInstant, hint, Refusal } from '@candor/core/base';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import { findEndingDelays, type Hold, isInForce } from '@candor/core/notice/contact';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { type DecisionMade, decide } from '../../ledger/decision/index.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { createSuccessorResolver } from '../../notice/party/index.ts';
import { insertHold, markEnded, readHolds, toHeld } from '../../notice/store/hold-store.ts';
import { listDeliveries, listNotices, listSentNotices, listWaves } from '../../notice/store/wave-store.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { findParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';

export interface HoldOrder extends DecidedBy {
  readonly kind: Hold['kind'];
  /** A party; null: everybody (a delay), or only the address. */
  readonly party: string | null;
  readonly contact: string | null;
  readonly askedBy: string;
  readonly until: number | null;
}

/** What a hold comes too late for, and what waits for its end. */
export interface HoldSet extends Hold {
  /** Notices that went out, or may have. */
  readonly told: number;
  /** Approved ones of which nothing was sent yet. */
  readonly waiting: number;
  readonly decision: DecisionMade;
}

export interface HoldView extends Hold {
  readonly isInForce: boolean;
  /** It ends within days, or ended without anybody saying so: a person must decide. */
  readonly isEnding: boolean;
}

/**
 * Records a hold: a disclosure delay, which is a log entry, or a party or address that must not be written to.
 * @throws Refusal for an unknown party, a past date, or a delay without requester and reason.
 */
export async function setHold(state: StateFolder, order: HoldOrder): Promise<HoldSet> {
  const { store } = state;
  const at = now();
  if (order.until !== null && order.until <= at)
    throw new Refusal('day-is-over', [`${formatInstant(order.until)} is past; a delay must end in the future`]);
  const last = await requireLastVersion(state);
  const parties = order.party === null ? [] : await readParties(store, last.version);
  const found = order.party === null ? null : findParty(parties, order.party);
  const party = found?.party ?? null;
  const address = order.contact === null ? null : readEnvelopeAddress(order.contact);
  if (order.contact !== null && address === null)
    throw new Refusal('bad-address', [`"${order.contact}" is not a usable mail address`]);
  const contact = address?.address.toLowerCase() ?? null;
  if (order.kind === 'delay') await requireActiveOperators(state, createNodeRuntime(), at);
  const findSuccessors = createSuccessorResolver(parties, party === null ? [] : await listSentNotices(store));
  const isHeld = (id: string) => party === null || findSuccessors(id).some((successor) => successor.party === party);
  const sent = await countSent(store, isHeld, contact);
  const { kind, askedBy, why, until } = order;
  const by = await openDecider(store, order);
  const rows = [
    {
      what: party ?? contact ?? 'everybody',
      before: null,
      after: { askedBy, until: until === null ? null : formatInstant(until) },
    },
  ];
  const { result, decision } = await decide(
    store,
    createNodeRuntime(),
    { act: `${kind}.begin`, by, why, at, rows },
    async (deciding) => {
      const held = found === null ? null : toHeld(found);
      const what = { kind, party, contact, askedBy, why, until };
      const id = await insertHold(deciding, { ...what, held, by: by.name, at });
      const hold: Hold = { id, ...what, endedAt: null };
      if (kind === 'delay') await log(state, hold, 'begun', by.name, at);
      return hold;
    },
  );
  return { ...result, ...sent, decision };
}

/**
 * Notices to held parties, under any ids, and to this address, or all. One withdrawn after it left had notified as
 * well.
 */
async function countSent(
  store: Store,
  isHeld: (party: string) => boolean,
  contact: string | null,
): Promise<Pick<HoldSet, 'told' | 'waiting'>> {
  let out = 0;
  let waiting = 0;
  for (const wave of await listWaves(store)) {
    const deliveries = Map.groupBy(await listDeliveries(store, wave.id), ({ notice_id }) => notice_id);
    for (const { id, party, state, posting } of await listNotices(store, wave.id)) {
      if (!isHeld(party)) continue;
      const states = (deliveries.get(id) ?? [])
        .filter((delivery) => contact === null || delivery.contact.toLowerCase() === contact)
        .map((delivery) => delivery.state);
      if (states.some((one) => MAYBE_OUT.has(one)) || (contact === null && posting !== null)) out += 1;
      else if (state === 'approved' && states.includes('approved')) waiting += 1;
    }
  }
  return { told: out, waiting };
}

/** States of a delivery that the next hop has, or may have. */
const MAYBE_OUT: ReadonlySet<string> = new Set(['intent', 'data', 'accepted', 'uncertain']);

/**
 * Ends a hold early, or confirms its end.
 * @throws Refusal for an unknown or ended one.
 */
export async function endHold(
  state: StateFolder,
  kind: Hold['kind'],
  id: number,
  decided: DecidedBy,
): Promise<Hold & { readonly decision: DecisionMade }> {
  const { store } = state;
  const at = now();
  const hold = (await readHolds(store)).find((known) => known.id === id && known.kind === kind);
  if (hold === undefined || hold.endedAt !== null)
    throw new Refusal('unknown-hold', [
      advise`there is no ${kind === 'delay' ? 'delay' : 'hold'} ${id} that is active; ${hint('delay.list')} and ${hint('do-not-contact.list')} show them`,
    ]);
  if (kind === 'delay') await requireActiveOperators(state, createNodeRuntime(), at);
  const { why } = decided;
  const by = await openDecider(store, decided);
  const rows = [{ what: hold.party ?? hold.contact ?? 'everybody', before: { askedBy: hold.askedBy }, after: null }];
  const { decision } = await decide(
    store,
    createNodeRuntime(),
    { act: `${kind}.end`, by, why, at, rows },
    async (deciding) => {
      await markEnded(deciding, id, by.name, at);
      if (kind === 'delay') await log(state, { ...hold, why }, 'ended', by.name, at);
    },
  );
  return { ...hold, endedAt: at, decision };
}

export async function listHolds(state: StateFolder, kind: Hold['kind']): Promise<readonly HoldView[]> {
  const at = now();
  const holds = (await readHolds(state.store)).filter((hold) => hold.kind === kind);
  const ending = new Set(findEndingDelays(holds, at).map(({ id }) => id));
  return holds.map((hold) => ({ ...hold, isInForce: isInForce(hold, at), isEnding: ending.has(hold.id) }));
}

async function log({ store }: StateFolder, hold: Hold, act: 'begun' | 'ended', by: string, at: number): Promise<void> {
  const { askedBy, party, until, why } = hold;
  const body = { act, askedBy, by, party, until: until === null ? null : formatInstant(until), why };
  await appendEntry(store, createNodeRuntime(), { kind: 'delay', at, body });
}
