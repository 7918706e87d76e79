import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatNoticeCode, listPrintedForms } from '@candor/core/notice/code';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { readStatus } from '../../src/commands/read-status.ts';
import { listDisputes, listEnquiries, listHolds, lookUp, readWave, showContacts } from '../opened-commands.ts';
import { readingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { moveIn } from './move-deliveries.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
const type = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const sign = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  expect((await type('notice', 'prepare', '--wave', 'metadata', '--except', 'ternbank.example')).code).toBe('done');
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
});

test('explains why no letter is printed, and how to print one anyway', async () => {
  const out = join(desk.folder, 'letters');
  const reached = (await readWave(desk.state, 1, null)).views.length;
  const { text } = await type('notice', 'letters', '--out', out);
  expect(text).toBe(`No letter is printed for ${reached} notices under way; --all writes one for every party.`);
  const one = await type('notice', 'letters', '--out', out, '--party', 'org-northwind');
  expect(one.text).toMatch(/^1 letter in .*letters\.(?:\n1 letter without a postal address|$)/);
  const none = await type('notice', 'letters', '--out', out, '--party', 'nobody.example');
  expect(none.text).toBe('No notice of this wave is for nobody.example.');
});

describe('support', () => {
  afterEach(() => {
    process.exitCode = 0;
  });

  test('shows when and to which domain a code was issued, never that a text is genuine', async () => {
    const [view] = (await readWave(desk.state, 1, 'org-northwind')).views;
    const { text } = await type('support', 'lookup', ...(view?.code ?? '').toLowerCase().split('-'));
    expect(text).toMatch(/^Issued \d+ \w{3} \d{4} to northwind-gas\.example, northwind\.example\.\n/);
    expect(text).toContain('text was not compared');
    expect(text).not.toMatch(/genuine/i);
  });

  test('gives a caller with only a domain the same answer, notified or not', async () => {
    const [told, untold] = await Promise.all(
      ['mail.northwind.example', 'nobody.example'].map((domain) => type('support', 'lookup', domain)),
    );
    const toSaid = (text: string | undefined) => text?.slice(text.indexOf('Say only'));
    for (const answer of [told, untold]) {
      expect(answer?.text).toMatch(/^FOR YOUR EYES ONLY: tell the caller nothing/);
      expect(answer?.text).not.toMatch(/genuine/i);
      expect(toSaid(answer?.text)).toMatch(/^Say only: "Please read out the code\."/);
    }
    expect(told?.text).toContain('  Issued ');
    expect(untold?.text).toContain('  No notice was issued to nobody.example.');
    expect(toSaid(told?.text)).toBe(toSaid(untold?.text));
  });

  test('locates a typing error in a code where possible, and exits as wrong usage', async () => {
    const former = '0004-1061-050R-3GG2-8A1C-60T3-GF-6';
    const whole = formatNoticeCode(Uint8Array.from({ length: 16 }, (_, at) => at));
    const cases: readonly (readonly [typed: string, sentence: string])[] = [
      [whole.replace('GF5E', 'GG5E'), 'The check characters do not fit: have group'],
      [former.replace('GF', 'GG'), 'The check characters do not fit: have all groups read again.'],
      [whole.replace('050R', '05!R'), 'Group 3 of this code has a typing error: have group 3 read again.'],
      [whole.replace('0004', '9004'), 'Group 1 of this code has a typing error: have group 1 read again.'],
      ['0004-1061', 'A code has 28 characters, on older notices 27, and 8 were typed: have all groups read again.'],
      ['hello', 'This is neither a code nor a domain.'],
      ['kim@letterbox.example', 'This is neither a code nor a domain.'],
      ['https://harbor.example/notice', 'This is neither a code nor a domain.'],
    ];
    for (const [typed, sentence] of cases) {
      process.exitCode = 0;
      expect((await type('support', 'lookup', typed)).text).toContain(sentence);
      expect(process.exitCode).toBe(2);
    }
    process.exitCode = 0;
    const { text } = await type('support', 'lookup', '--json', former.replace('GF', 'GG'));
    expect(JSON.parse(text)).toEqual({ is: 'slip', slip: 'check-symbol', entered: 27, groups: [] });
    expect(process.exitCode).toBe(2);
    process.exitCode = 0;
    await type('support', 'lookup', whole);
    expect(process.exitCode).toBe(0);
  });

  test('a code that was never issued is unknown', async () => {
    const [view] = (await readWave(desk.state, 1, 'org-northwind')).views;
    for (const none of listPrintedForms(new Uint8Array(16)))
      expect(await lookUp(desk.state, none)).toEqual({ is: 'code', found: null });
    // Of any two check characters at least one is wrong: which one is right, chance decides again in each run.
    const wrong = view?.code.endsWith('0') ? '1' : '0';
    expect(await lookUp(desk.state, `${view?.code.slice(0, -1)}${wrong}`)).toMatchObject({ is: 'slip' });
    expect(await lookUp(desk.state, 'hello')).toEqual({ is: 'neither' });
  });

  test('a wave that was not approved has no genuine code', async () => {
    await type('notice', 'prepare', '--wave', 'metadata');
    const [view] = (await readWave(desk.state, null, 'ternbank.example')).views;
    expect(await lookUp(desk.state, view?.code ?? '')).toEqual({ is: 'code', found: null });
    await type('notice', 'discard');
  });

  test('the call script names page, DNS and what is never said', async () => {
    const { text } = await type('notice', 'callscript');
    for (const part of ['harbor.example/notice', '_candor.harbor.example', 'Never say', 'answers@harbor.example'])
      expect(text).toContain(part);
  });
});

