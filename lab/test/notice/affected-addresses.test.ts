import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStateForReading } from '../../src/adapters/store/state-folder.ts';
import { toIncidentOf } from '../../src/commands/load-incident.ts';
import { listAffectedMail } from '../../src/commands/notice/party-addresses.ts';
import { requireLastVersion } from '../../src/commands/open-version.ts';
import { silentProgress } from '../../src/commands/progress.ts';
import { runIncident } from '../../src/commands/run-incident.ts';
import { readImpactInputs } from '../../src/impact/impact-inputs.ts';
import { readParties } from '../../src/impact/store/party-store.ts';
import { readPartiesNow } from '../../src/notice/party/parties-now.ts';
import { withhold } from '../opened-review.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

const folder = makeTemporaryFolder();
const incident = join(folder, 'incident.yaml');
const statePath = join(folder, 'state');

function write(path: string, id: string, headers: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  const date = 'Date: 12 Sep 2001 10:00:00 +0000';
  writeFileSync(join(folder, path), `${headers}\n${date}\nMessage-ID: <${id}@lamp.example>\n\n${id}\n`);
}

async function read() {
  const state = await openStateForReading(statePath);
  try {
    const version = await requireLastVersion(state);
    const known = toIncidentOf(version);
    const sources = { incident: known, version, inputs: readImpactInputs(known, version.inputs) };
    const parties = await readParties(state.store, version.version);
    const told = await readPartiesNow(state.store, { ...sources, reached: new Set() });
    const figure = told.find(({ party }) => party === 'northwind.example')?.figures.affectedAddresses;
    const affected = (await listAffectedMail(state.store, sources, parties)).get('northwind.example')?.addresses;
    return { figure, ...affected };
  } finally {
    await state.close();
  }
}

test("lists a party's own addresses, and counts those that a list would reveal", async () => {
  const from = (name: string) => `From: ${name}@northwind.example`;
  write('keeper/jo1.eml', 'jo1', `${from('jo')}\nTo: keeper@lamp.example, ed@northwind.example`);
  write('keeper/jo2.eml', 'jo2', `${from('jo')}\nTo: keeper@lamp.example`);
  // Three ways to a quiet mailbox: its own copy, an alias of it in another mailbox, and another mailbox beside it,
  // which is not quiet.
  write('ombud/1.eml', 'quiet1', `${from('whistle')}\nTo: undisclosed-recipients:;`);
  write('keeper/alias.eml', 'quiet2', `${from('alias')}\nTo: Trust@lamp.example`);
  write('keeper/both.eml', 'both', `${from('open')}\nTo: ombud@lamp.example, keeper@lamp.example`);
  write('keeper/bcc.eml', 'bcc', 'From: keeper@lamp.example\nTo: all@other.example\nBcc: blind@northwind.example');
  write('keeper/counsel.eml', 'counsel', `${from('legal')}\nTo: keeper@lamp.example\nCc: x@law.example`);
  write('keeper/private.eml', 'private', `${from('friend')}\nTo: keeper@lamp.example`);
  const mailbox = (custodian: string, more = '') =>
    `  - { custodian: ${custodian}, address: ${custodian}@lamp.example, evidence: ${custodian}${more} }\n`;
  const notice =
    'log: { origin: lamp.example/log }\nnotice: { page: lamp.example/notice, from: { name: Lamp, address: n@lamp.example }, reply: a@lamp.example, bounce: b@lamp.example, telephone: "1", quietMailboxes: [OMBUD@lamp.example] }\n';
  writeFileSync(
    incident,
    `incident: x\norganization: { name: Lamp Works, domains: [lamp.example] }\nwindow: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }\ncounsel: [law.example]\nmailboxes:\n${mailbox('keeper')}${mailbox('ombud', ', names: [trust@lamp.example]')}intruder: { sessions: [night] }\n${notice}`,
  );
  await runIncident({ incident, state: statePath, out: null, workers: 1, accept: [], progress: silentProgress });
  const before = await read();
  expect(before.figure).toBe(8);
  expect(before).toMatchObject({
    total: 8,
    listed: [
      { address: 'jo@northwind.example', messages: 2 },
      { address: 'ed@northwind.example', messages: 1 },
      { address: 'friend@northwind.example', messages: 1 },
      { address: 'open@northwind.example', messages: 1 },
    ],
  });
  const order = { party: 'northwind.example', reason: 'private', why: 'family', by: 'Ines' } as const;
  await withhold(statePath, { ...order, message: '<private@lamp.example>' });
  const after = await read();
  expect(after.listed?.map(({ address }) => address)).not.toContain('friend@northwind.example');
  expect(after.total).toBe(8);
});
