// Reads the corpora that lie beside the repository and says what was found beside what is expected. Exit 1 when
// something is unexplained.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readCommandLine, refuse } from '../command-line.mjs';
import { isInstalled } from './compare-outlook.ts';
import { corpora } from './corpora.ts';
import { type Coverage, coverCorpus } from './cover.ts';
import { toPage } from './page.ts';
import { unpackCorpus } from './unpack.ts';

const root = resolve(import.meta.dirname, '../..');
const help = `Usage: npm run coverage:evidence [-- CORPUS …] [--data DIR] [--unpacked DIR]

Reads the corpora of others, where they are, and writes docs/evidence-coverage.md.

  CORPUS …         these alone: ${corpora.map(({ name }) => name).join(', ')}
  --data DIR       where the packed corpora lie; ../shared/data without it
  --unpacked DIR   where unpacked ones lie, one folder each
  --write          write the page; without it, as in \`node tools/evidence-coverage/main.ts\`, it is printed
`;
const { values, positionals } = readCommandLine(help, {
  options: { data: { type: 'string' }, unpacked: { type: 'string' }, write: { type: 'boolean', default: false } },
  names: true,
});
const unknown = positionals.filter((wanted) => !corpora.some(({ name }) => name === wanted));
if (unknown.length > 0) refuse(help, `There is no corpus ${unknown.join(', ')}`);
const data = resolve(values.data ?? join(root, '../shared/data'));
const wanted = corpora.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const work = mkdtempSync(join(tmpdir(), 'candor-coverage-'));
const coverages: Coverage[] = [];
const missing: string[] = [];
try {
  for (const corpus of wanted) {
    const given = values.unpacked === undefined ? null : join(resolve(values.unpacked), corpus.name);
    const folder = given !== null && existsSync(given) ? given : unpackCorpus(data, corpus.name, work);
    if (folder === null) {
      missing.push(corpus.name);
      continue;
    }
    const coverage = await coverCorpus(corpus, folder, join(work, 'work'));
    coverages.push(coverage);
    process.stderr.write(`${corpus.name}: ${coverage.found} of ${coverage.expected}\n`);
    if (folder !== given) rmSync(folder, { recursive: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const notes = [
  ...missing.map((name) => `${name} was not there`),
  ...['readpst', 'msgconvert'].filter((name) => !isInstalled(name)).map((name) => `${name} was not installed`),
];
const page = toPage(coverages, notes);
if (values.write) writeFileSync(join(root, 'docs/evidence-coverage.md'), page);
else process.stdout.write(page);
const unexplained = coverages.flatMap(({ corpus, differences, comparisons, crashes, hangs }) => [
  ...differences.filter(({ because }) => because === null).map(({ path }) => `${corpus}: ${path}`),
  ...comparisons
    .filter(({ differing, because }) => differing > 0 && (because === '' || because.includes('unexplained')))
    .map(({ what }) => `${corpus}: ${what}`),
  ...listSilent(comparisons).map((peer) => `${corpus}: nothing was compared with ${peer}`),
  ...(crashes + hangs > 0 ? [`${corpus}: ${crashes} crashes, ${hangs} hangs`] : []),
]);
for (const line of unexplained) process.stderr.write(`unexplained: ${line}\n`);
if (unexplained.length > 0 || (positionals.length === 0 && coverages.length === 0)) process.exitCode = 1;

/** Peers by whom nothing at all was compared: one that is there and does not start would look like one that agrees. */
function listSilent(comparisons: Coverage['comparisons']): readonly string[] {
  const compared = new Map<string, number>();
  for (const comparison of comparisons) {
    const peer = comparison.what.split(':', 1)[0] ?? '';
    compared.set(peer, (compared.get(peer) ?? 0) + comparison.compared);
  }
  return [...compared].filter(([, count]) => count === 0).map(([peer]) => peer);
}
