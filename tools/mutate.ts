// Takes every rule out of a copy of the code, one at a time, and sees whether a test notices. A rule that can be
// removed without a failing test could be lost by accident just as well.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, refuse } from './command-line.mjs';
import { applyMutant, type Mutant, mutants } from './mutation/mutants.ts';
import { openSandbox, type TestVerdict } from './mutation/sandbox.ts';

const help = `Usage: npm run mutate [-- RULE …] [--unit]

Takes out one rule at a time, in a copy, and lists whether a test fails. All of it takes an hour.

  RULE …   rules with one of these words in their names: an area such as wave, log, code, release, or the rule itself (B1, fence)
  --unit   show the rules of exposure to its unit tests alone
`;
const { values, positionals: wanted } = readCommandLine(help, {
  names: true,
  options: { unit: { type: 'boolean', default: false } },
});
const chosen = mutants.filter(
  ({ rule }) => wanted.length === 0 || wanted.some((name) => rule.split(' ').includes(name)),
);
if (chosen.length === 0) refuse(help, `No rule has one of the words ${wanted.join(', ')} in its name`);
const unitTests = 'core/test/exposure';
const goldenTests = 'lab/test/golden.slow.test.ts';
const exposureTests: readonly string[] = values.unit ? [unitTests] : [unitTests, goldenTests];

const sandbox = await openSandbox();
process.once('exit', () => sandbox.remove());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const sound = new Map<string, TestVerdict>();

/** What fails with every rule in its place can show nothing; null when all of it passes. Each is asked once. */
async function findUnsound(tests: readonly string[]): Promise<string | null> {
  for (const place of tests) {
    const verdict = sound.get(place) ?? (await sandbox.runTests(place));
    sound.set(place, verdict);
    if (!verdict.passed) return verdict.first;
  }
  return null;
}

/** The first run that fails, or the last. */
async function runAll(tests: readonly string[]): Promise<TestVerdict> {
  let verdict: TestVerdict = { passed: true, first: '' };
  for (const place of tests) {
    verdict = await sandbox.runTests(place);
    if (!verdict.passed) break;
  }
  return verdict;
}

async function judge(mutant: Mutant): Promise<{ readonly isNoticed: boolean; readonly words: string }> {
  const tests = mutant.tests.length === 0 ? exposureTests : mutant.tests;
  const unsound = await findUnsound(tests);
  if (unsound !== null) return { isNoticed: false, words: `UNKNOWN: fails with every rule in its place: ${unsound}` };
  const text = readFileSync(join(sandbox.folder, mutant.file), 'utf8');
  if (!sandbox.write(mutant.file, applyMutant(mutant, text)))
    return { isNoticed: false, words: 'THE EDIT BREAKS THE CODE' };
  const { passed, first } = await runAll(tests);
  sandbox.write(mutant.file, text);
  return passed ? { isNoticed: false, words: 'SURVIVED' } : { isNoticed: true, words: `killed by ${first}` };
}

let noticed = 0;
for (const mutant of chosen) {
  const { isNoticed, words } = await judge(mutant);
  if (isNoticed) noticed += 1;
  process.stdout.write(`${mutant.rule.padEnd(40)} ${words}\n`);
}
process.stdout.write(`${noticed} of ${chosen.length} mutants were noticed\n`);
process.exit(noticed === chosen.length ? 0 : 1);
