// Runs every bundled incident and compares what comes out with its `expected` folder.
import { readCommandLine, refuse } from './command-line.mjs';
import {
  describeDifference,
  type GoldenOutput,
  listIncidents,
  readExpected,
  runBundledIncident,
  writeExpected,
} from './golden-incidents.ts';

const help = `Usage: npm run golden [-- --update] [NAME …]

Runs the incidents of corpus/incidents and compares what comes out with their \`expected\` folders.

  NAME …     these alone: ${listIncidents().join(', ')}
  --update   write \`expected\` anew: the difference that git shows is the review
`;
const { values, positionals } = readCommandLine(help, {
  names: true,
  options: { update: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !listIncidents().includes(name));
if (unknown.length > 0) refuse(help, `There is no incident ${unknown.join(', ')} in corpus/incidents`);
const names = listIncidents().filter((name) => positionals.length === 0 || positionals.includes(name));
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
process.exitCode = differing > 0 ? 1 : 0;

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
