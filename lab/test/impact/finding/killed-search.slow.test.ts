import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { FindingIncident } from './finding-incident.ts';

const CLI = fileURLToPath(new URL('../../../src/apps/cli.ts', import.meta.url));
const MESSAGES = 900;

/** Messages that the state says were searched; 0 before there is a state. */
function countSearched(incident: FindingIncident): number {
  try {
    const raw = new Database(join(incident.state, 'candor.sqlite'), { readonly: true });
    const count = raw.prepare<[], number>('SELECT count(*) FROM impact_searched').pluck().get() ?? 0;
    raw.close();
    return count;
  } catch {
    return 0;
  }
}

/** Runs the command line and kills it as soon as so many messages were searched. Gives how many the state has then. */
async function kill(incident: FindingIncident, after: number): Promise<number> {
  const options = ['--state', incident.state, '--workers', '1', '--json'];
  const run = spawn(process.execPath, [CLI, 'run', incident.path('incident.yaml'), ...options], { stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((settle) => run.on('exit', (_, signal) => settle(signal)));
  const watch = setInterval(() => {
    if (countSearched(incident) > after) run.kill('SIGKILL');
  }, 5);
  const signal = await ended;
  clearInterval(watch);
  expect(signal).toBe('SIGKILL');
  return countSearched(incident);
}

test('a run killed while searching resumes and ends with the same bytes', async () => {
  const incident = new FindingIncident();
  for (let n = 0; n < MESSAGES; n += 1)
    incident.mail(`ada/${n}.eml`, { subject: `Berth ${n}`, text: `pw: Quay#${n % 500}-north` });
  const first = await kill(incident, 0);
  const second = await kill(incident, first);
  expect(first).toBeGreaterThan(0);
  expect(second).toBeGreaterThan(first);
  expect(second).toBeLessThan(MESSAGES);
  const { read, summary } = await incident.run();
  // What was kept is not read again, and nothing is kept twice.
  expect([read, summary.findings?.searched]).toEqual([MESSAGES - second, MESSAGES]);
  const resumed = readFileSync(join(incident.out, 'findings.jsonl'), 'utf8');
  expect(resumed.trim().split('\n').length).toBe(MESSAGES);
  const whole = new FindingIncident();
  for (let n = 0; n < MESSAGES; n += 1)
    whole.mail(`ada/${n}.eml`, { subject: `Berth ${n}`, text: `pw: Quay#${n % 500}-north` });
  await whole.run();
  expect(readFileSync(join(whole.out, 'findings.jsonl'), 'utf8')).toBe(resumed);
});
