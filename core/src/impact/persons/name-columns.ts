import { findSeparator, type Separator, toCells, toRowCells } from '../detectors/index.ts';
import { readName } from './name.ts';
import type { WrittenResidence } from './residence.ts';

/** What a column, or a label in front of a value, says of a person. */
export type PersonField =
  | 'name'
  | 'given'
  | 'family'
  | 'address'
  | 'postcode'
  | 'state'
  | 'country'
  | 'mail'
  | 'telephone';

const LABELS: Readonly<Record<PersonField, string>> = {
  name: `name|names|full name|employee|employee name|name of employee|staff member|worker|customer name|client name|patient|
    patient name|member|member name|student|student name|pupil|child|applicant|applicant name|candidate|candidate name|
    passenger|guest name|account holder|accountholder|card holder|cardholder|cardholder name|payee|beneficiary|insured|
    policy holder|policyholder|contact name|subscriber|fn|first and last name|name surname|
    mitarbeiter|mitarbeitername|mitarbeiterin|mitarbeiter in|angestellter|vollständiger name|vor und nachname|
    vor und zuname|name vorname|nachname vorname|vorname nachname|patientin|patienten name|kontoinhaber|
    versicherter|versicherte|schüler|nom complet|nom et prénom|nom prénom|prénom et nom|salarié|employé|titulaire|
    nombre completo|nombre y apellidos|apellidos y nombre|empleado|trabajador|paciente|titular`,
  given: `first name|firstname|given name|givenname|forename|first|vorname|vornamen|rufname|prénom|prénoms|prenom|nombre|
    nombres`,
  family: `last name|lastname|surname|family name|familyname|last|nachname|familienname|zuname|nom|nom de famille|apellido|
    apellidos|primer apellido`,
  address: `address|home address|street address|postal address|mailing address|residential address|private address|
    anschrift|adresse|privatanschrift|privatadresse|wohnanschrift|adresse personnelle|domicile|dirección|direccion|
    domicilio|adr`,
  postcode: 'zip|zip code|zipcode|postcode|postal code|post code|plz|postleitzahl|code postal|código postal|cp',
  state: 'state|province|us state|state of residence|region|bundesland|kanton|provincia|county state',
  country: 'country|country of residence|land|wohnsitzland|staat|pays|país|pais',
  mail: 'e mail|email|mail|email address|e mail address|e mail adresse|courriel|correo|correo electrónico',
  telephone: `phone|telephone|mobile|mobile phone|cell|cell phone|home phone|private phone|phone number|tel|telefon|handy|
    mobil|mobiltelefon|téléphone|portable|teléfono|móvil`,
};

const FIELDS: ReadonlyMap<string, PersonField> = new Map(
  Object.entries(LABELS).flatMap(([field, list]) =>
    list.split('|').map((label): [string, PersonField] => [label.trim(), field as PersonField]),
  ),
);

const MAX_LABEL_UNITS = 40;

/** Marks and what stands in brackets are of no account: `Employee-Name (legal)*`. */
export function toPersonField(label: string): PersonField | null {
  if (label.length > MAX_LABEL_UNITS) return null;
  const plain = label
    .replace(/\([^()]*\)/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return FIELDS.get(plain) ?? null;
}

/** A heading with a column of names, and its columns about persons. */
export interface NameHeading {
  readonly separator: Separator;
  readonly cells: ReturnType<typeof toCells>;
  readonly columns: ReadonlyMap<PersonField, number>;
}

const MAX_HEADING_UNITS = 1_000;

export function findNameHeading(text: string): NameHeading | null {
  if (text.length > MAX_HEADING_UNITS) return null;
  const separator = findSeparator(text);
  const cells = separator === null ? [] : toCells(text, separator);
  if (separator === null || cells.length < 2) return null;
  const columns = new Map<PersonField, number>();
  for (const [at, cell] of cells.entries()) {
    const field = toPersonField(cell.text);
    if (field !== null && !columns.has(field)) columns.set(field, at);
  }
  const isNamed = columns.has('name') || columns.has('family') || columns.has('given');
  return isNamed ? { separator, cells, columns } : null;
}

/** What a row, or the lines of an entry, say of one person. */
export type PersonFields = Partial<Record<PersonField, string>>;

/** The cells of a row; null for a line that is none. */
export function readRow(text: string, { separator, cells: heading, columns }: NameHeading): PersonFields | null {
  const cells = toRowCells(text, separator, heading);
  if (cells === null) return null;
  return Object.fromEntries(
    [...columns].flatMap(([field, at]) => {
      const cell = cells[at]?.text ?? '';
      return cell === '' ? [] : [[field, cell]];
    }),
  );
}

/** Empty where there is no name of a person. */
export function toWrittenName({ name = '', given = '', family = '' }: PersonFields): string {
  // `Name` beside `Vorname` is the family's.
  const own = family === '' ? name : family;
  const text = given === '' ? own : `${own}, ${given}`;
  return readName(text) === null ? '' : text;
}

export function toWrittenResidence({ address, postcode, state, country }: PersonFields): WrittenResidence {
  return {
    ...(address === undefined ? {} : { address }),
    ...(postcode === undefined ? {} : { postcode }),
    ...(state === undefined ? {} : { state }),
    ...(country === undefined ? {} : { country }),
  };
}
