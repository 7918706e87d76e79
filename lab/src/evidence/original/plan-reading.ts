import { compareUtf8 } from '@candor/core/base';
import type { Store } from '../../adapters/store/store.ts';
import type { ReaderItem } from '../protocol.ts';
import { MAILBOX_FORMATS } from '../reader/formats/registry.ts';
import { type EvidencePlace, findPlaces } from '../store/evidence-file-store.ts';
import type { PlacedCopy } from '../store/found-copy-store.ts';
import { findShard } from '../store/known-shards.ts';

/** A copy that is to be read again, and what for. */
export interface WantedCopy<Order> {
  readonly copy: PlacedCopy;
  readonly order: Order;
}

/**
 * A message to be read again, with everything that it is wanted for. The digest shows whether it is still what it was.
 */
export interface WantedMessage<Order> {
  readonly location: string;
  readonly sha256: string;
  readonly orders: readonly Order[];
}

/** What one reader process is given at once. */
export interface ReadingTask<Order> {
  readonly items: readonly ReaderItem[];
  readonly wanted: readonly WantedMessage<Order>[];
}

/**
 * Messages of a task that lie bare in their files: enough to make its own cost small, few enough to lose little with a
 * killed process.
 */
const messagesATask = 200;
const bytesATask = 32 * 1024 * 1024;
/** Formats in which a message's bytes lie as they are. */
const bareFormats: ReadonlySet<string> = new Set(
  MAILBOX_FORMATS.filter(({ isBare }) => isBare === true).map(({ name }) => name),
);

/**
 * Plans rereading the evidence. Bare messages are read individually in disk order; archives and Outlook files once for
 * all parties. Copies without a known file are omitted.
 */
export async function planReading<Order>(
  store: Store,
  wanted: readonly WantedCopy<Order>[],
): Promise<readonly ReadingTask<Order>[]> {
  const places = await findPlaces(store, new Set(wanted.map(({ copy }) => copy.file)));
  const bare: WantedCopy<Order>[] = [];
  const packed = new Map<string, WantedCopy<Order>[]>();
  for (const one of wanted) {
    const place = places.get(one.copy.file);
    if (place === undefined || one.copy.sha256 === null) continue;
    if (!one.copy.isPacked && bareFormats.has(place.format)) {
      bare.push(one);
      continue;
    }
    const key = `${one.copy.shardId} ${one.copy.file}`;
    const others = packed.get(key);
    if (others === undefined) packed.set(key, [one]);
    else others.push(one);
  }
  const tasks = planBare(bare, places);
  for (const group of packed.values()) {
    const items = await findItems(store, group[0]?.copy);
    if (items.length > 0) tasks.push({ items, wanted: joinOrders(group) });
  }
  return tasks;
}

function planBare<Order>(
  wanted: readonly WantedCopy<Order>[],
  places: ReadonlyMap<string, EvidencePlace>,
): ReadingTask<Order>[] {
  const sorted = [...wanted].sort((a, b) => compareUtf8(a.copy.file, b.copy.file) || a.copy.position - b.copy.position);
  const tasks: ReadingTask<Order>[] = [];
  let piece: WantedCopy<Order>[] = [];
  let bytes = 0;
  const end = (): void => {
    if (piece.length === 0) return;
    const messages = joinOrders(piece);
    const copies = new Map(piece.map(({ copy }) => [copy.location, copy]));
    const items = [...copies.values()].map(({ location, file, position, length }): ReaderItem => {
      return { is: 'message', raw: places.get(file)?.raw ?? '', location, offset: position, length };
    });
    tasks.push({ items, wanted: messages });
    piece = [];
    bytes = 0;
  };
  for (const one of sorted) {
    const isSame = piece.at(-1)?.copy.location === one.copy.location;
    if (!isSame && (piece.length >= messagesATask || bytes + one.copy.length > bytesATask)) end();
    piece.push(one);
    bytes += isSame ? 0 : one.copy.length;
  }
  end();
  return tasks;
}

/** One message per location, with all its orders. */
function joinOrders<Order>(wanted: readonly WantedCopy<Order>[]): readonly WantedMessage<Order>[] {
  const joined = new Map<string, { sha256: string; orders: Order[] }>();
  for (const { copy, order } of wanted) {
    const known = joined.get(copy.location);
    if (known === undefined) joined.set(copy.location, { sha256: copy.sha256 ?? '', orders: [order] });
    else known.orders.push(order);
  }
  return [...joined].map(([location, message]) => ({ location, ...message }));
}

/** The container as the shard had it that read it first. */
async function findItems(store: Store, copy: PlacedCopy | undefined): Promise<readonly ReaderItem[]> {
  if (copy === undefined) return [];
  const shard = await findShard(store, copy.shardId);
  return (shard?.items ?? []).filter(({ location }) => location === copy.file);
}
