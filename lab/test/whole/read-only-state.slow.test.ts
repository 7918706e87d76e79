import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { CLI, type Ending, HARBOR, runCli, waitFor } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
/** No right holds root back, so for root the folder is mounted read-only, for this one command and nobody else. */
const mount = (folder: string) =>
  ['-m', 'sh', '-c', 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"', folder] as const;
const canMount = isRoot && spawnSync('unshare', [...mount(makeTemporaryFolder()), 'true']).status === 0;
const reason = isRoot && !canMount ? 'root cannot mount a folder read-only here (unshare, mount)' : null;

/** Runs a command on a state that it cannot write to. */
async function read(state: string, args: readonly string[]): Promise<Ending> {
  const command = [process.execPath, CLI, ...args, '--state', state];
  const env = { PATH: process.env['PATH'] ?? '', TZ: 'UTC' };
  if (isRoot)
    return waitFor(spawn('unshare', [...mount(state), ...command], { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  const paths = [state, ...list(state)];
  for (const path of paths.toReversed()) chmodSync(path, statSync(path).isDirectory() ? 0o500 : 0o400);
  try {
    return await waitFor(spawn(command[0] ?? '', command.slice(1), { env, stdio: ['ignore', 'pipe', 'pipe'] }));
  } finally {
    for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
  }
}

/** What a folder holds, at every depth; a folder before what lies in it. */
function list(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name));
}

function toDigests(folder: string): readonly string[] {
  return list(folder).map((path) => {
    const bytes = statSync(path).isDirectory() ? '' : readFileSync(path);
    return `${relative(folder, path)} ${createHash('sha256').update(bytes).digest('hex')}`;
  });
}

const folder = makeTemporaryFolder();
const state = join(folder, 'state');

beforeAll(async () => {
  expect((await runCli(['run', HARBOR, '--state', state])).code).toBe(0);
});

test('reading commands work on a read-only state and create nothing beside it', async (context) => {
  if (reason !== null) return context.skip(reason);
  const before = toDigests(state);
  for (const args of [
    ['status', '--problems'],
    ['parties', '--json'],
    ['explain', '--mailbox', 'brandt-j', '--json'],
    ['unresolved'],
    ['evidence', 'list', '--json'],
    ['figures', '--json'],
  ]) {
    const [there, here] = [await read(state, args), await runCli([...args, '--state', state])];
    expect(there, args.join(' ')).toEqual(here);
    expect(there.code).toBe(0);
  }
  const [one, other] = [join(folder, 'one'), join(folder, 'other')];
  expect(await read(state, ['export', '--out', one])).toMatchObject({ code: 0 });
  expect(await runCli(['export', '--out', other, '--state', state])).toMatchObject({ code: 0 });
  expect(toDigests(one)).toEqual(toDigests(other));
  expect(toDigests(state)).toEqual(before);
});

test('the last commit counts, or the command says why it cannot be read', async (context) => {
  if (reason !== null) return context.skip(reason);
  // As a process leaves it that is killed, or that works on it now.
  const killed = join(folder, 'killed');
  cpSync(state, killed, { recursive: true });
  const writer = new Database(join(killed, 'candor.sqlite'));
  writer.pragma('journal_mode = WAL');
  writer.pragma('wal_autocheckpoint = 0');
  writer.exec("UPDATE exposure_version SET summary = replace(summary, 'Harbor Energy', 'Harbor Later')");
  const left = join(folder, 'left');
  cpSync(killed, left, { recursive: true });
  writer.close();
  expect(existsSync(join(left, 'candor.sqlite-wal'))).toBe(true);

  const { code, stdout } = await read(left, ['status']);
  expect([code, stdout.split(' ·')[0]]).toEqual([0, 'Harbor Later']);

  rmSync(join(left, 'candor.sqlite-shm'));
  const refused = await read(left, ['status', '--json']);
  expect(refused.code).toBe(2);
  expect(JSON.parse(refused.stdout)).toMatchObject({ refusal: { code: 'state-not-writable' } });
  expect(refused.stdout).toContain('candor.sqlite-wal');
});

test("an older Candor's state is never half read, and a writing command says what is wrong", async (context) => {
  if (reason !== null) return context.skip(reason);
  const older = join(folder, 'older');
  cpSync(state, older, { recursive: true });
  const writer = new Database(join(older, 'candor.sqlite'));
  writer.exec("DELETE FROM kysely_migration WHERE name LIKE '0007%'");
  writer.close();
  expect(JSON.parse((await read(older, ['status', '--json'])).stdout)).toMatchObject({
    refusal: { code: 'state-not-writable' },
  });
  const { code, stderr } = await read(state, ['party', 'rename', 'northwind.example', 'North', '--why', 'x']);
  expect(code).toBe(2);
  expect(stderr.replaceAll(/\s+/g, ' ')).toContain('this command writes to the state, but this account may not');
});
