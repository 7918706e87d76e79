// Everything that can be said about the code within a minute. Each step prints its time, all run even when one fails,
// and the end names those that did.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { readCommandLine } from './command-line.mjs';
import { findPinnedNode, prepare, root } from './setup.mjs';

const { values } = readCommandLine(
  `Usage: npm run check [-- --no-tests]

Types, lint, import rules, patterns, unused code, tests of the core, house rules and golden incidents: within a minute.

  --no-tests   without the tests and the golden incidents
`,
  { options: { 'no-tests': { type: 'boolean' } } },
);
const tool = (path) => join(root, 'node_modules', path);
const tsc = tool('typescript/bin/tsc');
const workspaces = ['core', 'lab', 'portal', 'web'].filter((name) => existsSync(join(root, name)));

const steps = [
  { name: 'types: core', args: [tsc, '-p', 'core'] },
  { name: 'types: core tests', args: [tsc, '-p', 'core/test'] },
  { name: 'types: lab, tools', args: [tsc, '-p', 'lab'] },
  { name: 'types: portal', args: [tsc, '-p', 'portal'] },
  { name: 'types: web', args: [tsc, '-p', 'web'] },
  { name: 'types: web tests', args: [tsc, '-p', 'web/test'] },
  { name: 'lint and format', args: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  {
    name: 'dependency rules',
    args: [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.mjs', ...workspaces, 'tools', 'e2e'],
    ],
  },
  { name: 'patterns', args: ['tools/patterns.ts'] },
  { name: 'unused code', args: [tool('knip/bin/knip.js'), '--no-progress'] },
  {
    name: 'tests: core, tidy',
    args: [tool('vitest/vitest.mjs'), 'run', '--reporter=dot'],
    env: { CANDOR_QUICK: '1' },
    isTest: true,
  },
  { name: 'golden', args: ['tools/golden.ts'], isTest: true },
];

await prepare();
const node = findPinnedNode();
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
const failed = [];
const start = Date.now();
for (const step of steps) {
  if (step.isTest && values['no-tests']) continue;
  const begun = Date.now();
  const { code, output } = await run(step);
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${step.name.padEnd(20)} ${seconds.padStart(5)} s\n`);
  if (code === 0) continue;
  failed.push(step.name);
  process.stdout.write(`${output.trimEnd()}\n\n`);
}
const total = ((Date.now() - start) / 1000).toFixed(1);
process.stdout.write(
  failed.length === 0 ? `All green in ${total} s.\n` : `Failed in ${total} s: ${failed.join('; ')}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function run({ args, env = {} }) {
  return new Promise((settle) => {
    const options = {
      cwd: root,
      env: { ...process.env, PATH: path, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    };
    const child = spawn(node, args, options);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => settle({ code: code ?? 1, output }));
  });
}
