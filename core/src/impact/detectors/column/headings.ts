import type { FindingKind } from '../finding.ts';

/** Kinds whose values have no checksum worth the name: only the heading tells what they are. */
export type ColumnKind = Extract<
  FindingKind,
  'birth-date' | 'passport' | 'driving-licence' | 'tax-id' | 'health-number' | 'salary' | 'login-name'
>;

/** Headings in lower case, without white space and marks; what says `number` behind them is left out. */
const HEADINGS: Readonly<Record<ColumnKind, string>> = {
  'birth-date': `dateofbirth birthdate birthdt datebirth dob bdate birthday born bornon
    geburtsdatum geburtstag gebdatum gebdat geb gebam geboren geborenam
    datedenaissance datenaissance datenaiss naissance né née néle néele nele neele
    fechadenacimiento fechanacimiento fechadenac fechanac nacimiento`,
  passport: 'passport reisepass reisepassnummer passnummer passeport pasaporte',
  'driving-licence': `driverslicense driverslicence driverlicense driverlicence drivinglicense drivinglicence dl
    führerschein führerscheinnummer fuehrerschein fuehrerscheinnummer permisdeconduire permisodeconducir carnetdeconducir
    licenciadeconducir licenciadeconducción`,
  'tax-id': `itin utr uniquetaxpayerreference taxpayerid taxpayeridentification taxpayerreference individualtaxid
    personaltaxid steuernummer steuernr stnr numérofiscal numerofiscal númerofiscal nfiscal spi`,
  'health-number': `mrn medicalrecord patient nhs healthinsurance insurancemember insurancepolicy medicare kvnr
    krankenversichertennummer krankenversicherungsnummer versichertennummer versichertennr`,
  salary: `salary basesalary annualsalary grosssalary netsalary monthlysalary grosspay netpay basepay annualpay wage wages
    gehalt bruttogehalt nettogehalt jahresgehalt monatsgehalt grundgehalt lohn bruttolohn nettolohn salaire salairebrut
    salairenet rémunération salario salariobruto sueldo`,
  'login-name': `userid username login logon loginname loginid logonname logonid userlogin samaccountname userprincipalname
    benutzername benutzerkennung benutzerid anmeldename identifiant nomdutilisateur nombredeusuario nombreusuario`,
};
/** Headings that tell a login name where another column holds its password. */
const BESIDE_PASSWORD = 'user users id ids logins account benutzer kennung utilisateur usuario';

function toWords(list: string): readonly string[] {
  return list.trim().split(/\s+/);
}

const KINDS: ReadonlyMap<string, ColumnKind> = new Map(
  Object.entries(HEADINGS).flatMap(([kind, list]) => toWords(list).map((each) => [each, kind as ColumnKind])),
);
const USERS: ReadonlySet<string> = new Set(toWords(BESIDE_PASSWORD));

const NUMBER = new Set(toWords('number numbers no nos nr num nummer id ids code'));
/** With one of these in front it is a company's number, or a time: `Company tax ID`, `Last login`. */
const OTHER_WORDS = new Set(
  toWords(
    `company companies corporate employer business vendor supplier firm firma firmen unternehmens société entreprise
    empresa last first failed letzter letzte letztes dernier dernière último última`,
  ),
);
/** `Employee's date of birth`, `Número de pasaporte`: so many words in front are of no account. */
const WORDS_BEFORE = 3;

/** The kind of a column's values; null where its heading tells none. */
export function toColumnKind(heading: string, isBesidePassword: () => boolean): ColumnKind | null {
  const words = toHeadingWords(heading);
  for (let from = 0; from <= Math.min(WORDS_BEFORE, words.length - 1); from += 1) {
    if (from > 0 && OTHER_WORDS.has(words[from - 1] ?? '')) return null;
    for (const end of NUMBER.has(words.at(-1) ?? '') ? [words.length, words.length - 1] : [words.length]) {
      const key = words.slice(from, end).join('');
      const kind = KINDS.get(key) ?? (USERS.has(key) && isBesidePassword() ? 'login-name' : undefined);
      if (kind !== undefined) return kind;
    }
  }
  return null;
}

/** `dateOfBirth`, `DATE_OF_BIRTH` and `Date of birth (dd/mm/yyyy)*` have the same words. */
function toHeadingWords(heading: string): readonly string[] {
  const plain = heading.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ').replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** With one of these, in lower case, begins a word of every heading. */
export const HEADING_HINTS: readonly string[] = [
  'dateofb',
  'dob',
  'd.o.b',
  'bdate',
  'born',
  'geb',
  'naissance',
  'datenaiss',
  'né',
  'fecha nac',
  'fecha_nac',
  'fechanac',
  'fechadenac',
  'nacimiento',
  'passport',
  'passeport',
  'passn',
  'pass-n',
  'pasaporte',
  'driv',
  'dl',
  'permis',
  'carnet de',
  'licencia de',
  'itin',
  'utr',
  'unique tax',
  'taxpayer',
  'individual tax',
  'personal tax',
  'steuern',
  'steuer-n',
  'st.-nr',
  'st-nr',
  'st.nr',
  'numéro fiscal',
  'numero fiscal',
  'número fiscal',
  'n° fiscal',
  'spi',
  'user',
  'login',
  'log-in',
  'logon',
  'log-on',
  'samaccount',
  'benutzer',
  'anmelde',
  'identifiant',
  'nom d',
  'usuario',
  'nombre de usuario',
  'mrn',
  'medical',
  'patient',
  'nhs',
  'health',
  'insurance',
  'medicare',
  'kvnr',
  'krankenv',
  'versicherten',
  'salar',
  'base',
  'gross',
  'net',
  'annual',
  'monthly',
  'wage',
  'gehalt',
  'brutto',
  'jahres',
  'monats',
  'grundg',
  'lohn',
  'salaire',
  'rémun',
  'sueldo',
];