describe('enquiries without a code', () => {
  const open = (domain: string) =>
    type('enquiry', 'open', domain, '--contact', 'a@nobody.example', '--proof', 'TXT record');

  test('two people sign that nothing of the domain is exposed, with the gaps', async () => {
    await open('nobody.example');
    expect((await type('enquiry', 'approve', '1', ...sign('Ines Adler'))).code).toBe('no-answer');
    expect((await type('enquiry', 'answer', '1')).code).toBe('done');
    await type('enquiry', 'approve', '1', ...sign('Ines Adler'));
    await type('enquiry', 'approve', '1', ...sign('Marek Dvorak'));
    const [enquiry] = await listEnquiries(desk.state);
    expect(enquiry).toMatchObject({
      state: 'answered',
      answer: { answer: 'nothing', notice: null, exposure: { version: 1 }, gaps: ['lossy', 'throttled', 'unlicensed'] },
    });
    expect(enquiry?.approvals).toHaveLength(2);
    expect(enquiry?.entry).not.toBeNull();
    expect((await type('enquiry', 'answer', '1')).code).toBe('answered');
  });

  test('a notified party gets the current notice; others are notified first', async () => {
    await open('trading.northwind.example');
    await type('enquiry', 'answer', '2');
    const answers = await listEnquiries(desk.state);
    expect(answers[1]?.answer).toMatchObject({ answer: 'notice' });
    expect((await type('enquiry', 'approve', '2', ...sign('Rafael Costa'))).code).toBe('own-mailbox');
    await open('ternbank.example');
    expect((await type('enquiry', 'answer', '3')).code).toBe('not-told');
  });

  test('nothing is signed for a domain with affected mail of a person or list', async () => {
    for (const domain of ['sable.example', 'portwatch.example', 'letterbox.example']) {
      await open(domain);
      const last = (await listEnquiries(desk.state)).at(-1);
      const { code, text } = await type('enquiry', 'answer', String(last?.id));
      expect([domain, code]).toEqual([domain, 'others-concerned']);
      expect(text).toContain('"nothing" would be false');
    }
  });

  test('refuses an invalid domain or address', async () => {
    expect((await open('nobody')).code).toBe('bad-address');
    const odd = ['enquiry', 'open', 'nobody.example', '--contact', '"a b"@nobody.example', '--proof', 'x'];
    expect((await type(...odd)).code).toBe('bad-address');
  });
});

