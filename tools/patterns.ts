// Every regular expression of the product is linear: foreign bytes cannot make one take the square of their length.
import { readCommandLine } from './command-line.mjs';
import { checkPatterns, readProductPatterns } from './patterns/check-patterns.ts';
import { readLinearPatterns, writeLinearPatterns } from './patterns/judged-patterns.ts';

const help = `Usage: npm run patterns [-- --update] [-- --all]

Judges by recheck every regular expression of core, lab, portal and web that was not judged before.

  --update   keep the results, and forget those of patterns that are gone
  --all      judge those that were judged before too: some minutes
`;
/** A check that judges more of them at each run is no quick one any more. */
const MOST_UNKEPT = 20;

const { values } = readCommandLine(help, { options: { update: { type: 'boolean' }, all: { type: 'boolean' } } });
const known = values.all === true ? new Set<string>() : readLinearPatterns();
const patterns = readProductPatterns();
const { linear, judged, flaws } = checkPatterns(patterns, { linear: known });
if (values.update === true) writeLinearPatterns(linear);
process.stdout.write(
  `${patterns.patterns.length} patterns, ${judged} judged now\n${flaws.map((flaw) => `${flaw}\n`).join('')}`,
);
const isUnkept = values.update !== true && values.all !== true && judged > MOST_UNKEPT;
if (isUnkept) process.stdout.write('Keep the results: npm run patterns -- --update\n');
process.exitCode = flaws.length > 0 || isUnkept ? 1 : 0;
