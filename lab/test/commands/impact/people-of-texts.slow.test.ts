import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportGdpr } from '../../../src/commands/transparency/report-gdpr.ts';
import { FindingIncident } from '../../impact/finding/finding-incident.ts';
import { toCsv } from '../../impact/payroll/payroll-forms.ts';
import { makePayroll } from '../../impact/payroll/payroll-people.ts';
import { readingState } from '../../opened-state.ts';
import { decidePersons, listPeople, readFindingFigures, undoDecision } from './opened-findings.ts';
import { eraseByTwo, makeOperators } from './quay-incident.ts';

const PAYROLL = `Employee,SSN,Date of birth,Street,City,State,ZIP,IBAN
"Weber, Ina",536-22-8726,1980-03-12,12 Harbor St,Springfield,IL,62704,DE62370400440532013001
Tom Keller,212-34-5678,1975-11-02,9 Quay Rd,Austin,TX,78701,
Lea Brandt,219-45-6789,1991-07-23,4 Pier Ave,Austin,TX,78701,
`;

/** A mail from the payroll clerk with one attachment. */
function attach(incident: FindingIncident, place: string, name: string, content: string): void {
  incident.mail(place, {
    from: 'Kay Holm <kay@harbor.example>',
    to: 'Ada Okafor <ada@harbor.example>',
    fields: 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n',
    text: `--b\nContent-Type: text/plain\n\nSee the sheet.\n--b\nContent-Type: text/csv; name=${name}\nContent-Disposition: attachment; filename=${name}\n\n${content}\n--b--`,
  });
}

test('names the persons of a payroll sheet with elements and residence, not those who mailed it', async () => {
  const incident = new FindingIncident();
  attach(incident, 'ada/1.eml', 'payroll.csv', PAYROLL);
  incident.mail('ada/2.eml', { subject: 'Call', text: "Ina Weber's passport number is C01X00T47.\n" });
  await incident.run();
  const out = incident.path('people.csv');
  const lines = await listPeople(incident.state, out);
  expect(
    lines
      .map(({ relation, name, country, region, indicated, kind, messages, basis }) =>
        [relation, name, country, region, indicated.join(), kind, messages, basis].join(' '),
      )
      .sort(),
  ).toEqual([
    'text Ina Weber    passport 1 text',
    'text Ina Weber US US-IL US bank-account 1 text',
    'text Ina Weber US US-IL US birth-date 1 text',
    'text Ina Weber US US-IL US home-address 1 text',
    'text Ina Weber US US-IL US national-id 1 text',
    'text Lea Brandt US US-TX US birth-date 1 text',
    'text Lea Brandt US US-TX US home-address 1 text',
    'text Lea Brandt US US-TX US national-id 1 text',
    'text Tom Keller US US-TX US birth-date 1 text',
    'text Tom Keller US US-TX US home-address 1 text',
    'text Tom Keller US US-TX US national-id 1 text',
  ]);
  expect(readFileSync(out, 'utf8')).not.toMatch(/536-?22|DE8937/);
  const figures = Object.fromEntries(
    (await readFindingFigures(incident.state)).map(({ name, value }) => [name, value]),
  );
  expect(figures['persons-per-region']).toEqual({ 'US-IL': 1, 'US-TX': 2, unknown: 1 });
  expect(figures['persons-per-country']).toEqual({ 'US.least': 3, 'US.most': 3, unknown: 1 });
  expect(figures['data-subjects']).toMatchObject({ textsLeast: 3 });
});

test('the report of Article 33 states no fewer persons than the figures of findings', async () => {
  const incident = new FindingIncident();
  const rows = Array.from(
    { length: 30 },
    (_, n) =>
      `Lea B${'abcdefghijklmnopqrstuvwxyzaeio'.charAt(n)}${n % 2 === 0 ? 'rt' : 'nd'}olm,1980-03-${n % 28 < 9 ? '0' : ''}${(n % 28) + 1}`,
  );
  attach(incident, 'ada/1.eml', 'list.csv', `Employee,Date of birth\n${rows.join('\n')}\n`);
  await incident.run();
  const figures = Object.fromEntries(
    (await readFindingFigures(incident.state)).map(({ name, value }) => [name, value]),
  );
  const { report } = await readingState(incident.state, (state) => reportGdpr(state, null));
  const stated = report.lines.find((line) => line.is === 'figure' && line.figure.name === 'data-subjects');
  expect(figures['data-subjects']).toMatchObject({ least: 30 });
  expect(stated).toMatchObject({ figure: { value: figures['data-subjects'] } });
  const named = report.lines.flatMap((line) =>
    line.is === 'figure' && line.figure.name.startsWith('persons-') ? [[line.figure.name, line.figure.value]] : [],
  );
  expect(named.length).toBe(4);
  expect(named).toEqual(named.map(([name]) => [name, figures[String(name)]]));
  expect(figures['persons-per-country']).toEqual({ unknown: 30 });
});