describe('disputes', () => {
  test('are kept with one answer', async () => {
    await type('dispute', 'open', 'northwind.example', '--claim', 'we count 20', '--by', 'Desk');
    await type('dispute', 'answer', '1', '--text', '22', '--by', 'Desk');
    expect((await type('dispute', 'answer', '1', '--text', '23')).code).toBe('answered');
    expect(await listDisputes(desk.state)).toMatchObject([
      { party: 'org-northwind', claim: 'we count 20', answer: '22' },
    ]);
    expect((await type('dispute', 'answer', '9', '--text', 'x')).code).toBe('unknown-dispute');
    expect((await type('dispute', 'open', 'nobody.example', '--claim', 'x')).code).toBe('unknown-party');
  });
});

describe('contacts and inhibitions', () => {
  test('the status shows a delay before it ends', async () => {
    // The day after tomorrow: tomorrow has come when midnight lies between this line and the command.
    const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    const late = '2100-01-01';
    for (const until of [soon, late])
      await type('delay', 'set', 'gridwire.example', '--asked-by', 'Police', '--why', 'inquiry', '--until', until);
    const { summary } = await readingState(desk.state, readStatus);
    expect(summary.needs.filter(({ kind }) => kind === 'delay').map(({ subject }) => subject)).toEqual(['delay 1']);
    expect((await type('delay', 'set', '--asked-by', 'x', '--why', 'x', '--until', '2001-01-01')).code).toBe(
      'day-is-over',
    );
    expect((await type('delay', 'end', '7', '--why', 'x')).code).toBe('unknown-hold');
    expect((await listHolds(desk.state, 'delay')).map(({ isInForce }) => isInForce)).toEqual([true, true]);
  });

  test('an address that must not be written to leaves the ladder', async () => {
    await type('do-not-contact', 'add', 'ABUSE@ternbank.example', '--address', '--why', 'they asked us');
    const { ladder } = await showContacts(desk.state, 'ternbank.example');
    expect(ladder.unusable).toContainEqual({ contact: 'abuse@ternbank.example', why: 'do-not-contact' });
  });
});

describe('exports', () => {
  test('list who was notified of what, without codes and texts', async () => {
    const out = join(desk.folder, 'told.csv');
    expect((await type('notice', 'export', '--out', out)).code).toBe('done');
    const text = readFileSync(out, 'utf8');
    const { views } = await readWave(desk.state, 1, null);
    expect(text.trim().split('\n')).toHaveLength(1 + views.reduce((sum, { contacts }) => sum + contacts.length, 0));
    for (const { code } of views) expect(text).not.toContain(code);
  });

  test('contain letters of an approved wave only', async () => {
    const out = join(desk.folder, 'letters');
    const printed = await type('notice', 'letters', '--wave', '1', '--party', 'org-northwind', '--out', out);
    expect(printed.text).toContain('1 letter in');
    await type('notice', 'prepare', '--wave', 'metadata');
    expect((await type('notice', 'letters', '--out', out)).code).toBe('not-approved');
  });

  test('show the delivery state, and whether a notice was withdrawn', async () => {
    const out = join(desk.folder, 'letters');
    for (const { id, isInForce } of await listHolds(desk.state, 'delay'))
      if (isInForce) await type('delay', 'end', String(id), '--why', 'over');
    const { views } = await readWave(desk.state, 1, null);
    const [first, second, third] = views.filter(({ contacts }) => contacts.length > 0).map(({ notice }) => notice);
    const state = await openStateForActing(desk.state);
    for (const [notice, is] of [
      [first, 'accepted'],
      [second, 'uncertain'],
      [third, 'bounced'],
    ] as const)
      await moveIn(state.store, is, { notice: notice ?? 0 });
    await state.close();
    const { text } = await type('notice', 'letters', '--wave', '1', '--out', out);
    expect(text).toContain('1 letter in');
    expect(text).toContain(
      `None for 1 notice accepted by mail, ${views.length - 3} notices under way, 1 notice uncertain; --all`,
    );
    await type('notice', 'withdraw', String(first), '--why', 'wrong company');
    for (const name of ['Ines Adler', 'Marek Dvorak'])
      expect((await type('notice', 'approve-withdrawal', '1', ...sign(name))).code).toBe('done');
    const party = views.find(({ notice }) => notice === first)?.party ?? '';
    const withdrawn = await type('notice', 'letters', '--wave', '1', '--party', party, '--out', out);
    expect(withdrawn.text).toBe(`Notice ${first} of this wave for ${party} is withdrawn: no letter is printed.`);
  });
});
