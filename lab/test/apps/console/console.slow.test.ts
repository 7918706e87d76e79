import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { consolePaths, type IncidentsAnswer } from '@candor/core/contract/console';
import { JOB_NAMES } from '@candor/core/contract/operations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTRACTS } from '../../../src/apps/console/contract-table.ts';
import { type ServedConsole, serveConsole } from '../../../src/apps/console/serve-console.ts';
import { listIncidents } from '../../../src/commands/incidents/list-incidents.ts';
import { prepareDemo } from '../../../src/commands/prepare-demo.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { callConsole, readToken } from './called-console.ts';

const PORT = 34_117;
const MINUTES = 120_000;

let folder: string;
let served: ServedConsole;
/** The incident, in addresses. */
let incident: string;
const faults: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-console-test-'));
  const state = join(folder, '.candor');
  await runIncident({
    incident: prepareDemo(),
    state,
    out: null,
    workers: 2,
    accept: [],
    progress: silentProgress,
  });
  const rows = await listIncidents(folder);
  served = await serveConsole(rows, { person: 'Marek', port: PORT, note: (fault) => faults.push(fault) });
  const { body } = await send(consolePaths.incidents, await signIn());
  incident = (body['incidents'] as IncidentsAnswer['incidents'])[0]?.id ?? '';
}, MINUTES);
afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

const { own: OWN, send, signIn: enter } = callConsole(PORT);
const signIn = (): Promise<Record<string, string>> => enter(served.makeEntry());

test('answers at both loopback addresses, with the fields of every answer, denials too', async () => {
  for (const address of ['127.0.0.1', '::1']) {
    const page = await send('/', {}, { method: 'GET', address });
    expect(page.status).toBe(200);
    const denied = await send('/incidents', OWN, { address });
    expect([denied.status, denied.body.code]).toEqual([401, 'signed-out']);
    for (const { fields } of [page, denied]) {
      expect(fields['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
      expect(fields['content-security-policy']).toContain("require-trusted-types-for 'script'");
      expect(fields['cache-control']).toBe('no-store');
    }
  }
});

test('lets a browser in by a file of its owner, once', async () => {
  const file = served.makeEntry();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const token = readToken(file);
  const body = JSON.stringify({ token });
  const fields = { ...OWN, 'x-candor-key': 'none' };
  const invented = await send('/session', fields, { body: JSON.stringify({ token: 'a'.repeat(43) }) });
  expect(invented.body.code).toBe('token-spent');
  const first = await send('/session', fields, { body });
  expect(first.status).toBe(200);
  expect(String(first.fields['set-cookie'])).toMatch(/^candor-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const second = await send('/session', fields, { body });
  expect([second.status, second.body.code]).toEqual([401, 'token-spent']);
});

test('refuses foreign names, pages and forms, and half a session', async () => {
  const session = await signIn();
  expect((await send('/incidents', session)).status).toBe(200);
  const { cookie = '', 'x-candor-key': key = '' } = session;
  const refused: readonly (readonly [Record<string, string>, string])[] = [
    [{ ...session, host: `intruder.example:${PORT}` }, 'wrong-host'],
    [{ ...session, host: `127.0.0.1:${PORT}` }, 'wrong-host'],
    [{ ...session, host: `candor.localhost:${PORT + 1}` }, 'wrong-host'],
    [{ ...session, origin: 'http://intruder.example' }, 'wrong-origin'],
    [{ ...session, origin: `http://candor.localhost:${PORT + 1}` }, 'wrong-origin'],
    [{ ...session, origin: 'null' }, 'wrong-origin'],
    [{ ...session, 'sec-fetch-site': 'cross-site' }, 'wrong-origin'],
    [{ ...session, 'sec-fetch-site': 'same-site' }, 'wrong-origin'],
    [{ ...OWN, cookie }, 'signed-out'],
    [{ ...OWN, 'x-candor-key': key }, 'signed-out'],
    [{ ...OWN, cookie, 'x-candor-key': 'a'.repeat(43) }, 'signed-out'],
    [{ ...session, 'content-type': 'text/plain' }, 'malformed'],
    [{ ...session, 'content-type': 'application/x-www-form-urlencoded' }, 'malformed'],
  ];
  for (const [fields, code] of refused)
    expect([fields, (await send('/incidents', fields)).body.code]).toEqual([fields, code]);
  // The session was not harmed by any of them.
  expect((await send('/incidents', session)).status).toBe(200);
});

test('gives an operation its answer, and nothing that its schema does not name', async () => {
  const session = await signIn();
  const { body, text } = await send(`/incidents/${incident}/status`, session);
  expect(body['summary']).toMatchObject({ incident: 'harbor-2001', version: 1, copies: { accessed: 27 } });
  expect(body['toNotify']).toMatchObject({ state: 'at-least', counts: { organization: 18, person: 4 } });
  for (const kept of ['figures', 'mailboxesReached', 'quarantinedItems', folder]) expect(text).not.toContain(kept);
  expect((await send('/incidents/i0123456789ab/status', session)).body.code).toBe('not-found');
  expect((await send(`/incidents/${incident}/status`, session, { body: '{"extra":1}' })).body.code).toBe('malformed');
  expect((await send(`/incidents/${incident}/status`, session, { body: '{' })).body.code).toBe('malformed');
  expect(faults).toEqual([]);
});

test('every operation has an address: signed in it answers, or says why not; else nobody gets anything', async () => {
  const session = await signIn();
  expect(CONTRACTS.length).toBeGreaterThan(100);
  for (const { name, terminalOnly, answer, input } of CONTRACTS) {
    // Such as a copy to explain: it must be named.
    const offered = input.safeParse({}).success ? undefined : 'malformed';
    const isJob = JOB_NAMES.some((job) => job === name);
    const hasAnswer = answer !== undefined || isJob;
    // Nothing is started here: a job's address answers no call with a field that no job has.
    const expected =
      terminalOnly !== undefined ? 'terminal-only' : !hasAnswer ? 'not-offered' : isJob ? 'malformed' : offered;
    const { body } = await send(`/incidents/${incident}/${name}`, session, { body: isJob ? '{"incident":"x"}' : '{}' });
    // Such as a wave that is not there: the operation has reasons of its own.
    const code = expected === undefined && body.code === 'refused' ? undefined : body.code;
    expect([name, code]).toEqual([name, expected]);
    if (terminalOnly !== undefined) expect(body['reasons']).toEqual([terminalOnly]);
    expect([name, (await send(`/incidents/${incident}/${name}`, OWN)).status]).toEqual([name, 401]);
    expect([name, (await send(`/incidents/${incident}/${name}`, session, { method: 'GET' })).status]).toEqual([
      name,
      404,
    ]);
  }
});
