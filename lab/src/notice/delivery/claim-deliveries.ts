import { createHash } from 'node:crypto';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import { toEnvelopeSender } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store/store.ts';
import type { DeliveryBook } from '../store/delivery-book.ts';
import {
  type Candidate,
  listClaimed,
  listDue,
  listInhibited,
  listUnderWay,
  readMessage,
} from '../store/delivery-store.ts';
import { type Holds, isOfHold, readHolds } from './holds.ts';

/**
 * Candidates that are looked at together, and how many such pages: beyond them a claim finds nothing, and the next one
 * looks again.
 */
const pageRows = 64;
const mostPages = 64;

/** A delivery that this sender works on, with all that it needs. */
export interface ClaimedDelivery {
  readonly id: number;
  readonly fence: number;
  readonly from: string;
  readonly to: string;
  readonly message: Uint8Array;
}

export interface ClaimOptions {
  readonly store: Store;
  readonly book: DeliveryBook;
  readonly by: string;
  readonly waves: readonly number[];
  /** The envelope sender has no mark of a delivery here. */
  readonly bounce: string;
  /** The limit counts messages in transit to one domain, across all senders. */
  readonly perDestination: number;
  readonly now: () => number;
}

export interface Claims {
  readonly claimed: readonly ClaimedDelivery[];
  /** Some are due and had to be left, because as many as allowed are on their way to their domain. */
  readonly isHeldBack: boolean;
}

/**
 * Takes up to `most` due deliveries; the claims are on the disk when this returns. Those with a reason not to be sent
 * are inhibited on the way.
 */
export async function claimDeliveries(options: ClaimOptions, most: number): Promise<Claims> {
  const claimed: ClaimedDelivery[] = [];
  let isHeldBack = false;
  await options.book.run(true, async () => {
    const destinations = await countDestinations(options.store);
    const holds = await readHolds(options.store, options.now());
    for await (const candidate of listCandidates(options)) {
      if (claimed.length >= most) break;
      const destination = toDestination(candidate.contact);
      if ((destinations.get(destination) ?? 0) >= options.perDestination) {
        isHeldBack = true;
        continue;
      }
      const found = await claimOne(options, candidate, holds);
      if (found === null) continue;
      claimed.push(found);
      destinations.set(destination, (destinations.get(destination) ?? 0) + 1);
    }
  });
  return { claimed, isHeldBack };
}

async function claimOne(options: ClaimOptions, candidate: Candidate, holds: Holds): Promise<ClaimedDelivery | null> {
  const { book, store, by, bounce, now } = options;
  const inhibit = async (reason: string) => {
    await book.apply(candidate.id, { event: 'inhibit', reason });
    return null;
  };
  if (candidate.noticeState === 'withdrawn') return inhibit('the notice was withdrawn');
  const held = await holds.find(candidate.party, candidate.contact);
  if (held !== null) return inhibit(held);
  const address = readEnvelopeAddress(candidate.contact);
  if (address === null) return inhibit('the contact is not a usable mail address');
  const row = await readMessage(store, candidate.id);
  if (createHash('sha256').update(row.message).digest('hex') !== row.sha256)
    return inhibit('the message is not the one that was approved');
  if (!isAddressedTo(row.message, address.address)) return inhibit('the message was approved for another address');
  const entry = await book.apply(candidate.id, { event: 'claim', by, at: now() });
  if (entry.is === 'refused') return null;
  const from = toEnvelopeSender(bounce, row.token);
  return { id: candidate.id, fence: entry.delivery.fence, from, to: address.address, message: row.message };
}

/** Every header that we write is shorter. */
const mostHeaderBytes = 16_384;

/** The envelope comes from the approved bytes: nobody signed the row with the recipient. */
export function isAddressedTo(message: Uint8Array, address: string): boolean {
  const start = Buffer.from(message.subarray(0, mostHeaderBytes)).toString('latin1');
  const header = start.slice(0, start.indexOf('\r\n\r\n') + 2);
  const fields = [...header.matchAll(/^To: <?([^<>\r\n]+)>?\r$/gm)];
  return fields.length === 1 && fields[0]?.[1] === address;
}

/** Those that failed before come first: they have waited longest. */
async function* listCandidates(options: ClaimOptions): AsyncIterable<Candidate> {
  for (const state of ['deferred', 'approved'] as const) {
    let after = 0;
    for (let page = 0; page < mostPages; page += 1) {
      const rows = await selectCandidates(options, state, after);
      yield* rows;
      if (rows.length < pageRows) break;
      after = rows.at(-1)?.id ?? after;
    }
  }
}

function selectCandidates({ store, waves, now }: ClaimOptions, state: 'deferred' | 'approved', after: number) {
  return listDue(store, waves, state, { after, at: now() });
}

async function countDestinations(store: Store): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const contact of await listUnderWay(store)) {
    const destination = toDestination(contact);
    counts.set(destination, (counts.get(destination) ?? 0) + 1);
  }
  return counts;
}

function toDestination(contact: string): string {
  return contact.slice(contact.lastIndexOf('@') + 1).toLowerCase();
}

interface ExpiryOptions {
  readonly store: Store;
  readonly book: DeliveryBook;
  readonly now: () => number;
  readonly isGone: (name: string) => boolean;
}

/**
 * Takes over what senders left behind that are gone or past their lease: before the final dot it waits again, after it,
 * it is uncertain. Returns how many of each.
 */
export async function expireClaims(
  options: ExpiryOptions,
): Promise<{ readonly freed: number; readonly uncertain: number }> {
  const { store, book, now } = options;
  let freed = 0;
  let uncertain = 0;
  await book.run(true, async () => {
    const rows = await listClaimed(store);
    const gone = new Map<string, boolean>();
    for (const { id, claimed_by: by } of rows) {
      const name = by ?? '';
      let isSenderGone = gone.get(name);
      if (isSenderGone === undefined) {
        isSenderGone = options.isGone(name);
        gone.set(name, isSenderGone);
      }
      const entry = await book.apply(id, { event: 'expire', isSenderGone, at: now() });
      if (entry.is === 'refused') continue;
      if (entry.delivery.state === 'uncertain') uncertain += 1;
      else freed += 1;
    }
  });
  return { freed, uncertain };
}

/** Lets go what was inhibited for a reason that is over. Returns how many. */
export async function permitDeliveries(store: Store, book: DeliveryBook, now: () => number): Promise<number> {
  let permitted = 0;
  await book.run(false, async () => {
    const holds = await readHolds(store, now());
    const rows = await listInhibited(store);
    for (const { id, contact, party, noticeState, reason } of rows) {
      if (!isOfHold(reason) || noticeState === 'withdrawn') continue;
      if ((await holds.find(party, contact)) !== null) continue;
      const entry = await book.apply(id, { event: 'permit' });
      if (entry.is === 'written') permitted += 1;
    }
  });
  return permitted;
}
