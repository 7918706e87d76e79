import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { toIncidentOf } from '../../src/commands/load-incident.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { readImpactInputs } from '../../src/impact/impact-inputs.ts';
import { readPartiesNow } from '../../src/notice/party/parties-now.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();
const incident = join(folder, 'incident.yaml');
const toDay = (day: number) => Date.UTC(2001, 8, day, 10) / 1000;

function write(path: string, id: number, headers: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), `${headers}\nMessage-ID: <${id}@lamp.example>\n\n${id}\n`);
}

/** Somebody checked that accesses are recorded: without it, a mailbox in which nobody did anything clears nothing. */
function describe(access: string): void {
  const mailboxes = ['keeper', 'helper', 'drafter'].map(
    (custodian) =>
      `  - { custodian: ${custodian}, address: ${custodian}@lamp.example, audited: true, evidence: ${custodian} }\n`,
  );
  writeFileSync(
    incident,
    `incident: x\norganization: { name: Lamp Works, domains: [lamp.example] }\nwindow: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }\nmailboxes:\n${mailboxes.join('')}${access}intruder: { sessions: [night] }\n`,
  );
}

/** The figures of each party, as a run finds them. */
async function tell() {
  const path = join(folder, 'state');
  await runIncident({ incident, state: path, out: null, workers: 1, accept: [], progress: silentProgress });
  const state = await openStateForReading(path);
  const version = await requireLastVersion(state);
  const known = toIncidentOf(version);
  const inputs = readImpactInputs(known, version.inputs);
  const parties = await readPartiesNow(state.store, { incident: known, version, inputs, reached: new Set() });
  await state.close();
  return Object.fromEntries(parties.map(({ party, figures }) => [party, figures]));
}

beforeAll(() => {
  const to = 'To: x@lamp.example';
  write('keeper/1.eml', 1, `From: jo@northwind.example\n${to}\nDate: 12 Sep 2001 10:00:00 +0000`);
  write('keeper/2.eml', 2, `From: jo@northwind.example\n${to}`);
  write('helper/3.eml', 3, `From: ed@northwind.example\n${to}\nDate: 14 Sep 2001 10:00:00 +0000`);
  write('helper/4.eml', 4, `From: zoe@BÜCHER.example\n${to}\nDate: 15 Sep 2001 10:00:00 +0000`);
  write('drafter/cur/5:2,D', 5, `From: x@lamp.example\nTo: jo@northwind.example\nDate: 11 Sep 2001 10:00:00 +0000`);
});

test('for undetermined messages, drafts count for nobody, undated ones move no date, and non-ASCII domains are known', async () => {
  describe('');
  expect(await tell()).toMatchObject({
    'northwind.example': { undetermined: 3, custodians: 2, affectedAddresses: 2, first: toDay(12), last: toDay(14) },
    'xn--bcher-kva.example': { undetermined: 1, custodians: 1, affectedAddresses: 1, first: toDay(15) },
  });
});

test('a message that was undetermined and is now cleared no longer counts, nor an address only in it', async () => {
  writeFileSync(
    join(folder, 'log.csv'),
    'time,mailbox,kind,message_id,folder,session,ip,app\n2001-09-20T10:00:00Z,keeper,bind,<1@lamp.example>,,night,,\n',
  );
  const span = 'from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z';
  describe(`access: [ { file: log.csv, covers: { mailboxes: all, ${span} } } ]\n`);
  const { 'northwind.example': northwind } = await tell();
  expect(northwind).toMatchObject({ accessed: 1, undetermined: 0, custodians: 1, affectedAddresses: 1 });
  expect(northwind).toMatchObject({ first: toDay(12), last: toDay(12) });
});
