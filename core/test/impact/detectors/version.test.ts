import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DETECTORS_VERSION, detectFindings } from '@candor/core/impact/detectors';
import { expect, test } from 'vitest';
import { generateMessages } from './generated/messages.ts';
import { generateTables } from './generated/tables.ts';

const core = join(import.meta.dirname, '../../..');
const SOURCES = join(core, 'src/impact/detectors');
const RECORD = join(import.meta.dirname, 'version.record.txt');
/** They decide with the detectors what is found. */
const LIBRARIES = ['ibantools', 'stdnum'];
const COMMENT = /^\s*(?:\/\/|\/\*|\*\/|\* |\*$)/;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Comments on lines of their own find nothing. */
function digestCode(path: string): string {
  const lines = readFileSync(join(SOURCES, path), 'utf8').split('\n');
  return digest(lines.filter((line) => !COMMENT.test(line)).join('\n'));
}

const { dependencies } = JSON.parse(readFileSync(join(core, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const texts = [...generateMessages(400, 20020401), ...generateTables(100, 20020402)].map(({ text }) => text);
const found = texts.flatMap((text) =>
  detectFindings(text, { sensitive: true }).map(
    ({ kind, detector, confidence, start, end }) => `${kind} ${detector} ${confidence} ${start} ${end}`,
  ),
);
const record = {
  version: String(DETECTORS_VERSION),
  texts: digest(texts.join('\0')),
  findings: digest(found.join('\n')),
  ...Object.fromEntries(LIBRARIES.map((name) => [name, dependencies[name] ?? 'missing'])),
  ...Object.fromEntries(
    readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && path !== 'version.ts')
      .sort()
      .map((path) => [path, digestCode(path)]),
  ),
};

function readRecord(): Readonly<Record<string, string>> {
  const lines = existsSync(RECORD) ? readFileSync(RECORD, 'utf8').trim().split('\n') : [];
  return Object.fromEntries(lines.map((line) => line.split(' ') as [string, string]));
}
const recorded = readRecord();

test('where the same texts give other findings, DETECTORS_VERSION is raised', () => {
  const isOther = recorded['texts'] === record.texts && recorded['findings'] !== record.findings;
  expect(isOther && recorded['version'] === record.version, 'raise DETECTORS_VERSION in version.ts').toBe(false);
});

// The texts above are not all texts. When this fails: raise DETECTORS_VERSION unless no text at all can give other
// findings, then record what is: npx vitest run core/test/impact/detectors/version.test.ts -u
test('a change of the detectors is recorded beside their version (read the comment above this test)', async () => {
  const lines = Object.entries(record).map(([name, value]) => `${name} ${value}\n`);
  await expect(lines.join('')).toMatchFileSnapshot(RECORD);
});
