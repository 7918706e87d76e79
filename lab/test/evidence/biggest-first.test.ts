import { expect, test } from 'vitest';
import { BiggestFirst } from '../../src/evidence/biggest-first.ts';

const toWaiting = (id: number, bytes: number) => ({ id, shard: { key: `${id}`, custodian: 'c', items: [], bytes } });

test('the biggest comes first, equal ones in order of arrival, also with removals between', () => {
  const heap = new BiggestFirst();
  const kept: ReturnType<typeof toWaiting>[] = [];
  const takeBiggest = () => {
    const best = kept.reduce((a, b) => (b.shard.bytes > a.shard.bytes ? b : a));
    kept.splice(kept.indexOf(best), 1);
    return best.id;
  };
  for (let id = 0; id < 2000; id += 1) {
    const waiting = toWaiting(id, (id * 7919) % 101);
    heap.add(waiting);
    kept.push(waiting);
    if (id % 3 === 2) expect(heap.take()?.id).toBe(takeBiggest());
  }
  while (kept.length > 0) expect(heap.take()?.id).toBe(takeBiggest());
  expect(heap.take()).toBeUndefined();
});
