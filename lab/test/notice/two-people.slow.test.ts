import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toReviewerKeyText } from '@candor/core/review/seal';
import type { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeReviewerKey } from '../../src/adapters/keys/reviewer-key.ts';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { loadProgram } from '../../src/apps/cli/load-program.ts';
import type { Screen } from '../../src/apps/cli/show/screen.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { type NoticeDesk, openNoticeDesk, toConfirm } from './notice-desk.ts';

let desk: NoticeDesk;
/** A state in which Ines alone has approved everything that can be approved. */
let base: string;
let sequence = 0;
/** A message of Northwind, out of a mailbox that is no operator's. */
let held = '';

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
/** Whoever asks at a portal that nobody answers at. */
const asker = () => ['--portal', 'http://localhost:1', '--key', file('first.rkey'), '--domain', 'northwind.example'];

/** What a person types who holds one key and wants more than that. A command that is missing here fails the test. */
const words: Readonly<Record<string, () => readonly string[]>> = {
  init: () => [file('empty')],
  check: () => [desk.incident],
  run: () => [desk.incident],
  start: () => ['--once'],
  version: () => [],
  completion: () => ['bash'],
  'findings scan': () => [desk.incident],
  'findings overview': () => [],
  'findings list': () => [],
  'findings show': () => ['1'],
  'findings accept': () => ['--kind', 'credential', '--why', 'x'],
  'findings dismiss': () => ['--kind', 'credential', '--why', 'x'],
  'findings undo': () => ['1', '--why', 'x'],
  'findings merge': () => ['1', '2', '--why', 'x'],
  'findings split': () => ['1', '--why', 'x'],
  'findings decisions': () => [],
  'findings sample': () => ['--out', file(`sheet-${sequence}.csv`)],
  'findings people': () => [],
  'findings figures': () => [],
  'findings privilege': () => ['--hold', '--why', 'x'],
  'findings erase': () => ['--why', 'x', ...sign()],
  'erase inputs': () => ['--why', 'x', ...sign()],
  journal: () => [],
  'decisions list': () => [],
  'decisions show': () => ['1'],
  'decisions verify': () => [],
  'findings evaluate': () => [file('labels.jsonl'), '--mail', file('mail')],
  status: () => [],
  incidents: () => [desk.folder],
  // Without an incident there is nothing to serve, and it ends.
  // A folder would be served until somebody stops it.
  console: () => [file('passphrase'), '--print-only'],
  watch: () => ['--once'],
  'evidence list': () => [],
  'evidence verify': () => [],
  'evidence lost': () => [],
  explain: () => ['--mailbox', 'costa-r'],
  interest: () => [],
  leads: () => ['--effect', 'address:198.51.100.23', '--as', 'intruder'],
  unresolved: () => [],
  diff: () => ['1', '1'],
  export: () => ['--out', file('out')],
  records: () => ['--out', file('records.jsonl')],
  parties: () => [],
  'party show': () => ['org-northwind'],
  'party history': () => [],
  'party addresses': () => ['org-northwind'],
  'party secrets': () => ['org-northwind'],
  'party messages': () => [
    ...['org-northwind', '--seal', file('first.pub'), '--out', file(`messages-${sequence}.age`), '--by', 'Ines Adler'],
  ],
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
  // No console answers there.
  approve: () => ['http://candor.localhost:9/aBcD_fGhIjKlMnOpQrStUvWx', ...sign()],
  'notice status': () => [],
  'notice edit': () => ['--party', 'org-northwind', '--text', 'x', '--why', 'x'],
  'notice pause': () => ['--wave', '1'],
  'notice resume': () => ['--wave', '2'],
  'notice discard': () => ['--wave', '2'],
  'notice withdraw': () => ['2', '--why', 'x'],
  'notice approve-withdrawal': () => ['1', ...sign()],
  'notice remind': () => ['--after', '0'],
  'notice export': () => [],
  'notice letters': () => ['--wave', '2', '--out', file('letters')],
  'notice posted': () => ['2', '--wave', '2', '--on', '2001-10-21', '--why', 'x'],
  'notice callscript': () => [],
  'notice gate': () => [],
  'notice send': () => ['--wave', '2'],
  'notice inbox': () => [],
  'notice settle': () => ['1', 'accepted', '--why', 'x', ...sign()],
  'notice replies': () => [],
  'site build': () => ['--out', file('site')],
  'site check': () => [file('empty')],
  enroll: () => [...asker(), '--name', 'Eve', '--address', 'eve@northwind.example', '--code', 'x'],
  download: () => [...asker().slice(0, 4), '--out', file(`download-${sequence}.candor`)],
  enquire: () => [...asker(), '--name', 'Eve', '--address', 'eve@northwind.example'],
  verify: () => [file('passphrase'), '--site', file('site')],
  'log publish': () => ['--site', file('site')],
  'log verify': () => ['--site', file('site')],
  'log fsck': () => [],
  'log prove': () => ['0'],
  'log open': () => ['--all', '--out', file('openings.jsonl')],
  'enrollment add': () => [
    ...['--party', 'org-northwind', '--key', file('third.pub'), '--name', 'Eve', '--proof', 'x'],
    ...['--domain', 'northwind.example'],
  ],
  'enrollment list': () => [],
  'enrollment show': () => ['2'],
  'enrollment approve': () => ['2', ...sign()],
  'enrollment refuse': () => ['2', '--why', 'x'],
  'enrollment check': () => [],
  'enrollment announce': () => ['2'],
  'enrollment confirm': () => ['2', '--contact', 'eve@northwind.example', '--why', 'x'],
  'enrollment object': () => ['2', '--contact', 'eve@northwind.example', '--why', 'x'],
  'enrollment resume': () => ['2', '--why', 'x', ...sign()],
  'reviewer transfer': () => ['1', ...sign()],
  'reviewer key': () => [
    '--out',
    file(`more-${sequence}.key`),
    '--passphrase-file',
    desk.passphraseFile,
    '--work-factor',
    '10',
  ],
  'reviewer revoke': () => ['1', '--why', 'x', ...sign()],
  'withheld list': () => [],
  'withheld show': () => ['1'],
  'withheld add': () => [held, '--party', 'org-northwind', '--reason', 'privilege', '--why', 'x'],
  'withheld decide': () => ['1', 'release', '--why', 'x', ...sign()],
  'release prepare': () => ['--all'],
  'release approve': () => ['--party', 'org-northwind', ...sign()],
  'release write': () => ['--party', 'org-northwind', '--out', file(`release-${sequence}.candor`)],
  'release push': () => [],
  'release status': () => [],
  'portal key': () => [],
  'portal pull': () => [],
  'portal push': () => [],
  'portal sync': () => [],
  'portal status': () => [],
  'portal settle': () => ['portal-back', '--why', 'x'],
  'release revoke': () => ['--party', 'org-northwind', '--release', '1', '--why', 'x', ...sign()],
  'jobs list': () => [],
  'jobs stop': () => ['1'],
  'case list': () => [],
  'case set': () => ['aware', '2001-10-18T09:00:00Z', '--by', 'x', '--how', 'x'],
  'report gdpr33': () => [],
  'figures list': () => [],
  'figures publish': () => ['--name', 'copies', '--out', file('figure.json'), ...sign()],
  'figures verify': () => [file('passphrase')],
  'audit export': () => ['2', '--out', file(`wave-${sequence}.audit`), '--passphrase-file', file('passphrase')],
  'audit check': () => [file('passphrase'), '--evidence', file('empty'), '--passphrase-file', file('passphrase')],
  open: () => [
    file('empty'),
    '--key',
    file('passphrase'),
    '--fingerprint',
    Array.from({ length: 8 }, () => '0000').join('-'),
    '--out',
    file('opened'),
  ],
  'contacts list': () => [],
  'contacts export': () => ['--guessed', '--out', file(`guessed-${sequence}.csv`)],
  'contacts show': () => ['org-northwind'],
  'contacts import': () => [file('contacts.csv'), '--why', 'x'],
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
  'enquiry check': () => [],
  'enquiry list': () => [],
  'support lookup': () => ['northwind.example'],
};
/** They take no state. */
const stateless = new Set([
  ...['init', 'check', 'verify', 'log verify', 'open', 'reviewer key'],
  ...['site check', 'enroll', 'download', 'enquire', 'approve'],
  ...['version', 'completion', 'incidents', 'console', 'findings scan', 'findings evaluate', 'audit check'],
]);

