import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLead, type Lead } from '@candor/core/exposure/lead';
import { expect, test } from 'vitest';
import { createNumbers } from '../../../core/test/mutation.ts';
import { findLeadEffect, type JudgedAnswer } from '../../src/commands/exposure/lead-effect.ts';
import { readLeads } from '../../src/commands/exposure/read-leads.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { readingState, writingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { STORIES, writeVariedIncident } from './varied-incident.ts';

const SEEDS = [1, 2, 3];
const LEAST_SHARE = 0.9;

const CASES = STORIES.flatMap((story) => SEEDS.map((seed) => [story.name, seed, story] as const));

test.each(CASES)(
  '%s: the first ten leads give nine tenths of the verdicts (seed %d)',
  async (_, seed, story) => {
    const folder = makeTemporaryFolder();
    const state = join(folder, 'state');
    const { whole, bare } = writeVariedIncident(join(folder, 'incident'), story, createNumbers(seed));
    const run = async (incident: string): Promise<ReadonlyMap<string, string>> => {
      const out = join(folder, 'out');
      await runIncident({ incident, state, out, workers: 1, accept: [], progress: silentProgress });
      const lines = readFileSync(join(out, 'exposure.jsonl'), 'utf8').trim().split('\n');
      return new Map(
        lines.map((line) => {
          const { custodian, location, verdict } = JSON.parse(line) as Record<string, string>;
          return [`${custodian} ${location}`, verdict ?? ''];
        }),
      );
    };
    const expected = await run(whole);
    const known = new Map(
      (await readingState(state, (state) => readLeads(state, [], silentProgress))).all.map((lead) => [
        formatLead(lead),
        lead,
      ]),
    );
    await run(bare);
    const { first } = await readingState(state, (state) => readLeads(state, [], silentProgress));
    // Whose a lead is: the intruder's where most of its records are.
    const isIntruders = (lead: Lead): boolean => {
      const truth = known.get(formatLead(lead));
      return truth !== undefined && truth.intruder * 2 > truth.records;
    };
    const leads = first.map(({ lead }) => lead).filter(isIntruders);
    const told = first.map(({ lead, settles }) => `${formatLead(lead)} ${settles}`).join(', ');
    expect(leads.length, told).toBeGreaterThan(0);
    const order = { leads, owner: 'intruder', custodian: null, workers: 1, progress: silentProgress } as const;
    const { additions } = (await writingState(state, (state) => findLeadEffect(state, order)))
      .answers[0] as JudgedAnswer;
    const lists = Map.groupBy(additions, ({ key }) => key.replace('intruder.', ''));
    const lines = [...lists].map(([key, added]) => `  ${key}: ${JSON.stringify(added.map(({ value }) => value))}\n`);
    const decided = join(folder, 'incident/decided.yaml');
    writeFileSync(decided, `${readFileSync(bare, 'utf8')}intruder:\n${lines.join('')}`);
    const found = await run(decided);
    const same = [...expected].filter(([copy, verdict]) => found.get(copy) === verdict).length;
    expect(same / expected.size, told).toBeGreaterThanOrEqual(LEAST_SHARE);
  },
  120_000,
);
