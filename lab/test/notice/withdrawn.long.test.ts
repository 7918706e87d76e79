import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeliveryStateName } from '@candor/core/notice/delivery';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { readPendingTasks } from '../../src/notice/pending-tasks.ts';
import { listSentNotices } from '../../src/notice/store/wave-store.ts';
import { readWave } from '../opened-commands.ts';
import { ask, know, openLampDesk, removeMail, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { NoticeDesk } from './notice-desk.ts';

// No two waves are of one second.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  return () => vi.useRealTimers();
});

const setDeliveries = (desk: NoticeDesk, state: DeliveryStateName, reason?: string): Promise<void> =>
  moveDeliveries(desk.state, state, reason === undefined ? {} : { reason });

/** Two people take a notice back. */
async function withdraw(desk: NoticeDesk, notice: number, ...options: readonly string[]): Promise<void> {
  const state = ['--state', desk.state];
  const { text } = await desk.type('notice', 'withdraw', String(notice), '--why', 'x', '--json', ...options, ...state);
  for (const name of ['Ines Adler', 'Marek Dvorak']) {
    const key = ['--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    const { id } = JSON.parse(text) as { id: number };
    const approval = ['notice', 'approve-withdrawal', String(id), '--as', name, ...key, ...state];
    expect((await desk.type(...approval)).code).toBe('done');
  }
}

async function approve(desk: NoticeDesk): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const name of ['Ines Adler', 'Marek Dvorak']) codes.push((await desk.approveAs(name)).code);
  return codes;
}

const prepare = async (desk: NoticeDesk) =>
  (await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state)).text;

function write(desk: NoticeDesk, name: string): void {
  const text = 'From: ann@harbor.example\nTo: jo@acme.example\nDate: 25 Sep 2001 10:00:00 +0000\n\nmore\n';
  writeFileSync(join(desk.folder, 'harbor', 'lamp', name), text);
}

/** A party that was approved to be told of its one message. */
async function tellOnce(): Promise<NoticeDesk> {
  const desk = await openLampDesk('jo@acme.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1']);
  return desk;
}

/** The same, that got it, and of one message more since. */
async function tellTwice(): Promise<NoticeDesk> {
  const desk = await tellOnce();
  await setDeliveries(desk, 'accepted');
  write(desk, '7.eml');
  expect(await tell(desk)).toEqual(['acme.example supplement 2']);
  return desk;
}

test.each([
  ['approved', undefined],
  ['inhibited', 'hold 1: disclosure is delayed'],
  ['deferred', undefined],
] as const)(
  'a notice withdrawn while its messages were %s notified nobody and is prepared again',
  async (state, reason) => {
    const desk = await tellOnce();
    await setDeliveries(desk, state, reason);
    await withdraw(desk, 1);
    expect(await tell(desk)).toEqual(['acme.example first 1']);
    expect(await ask(desk, 'acme.example')).toBe('notice 2');
  },
);

// What cannot be sent by mail goes by letter.
test.each(['accepted', 'uncertain', 'intent', 'bounced', 'inhibited'] as const)(
  'after a notice withdrawn when its messages were %s, another one states what holds',
  async (state) => {
    const desk = await tellOnce();
    await setDeliveries(desk, state);
    await withdraw(desk, 1);
    expect((await desk.type('notice', 'remind', '--state', desk.state)).text).toContain(
      'No party needs a reminder now.',
    );
    expect(await ask(desk, 'acme.example')).toMatch(/^not-told: .* notice 1 was withdrawn; prepare a notice first/);
    expect(await tell(desk)).toEqual(['acme.example supplement 1']);
    expect((await readWave(desk.state, null, null)).views[0]?.text).toContain('No figure has changed');
    expect(await prepare(desk)).toContain('Nothing to send');
  },
);

test('a supplement withdrawn before it left is drafted again, and the previous notice holds', async () => {
  const desk = await tellTwice();
  await withdraw(desk, 2);
  expect((await desk.type('support', 'lookup', await readCode(desk, 1), '--state', desk.state)).text).not.toContain(
    'eplaced',
  );
  expect(await tell(desk)).toEqual(['acme.example supplement 2']);
  expect((await readWave(desk.state, null, null)).views[0]?.before?.messages).toBe(1);
});

async function readCode(desk: NoticeDesk, wave: number): Promise<string> {
  return (await readWave(desk.state, wave, null)).views[0]?.code ?? '';
}

