import { readFileSync, writeFileSync } from 'node:fs';
import { LANGUAGES } from '@candor/core/notice/text';
import { beforeAll, expect, test } from 'vitest';
import { EXPECTED } from '../../../core/test/notice/text/expected-words.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { insertGateResult } from '../../src/notice/store/gate-store.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

// What a person reads who types these commands for the first time.
let desk: NoticeDesk;
const type = async (...words: readonly string[]) => (await desk.type(...words, '--state', desk.state)).text;

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
});

test('a run says what comes next: how to notify, or the notices themselves', async () => {
  const whole = readFileSync(desk.incident, 'utf8');
  const without = whole.replace(/\nlog: [\s\S]*$/, '\n');
  writeFileSync(desk.incident, without);
  expect(await type('run', desk.incident)).toMatch(/docs\/runbooks\/first-72-hours\.md +how to notify them/);
  const refused = await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state);
  expect(refused.code).toBe('no-notice-settings');
  // What it suggests can be pasted as it stands.
  const suggested = refused.text.slice(refused.text.indexOf('\n') + 1);
  writeFileSync(desk.incident, `${without}${suggested}\n`);
  expect((await desk.type('check', desk.incident)).code).toBe('done');
  writeFileSync(desk.incident, whole);
  expect(await type('status')).toMatch(/candor notice prepare --wave metadata/);
});

test('points out a promised date that has passed, when made and when viewed', async () => {
  expect(await type('notice', 'prepare', '--wave', 'metadata')).toContain('21 Oct 2001, and that day is past');
  expect(await type('notice', 'show')).toContain('21 Oct 2001, and that day is past');
  await type('notice', 'discard');
  const later = ['notice', 'prepare', '--wave', 'metadata', '--next-update', '2100-01-01'];
  expect(await type(...later)).not.toContain('is past');
  expect(await type('notice', 'show')).not.toContain('is past');
});

test('names who may not approve before they try', async () => {
  const shown = await type('notice', 'show');
  expect(shown).toContain('Rafael Costa cannot approve it: it is about costa-r, their own mailbox.');
  expect(shown).not.toContain('Too few operators');
});

test('an approver sees all findings of the gate', async () => {
  expect(await type('notice', 'show')).toContain('Gate: not run yet');
  const state = await openStateForActing(desk.state);
  const record = '_candor.harbor.example. IN TXT "v=candor1; key=0000"';
  const finding = { code: 'key-record', weight: 'refuses', text: 'the record is missing', record } as never;
  const probe = { to: 'check@check.example', messageId: '<a@harbor.example>', receivedSha256: null };
  const result = { at: 1_003_000_000, isPassed: false, findings: [finding], authentication: null, spam: null, probe };
  await insertGateResult(state.store, result, 'ab'.repeat(32), null);
  await insertGateResult(state.store, { ...result, isPassed: true, findings: [] }, 'ab'.repeat(32), null);
  await state.close();
  expect(await type('notice', 'show')).toMatch(/Gate: passed .*\nIt is no longer valid: /);
  const again = await openStateForActing(desk.state);
  await insertGateResult(again.store, result, 'ab'.repeat(32), null);
  await again.close();
  expect(await type('notice', 'show')).toContain(`  ${record}`);
});

test.each(LANGUAGES)('the call script is in %s', async (language) => {
  const script = await type('notice', 'callscript', '--language', language);
  expect(script.split('\n').filter((line) => line.length > 100)).toEqual([]);
  // What is broken goes on below its own beginning, and nothing is broken but by the width.
  expect(script).toMatch(/^1\. .*(?:\n {3}\S.*)+\n\n2\. /m);
  expect(script).toMatch(/^ {3}issued {7}\S.*(?:\n {16}\S.{70,})+\n {16}\S.*\n {3}superseded /m);
  const spoken = script.replaceAll(/\s+/g, ' ');
  for (const each of EXPECTED[language].callScript) expect(spoken).toContain(each);
  // Nobody who has read out no code is asked for the domain, of which the answer would say who was told.
  const [, beforeCode] = /\n1\. (.*?)\n2\. /s.exec(script) ?? [];
  expect(beforeCode).toContain('answers@harbor.example');
  for (const each of [
    'Harbor Energy',
    'harbor.example/notice',
    '_candor.harbor.example',
    'answers@harbor.example',
    'candor support lookup',
  ])
    expect(script).toContain(each);
  for (const each of ['issued ', 'superseded ', 'withdrawn ', 'misdirected ', 'unknown ', '7. '])
    expect(script).toContain(each);
  expect(script).not.toMatch(/[{}]/);
});

test('counts what waits for the log in entries, not notices', async () => {
  await type('notice', 'discard');
  await type('notice', 'prepare', '--wave', 'metadata', '--only', 'ternbank.example');
  for (const name of ['Ines Adler', 'Marek Dvorak']) expect((await desk.approveAs(name)).code).toBe('done');
  expect(await type('site', 'build', '--out', makeTemporaryFolder())).toMatch(
    /with 1 notice; log of \d+ entries\.\n(1 entry more waits|\d+ entries more wait) for the next period: until then (its proof is|their proofs are) missing/,
  );
});
