import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIncident } from '@candor/core/incident';
import { expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { toIncidentOf } from '../../src/commands/load-incident.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { listReached } from '../../src/exposure/list-reached.ts';
import { readImpactInputs } from '../../src/impact/impact-inputs.ts';
import { readPartiesNow } from '../../src/notice/party/parties-now.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { openNoticeDesk } from './notice-desk.ts';

const incidentWith = (reach: string) => {
  const { incident, refusals } = readIncident(
    `incident: x
organization: { name: Lamp Works, domains: [lamp.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - { custodian: keeper, address: keeper@lamp.example, evidence: a }
  - { custodian: helper, address: helper@lamp.example, evidence: b }
intruder: { reach: [${reach}] }
`,
    'incident.yaml',
  );
  expect(refusals).toEqual([]);
  if (incident === null) throw new Error('refused without a reason');
  return incident;
};

test('a mailbox is reached by an intruder record in it or by the incident file', () => {
  const reached = (reach: string, seen: readonly string[]) => [...listReached(incidentWith(reach), seen)].sort();
  expect(reached('', [])).toEqual([]);
  expect(reached('', ['helper'])).toEqual(['helper']);
  expect(reached('{ mailbox: keeper, by: delegation }', ['helper'])).toEqual(['helper', 'keeper']);
  expect(reached('{ mailbox: all, by: application }', [])).toEqual(['helper', 'keeper']);
});

test('a party with only undetermined messages is still told mailboxes, dates, addresses and list mail', async () => {
  const folder = makeTemporaryFolder();
  const write = (custodian: string, from: string, day: number, list = '') => {
    mkdirSync(join(folder, custodian), { recursive: true });
    const date = `${day} Sep 2001 10:00:00 +0000`;
    writeFileSync(
      join(folder, custodian, `${day}.eml`),
      `From: ${from}\nTo: x@lamp.example\nDate: ${date}\n${list}\n${day}\n`,
    );
  };
  write('keeper', 'jo@northwind.example', 12);
  write('keeper', 'JO@Northwind.example', 13);
  write('helper', 'ed@northwind.example', 14, 'Precedence: bulk\n');
  const mailboxes = ['keeper', 'helper'].map(
    (custodian) => `  - { custodian: ${custodian}, address: ${custodian}@lamp.example, evidence: ${custodian} }\n`,
  );
  writeFileSync(
    join(folder, 'incident.yaml'),
    `incident: x\norganization: { name: Lamp Works, domains: [lamp.example] }\nwindow: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }\nmailboxes:\n${mailboxes.join('')}`,
  );
  const path = join(folder, 'state');
  const incident = join(folder, 'incident.yaml');
  await runIncident({ incident, state: path, out: null, workers: 1, accept: [], progress: silentProgress });
  const state = await openStateForReading(path);
  const version = await requireLastVersion(state);
  const known = toIncidentOf(version);
  const inputs = readImpactInputs(known, version.inputs);
  const parties = await readPartiesNow(state.store, { incident: known, version, inputs, reached: new Set() });
  await state.close();
  expect(parties.map(({ party, figures }) => [party, figures])).toEqual([
    [
      'northwind.example',
      expect.objectContaining({
        messages: 0,
        undetermined: 3,
        bulk: 1,
        custodians: 2,
        affectedAddresses: 2,
        first: Date.UTC(2001, 8, 12, 10) / 1000,
        last: Date.UTC(2001, 8, 14, 10) / 1000,
      }),
    ],
  ]);
});

test('when an undetermined message turns out to be opened, the notice names no fewer mailboxes', async () => {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'state');
  const incident = join(folder, 'incident.yaml');
  const write = (custodian: string, day: number) => {
    mkdirSync(join(folder, custodian), { recursive: true });
    writeFileSync(
      join(folder, custodian, `${day}.eml`),
      `From: jo@northwind.example\nTo: x@lamp.example\nDate: ${day} Sep 2001 10:00:00 +0000\nMessage-ID: <${day}@northwind.example>\n\n${day}\n`,
    );
  };
  for (const [custodian, day] of [
    ['keeper', 12],
    ['helper', 12],
    ['keeper', 13],
  ] as const)
    write(custodian, day);
  const mailboxes = ['keeper', 'helper'].map(
    (custodian) => `  - { custodian: ${custodian}, address: ${custodian}@lamp.example, evidence: ${custodian} }\n`,
  );
  writeFileSync(
    incident,
    `incident: x\norganization: { name: Lamp Works, domains: [lamp.example] }\nwindow: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }\npolicy: { gaps: undetermined }\nmailboxes:\n${mailboxes.join('')}access: [ { file: log.csv } ]\nintruder: { sessions: [night] }\n`,
  );
  const tell = async (...days: readonly number[]) => {
    const rows = days.map((day) => `2001-09-20T10:00:00Z,keeper,bind,<${day}@northwind.example>,,night,,\n`);
    writeFileSync(join(folder, 'log.csv'), `time,mailbox,kind,message_id,folder,session,ip,app\n${rows.join('')}`);
    await runIncident({ incident, state: path, out: null, workers: 1, accept: [], progress: silentProgress });
    const state = await openStateForReading(path);
    const version = await requireLastVersion(state);
    const known = toIncidentOf(version);
    const inputs = readImpactInputs(known, version.inputs);
    const [party] = await readPartiesNow(state.store, { incident: known, version, inputs, reached: new Set() });
    await state.close();
    return party?.figures;
  };
  // The other copy of the first message stays one that nobody can judge.
  const [before, after] = [await tell(12), await tell(12, 13)];
  expect(before).toMatchObject({ accessed: 1, undetermined: 1, custodians: 2 });
  expect(after).toMatchObject({ accessed: 2, undetermined: 0, custodians: 2 });
});

