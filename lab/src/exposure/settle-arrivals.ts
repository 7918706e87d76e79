import { toALabels } from '@candor/core/base';
import { type Arrival, addProof, type DeliveryProof } from '@candor/core/evidence/message';
import { toFolderKey } from '@candor/core/exposure/key';
import type { Incident, ListedFolder } from '@candor/core/incident';
import type { Store } from '../adapters/store/store.ts';
import { type LoggedTimes, listLoggedMailboxes, readLoggedTimes } from '../evidence/store/delivery-store.ts';
import { NameJoin } from './name-join.ts';
import {
  type DatedCopy,
  forgetArrivalProofs,
  insertArrivals,
  insertOwnSent,
  listAnswering,
  listUnreceivedFolders,
  type SentCandidate,
  type SettledArrival,
  streamDatedCopies,
  streamSiblings,
  streamUnreceived,
} from './store/arrival-proof-store.ts';

/** What arrivals are settled against. */
export interface ArrivalSettings {
  readonly incident: Incident;
  readonly folderLists: ReadonlyMap<string, readonly ListedFolder[]>;
}

/**
 * Settles when copies arrived from what lies outside them (docs/formats/rules.md, Arrival): delivery logs, the copies
 * that own sent mail became in other mailboxes, and what it answers. Written for the copies that it changes, in place
 * of what the run before wrote.
 */
export async function settleArrivals(store: Store, { incident, folderLists }: ArrivalSettings): Promise<void> {
  await forgetArrivalProofs(store);
  const senders = await findOwnSent(store, incident, folderLists);
  const siblings = senders.size === 0 ? new Map<number, number>() : await findSiblings(store);
  const logged = await listLoggedMailboxes(store);
  for (const { custodian } of incident.mailboxes) {
    if (!senders.has(custodian) && !logged.has(custodian)) continue;
    const times = logged.has(custodian) ? await readLoggedTimes(store, custodian) : NO_TIMES;
    await settleMailbox(store, custodian, times, siblings);
  }
}

const NO_TIMES: ReadonlyMap<string, LoggedTimes> = new Map();

/** Keeps the own sent mail of every mailbox; gives the mailboxes that have any. */
async function findOwnSent(
  store: Store,
  { mailboxes, organization }: Incident,
  folderLists: ArrivalSettings['folderLists'],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const isInternal = createInternalTest(organization.domains);
  const folders = await listUnreceivedFolders(store);
  for (const { custodian } of mailboxes) {
    const isSent = createSentTest(folderLists.get(custodian) ?? []);
    const named = folders.flatMap(({ custodian: of, folder }) =>
      of === custodian && folder !== null && isSent(folder) ? [folder] : [],
    );
    for await (const copies of streamUnreceived(store, custodian, named)) {
      const own = copies.filter(
        ({ from, folder, labels, isByOwner }) =>
          (isByOwner || (folder !== null && isSent(folder)) || labels?.some(isSent) === true) && from.some(isInternal),
      );
      if (own.length > 0) found.add(custodian);
      insertOwnSent(store, own);
    }
  }
  return found;
}

function createSentTest(folders: readonly ListedFolder[]): (path: string) => boolean {
  const sent = new Set(
    folders.filter(({ type }) => type.trim().toLowerCase() === 'sentitems').map(({ path }) => toFolderKey(path)),
  );
  return (path) => sent.size > 0 && sent.has(toFolderKey(path));
}

function createInternalTest(domains: readonly string[]): (address: SentCandidate['from'][number]) => boolean {
  return (address) => {
    const domain = toALabels(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
    return domains.some((own) => domain === own || domain.endsWith(`.${own}`));
  };
}

/** For own sent mail, the earliest `Received` of a copy with its fingerprint and one of its names. */
async function findSiblings(store: Store): Promise<ReadonlyMap<number, number>> {
  const exact = new Map<number, number>();
  const folded = new Map<number, number>();
  const keep = (found: Map<number, number>, copy: number, at: number): void => {
    found.set(copy, Math.min(found.get(copy) ?? at, at));
  };
  for await (const siblings of streamSiblings(store))
    for (const { copy, received, names, sentNames } of siblings) {
      if (names.some((name) => sentNames.includes(name))) keep(exact, copy, received);
      else {
        const lower = new Set(sentNames.map((name) => name.toLowerCase()));
        if (names.some((name) => lower.has(name.toLowerCase()))) keep(folded, copy, received);
      }
    }
  return new Map([...folded, ...exact]);
}

/** One pass over the mailbox; only copies that something is proved of are held. */
async function settleMailbox(
  store: Store,
  custodian: string,
  times: ReadonlyMap<string, LoggedTimes>,
  siblings: ReadonlyMap<number, number>,
): Promise<void> {
  const answering = await listAnswering(store, custodian);
  const asking = new Set(answering.map(({ copy }) => copy));
  const logs = new NameJoin<DatedCopy>(times.keys());
  const answered = new NameJoin<DatedCopy>(answering.flatMap(({ answers }) => answers));
  const held = new Map<number, DatedCopy>();
  for await (const copies of streamDatedCopies(store, custodian))
    for (const copy of copies) {
      const isLogged = logs.add(copy.names, copy);
      const isAnswered = answered.add(copy.names, copy);
      if (isLogged || isAnswered || siblings.has(copy.id) || asking.has(copy.id)) held.set(copy.id, copy);
    }
  const proofs = new Map<number, DeliveryProof[]>();
  const addTo = (copy: number, proof: DeliveryProof): void => {
    proofs.set(copy, [...(proofs.get(copy) ?? []), proof]);
  };
  for (const [name, { earliest, latest }] of times)
    for (const { id } of logs.find(name)) addTo(id, { from: 'log', earliest, latest });
  for (const id of held.keys()) {
    const at = siblings.get(id);
    if (at !== undefined) addTo(id, { from: 'sibling', earliest: at, latest: at });
  }
  const arrivals = new Map<number, Arrival>();
  for (const [id, { own, date }] of held)
    arrivals.set(
      id,
      (proofs.get(id) ?? []).reduce((arrival, proof) => addProof(arrival, date, proof), own),
    );
  const answers = new Map(
    answering.map(({ copy, answers: ids }) => [copy, findAnswered(ids, answered, arrivals)] as const),
  );
  const settled: SettledArrival[] = [];
  for (const [copy, arrival] of arrivals) {
    const at = answers.get(copy) ?? null;
    if (proofs.has(copy) || at !== null) settled.push({ copy, arrival, answered: at });
  }
  await insertArrivals(store, settled);
}

/** When the first of what a copy answers had arrived, if all of it is known to have, by a delivery source. */
function findAnswered(
  ids: readonly string[],
  held: NameJoin<DatedCopy>,
  arrivals: ReadonlyMap<number, Arrival>,
): number | null {
  let earliest: number | null = null;
  for (const id of ids)
    for (const copy of held.find(id)) {
      const { at, source } = arrivals.get(copy.id) ?? copy.own;
      if (at === null || source !== 'delivery') return null;
      earliest = Math.min(earliest ?? at, at);
    }
  return earliest;
}
