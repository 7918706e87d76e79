import { detectFindings } from '@candor/core/impact/detectors';
import { describe, expect, test } from 'vitest';

function find(text: string): readonly string[] {
  return detectFindings(text).map(({ detector, value, confidence }) => `${detector} ${confidence} ${value}`);
}

describe('a heading is the label of its column', () => {
  test.each([
    ['Name,Date of birth\nAnna Example,14.03.1961\n', ['birth-date-table likely 14.03.1961']],
    ['Name,DOB\n"Muster, Anna","03/14/1961"\n', ['birth-date-table likely 03/14/1961']],
    ['Name;Geburtsdatum;Ort\nMuster;14.03.1961;Kiel\n', ['birth-date-table likely 14.03.1961']],
    ['Nom\tDate de naissance\nAnna\t14/03/1961\n', ['birth-date-table likely 14/03/1961']],
    ['| Nombre | Fecha de nacimiento |\n|---|---|\n| Ana | 14/03/1961 |\n', ['birth-date-table likely 14/03/1961']],
    ['employeeId,dateOfBirth\n17,1961-03-14 00:00:00\n', ['birth-date-table likely 1961-03-14']],
    ['Name      Passport no.\nAnna      C01X00T47\n', ['passport-table likely C01X00T47']],
    ['Name\tReisepass-Nr.\tStatus\nAnna\tC01X00T47\t\n', ['passport-table likely C01X00T47']],
    ["Name\tDriver's license #\nAnna\tD1234567\n", ['driving-licence-table likely D1234567']],
    ['Name;Steuernummer\nAnna;21/815/08150\n', ['tax-id-table likely 21/815/08150']],
    ['User ID\tRole\nanna.muster\tclerk\n', ['login-name-table likely anna.muster']],
    [
      'System\tUser\tPassword\nSAP\tamuster\ttide77x\n',
      ['login-name-table likely amuster', 'credential-table likely tide77x'],
    ],
  ])('%j', (text, expected) => {
    expect(find(text)).toEqual(expected);
  });

  test('for all rows, however many, and past a line that is no row', () => {
    const row = 'Anna\t14.03.1961\n';
    expect(find(`Name\tDOB\n${row.repeat(700)}second line of a cell\n${row}`)).toHaveLength(701);
  });

  test('until the table ends', () => {
    expect(find('Name\tDOB\nAnna\t14.03.1961\n\nBye\n\nMeeting\t15.03.1961\n')).toEqual([
      'birth-date-table likely 14.03.1961',
    ]);
  });

  test('in a quoted reply, and where the first cells are empty', () => {
    expect(find('> Name | DOB\n> Anna | 14.03.1961\n')).toEqual(['birth-date-table likely 14.03.1961']);
    expect(find('Name | Team | DOB\n | Sales | 14.03.1961\n')).toEqual(['birth-date-table likely 14.03.1961']);
  });

  test('also of numbers with a checksum, far below their heading', () => {
    const rows = 'Anna\t12 345 678 901\n'.repeat(5);
    expect(find(`Name\tSteuer-ID\n${rows}Jan\t36574261809\n`)).toEqual([
      'national-id-de-idnr-table certain 36574261809',
    ]);
    const others = 'Anna\t1234 5678 9012 3456\n'.repeat(5);
    expect(find(`Name\tCard number\n${others}Jan\t4111 1111 1111 1129\n`)).toEqual([
      'payment-card-table certain 4111 1111 1111 1129',
    ]);
    expect(find(`Name\tIBAN\n${others}Jan\tDE62370400440532013001\n`)).toEqual([
      'bank-account-iban-table certain DE62370400440532013001',
    ]);
    expect(find(`Name\tReference\n${others}Jan\t4111 1111 1111 1129\n`)).toEqual([
      'payment-card weak 4111 1111 1111 1129',
    ]);
    expect(find(`Name\tSSN\n${rows}Jan\t536-90-4399\n`)).toEqual(['national-id-us-ssn-table likely 536-90-4399']);
  });
});

test('columns by spaces keep their places where a cell is empty', () => {
  const heading = 'Name          NI number     Date of birth   Salary';
  const rows = ['Anna Example                1961-03-14      41,250.00', 'Peter Muster  JK221243A     1962-03-14'];
  expect(find([heading, ...rows].join('\n'))).toEqual([
    'birth-date-table likely 1961-03-14',
    'salary-table likely 41,250.00',
    'national-id-gb-nino likely JK221243A',
    'birth-date-table likely 1962-03-14',
  ]);
  expect(find(`${heading}\n     Anna    1961-03-14\n`)).toEqual([]);
});

test('a row with the name of another column is a row: CF10 1EP is a postcode in Cardiff', () => {
  expect(find('Name\tDOB\tPostcode\nAnna\t14.03.1961\tCF10 1EP\nJan\t15.03.1961\tLS1 4AP\n')).toEqual([
    'birth-date-table likely 14.03.1961',
    'birth-date-table likely 15.03.1961',
  ]);
  expect(find('Name\tDOB\tTeam\nAnna\t14.03.1961\tIBAN\nJan\t15.03.1961\tB\n').length).toBe(2);
});

test.each([
  'Name,Hire date\nAnna,14.03.1961\n',
  'Name,Passport expiry\nAnna,14.03.2031\n',
  'User\tLast login\nanna\tjan-14\n',
  'User ID\tRole\n10234\tclerk\n',
  'Vendor\tCompany tax ID\nHarbor\t912-71-1234\n',
  'Software licence;Count\nEditor;1234567\n',
  'Deal\tCounterparty\n36574261809\tHarbor\n',
  'Send me your name, date of birth, and address.\nOn Monday, 14.03.2001, we meet.\n',
  'Name,DOB\nAnna,unknown\nJan,n/a\n',
  'Name,DOB,Team\nAnna,14.03.1961\n',
  // A heading does not go on in the first row.
  'Name\tPassport no.\n123456789\n',
  'Fecha de alta\tInvoice number\tMontant\tReisepass-Nr.\tDOB\n24.10.2002\t123456789\t1\t\t\n',
])('not: %j', (text) => {
  expect(find(text)).toEqual([]);
});

test('of tables of random numbers nothing is certain but below the name of a number with a checksum', () => {
  const headings = ['Deal', 'Order no.', 'Meter', 'Phone', 'Passport no.', 'DOB', 'User ID', 'Account'];
  const rows = Array.from({ length: 3000 }, (_, at) =>
    headings.map((_heading, column) =>
      String((at * 7_919 + column * 104_729) * 1_299_709)
        .padStart(11, '1')
        .slice(0, 11),
    ),
  );
  const text = [headings, ...rows].map((row) => row.join('\t')).join('\n');
  expect(detectFindings(text).filter(({ confidence }) => confidence === 'certain')).toEqual([]);
});
