import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatLead, type Lead } from '@candor/core/exposure/lead';
import { VERDICTS } from '@candor/core/exposure/verdict';
import { beforeAll, expect, test } from 'vitest';
import { findLeadEffect, type JudgedAnswer } from '../../src/commands/exposure/lead-effect.ts';
import { type Leads, readLeads } from '../../src/commands/exposure/read-leads.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { unpackCorpus } from '../evidence/coverage/unpack.ts';
import { readingState, writingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const DATA = resolve(import.meta.dirname, '../../../../shared/data');
const CORPORA = ['incident-enron-dev', 'theft-enron-dev'] as const;
const isThere = CORPORA.every((name) => existsSync(join(DATA, `${name}.tar.xz`)));
const RANDOM_LEADS = 30;
const LEAST_SHARE = 0.9;
const LONG_MS = 3_600_000;

const work = makeTemporaryFolder();
const state = join(work, 'state');
const folder = join(work, 'incident-enron-dev');
const whole = join(folder, 'incident.yaml');
/** The same incident as a responder finds it: nothing is known of the intruder. */
const bare = join(folder, 'bare.yaml');

beforeAll(() => {
  if (!isThere) return;
  for (const name of CORPORA) unpackCorpus(DATA, name, work);
  writeFileSync(bare, readFileSync(whole, 'utf8').replace(/^intruder:\n(?: .*\n)+/m, ''));
}, LONG_MS);

async function run(incident: string): Promise<ReadonlyMap<string, string>> {
  const out = join(work, 'out');
  await runIncident({ incident, state, out, workers: 2, accept: [], progress: silentProgress });
  const lines = readFileSync(join(out, 'exposure.jsonl'), 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const { custodian, location, verdict } = JSON.parse(line) as Record<'custodian' | 'location' | 'verdict', string>;
      return [`${custodian} ${location}`, verdict];
    }),
  );
}

async function judge(leads: readonly Pick<Lead, 'kind' | 'value'>[]): Promise<JudgedAnswer> {
  const order = { leads, owner: 'intruder', custodian: null, workers: 1, progress: silentProgress } as const;
  return (await writingState(state, (state) => findLeadEffect(state, order))).answers[0] as JudgedAnswer;
}

/** The incident file with what the screen says to add. */
function write({ additions }: JudgedAnswer, name: string): string {
  const lists = Map.groupBy(additions, ({ key }) => key.replace('intruder.', ''));
  const lines = [...lists].map(([key, added]) => `  ${key}: ${JSON.stringify(added.map(({ value }) => value))}\n`);
  const path = join(folder, name);
  writeFileSync(path, `${readFileSync(bare, 'utf8')}intruder:\n${lines.join('')}`);
  return path;
}

/** Said of a test that is skipped. */
const MISSING = `${CORPORA.join('.tar.xz and ')}.tar.xz are not in ../shared/data, where corpora of others lie`;

test(
  'correct decisions on the first ten leads give nine tenths of the verdicts',
  async (context) => {
    if (!isThere) return context.skip(MISSING);
    const expected = await run(whole);
    const known = new Map(
      (await readingState(state, (state) => readLeads(state, [], silentProgress))).all.map((lead) => [
        formatLead(lead),
        lead,
      ]),
    );
    await run(bare);
    const { first, undecided }: Leads = await readingState(state, (state) => readLeads(state, [], silentProgress));
    // Whose a lead is: the intruder's where most of its records are.
    const isIntruders = (lead: Lead): boolean => {
      const truth = known.get(formatLead(lead));
      return truth !== undefined && truth.intruder * 2 > truth.records;
    };
    const path = first.map(({ lead, settles }) => ({
      lead: formatLead(lead),
      settles,
      decided: isIntruders(lead) ? 'intruder' : 'left',
    }));
    const effect = await judge(first.map(({ lead }) => lead).filter(isIntruders));
    const found = await run(write(effect, 'decided.yaml'));
    const same = [...expected].filter(([copy, verdict]) => found.get(copy) === verdict).length;
    expect({ undecided, path, copies: expected.size, same }).toMatchSnapshot();
    expect(same / expected.size).toBeGreaterThanOrEqual(LEAST_SHARE);
  },
  LONG_MS,
);

test(
  'the effect of any lead equals a run with it',
  async (context) => {
    if (!isThere) return context.skip(MISSING);
    await run(bare);
    const { all } = await readingState(state, (state) => readLeads(state, [], silentProgress));
    const step = Math.max(1, Math.floor(all.length / RANDOM_LEADS));
    const chosen = all.filter((_, at) => at % step === 0).slice(0, RANDOM_LEADS);
    expect(chosen.length).toBe(RANDOM_LEADS);
    for (const lead of chosen) {
      const effect = await judge([lead]);
      const found = [...(await run(write(effect, 'one.yaml'))).values()];
      for (const verdict of VERDICTS)
        expect(found.filter((one) => one === verdict).length, formatLead(lead)).toBe(effect.copies[verdict].after);
      await run(bare);
    }
  },
  LONG_MS,
);
