// Takes every rule out of a copy of the code, one at a time, and sees whether a test notices. A rule that can be
// removed without a failing test could be lost by accident just as well.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, refuse } from './command-line.mjs';
import { type Removal, removeRule } from './mutation/removal.ts';
import { removals } from './mutation/removals.ts';
import { openWorkshop, type TestVerdict } from './mutation/workshop.ts';

const help = `Usage: npm run mutate [-- RULE …] [--unit]

Takes out one rule at a time, in a copy, and lists whether a test fails. All of it takes an hour.

  RULE …   rules with one of these words in their names: an area such as wave, log, code, release, or the rule itself (B1, fence)
  --unit   show the rules of exposure to its unit tests alone
`;
const { values, positionals: wanted } = readCommandLine(help, {
  names: true,
  options: { unit: { type: 'boolean', default: false } },
});
const chosen = removals.filter(
  ({ rule }) => wanted.length === 0 || wanted.some((name) => rule.split(' ').includes(name)),
);
if (chosen.length === 0) refuse(help, `No rule has one of the words ${wanted.join(', ')} in its name`);
const unitTests = 'core/test/exposure';
const goldenTests = 'lab/test/golden.slow.test.ts';
const exposureTests: readonly string[] = values.unit ? [unitTests] : [unitTests, goldenTests];

const workshop = await openWorkshop();
process.once('exit', () => workshop.remove());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const sound = new Map<string, TestVerdict>();

/** What fails with every rule in its place can show nothing; null when all of it passes. Each is asked once. */
async function findUnsound(tests: readonly string[]): Promise<string | null> {
  for (const place of tests) {
    const verdict = sound.get(place) ?? (await workshop.runTests(place));
    sound.set(place, verdict);
    if (!verdict.passed) return verdict.first;
  }
  return null;
}

/** The first run that fails, or the last. */
async function runAll(tests: readonly string[]): Promise<TestVerdict> {
  let verdict: TestVerdict = { passed: true, first: '' };
  for (const place of tests) {
    verdict = await workshop.runTests(place);
    if (!verdict.passed) break;
  }
  return verdict;
}

async function judge(removal: Removal): Promise<{ readonly isNoticed: boolean; readonly words: string }> {
  const tests = removal.tests ?? exposureTests;
  const unsound = await findUnsound(tests);
  if (unsound !== null) return { isNoticed: false, words: `UNKNOWN: fails with every rule in its place: ${unsound}` };
  const text = readFileSync(join(workshop.folder, removal.file), 'utf8');
  if (!workshop.write(removal.file, removeRule(removal, text)))
    return { isNoticed: false, words: 'THE EDIT BREAKS THE CODE' };
  const { passed, first } = await runAll(tests);
  workshop.write(removal.file, text);
  return passed ? { isNoticed: false, words: 'SURVIVED' } : { isNoticed: true, words: `killed by ${first}` };
}

let noticed = 0;
for (const removal of chosen) {
  const { isNoticed, words } = await judge(removal);
  if (isNoticed) noticed += 1;
  process.stdout.write(`${removal.rule.padEnd(40)} ${words}\n`);
}
process.stdout.write(`${noticed} of ${chosen.length} removals were noticed\n`);
process.exit(noticed === chosen.length ? 0 : 1);
