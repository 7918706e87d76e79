import { beforeAll, expect, test } from 'vitest';
import { readWave } from '../opened-commands.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

const PARTY = 'ternbank.example';
let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type('notice', ...words, '--state', desk.state);
const sign = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
const OPERATORS = ['Ines Adler', 'Marek Dvorak'];

/** One notice to the party, taken back by two people. */
async function tellAndTakeBack(...how: readonly string[]): Promise<number> {
  await type('prepare', '--wave', 'metadata', '--only', PARTY);
  for (const name of OPERATORS) expect((await desk.approveAs(name)).code).toBe('done');
  const notice = (await readWave(desk.state, null, PARTY)).views[0]?.notice ?? 0;
  await type('withdraw', String(notice), '--why', 'wrong company', ...how);
  for (const name of OPERATORS) expect((await type('approve-withdrawal', '1', ...sign(name))).code).toBe('done');
  return notice;
}

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
});

test('names an address from which a misdirected notice was withdrawn before another goes there', async () => {
  const notice = await tellAndTakeBack('--misdirected');
  const prepared = await type('prepare', '--wave', 'metadata', '--only', PARTY);
  const shown = await type('show');
  const approved = await desk.approveAs('Ines Adler');
  for (const { code, text } of [prepared, shown, approved]) {
    expect(code).toBe('done');
    expect(text.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`Notice \\d+ goes to \\S+@ternbank\\.example, and notice ${notice}, .*was withdrawn as misdirected`),
    );
  }
  await type('discard');
});

test('but not one withdrawn for another reason', async () => {
  const other = await openNoticeDesk(makeTemporaryFolder());
  desk = other;
  await desk.run();
  await tellAndTakeBack();
  await type('prepare', '--wave', 'supplement', '--only', PARTY);
  expect((await type('show')).text).not.toContain('misdirected');
});
