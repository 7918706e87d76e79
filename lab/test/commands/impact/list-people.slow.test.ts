import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openStateForActing } from '../../../src/adapters/store/state-folder.ts';
import { readHolds, replaceFound } from '../../../src/review/store/hold-store.ts';
import { FindingIncident } from '../../impact/finding/finding-incident.ts';
import { listWithheld } from '../../opened-review.ts';
import { decideFindings, listFindings, listPeople, readFindingFigures, readPrivilegeLog } from './opened-findings.ts';

const SSN = 'SSN: 536-22-8726';

function makeIncident(): FindingIncident {
  const incident = new FindingIncident();
  incident.mail('ada/1.eml', { from: '"Weber, Ina" <ina@partner.test>', text: `${SSN}\n` });
  incident.mail('ada/2.eml', { from: 'Ina Weber <i.weber@partner.test>', subject: 'Again', text: `${SSN}\n` });
  incident.mail('ada/3.eml', { from: 'Ida Lund <ida@other.test>', subject: 'Lunch', text: 'See you at noon.' });
  incident.mail('ada/4.eml', {
    from: 'Ida Lund <ida@other.test>',
    subject: 'Login',
    text: 'password: Quay#4711-north',
  });
  incident.write('directory.csv', 'match,party,kind,name,country\npartner.test,partner,organization,Partner,DE\n');
  incident.describe('directory: directory.csv\ncounsel: [firm.test]\n');
  return incident;
}

test('joins people in mail with personal data by name, and counts by kind and country', async () => {
  const incident = makeIncident();
  await incident.run();
  const out = incident.path('people.csv');
  const lines = await listPeople(incident.state, out);
  const common = { region: '', isMinor: false, country: '', kind: 'national-id', messages: 2, values: 1 };
  const person = expect.stringMatching(/^[0-9a-f]{16}$/);
  expect(lines).toEqual([
    {
      relation: 'correspondent',
      party: 'partner',
      name: expect.stringContaining('Weber'),
      addresses: ['i.weber@partner.test', 'ina@partner.test'],
      ...{ ...common, person, indicated: ['DE'], basis: 'headers' },
    },
    {
      ...{ relation: 'own', party: '', name: '', addresses: ['ada@harbor.example'] },
      ...{ ...common, person, indicated: [], basis: 'headers' },
    },
    { relation: 'unnamed', party: '', name: '', addresses: [], ...common, person: '', indicated: [], basis: '' },
  ]);
  const text = readFileSync(out, 'utf8');
  expect(text.split('\n')[0]).toBe(
    'relation,party,country,name,addresses,kind,messages,values,person,region,indicated,minor,basis',
  );
  expect(text).not.toMatch(/536-?22/);
  const figures = Object.fromEntries(
    (await readFindingFigures(incident.state)).map(({ name, value }) => [name, value]),
  );
  expect(figures['data-subjects']).toEqual({
    ...{ least: 1, most: 5, ownLeast: 1, ownMost: 1, outsideLeast: 0, outsideMost: 3, textsLeast: 1, textsMost: 1 },
  });
  expect(figures['personal-messages-per-country']).toEqual({ DE: 2 });
  expect(figures['finding-messages']).toEqual({ secret: 1, financial: 0, person: 2, sensitive: 0 });
  const { findings } = await listFindings(incident.state, { kind: 'national-id' }, { from: 0, limit: 1 });
  await decideFindings(incident.state, 'dismiss', { value: findings[0]?.value ?? 0 }, { by: 'Ines', why: 'a sample' });
  expect(await listPeople(incident.state, null)).toEqual([]);
});

test('counsel and marks fill the hold queue and the privilege log; a footer holds nothing', async () => {
  const incident = makeIncident();
  incident.mail('ada/5.eml', { from: 'kay@firm.test', subject: 'Secret subject', text: 'As discussed.' });
  incident.mail('ada/6.eml', { subject: 'Advice', text: 'Attorney-client privilege: do not forward.' });
  for (let n = 0; n < 6; n += 1)
    incident.mail(`ada/foot${n}.eml`, {
      from: 'max@foot.test',
      subject: `n${n}`,
      text: `Berth ${n}.\n\nThis mail may be subject to attorney-client privilege.`,
    });
  await incident.run();
  const out = incident.path('privilege.csv');
  const { messages, footers, held } = await readPrivilegeLog(incident.state, { out, hold: null });
  expect(messages.map(({ from, basis }) => [from.join(), basis.join()]).sort()).toEqual([
    ['guest@partner.test', 'mark'],
    ['kay@firm.test', 'counsel'],
  ]);
  expect([footers, held]).toEqual([6, null]);
  const log = readFileSync(out, 'utf8');
  expect(log.split('\n')[0]).toBe('message,date,from,to,type,basis');
  expect(log).toContain('2001-09-10T14:05:00Z,kay@firm.test,ada@harbor.example,email,counsel');
  expect(log).not.toMatch(/Secret subject|Advice/);
  expect(await listWithheld(incident.state, null, false)).toEqual([]);
  expect((await readPrivilegeLog(incident.state, { out: null, hold: { by: 'Ines', why: 'counsel asked' } })).held).toBe(
    2,
  );
  const holds = await listWithheld(incident.state, null, false);
  expect(holds.map(({ party, reason }) => [party, reason]).sort()).toEqual([
    ['firm.test', 'privilege'],
    ['partner', 'privilege'],
  ]);
  expect((await readPrivilegeLog(incident.state, { out: null, hold: { by: 'Ines', why: 'counsel asked' } })).held).toBe(
    0,
  );
});

test('projecting reverts only its own holds that no longer apply, never the privilege log', async () => {
  const incident = makeIncident();
  incident.mail('ada/5.eml', { from: 'kay@firm.test', subject: 'Secret subject', text: 'As discussed.' });
  await incident.run();
  await readPrivilegeLog(incident.state, { out: null, hold: { by: 'Ines', why: 'counsel asked' } });
  const [held] = await listWithheld(incident.state, null, false);
  const state = await openStateForActing(incident.state);
  await replaceFound(state.store, 'firm.test', [{ message: 'ab'.repeat(32), reason: 'quoted' }], 1);
  expect((await readHolds(state.store, 'firm.test')).map(({ reason }) => reason).sort()).toEqual([
    'privilege',
    'quoted',
  ]);
  await replaceFound(state.store, 'firm.test', [], 2);
  expect((await readHolds(state.store, 'firm.test')).map(({ id }) => id)).toEqual([held?.id]);
  await state.close();
});