test('a withdrawn correction is followed by another, a withdrawn reminder by nothing', async () => {
  const desk = await tellOnce();
  await setDeliveries(desk, 'accepted');
  await desk.type('notice', 'remind', '--state', desk.state);
  await approve(desk);
  await setDeliveries(desk, 'accepted');
  await withdraw(desk, 2);
  expect(await prepare(desk)).toContain('Nothing to send');
  desk.edit('intruder: { reach: [ { mailbox: ann, by: credentials } ] }', 'policy: { tell: possible }');
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
  await setDeliveries(desk, 'accepted');
  await withdraw(desk, 3);
  expect(await tell(desk)).toEqual(['acme.example correction 0']);
});

test('no enquiry gets a notice that a withdrawn one had replaced, nor "nothing affected"', async () => {
  const desk = await tellTwice();
  await setDeliveries(desk, 'accepted');
  await withdraw(desk, 2);
  removeMail(desk, 7);
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: .* notice 2 was withdrawn/);
  desk.edit('intruder: { reach: [ { mailbox: ann, by: credentials } ] }', 'policy: { tell: possible }');
  await desk.run();
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: .* notice 2 was withdrawn/);
});

test('withdrawing a notice withdraws its reminder, which would repeat what no longer holds', async () => {
  const desk = await tellOnce();
  await setDeliveries(desk, 'accepted');
  await desk.type('notice', 'remind', '--state', desk.state);
  const propose = (...notices: readonly string[]) =>
    desk.type('notice', 'withdraw', ...notices, '--why', 'x', '--state', desk.state);
  expect((await propose('1')).code).toBe('done');
  expect(await approve(desk)).toEqual(['done', 'done']);
  expect(await propose('1')).toMatchObject({ code: 'repeated-notice', text: expect.stringContaining('withdraw 1 2') });
  const key = ['--key', desk.key('Ines Adler'), '--passphrase-file', desk.passphraseFile, '--state', desk.state];
  const approval = await desk.type('notice', 'approve-withdrawal', '1', '--as', 'Ines Adler', ...key);
  expect(approval).toMatchObject({ code: 'repeated-notice', text: expect.stringContaining('notice 2 repeats') });
  await setDeliveries(desk, 'accepted');
  await withdraw(desk, 1, '2');
  expect(await ask(desk, 'acme.example')).toMatch(/^not-told: .* notice 1 was withdrawn/);
  expect(await tell(desk)).toEqual(['acme.example supplement 1']);
});

test('refuses to approve a reminder of a notice withdrawn meanwhile', async () => {
  const desk = await tellOnce();
  await setDeliveries(desk, 'accepted');
  await desk.type('notice', 'remind', '--state', desk.state);
  await withdraw(desk, 1);
  expect(await approve(desk)).toEqual(['stale-wave', 'stale-wave']);
});

test('refuses to approve a supplement to a notice withdrawn before it left', async () => {
  const desk = await tellOnce();
  write(desk, '7.eml');
  await desk.run();
  await prepare(desk);
  await withdraw(desk, 1);
  expect(await approve(desk)).toEqual(['stale-wave', 'stale-wave']);
  await desk.type('notice', 'discard', '--state', desk.state);
  expect(await tell(desk)).toEqual(['acme.example first 2']);
});

test('the second of two withdrawals of one notice waits for nobody and adds no log entry', async () => {
  const desk = await tellOnce();
  await setDeliveries(desk, 'accepted');
  const state = ['--state', desk.state];
  for (const more of [[], ['--misdirected']])
    await desk.type('notice', 'withdraw', '1', '--why', 'x', ...more, ...state);
  const readWaiting = async () => {
    const { store, close } = await openStateForActing(desk.state);
    const { withdrawals } = await readPendingTasks(store, await listSentNotices(store), Date.now() / 1000);
    await close();
    return withdrawals;
  };
  expect(await readWaiting()).toEqual([1, 2]);
  const approveAs = (id: number, name: string) => {
    const key = ['--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    return desk.type('notice', 'approve-withdrawal', String(id), '--as', name, ...key, ...state);
  };
  await approveAs(1, 'Ines Adler');
  expect(await readWaiting()).toEqual([1, 2]);
  await approveAs(1, 'Marek Dvorak');
  expect(await readWaiting()).toEqual([]);
  expect(await approveAs(2, 'Ines Adler')).toEqual({
    code: 'proposal-differs',
    text: 'withdrawal 2: notice 1 was withdrawn since it was proposed; propose the remaining ones again',
  });
});
