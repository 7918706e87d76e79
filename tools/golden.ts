// `npm run golden [-- --update] [NAME]`: runs every bundled incident and compares what comes out with its `expected` folder. With --update
// the folder is written anew: the difference that git shows is the review.
import { parseArgs } from 'node:util';
import {
  describeDifference,
  type GoldenOutput,
  listIncidents,
  readExpected,
  runBundledIncident,
  writeExpected,
} from './golden-incidents.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { update: { type: 'boolean', default: false } },
});
const names = listIncidents().filter((name) => positionals.length === 0 || positionals.includes(name));
if (names.length === 0) process.stderr.write('There is no such incident in corpus/incidents.\n');
let differing = 0;
for (const name of names) {
  const output = run(name);
  if (output === null) continue;
  const difference = describeDifference(readExpected(name), output);
  if (difference.length > 0 && !values.update) differing += 1;
  if (values.update) writeExpected(name, output);
  const verdict = difference.length === 0 ? 'as expected' : values.update ? 'written anew' : 'DIFFERS';
  process.stdout.write(`${name}: ${verdict}\n${difference.map((line) => `  ${line}\n`).join('')}`);
}
process.exitCode = names.length === 0 || differing > 0 ? 1 : 0;

/** Null when the run itself failed, which is said. */
function run(name: string): GoldenOutput | null {
  try {
    return runBundledIncident(name);
  } catch (cause) {
    differing += 1;
    process.stdout.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    return null;
  }
}
