import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WITH_SENSITIVE } from '../../../src/impact/detectors/detect-findings.ts';
import { SearchedText } from '../../../src/impact/detectors/finding.ts';
import { createHintScan } from '../../../src/impact/detectors/hint-scan.ts';
import { generateMessages } from './generated/messages.ts';
import { generateTables } from './generated/tables.ts';

const cases = join(import.meta.dirname, 'cases');
const texts = [
  ...[...generateMessages(300, 20261203), ...generateTables(60, 20261204)].map(({ text }) => text),
  ...readdirSync(cases)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(cases, name), 'utf8').replace(/[⟦⟧¦]/g, '').split('\n===\n')),
];
const scan = createHintScan(WITH_SENSITIVE.map(({ hints }) => hints));

test('what a detector finds in all lines is found in the lines of hints', () => {
  const missed: string[] = [];
  const useful = new Set<number>();
  for (const text of texts) {
    const searched = new SearchedText(text);
    const hinted = scan(searched);
    const places = new Set<string>();
    WITH_SENSITIVE.forEach(({ find }, detector) => {
      for (const { start, end } of find(searched, hinted[detector] ?? [])) {
        places.add(`${start} ${end}`);
        useful.add(detector);
      }
    });
    const all = searched.lines.map((_, at) => at);
    for (const { find } of WITH_SENSITIVE)
      for (const { detector, start, end } of find(searched, all))
        if (!places.has(`${start} ${end}`)) missed.push(`${detector}: ${text.slice(Math.max(0, start - 30), end)}`);
  }
  expect(missed).toEqual([]);
  expect(useful.size).toBeGreaterThan(WITH_SENSITIVE.length / 2);
});
