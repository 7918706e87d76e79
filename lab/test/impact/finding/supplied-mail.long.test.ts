import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FindingLine } from '@candor/core/impact/exchange';
import { expect, type TestContext, test } from 'vitest';
import { evaluateLabels } from '../../../src/commands/impact/sample-findings.ts';
import { scanFindings } from '../../../src/commands/impact/scan-findings.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { unpackCorpus } from '../../evidence/coverage/unpack.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const DATA = resolve(import.meta.dirname, '../../../../../shared/data');
const TIMEOUT_MS = 1_800_000;
const options = { workers: 2, progress: silentProgress };

function unpack(name: string, context: TestContext): string {
  if (!existsSync(join(DATA, `${name}.tar.xz`)))
    context.skip(`${name}.tar.xz is not in ../shared/data, where corpora of others lie`);
  const work = makeTemporaryFolder();
  unpackCorpus(DATA, name, work);
  return join(work, name);
}

test('labelled mail: recall and precision of secrets are 0.95', {
  timeout: TIMEOUT_MS,
}, async (context) => {
  const folder = unpack('findings-dev', context);
  const evaluation = await evaluateLabels(join(folder, 'labels.jsonl'), join(folder, 'mail'), options);
  for (const { kind, recall, precision } of [...evaluation.kinds, ...evaluation.folds])
    process.stdout.write(
      `${kind}: recall ${recall.share?.toFixed(2)} of ${recall.of} (${recall.low?.toFixed(2)}-${recall.high?.toFixed(2)}), precision ${precision.share?.toFixed(2)} of ${precision.of} (${precision.low?.toFixed(2)}-${precision.high?.toFixed(2)})\n`,
    );
  const secrets = evaluation.kinds.find(({ kind }) => kind === 'secrets');
  expect(secrets?.recall.share).toBeGreaterThanOrEqual(0.95);
  expect(secrets?.precision.share).toBeGreaterThanOrEqual(0.95);
  for (const { recall, precision } of evaluation.folds) {
    expect(recall.share).toBeGreaterThanOrEqual(0.85);
    expect(precision.share).toBeGreaterThanOrEqual(0.85);
  }
});

// Deal numbers, telephone numbers, meters, orders, ids: nobody wrote a card, an IBAN or an id of a state there.
test.for([
  'theft-enron-dev',
  'incident-enron-dev',
  'spamassassin-dev',
  'set-of-emails',
  'grepmail-mailboxes',
  'ruby-mail',
])('of all numbers in %s none is taken for a certain one', { timeout: TIMEOUT_MS }, async (name, context) => {
  const folder = unpack(name, context);
  const mailboxes = name.endsWith('-enron-dev') ? join(folder, 'mailboxes') : null;
  const paths = mailboxes === null ? [folder] : readdirSync(mailboxes).map((each) => join(mailboxes, each));
  let messages = 0;
  const findings: FindingLine[] = [];
  for (const path of paths) {
    const scan = await scanFindings(path, { out: null, ...options });
    messages += scan.messages;
    findings.push(...scan.findings);
  }
  process.stdout.write(`${name}: ${messages} messages, ${findings.length} findings\n`);
  expect(messages).toBeGreaterThan(0);
  expect(findings.filter(({ confidence }) => confidence === 'certain')).toEqual([]);
});
