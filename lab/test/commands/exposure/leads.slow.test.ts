import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERDICTS } from '@candor/core/exposure/verdict';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import type { JudgedAnswer, LeadEffect } from '../../../src/commands/exposure/lead-effect.ts';
import type { Leads } from '../../../src/commands/exposure/read-leads.ts';
import type { RunSummary } from '../../../src/commands/run-summary.ts';
import { openNoticeDesk } from '../../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());

/** Harbor as a responder finds it: no indicator is known. */
beforeAll(async () => {
  const written = readFileSync(desk.incident, 'utf8');
  writeFileSync(desk.incident, written.replace(/intruder:\n(?: {2}.*\n)+/, ''));
  await desk.run();
});

async function typeJson<T>(...words: readonly string[]): Promise<T> {
  const { text } = await desk.type(...words, '--json', '--state', desk.state);
  return JSON.parse(text) as T;
}

/** The judged answer of an effect that was asked for one. */
async function effectOf(...words: readonly string[]): Promise<JudgedAnswer> {
  const { answers } = await typeJson<LeadEffect>('leads', ...words);
  const judged = answers.find((answer) => answer.state === 'judged');
  if (judged === undefined) throw new Error('no answer was judged');
  return judged;
}

test('without an indicator the first leads are the sessions, addresses and application of the story', async () => {
  const { first, undecided, all } = await typeJson<Leads>('leads');
  expect(first.map(({ lead }) => `${lead.kind}:${lead.value}`)).toEqual([
    // It made a rule.
    'session:55e37e24-1ca3-453a-ae3b-3173a205e407',
    'application:35fe6726-961c-443e-aa09-5ad746505c06',
    'address:198.51.100.140',
    'address:203.0.113.201',
    'address:198.51.100.23',
    'address:203.0.113.200',
  ]);
  expect(undecided).toBeGreaterThan(0);
  expect(first.reduce((sum, { settles }) => sum + settles, 0)).toBeLessThanOrEqual(undecided);
  expect(all.length).toBeGreaterThan(first.length);
});

test('the effect of a lead equals a run with it in the incident file', async () => {
  const lead = '35fe6726-961c-443e-aa09-5ad746505c06';
  const effect = await effectOf('--effect', `application:${lead}`, '--as', 'intruder');
  const written = readFileSync(desk.incident, 'utf8');
  writeFileSync(desk.incident, `${written}intruder: { applications: [${lead}] }\n`);
  try {
    const summary = await typeJson<RunSummary>('run', desk.incident);
    const { organization, person } = summary.partiesExposed;
    expect(Object.fromEntries(VERDICTS.map((verdict) => [verdict, effect.copies[verdict].after]))).toEqual(
      summary.copies,
    );
    expect(effect.parties.after).toBe(organization + person);
    expect(effect.copies.accessed).toEqual({ before: 0, after: summary.copies.accessed });
    expect(summary.copies.accessed).toBeGreaterThan(0);
  } finally {
    writeFileSync(desk.incident, written);
    await desk.run();
  }
});

test('stores nothing of an effect', async () => {
  const read = () => {
    const state = new Database(join(desk.state, 'candor.sqlite'), { readonly: true });
    const counts = ['exposure_version', 'exposure_verdict', 'exposure_record', 'impact_party'].map((table) =>
      state.prepare(`SELECT count(*) AS count, max(version) AS version FROM ${table}`).get(),
    );
    state.close();
    return counts;
  };
  const before = read();
  await effectOf('--effect', 'address:198.51.100.23', '--as', 'intruder');
  expect(read()).toEqual(before);
});

test("judges several leads together, and an address can be an owner's", async () => {
  const both = await effectOf(
    '--effect',
    'session:cdf4b83f-6675-43de-aec4-e19c7b18867d',
    '--effect',
    'session:55e37e24-1ca3-453a-ae3b-3173a205e407',
    '--as',
    'intruder',
  );
  expect(both.additions.map(({ key }) => key)).toEqual(['intruder.sessions', 'intruder.sessions']);
  const own = await effectOf('--effect', 'address:198.51.100.23', '--as', 'owner', '--mailbox', 'okafor-a');
  expect(own.additions).toEqual([{ key: 'addresses of mailbox okafor-a', value: '198.51.100.23' }]);
  expect(own.copies.presumed.after).toBeLessThanOrEqual(own.copies.presumed.before);
});

