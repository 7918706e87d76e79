import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { listArrivals } from '../../src/evidence/store/arrival-store.ts';
import { isUnfinishedName } from '../../src/evidence/survey/log-folder.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const toRow = (id: string) =>
  `${JSON.stringify({
    CreationTime: '2024-01-05T00:00:00',
    Id: id,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    UserId: 'ada@a.example',
    ClientIPAddress: '198.51.100.7',
    MailboxOwnerUPN: 'ada@a.example',
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Sync' }],
    Item: { ParentFolder: { Path: '\\Inbox' } },
  })}\n`;

const folder = makeTemporaryFolder();
const place = (name: string) => join(folder, name);
mkdirSync(place('logs/deep'), { recursive: true });
writeFileSync(place('mail.eml'), 'From: b@b.example\nTo: ada@a.example\nMessage-ID: <1@b.example>\n\nx\n');
writeFileSync(
  place('incident.yaml'),
  `incident: a
organization: { name: A, domains: [a.example] }
window: { start: 2024-01-01T00:00:00Z, contained: 2024-02-01T00:00:00Z }
mailboxes: [ { custodian: ada, address: ada@a.example, evidence: mail.eml } ]
access:
  - folder: logs
  - file: logs/named.jsonl
intruder: { addresses: [198.51.100.7] }
`,
);

async function run(readsLog?: (file: string) => boolean) {
  const summary = await runIncident({
    incident: place('incident.yaml'),
    state: place('state'),
    out: null,
    workers: 1,
    accept: [],
    ...(readsLog === undefined ? {} : { readsLog }),
    progress: silentProgress,
  });
  const state = await openStateForReading(place('state'));
  const arrivals = await listArrivals(state.store);
  await state.close();
  return { summary, arrivals: arrivals.map(({ place, version, isCurrent }) => [place, version, isCurrent]) };
}

test('reads every log of a folder, also later ones, and judges each first in one version', async () => {
  writeFileSync(place('logs/named.jsonl'), toRow('n'));
  writeFileSync(place('logs/deep/a.jsonl'), toRow('a'));
  writeFileSync(place('logs/.hidden.jsonl'), toRow('h'));
  writeFileSync(place('logs/b.jsonl.part'), toRow('b'));
  const first = await run();
  expect(first.summary.audit).toMatchObject({ files: 2, records: 2 });
  expect(first.arrivals).toEqual([
    ['mail.eml', 1, true],
    ['logs/deep/a.jsonl', 1, true],
    ['logs/named.jsonl', 1, true],
  ]);

  renameSync(place('logs/b.jsonl.part'), place('logs/b.jsonl'));
  writeFileSync(place('logs/c.jsonl'), toRow('c'));
  const second = await run((file) => file !== 'logs/c.jsonl');
  expect(second.summary.audit).toMatchObject({ files: 3, records: 3 });
  expect(second.arrivals.slice(3)).toEqual([['logs/b.jsonl', 2, true]]);

  writeFileSync(place('logs/b.jsonl'), `${toRow('b')}${toRow('b2')}`);
  const third = await run();
  expect(third.summary.audit).toMatchObject({ files: 4, records: 5 });
  expect(third.arrivals.slice(3)).toEqual([
    ['logs/b.jsonl', 2, false],
    ['logs/b.jsonl', 3, true],
    ['logs/c.jsonl', 3, true],
  ]);
});

test('reports unsupported content of a folder as a problem of the run', async () => {
  symlinkSync('/etc/hostname', place('logs/outside'));
  const { summary } = await run();
  expect(summary.problems['link-outside']).toBe(1);
});

test('a folder is not a file, nor a file a folder', async () => {
  const text = `incident: a
organization: { name: A, domains: [a.example] }
window: { start: 2024-01-01T00:00:00Z, contained: 2024-02-01T00:00:00Z }
mailboxes: [ { custodian: ada, address: ada@a.example, evidence: mail.eml } ]
access: [ { file: logs }, { folder: mail.eml } ]
`;
  writeFileSync(place('wrong.yaml'), text);
  const order = { incident: place('wrong.yaml'), state: place('none'), out: null, workers: 1, accept: [] };
  await expect(runIncident({ ...order, progress: silentProgress })).rejects.toMatchObject({
    reasons: [
      'wrong.yaml:5: access "logs" is a folder; name the file, or write `folder` instead of `file` to read every log in it',
      'wrong.yaml:5: logs "mail.eml" is not a folder; name a file with `file`',
    ],
  });
});

test('recognises names of unfinished copies', () => {
  const unfinished = ['a.part', 'x/a.filepart', '.a.Xy12', 'x/.rsync/a', 'a.TMP', 'a.csv~', 'a.crdownload'];
  expect(unfinished.filter(isUnfinishedName)).toEqual(unfinished);
  expect(['a.csv', 'part/a', '../a.csv', './a', 'tmp.log', 'a.tmp.csv'].filter(isUnfinishedName)).toEqual([]);
});
