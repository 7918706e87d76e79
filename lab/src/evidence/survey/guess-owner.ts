import { planShards } from '../plan-shards.ts';
import { ReaderProcess } from '../read-shard.ts';
import { READER_LIMITS } from '../reader-child.ts';
import type { Shard } from '../shard.ts';
import { unpackAddresses } from '../store/packed-addresses.ts';
import { walkMailbox } from '../walk.ts';

/** Copies examined: the owner is in nearly every one. */
const copiesLooked = 300;
/** Files of a group that are looked at. */
const itemsLooked = 200;

/** The most frequent address in a mailbox, or null if empty: nearly always its owner's. */
export async function guessOwner(custodian: string, path: string, spool: string): Promise<string | null> {
  const walk = walkMailbox(custodian, custodian, path);
  let shard: Shard | null = null;
  for await (const step of planShards(custodian, walk.files)) {
    if (step.is !== 'shard') continue;
    shard = { ...step.shard, items: step.shard.items.slice(0, itemsLooked) };
    break;
  }
  if (shard === null) return null;
  const seat = new ReaderProcess(walk.roots, spool, READER_LIMITS);
  const counts = new Map<string, number>();
  let copies = 0;
  try {
    for await (const step of seat.read(shard, null)) {
      if (step.is !== 'copies') continue;
      for (const row of step.rows) {
        const uses = unpackAddresses(row[10]).filter((use) => use.unreadable === null && use.role !== 'attached');
        for (const address of new Set(uses.map((use) => use.address.toLowerCase())))
          counts.set(address, (counts.get(address) ?? 0) + 1);
      }
      copies += step.rows.length;
      if (copies >= copiesLooked) break;
    }
  } finally {
    seat.close();
  }
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted[0]?.[0] ?? null;
}
