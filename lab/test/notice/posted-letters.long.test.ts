import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openStateForActing, openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { readNoticeNeeds } from '../../src/commands/notice/notice-needs.ts';
import { listPostings, listSentNoticeLines, readWave } from '../opened-commands.ts';
import { know, openLampDesk, tell } from './lamp-desk.ts';
import { moveDeliveries } from './move-deliveries.ts';
import type { Ended, NoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const WHY = ['--why', 'every address bounced', '--by', 'Counsel'];
const post = (...words: readonly string[]) => type('notice', 'posted', ...words, ...WHY);

// No two waves are of one second.
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21, 9, 12) });
  desk = await openLampDesk('jo@acme.example', 'eve@bell.example');
  know(desk);
  expect(await tell(desk)).toEqual(['acme.example first 1', 'bell.example first 1']);
  return () => vi.useRealTimers();
});

const bounceAll = (): Promise<void> => moveDeliveries(desk.state, 'bounced');

/** As if a posting had been recorded, where the wave is not what two people approved. */
async function setPosting(notice: number): Promise<void> {
  const { store, close } = await openStateForReading(desk.state);
  await store.db.updateTable('notice_notice').set({ posting: 1 }).where('id', '=', notice).execute();
  await close();
}

async function readNeeds(): Promise<readonly string[]> {
  const { store, close } = await openStateForReading(desk.state);
  try {
    return (await readNoticeNeeds(store, Date.now() / 1000)).map(({ subject, text }) => `${subject}: ${text}`);
  } finally {
    await close();
  }
}

async function readEntries(): Promise<
  readonly { readonly position: number; readonly body: Record<string, unknown> }[]
> {
  const { store, close } = await openStateForReading(desk.state);
  try {
    const rows = await store.db
      .selectFrom('ledger_entry')
      .select(['position', 'entry'])
      .where('kind', '=', 'letters')
      .orderBy('position')
      .execute();
    return rows.map(({ position, entry }) => ({ position, body: JSON.parse(entry ?? '{}').body }));
  } finally {
    await close();
  }
}

