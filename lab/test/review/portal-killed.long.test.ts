import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import type { EnrollmentView } from '../../src/commands/review/enrollments.ts';
import type { PortalKey } from '../../src/commands/review/portal-key.ts';
import type { ReleaseView } from '../../src/commands/review/releases.ts';
import { readLastStatement } from '../../src/review/portal/publish-authorizations.ts';
import { readHeads } from '../../src/review/store/access-store.ts';
import { readRequests } from '../../src/review/store/request-store.ts';
import { CLI } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { AskingPerson, digestOf, makeToken } from './asking-person.ts';
import { FalsePortal } from './false-portal.ts';
import { PortalLine } from './portal-line.ts';
import { PortalProcess } from './portal-process.ts';
import { openReviewDesk, type ReviewDesk } from './review-desk.ts';

const folder = makeTemporaryFolder();
const line = new PortalLine();
let desk: ReviewDesk;
let portal: PortalProcess;

beforeAll(async () => {
  await line.open();
  const review = `review:\n  portal: ${line.url}\n  app: http://localhost:1/review\n  passkeys: localhost\n`;
  desk = await openReviewDesk(folder, review);
  await desk.enroll();
  await desk.prepare();
  await desk.approve();
  await desk.done('log', 'publish', '--site', join(folder, 'site'));
  portal = new PortalProcess(folder, await desk.json<PortalKey>('portal', 'key'));
  line.to = await portal.start();
});
afterAll(async () => {
  await portal?.stop();
  line.close();
});

function start(...words: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const child = spawn(process.execPath, [CLI, ...words, '--state', desk.state], { stdio: 'ignore' });
  return { child, ended: new Promise((settle) => child.once('close', (code) => settle(code))) };
}

test('a push killed at every call resumes, sends no file twice and never reuses a number', async () => {
  const numbers: number[] = [];
  const sent: string[] = [];
  let code: number | null = null;
  let calls = 0;
  for (let kill = 1; code !== 0 && kill < 200; kill += 1) {
    line.calls = 0;
    const { child, ended } = start('portal', 'push');
    line.onCall = (call, what) => {
      calls += 1;
      if (what.startsWith('PUT /v1/lab/objects/')) sent.push(what);
      if (call === kill) child.kill('SIGKILL');
    };
    code = await ended;
    const state = await openStateForReading(desk.state);
    numbers.push((await readLastStatement(state.store))?.number ?? 0);
    await state.close();
  }
  expect(code).toBe(0);
  expect(calls).toBeGreaterThan(10);
  expect(sent.length).toBeGreaterThan(5);
  expect(new Set(sent).size).toBe(sent.length);
  expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
  expect(portal.rows('SELECT state FROM release')).toEqual([{ state: 'served' }]);
  expect(portal.rows('SELECT digest FROM release_file WHERE present = 0')).toEqual([]);
  const [said] = portal.rows<{ number: number }>('SELECT number FROM standing');
  expect(said?.number).toBe(numbers.at(-1));
  expect(await desk.json<ReleaseView[]>('release', 'status')).toMatchObject([{ state: 'pushed' }]);
  expect(await desk.json<EnrollmentView[]>('enrollment', 'list')).toMatchObject([{ state: 'approved' }]);
}, 600_000);

test('a pull killed at every call processes each request and record once', async () => {
  const honest = await new FalsePortal().open();
  const before = line.to;
  line.to = honest.url;
  try {
    const people = await Promise.all(Array.from({ length: 5 }, () => AskingPerson.make()));
    for (const person of people)
      honest.requests.push({ ...(await person.askToBeNamed('northwind.example')), token: makeToken() });
    for (let count = 0; count < 10; count += 1)
      honest.record(count % 2 === 0 ? 'org-northwind' : 'x', desk.fingerprint);
    let code: number | null = null;
    for (let kill = 1; code !== 0 && kill < 100; kill += 1) {
      line.calls = 0;
      const { child, ended } = start('portal', 'pull');
      line.onCall = (call) => {
        if (call === kill) child.kill('SIGKILL');
      };
      code = await ended;
    }
    expect(code).toBe(0);
    const state = await openStateForReading(desk.state);
    const requests = await readRequests(state.store);
    const heads = await readHeads(state.store);
    const records = await state.store.db.selectFrom('review_access').selectAll().execute();
    const entries = await state.store.db
      .selectFrom('ledger_entry')
      .select('kind')
      .where('kind', '=', 'access')
      .execute();
    await state.close();
    expect(requests.map(({ request }) => request).sort()).toEqual(honest.requests.map(digestOf).sort());
    expect(records.length).toBe(10);
    expect(heads.map(({ party, number, logged }) => ({ party, number, logged }))).toEqual([
      { party: 'org-northwind', number: 5, logged: 5 },
      { party: 'x', number: 5, logged: 5 },
    ]);
    expect(entries.length).toBe(1);
  } finally {
    line.to = before;
    honest.close();
  }
}, 300_000);

/** A line of a loop that reached the portal. */
const SYNCED = /nothing new|is there|needs? a person/g;

test('Ctrl-C ends a loop cleanly, and an unreachable portal is a line, not an end', async () => {
  line.onCall = () => undefined;
  const child = spawn(process.execPath, [CLI, 'portal', 'sync', '--every', '5s', '--state', desk.state], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said: string[] = [];
  child.stdout.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise((settle) => child.once('close', settle));
  // What the tests before left for a person is said on every line.
  await vi.waitFor(() => expect(said.join('')).toMatch(SYNCED), { timeout: 30_000 });
  await portal.stop();
  await vi.waitFor(() => expect(said.join('')).toContain('cannot be reached'), { timeout: 30_000 });
  line.to = await portal.start();
  await vi.waitFor(() => expect(said.join('').match(SYNCED)?.length).toBeGreaterThan(1), {
    timeout: 30_000,
  });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});
