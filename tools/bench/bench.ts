// How fast the product is, as ratios of CPU time in one run on the same bytes. Absolute times say more of the machine
// than of the code.
import { readCommandLine, refuse } from '../command-line.mjs';
import { defaultFolder, isSize, readSize } from './corpus/corpus-cache.ts';
import { type Context, type Metric, type Result, type Row, runExperiment } from './experiment.ts';
import { experiments } from './experiments.ts';

const units: Readonly<Record<Metric, string>> = {
  cpu: 's of CPU',
  wall: 's of wall time',
  growth: 's of CPU',
  'largest-memory': 'MB',
  'sum-memory': 'MB',
  'told-seconds': 's',
  'told-memory': 'MB',
  'told-share': 'of all CPU',
};

const help = `Usage: npm run bench [-- NAME …] [--size 1g] [--rounds 5] [--json]

Speed and memory as ratios to a peer in the same run; all of it (1 GB and 10 GB) takes about an hour.

  NAME …             some parts alone: ${experiments.map(({ name }) => name).join(', ')}
  --size SIZE        of the mail: a number and k, m or g; 1g without it
  --audit-size SIZE  of the audit log; as the mail without it
  --rounds N         of which the middle counts; 5 without it. --size 200m --rounds 3 is a quick look
  --dir DIR          where corpora are kept between runs; ${defaultFolder} without it
  --json             JSON lines {"name","ours","peer","ratio","unit"}
`;
const { values, positionals } = readCommandLine(help, {
  names: true,
  options: {
    json: { type: 'boolean', default: false },
    size: { type: 'string', default: '1g' },
    'audit-size': { type: 'string' },
    rounds: { type: 'string', default: '5' },
    dir: { type: 'string', default: defaultFolder },
  },
});
const unknown = positionals.filter((name) => !experiments.some((experiment) => experiment.name === name));
if (unknown.length > 0) refuse(help, `There is no part ${unknown.join(', ')}`);
for (const size of [values.size, values['audit-size'] ?? values.size])
  if (!isSize(size)) refuse(help, `A size is a number and k, m or g, like 200m: not ${size}`);
if (!/^[1-9]\d*$/.test(values.rounds)) refuse(help, `--rounds is a whole number from 1: not ${values.rounds}`);
const context: Context = {
  folder: values.dir,
  size: readSize(values.size),
  auditSize: readSize(values['audit-size'] ?? values.size),
  rounds: Number(values.rounds),
  say: (text) => process.stderr.write(`${text}\n`),
};
const chosen = experiments.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const results: Result[] = [];
for (const experiment of chosen) {
  const found = await runExperiment(experiment, context);
  results.push(...found);
  if (values.json) for (const result of found) showJson(result);
}
if (!values.json) showTable(results);
process.exitCode = results.some(({ fault }) => fault?.startsWith('not timed') === true) ? 1 : 0;

function showJson({ row, ours, peer, ratio, fault }: Result): void {
  const shown = { name: row.name, ours, peer, ratio, unit: units[row.metric], ...(fault === null ? {} : { fault }) };
  process.stdout.write(`${JSON.stringify(shown)}\n`);
}

function judge(ratio: number, { must, aim }: Row): string {
  if (must === null || aim === null) return '';
  if (ratio <= aim) return 'aim met';
  return ratio <= must ? 'must met' : 'MISSED';
}

function showTable(found: readonly Result[]): void {
  const lines = found.map(({ row, ours, peer, ratio, fault }) => {
    const number = (value: number | null): string => (value === null ? '–' : value.toFixed(value >= 100 ? 0 : 2));
    const verdict = ratio === null ? (fault?.split('\n')[0] ?? '') : judge(ratio, row);
    const against = row.peers.length === 0 ? 'absolute' : row.peers.join(' + ');
    return [
      row.work,
      against,
      number(ours),
      number(peer),
      units[row.metric],
      number(ratio),
      `${row.must ?? '–'}`,
      `${row.aim ?? '–'}`,
      verdict,
    ];
  });
  const head = ['work', 'against', 'ours', 'peer', 'unit', 'ratio', 'must', 'aim', ''];
  const widths = head.map((name, at) => Math.max(name.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const format = (cells: readonly string[]): string =>
    cells
      .map((cell, at) =>
        at >= 2 && at <= 7 && at !== 4 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  for (const line of [head, ...lines]) process.stdout.write(`${format(line)}\n`);
}
