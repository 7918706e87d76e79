import { join, resolve } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { toTypedName } from './setup.mjs';

const root = resolve(import.meta.dirname, '..');
afterEach(() => vi.unstubAllEnvs());

test.each([
  ['exec', '', root, 'npx candor'],
  ['exec', '', join(root, 'corpus'), 'npx candor'],
  ['run', 'start', root, 'npx candor'],
  ['run', 'start', resolve('/'), join(root, 'lab/bin/candor.mjs')],
  ['exec', '', join(root, '..'), join(root, 'lab/bin/candor.mjs')],
  ['exec', '', `${root}-other`, join(root, 'lab/bin/candor.mjs')],
  ['', '', root, 'candor'],
])('started by npm %s %s in %s the command is typed as %s', (command, event, cwd, typed) => {
  vi.stubEnv('npm_command', command);
  vi.stubEnv('npm_lifecycle_event', event);
  expect(toTypedName(cwd)).toBe(typed);
});
