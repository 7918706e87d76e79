// `npm test [-- vitest options]`: sets everything up, runs every test on Node 24, and ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildLab } from './build-lab.mjs';
import { buildWeb } from './build-web.mjs';
import { refuse, showHelp } from './command-line.mjs';
import { makeTestFolder } from './memory-folder.mjs';
import { findPinnedNode, prepare, root, runNode } from './setup.mjs';

const isLong = process.env['CANDOR_LONG'] === '1';
const help = `Usage: ${isLong ? 'npm run test:long' : 'npm test'} [-- PATH …] [options of vitest]

Sets everything up and runs ${isLong ? 'every test, with 10,000 mutated inputs a reader, those that take minutes each and those in Firefox and WebKit' : 'every test but those that take minutes each (`npm run test:long`)'}.

  PATH …    files or folders whose tests are run: core/test/impact
  options   of vitest, as -t WORDS for tests with these words in their names; \`npx vitest --help\` lists them
  CANDOR_SEED=N before it: where the random examples of properties start
`;
showHelp(help);
await prepare();
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
refuseUnknown(process.argv.slice(2));
// Once, before several test files ask for them at the same time.
await buildWeb();
await buildLab();
const folder = makeTestFolder(isLong);
const report = join(folder, 'report.json');
const code = await runNode([vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  env: { CANDOR_TEST_REPORT: report, TMPDIR: folder },
});
const counts = countTests(report);
rmSync(folder, { recursive: true });
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = code === 0 && counts.failed > 0 ? 1 : code;

/** vitest shows a stack for an option that it does not know; its own help lists those that it does, and parts of them have a dot. */
function refuseUnknown(args) {
  const typed = args.filter((arg) => arg.startsWith('--') && arg !== '--').map((arg) => arg.slice(2).split(/[.=]/)[0]);
  if (typed.length === 0) return;
  const { stdout } = spawnSync(findPinnedNode(), [vitest, 'run', '--help'], { encoding: 'utf8' });
  const known = new Set(Array.from(stdout.matchAll(/--(?:no-)?([a-z]\w*)/gi), ([, name]) => name.toLowerCase()));
  const unknown = typed.find((name) => !known.has(name.replace(/^no-/, '').replaceAll('-', '').toLowerCase()));
  if (unknown !== undefined) refuse(help, `Unknown option '--${unknown}'`);
}

/** A test file that cannot even be loaded counts as one failed test, as does a run without a report. */
function countTests(path) {
  let found;
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const broken = found.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + broken.length,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}
