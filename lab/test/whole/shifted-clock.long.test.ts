import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestDocument, signApproval } from '@candor/core/notice/operator';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openOperatorKey } from '../../src/adapters/keys/keys.ts';
import { now } from '../../src/adapters/process/clock.ts';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';
import { openStateForActing } from '../../src/adapters/store/state-folder.ts';
import { appendEntry } from '../../src/ledger/store/entry-store.ts';
import { HARBOR, runIncidentAt } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { noShiftedClock, runShifted } from './shifted-clock.ts';

// Whoever has the clock of the machine, and nothing else that others have not: every line starts a process.
vi.setConfig({ testTimeout: 300_000 });

const HOUR = 3600;
const DAY_AND_HOUR = 25;
const PASSPHRASE = 'as long as nobody guesses it';
const OLD = ['Ines Adler', 'Tom Birk'] as const;
const NEW = 'Nora Quint';
const folder = makeTemporaryFolder();
const at = (name: string): string => join(folder, name);
const incident = join(folder, 'harbor/incident.yaml');
let tries = 0;
/** The state of one test, and where it publishes. */
let state: string;
let site: string;

const sign = (name: string) => ['--as', name, '--key', at(name), '--passphrase-file', at('passphrase')];

/** Exit code and everything that it said. */
async function candor(
  hours: number,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly text: string }> {
  const { code, stdout, stderr } = await runShifted(hours * HOUR, args);
  return { code: code ?? -1, text: stdout + stderr };
}
const done = async (hours: number, ...args: readonly string[]) => {
  const ended = await candor(hours, ...args);
  expect([ended.code, ended.text], args.join(' ')).toEqual([0, expect.any(String)]);
  return ended.text;
};
const publish = (hours: number) => done(hours, 'log', 'publish', '--site', site, '--state', state);
const figure = (hours: number, name: string) =>
  candor(
    hours,
    'figures',
    'publish',
    '--name',
    'messages',
    '--out',
    at('messages.json'),
    ...sign(name),
    '--state',
    state,
  );
const change = (hours: number, name: string) =>
  done(hours, 'operator', 'change', 'approve', ...sign(name), '--state', state);

