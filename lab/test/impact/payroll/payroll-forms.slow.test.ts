import { expect, test } from 'vitest';
import { listPeople } from '../../commands/impact/opened-findings.ts';
import { FindingIncident } from '../finding/finding-incident.ts';
import { toCsv, toHtml, toPdf, toPlain, toXlsx } from './payroll-forms.ts';
import { makePayroll, PAYROLL_PEOPLE, type PayrollTable } from './payroll-people.ts';

const attach = (type: string, name: string, content: Buffer): string =>
  `--b\nContent-Type: text/plain\n\nSee the sheet.\n--b\nContent-Type: ${type}\nContent-Disposition: attachment; filename=${name}\nContent-Transfer-Encoding: base64\n\n${content.toString('base64').replace(/.{76}/g, '$&\n')}\n--b--\n`;

const MIXED = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n';
const toType = (type: string): string =>
  `MIME-Version: 1.0\nContent-Type: ${type}; charset=utf-8\nContent-Transfer-Encoding: base64\n`;
const toBase64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\n');

const FORMS: Readonly<Record<string, (tables: readonly PayrollTable[]) => { fields: string; text: string }>> = {
  csv: (tables) => ({ fields: MIXED, text: attach('text/csv', 'payroll.csv', toCsv(tables)) }),
  xlsx: (tables) => ({ fields: MIXED, text: attach('application/zip', 'payroll.xlsx', toXlsx(tables)) }),
  pdf: (tables) => ({ fields: MIXED, text: attach('application/pdf', 'payroll.pdf', toPdf(tables)) }),
  html: (tables) => ({ fields: toType('text/html'), text: toBase64(toHtml(tables)) }),
  plain: (tables) => ({ fields: toType('text/plain'), text: toBase64(toPlain(tables)) }),
};

test('names 200 persons of a payroll in each form, with elements and residence', async () => {
  const incident = new FindingIncident();
  const written = Object.entries(FORMS).map(([form, toMail], number) => {
    const { tables, people } = makePayroll(number);
    incident.mail(`ada/${form}.eml`, {
      from: 'Kay Holm <kay@harbor.example>',
      date: 'Mon, 10 Sep 2018 14:05:00 +0000',
      ...toMail(tables),
    });
    return { form, people };
  });
  await incident.run();
  const lines = (await listPeople(incident.state, null)).filter(({ relation }) => relation === 'text');
  const byName = Map.groupBy(lines, ({ name }) => name);
  for (const { form, people } of written) {
    expect(people.length).toBe(PAYROLL_PEOPLE);
    const missed = people.flatMap((person) => {
      const own = byName.get(person.name) ?? [];
      const kinds = [...new Set(own.map(({ kind }) => kind))].sort();
      const found = { name: person.name, kinds, country: own[0]?.country ?? '', region: own[0]?.region ?? '' };
      const isSame = JSON.stringify(found) === JSON.stringify(person);
      return isSame && new Set(own.map(({ person: id }) => id)).size === 1 ? [] : [{ person, found }];
    });
    expect({ form, missed }).toEqual({ form, missed: [] });
  }
  expect(byName.size).toBe(PAYROLL_PEOPLE * written.length);
});