test('notifies a blind recipient of an undetermined message, also when the one copy with the address is cleared', async () => {
  const folder = makeTemporaryFolder();
  const path = join(folder, 'state');
  const incident = join(folder, 'incident.yaml');
  for (const [custodian, bcc] of [
    ['keeper', 'Bcc: jo@northwind.example\n'],
    ['helper', ''],
  ] as const) {
    mkdirSync(join(folder, custodian), { recursive: true });
    const rest = 'Date: 12 Sep 2001 10:00:00 +0000\nMessage-ID: <1@lamp.example>\n\n1\n';
    writeFileSync(
      join(folder, custodian, '1.eml'),
      `From: keeper@lamp.example\nTo: helper@lamp.example\n${bcc}${rest}`,
    );
  }
  const mailboxes = ['keeper', 'helper'].map(
    (custodian) =>
      `  - { custodian: ${custodian}, address: ${custodian}@lamp.example, audited: true, evidence: ${custodian} }\n`,
  );
  const covers = '{ mailboxes: [keeper], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }';
  // A log without a record asserts nothing, whatever its `covers` says.
  const before = '2001-09-05T10:00:00Z,keeper,bind,<2@lamp.example>,,,,\n';
  writeFileSync(join(folder, 'log.csv'), `time,mailbox,kind,message_id,folder,session,ip,app\n${before}`);
  writeFileSync(
    incident,
    `incident: x\norganization: { name: Lamp Works, domains: [lamp.example] }\nwindow: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }\nmailboxes:\n${mailboxes.join('')}access: [ { file: log.csv, covers: ${covers} } ]\n`,
  );
  await runIncident({ incident, state: path, out: null, workers: 1, accept: [], progress: silentProgress });
  const state = await openStateForReading(path);
  const version = await requireLastVersion(state);
  const known = toIncidentOf(version);
  const inputs = readImpactInputs(known, version.inputs);
  const sources = { incident: known, version, inputs, reached: new Set(['helper']) };
  const [party] = await readPartiesNow(state.store, sources);
  await state.close();
  expect(party).toMatchObject({ party: 'northwind.example', isUndeterminedReached: true, custodians: ['helper'] });
  const date = Date.UTC(2001, 8, 12, 10) / 1000;
  const mail = { custodians: 1, affectedAddresses: 1, first: date, last: date };
  expect(party?.figures).toMatchObject({ undetermined: 1, ...mail });
});

test('mailboxes and dates of a notice cover all messages it counts, including undetermined ones', async () => {
  const desk = await openNoticeDesk(makeTemporaryFolder());
  await desk.run();
  await desk.type('notice', 'prepare', '--wave', 'metadata', '--state', desk.state);
  const shown = async (party: string) => {
    const { text } = await desk.type('notice', 'show', '--text', '--party', party, '--state', desk.state);
    return text.replaceAll(/\s+/g, ' ');
  };
  // Three of the six cannot be judged: one in another mailbox, two of a month later.
  expect(await shown('ines.varela@example.com')).toContain(
    'This notice is about 6 emails, in 2 of our mailboxes, dated 11 September to 11 October 2001:',
  );
});
