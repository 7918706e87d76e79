// Everything that can be said about the code within a minute. Steps run side by side and print their
// times; all run even when one fails, and the end names those that did.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, constants } from 'node:os';
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
const workspaces = ['core', 'lab', 'portal', 'web'].filter((name) => existsSync(join(root, name)));
const VITEST = tool('vitest/vitest.mjs');

/** Types of a program; what the last check learned of its files is kept. */
function types(name, project) {
  const kept = join(root, 'node_modules/.cache/candor-types', `${project.replaceAll('/', '-')}.tsbuildinfo`);
  const args = ['-p', project, '--incremental', '--tsBuildInfoFile', kept];
  return { name: `types: ${name}`, args: [tool('typescript/bin/tsc'), ...args] };
}

/** Unit tests of projects of vitest.config.ts. */
function tests(...projects) {
  const args = [VITEST, 'run', '--reporter=dot', '--maxWorkers=1', ...projects.map((name) => `--project=${name}`)];
  return { name: `tests: ${projects.join(', ')}`, args, env: { CANDOR_TESTS: 'unit' }, isTest: true };
}

/** In the order in which they start: what takes longest first, so that the last ones end together. */
const steps = [
  tests('core'),
  types('lab, tools', 'lab'),
  { name: 'golden', args: ['tools/golden.ts'], isTest: true },
  // Those that count operations are left to npm test: the engine counts slowly.
  tests('tidy'),
  types('web tests', 'web/test'),
  { name: 'lint and format', args: [tool('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'] },
  {
    name: 'dependency rules',
    args: [
      tool('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.mjs', ...workspaces, 'tools', 'e2e'],
    ],
  },
  { name: 'unused code', args: [tool('knip/bin/knip.js'), '--no-progress'] },
  types('core tests', 'core/test'),
  types('portal', 'portal'),
  types('web', 'web'),
  { name: 'patterns', args: ['tools/patterns.ts'] },
  types('core', 'core'),
].filter((step) => !(step.isTest && values['no-tests']));

let stopped = null;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = signal;
    for (const child of running) child.kill(signal);
    if (running.size === 0) end();
  });
}
const running = new Set();

await prepare();
const node = findPinnedNode();
const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
const failed = [];
const start = Date.now();
const waiting = [...steps];
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
if (stopped !== null) end();
const total = toSeconds(Date.now() - start);
process.stdout.write(
  failed.length === 0 ? `All green in ${total} s.\n` : `Failed in ${total} s: ${failed.join('; ')}.\n`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

/** One of those that work side by side: takes the next step until none is left. */
async function work() {
  for (let step = waiting.shift(); step !== undefined && stopped === null; step = waiting.shift()) {
    const begun = Date.now();
    const { code, output } = await run(step);
    if (stopped !== null) return;
    process.stdout.write(
      `${code === 0 ? '✓' : '✗'} ${step.name.padEnd(20)} ${toSeconds(Date.now() - begun).padStart(5)} s\n`,
    );
    if (code === 0) continue;
    failed.push(step.name);
    process.stdout.write(`${output.trimEnd()}\n\n`);
  }
}

function toSeconds(ms) {
  return (ms / 1000).toFixed(1);
}

/** Whoever stops a check has not seen it fail. */
function end() {
  process.stdout.write('stopped\n');
  process.exit(128 + constants.signals[stopped]);
}

function run({ args, env = {} }) {
  return new Promise((settle) => {
    const options = {
      cwd: root,
      env: { ...process.env, PATH: path, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    };
    const child = spawn(node, args, options);
    running.add(child);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => {
      running.delete(child);
      settle({ code: code ?? 1, output });
    });
  });
}
