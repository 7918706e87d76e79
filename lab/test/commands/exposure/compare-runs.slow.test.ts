import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { showDifference } from '../../../src/apps/cli/show/show-difference.ts';
import { compareRuns, type PartyChange } from '../../../src/commands/exposure/compare-runs.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { showPlainly } from '../../apps/cli/show/plain-screen.ts';
import { makeMbox } from '../../evidence/evidence-kit.ts';
import { readingState } from '../../opened-state.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const folder = makeTemporaryFolder();
const state = join(folder, 'state');

interface Mail {
  readonly to: string;
  readonly day: number;
  readonly subject?: string;
  readonly more?: string;
}

const toMessage = ({ to, day, subject = 'Berth', more = '' }: Mail) =>
  `From: ada@harbor.example\nTo: ${to}\nSubject: ${subject}\nDate: ${day} Sep 2001 14:05:00 +0000\n${more}\nText\n`;

/** Everything in a mailbox is taken as copied: nobody vouched for a log. */
async function run(
  mailboxes: Readonly<Record<'ada' | 'bo', readonly Mail[]>>,
  directory: string,
  place = state,
  text: string | null = null,
): Promise<void> {
  for (const [name, mails] of Object.entries(mailboxes))
    writeFileSync(join(folder, `${name}.mbox`), makeMbox(...mails.map(toMessage)));
  writeFileSync(join(folder, 'directory.csv'), `match,party,kind,name\n${directory}`);
  writeFileSync(
    join(folder, 'incident.yaml'),
    text ??
      `incident: harbor
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-01T00:00:00Z, contained: 2001-09-30T00:00:00Z }
mailboxes:
  - { custodian: ada, address: ada@harbor.example, evidence: ada.mbox }
  - { custodian: bo, address: bo@harbor.example, evidence: bo.mbox }
intruder: { reach: [ { mailbox: all, by: credentials } ] }
directory: directory.csv
`,
  );
  const order = { incident: join(folder, 'incident.yaml'), state: place, out: null, workers: 1, accept: [] };
  await runIncident({ ...order, progress: silentProgress });
}

let parties: readonly PartyChange[];

beforeAll(async () => {
  const same = { to: 'a@same.example', day: 2 };
  await run(
    {
      ada: [
        same,
        { to: 'a@dates.example', day: 3 },
        { to: 'a@names.example', day: 3 },
        { to: 'a@place.example', day: 3 },
        { to: 'a@more.example', day: 3 },
        { to: 'a@list.example', day: 3, more: 'List-Id: <x.list.example>\n' },
        { to: 'a@turn.example, b@turn.example', day: 3 },
        { to: 'a@turn.example', day: 4 },
      ],
      bo: [],
    },
    'names.example,names.example,organization,Names\n',
  );
  await run(
    {
      ada: [
        same,
        { to: 'a@dates.example', day: 5 },
        { to: 'b@names.example', day: 3 },
        { to: 'a@more.example', day: 3 },
        { to: 'a@more.example', day: 6 },
        { to: 'a@list.example', day: 3 },
        { to: 'b@turn.example, a@turn.example', day: 3 },
        { to: 'b@turn.example', day: 4 },
      ],
      bo: [{ to: 'a@place.example', day: 3 }],
    },
    'names.example,names.example,organization,Other\n',
  );
  ({ parties } = await readingState(state, (state) => compareRuns(state, null, null)));
});

const factsOf = (party: string) => parties.find((change) => change.party === party)?.facts;
const atNoon = (day: number) => Date.UTC(2001, 8, day, 14, 5) / 1000;

