import { openTypesetter } from '../../../src/adapters/files/typst.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';
import type { PayrollTable } from './payroll-people.ts';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Of several tables below each other, each with an empty line behind it. */
export function toCsv(tables: readonly PayrollTable[]): Buffer {
  const quote = (cell: string): string => (/[",]/.test(cell) ? `"${cell}"` : cell);
  const lines = tables.flatMap((table) => [...table.map((row) => row.map(quote).join(',')), '']);
  return Buffer.from(`${lines.join('\r\n')}\r\n`);
}

/** Days as a spreadsheet counts them, with a style that says so. */
const DAY_STYLE = 1;
const toDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** A workbook with a sheet for each table. Cells without text are left out, dates are numbers. */
export function toXlsx(tables: readonly PayrollTable[]): Buffer {
  const strings: string[] = [];
  const sheets = tables.map((table) => {
    const rows = table.map((row, at) => {
      const cells = row.map((cell, column) => {
        const reference = `${String.fromCharCode(65 + column)}${at + 1}`;
        if (cell === '') return '';
        if (DAY.test(cell)) return `<c r="${reference}" s="${DAY_STYLE}"><v>${toDays(cell)}</v></c>`;
        return `<c r="${reference}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
      });
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    });
    return `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
  });
  return makeZip([
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    {
      name: 'xl/styles.xml',
      content: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `<sst>${strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`,
    },
    ...sheets.map((content, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content })),
  ]);
}

/** The body of a mail into which somebody pasted the tables. */
export function toHtml(tables: readonly PayrollTable[]): string {
  const toRow = (row: readonly string[]): string =>
    `<tr>${row.map((cell) => `<td><p class=MsoNormal>${cell === '' ? '&nbsp;' : escapeXml(cell)}</p></td>`).join('')}</tr>`;
  const html = tables.map((table) => `<table border=1>${table.map(toRow).join('\n')}</table><p>&nbsp;</p>`);
  return `<html><body><p>Hello Ada,</p><p>the list for March:</p>${html.join('\n')}<p>Regards</p></body></html>`;
}

/** As a mail program without HTML shows a table: columns by spaces. */
export function toPlain(tables: readonly PayrollTable[]): string {
  const toLines = (table: PayrollTable): readonly string[] => {
    const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)) + 3);
    return table.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('')
        .trimEnd(),
    );
  };
  return `Hello Ada,\n\n${tables.flatMap((table) => [...toLines(table), '']).join('\n')}\nRegards\n`;
}

const SHEET = `#let tables = json(bytes(sys.inputs.tables))
#set document(title: "Payroll")
#set text(lang: "en", size: 8pt)
#set page(paper: "a4", flipped: true, margin: 1.2cm)
#for rows in tables [
  #table(
    columns: rows.at(0).len(),
    stroke: 0.4pt,
    table.header(repeat: sys.inputs.repeated == "yes", ..rows.at(0).map(cell => [#cell])),
    ..rows.slice(1).flatten().map(cell => [#cell]),
  )
  #pagebreak(weak: true)
]
`;

/** A printed list of several pages, with the heading on the first one, or on each. */
export function toPdf(tables: readonly PayrollTable[], repeated: 'yes' | 'no' = 'no'): Buffer {
  const typesetter = openTypesetter();
  try {
    return Buffer.from(typesetter.typeset(SHEET, { tables: JSON.stringify(tables), repeated }).toPdf(0));
  } finally {
    typesetter.close();
  }
}
