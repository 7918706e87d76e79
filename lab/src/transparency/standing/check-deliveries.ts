import { createHash } from 'node:crypto';
import type { Problem } from '@candor/core/base';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import { type FollowedDelivery, UNLINKED } from '@candor/core/notice/delivery';
import type { Store } from '../../adapters/store/store.ts';
import { isAddressedTo } from '../../notice/delivery/index.ts';
import { digestRow } from '../../notice/store/chain-store.ts';
import { listCheckedAttempts, listCheckedDeliveries } from '../../notice/store/checked-store.ts';
import { progressColumns, toProgressRow } from '../../notice/store/delivery-book.ts';
import { streamAllMessages } from '../../notice/store/delivery-store.ts';
import type { FollowedChain } from './check-chain.ts';

type Row = Awaited<ReturnType<typeof listCheckedDeliveries>>[number];

/**
 * Whether every delivery stands where its links lead, with the attempts that they tell of, and whether its message is
 * still the approved one for its address. The state column is only a copy.
 */
export async function checkDeliveries(store: Store, chain: FollowedChain): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const find = (id: number | bigint, text: string) => {
    problems.push({ code: 'delivery-state', place: `delivery ${id}`, text, weight: 'person' });
  };
  const rows = await listCheckedDeliveries(store);
  const tried = Map.groupBy(await listCheckedAttempts(store), ({ message_id }) => message_id);
  for (const row of rows) {
    const followed = chain.deliveries.get(row.message_id) ?? UNLINKED;
    const fault = findStateFault(row, followed) ?? findAttemptFault(tried.get(row.message_id) ?? [], followed);
    if (fault !== null) find(row.id, fault);
  }
  for (const { delivery_id: id } of tried.get(null) ?? []) find(id, 'it has an attempt, and is not in this state');
  const known = new Set(rows.map(({ message_id }) => message_id));
  for (const [messageId] of chain.deliveries)
    if (!known.has(messageId))
      problems.push({
        ...{ code: 'delivery-state', place: messageId, weight: 'person' },
        text: 'the chain has this delivery, and this state does not: it was taken out',
      });
  for await (const { id, contact, sha256, message } of streamAllMessages(store)) {
    if (createHash('sha256').update(message).digest('hex') !== sha256)
      find(id, 'its message is not the one that was approved');
    else if (isElsewhere(message, contact)) find(id, 'its message was approved for another address');
  }
  return problems;
}

/** A contact that is no usable address gets no mail, and its message names none. */
function isElsewhere(message: Uint8Array, contact: string): boolean {
  const address = readEnvelopeAddress(contact);
  return address !== null && !isAddressedTo(message, address.address);
}

function findStateFault(row: Row, { delivery, changedAt, takenBy, carried }: FollowedDelivery): string | null {
  const given = toProgressRow(delivery);
  const differing = progressColumns.filter((column) => row[column] !== given[column]);
  if (differing.includes('state')) {
    if (row.state !== 'accepted') return `it is ${row.state} in this state, and its links give ${delivery.state}`;
    return `it is accepted in this state without the relay's reply in the chain: its links give ${delivery.state}`;
  }
  if (differing.length > 0) return `${differing.join(', ')}: this state has other values than its links give`;
  if (changedAt !== null && row.changed_at !== changedAt) return 'it changed at another time than its links say';
  if (delivery.state === 'accepted' && takenBy === null) return "it is accepted without the relay's reply in the chain";
  if (carried !== null && row.entry === null) return 'it was carried over, and the log has no entry of its wave';
  return null;
}

type Attempt = Awaited<ReturnType<typeof listCheckedAttempts>>[number];

function findAttemptFault(rows: readonly Attempt[], { attempts, carried }: FollowedDelivery): string | null {
  const stored = rows.map(({ attempt, fence, event, host, reply, at }) => ({ attempt, fence, event, host, reply, at }));
  const before = carried?.attempts ?? 0;
  if (stored.length !== before + attempts.length)
    return `it has ${stored.length} attempts in this state, and its links give ${before + attempts.length}`;
  if (carried !== null && digestRow(stored.slice(0, before)) !== carried.digest)
    return 'its attempts from before deliveries were chained were changed since';
  const isOther = attempts.some((attempt, at) => digestRow({ ...attempt }) !== digestRow(stored[before + at] ?? null));
  return isOther ? 'its attempts are not those that its links give' : null;
}
