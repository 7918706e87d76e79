import type { NumberSource } from '../../../mutation.ts';
import * as made from './values.ts';

/** What a slot of a template is filled with. A slot with a kind is a label: the detectors must find it. */
export interface Slot {
  readonly kind?: string;
  readonly make: (next: NumberSource) => string;
}

const secret = (kind: string, make: Slot['make']): Slot => ({ kind, make });

export const slots: Readonly<Record<string, Slot>> = {
  // Labelled.
  pw: secret('credential', made.makePassword),
  weakpw: secret('credential', made.makeWordPassword),
  phrase: secret('credential', made.makePassphrase),
  pin: secret('access-code', (next) => made.makeDigits(next, 4)),
  code: secret('access-code', (next) => made.makeDigits(next, 5 + next(3))),
  callcode: secret('access-code', (next) => `${made.makeDigits(next, 3)} ${made.makeDigits(next, 4)}`),
  // What opens a conference counts as a code, also where a second one is asked for.
  meeting: secret('access-code', (next) => made.makeDigits(next, 7 + next(4))),
  loginlink: secret(
    'secret-key',
    (next) =>
      `sftp://${made.makeUser(next)}:${made.makeDigits(next, 3)}kx${made.makeDigits(next, 2)}@${made.makeHost(next)}/in`,
  ),
  key: secret('secret-key', made.makeApiKey),
  card: secret('payment-card', made.makeCard),
  iban: secret('bank-account', made.makeIban),
  ssn: secret('national-id', made.makeSsn),
  nino: secret('national-id', made.makeNino),
  insee: secret('national-id', made.makeInsee),
  steuerid: secret('national-id', made.makeSteuerId),
  dni: secret('national-id', made.makeDni),
  born: secret('birth-date', made.makeBirthDate),
  passport: secret('passport', made.makePassport),
  licence: secret('driving-licence', made.makeLicence),
  taxid: secret('tax-id', made.makeTaxId),
  street: secret(
    'home-address',
    (next) => `${12 + next(900)} ${made.makeStreet(next)} Street, Exampletown, TX 7${made.makeDigits(next, 4)}`,
  ),
  strasse: secret(
    'home-address',
    (next) => `${made.makeStreet(next)}straße ${1 + next(99)}, 2${made.makeDigits(next, 4)} Musterstadt`,
  ),
  rue: secret(
    'home-address',
    (next) => `${1 + next(99)} rue ${made.makeStreet(next)}, 7${made.makeDigits(next, 4)} Exempleville`,
  ),
  calle: secret(
    'home-address',
    (next) => `calle ${made.makeStreet(next)} ${1 + next(99)}, 2${made.makeDigits(next, 4)} Ejemplar`,
  ),
  hometel: secret('telephone', (next) => `${200 + next(700)}-555-01${made.makeDigits(next, 2)}`),
  login: secret('login-name', made.makeUser),
  loginmail: secret('login-name', (next) => `${made.makeUser(next)}@${made.makeHost(next)}`),
  // Not labelled: nothing of it is a secret.
  user: { make: made.makeUser },
  name: { make: made.makeName },
  first: { make: (next) => made.makeName(next).split(' ')[0]! },
  host: { make: made.makeHost },
  mail: { make: (next) => `${made.makeUser(next)}@${made.makeHost(next)}` },
  system: { make: made.makeSystem },
  phone: { make: (next) => `${200 + next(700)}-555-01${made.makeDigits(next, 2)}` },
  day: { make: (next) => `${1 + next(28)}.${1 + next(12)}.${2000 + next(3)}` },
  time: { make: (next) => `${8 + next(9)}:${next(6)}0` },
  number: { make: (next) => made.makeDigits(next, 5 + next(6)) },
  small: { make: (next) => `${3 + next(87)}` },
  room: { make: (next) => `${1 + next(9)}${made.makeDigits(next, 2)}` },
  price: { make: (next) => `${1 + next(90)}.${made.makeDigits(next, 2)}` },
  promo: { make: (next) => `SAVE${10 + next(60)}` },
  illness: { make: (next) => made.pick(next, ['diabetes', 'asthma', 'a depression', 'leukemia']) },
  belief: { make: (next) => made.pick(next, ['none', 'Buddhist', 'other', 'Quaker']) },
  ticket: { make: (next) => `INC${made.makeDigits(next, 7)}` },
};
