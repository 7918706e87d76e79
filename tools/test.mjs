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
const { passed, failed, skipped, holes } = readTally(report);
rmSync(folder, { recursive: true });
// Where everything that tests need was installed before, what is skipped all the same is tested nowhere.
const isHole = process.env['CANDOR_CI'] === '1' && holes > 0;
if (isHole)
  process.stdout.write(
    `${holes} tests lack a program or a service here; the lines that begin with "skipped:" name it.\n`,
  );
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = code === 0 && (failed > 0 || isHole) ? 1 : code;

/**
 * vitest shows a stack for an option that it does not know; its own help lists those that it does, and parts of them
 * have a dot.
 */
function refuseUnknown(args) {
  const typed = args.filter((arg) => arg.startsWith('--') && arg !== '--').map((arg) => arg.slice(2).split(/[.=]/)[0]);
  if (typed.length === 0) return;
  const { stdout } = spawnSync(findPinnedNode(), [vitest, 'run', '--help'], { encoding: 'utf8' });
  const known = new Set(Array.from(stdout.matchAll(/--(?:no-)?([a-z]\w*)/gi), ([, name]) => name.toLowerCase()));
  const unknown = typed.find((name) => !known.has(name.replace(/^no-/, '').replaceAll('-', '').toLowerCase()));
  if (unknown !== undefined) refuse(help, `Unknown option '--${unknown}'`);
}

/** As `test-tally.ts` wrote it; a run that wrote none has failed. */
function readTally(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, holes: 0 };
  }
}
