import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForActing, openStateForRun, type StateFolder } from '../../src/adapters/store/state-folder.ts';
import { type Progress, silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { openDispute } from '../../src/operations/answers.ts';
import type { Caller } from '../../src/operations/context.ts';
import { callOperation } from '../../src/operations/operation.ts';
import { openNoticeDesk } from '../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const PARALLEL_CALLS = 50;
const FAILING_CALL = 17;

const desk = await openNoticeDesk(makeTemporaryFolder());
const act = (...words: readonly string[]) => desk.type(...words, '--state', desk.state);
const why = ['--why', 'asked by telephone'] as const;
let going: StateFolder | null = null;

beforeAll(async () => {
  await desk.run();
  going = await openStateForRun(desk.state);
}, 60_000);

afterAll(() => going?.close());

test('a decision on a finding, a merge, contacts, a draft of a wave and an enquiry go on during a run', async () => {
  const list = join(desk.folder, 'contacts.csv');
  writeFileSync(list, 'party,contact\nternbank.example,it@ternbank.example\n');
  const acts = [
    ['findings', 'dismiss', '--kind', 'credential', ...why],
    ['party', 'merge', 'northwind.example', 'ternbank.example', ...why],
    ['party', 'contact', 'stadtwerke-aue.example', 'it@stadtwerke-aue.example', ...why],
    ['contacts', 'import', list, ...why],
    ['notice', 'prepare', '--wave', 'metadata'],
    ['enquiry', 'open', 'skagen-wind.example', '--contact', 'a@skagen-wind.example', '--proof', 'by telephone'],
    ['decisions'],
  ];
  for (const words of acts) {
    const { code, text } = await act(...words);
    expect([words.slice(0, 2), code, code === 'done' ? '' : text]).toEqual([words.slice(0, 2), 'done', '']);
  }
});

test('two merges at once are counted one after the other', async () => {
  const [one, other] = await Promise.all([
    act('party', 'rename', 'skagen-wind.example', 'Skagen Wind', ...why),
    act('party', 'rename', 'stadtwerke-aue.example', 'Stadtwerke Aue', ...why),
  ]);
  expect([one.code, other.code]).toEqual(['done', 'done']);
  for (const [party, name] of [
    ['skagen-wind.example', 'Skagen Wind'],
    ['stadtwerke-aue.example', 'Stadtwerke Aue'],
  ] as const)
    expect((await act('party', 'show', party, '--json')).text).toContain(`"name": "${name}"`);
});

test('what needs the evidence to stand still is told what runs, since when and by whom', async () => {
  for (const words of [
    [
      'findings',
      'erase',
      '--as',
      'Ines Adler',
      '--key',
      desk.key('Ines Adler'),
      '--passphrase-file',
      desk.passphraseFile,
    ],
    ['figures'],
  ]) {
    const { code, text } = await act(...words, ...(words[1] === 'erase' ? why : []));
    expect([words[0], code]).toEqual([words[0], 'state-in-use']);
    expect(text).toMatch(
      new RegExp(
        `: the run with process id ${process.pid}, started [0-9TZ:-]+ by \\S+, is working on this state; wait`,
      ),
    );
  }
  const signed = await desk.approveAs('Ines Adler');
  expect(signed.code).toBe('state-in-use');
});

test('a second run is refused, and so is one by another process', async () => {
  await expect(desk.run()).rejects.toMatchObject({ code: 'state-in-use' });
  const module = join(import.meta.dirname, '../../src/adapters/store/state-folder.ts');
  const script = `const { openStateForRun } = await import(${JSON.stringify(module)}); await openStateForRun(${JSON.stringify(desk.state)}).then(() => process.exit(0), (cause) => process.exit(cause.code === 'state-in-use' ? 7 : 1));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  expect(await new Promise((settle) => child.on('close', settle))).toBe(7);
});

test('an act waits while a version becomes the current one, and that waits for acts that have begun', async () => {
  if (going === null) throw new Error('no run is going on');
  const done: string[] = [];
  const begun = await openStateForActing(desk.state);
  const replaced = going.replacing(async () => {
    const waiting = openStateForActing(desk.state).then(async (state) => {
      done.push('next act');
      await state.close();
    });
    await new Promise((settle) => setTimeout(settle, 100));
    done.push('replaced');
    return { waiting };
  });
  await new Promise((settle) => setTimeout(settle, 100));
  done.push('act that had begun');
  await begun.close();
  await (await replaced).waiting;
  expect(done).toEqual(['act that had begun', 'replaced', 'next act']);
});

test(`of ${PARALLEL_CALLS} calls at once one fails, and only that one is rolled back`, async () => {
  const caller: Caller = {
    actor: { name: 'Ines', account: 'ines', signature: null },
    progress: silentProgress,
    settle: () => undefined,
    onStop: () => undefined,
    ask: async () => null,
  };
  const calls = Array.from({ length: PARALLEL_CALLS }, (_, at) => {
    const party = at === FAILING_CALL ? 'nobody.example' : 'stadtwerke-aue.example';
    const input = { party, claim: `claim ${at}`, notice: null };
    return callOperation(openDispute, desk.state, caller, input, () => 'recorded');
  });
  const ended = await Promise.allSettled(calls);
  expect(ended.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []))).toEqual([FAILING_CALL]);
  const failed = ended[FAILING_CALL];
  expect(failed?.status === 'rejected' && failed.reason instanceof Refusal).toBe(true);
  const { text } = await act('dispute', 'list', '--json');
  const claims = (JSON.parse(text) as { claim: string }[]).map(({ claim }) => claim);
  const expected = Array.from({ length: PARALLEL_CALLS }, (_, at) => `claim ${at}`).filter(
    (_, at) => at !== FAILING_CALL,
  );
  expect(claims.sort()).toEqual(expected.sort());
});

test('a run counts its parties as they were changed while it was at work', async () => {
  await going?.close();
  going = null;
  const renamed: ReturnType<typeof act>[] = [];
  const atSearch: Progress = {
    begin: (stage) => {
      // The parties were counted, and the version is not the current one yet.
      if (stage === 'findings' && renamed.length === 0)
        renamed.push(act('party', 'rename', 'skagen-wind.example', 'Skagen in Between', ...why));
      return { advance: () => undefined, end: () => undefined };
    },
  };
  const { incident, state } = desk;
  await runIncident({ incident, state, out: null, workers: 1, accept: [], progress: atSearch });
  expect((await Promise.all(renamed)).map(({ code }) => code)).toEqual(['done']);
  expect((await act('party', 'show', 'skagen-wind.example', '--json')).text).toContain('"name": "Skagen in Between"');
  expect((await act('party', 'show', 'ternbank.example', '--json')).text).toContain('org-northwind');
});
