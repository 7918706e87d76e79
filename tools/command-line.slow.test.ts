import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const tools = Object.entries(scripts).flatMap(([name, script]) => {
  const [program, ...args] = script.split(' ');
  return program === 'node' ? [{ name, args }] : [];
});
/** Its options are those of `candor start` or `candor run`, which say what they do not know. */
const handingOn = ['start'];

function run(args: readonly string[], option: string) {
  // Long enough for a slow machine, and far too short for the work of a tool that does not know the option.
  const { status, stdout, stderr } = spawnSync(process.execPath, [...args, option], {
    encoding: 'utf8',
    timeout: 50_000,
  });
  return { status, stdout, stderr };
}

test('package.json names tools', () => {
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining([...handingOn, 'bench', 'services']));
});

test.each(tools)('$name --help describes its use and does nothing', ({ name, args }) => {
  const { status, stdout, stderr } = run(args, '--help');
  const command = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`;
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n')[0]).toMatch(new RegExp(`^Usage: ${command}($| )`));
  expect(stdout.split('\n').length).toBeGreaterThan(2);
});

test.each(tools.filter(({ name }) => !handingOn.includes(name)))(
  '$name refuses an unknown option in one line',
  ({ name, args }) => {
    const command = name === 'test' ? 'npm test' : `npm run ${name}`;
    expect(run(args, '--no-such-option')).toEqual({
      status: 2,
      stdout: '',
      stderr: `Unknown option '--no-such-option'. \`${command} -- --help\` shows what there is.\n`,
    });
  },
);

test.each([
  ['tools/bench/bench.ts', '--size=many', 'A size is a number and k, m or g, like 200m: not many. `npm run bench -- '],
  ['tools/bench/bench.ts', '--rounds=0', '--rounds is a whole number from 1: not 0. `npm run bench -- '],
  ['tools/bench/bench.ts', 'no-such-part', 'There is no part no-such-part. `npm run bench -- '],
  ['tools/golden.ts', 'nowhere', 'There is no incident nowhere in corpus/incidents. `npm run golden -- '],
  ['tools/mutate.ts', 'no-rule', 'No rule has one of the words no-rule in its name. `npm run mutate -- '],
  ['e2e/run.mjs', 'run', 'Name one of notice, review. `npm run e2e -- '],
])('%s %s is refused in one line', (tool, wrong, line) => {
  expect(run([tool], wrong)).toEqual({ status: 2, stdout: '', stderr: `${line}--help\` shows what there is.\n` });
});
