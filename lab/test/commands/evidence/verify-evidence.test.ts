import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyEvidence } from '../../../src/commands/evidence/verify-evidence.ts';
import { type Progress, silentProgress } from '../../../src/commands/progress.ts';
import { runIncident } from '../../../src/commands/run-incident.ts';
import { runCli } from '../../apps/cli-process.ts';
import { makeMbox, makeMessage } from '../../evidence/evidence-kit.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const INCIDENT = `incident: quay
organization:
  name: Harbor
  domains: [harbor.example]
window: { start: 2001-09-01T00:00:00Z, contained: 2001-10-01T00:00:00Z }
mailboxes:
  - { custodian: a, address: a@harbor.example, evidence: a.mbox }
  - { custodian: b, address: b@harbor.example, evidence: b.mbox }
`;

test('a file that could not be opened is never read, not changed, and read by the next run', async () => {
  const folder = makeTemporaryFolder();
  const file = join(folder, 'a.mbox');
  writeFileSync(join(folder, 'incident.yaml'), INCIDENT);
  writeFileSync(file, makeMbox(makeMessage(1)));
  writeFileSync(join(folder, 'b.mbox'), makeMbox(makeMessage(2)));
  const state = join(folder, 'state');
  const run = (out: string, progress: Progress) =>
    runIncident({
      incident: join(folder, 'incident.yaml'),
      state,
      out: join(folder, out),
      workers: 1,
      accept: [],
      progress,
    });

  await run('first', {
    begin: (...stage) => {
      // Its size is known, so it was found; nothing is opened yet.
      if (stage[0] === 'evidence' && stage[2] !== null) renameSync(file, `${file}.away`);
      return silentProgress.begin(...stage);
    },
  });
  renameSync(`${file}.away`, file);
  const size = readFileSync(file).length;
  expect(readFileSync(join(folder, 'first', 'custody.csv'), 'utf8')).toContain(
    `\na.mbox,mailbox,a,unreadable,${size},,,,,,\n`,
  );
  expect((await verifyEvidence(state, silentProgress)).changed).toEqual([
    { path: 'a.mbox', state: 'never-read', expected: { size, sha256: null }, found: null },
  ]);
  const { code, stdout } = await runCli(['evidence', 'verify', '--state', state]);
  expect(code).toBe(3);
  expect(stdout).toMatch(/^a\.mbox was never read: .*\n1 file, \d+ bytes: unchanged, .*\n1 file never read: /);

  await run('second', silentProgress);
  expect((await verifyEvidence(state, silentProgress)).changed).toEqual([]);
  expect(readFileSync(join(folder, 'second', 'exposure.jsonl'), 'utf8')).toContain('"a.mbox#1"');
});
