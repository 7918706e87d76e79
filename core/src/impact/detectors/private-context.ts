import type { Hints, SearchedText } from './finding.ts';

/** What people write beside data of a private person: of a patient, a tenant, an employee's file, a family. */
const PERSONAL =
  /(?<!\p{L})(?:d\.?o\.?b\.?|date of birth|birth ?date|born|patients?|next of kin|emergency contacts?|home (?:address|phone|tel(?:ephone)?)|pupils?|students?|applicants?|curriculum vitae|volunteers?|residents?|carers?|personal (?:details|data)|persönliche daten|bewerber(?:in)?|lebenslauf|angehörige[rn]?|données personnelles|datos personales|dati personali|tenants?|lessee|claimant|starter (?:form|details)|new (?:starter|joiner|hire)|parents?|guardian|mother|father|mum|mom|dad|wife|husband|spouse|daughter|son|neighbour|neighbor|passport|social security|ssn|national insurance|nhs|payroll|leaver|geb(?:urtsdatum|oren)?\.?|notfall(?:kontakt)?|patient(?:in|en)?|mieter(?:in)?|mutter|vater|ehe(?:mann|frau)|tochter|sohn|privat|sozialversicherungs\p{L}{1,8}|steuer-?id|krankenkasse|mitarbeiter(?:in)?|n[ée]e? le|date de naissance|mère|père|mari|épouse|fille|fils|locataire|salariée?|à prévenir|personne à contacter|fecha de nacimiento|nacid[oa]|paciente|madre|padre|marido|esposa|hij[oa]|inquilin[oa]|emplead[oa]|geboortedatum|geboren|werknemer|bsn|data di nascita|nat[oa]|codice fiscale|dipendente|data de nascimento|nascid[oa]|cpf|född|personnummer|født|cpr|fødselsnummer|pesel|ahv(?:-nr)?|lieferung nach hause)(?!\p{L})/iu;

/** What stands beside addresses and telephones of firms. */
const OF_FIRM =
  /(?<!\p{L})(?:gmbh|ag|kg|ltd|limited|llc|llp|inc|plc|s\.?a\.?r\.?l\.?|sas|s\.?l\.?|s\.?p\.?a\.?|b\.?v\.?|head ?office|offices?|hq|headquarters|branch|warehouse|reception|switchboard|hotline|support desk|helpdesk|registered (?:in|office)|vat|ust-?id\p{L}{0,4}|handelsregister|siret|siège|bureaux?|zentrale|filiale|büro|niederlassung|firmensitz|standort|oficinas?|sede|kantoor|venue|hotel|restaurant|visit us|showroom|store|shop)(?!\p{L})/iu;

const LINES_AROUND = 5;

/** Beginnings of words of `PERSONAL` that stand beside addresses. */
export const PERSONAL_HINTS: Hints = {
  words: [
    ...['dob', 'd.o.b', 'date of b', 'birth', 'born', 'patient', 'next of kin', 'emergency c', 'tenant', 'lessee'],
    ...[
      'claimant',
      'starter',
      'new j',
      'new h',
      'parent',
      'guardian',
      'mother',
      'father',
      'wife',
      'husband',
      'daughter',
    ],
    ...['son', 'passport', 'social sec', 'ssn', 'national ins', 'nhs', 'payroll', 'geb', 'mieter', 'mutter', 'vater'],
    ...['tochter', 'sohn', 'privat', 'née', 'né ', 'mère', 'père', 'fille', 'fils', 'locataire', 'paciente', 'nacid'],
    ...['inquilin', 'bsn', 'nat', 'codice', 'cpf', 'nasc', 'född', 'født', 'personnummer', 'pesel', 'ahv'],
  ],
};

/** Whether a text speaks of a private person within some lines, and of no firm in the line itself. */
export function isOfPerson(text: SearchedText, at: number, around = LINES_AROUND): boolean {
  if (OF_FIRM.test(text.lines[at]?.text ?? '')) return false;
  return text.matchesAround(PERSONAL, at - around, at + around + 1);
}

export function isOfFirm(text: string): boolean {
  return OF_FIRM.test(text);
}
