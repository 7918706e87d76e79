import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toLauncher } from './launchers.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor launcher-'));
afterAll(() => rmSync(folder, { recursive: true }));
/** Shows how it was called instead of running a program. */
const FAKE_NODE =
  '#!/bin/sh\nif [ "$1" = -e ]; then exit "$FAKE_OLD"; fi\nif [ "$1" = --version ]; then echo v20.1.0; exit 0; fi\nprintf "%s\\n" "$@"\n';

beforeAll(() => {
  for (const path of ['package/bin', 'package/app/program', 'package/app/node_modules/node-any/bin', 'links', 'old'])
    mkdirSync(join(folder, path), { recursive: true });
  write('package/app/node_modules/node-any/bin/node', FAKE_NODE);
  write('old/node', FAKE_NODE);
  write('package/bin/candor', toLauncher('cli', 'node-any'));
  write('package/bin/without', toLauncher('cli', null));
  symlinkSync('../package/bin/candor', join(folder, 'links/one'));
  symlinkSync(join(folder, 'links/one'), join(folder, 'links/two'));
});

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
  chmodSync(join(folder, path), 0o755);
}

test.each(['package/bin/candor', 'links/one', 'links/two'])(
  '%s starts the program with the arguments as typed',
  (path) => {
    const { stdout } = spawnSync(join(folder, path), ['run', 'a b', ''], { encoding: 'utf8' });
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/\/package\/app\/program\/cli\.mjs$/),
      'run',
      'a b',
      '',
      '',
    ]);
  },
);

test('a program that is ended from outside, or out of memory, leaves no core file', () => {
  write('package/app/node_modules/node-any/bin/node', '#!/bin/sh\nulimit -c\n');
  try {
    const typed = ['-c', `ulimit -c unlimited 2>/dev/null; exec '${join(folder, 'package/bin/candor')}'`];
    expect(spawnSync('sh', typed, { encoding: 'utf8' }).stdout).toBe('0\n');
  } finally {
    write('package/app/node_modules/node-any/bin/node', FAKE_NODE);
  }
});

test("without its own Node it uses the system's, from version 24 on", () => {
  const run = (old: string) =>
    spawnSync(join(folder, 'package/bin/without'), ['status'], {
      encoding: 'utf8',
      env: { PATH: `${join(folder, 'old')}:${process.env['PATH']}`, FAKE_OLD: old },
    });
  expect(run('0').stdout).toMatch(/cli\.mjs\nstatus\n$/);
  expect([run('1').status, run('1').stderr]).toEqual([
    1,
    'Candor needs Node 24 or newer on this system; node --version says: v20.1.0\n',
  ]);
});
