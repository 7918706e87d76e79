// `npm test [-- PATH …]` and its sisters: sets everything up, runs tests on Node 24, and ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildLab } from './build-lab.mjs';
import { buildWeb } from './build-web.mjs';
import { refuse, showHelp } from './command-line.mjs';
import { makeTestFolder } from './memory-folder.mjs';
import { findPinnedNode, prepare, root, runNode } from './setup.mjs';
import { findNeeds, listTests, RUNS, toKind } from './test-kinds.mjs';

const WHAT = {
  unit: 'the tests that need no service, no browser and hardly a process of their own: within two minutes',
  test: 'every test but those of `npm run test:more` and `npm run test:long`: about twenty minutes on two cores',
  more: 'the tests that `npm test` leaves out because a smaller one there holds the same behaviour',
  long: 'every test, with 10,000 mutated inputs a reader, those that take minutes each and those in Firefox and WebKit',
};
const RUN = /^--run=(.*)$/;
/** package.json and CI name them before what is typed. */
const runs = (process.argv.slice(2).find((arg) => RUN.test(arg)) ?? '--run=test').replace(RUN, '$1').split(',');
const typed = process.argv.slice(2).filter((arg) => !RUN.test(arg));
const command = runs[0] === 'test' ? 'npm test' : `npm run test:${runs[0]}`;
const help = `Usage: ${command} [-- PATH …] [options of vitest]

Sets everything up and runs ${WHAT[runs[0]]}.

  PATH …    files or folders whose tests are run: core/test/impact
  options   of vitest, as -t WORDS for tests with these words in their names; \`npx vitest --help\` lists them
  CANDOR_SEED=N before it: where the random examples of properties start
`;
showHelp(help);

let stopped = null;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    // A second one means "at once".
    if (stopped !== null) end();
    stopped = signal;
    if (!isRunning) end();
  });
}
let isRunning = false;
const sum = { passed: 0, failed: 0, skipped: 0, holes: 0 };

await prepare();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
refuseUnknown(typed);
const named = typed.filter((arg) => !arg.startsWith('-'));
await build();
let code = 0;
for (const run of runs) {
  code = (await runTests(run)) || code;
  if (stopped !== null) end();
}
// Where everything that tests need was installed before, what is skipped all the same is tested nowhere.
const isHole = process.env['CANDOR_CI'] === '1' && sum.holes > 0;
if (isHole)
  process.stdout.write(
    `${sum.holes} tests lack a program or a service here; the lines that begin with "skipped:" name it.\n`,
  );
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped\n`);
process.exitCode = code === 0 && (sum.failed > 0 || isHole) ? 1 : code;

/** Once, before several test files ask for the same; and not for tests that show nothing in a browser. */
async function build() {
  const files = listTests(root, [...new Set(runs.flatMap((run) => kindsOf(run)))], withValues() ? [] : named);
  const needs = new Set(files.flatMap((file) => findNeeds(root, file)));
  const usesPages = files.some((file) => /^(?:web|portal)\//.test(file) && toKind(file) !== 'unit');
  if (needs.has('browser') || usesPages) await buildWeb();
  if (needs.has('command line')) await buildLab();
}

/** Whether a word may be the value of an option of vitest (`-t WORDS`), and no path. */
function withValues() {
  return typed.some((arg) => arg.startsWith('-') && !arg.includes('='));
}

/** A file that is named runs, whatever its kind. */
function kindsOf(run) {
  const more = ['slow', 'more', 'long'].filter((kind) => named.some((name) => name.includes(`.${kind}.`)));
  return [...new Set([...RUNS[run], ...more])];
}

async function runTests(run) {
  const folder = makeTestFolder(run === 'long');
  const report = join(folder, 'report.json');
  isRunning = true;
  // A path may name tests of one of several runs only.
  const code = await runNode([vitest, 'run', ...(runs.length > 1 ? ['--passWithNoTests'] : []), ...typed], {
    cwd: root,
    env: {
      CANDOR_TEST_REPORT: report,
      CANDOR_TESTS: kindsOf(run).join(','),
      TMPDIR: folder,
      ...(run === 'long' ? { CANDOR_LONG: '1' } : {}),
    },
  });
  isRunning = false;
  const tally = readTally(report);
  for (const key of Object.keys(sum)) sum[key] += tally[key];
  rmSync(folder, { recursive: true });
  return code;
}

/** Whoever stops a run has not seen it fail. */
function end() {
  process.stdout.write(`stopped: ${sum.passed} passed, ${sum.failed} failed so far\n`);
  process.exit(128 + constants.signals[stopped]);
}

/**
 * vitest shows a stack for an option that it does not know; its own help lists those that it does, and parts of them
 * have a dot.
 */
function refuseUnknown(args) {
  const options = args
    .filter((arg) => arg.startsWith('--') && arg !== '--')
    .map((arg) => arg.slice(2).split(/[.=]/)[0]);
  if (options.length === 0) return;
  const { stdout } = spawnSync(findPinnedNode(), [vitest, 'run', '--help'], { encoding: 'utf8' });
  const known = new Set(Array.from(stdout.matchAll(/--(?:no-)?([a-z]\w*)/gi), ([, name]) => name.toLowerCase()));
  const unknown = options.find((name) => !known.has(name.replace(/^no-/, '').replaceAll('-', '').toLowerCase()));
  if (unknown !== undefined) refuse(help, `Unknown option '--${unknown}'`);
}

/** As `test-tally.ts` wrote it; a run that wrote none has failed, unless it was stopped. */
function readTally(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: stopped === null ? 1 : 0, skipped: 0, holes: 0 };
  }
}
