import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test, vi } from 'vitest';
import { readWave } from '../opened-commands.ts';
import { know, openLampDesk } from './lamp-desk.ts';
import type { NoticeDesk } from './notice-desk.ts';

// Somebody who can write into the state would have a party hear less than was found, or the state is damaged.
let desk: NoticeDesk;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2001, 9, 21) });
  desk = await openLampDesk();
  for (const [at, text] of [
    'The password is Copper-Weir-5.',
    'Please pay to IBAN DE62 3704 0044 0532 0130 01.',
  ].entries())
    writeFileSync(
      join(desk.folder, 'harbor', 'lamp', `${at}.eml`),
      `From: ann@harbor.example\nTo: jo@acme.example\nMessage-ID: <${at}@harbor.example>\nDate: 12 Sep 2001 10:00:00 +0000\n\n${text}\n`,
    );
  know(desk);
  await desk.run();
  return () => vi.useRealTimers();
});

function alter(statement: string): void {
  const raw = new Database(join(desk.state, 'candor.sqlite'));
  expect(raw.prepare(statement).run().changes).toBeGreaterThan(0);
  raw.close();
}

const prepare = () => desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state);
const approve = () => desk.approveAs('Ines Adler');
/** Passwords and keys, and bank details, as the newest wave gives them. */
const readFound = async () => {
  const [notice] = (await readWave(desk.state, null, null)).views;
  return [notice?.figures.secrets, notice?.figures.searched?.personal['bank-account']];
};

test.each([
  ['an unknown kind', "UPDATE impact_finding SET kind = 'nothing' WHERE kind = 'credential'"],
  ['an unknown confidence', "UPDATE impact_finding SET confidence = 'perhaps' WHERE kind = 'credential'"],
  ['a place that is none', "UPDATE impact_finding SET position = 'x' WHERE kind = 'credential'"],
  ['a part that is none', "UPDATE impact_finding SET part = '1\n' WHERE kind = 'credential'"],
  ['reasons that are no list', "UPDATE impact_searched SET unread = '{' WHERE location LIKE '%0.eml'"],
  ['attached messages of another form', "UPDATE impact_searched SET attached = '[1]' WHERE location LIKE '%0.eml'"],
])('a stored finding with %s is refused with the fix, and the next run repairs it', async (_, statement) => {
  alter(statement);
  expect(await prepare()).toMatchObject({
    code: 'findings-differ',
    text: expect.stringMatching(/is nothing that a search writes: .*Run again/),
  });
  await desk.run();
  expect((await prepare()).code).toBe('done');
  expect(await readFound()).toEqual([1, 1]);
  expect((await approve()).code).toBe('done');
});

test.each([
  ['taken out', "DELETE FROM impact_finding WHERE kind = 'credential'"],
  ['weakened', "UPDATE impact_finding SET confidence = 'weak' WHERE kind = 'credential'"],
  ['renamed', "UPDATE impact_finding SET kind = 'login-name' WHERE kind = 'credential'"],
])('a finding that was %s is approved by nobody, and the next run finds it again', async (_, statement) => {
  alter(statement);
  expect((await prepare()).code).toBe('done');
  expect(await readFound()).toEqual([0, 1]);
  expect(await approve()).toMatchObject({
    code: 'exposure-differs',
    text: expect.stringContaining('what a search found'),
  });
  await desk.run();
  expect((await prepare()).code).toBe('done');
  expect(await readFound()).toEqual([1, 1]);
  expect((await approve()).code).toBe('done');
});

test('more messages with findings than a party has are refused, not a fault', async () => {
  alter(
    "UPDATE impact_party SET messages = 0, presumed = 0, accessed = 0, possible = 0, partial = 0 WHERE party = 'acme.example'",
  );
  expect(await prepare()).toMatchObject({
    code: 'exposure-differs',
    text: expect.stringContaining('1 party has (acme.example) fewer messages than a search found something in'),
  });
});

test('erasing is no alteration: what is left is approved', async () => {
  for (const name of ['Ines Adler', 'Marek Dvorak']) {
    const key = ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
    const erased = await desk.type('findings', 'erase', '--why', 'not needed', ...key, '--state', desk.state);
    expect(erased.code).toBe('done');
  }
  expect((await prepare()).code).toBe('done');
  expect((await approve()).code).toBe('done');
});