test.each([
  [['--effect', 'session:x', '--as', 'owner'], 'an owner is identified by addresses only'],
  [['--effect', 'nothing', '--as', 'intruder'], 'is not a lead'],
  [['--effect', 'address:198.18.0.1', '--as', 'owner', '--mailbox', 'nobody'], '"nobody" is not a custodian'],
])('%j is refused', async (words, said) => {
  const { text } = await desk.type('leads', ...words, '--state', desk.state);
  expect(text).toContain(said);
});

test('without an answer asked for, all three are given, with the parties whose figures change', async () => {
  const { answers, leads } = await typeJson<LeadEffect>('leads', '--effect', 'address:203.0.113.201');
  expect(leads.map(({ value }) => value)).toEqual(['203.0.113.201']);
  expect(answers.map(({ as, state }) => `${as} ${state}`)).toEqual([
    'intruder judged',
    'owner judged',
    'unknown undecided',
  ]);
  const [intruders, owners] = answers as [JudgedAnswer, JudgedAnswer];
  expect(intruders.parties.changed.length).toBeGreaterThan(0);
  for (const { before, after } of intruders.parties.changed) expect(after).not.toEqual(before);
  expect(owners.copies).not.toEqual(intruders.copies);
  const { text } = await desk.type('leads', '--effect', 'session:x', '--state', desk.state);
  expect(text).toContain("If it is the owner's\n  an owner is identified by addresses only");
});

test('Next proposes only a lead with a strong signal', async () => {
  const { first } = await typeJson<Leads>('leads');
  expect(first[0]?.lead.signals.map(({ code }) => code)).toContain('target-outside');
  const { text } = await desk.type('leads', '--state', desk.state);
  expect(text).toContain('for, strong: it sends or exports mail out of the mailboxes');
  expect(text).toMatch(/Next\n {2}.*leads --effect session:55e37e24/);
});

test('a sign-in log adds detail to sessions in audit records', async () => {
  const log = join(desk.folder, 'signins.json');
  const session = '55e37e24-1ca3-453a-ae3b-3173a205e407';
  const entry = (errorCode: number, risk: string) => ({
    id: '1',
    createdDateTime: '2001-10-03T11:40:00Z',
    userPrincipalName: 'camille.moreau@harbor.example',
    appDisplayName: 'Mail',
    ipAddress: '198.51.100.23',
    sessionId: session,
    status: { errorCode },
    riskLevelDuringSignIn: risk,
    location: { countryOrRegion: 'DE' },
  });
  writeFileSync(
    log,
    JSON.stringify({ value: [entry(0, 'none'), entry(50126, 'high'), { ...entry(0, 'none'), createdDateTime: '' }] }),
  );
  const before = await typeJson<Leads>('leads');
  const { all, logs, first } = await typeJson<Leads>('leads', '--logs', log);
  expect(logs).toEqual([{ file: log, log: 'the sign-in log of Microsoft Entra (Graph)', entries: 2, unread: 1 }]);
  const found = all.find(({ kind, value }) => kind === 'session' && value === session);
  const known = before.all.find(({ value }) => value === session);
  expect(found).toMatchObject({ signIns: 2, riskySignIns: 1, countries: ['DE'], undecided: known?.undecided });
  expect(found?.refusedSignIns).toBe((known?.refusedSignIns ?? 0) + 1);
  expect(first.map(({ lead, settles }) => [lead.value, settles])).toEqual(
    before.first.map(({ lead, settles }) => [lead.value, settles]),
  );
  const { text } = await desk.type('leads', '--logs', log, '--state', desk.state);
  expect(text).toContain('sign-ins: 2 sign-ins, 2 refused, 1 rated risky, from DE');
});

test('refuses a file that is no such log, and says where it may belong', async () => {
  const { text } = await desk.type('leads', '--logs', desk.incident, '--state', desk.state);
  expect(text).toContain('it contains no sign-in log');
  const missing = await desk.type('leads', '--logs', join(desk.folder, 'none.json'), '--state', desk.state);
  expect(missing.text).toContain('this log cannot be read (ENOENT)');
});
