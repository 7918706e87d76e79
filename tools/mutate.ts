// `npm run mutate [-- RULE …] [--unit]`: takes every rule out of a copy of the code, one at a time, and sees whether a test notices. A rule that
// can be removed without a failing test could be lost by accident just as well. With --unit the unit tests alone are asked.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { removeRule } from './mutation/removal.ts';
import { removals } from './mutation/removals.ts';
import { openWorkshop, type TestVerdict } from './mutation/workshop.ts';

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { unit: { type: 'boolean', default: false } },
});
const chosen = removals.filter(
  ({ rule }) => wanted.length === 0 || wanted.some((name) => rule.split(' ').includes(name)),
);
const unitTests = ['core/test/exposure'];
const goldenTests = ['lab/test/golden.test.ts'];

const workshop = openWorkshop();
process.once('exit', () => workshop.remove());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const runAll = (): TestVerdict => {
  const unit = workshop.runTests(unitTests);
  return unit.passed && !values.unit ? workshop.runTests(goldenTests) : unit;
};

const whole = runAll();
if (!whole.passed) {
  process.stderr.write(`The tests fail with every rule in its place; nothing can be learned: ${whole.first}\n`);
  process.exit(1);
}
let survived = 0;
for (const removal of chosen) {
  const path = join(workshop.folder, removal.file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, removeRule(removal, text));
  const loaded = workshop.canLoad();
  const verdict = loaded.passed ? runAll() : loaded;
  writeFileSync(path, text);
  const isKilled = loaded.passed && !verdict.passed;
  if (!isKilled) survived += 1;
  const outcome = !loaded.passed
    ? `THE EDIT BREAKS THE CODE: ${verdict.first}`
    : isKilled
      ? `killed by ${verdict.first}`
      : 'SURVIVED';
  process.stdout.write(`${removal.rule.padEnd(28)} ${outcome}\n`);
}
process.stdout.write(`${chosen.length - survived} of ${chosen.length} removals were noticed\n`);
process.exitCode = survived === 0 ? 0 : 1;