test('lists a party when only its dates, addresses or mailboxes changed, and no unchanged one', () => {
  expect(parties.map(({ party, change }) => [party, change])).toEqual([
    ['dates.example', 'changed'],
    ['list.example', 'changed'],
    ['more.example', 'rose'],
    ['names.example', 'changed'],
    ['place.example', 'changed'],
    ['turn.example', 'changed'],
  ]);
  expect(factsOf('dates.example')).toEqual([
    { fact: 'first', before: atNoon(3), after: atNoon(5) },
    { fact: 'last', before: atNoon(3), after: atNoon(5) },
  ]);
  expect(factsOf('names.example')).toEqual([
    { fact: 'name', before: 'Names', after: 'Other' },
    { fact: 'addresses', appeared: ['b@names.example'], vanished: ['a@names.example'], changed: [] },
  ]);
  expect(factsOf('place.example')).toEqual([{ fact: 'custodians', appeared: ['bo'], vanished: ['ada'], changed: [] }]);
  expect(factsOf('list.example')).toEqual([{ fact: 'bulk', before: 1, after: 0 }]);
  expect(factsOf('turn.example')).toEqual([
    { fact: 'addresses', appeared: [], vanished: [], changed: ['a@turn.example', 'b@turn.example'] },
  ]);
});

test('summarises changes on screen, parties with other figures first, in 80 columns', async () => {
  const difference = await readingState(state, (state) => compareRuns(state, 1, 2));
  const lines = showPlainly((screen) => showDifference(screen, difference), 80);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  const from = lines.indexOf('Parties that changed (6)');
  expect(lines.slice(from + 1, lines.indexOf('', from))).toEqual([
    '  more.example    rose',
    '      exposed 1 → 2, presumed copied 1 → 2, last message 3 Sep 2001 → 6 Sep 2001',
    '  dates.example   changed',
    '      first message 3 Sep 2001 → 5 Sep 2001, last message 3 Sep 2001 → 5 Sep',
    '      2001',
    '  list.example    changed   list mail 1 → 0',
    '  names.example   changed',
    '      name Names → Other, addresses +b@names.example −a@names.example',
    '  place.example   changed   mailboxes +bo −ada',
    '  turn.example    changed',
    '      other counts of addresses: a@turn.example b@turn.example',
  ]);
});

test('lists no party and no cause for two equal versions', async () => {
  const difference = await readingState(state, (state) => compareRuns(state, 2, 2));
  expect(difference.parties).toEqual([]);
  expect(difference.causes).toEqual([]);
  const [, sentence = ''] = showPlainly((screen) => showDifference(screen, difference), 80);
  expect(sentence).toBe(`Same rules (${difference.rules[1]}), same evidence, same incident file.`);
});

test('attributes changes by other mailboxes to evidence, with the number of copies', async () => {
  const difference = await readingState(state, (state) => compareRuns(state, 1, 2));
  expect(difference.causes).toEqual(['evidence']);
  expect(new Set(difference.changes.flatMap(({ causes }) => causes))).toEqual(new Set(['evidence']));
  const said = showPlainly((screen) => showDifference(screen, difference), 80).join(' ');
  expect(said).toContain('Changed: the evidence. Unchanged: the rules, the incident file.');
  expect(said).toContain(`Copies moved by: evidence ${difference.changes.length}.`);
});

test('distinguishes changes by the incident file from those by new evidence', async () => {
  const own = join(makeTemporaryFolder(), 'state');
  const text = readFileSync(join(folder, 'incident.yaml'), 'utf8');
  const mails = [{ to: 'a@same.example', day: 2 }];
  await run({ ada: mails, bo: mails }, '', own, text.replace('mailbox: all', 'mailbox: ada'));
  await run({ ada: [...mails, { to: 'a@more.example', day: 3 }], bo: mails }, '', own, text);
  const { causes, changes } = await readingState(own, (state) => compareRuns(state, 1, 2));
  expect(causes).toEqual(['evidence', 'incident-file']);
  const told = changes.map(({ custodian, change, causes: found }) => `${custodian} ${change} ${found.join(' or ')}`);
  // The mbox of ada is another file now: its first copy is the same, the second came with it. Nothing but a gap stands
  // behind what rose in that of bo.
  expect(told).toEqual(['ada appeared evidence', 'bo rose evidence or incident-file']);
});
