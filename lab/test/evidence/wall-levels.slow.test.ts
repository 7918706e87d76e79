import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findWall } from '../../src/evidence/wall/index.ts';
import { findProcesses, waitForProcesses } from '../whole/exports.ts';
import { makeFolder, makeMessage } from './evidence-kit.ts';

const toPath = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}.ts`, import.meta.url));
const PROGRAM = [process.execPath, toPath('wall-program')];
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const NO_CAPABILITIES = ['setpriv', '--bounding-set=-all', '--inh-caps=-all'];
const PATIENCE_MS = 30_000;
const isRoot = process.getuid?.() === 0;

/** Runs a command in a namespace where a script takes something from the system first; null where none can be made. */
function runAfter(flags: readonly string[], script: string, command: readonly string[]) {
  const able = spawnSync('unshare', [...flags, 'true']);
  if (able.status !== 0) return null;
  const { stdout, stderr } = spawnSync('unshare', [...flags, 'sh', '-c', `${script}; exec "$@"`, 'sh', ...command], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: '/tmp' },
    timeout: PATIENCE_MS,
  });
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout) as { way: string; gotOut: string[]; refused: string | null; state: string; words: string };
}

test('where user namespaces are refused to a capable root, the network alone is walled, and that is said', (context) => {
  const found = runAfter(['-Ur'], 'echo 0 > /proc/sys/user/max_user_namespaces', PROGRAM);
  if (found === null) return context.skip('no user namespace can be made here');
  expect(found).toMatchObject({
    way: 'network',
    gotOut: ['Unix sockets', 'Unix sockets in the evidence', 'signals'],
    state: 'without',
  });
  expect(found.words).toContain('a probe behind its wall reached Unix sockets, Unix sockets in the evidence, signals');
  expect(found.words).toContain('the system refused a better wall (unshare: ');
});

test('where nothing is allowed, what got out is said', (context) => {
  const refuse = 'echo 0 > /proc/sys/user/max_user_namespaces';
  const found = runAfter(['-Ur'], refuse, [...NO_CAPABILITIES, ...PROGRAM]);
  if (found === null) return context.skip('no user namespace can be made here');
  expect(found).toMatchObject({ way: 'permissions', state: 'without' });
  expect(found.gotOut).toEqual(['TCP', 'UDP', 'Unix sockets', 'Unix sockets in the evidence', 'signals']);
});

test('a plain account has the whole wall, by bubblewrap where unshare fails', (context) => {
  if (!isRoot) context.skip('only root can become a plain account and hide unshare');
  if (spawnSync(NOBODY[0] ?? '', [...NOBODY.slice(1), process.execPath, '--version']).status !== 0)
    context.skip('this checkout cannot be read by a plain account');
  expect(runAfter(['-m'], 'true', [...NOBODY, ...PROGRAM])).toMatchObject({ way: 'namespaces', state: 'walled' });
  if (!existsSync('/usr/bin/bwrap')) context.skip('bubblewrap is not installed');
  const found = runAfter(['-m'], 'mount --bind /bin/false /usr/bin/unshare', [...NOBODY, ...PROGRAM]);
  expect(found).toMatchObject({ way: 'bubblewrap', state: 'walled', gotOut: [] });
});

test.each(['SIGKILL', 'SIGINT'] as const)('a reader that hangs ends with a lab that gets %s', async (signal) => {
  await findWall();
  const message = makeMessage(1).replace('Berth', 'hang');
  const [folder, spool] = [makeFolder({ 'a.eml': message }), makeFolder()];
  const args = [toPath('hanging-program'), folder, spool, toPath('fragile-process'), String(message.length)];
  const lab = spawn(process.execPath, args, { stdio: 'ignore' });
  const ended = once(lab, 'exit');
  const isReader = (): boolean => findProcesses(spool).some((pid) => pid !== lab.pid);
  const end = performance.now() + PATIENCE_MS;
  while (!isReader() && performance.now() < end) await new Promise((settle) => setTimeout(settle, 50));
  expect(isReader()).toBe(true);
  lab.kill(signal);
  await ended;
  expect(await waitForProcesses(spool, PATIENCE_MS)).toEqual([]);
});
