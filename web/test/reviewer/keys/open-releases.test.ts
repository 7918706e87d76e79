import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Released } from './support/organization.ts';
import { flawOf, type Reader, WorkerWorld } from './support/worker-world.ts';

let world: WorkerWorld;
let kim: Reader;
let released: Released;
beforeAll(async () => {
  world = await new WorkerWorld().start();
  kim = await world.enroll('Kim');
  released = await world.release([kim]);
  await world.allow([kim], [released]);
});
afterAll(() => world.end());

test('opens a release that two people approved and the log contains, with complete messages', async () => {
  const { keyWorker } = await world.signIn(kim);
  const opened = await keyWorker.call('open-releases', {});
  expect(opened).toMatchObject({
    state: 'opened',
    party: 'northwind.example',
    role: 'nominator',
    manifestDigest: released.release,
    approvers: { value: ['Ines Adler', 'Omar Reyes'] },
    keySet: world.organization.fingerprint,
    messages: 2,
    seenBefore: null,
    withheld: [],
    manifest: { release: 1, figures: { releasable: 2 } },
    log: { origin: 'harbor.example/log', size: world.organization.size, continued: null },
  });
  for (const [id, { text }] of released.messages)
    expect(Buffer.from((await keyWorker.call('open-message', { id })).bytes).toString()).toBe(text);
  expect(await flawOf(keyWorker.call('open-message', { id: 'ab'.repeat(32) }))).toBe('unknown-message');
});
