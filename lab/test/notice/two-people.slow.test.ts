import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/state-folder.ts';
import { buildProgram } from '../../src/apps/cli/program.ts';
import type { Screen } from '../../src/apps/terminal/screen.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.ts';

let desk: NoticeDesk;
/** A state in which Ines alone has approved everything that can be approved. */
let base: string;
let sequence = 0;

const silent: Screen = {
  isTerminal: false,
  width: 100,
  line: () => undefined,
  typed: (text) => text,
  bold: (text) => text,
  dim: (text) => text,
  warn: (text) => text,
  strong: (text) => text,
};

function listCommands(command: Command, path: readonly string[] = []): readonly string[] {
  if (command.commands.length === 0) return [path.join(' ')];
  return command.commands.flatMap((each) => listCommands(each, [...path, each.name()]));
}

const sign = (name = 'Ines Adler') => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
const file = (name: string) => join(desk.folder, name);

/** What a person types who holds one key and wants more than that. A command that is missing here fails the test. */
const words: Readonly<Record<string, () => readonly string[]>> = {
  init: () => [file('empty')],
  check: () => [desk.incident],
  run: () => [desk.incident],
  demo: () => ['--once'],
  status: () => [],
  'evidence list': () => [],
  'evidence verify': () => [],
  explain: () => ['--mailbox', 'costa-r'],
  unresolved: () => [],
  diff: () => ['1', '1'],
  export: () => ['--out', file('out')],
  records: () => ['--out', file('records.jsonl')],
  parties: () => [],
  'party show': () => ['org-northwind'],
  'party history': () => [],
  'party merge': () => ['org-northwind', 'ternbank.example', '--why', 'x'],
  'party split': () => ['org-northwind', 'other', 'northwind.example', '--why', 'x'],
  'party rename': () => ['org-northwind', 'Other', '--why', 'x'],
  'party kind': () => ['org-northwind', 'list', '--why', 'x'],
  'party contact': () => ['org-northwind', 'eve@northwind.example', '--why', 'x'],
  'party undo': () => ['1', '--why', 'x'],
  'operator add': () => [
    'Ines Adler',
    '--key',
    file(`more-${sequence}.key`),
    '--passphrase-file',
    desk.passphraseFile,
    '--work-factor',
    '10',
  ],
  'operator list': () => [],
  'operator change prepare': () => [],
  'operator change approve': () => sign(),
  'notice prepare': () => ['--wave', 'metadata'],
  'notice show': () => [],
  'notice approve': () => sign(),
  'notice status': () => [],
  'notice edit': () => ['--party', 'org-northwind', '--text', 'x'],
  'notice pause': () => ['--wave', '1'],
  'notice resume': () => ['--wave', '2'],
  'notice discard': () => ['--wave', '2'],
  'notice withdraw': () => ['2', '--why', 'x'],
  'notice approve-withdrawal': () => ['1', ...sign()],
  'notice remind': () => ['--after', '0'],
  'notice export': () => [],
  'notice letters': () => ['--wave', '2', '--out', file('letters')],
  'notice callscript': () => [],
  'notice gate': () => [],
  'notice send': () => ['--wave', '2'],
  'notice inbox': () => [],
  'notice settle': () => ['1', 'accepted', '--why', 'x', ...sign()],
  'notice replies': () => [],
  'site build': () => ['--out', file('site')],
  verify: () => [file('passphrase'), '--site', file('site')],
  'log publish': () => ['--site', file('site')],
  'log verify': () => ['--site', file('site')],
  'log fsck': () => [],
  'log prove': () => ['0'],
  'log open': () => ['--all', '--out', file('openings.jsonl')],
  'figures list': () => [],
  'figures publish': () => ['--name', 'copies', '--by', 'Ines Adler', '--out', file('figure.json')],
  'figures verify': () => [file('passphrase')],
  open: () => [
    file('empty'),
    '--key',
    file('passphrase'),
    '--fingerprint',
    Array.from({ length: 8 }, () => '0000').join('-'),
    '--out',
    file('opened'),
  ],
  'contacts show': () => ['org-northwind'],
  'contacts import': () => [file('contacts.csv')],
  'contacts probe': () => [],
  'contacts curate': () => ['org-northwind', 'eve@northwind.example', '--why', 'x'],
  'delay set': () => ['org-northwind', '--asked-by', 'x', '--why', 'x'],
  'delay end': () => ['1', '--why', 'x'],
  'delay list': () => [],
  'do-not-contact add': () => ['org-northwind', '--why', 'x'],
  'do-not-contact end': () => ['1', '--why', 'x'],
  'do-not-contact list': () => [],
  'dispute open': () => ['org-northwind', '--claim', 'x'],
  'dispute answer': () => ['1', '--text', 'x'],
  'dispute list': () => [],
  'enquiry open': () => ['other.example', '--contact', 'a@other.example', '--proof', 'x'],
  'enquiry answer': () => ['1'],
  'enquiry approve': () => ['1', ...sign()],
  'enquiry list': () => [],
  'support lookup': () => ['northwind.example'],
};
/** They take no state. */
const stateless = new Set(['init', 'check', 'verify', 'log verify', 'open']);

