import type { DeliveryStateName } from '@candor/core/notice/delivery';
import { beforeAll, expect, test, vi } from 'vitest';
import { writeFact } from '../../src/adapters/store/state-fact.ts';
import { openStateForActing, openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { readNoticeNeeds } from '../../src/commands/notice/notice-needs.ts';
import { readStatus } from '../../src/commands/read-status.ts';
import { readingState } from '../opened-state.ts';
import { openLampDesk } from './lamp-desk.ts';
import { type Move, moveIn, rewindDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

const DAY = 86_400;
/** 1 Oct 2001, 12:00 UTC */
const START = 1_001_937_600;

let desk: NoticeDesk;
const type = async (...words: readonly string[]) => {
  expect((await desk.type(...words, '--state', desk.state)).code).toBe('done');
};
const sign = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];

/** Subject, text and command of each, as they would be told so many days after the start. */
async function needsAfter(days: number): Promise<readonly string[]> {
  const state = await openStateForReading(desk.state);
  try {
    const needs = await readNoticeNeeds(state.store, START + days * DAY);
    // Both parties have guessed contacts only, which has a test of its own.
    const others = needs.filter(({ subject }) => subject !== 'guessed contacts');
    return others.map(({ subject, text, command }) => `${subject}: ${text} ${command}`);
  } finally {
    await state.close();
  }
}

async function change(work: (store: Awaited<ReturnType<typeof openStateForActing>>['store']) => Promise<unknown>) {
  const state = await openStateForActing(desk.state);
  try {
    await work(state.store);
  } finally {
    await state.close();
  }
}

/** Whatever became of these deliveries before. */
const settle = (to: DeliveryStateName, which: Move = {}): Promise<void> =>
  change(async (store) => {
    await rewindDeliveries(store, which);
    await moveIn(store, to, which);
  });

const DRAFTED = 'wave 1: 2 notices of the metadata wave wait for two people to agree. candor notice show --wave 1';
const UNSENT = 'of the metadata wave are not sent yet. candor notice send';

beforeAll(async () => {
  vi.useFakeTimers({ now: START * 1000, toFake: ['Date'] });
  desk = await openLampDesk('ann@one.example', 'bob@two.example');
  await desk.run();
  return () => void vi.useRealTimers();
});

test('the status lists what is open while notices are out, most urgent for recipients first', async () => {
  expect(await needsAfter(0)).toEqual([]);
  await type('notice', 'prepare', '--wave', 'metadata', '--next-update', '2001-10-20');
  expect(await needsAfter(0)).toEqual([DRAFTED]);
  await type('notice', 'approve', ...sign('Ines Adler'));
  expect(await needsAfter(0)).toEqual([DRAFTED]);
  await type('notice', 'approve', ...sign('Marek Dvorak'));
  expect(await needsAfter(0)).toEqual([expect.stringContaining(UNSENT)]);
  await type('notice', 'pause');
  expect(await needsAfter(0)).toEqual([
    expect.stringMatching(/^wave 1: .* are not sent: the wave is paused\. candor notice resume --wave 1$/),
  ]);
  await type('notice', 'resume');

  // A promise is due from the day before on, as `notice prepare --wave update` has it.
  const promise = (rest: string) =>
    `next update: 2 notices promise it, the earliest for 20 Oct 2001${rest}: send it, even if nothing changed. candor notice prepare --wave update`;
  expect(await needsAfter(17)).toEqual([expect.stringContaining(UNSENT)]);
  expect((await needsAfter(18))[0]).toBe(promise(''));
  expect((await needsAfter(19))[0]).toBe(promise(''));
  expect((await needsAfter(20))[0]).toBe(promise(', which is past'));

  // What answers for the notices stands still: told before readers see it.
  await change((store) => writeFact(store, 'site-built-at', String(START)));
  expect(await needsAfter(4)).toEqual([expect.stringContaining(UNSENT)]);
  expect((await needsAfter(5))[0]).toBe(
    'site: last built here 1 Oct 2001, 12:00 UTC: from 8 Oct 2001, 12:00 UTC on no check shows a notice as genuine. Build and upload it, from a timer. candor site build',
  );
  expect((await needsAfter(8))[0]).toMatch(
    /^site: .*: its files are too old for any notice to check as genuine\. Build/,
  );
});

test('lists bounces and questions until somebody has answered', async () => {
  await type('dispute', 'open', 'one.example', '--claim', 'we count more', '--by', 'them');
  await type('enquiry', 'open', 'three.example', '--contact', 'sec@three.example', '--proof', 'by hand');
  await type('notice', 'withdraw', '1', '--why', 'wrong party', '--by', 'Ines Adler');
  await settle('uncertain', { id: 1 });
  const told = await needsAfter(1);
  expect(told[0]).toBe(
    'uncertain: the relay may or may not have accepted 1 message: look in its log, then settle. candor notice settle',
  );
  expect(told).toContain(
    'withdrawal 1: it waits for two people. Until then its codes work. candor notice approve-withdrawal 1',
  );
  expect(told.slice(-2)).toEqual([
    '1 dispute: not answered, the oldest of 1 Oct 2001, 12:00 UTC. candor dispute list',
    '1 enquiry: not answered, the oldest of 1 Oct 2001, 12:00 UTC. candor enquiry list',
  ]);
  await type('dispute', 'answer', '1', '--text', 'counted again', '--by', 'us');
  for (const name of ['Ines Adler', 'Marek Dvorak']) await type('notice', 'approve-withdrawal', '1', ...sign(name));
  await type('enquiry', 'answer', '1');
  expect((await needsAfter(1)).slice(1).map((need) => need.split(':')[0])).toEqual(['wave 1', '1 enquiry']);

  // Whoever got one message of several is reached; whose only ones came back is not.
  await settle('bounced');
  expect((await needsAfter(1))[0]).toBe(
    'returned: every message to 1 party bounced: write to the next contact, or print a letter. candor notice remind',
  );
  // What was held back reached nobody either, but where nothing came back somebody holds it back on purpose.
  await change(async ({ db }) => {
    const { id: _id, ...row } = await db
      .selectFrom('notice_delivery')
      .selectAll()
      .where('notice_id', '=', 2)
      .executeTakeFirstOrThrow();
    const beside = { key: `${row.key} held`, token: `${row.token}h`, message_id: `${row.message_id}h` };
    await db
      .insertInto('notice_delivery')
      .values({ ...row, ...beside, state: 'inhibited' })
      .execute();
  });
  expect((await needsAfter(1))[0]).toMatch(/^returned: every message to 1 party/);
  await change(({ db }) => db.deleteFrom('notice_delivery').where('key', 'like', '% held').execute());
  await settle('inhibited');
  expect((await needsAfter(1)).map((need) => need.split(':')[0])).toEqual(['1 enquiry']);
  await settle('accepted', { notice: 2 });
  expect((await needsAfter(1)).map((need) => need.split(':')[0])).toEqual(['1 enquiry']);
  await settle('bounced');
  const again = ['notice', 'prepare', '--wave', 'metadata', '--only', 'two.example', '--state', desk.state];
  expect((await desk.type(...again)).text).toContain('Nothing to send');
  await type('notice', 'remind');
  for (const name of ['Ines Adler', 'Marek Dvorak']) await type('notice', 'approve', ...sign(name));
  expect((await needsAfter(1))[0]).toMatch(/^wave \d: 1 approved message of the reminder wave is not sent yet\./);
  await settle('approved');
  await settle('uncertain', { id: 1 });

  const { summary } = await readingState(desk.state, readStatus);
  expect(summary.needs.filter(({ kind }) => kind === 'notice').map(({ subject }) => subject)).toEqual([
    'uncertain',
    'wave 1',
    'wave 2',
    'guessed contacts',
    '1 enquiry',
  ]);
});
