import { detectFindings } from '@candor/core/impact/detectors';
import { readPersons, readResidence } from '@candor/core/impact/persons';
import { expect, test } from 'vitest';

const AT = Date.parse('2026-03-01T00:00:00Z') / 1000;

function read(text: string) {
  return readPersons(text, detectFindings(text), AT).map(({ name, findings, residence, indicated, isMinor }) => ({
    name,
    kinds: findings.map(({ kind }) => kind),
    country: residence?.region ?? residence?.country ?? null,
    indicated: indicated.join(),
    isMinor,
  }));
}

const nobody = { country: null, indicated: '', isMinor: false };

test('reads a row of a table as one person, with the residence that its address says', () => {
  const rows = read(
    `Employee,SSN,Date of birth,Address,City,State,ZIP
"Weber, Ina",536-22-8726,1980-03-12,12 Harbor St,Springfield,IL,62704
Tom Keller,212-34-5678,2012-05-06,"9 Quay Rd, Austin, TX 78701",Austin,TX,78701
`,
  );
  expect(rows).toEqual([
    {
      name: 'Weber, Ina',
      kinds: ['national-id', 'birth-date', 'home-address'],
      country: 'US-IL',
      indicated: 'US',
      isMinor: false,
    },
    {
      name: 'Tom Keller',
      kinds: ['national-id', 'birth-date', 'home-address'],
      country: 'US-TX',
      indicated: 'US',
      isMinor: true,
    },
  ]);
});

test('reads first and last names of two columns, in other languages too', () => {
  const rows = read(`Nachname;Vorname;Geburtsdatum;IBAN;PLZ;Land
Weber;Ina;12.03.1980;DE62 3704 0044 0532 0130 01;20457;Deutschland
`);
  expect(rows).toEqual([{ ...nobody, name: 'Weber, Ina', kinds: ['birth-date', 'bank-account'], country: 'DE-HH' }]);
});

test('reads entries with labels, each with its own name', () => {
  const entries = read(`Name: Ina Weber
SSN: 536-22-8726
Date of birth: 12 March 1980

Name: Tom Keller
SSN: 212-34-5678
`);
  expect(entries.map(({ name, kinds }) => [name, kinds.join()])).toEqual([
    ['Ina Weber', 'national-id,birth-date'],
    ['Tom Keller', 'national-id'],
  ]);
});

test('reads a sentence with one name, and a list of names with their numbers', () => {
  expect(read("Please set up Ina Weber's account, SSN 536-22-8726.").map(({ name }) => name)).toEqual(['Ina Weber']);
  expect(read('Ina Weber joins us in May. Her SSN is 536-22-8726.').map(({ name }) => name)).toEqual(['Ina Weber']);
  expect(read('Ina Weber (SSN 536-22-8726), Thomas Keller (SSN 212-34-5678)').map(({ name }) => name)).toEqual([
    'Ina Weber',
    'Thomas Keller',
  ]);
});

test('names nobody where it is not said who is meant', () => {
  const names = (text: string) => read(text).map(({ name }) => name);
  expect(names('Ina Weber asked Thomas Keller for the SSN 536-22-8726.')).toEqual(['']);
  expect(names('Please pay Deutsche Bank, IBAN DE62 3704 0044 0532 0130 01.')).toEqual(['']);
  expect(names('Name: Harbor Supplies Ltd\nIBAN: DE62 3704 0044 0532 0130 01')).toEqual(['']);
  expect(names('Social Security Number: 536-22-8726')).toEqual(['']);
  expect(names('The password is Quay#4711-north')).toEqual([]);
});

test('takes residence from an address or a postcode with its country only', () => {
  const where = (written: Parameters<typeof readResidence>[0]) => {
    const found = readResidence(written);
    return found === null ? null : (found.region ?? found.country);
  };
  expect(where({ address: '12 Harbor St, Springfield, IL 62704' })).toBe('US-IL');
  expect(where({ address: '1 High St, Leeds LS1 4AP' })).toBe('GB-ENG');
  expect(where({ address: 'Hafenstr. 7, D-20457 Hamburg' })).toBe('DE-HH');
  expect(where({ address: 'Hafenstr. 7, 20457 Hamburg, Germany' })).toBe('DE-HH');
  expect(where({ postcode: '62704', state: 'IL', country: 'USA' })).toBe('US-IL');
  expect(where({ address: '5 King St, Toronto M5V 2T6' })).toBe('CA-ON');
  expect(where({ address: 'Hafenstr. 7, 20457 Hamburg' })).toBe(null);
  expect(where({ country: 'Germany' })).toBe(null);
  expect(where({ postcode: '20457' })).toBe(null);
  expect(where({ address: '12 Harbor St, Springfield, IL 62704', country: 'Germany' })).toBe('DE');
});