/** Every command by which somebody agrees to something. */
const agreements = [
  ...['notice approve', 'notice approve-withdrawal', 'enquiry approve', 'enrollment approve', 'release approve'],
  ...['reviewer revoke', 'release revoke', 'withheld decide'],
];

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
      enrollments: count('enrollment'),
      releases: count('release'),
      revocations: count('revocation'),
      holds: count('hold'),
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
  enrollments: 1,
  releases: 1,
  revocations: 0,
  holds: 0,
  withdrawn: 0,
  released: 0,
  left: 0,
};

beforeAll(async () => {
  desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  mkdirSync(file('empty'));
  writeFileSync(file('contacts.csv'), 'party,contact\norg-northwind,eve@northwind.example\n');
  const rows = readFileSync(join(desk.folder, 'harbor/expected/exposure.jsonl'), 'utf8').split('\n');
  const row = rows.find((line) => line.includes('"okafor-a"') && line.includes('northwind')) ?? '{}';
  held = (JSON.parse(row) as { messageId: string }).messageId;
  const state = ['--state', desk.state];
  const done = async (...typed: string[]) =>
    expect(await desk.type(...typed, ...state)).toMatchObject({ code: 'done' });
  await done('notice', 'prepare', '--wave', 'metadata');
  const approve = async (name: string) => expect(await desk.approveAs(name)).toMatchObject({ code: 'done' });
  await approve('Ines Adler');
  await approve('Marek Dvorak');
  await done('notice', 'prepare', '--wave', 'update');
  await approve('Ines Adler');
  await done('notice', 'withdraw', '1', '--why', 'x');
  await done('notice', 'approve-withdrawal', '1', ...sign());
  await done('enquiry', 'open', 'nobody.example', '--contact', 'a@nobody.example', '--proof', 'x');
  await done('enquiry', 'answer', '1');
  await done('enquiry', 'approve', '1', ...sign());
  const northwind = ['--party', 'org-northwind'];
  for (const name of ['first', 'second', 'third'])
    writeFileSync(file(`${name}.pub`), toReviewerKeyText((await makeReviewerKey(file(`${name}.rkey`), null)).key));
  for (const name of ['first', 'second'])
    await done(
      ...['enrollment', 'add', ...northwind, '--key', file(`${name}.pub`), '--name', name, '--proof', 'x'],
      ...['--domain', 'northwind.example', 'northwind-gas.example'],
    );
  await done('enrollment', 'approve', '1', ...sign());
  await done('enrollment', 'approve', '1', ...sign('Marek Dvorak'));
  await done('enrollment', 'approve', '2', ...sign());
  await done('release', 'prepare', '--all');
  await done('release', 'approve', ...northwind, ...sign());
  await done('release', 'approve', ...northwind, ...sign('Marek Dvorak'));
  await done('withheld', 'add', held, ...northwind, '--reason', 'privilege', '--why', 'x');
  await done('withheld', 'decide', '1', 'release', '--why', 'x', ...sign());
  await done('reviewer', 'revoke', '1', '--why', 'x', ...sign());
  await done('release', 'revoke', ...northwind, '--why', 'x', ...sign());
  await done('release', 'prepare', '--all');
  await done('release', 'approve', ...northwind, ...sign());
  base = desk.state;
});

