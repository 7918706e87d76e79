import { detectFindings } from '@candor/core/impact/detectors';
import { describe, expect, test } from 'vitest';
import { toReadText } from '../../../src/impact/finding/html-text.ts';
import { NO_DATES, toSheetDate } from '../../../src/impact/finding/sheet-dates.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import { readAttachment } from './read-attachment.ts';

async function readOffice(name: string, members: Readonly<Record<string, string>>): Promise<string> {
  const zip = makeZip(Object.entries(members).map(([member, content]) => ({ name: member, content })));
  const { text, unread } = await readAttachment(zip, name);
  expect(unread).toEqual([]);
  return text;
}

const find = (text: string) => detectFindings(text).map(({ kind, value }) => `${kind} ${value}`);

const EXPECTED = ['birth-date 14.03.1961', 'passport C01X00T47', 'birth-date 15.03.1961', 'passport C01X00T48'];

describe('a table has a line for each row and a tab between its cells', () => {
  test('in HTML, with paragraphs in its cells as mail programs write them, and an empty cell first', () => {
    const cell = (text: string) => `<td><p class=x>${text}</p></td>`;
    const row = (...cells: readonly string[]) => `<tr>\n${cells.map(cell).join('\n')}\n</tr>`;
    const text = toReadText(
      `<p>Hello</p><table>${row('Name', 'Date of birth', 'Passport no.')}${row('', '14.03.1961', 'C01X00T47')}${row('Jan', '15.03.1961', 'C01X00T48')}</table><p>Bye</p>`,
    );
    expect(text).toBe(
      'Hello\nName\tDate of birth\tPassport no.\n\t14.03.1961\tC01X00T47\nJan\t15.03.1961\tC01X00T48\nBye\n',
    );
    expect(find(text)).toEqual(EXPECTED);
  });

  test('in HTML: cells of several blocks keep their lines, and empty rows are none', () => {
    expect(
      toReadText('<table><tr><td><p>a</p><p>b</p><td>c<tr><td><td><tr><td>d</table><div><b></b><p>e</p></div>'),
    ).toBe('a\nb\tc\n\t\nd\ne\n');
  });

  test('in Word', async () => {
    const cell = (text: string) => `<w:tc><w:tcPr/><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
    const table = `<w:tbl>${row('Name', 'Geburtsdatum', 'Reisepass-Nr.')}${row('', '14.03.1961', 'C01X00T47')}${row('Jan', '15.03.1961', 'C01X00T48')}</w:tbl>`;
    const text = await readOffice('a.docx', { 'word/document.xml': `<w:document xmlns:w="w">${table}</w:document>` });
    expect(text).toBe('Name\tGeburtsdatum\tReisepass-Nr.\t\n\t14.03.1961\tC01X00T47\t\nJan\t15.03.1961\tC01X00T48\t\n');
    expect(find(text)).toEqual(EXPECTED);
  });

  test('in OpenDocument, with cells that are repeated', async () => {
    const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
    const row = (cells: string) =>
      `<table:table-row>${cells}<table:table-cell table:number-columns-repeated="1021"/></table:table-row>`;
    const rows = [
      row(['Nom', 'Service', 'Date de naissance', 'N° de passeport'].map(cell).join('')),
      row(`<table:table-cell table:number-columns-repeated="2"/>${cell('14.03.1961')}${cell('C01X00T47')}`),
      row(['Jan', '', '15.03.1961', 'C01X00T48'].map(cell).join('')),
    ];
    const text = await readOffice('a.ods', {
      'content.xml': `<o xmlns:table="t" xmlns:text="x">${rows.join('')}</o>`,
    });
    expect(text.split('\n')[1]).toBe('\t\t14.03.1961\tC01X00T47\t\t');
    expect(find(text)).toEqual(EXPECTED);
  });

  describe('in Excel', () => {
    const cell = (reference: string, value: string, attributes = '') =>
      `<c r="${reference}" ${attributes}><v>${value}</v></c>`;
    const strings = ['Name', 'Fecha de nacimiento', 'Pasaporte', 'C01X00T47', 'C01X00T48', 'two\nlines'];
    const styles = (code: string) =>
      `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
    const sheet = `<worksheet><sheetData><row r="1">${cell('A1', '0', 't="s"')}${cell('C1', '1', 't="s"')}${cell('D1', '2', 't="s"')}</row><row r="2">${cell('C2', '22354', 's="1"')}${cell('D2', '3', 't="s"')}</row><row r="3">${cell('A3', '5', 't="s"')}${cell('C3', '22355', 's="2"')}${cell('D3', '4', 't="s"')}</row><row r="4">${cell('B4', '22355', 's="0"')}</row></sheetData></worksheet>`;
    const read = (code: string, workbook = '<workbook/>') =>
      readOffice('a.xlsx', {
        'xl/worksheets/sheet1.xml': sheet,
        'xl/workbook.xml': workbook,
        'xl/styles.xml': styles(code),
        'xl/sharedStrings.xml': `<sst>${strings.map((each) => `<si><t>${each}</t></si>`).join('')}</sst>`,
      });

    test('cells that the file leaves out are put back, and days are written as dates', async () => {
      const text = await read('dd/mm/yyyy;@');
      expect(text).toBe(
        'Name\t\tFecha de nacimiento\tPasaporte\t\n\t\t1961-03-14\tC01X00T47\t\ntwo lines\t\t1961-03-15\tC01X00T48\t\n\t22355\t\n',
      );
      expect(find(text)).toEqual([
        'birth-date 1961-03-14',
        'passport C01X00T47',
        'birth-date 1961-03-15',
        'passport C01X00T48',
      ]);
    });

    test('a format of numbers is none of dates, whatever words stand in it', async () => {
      expect(await read('[Red]0.00&quot; days&quot;')).toContain('two lines\t\t22355\tC01X00T48');
    });

    test.each([
      ['1', '1900-01-01'],
      ['59', '1900-02-28'],
      ['61', '1900-03-01'],
      ['22354.5', '1961-03-14 12:00'],
      ['0', null],
      ['3000000', null],
      ['n/a', null],
    ])('day %s is %s', (days, expected) => {
      expect(toSheetDate(days, NO_DATES)).toBe(expected);
    });

    test('days are counted from 1904 where the workbook says so', async () => {
      expect(await read('yyyy', '<workbook><workbookPr date1904="1"/></workbook>')).toContain(
        '\t1965-03-15\tC01X00T47',
      );
    });
  });
});
