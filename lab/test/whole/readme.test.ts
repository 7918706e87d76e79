import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../apps/cli-process.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
const screens = [...readme.matchAll(/^```\n(Harbor Energy · [\s\S]*?)^```$/gm)].map(([, screen]) => screen);

test('the screen in the README is the one of `npm start`', async () => {
  const ending = await runCli(['start'], { cwd: makeTemporaryFolder(), env: { CANDOR_TYPED: 'npx candor' } });
  expect(ending.code).toBe(0);
  expect(screens).toEqual([ending.stdout]);
});
