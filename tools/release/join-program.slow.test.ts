import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPrograms, joinPrograms } from './join-program.ts';

const root = resolve(import.meta.dirname, '../..');
/** A whole command line is more than a hundred. */
const MOST_QUICK_MODULES = 12;
const app = mkdtempSync(join(tmpdir(), 'candor-joined-'));
afterAll(() => rmSync(app, { recursive: true }));

beforeAll(async () => {
  await joinPrograms(root, join(app, 'program'));
  for (const path of ['node_modules', 'reference']) symlinkSync(join(root, path), join(app, path));
  mkdirSync(join(app, 'corpus/incidents'), { recursive: true });
  symlinkSync(join(root, 'corpus/incidents/harbor'), join(app, 'corpus/incidents/harbor'));
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [join(app, 'program/cli.mjs'), ...args], { encoding: 'utf8', cwd: app });
}

test('every program that the code starts is one of the release', () => {
  const programs = Object.keys(findPrograms(root));
  expect(programs).toEqual(
    expect.arrayContaining(['cli', 'portal', 'prober', 'sender', 'reader-process', 'incoming-thread']),
  );
  for (const name of programs) expect(readdirSync(join(app, 'program'))).toContain(`${name}.mjs`);
});

test('no byte names a path of this checkout, and no program starts a source', () => {
  for (const name of readdirSync(join(app, 'program'))) {
    const code = readFileSync(join(app, 'program', name), 'utf8');
    expect([name, code.includes(root)]).toEqual([name, false]);
    // A file that is found from the place of its source is no program.
    const started = /new URL\((["'`])(?!\.\.\/(?:lab|core|portal)\/)[^"'`]*\.ts\1/.exec(code)?.[0];
    expect([name, started]).toEqual([name, undefined]);
  }
});

test('the bundled program gives the results of the sources', () => {
  const { status, stderr } = run(
    'run',
    'corpus/incidents/harbor/incident.yaml',
    '--state',
    'state',
    '--out',
    'results',
  );
  expect([status, stderr]).toEqual([0, '']);
  const expected = join(root, 'corpus/incidents/harbor/expected');
  for (const name of ['exposure.jsonl', 'parties.csv', 'records.jsonl', 'unresolved.jsonl'])
    expect(readFileSync(join(app, 'results', name), 'utf8')).toBe(readFileSync(join(expected, name), 'utf8'));
});

test('--version and --help load a handful of modules, and no command', () => {
  writeFileSync(join(app, 'help.txt'), 'Usage: candor [options] [command]\n');
  const hook = join(app, 'count-modules.mjs');
  // Every module of the program that is loaded, as Node itself tells.
  writeFileSync(
    hook,
    `import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
process.on('exit', () => process.stderr.write(String(loaded.filter((url) => url.startsWith('file:')).length)));
`,
  );
  const count = (...args: string[]) => {
    const options = { encoding: 'utf8', cwd: app } as const;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', hook, join(app, 'program/cli.mjs'), ...args],
      options,
    );
    return { stdout, modules: Number(stderr) };
  };
  const version = count('--version');
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(version.modules).toBeGreaterThan(0);
  expect(version.modules).toBeLessThanOrEqual(MOST_QUICK_MODULES);
  const help = count('--help');
  expect(help.stdout).toMatch(/^Usage: candor/);
  expect(help.modules).toBeLessThanOrEqual(MOST_QUICK_MODULES);
  expect(count('completion', 'fish').modules).toBeGreaterThan(10 * MOST_QUICK_MODULES);
});
