import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listPeople } from '../../lab/test/commands/impact/opened-findings.ts';
import { eraseByTwo, makeOperators } from '../../lab/test/commands/impact/quay-incident.ts';
import { FindingIncident } from '../../lab/test/impact/finding/finding-incident.ts';
import { toCsv, toHtml } from '../../lab/test/impact/payroll/payroll-forms.ts';
import { makePayroll, type PayrollTable } from '../../lab/test/impact/payroll/payroll-people.ts';
import { listFiles, searchFiles, ValueSearch } from './search-values.ts';

/** Names, numbers, days and addresses; a city or a country alone may stand anywhere. */
const isOwn = (cell: string): boolean => /\d{2}/.test(cell) || cell.includes(', ');
const toCells = (tables: readonly PayrollTable[]): readonly string[] =>
  tables.flatMap(([, ...rows]) => rows.flatMap((row) => row.filter(isOwn)));

const encode = (text: Buffer | string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n');
const toFields = (type: string): string =>
  `MIME-Version: 1.0\nContent-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n`;

test('names of texts are in people.csv only, and after an erasure in nothing that Candor keeps', {
  timeout: 300_000,
}, async () => {
  const incident = new FindingIncident();
  await makeOperators(incident);
  const [sheet, pasted] = [makePayroll(11), makePayroll(12)];
  incident.mail('ada/sheet.eml', { fields: toFields('text/csv'), text: encode(toCsv(sheet.tables)) });
  incident.mail('ada/pasted.eml', { fields: toFields('text/html'), text: encode(toHtml(pasted.tables)) });
  const names = [...sheet.people, ...pasted.people].map(({ name }) => name);
  const cells = [...toCells(sheet.tables), ...toCells(pasted.tables)];
  const search = new ValueSearch([...new Set([...names, ...cells])]);
  incident.write('for-counsel/people.csv', '');
  const exported = incident.path('for-counsel/people.csv');
  const written = () => listFiles(incident.folder, [incident.path('mail'), incident.path('for-counsel')]);

  await incident.run();
  const listed = await listPeople(incident.state, exported);
  // The controls: the file that is for names has all of them, and the evidence what stands in the rows.
  const inExport = search.find(readFileSync(exported));
  expect(names.filter((name) => !inExport.has(name))).toEqual([]);
  expect([...inExport].filter((value) => !names.includes(value))).toEqual([]);
  expect(new ValueSearch(cells).find(toCsv(sheet.tables)).size).toBeGreaterThan(300);
  expect(searchFiles(search, written())).toEqual([]);

  const ids = [...new Set(listed.map(({ person }) => person).filter((id) => id !== ''))];
  expect(ids.length).toBe(names.length);
  await eraseByTwo(incident, null);
  const gone = new ValueSearch(ids);
  await incident.run();
  expect(searchFiles(search, written())).toEqual([]);
  expect(searchFiles(gone, written())).toEqual([]);
  await expect(listPeople(incident.state, null)).resolves.toEqual([]);
});
