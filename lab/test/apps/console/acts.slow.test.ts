import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consolePaths, type IncidentsAnswer, REQUEST_FIELD, SEEN_FIELD } from '@candor/core/contract/console';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForListing } from '../../../src/adapters/store/state-folder.ts';
import { type ServedConsole, serveConsole } from '../../../src/apps/console/serve-console.ts';
import { listDecisions } from '../../../src/commands/decisions.ts';
import { listCuration } from '../../../src/commands/impact/curate-party.ts';
import { listIncidents } from '../../../src/commands/incidents/list-incidents.ts';
import { prepareDemo } from '../../../src/commands/prepare-demo.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { callConsole } from './called-console.ts';

const PORT = 34_131;
const VIEWER_PORT = 34_132;
/** One that the program can have drawn. */
const KILLED_PORT = 31_833;
const MINUTES = 120_000;
const PROGRAM = join(import.meta.dirname, '../../../src/apps/cli/main.ts');

let folder: string;
let state: string;
let served: ServedConsole;
let viewers: ServedConsole;
let path: (name: string) => string;
let session: Record<string, string>;
const faults: string[] = [];
const desk = callConsole(PORT);
let acts = 0;

/** A page names each act. */
const name = (): Record<string, string> => {
  acts += 1;
  return { [REQUEST_FIELD]: `an-act-of-this-test-${acts}` };
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-acts-test-'));
  state = join(folder, '.candor');
  await runIncident({ incident: prepareDemo(), state, out: null, workers: 2, accept: [], progress: silentProgress });
  const rows = await listIncidents(folder);
  const note = (fault: string): void => void faults.push(fault);
  served = await serveConsole(rows, { person: 'Marek', port: PORT, note });
  viewers = await serveConsole(rows, { person: 'Vera', port: VIEWER_PORT, note, roles: ['viewer', 'notifier'] });
  session = await desk.signIn(served.makeEntry());
  const { body } = await desk.send(consolePaths.incidents, session);
  const id = (body['incidents'] as IncidentsAnswer['incidents'])[0]?.id ?? '';
  path = (operation) => consolePaths.toOperation(id, operation);
}, MINUTES);
afterAll(async () => {
  await served?.close();
  await viewers?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function readDecided() {
  const opened = await openStateForListing(state);
  try {
    return await listDecisions(opened);
  } finally {
    await opened.close();
  }
}

const rename = (to: string, party = 'northwind.example'): string =>
  JSON.stringify({ party, name: to, why: 'their letterhead' });

test('does an act as the person at the machine, unsigned and with the reason', async () => {
  const { status, body } = await desk.send(path('party.rename'), { ...session, ...name() }, { body: rename('North') });
  expect(status).toBe(200);
  expect(body).toEqual({ sequence: 1, decision: { number: 1, by: 'Marek', isSigned: false } });
  const { decisions, problems } = await readDecided();
  expect(problems).toEqual([]);
  expect(decisions).toMatchObject([
    { act: 'party.rename', by: 'Marek', key: null, who: 'says', why: 'their letterhead', rows: [{ after: 'North' }] },
  ]);
});

test('does an act once that comes twice, at the same time or later, and gives the same answer', async () => {
  const before = (await readDecided()).decisions.length;
  const fields = { ...session, ...name() };
  const body = rename('Northwind Traders');
  const both = await Promise.all([1, 2].map(() => desk.send(path('party.rename'), fields, { body })));
  const later = await desk.send(path('party.rename'), fields, { body });
  for (const { status, text } of [...both, later]) expect([status, text]).toEqual([200, both[0]?.text]);
  expect((await readDecided()).decisions).toHaveLength(before + 1);
  const other = await desk.send(path('party.rename'), fields, { body: rename('Another name') });
  expect(other.body.code).toBe('malformed');
  const again = await desk.send(path('party.rename'), { ...session, ...name() }, { body });
  expect(again.status).toBe(200);
  expect((await readDecided()).decisions).toHaveLength(before + 2);
});

test('refuses with the reasons of the command, and changes nothing', async () => {
  const before = await readDecided();
  const fields = { ...session, ...name() };
  const unknown = await desk.send(path('party.rename'), fields, { body: rename('X', 'nobody.example') });
  expect([unknown.status, unknown.body.code]).toEqual([409, 'refused']);
  expect(String(unknown.body['reasons'])).toContain('nobody.example');
  const past = { askedBy: 'the authority', until: '2001-01-01', why: 'asked' };
  const late = await desk.send(path('delay.set'), { ...session, ...name() }, { body: JSON.stringify(past) });
  expect([late.status, String(late.body['reasons'])]).toEqual([
    409,
    expect.stringContaining('a delay must end in the future'),
  ]);
  expect(await readDecided()).toEqual(before);
});

test('refuses what somebody else changed since the page was read, and says what and who', async () => {
  const read = await desk.send(path('status'), session);
  const seen = { [SEEN_FIELD]: String(read.fields[SEEN_FIELD]) };
  expect(Number(seen[SEEN_FIELD])).toBe((await readDecided()).decisions.length);
  const first = await desk.send(path('party.rename'), { ...session, ...name(), ...seen }, { body: rename('First') });
  expect(first.status).toBe(200);
  const second = await desk.send(path('party.rename'), { ...session, ...name(), ...seen }, { body: rename('Second') });
  expect([second.status, second.body.code]).toEqual([409, 'changed']);
  expect(second.body['changes']).toMatchObject([
    { act: 'party.rename', by: 'Marek', rows: [{ what: 'org-northwind', after: 'First' }] },
  ]);
  expect(String(second.body['reasons'])).toContain('of Marek (party.rename');
  // Another party was not changed by it.
  const apart = await desk.send(
    path('party.kind'),
    { ...session, ...name(), ...seen },
    {
      body: JSON.stringify({ party: 'gridwire.example', kind: 'list', why: 'a mailing list' }),
    },
  );
  expect([apart.status, apart.body]).toEqual([200, expect.anything()]);
  const bad = await desk.send(
    path('party.rename'),
    { ...session, ...name(), [SEEN_FIELD]: 'x' },
    { body: rename('X') },
  );
  expect(bad.body.code).toBe('malformed');
  // Without the number nobody asks: the command line reads what it changes itself.
  const again = await desk.send(path('party.rename'), { ...session, ...name() }, { body: rename('Northwind') });
  expect(again.status).toBe(200);
});

test('refuses who may not act, and what names files or more than was asked for', async () => {
  const before = await readDecided();
  const body = rename('Intruder');
  const own = { ...desk.own, ...name() };
  const { cookie = '', 'x-candor-key': key = '' } = session;
  const denied: readonly (readonly [string, Record<string, string>, string, string])[] = [
    ['party.rename', own, body, 'signed-out'],
    ['party.rename', { ...own, cookie }, body, 'signed-out'],
    ['party.rename', { ...own, 'x-candor-key': key }, body, 'signed-out'],
    ['party.rename', { ...session, ...name(), origin: 'http://intruder.example' }, body, 'wrong-origin'],
    ['party.rename', { ...session, ...name(), 'sec-fetch-site': 'cross-site' }, body, 'wrong-origin'],
    ['party.rename', { ...session, ...name(), host: 'intruder.example' }, body, 'wrong-host'],
    ['party.rename', session, body, 'malformed'],
    ['party.rename', { ...session, [REQUEST_FIELD]: 'short' }, body, 'malformed'],
    ['party.rename', { ...session, ...name() }, rename('').replace('their letterhead', ' '), 'malformed'],
    ['party.rename', { ...session, ...name() }, body.replace('{', '{"by":"Vera",'), 'malformed'],
    ['party.rename', { ...session, ...name() }, body.replace('{', '{"state":"/srv",'), 'malformed'],
    ['notice.posted', { ...session, ...name() }, '{"on":1,"why":"x","list":"/etc/passwd"}', 'malformed'],
    ['findings.people', session, '{"out":"/srv/people.csv"}', 'malformed'],
    ['contacts.import', { ...session, ...name() }, '{"file":"/etc/passwd","why":"x"}', 'terminal-only'],
    ['notice.approve', { ...session, ...name() }, '{}', 'not-offered'],
  ];
  for (const [operation, fields, given, code] of denied)
    expect([operation, given, (await desk.send(path(operation), fields, { body: given })).body.code]).toEqual([
      operation,
      given,
      code,
    ]);
  const other = callConsole(VIEWER_PORT);
  const viewer = await other.signIn(viewers.makeEntry());
  const asViewer = await other.send(path('party.rename'), { ...viewer, ...name() }, { body });
  expect([asViewer.status, asViewer.body.code]).toEqual([403, 'not-allowed']);
  expect(await readDecided()).toEqual(before);
  const forbidden = await other.send(path('findings.people'), viewer);
  expect(forbidden.body.code).toBe('not-allowed');
  // The role that it needs lets it in: the address is right.
  const delay = { party: 'northwind.example', partyOrAddress: 'northwind.example', why: 'they asked' };
  const allowed = await other.send(
    path('do-not-contact.add'),
    { ...viewer, ...name() },
    { body: JSON.stringify(delay) },
  );
  expect(allowed.body.code).toBe('malformed');
  expect(faults).toEqual([]);
});

test('the journal has each act with who, why, before and after, by person, act and day', async () => {
  const { decisions } = await readDecided();
  const ask = async (input: object) => {
    const { body } = await desk.send(path('journal'), session, { body: JSON.stringify(input) });
    return body as { readonly total?: number; readonly lines?: readonly { readonly number: number }[] };
  };
  const all = await ask({});
  expect(all.total).toBe(decisions.length);
  expect(all.lines?.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(
    decisions.map(({ number }) => number),
  );
  const first = decisions[0];
  expect(all.lines?.at(-1)).toEqual({
    at: first?.at,
    source: 'decision',
    number: 1,
    people: ['Marek'],
    act: 'party.rename',
    why: 'their letterhead',
    rows: [{ what: 'org-northwind', before: expect.any(String), after: 'North' }],
    more: 0,
  });
  const kinds = decisions.filter(({ act }) => act === 'party.kind').length;
  expect((await ask({ act: 'party.kind' })).lines).toHaveLength(kinds);
  expect((await ask({ act: 'party' })).lines).toHaveLength(decisions.length);
  for (const nothing of [{ person: 'Vera' }, { act: 'part' }, { day: '2001-01-01' }])
    expect([nothing, (await ask(nothing)).lines]).toEqual([nothing, []]);
  expect((await ask({ person: 'Marek', day: first?.at })).lines?.length).toBeGreaterThan(0);
});

test(
  'loses nothing of an act whose server is killed: all of it stands, or nothing',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'candor-acts-home-'));
    mkdirSync(join(home, '.config', 'candor'), { recursive: true });
    writeFileSync(join(home, '.config', 'candor', 'console-port'), String(KILLED_PORT));
    const before = (await readDecided()).decisions.length;
    const child = spawn(process.execPath, [PROGRAM, 'console', folder, '--print-only'], {
      env: { ...process.env, HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const killed = callConsole(KILLED_PORT);
      const fields = await killed.signIn(await readEntry(child));
      let answered = 0;
      const sent = Array.from({ length: 60 }, (_, at) =>
        killed.send(path('party.rename'), { ...fields, ...name() }, { body: rename(`Name ${at}`) }).then(
          ({ status }) => {
            answered += status === 200 ? 1 : 0;
            // In the middle of one of the next.
            if (answered === 3) child.kill('SIGKILL');
          },
          () => undefined,
        ),
      );
      await Promise.all(sent);
      expect(answered).toBeGreaterThanOrEqual(3);
      expect(answered).toBeLessThan(60);
      const { decisions, problems } = await readDecided();
      expect(problems).toEqual([]);
      expect(decisions.length - before).toBeGreaterThanOrEqual(answered);
      const opened = await openStateForListing(state);
      const curated = await listCuration(opened);
      await opened.close();
      expect(curated).toHaveLength(decisions.length);
      // The next act finds a state that nobody holds.
      const next = await desk.send(path('party.rename'), { ...session, ...name() }, { body: rename('Northwind') });
      expect(next.status).toBe(200);
    } finally {
      child.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true });
    }
  },
  MINUTES,
);

/** The file that the program prints. */
function readEntry(child: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const [, file] = /^Open\s+(\S+)/m.exec(text) ?? [];
      if (file !== undefined) settle(file);
    });
    child.on('exit', () => fail(new Error(`the console ended: ${text}`)));
  });
}
