import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import type { Store } from '../../src/adapters/store/store.ts';
import { type PendingTasks, readPendingTasks } from '../../src/notice/pending-tasks.ts';
import { listSentNotices, type NoticeSummary } from '../../src/notice/store/wave-store.ts';
import { know, openLampDesk, tell } from './lamp-desk.ts';
import { moveIn, rewindDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;

// No two waves are of one second.
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  return () => vi.useRealTimers();
});

async function look(
  change: (store: Store) => Promise<unknown>,
  toTold: (told: readonly NoticeSummary[]) => readonly NoticeSummary[] = (told) => told,
): Promise<PendingTasks> {
  const { store, close } = await openStateForActing(desk.state);
  try {
    await change(store);
    return await readPendingTasks(store, toTold(await listSentNotices(store)), Date.now() / 1000);
  } finally {
    await close();
  }
}

test('names a party that its last notice did not reach, whatever reached it before', async () => {
  const eml = join(desk.folder, 'harbor', 'lamp', '7.eml');
  writeFileSync(eml, 'From: ann@harbor.example\nTo: jo@acme.example\nDate: 25 Sep 2001 10:00:00 +0000\n\nmore\n');
  expect(await tell(desk)).toEqual(['acme.example supplement 2']);
  expect(
    await look(async (store) => {
      await moveIn(store, 'accepted', { notice: 1 });
      await moveIn(store, 'bounced', { notice: 2 });
    }),
  ).toMatchObject({ unreached: 1 });
  expect(
    await look(async (store) => {
      await rewindDeliveries(store, { notice: 2 });
      await moveIn(store, 'accepted', { notice: 2 });
    }),
  ).toMatchObject({ unreached: 0 });
});

test('a withdrawn promise of a reminder is no longer due', async () => {
  const remind = (state: 'approved' | 'withdrawn') => (told: readonly NoticeSummary[]) =>
    told.flatMap((first): NoticeSummary[] => [
      { ...first, facts: { ...first.facts, nextUpdate: null } },
      { ...first, id: 2, follows: 1, state, facts: { ...first.facts, kind: 'reminder' } },
    ]);
  const leave = () => Promise.resolve();
  expect((await look(leave, remind('approved'))).promised).toMatchObject({ notices: 1 });
  expect((await look(leave, remind('withdrawn'))).promised).toBe(null);
});
