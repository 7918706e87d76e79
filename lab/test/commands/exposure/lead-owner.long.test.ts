import { readFileSync, writeFileSync } from 'node:fs';
import { VERDICTS } from '@candor/core/exposure/verdict';
import { beforeAll, expect, test } from 'vitest';
import type { JudgedAnswer, LeadEffect } from '../../../src/commands/exposure/lead-effect.ts';
import type { RunSummary } from '../../../src/commands/run-summary.ts';
import { openNoticeDesk } from '../../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());

beforeAll(async () => {
  await desk.run();
});

async function typeJson<T>(...words: readonly string[]): Promise<T> {
  const { text } = await desk.type(...words, '--json', '--state', desk.state);
  return JSON.parse(text) as T;
}

/**
 * Leads that are the intruder's already: by a range, by a session that an address makes a shared one, by a token, by an
 * application.
 */
const CASES = [
  ['address:198.51.100.23', 'okafor-a', '"203.0.113.21"'],
  ['address:198.51.100.9', 'moreau-c', '"203.0.113.47"'],
  ['address:198.51.100.140', 'okafor-a', '"203.0.113.21"'],
  ['network:198.51.100.0/24', null, '"192.0.2.0/24"'],
  ['address:203.0.113.200', null, '"203.0.113.21"'],
] as const;

test.each(CASES)("as an owner's, %s predicts what a run finds", async (lead, custodian, beside) => {
  const named = custodian === null ? [] : ['--mailbox', custodian];
  const { answers } = await typeJson<LeadEffect>('leads', '--effect', lead, '--as', 'owner', ...named);
  const effect = answers[0] as JudgedAnswer;
  expect(effect.additions.map(({ key }) => key)).toEqual([
    beside === '"192.0.2.0/24"' ? 'organization.addresses' : `addresses of mailbox ${custodian ?? 'okafor-a'}`,
  ]);
  const written = readFileSync(desk.incident, 'utf8');
  const value = lead.slice(lead.indexOf(':') + 1);
  writeFileSync(desk.incident, written.replace(beside, `${beside}, "${value}"`));
  try {
    const summary = await typeJson<RunSummary>('run', desk.incident);
    const after = Object.fromEntries(VERDICTS.map((verdict) => [verdict, effect.copies[verdict].after]));
    expect(after).toEqual(summary.copies);
    const { organization, person } = summary.partiesExposed;
    expect(effect.parties.after).toBe(organization + person);
    expect(effect.moves.length, 'it changes something').toBeGreaterThan(0);
  } finally {
    writeFileSync(desk.incident, written);
    await desk.run();
  }
});