beforeAll(async () => {
  if (noShiftedClock !== null) return;
  cpSync(join(HARBOR, '..'), join(folder, 'harbor'), { recursive: true });
  const text = readFileSync(incident, 'utf8').replace(/^(operators|log):[^\n]*\n(?:[ #][^\n]*\n)*/gm, '');
  writeFileSync(at('passphrase'), `${PASSPHRASE}\n`, { mode: 0o600 });
  const lines: string[] = [];
  for (const name of [...OLD, NEW]) {
    const made = ['operator', 'add', name, '--key', at(name), '--passphrase-file', at('passphrase'), '--json'];
    lines.push(`${(JSON.parse(await done(0, ...made)) as { readonly line: string }).line}\n`);
  }
  const log = 'log: { origin: harbor.example/log, every: 1h, entries: 8 }\n';
  writeFileSync(incident, `${text}\noperators:\n${lines.slice(0, 2).join('')}${log}`);
  await runIncidentAt(incident, folder);
  [state, site] = [at('state'), at('site')];
  await publish(0);
  writeFileSync(incident, `${text}\noperators:\n${lines.join('')}${log}`);
}, 300_000);

beforeEach((context) => {
  if (noShiftedClock !== null) context.skip(noShiftedClock);
  tries += 1;
  [state, site] = [at(`state-${tries}`), at(`site-${tries}`)];
  cpSync(at('state'), state, { recursive: true });
  cpSync(at('site'), site, { recursive: true });
});

/** What an auditor finds who has everything and a clock of their own. */
async function verify(hours: number): Promise<{ readonly code: number; readonly text: string }> {
  await done(0, 'log', 'open', '--all', '--out', at(`${tries}.jsonl`), '--state', state);
  const openings = readFileSync(at(`${tries}.jsonl`), 'utf8');
  const genesis = JSON.parse(openings.slice(0, openings.indexOf('\n'))) as { readonly entry: string };
  const { log } = (JSON.parse(genesis.entry) as { readonly body: { readonly log: string } }).body;
  return candor(hours, 'log', 'verify', '--site', site, '--key', log, '--openings', at(`${tries}.jsonl`));
}

test('a clock that is 25 hours ahead does not make a new key sign', async () => {
  for (const name of OLD) await change(0, name);
  for (const hours of [0, DAY_AND_HOUR]) {
    const ended = await figure(hours, NEW);
    expect([hours, ended.code, ended.text]).toEqual([
      hours,
      2,
      expect.stringMatching(/signs nothing for a day.* of 24/),
    ]);
  }
  // Nor does one publication with that clock, which makes up for 25 periods.
  await publish(DAY_AND_HOUR);
  expect(await figure(DAY_AND_HOUR, NEW)).toMatchObject({ code: 2, text: expect.stringContaining('0 of 24 periods') });
  // Control: who was there before signs.
  expect(await figure(0, OLD[0])).toMatchObject({ code: 0 });
});

test('a change that is dated 25 hours back does not make a new key sign', async () => {
  for (const name of OLD) await change(-DAY_AND_HOUR, name);
  expect(await figure(0, NEW)).toMatchObject({ code: 2, text: expect.stringContaining('0 of 24 periods') });
  const checked = await candor(0, 'log', 'fsck', '--state', state);
  expect(checked).toMatchObject({ code: 3, text: expect.stringContaining('dated') });
});

/** What a program that does not ask would write: a figure that two keys approved, dated as its clock says. */
async function publishAnyway(hours: number, second: string): Promise<void> {
  const runtime = createNodeRuntime();
  const document = { v: 1, figure: 'messages' };
  const digest = digestDocument(runtime, document);
  const approvals = [];
  for (const name of [OLD[0], second]) {
    const { operator, key, signature } = await signApproval(
      await openOperatorKey(at(name), name, PASSPHRASE),
      'publication',
      digest,
    );
    approvals.push({ operator, key, signature });
  }
  const { store, close } = await openStateForActing(state);
  const entry = { kind: 'publication', at: now() + hours * HOUR, body: { document, approvals } } as const;
  await store.durableTransaction(() => appendEntry(store, runtime, entry));
  await close();
}

test('fsck and log verify refuse what a new key signed with a shifted clock, today and later', async () => {
  for (const name of OLD) await change(0, name);
  await publishAnyway(0, OLD[1]);
  await publish(1);
  // Control: of those who were there before nothing is refused.
  expect(await verify(2)).toMatchObject({ code: 0 });
  await publishAnyway(DAY_AND_HOUR, NEW);
  // The period that shows it.
  await publish(2);
  for (const hours of [3, 400]) {
    const checked = await candor(hours, 'log', 'fsck', '--state', state);
    expect(checked).toMatchObject({
      code: 3,
      text: expect.stringMatching(/Nora Quint approved it .* 0 of 24 periods/),
    });
    const verified = await verify(hours);
    expect(verified).toMatchObject({
      code: 3,
      text: expect.stringMatching(/Nora Quint approved it .* 0 of 24 periods/),
    });
  }
});

test('25 publications in a minute shorten the wait for as long as nobody looks: the log is ahead of every true clock', async () => {
  for (const name of OLD) await change(0, name);
  for (let hours = 1; hours <= DAY_AND_HOUR; hours += 1) await publish(hours);
  expect(await figure(DAY_AND_HOUR, NEW)).toMatchObject({ code: 0 });
  const [checked, verified] = [await candor(0, 'log', 'fsck', '--state', state), await verify(0)];
  expect(checked).toMatchObject({ code: 3, text: expect.stringContaining('25 hours ahead of this clock') });
  expect(verified).toMatchObject({ code: 3, text: expect.stringContaining('25 hours ahead of this clock') });
  // Whoever acts with the true clock leaves it in the log for good.
  expect(await figure(0, OLD[0])).toMatchObject({ code: 0 });
  await publish(DAY_AND_HOUR + 1);
  const later = await candor(400, 'log', 'fsck', '--state', state);
  expect(later).toMatchObject({ code: 3, text: expect.stringContaining('backdated, or a clock was wrong') });
});
