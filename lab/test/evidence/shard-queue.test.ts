import { expect, test } from 'vitest';
import { ShardQueue } from '../../src/evidence/import/import-mailboxes.ts';
import { toCutSizes } from '../../src/evidence/plan-shards.ts';

const toWaiting = (id: number, bytes: number) => ({ id, shard: { key: `${id}`, custodian: 'c', items: [], bytes } });

test('reads the largest waiting shard next', async () => {
  const queue = new ShardQueue();
  for (const [id, bytes] of [3, 9, 5].entries()) queue.add(toWaiting(id, bytes));
  expect([(await queue.next())?.id, (await queue.next())?.id, (await queue.next())?.id]).toEqual([1, 2, 0]);
});

test('an idle reader waits for the next shard and is released when no more come', async () => {
  const queue = new ShardQueue();
  const early = [queue.next(), queue.next()];
  queue.add(toWaiting(7, 1));
  queue.end();
  expect((await early[0])?.id).toBe(7);
  expect(await early[1]).toBeNull();
  expect(await queue.next()).toBeNull();
});

test('does not read waiting shards after the reading was aborted', async () => {
  const queue = new ShardQueue();
  queue.add(toWaiting(1, 1));
  queue.stop();
  queue.add(toWaiting(2, 1));
  expect(queue.stopped).toBe(true);
  expect(await queue.next()).toBeNull();
});

test('one reader leaves larger mboxes whole than several do', () => {
  const { rangeBytes, cutBytes } = toCutSizes(1);
  expect(cutBytes).toBeGreaterThan(rangeBytes);
  expect(toCutSizes(2).cutBytes).toBeUndefined();
});

test('pauses discovery while the waiting shards hold a hundred thousand files', async () => {
  const files = Array.from({ length: 50_000 }, () => ({}) as never);
  const toFull = (id: number) => ({ id, shard: { ...toWaiting(id, 1).shard, items: files } });
  const queue = new ShardQueue();
  const seen: string[] = [];
  for (const id of [1, 2]) {
    await queue.room();
    queue.add(toFull(id));
  }
  const more = queue.room().then(() => seen.push('room'));
  await new Promise((settle) => setImmediate(settle));
  expect(seen).toEqual([]);
  await queue.next();
  await more;
  expect(seen).toEqual(['room']);
  queue.add(toFull(3));
  const last = queue.room();
  queue.stop();
  await last;
});