/** Two people take a notice back. */
async function withdraw(notice: number, ...options: readonly string[]): Promise<void> {
  const { text } = await type('notice', 'withdraw', String(notice), '--why', 'x', '--json', ...options);
  for (const name of ['Ines Adler', 'Marek Dvorak']) {
    const { id } = JSON.parse(text) as { id: number };
    const key = ['--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    expect((await type('notice', 'approve-withdrawal', String(id), '--as', name, ...key)).code).toBe('done');
  }
}

const NOT_REACHED = 'returned: every message to';

test('a party that only got a letter is not written to again, with who posted it and when', async () => {
  await bounceAll();
  expect((await readNeeds()).join()).toMatch(`${NOT_REACHED} 2 parties`);
  const { text } = await post('acme.example', '--on', '2001-10-21', '--service', 'Royal Post', '--reference', 'RB 17');
  expect(text).toMatch(/^Posting 1: 1 letter of wave 1 posted on 21 Oct 2001, by Royal Post\. Entry \d+ of the log\.$/);
  expect((await readNeeds()).join()).toMatch(`${NOT_REACHED} 1 party`);

  const shown = (await readWave(desk.state, 1, 'acme.example')).views[0];
  expect(shown?.letter).toEqual({
    ...{ posting: 1, on: Date.UTC(2001, 9, 21) / 1000, service: 'Royal Post', reference: 'RB 17' },
    ...{ by: 'Counsel', why: 'every address bounced', at: Date.now() / 1000 },
  });
  expect((await type('notice', 'show', '--text', '--party', 'acme.example')).text).toMatch(
    /letter +posted 21 Oct 2001 by Royal Post, RB 17 \(Counsel: every address bounced\)/,
  );
  expect((await type('notice', 'show')).text).toMatch(/acme\.example .*, letter of 21 Oct 2001/);
  expect((await type('notice', 'status')).text).toMatch(/prepared \d, sent \d, returned \d,\s+posted 1, uncertain 0/);
  const told = (await listSentNoticeLines(desk.state)).filter(({ rung }) => rung === 'letter');
  expect(told).toEqual([
    expect.objectContaining({
      ...{ party: 'acme.example', purpose: 'letter', delivery_state: 'posted', changed: '2001-10-21T00:00:00Z' },
      reason: 'Royal Post, RB 17 (Counsel: every address bounced)',
    }),
  ]);
  expect((await type('notice', 'posted')).text).toMatch(/1 +1 +1 letter +21 Oct 2001 +Royal Post +Counsel/);
});

test('the log records it by digest, and each party gets the entry about it', async () => {
  await post('acme.example', '--on', '2001-10-21');
  const [entry] = await readEntries();
  expect(entry?.body).toEqual({
    ...{ act: 'posted', by: 'Counsel', of: null, on: '2001-10-21T00:00:00Z', posting: 1, service: null },
    ...{ letters: expect.stringMatching(/^[0-9a-f]{64}$/), why: 'every address bounced' },
  });
  const open = async (party: string) => {
    const out = join(desk.folder, 'openings.jsonl');
    expect((await type('log', 'open', '--party', party, '--out', out)).code).toBe('done');
    return readFileSync(out, 'utf8').includes('"letters\\"');
  };
  expect(await open('acme.example')).toBe(true);
  expect(await open('bell.example')).toBe(false);
});

test('a letter counts through later runs, and a newer record reverts it', async () => {
  await bounceAll();
  await post('acme.example', 'bell.example', '--on', '2001-10-21');
  await desk.run();
  expect((await readNeeds()).join()).not.toContain('returned: every');
  const { text } = await type(
    'notice',
    'posted',
    'acme.example',
    '--take-back',
    '1',
    '--why',
    'came back',
    '--by',
    'Desk',
  );
  expect(text).toMatch(/^Posting 2: 1 letter of posting 1 no longer counts as posted\. Entry \d+ of the log\.$/);
  expect((await readNeeds()).join()).toMatch(`${NOT_REACHED} 1 party`);
  expect((await readWave(desk.state, 1, 'acme.example')).views[0]?.letter).toBe(null);
  expect((await listSentNoticeLines(desk.state)).filter(({ rung }) => rung === 'letter')).toMatchObject([
    { party: 'acme.example', delivery_state: 'taken-back', reason: 'came back (Desk)' },
    { party: 'bell.example', delivery_state: 'posted' },
  ]);
  expect((await readEntries())[1]?.body).toMatchObject({ act: 'taken-back', of: 1, posting: 2, on: null });
  expect((await listPostings(desk.state)).map(({ act, letters }) => `${act} ${letters}`)).toEqual([
    'posted 2',
    'taken-back 1',
  ]);
  // The same letter may be posted again, to another address.
  expect((await post('acme.example', '--on', '2001-10-21')).code).toBe('done');
  expect((await readNeeds()).join()).not.toContain('returned: every');
  expect((await type('notice', 'posted', '--take-back', '2', '--why', 'x')).code).toBe('invalid-posting');
  expect((await type('notice', 'posted', '--take-back', '9', '--why', 'x')).code).toBe('invalid-posting');
});

// Of messages that had not left, a withdrawal says that nobody was told.
test.each([
  ['first', 'before'],
  ['supplement', 'before'],
  ['supplement', 'after'],
])('after a withdrawn notice the next is a %s when a letter is recorded %s it', async (kind, when) => {
  if (when === 'before') await post('acme.example', '--on', '2001-10-21');
  await withdraw(1);
  if (when === 'after') await post('acme.example', '--on', '2001-10-21');
  if (kind === 'first') await type('notice', 'posted', '--take-back', '1', '--why', 'never left the house');
  expect(await tell(desk)).toEqual([`acme.example ${kind} 1`]);
});

test('a letter of a misdirected notice did not notify its party', async () => {
  await post('acme.example', '--on', '2001-10-21');
  await withdraw(1, '--misdirected');
  expect(await tell(desk)).toEqual(['acme.example first 1']);
});

test('a posted letter is printed again only on request', async () => {
  await bounceAll();
  const print = async (...words: readonly string[]) =>
    (await type('notice', 'letters', '--out', join(desk.folder, 'letters'), ...words)).text.split('\n')[0];
  expect(await print()).toMatch(/^2 letters in/);
  await post('acme.example', '--on', '2001-10-21');
  expect(await print()).toMatch(/^1 letter in .*\. None for 1 notice posted already; --all writes one for every party/);
  expect(await print('--all')).toMatch(/^2 letters in/);
  expect(await print('--party', 'acme.example')).toMatch(/^1 letter in/);
});

test("a list written beside the letters says which were posted, with the poster's references", async () => {
  await bounceAll();
  const out = join(desk.folder, 'letters');
  expect((await type('notice', 'letters', '--out', out)).text).toContain('candor notice posted --list');
  const list = join(out, 'wave-1-letters.csv');
  expect(readFileSync(list, 'utf8')).toBe(
    'notice,party,file,reference\n1,acme.example,notice-1.pdf,\n2,bell.example,notice-2.pdf,\n',
  );
  writeFileSync(
    list,
    'notice,party,file,reference\r\n1,acme.example,notice-1.pdf,RB 1\r\n2,bell.example,notice-2.pdf,\r\n',
  );
  expect((await post('--list', list, '--on', '2001-10-21', '--service', 'Mail house')).text).toMatch(
    /^Posting 1: 2 letters/,
  );
  const { views } = await readWave(desk.state, 1, null);
  expect(views.map(({ letter }) => letter?.reference)).toEqual(['RB 1', null]);
  // The same list twice is a slip, not a second letter.
  expect(await post('--list', list, '--on', '2001-10-21')).toMatchObject({
    code: 'invalid-posting',
    text: expect.stringMatching(
      /wave-1-letters\.csv:2: notice 1 was posted on 21 Oct 2001 \(posting 1\).*\n.*:3: notice 2/,
    ),
  });
  writeFileSync(list, 'notice,party\n1,bell.example\n77,\nx,\n');
  expect((await post('--list', list, '--on', '2001-10-21')).text.split('\n')).toEqual([
    expect.stringMatching(/csv:2: notice 1 is to acme\.example, not to bell\.example/),
    expect.stringMatching(/csv:3: wave 1 has no notice 77/),
    expect.stringMatching(/csv:4: wave 1 has no notice for x/),
  ]);
});

test('records nothing for a wave without two approvals', async () => {
  writeFileSync(
    join(desk.folder, 'harbor', 'lamp', '7.eml'),
    'From: ann@harbor.example\nTo: jo@acme.example\nDate: 25 Sep 2001 10:00:00 +0000\n\nmore\n',
  );
  await desk.run();
  await type('notice', 'prepare', '--wave', 'metadata');
  const refused = async (ended: Promise<Ended>) => (await ended).code;
  expect(await refused(post('acme.example', '--on', '2001-10-21'))).toBe('not-approved');
  expect(await refused(post('acme.example', '--wave', '1', '--on', '2001-10-21'))).toBe('done');
  expect(await readEntries()).toHaveLength(1);
});

test.each(['delay', 'do-not-contact'])('no letter counts as posted while a %s holds its party', async (kind) => {
  const asked = ['--asked-by', 'Police', '--why', 'inquiry'];
  vi.setSystemTime(Date.now() + 60_000);
  await type(...(kind === 'delay' ? ['delay', 'set'] : ['do-not-contact', 'add']), 'acme.example', ...asked);
  vi.setSystemTime(Date.now() + 60_000);
  expect(await post('acme.example', '--on', '2001-10-21')).toMatchObject({
    code: 'held-party',
    text: expect.stringMatching(/notice 1 \(acme\.example\): hold 1: /),
  });
  expect(await readEntries()).toEqual([]);
  expect((await post('bell.example', '--on', '2001-10-21')).code).toBe('done');
  // What was in the post before anybody asked for silence has told the party, and whoever asked must know.
  expect((await post('acme.example', '--on', '2001-10-21T09:13:10Z')).code).toBe('done');
});

test('a delay says that it is too late for a letter', async () => {
  await post('acme.example', '--on', '2001-10-21');
  const { text } = await type('delay', 'set', 'acme.example', '--asked-by', 'Police', '--why', 'inquiry');
  expect(text).toContain('Too late for 1 notice that went out or may have');
});

test.each([
  [['nobody.example', '--on', '2001-10-21'], 'wave 1 has no notice for nobody.example'],
  [['acme.example', '--on', '2001-10-23'], 'is in the future'],
  [['acme.example', '--on', '2001-10-20'], 'before two people had approved wave 1'],
  [['acme.example'], '--on DAY is needed'],
  [['--on', '2001-10-21'], 'say which'],
  [['acme.example', '1', '--on', '2001-10-21'], 'notice 1 is named twice'],
])('refuses an invalid record completely: %j', async (words, reason) => {
  expect(await post(...words)).toMatchObject({ code: 'invalid-posting', text: expect.stringContaining(reason) });
  expect(await readEntries()).toEqual([]);
});

test('records nothing for a state with another log', async () => {
  const { store, close } = await openStateForActing(desk.state);
  await store.db.updateTable('notice_notice').set({ record: '{}' }).where('id', '=', 1).execute();
  await close();
  expect((await post('acme.example', '--on', '2001-10-21')).code).not.toBe('done');
});

test('lists a notice without an address until its letter is recorded', async () => {
  const letters = async () => (await readNeeds()).filter((need) => need.startsWith('by letter'));
  expect(await letters()).toEqual([]);
  const { store, close } = await openStateForReading(desk.state);
  await store.db.deleteFrom('notice_delivery').execute();
  await close();
  expect(await letters()).toEqual([
    'by letter: 2 notices have no address to go to, and no letter is recorded as posted: print them, post them, record it.',
  ]);
  await setPosting(1);
  expect(await letters()).toEqual([
    'by letter: 1 notice has no address to go to, and no letter is recorded as posted: print it, post it, record it.',
  ]);
  await setPosting(2);
  expect(await letters()).toEqual([]);
});
