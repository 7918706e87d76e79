import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findWall, toPermissions, toRaw, writeReaderProgram } from '../../src/evidence/wall/index.ts';
import { type OpenTargets, openTargets } from '../../src/evidence/wall/targets.ts';
import { type MoreTargets, NAMESPACE_ATTEMPTS, PERMISSION_ATTEMPTS } from './fixtures/escape-attempts.ts';

const PERL = '/usr/bin/perl';
const CALLS = fileURLToPath(new URL('./fixtures/escape-calls.pl', import.meta.url));
const PACKAGES = resolve(import.meta.dirname, '../../../node_modules');
/** Attempts of the program in Perl. */
const CALLS_COUNT = 11;
/** Ways out that must have been tried against a control that succeeded. */
const TRIED_AT_LEAST = 40;
const KEY = 0x63616e64;
const QUEUE = 'candor-escape';

const wall = await findWall();
const { way } = wall.trial;
const refusal = way === 'namespaces' || way === 'bubblewrap' ? null : `this system walls with ${way} only`;
let opened: OpenTargets;
let targets: MoreTargets;
let other: ChildProcess;
let shared: string | null = null;
const closing: (() => void)[] = [];

beforeAll(async () => {
  opened = await openTargets();
  other = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((settle) => server.listen({ host: '::1', port: 0 }, settle));
  const udp = createSocket('udp6');
  udp.on('message', (message, { port, address }) => udp.send(message, port, address));
  await new Promise<void>((settle) => udp.bind(0, '::1', settle));
  closing.push(
    () => server.close(),
    () => udp.close(),
  );
  shared = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/candor-escape-') : null;
  const file = join(shared ?? opened.folder, 'shared');
  writeFileSync(file, 'x');
  const link = join(opened.evidenceFolder, 'link');
  symlinkSync(opened.targets.file, link);
  const address = server.address();
  const tcp6Port = address === null || typeof address === 'string' ? 0 : address.port;
  const more = { tcp6Port, udp6Port: udp.address().port, shared: file, link, other: other.pid ?? 0 };
  targets = { ...opened.targets, ...more };
});

afterAll(async () => {
  other.kill('SIGKILL');
  for (const close of closing) close();
  if (shared !== null) rmSync(shared, { recursive: true });
  await opened.close();
});

/** Asynchronous: the listeners are in this process. */
function run(command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const [program = '', ...args] = command;
  return new Promise((settle, fail) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [output, words] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString('utf8');
    });
    child.on('error', fail);
    child.on('close', (code) => (code === 0 ? settle(output) : fail(new Error(`${code} ${words}`))));
  });
}

function toWalled(command: readonly string[], program: readonly string[]): readonly string[] {
  const spool = join(opened.folder, 'spool');
  const places = { spool, program: [PACKAGES, ...program], evidence: [opened.evidenceFolder], job: targets.job };
  const raw = { ...places, program: places.program.map(toRaw), evidence: places.evidence.map(toRaw) };
  return wall.toCommand(raw, command);
}

test('no way out is open behind the wall, and each is without it', async (context) => {
  if (refusal !== null) context.skip(refusal);
  const entry = writeReaderProgram(
    fileURLToPath(new URL('./fixtures/escape-process.ts', import.meta.url)),
    join(opened.folder, 'spool'),
  );
  const program = [process.execPath, entry, JSON.stringify(targets)];
  const [node = '', ...rest] = program;
  const readable = [PACKAGES, dirname(entry), opened.evidenceFolder, targets.job];
  const permitted = [node, ...toPermissions(readable, targets.job), '--no-warnings', ...rest];
  const control = JSON.parse(await run(program)) as string[];
  // As a reader runs, and as one whose permissions were broken by what it read.
  expect(JSON.parse(await run(toWalled(permitted, [dirname(entry)])))).toEqual([]);
  const broken = JSON.parse(await run(toWalled(program, [dirname(entry)]))) as string[];
  expect(broken.filter((name) => name in NAMESPACE_ATTEMPTS)).toEqual([]);
  const names = [...Object.keys(NAMESPACE_ATTEMPTS), ...Object.keys(PERMISSION_ATTEMPTS)];
  const untried = names.filter((name) => !control.includes(name));
  // What cannot be tried on a machine counts for nothing.
  expect(names.length - untried.length, `not tried: ${untried.join(', ')}`).toBeGreaterThanOrEqual(TRIED_AT_LEAST);
});

test('calls of the system that Node does not have get no further', async (context) => {
  if (refusal !== null) context.skip(refusal);
  if (!existsSync(PERL)) context.skip('there is no perl');
  const args = [CALLS, String(targets.other), String(KEY), QUEUE];
  const env = { MACHINE: process.arch };
  await run([PERL, ...args, 'make'], env);
  try {
    const control = (await run([PERL, ...args], env)).trim().split('\n');
    const walled = await run(toWalled([PERL, ...args], [PERL, CALLS]), env);
    expect(walled).toBe('');
    expect(control.length, control.join()).toBeLessThanOrEqual(CALLS_COUNT);
    expect(control.length, control.join()).toBeGreaterThanOrEqual(process.getuid?.() === 0 ? CALLS_COUNT - 1 : 5);
  } finally {
    await run([PERL, ...args, 'remove'], env);
    spawnSync('ipcrm', ['-M', String(KEY), '-S', String(KEY), '-Q', String(KEY)]);
  }
});