test('the table contains exactly the commands of the program', async () => {
  const listed = listCommands(await loadProgram(silent, undefined)).filter((path) => !path.endsWith('help'));
  expect(Object.keys(words).sort()).toEqual([...listed].sort());
});

let isTriedUnchanged = false;

/** Of every file of a state, with its name. */
function digestState(state: string): string {
  const hash = createHash('sha256');
  const names = readdirSync(state, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    hash.update(`\0${name}\0`);
    if (statSync(join(state, name)).isFile()) hash.update(readFileSync(join(state, name)));
  }
  return hash.digest('hex');
}

/** The same person approving all of it again changes nothing. */
async function expectNothingByOne(state: string): Promise<void> {
  for (const again of agreements) await type(again, state);
  await type('notice send', state);
  expect(await readActs(state)).toEqual(nothing);
}

describe('with one key no command leads to a sent notice, a withdrawal, a signed answer, a key change, a reader or a release', () => {
  test.each(Object.keys(words))('%s', async (path) => {
    const state = copyState();
    const before = digestState(state);
    const ended = await type(path, state);
    expect(ended.code).not.toBe('usage');
    // Whoever only read, or was refused, stands where everybody begins: what follows there is the same each time.
    const isUnchanged = digestState(state) === before;
    if (!isUnchanged || !isTriedUnchanged) await expectNothingByOne(state);
    isTriedUnchanged ||= isUnchanged;
    rmSync(state, { recursive: true });
  });
});

describe('control: with two people each of them works', () => {
  test('a wave', async () => {
    const state = copyState();
    const words = ['notice', 'approve', ...sign('Marek Dvorak'), ...(await toConfirm(state)), '--state', state];
    expect((await desk.type(...words)).code).toBe('done');
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

  test.each([
    ['enrollment approve', ['2'], { enrollments: 2 }],
    ['release approve', ['--party', 'org-northwind'], { releases: 2 }],
    ['release revoke', ['--party', 'org-northwind', '--release', '1'], { revocations: 1 }],
    ['reviewer revoke', ['1'], { revocations: 1 }],
    ['withheld decide', ['1', 'release'], { holds: 1 }],
  ])('%s', async (path, more, acts) => {
    const state = copyState();
    const ended = await desk.type(...path.split(' '), ...more, ...sign('Marek Dvorak'), '--state', state);
    expect(ended.code).toBe('done');
    expect(await readActs(state)).toMatchObject(acts);
  });

  test('an answer to an enquiry', async () => {
    const state = copyState();
    expect((await desk.type('enquiry', 'approve', '1', ...sign('Marek Dvorak'), '--state', state)).code).toBe('done');
    expect(await readActs(state)).toMatchObject({ enquiries: 1 });
  });

  test('a change of operators, which one person only starts', async () => {
    const state = copyState();
    desk.edit('  - { name: "Rafael Costa"', '#  - { name: "Rafael Costa"');
    const change = (name: string) => desk.type('operator', 'change', 'approve', ...sign(name), '--state', state);
    expect((await change('Ines Adler')).code).toBe('done');
    expect((await change('Ines Adler')).code).toBe('already-approved');
    expect(await readActs(state)).toEqual(nothing);
    expect((await change('Marek Dvorak')).code).toBe('done');
    expect(await readActs(state)).toMatchObject({ operators: 1 });
  });
});