const listFiles = (...folders: readonly string[]): readonly string[] =>
  folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile()),
  );

/** A text as it is, in two bytes a character, in hex, and in base64 at each of the three places in its groups. */
function toForms(text: string): readonly Buffer[] {
  const shifted = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), Buffer.from(text)])
      .toString('base64')
      .slice(shift === 0 ? 0 : shift + 1, -4),
  );
  return [
    ...[Buffer.from(text), Buffer.from(text, 'utf16le')],
    ...[Buffer.from(text).toString('hex'), ...shifted].map((form) => Buffer.from(form)),
  ];
}

test('200 names out of texts stand in the state sealed only, and nowhere once findings are erased', async () => {
  const incident = new FindingIncident();
  const { tables, people } = makePayroll(6);
  attach(incident, 'ada/1.eml', 'payroll.csv', toCsv(tables).toString());
  await makeOperators(incident);
  await incident.run();
  // Given and family name beside each other, as they stand in the sheet or are shown.
  const names = people.flatMap(({ name }) => [name, name.replace(/^(\S+) (.+)$/, '$2, $1')]);
  const forms = names.flatMap(toForms);
  const findNames = () => {
    const files = listFiles(incident.state, incident.out).map((path) => ({ path, bytes: readFileSync(path) }));
    return files.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ path }) => path);
  };
  const listed = new Set((await listPeople(incident.state, null)).map(({ name }) => name));
  expect(people.filter(({ name }) => !listed.has(name))).toEqual([]);
  // The control: the same search finds them in the list.
  const list = join(incident.out, 'people.csv');
  await listPeople(incident.state, list);
  expect(findNames()).toEqual([list]);
  rmSync(list);
  const sealed = await incident.inStore((store) => store.db.selectFrom('impact_searched').select('persons').execute());
  const blob = Buffer.from((sealed[0]?.persons ?? 'none').slice(0, 60));
  const findSealed = () => listFiles(incident.state).some((path) => readFileSync(path).includes(blob));
  expect(findSealed()).toBe(true);
  await eraseByTwo(incident, null);
  expect(findSealed()).toBe(false);
  expect(await listPeople(incident.state, null)).toEqual([]);
  await incident.run();
  expect(findNames()).toEqual([]);
});

test('what people decide about who is one person holds in later runs, until it is taken back', async () => {
  const incident = new FindingIncident();
  attach(incident, 'ada/1.eml', 'payroll.csv', PAYROLL);
  incident.mail('ada/2.eml', { subject: 'Call', text: "Ina Weber's passport number is C01X00T47.\n" });
  await incident.run();
  const findIna = async () => {
    const lines = (await listPeople(incident.state, null)).filter(({ name }) => name === 'Ina Weber');
    return [...new Set(lines.map(({ person }) => person))];
  };
  const ids = await findIna();
  expect(ids.length).toBe(2);
  const by = { by: 'Ines', why: 'one contract' };
  const merged = await decidePersons(incident.state, 'merge', ids, by);
  incident.mail('ada/3.eml', { subject: 'Lunch', text: 'See you at noon.' });
  await incident.run();
  const [joined = ''] = await findIna();
  expect((await findIna()).length).toBe(1);
  await decidePersons(incident.state, 'split', [joined], by);
  expect((await findIna()).length).toBe(2);
  await undoDecision(incident.state, merged.sequence + 1, by);
  expect((await findIna()).length).toBe(1);
  await undoDecision(incident.state, merged.sequence, by);
  expect((await findIna()).length).toBe(2);
  await expect(decidePersons(incident.state, 'merge', ['0'.repeat(16)], by)).rejects.toMatchObject({
    code: 'unknown-person',
  });
  await expect(decidePersons(incident.state, 'split', ids.slice(0, 1), by)).rejects.toMatchObject({
    code: 'nothing-decided',
  });
});
