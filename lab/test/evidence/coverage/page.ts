import type { Coverage } from './cover.ts';

const HEAD = `# What is read of the corpora that others made

Made by \`npm run test:long -- lab/test/evidence/coverage-page.long.test.ts -u\`; do not edit. Every file of every corpus is read as the evidence of a run is: found, recognised by content, cut into shards, read in confined processes, accounted for to the last byte. The corpora lie outside of the
repository, since they hold other people's mail under other licences; nothing of their content is here, only counts, file names of test files and digests' agreement.

- **expected**: what the source project's own tests or tables say, or, where they say nothing, what the corpus's section names.
- **found**: message copies. Messages inside of messages are part of them.
- **accounted**: bytes that ended in a message, in the structure of a container or in a quarantined range, of all bytes. A difference would be a fault, and the run would stop.
- **crashes**, **hangs**: reader processes that ended or fell silent.
`;

/** The whole page. Everything on it follows from the data, so the same data give the same page. */
export function toPage(coverages: readonly Coverage[]): string {
  return [HEAD, toTotals(coverages), '## Corpus by corpus\n', ...coverages.map(toSection)].join('\n');
}

function toTotals(coverages: readonly Coverage[]): string {
  const rows = coverages.map((coverage) => {
    const { size } = coverage.account.bytes;
    const accounted = size === 0 ? '–' : `${((100 * accountedBytes(coverage)) / size).toFixed(0)} %`;
    return [
      `[${coverage.corpus}](#${coverage.corpus})`,
      toNumber(coverage.files),
      toNumber(coverage.expected),
      toNumber(coverage.found),
      toNumber(coverage.differences.length),
      toNumber(size),
      accounted,
      toNumber(coverage.account.bytes.quarantined + (coverage.account.unpacked?.quarantined ?? 0)),
      String(coverage.crashes),
      String(coverage.hangs),
    ];
  });
  const names =
    'corpus|files|messages expected|found|files that differ|bytes|accounted|quarantined|crashes|hangs'.split('|');
  return `${toTable(names, rows, 1)}\nQuarantined bytes are those of files that hold no mail (pictures, texts, expected results), of packings that are not read and of damage; the tables below say which.\n`;
}

function accountedBytes({ account }: Coverage): number {
  return account.bytes.messages + account.bytes.structure + account.bytes.quarantined;
}

/** The part of the page on one corpus. */
export function toSection(coverage: Coverage): string {
  const { account, problems, comparisons, differences, bases, formats } = coverage;
  const lines = [`### ${coverage.corpus}\n`];
  lines.push(`Formats: ${list(formats)}.`);
  const items = account.items;
  const itemsText =
    items === null || items.items === 0
      ? ''
      : ` Outlook items: ${toNumber(items.items)}, of them ${toNumber(items.messages)} mail, ${toNumber(items.otherItems)} others, ${toNumber(items.quarantined)} quarantined.`;
  lines.push(
    `Bytes: ${toNumber(account.bytes.messages)} in messages, ${toNumber(account.bytes.structure)} structure, ${toNumber(account.bytes.quarantined)} quarantined${toUnpacked(coverage)}.${itemsText}`,
  );
  if (problems.size > 0) lines.push(`Problems: ${list(problems)}.`);
  lines.push(`Expected: ${[...bases].map(([basis, messages]) => `${toNumber(messages)}: ${basis}`).join('; ')}.\n`);
  if (differences.length > 0) {
    const rows = differences.map(({ path, expected, found, because }) => [
      `\`${path}\``,
      toNumber(expected),
      toNumber(found),
      because ?? '**unexplained**',
    ]);
    lines.push(toTable(['file', 'expected', 'found', 'why'], rows, 1));
  }
  if (comparisons.length > 0) {
    const rows = comparisons.map(({ what, compared, differing, because }) => [
      what,
      toNumber(compared),
      toNumber(differing),
      because,
    ]);
    lines.push(toTable(['compared', 'entries', 'differ', 'why'], rows, 1));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function toUnpacked({ account: { unpacked } }: Coverage): string {
  if (unpacked === null || unpacked.size === 0) return '';
  return `; unpacked ${toNumber(unpacked.size)}: ${toNumber(unpacked.messages)} in messages, ${toNumber(unpacked.structure)} structure, ${toNumber(unpacked.quarantined)} quarantined`;
}

function list(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${toNumber(count)}`).join(', ');
}

/** The first columns hold words, numbers follow, right-aligned; a last column of words is left-aligned. */
function toTable(names: readonly string[], rows: readonly (readonly string[])[], words: number): string {
  const isWord = (column: number): boolean => column < words || names[column] === 'why';
  const lines = [names, names.map((_, column) => (isWord(column) ? '---' : '---:')), ...rows];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

function toNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
