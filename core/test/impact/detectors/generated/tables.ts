import { createNumbers, type NumberSource } from '../../../mutation.ts';
import type { GeneratedMessage } from './messages.ts';
import { slots } from './slots.ts';
import { pick } from './values.ts';

/** What stands above a column of a kind, as people and programs write it. */
const LABELLED: Readonly<Record<string, readonly string[]>> = {
  born: [
    ...['Date of birth', 'DOB', 'Birth date', 'D.O.B.', 'date_of_birth', 'dateOfBirth', 'Employee birthdate'],
    ...['Date of Birth (MM/DD/YYYY)', 'Geburtsdatum', 'Geb.-Datum', 'geb. am', 'Date de naissance', 'Né(e) le'],
    ...['Fecha de nacimiento', 'Fecha nac.', 'F. de nacimiento'],
  ],
  passport: [
    ...['Passport no.', 'Passport number', 'Passport #', 'passportNumber', 'Passport', 'PASSPORT_NO', 'Reisepass-Nr.'],
    ...['Reisepassnummer', 'N° de passeport', 'Numéro de passeport', 'Passeport', 'Nº de pasaporte', 'Pasaporte'],
  ],
  licence: [
    ...["Driver's license", 'Driver license number', 'Driving licence no.', 'DL #', 'driver_license_number'],
    ...['Führerschein', 'Führerschein-Nr.', 'Führerscheinnummer', 'Permis de conduire', 'N° de permis de conduire'],
    ...['Permiso de conducir', 'Carnet de conducir'],
  ],
  taxid: [
    ...['ITIN', 'UTR', 'Taxpayer ID', 'Personal tax ID', 'Steuernummer', 'Steuer-Nr.', 'St.-Nr.', 'Numéro fiscal'],
    ...['N° fiscal', 'Número fiscal'],
  ],
  login: [
    ...['User ID', 'Username', 'User name', 'Login', 'Login name', 'userId', 'SAP user ID', 'Benutzername'],
    ...['Benutzerkennung', 'Anmeldename', 'Identifiant', "Nom d'utilisateur", 'Nombre de usuario'],
  ],
  ssn: ['SSN', 'Social Security Number', 'Soc. Sec. No.', 'Employee SSN'],
  nino: ['NINO', 'National Insurance number', 'NI number'],
  steuerid: ['Steuer-ID', 'IdNr', 'Steueridentifikationsnummer'],
  insee: ['NIR', 'N° de sécurité sociale', 'N° INSEE'],
  dni: ['DNI', 'NIF', 'DNI/NIF'],
  iban: ['IBAN', 'Bank account (IBAN)', 'Compte IBAN', 'Cuenta (IBAN)'],
  card: ['Card number', 'Credit card', 'Kreditkarte', 'Kartennummer', 'Carte bancaire', 'Tarjeta'],
};
/** Columns that hold nothing of the kinds, though some look like them. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  name: ['Name', 'Employee', 'Mitarbeiter', 'Nom', 'Nombre', 'Passport holder', 'User'],
  day: ['Hire date', 'Start date', 'Eintritt', "Date d'embauche", 'Fecha de alta', 'Passport expiry', 'Last login'],
  number: ['Order no.', 'Deal', 'Invoice number', 'Personalnummer', 'Commande', 'Pedido', 'Employee ID', 'Licences'],
  price: ['Salary', 'Amount', 'Betrag', 'Montant', 'Importe', 'Company tax'],
  system: ['Department', 'System', 'Abteilung', 'Service', 'Departamento', 'Software licence'],
  ticket: ['Ticket', 'Vorgang', 'Dossier', 'User request'],
  phone: ['Office phone', 'Durchwahl', 'Poste', 'Extensión'],
};
const SEPARATORS = ['\t', ',', ';', ' | ', '    '] as const;

interface Column {
  readonly heading: string;
  readonly slot: string;
}

const toColumns = (of: Readonly<Record<string, readonly string[]>>, count: number, next: NumberSource): Column[] => {
  const names = Object.keys(of).sort(() => next(3) - 1);
  return names.slice(0, count).map((slot) => ({ slot, heading: pick(next, of[slot]!) }));
};

/** In quotes where the separator stands in it, or always, as some programs write. */
const quote = (cell: string, separator: string, isQuoted: boolean): string =>
  separator === ',' && (isQuoted || cell.includes(',')) ? `"${cell}"` : cell;

function makeTable(next: NumberSource, message: string): GeneratedMessage {
  const separator = pick(next, SEPARATORS);
  const isQuoted = next(3) === 0;
  const isHolding = next(3) !== 0;
  const columns = [
    ...toColumns(OTHERS, 1 + next(4), next),
    ...(isHolding ? toColumns(LABELLED, 1 + next(3), next) : toColumns(OTHERS, 1, next)),
  ].sort(() => next(3) - 1);
  const labels: GeneratedMessage['labels'][number][] = [];
  let text = `${pick(next, ['Hello,', 'The list:', 'Liste', 'Hola,', ''])}\n\n`;
  const add = (row: readonly string[], kinds: readonly (string | undefined)[]): void => {
    row.forEach((cell, at) => {
      if (at > 0) text += separator;
      const quoted = quote(cell, separator, isQuoted);
      const kind = kinds[at];
      const place = text.length + (quoted === cell ? 0 : 1);
      if (kind !== undefined && cell !== '')
        labels.push({ message, kind, offsets: [place], length: cell.length, settled: true });
      text += quoted;
    });
    text += '\n';
  };
  add(
    columns.map(({ heading }) => heading),
    [],
  );
  if (separator.trim() !== ',' && next(4) === 0) text += `${columns.map(() => '-----').join(separator)}\n`;
  const isSparse = separator !== '    ';
  for (let rows = 1 + next(20); rows > 0; rows -= 1) {
    const cells = columns.map(({ slot }) => (isSparse && next(9) === 0 ? '' : slots[slot]!.make(next)));
    add(
      cells,
      columns.map(({ slot }) => slots[slot]!.kind),
    );
  }
  return { name: message, text: `${text}\nRegards\n`, labels };
}

/** Mail with a table in it, of which two in three hold personal data in some of its columns. */
export function generateTables(count: number, seed: number): readonly GeneratedMessage[] {
  const next = createNumbers(seed);
  return Array.from({ length: count }, (_, at) => makeTable(next, `table-${String(at).padStart(5, '0')}`));
}
