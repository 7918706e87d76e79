import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportResults } from '../../src/commands/export-results.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { makeMbox, makeMessage } from '../evidence/evidence-kit.ts';
import { readingState } from '../opened-state.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();
const NAMES = ['exposure.jsonl', 'records.jsonl', 'unresolved.jsonl', 'parties.csv', 'summary.json'];

function write(sessions: string): void {
  const mailboxes = ['ada', 'bob', 'cid'].map(
    (name) => `  - { custodian: ${name}, address: ${name}@harbor.example, evidence: ${name}.mbox }\n`,
  );
  writeFileSync(
    join(folder, 'incident.yaml'),
    `incident: harbor
organization: { name: Harbor, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-09-20T00:00:00Z }
mailboxes:
${mailboxes.join('')}access: [ { file: log.csv } ]
intruder: { sessions: [${sessions}] }
`,
  );
}

/** Runs, and exports what a run wrote once more. */
async function runAndExport(version: number): Promise<void> {
  const [ran, again] = ['ran', 'again'].map((name) => join(folder, `${name}-${version}`)) as [string, string];
  const state = join(folder, 'state');
  const order = { incident: join(folder, 'incident.yaml'), state, out: ran, workers: 1, accept: [] };
  expect(await runIncident({ ...order, progress: silentProgress })).toMatchObject({ version });
  await readingState(state, (state) => exportResults(state, again, null, silentProgress));
  for (const name of NAMES)
    expect(readFileSync(join(again, name), 'utf8'), name).toBe(readFileSync(join(ran, name), 'utf8'));
}

test("exports each version as it was run, also with unknown users' records, an unnamed mailbox and former intruder records", async () => {
  for (const name of ['ada', 'bob', 'cid']) writeFileSync(join(folder, `${name}.mbox`), makeMbox(makeMessage(1)));
  const rows = [
    '2001-09-12T10:00:00Z,ada,bind,<m1@harbor.example>,,night,,',
    '2001-09-11T10:00:00Z,bob,bind,<m1@harbor.example>,,dusk,,',
    '2001-09-10T10:00:00Z,cid,bind,<m1@harbor.example>,,noon,,',
    '2001-09-13T10:00:00Z,elsewhere,bind,<m9@harbor.example>,,night,,',
    '2001-09-14T10:00:00Z,,bind,<m1@harbor.example>,,night,,',
  ];
  writeFileSync(join(folder, 'log.csv'), `time,mailbox,kind,message_id,folder,session,ip,app\n${rows.join('\n')}\n`);
  write('night, dusk');
  await runAndExport(1);
  write('night');
  await runAndExport(2);
});