async function type(path: string, state: string) {
  const more = words[path]?.() ?? [];
  return desk.type(...path.split(' '), ...more, ...(stateless.has(path) ? [] : ['--state', state]));
}

function copyState(): string {
  sequence += 1;
  const copy = file(`state-${sequence}`);
  cpSync(base, copy, { recursive: true });
  return copy;
}

/** What takes two people, as far as it has happened. */
async function readActs(path: string) {
  const state = await openStateForReading(path);
  try {
    const { db } = state.store;
    const entries = await db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('kind', 'not in', ['padding', 'genesis'])
      .execute();
    const deliveries = await db
      .selectFrom('notice_delivery')
      .innerJoin('notice_notice', 'notice_notice.id', 'notice_delivery.notice_id')
      .select(['notice_delivery.state', 'notice_notice.wave_id'])
      .execute();
    const withdrawn = await db.selectFrom('notice_notice').select('id').where('state', '=', 'withdrawn').execute();
    const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
    return {
      waves: count('wave'),
      withdrawals: count('withdrawal'),
      operators: count('operators'),
      enquiries: count('enquiry'),
      settlements: count('settlement'),
      withdrawn: withdrawn.length,
      released: deliveries.filter(({ state: standing, wave_id }) => wave_id > 1 && standing !== 'composed').length,
      left: deliveries.filter(({ state: standing }) => standing !== 'composed' && standing !== 'approved').length,
    };
  } finally {
    await state.close();
  }
}

const nothing = {
  waves: 1,
  withdrawals: 0,
  operators: 0,
  enquiries: 0,
  settlements: 0,
  withdrawn: 0,
  released: 0,
  left: 0,
};

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  mkdirSync(file('empty'));
  writeFileSync(file('contacts.csv'), 'party,contact\norg-northwind,eve@northwind.example\n');
  const state = ['--state', desk.state];
  const done = async (...typed: string[]) =>
    expect(await desk.type(...typed, ...state)).toMatchObject({ code: 'done' });
  await done('notice', 'prepare', '--wave', 'metadata');
  await done('notice', 'approve', ...sign());
  await done('notice', 'approve', ...sign('Marek Dvorak'));
  await done('notice', 'prepare', '--wave', 'update');
  await done('notice', 'approve', ...sign());
  await done('notice', 'withdraw', '1', '--why', 'x');
  await done('notice', 'approve-withdrawal', '1', ...sign());
  await done('enquiry', 'open', 'nobody.example', '--contact', 'a@nobody.example', '--proof', 'x');
  await done('enquiry', 'answer', '1');
  await done('enquiry', 'approve', '1', ...sign());
  base = desk.state;
});

test('every command of the program is in the table, and nothing else', () => {
  const listed = listCommands(buildProgram(silent)).filter((path) => !path.endsWith('help'));
  expect(Object.keys(words).sort()).toEqual([...listed].sort());
});

describe('with one key no command leads to a sent notice, a withdrawal, a signed answer or a key change', () => {
  test.each(Object.keys(words))('%s', async (path) => {
    const state = copyState();
    const ended = await type(path, state);
    expect(ended.code).not.toBe('usage');
    // Whatever it changed: the same person approving all of it again changes nothing.
    for (const again of ['notice approve', 'notice approve-withdrawal', 'enquiry approve']) await type(again, state);
    await type('notice send', state);
    expect(await readActs(state)).toEqual(nothing);
    rmSync(state, { recursive: true });
  });
});

describe('control: with two people each of them happens', () => {
  test('a wave', async () => {
    const state = copyState();
    expect((await desk.type('notice', 'approve', ...sign('Marek Dvorak'), '--state', state)).code).toBe('done');
    const acts = await readActs(state);
    expect(acts).toMatchObject({ waves: 2 });
    expect(acts.released).toBeGreaterThan(20);
  });

  test('a withdrawal', async () => {
    const state = copyState();
    expect((await desk.type('notice', 'approve-withdrawal', '1', ...sign('Marek Dvorak'), '--state', state)).code).toBe(
      'done',
    );
    expect(await readActs(state)).toMatchObject({ withdrawals: 1, withdrawn: 1 });
  });

  test('an answer to an enquiry', async () => {
    const state = copyState();
    expect((await desk.type('enquiry', 'approve', '1', ...sign('Marek Dvorak'), '--state', state)).code).toBe('done');
    expect(await readActs(state)).toMatchObject({ enquiries: 1 });
  });

  test('a change of operators, which one alone only begins', async () => {
    const state = copyState();
    desk.edit('  - { name: Rafael Costa', '#  - { name: Rafael Costa');
    const change = (name: string) => desk.type('operator', 'change', 'approve', ...sign(name), '--state', state);
    expect((await change('Ines Adler')).code).toBe('done');
    expect((await change('Ines Adler')).code).toBe('already-approved');
    expect(await readActs(state)).toEqual(nothing);
    expect((await change('Marek Dvorak')).code).toBe('done');
    expect(await readActs(state)).toMatchObject({ operators: 1 });
  });
});
