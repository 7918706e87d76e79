import {
  makeBirthDate,
  makeDigits,
  makeIban,
  makeNino,
  makeSsn,
  makeSteuerId,
  pick,
} from '../../../../core/test/impact/detectors/generated/values.ts';
import { createNumbers, type NumberSource } from '../../../../core/test/mutation.ts';

/** A table of a payroll: its heading, then a row for each person. */
export type PayrollTable = readonly (readonly string[])[];

/** What a row says of a person, as people.csv gives it. */
export interface WrittenPerson {
  readonly name: string;
  /** Sorted. */
  readonly kinds: readonly string[];
  readonly country: string;
  readonly region: string;
}

export interface Payroll {
  readonly tables: readonly PayrollTable[];
  readonly people: readonly WrittenPerson[];
}

const GIVEN =
  'Agnes Albert Amelia Anton Beatrice Bruno Camille Carsten Clara Daniel Dorothea Edward Elena Emil Esther Fabian Frances Georg Greta Gustav Hannah Henrik Ida Ingrid Jacob Johanna Julian Katharina Konrad Laura Leonard Louise Magnus Martha Nora Oscar Paula Richard Ruth Walter'.split(
    ' ',
  );
const FAMILY =
  'Achterberg Ahlgren Barrow Bergholm Brandt Calloway Corwin Dahlmann Delacroix Eastbrook Ekström Fairweather Falkner Garrick Grünewald Hallowell Harmsen Ingersoll Janssen Kestrel Kühnert Lindqvist Lovelace Mansfield Morgenroth Nightingale Osterfeld Pemberton Quillfeather Rautenberg Rosenquist Sandoval Schönfeld Tanager Thornbury Ulrichsen Vandermeer Weatherby Winterfeld Zellweger'.split(
    ' ',
  );

/** No two of 1,600 numbers have the same name. */
function nameOf(number: number): { readonly given: string; readonly family: string } {
  const row = Math.floor(number / GIVEN.length);
  return { given: GIVEN[number % GIVEN.length] ?? '', family: FAMILY[(number + row) % FAMILY.length] ?? '' };
}

const STATES = [
  ['Springfield', 'IL', '62704'],
  ['Austin', 'TX', '78701'],
  ['Albany', 'NY', '12207'],
  ['Portland', 'OR', '97204'],
] as const;
const GERMAN = [
  ['Hamburg', '20457', 'DE-HH'],
  ['Dresden', '01067', 'DE-SN'],
  ['München', '80331', 'DE-BY'],
  ['Köln', '50667', 'DE-NW'],
] as const;
const BRITISH = [
  ['Leeds', 'LS1 4AP', 'United Kingdom', 'GB', 'GB-ENG'],
  ['Cardiff', 'CF10 1EP', 'United Kingdom', 'GB', 'GB-WLS'],
  ['Toronto', 'M5V 2T6', 'Canada', 'CA', 'CA-ON'],
  ['Halifax', 'B3J 1S9', 'Canada', 'CA', 'CA-NS'],
] as const;

const makeDay = (next: NumberSource): string => {
  for (;;) {
    const day = makeBirthDate(next);
    if (day.includes('-')) return day;
  }
};
const makeSalary = (next: NumberSource): string => `${30 + next(90)},${makeDigits(next, 3)}.00`;

type Row = readonly [cells: readonly string[], kinds: readonly string[], country: string, region: string];

function makeAmerican(next: NumberSource, given: string, family: string): Row {
  const [city, state, zip] = pick(next, STATES);
  const salary = next(3) === 0 ? '' : makeSalary(next);
  const street = `${1 + next(90)} Harbor St`;
  return [
    [`${family}, ${given}`, makeSsn(next), makeDay(next), salary, street, city, state, zip],
    ['birth-date', 'home-address', 'national-id', ...(salary === '' ? [] : ['salary'])],
    'US',
    `US-${state}`,
  ];
}

function makeGerman(next: NumberSource, given: string, family: string): Row {
  const [city, postcode, region] = pick(next, GERMAN);
  const taxId = next(4) === 0 ? '' : makeSteuerId(next);
  return [
    [family, given, makeDay(next), taxId, makeIban(next), postcode, city, 'Deutschland'],
    ['bank-account', 'birth-date', ...(taxId === '' ? [] : ['national-id'])],
    'DE',
    region,
  ];
}

function makeBritish(next: NumberSource, given: string, family: string): Row {
  const [city, postcode, land, country, region] = pick(next, BRITISH);
  const nino = country === 'GB' ? makeNino(next) : '';
  return [
    [`${given} ${family}`, nino, makeDay(next), makeSalary(next), city, postcode, land],
    ['birth-date', ...(nino === '' ? [] : ['national-id']), 'salary'],
    country,
    region,
  ];
}

const TABLES = [
  ['Employee,SSN,Date of birth,Annual salary,Address,City,State,ZIP', makeAmerican, 80],
  ['Nachname,Vorname,Geburtsdatum,Steuer-ID,IBAN,PLZ,Ort,Land', makeGerman, 80],
  ['Name,NI number,Date of birth,Salary,City,Postcode,Country', makeBritish, 40],
] as const;
export const PAYROLL_PEOPLE = 200;

/** The payroll of 200 invented persons; no two payrolls share one. */
export function makePayroll(number: number): Payroll {
  const next = createNumbers(20260301 + number);
  let person = number * PAYROLL_PEOPLE;
  const people: WrittenPerson[] = [];
  const tables = TABLES.map(([heading, make, count]) => {
    const rows = Array.from({ length: count }, () => {
      const { given, family } = nameOf(person++);
      const [cells, kinds, country, region] = make(next, given, family);
      people.push({ name: `${given} ${family}`, kinds: [...kinds].sort(), country, region });
      return cells;
    });
    return [heading.split(','), ...rows];
  });
  return { tables, people };
}
