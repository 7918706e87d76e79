import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FoldersAnswer } from '@candor/core/contract/console';
import type { FolderLookAnswer } from '@candor/core/contract/operations';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStateForReading } from '../../../src/adapters/store/state-folder.ts';
import { FirstUse } from '../../../src/apps/console/first-use.ts';
import type { OpenedIncident } from '../../../src/apps/console/opened-incidents.ts';
import { type ServedConsole, serveConsole } from '../../../src/apps/console/serve-console.ts';
import { initIncident } from '../../../src/commands/evidence/init-incident.ts';
import { readJobs } from '../../../src/commands/jobs/list-jobs.ts';
import { prepareDemo } from '../../../src/commands/prepare-demo.ts';
import { signInTo } from './console-client.ts';

const PORT = 34_143;
const MINUTES = 120_000;
const FILLED = {
  organization: 'Harbor Energy: "the" company',
  domains: ['harbor.example'],
  start: '2001-09-10',
  contained: '2001-10-20T00:00:00Z',
  sessions: ['0123'],
  tokens: [],
  applications: [],
  addresses: [],
  owners: [],
};

let folder: string;
let served: ServedConsole;
let ask: <Answer>(path: string, body: object) => Promise<{ readonly status: number; readonly body: Answer }>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'candor-first-use-'));
  for (const name of ['mailboxes', 'audit'])
    cpSync(join(dirname(prepareDemo()), name), join(folder, 'case', name), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'done', '.candor'), { recursive: true });
  writeFileSync(join(folder, 'done', '.candor', 'candor.sqlite'), '');
  symlinkSync(tmpdir(), join(folder, 'elsewhere'));
  served = await serveConsole([], { person: 'Marek', port: PORT, note: () => undefined, folder });
  ask = await signInTo(served.makeEntry(), PORT);
}, MINUTES);
afterAll(async () => {
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function list(): Promise<FoldersAnswer['folders']> {
  return (await ask<FoldersAnswer>('/folders', {})).body.folders;
}

const findId = async (path: string): Promise<string> => (await list()).find((one) => one.path === path)?.id ?? '';

test('lists folders below its own without a state; nothing behind a link, nothing outside', async () => {
  const paths = (await list()).map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['', 'case', 'case/mailboxes', 'empty']));
  expect(
    paths.filter((path) => path.startsWith('done') || path.startsWith('elsewhere') || path.includes('..')),
  ).toEqual([]);
});

test('a text of a page becomes no path', async () => {
  for (const id of ['..', '%2e%2e%2f', encodeURIComponent(tmpdir()), 'f0123456789ab'])
    expect((await ask(`/folders/${id}/look`, {})).status).toBe(404);
  const id = await findId('case');
  expect((await ask(`/folders/${id}/start`, { ...FILLED, folder: tmpdir() })).status).toBe(400);
});

test('says what a folder holds and writes nothing; one without a mailbox is refused', async () => {
  const { body } = await ask<FolderLookAnswer>(`/folders/${await findId('case')}/look`, {});
  expect(body.mailboxes.map(({ custodian }) => custodian)).toContain('okafor-a');
  expect(body.access.length).toBeGreaterThan(5);
  expect(existsSync(join(folder, 'case', 'incident.yaml'))).toBe(false);
  const refused = await ask<{ reasons: readonly string[] }>(`/folders/${await findId('empty')}/look`, {});
  expect([refused.status, refused.body.reasons.join()]).toEqual([409, expect.stringContaining('no mailbox was found')]);
});

test('writes what candor init writes, starts the first run, and never overwrites', { timeout: MINUTES }, async () => {
  const id = await findId('case');
  const late = await ask(`/folders/${id}/start`, { ...FILLED, contained: '2001-09-01' });
  expect(late.status).toBe(409);
  expect(existsSync(join(folder, 'case', 'incident.yaml'))).toBe(false);
  const begun = await ask<{ incident: string; job: number }>(`/folders/${id}/start`, FILLED);
  expect(begun.status).toBe(200);
  const file = join(folder, 'case', 'incident.yaml');
  const written = readFileSync(file, 'utf8');
  const copy = join(folder, 'copy', 'case');
  for (const name of ['mailboxes', 'audit']) cpSync(join(folder, 'case', name), join(copy, name), { recursive: true });
  const window = { start: Date.UTC(2001, 8, 10) / 1000, contained: Date.UTC(2001, 9, 20) / 1000 };
  await initIncident(copy, undefined, { ...FILLED, ...window, owners: new Map() });
  expect(written).toBe(readFileSync(join(copy, 'incident.yaml'), 'utf8'));
  for (;;) {
    const state = await openStateForReading(join(folder, 'case', '.candor'));
    const [job] = await readJobs(state).finally(() => state.close());
    if (job?.state === 'waiting' || job?.state === 'running') {
      await new Promise((settle) => setTimeout(settle, 50));
      continue;
    }
    expect(job).toMatchObject({ state: 'done', figures: { version: 1 } });
    break;
  }
  const status = await ask<{ summary: { organization: string } }>(`/incidents/${begun.body.incident}/status`, {});
  expect(status.body.summary.organization).toBe(FILLED.organization);
  expect((await list()).map(({ path }) => path)).not.toContain('case');
  expect((await ask(`/folders/${id}/start`, FILLED)).status).toBe(404);
});

test('a folder with an incident file gets a run and keeps its file', { timeout: MINUTES }, async () => {
  const kept = join(folder, 'kept');
  mkdirSync(kept);
  writeFileSync(join(kept, 'incident.yaml'), 'incident: kept\n');
  const incidents = new Map<string, OpenedIncident>();
  const firstUse = new FirstUse(folder, incidents);
  const place = firstUse.list().folders.find(({ path }) => path === 'kept');
  expect(place?.hasFile).toBe(true);
  const { status } = await ask(`/folders/${place?.id}/start`, {});
  expect(status).toBe(200);
  expect(readFileSync(join(kept, 'incident.yaml'), 'utf8')).toBe('incident: kept\n');
  await firstUse.close();
});
