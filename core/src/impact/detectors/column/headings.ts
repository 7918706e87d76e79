import type { FindingKind } from '../finding.ts';

/** Kinds whose values have no checksum worth the name: only the heading tells what they are. */
export type ColumnKind = Extract<
  FindingKind,
  | 'birth-date'
  | 'passport'
  | 'driving-licence'
  | 'tax-id'
  | 'health-number'
  | 'salary'
  | 'login-name'
  | 'home-address'
  | 'telephone'
  | 'bank-account'
  | 'access-code'
>;

/** Headings in lower case, without white space and marks; what says `number` behind them is left out. */
const HEADINGS: Readonly<Record<ColumnKind, string>> = {
  'birth-date': `dateofbirth birthdate birthdt datebirth dob bdate birthday born bornon
    geburtsdatum geburtstag gebdatum gebdat geb gebam geboren geborenam
    datedenaissance datenaissance datenaiss naissance né née néle néele nele neele
    fechadenacimiento fechanacimiento fechadenac fechanac nacimiento
    geboortedatum datadinascita datanascita datadenascimento datanascimento född født fødselsdato födelsedatum
    dataurodzenia`,
  passport: `passport reisepass reisepassnummer passnummer passeport pasaporte passaporto paspoort paspoortnummer
    passaporte paszport passnr passno passnummern pasnummer pasnr`,
  'driving-licence': `driverslicense driverslicence driverlicense driverlicence drivinglicense drivinglicence dl
    führerschein führerscheinnummer fuehrerschein fuehrerscheinnummer permisdeconduire permisodeconducir carnetdeconducir
    licenciadeconducir licenciadeconducción rijbewijs rijbewijsnummer patente patentediguida cartadecondução cnh
    prawojazdy körkort førerkort kørekort`,
  'tax-id': `itin utr uniquetaxpayerreference taxpayerid taxpayeridentification taxpayerreference individualtaxid
    personaltaxid steuernummer steuernr stnr numérofiscal numerofiscal númerofiscal nfiscal spi`,
  'health-number': `mrn medicalrecord patient nhs healthinsurance insurancemember insurancepolicy medicare kvnr
    krankenversichertennummer krankenversicherungsnummer versichertennummer versichertennr krankenkassennummer
    hospital memberid insuranceid policyid healthcard polisnummer verzekerdennummer patientnummer patientennummer
    numéroadhérent tesserasanitaria tarjetasanitaria númerodeutente utente`,
  salary: `salary basesalary annualsalary grosssalary netsalary monthlysalary grosspay netpay basepay annualpay wage wages
    gehalt bruttogehalt nettogehalt jahresgehalt monatsgehalt grundgehalt lohn bruttolohn nettolohn salaire salairebrut
    salairenet rémunération salario salariobruto sueldo ctc currentpay newpay totalpay stipendio retribuzione ral
    brutojaarsalaris salaris brutosalaris lön løn lønn wynagrodzenie salário ordenado vencimento earns nowearns income
    annualincome hourlyrate totalcompensation totalcomp basepay stundenlohn jahresbrutto monatsbrutto einkommen brutoloon
    loon`,
  'login-name': `userid username login logon loginname loginid logonname logonid userlogin samaccountname userprincipalname
    benutzername benutzerkennung benutzerid anmeldename identifiant nomdutilisateur nombredeusuario nombreusuario
    gebruikersnaam nomeutente nomedeutilizador usuário användarnamn brukernavn brugernavn`,
  'home-address': `homeaddress privateaddress personaladdress residentialaddress privatanschrift privatadresse wohnort
    wohnanschrift adressepersonnelle domicile domicilio`,
  telephone: `homephone privatephone personalphone hometel homenumber homemobile personalmobile privatemobile privattelefon
    telefonprivat telprivat privathandy handyprivat emergencycontactnumber emergencyphone notfallnummer téldomicile
    telparticular`,
  'bank-account': '',
  'access-code': `pin pincode pinnumber pin1 pin2 puk doorcode doorpin gatecode alarmcode alarmpin entrycode accesscode
    accesspin keysafe keysafecode lockbox lockboxcode keypad keypadcode safecode lockercode combination passcode
    türcode torcode alarmpin zugangscode zutrittscode codeporte codeportail codealarme codeaccès digicode códigoacceso
    códigoalarma códigopuerta codiceaccesso codiceallarme pincode toegangscode portkod larmkod dørkode alarmkode`,
};
/** Headings that tell what is a person's where the table is one of persons. */
const OF_PERSONS: Readonly<Record<string, string>> = {
  'home-address': `address street streetaddress addressline1 address1 postaladdress fulladdress anschrift adresse straße
    strasse straßehausnummer strassehausnummer straßenr strassenr wohnadresse rue dirección calle indirizzo via adres straat
    endereço morada rua adress gatuadress`,
  telephone: `mobile mobilephone mobilenumber cell cellphone phone phonenumber telephone tel contactnumber handy mobil
    handynummer telefon telefonnummer téléphone tél portable móvil teléfono telefono telefone cellulare celular gsm
    mobiel`,
  salary: 'pay base basic package compensation comp rate gross net brutto netto brut bruto lordo annual monthly',
  'driving-licence': 'licence license licenceno licenseno lic',
  'bank-account': `account accountno acct bankaccount bankacct konto kontonummer kontonr compte cuenta rekeningnummer conta
    conto kontonummer`,
};
/** Columns that only tables of persons have: their file, a patient's or a family's. */
const PERSONS_FILE =
  /birth|^dob$|^born$|geb(?:urt|\.|oren)|naissance|nacimiento|nascita|nascimento|salar|^pay$|gehalt|lohn|^ssn$|social ?sec|national ?ins|^nino?$|steuer|sozialvers|home|privat|emergency|next of kin|parent|guardian|child|pupil|kind|eltern|notfall|patient|tenant|mieter|locataire|hourly|routing|sort ?code|iban|bank|blz|bsb|passport|surname|driver|employee|mitarbeiter|employé|empleado|dipendente|medewerker|first ?name|last ?name|vorname|nachname|prénom|apellido|cognome|achternaam|voornaam|sobrenome/iu;
const FIRM =
  /company|vendor|supplier|customer no|firm|business|office|branch|site|store|hotel|lieferant|kunde|filiale|standort|société|entreprise|fournisseur|empresa|proveedor|fornitore|leverancier|job title|department|extension|work e-?mail|e-?mail \(?work/iu;

/** Whether the headings of a table are those of persons' files. */
export function isOfPersons(headings: readonly string[]): boolean {
  return headings.some((heading) => PERSONS_FILE.test(heading)) && !headings.some((heading) => FIRM.test(heading));
}
/** Headings that tell a login name where another column holds its password. */
const BESIDE_PASSWORD = 'user users id ids logins account benutzer kennung utilisateur usuario';

function toWords(list: string): readonly string[] {
  return list.match(/\S+/g) ?? [];
}

const KINDS: ReadonlyMap<string, ColumnKind> = new Map(
  Object.entries(HEADINGS).flatMap(([kind, list]) => toWords(list).map((each) => [each, kind as ColumnKind])),
);
const KINDS_OF_PERSONS: ReadonlyMap<string, ColumnKind> = new Map(
  Object.entries(OF_PERSONS).flatMap(([kind, list]) => toWords(list).map((each) => [each, kind as ColumnKind])),
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

const TELEPHONE_WORD =
  /(?<!\p{L})(?:phone|tel|telephone|mobile|mob|cell|telefon|téléphone|tél|teléfono|telefono|telefone|telefoon|handy|mobil|portable|móvil|cellulare)(?!\p{L})/iu;
const PRIVATE_WORD =
  /(?<!\p{L})(?:private?|privat[ao]?|privée?|privado|home|personal|personnel|perso|particular|pessoal|domicile|casa|emergency|parent|guardian|eltern|notfall)(?!\p{L})/iu;
/** Beside a column of salaries, what they become: `Proposed`, `New`. */
const BESIDE_SALARY = new Set(
  toWords('proposed new old previous current now wants requested offer bonus neu alt bisher'),
);
const EARNED =
  /(?<!\p{L})(?:salar(?:y|ies)|earns?|gehalt|lohn|salaire|sueldo|salario|stipendio|salaris|pay)(?!\p{L})/iu;

export function isSalaryHeading(heading: string): boolean {
  return EARNED.test(heading);
}

/** The kind of a column's values; null where its heading tells none. */
export function toColumnKind(
  heading: string,
  {
    isBesidePassword,
    ofPersons,
    isBesideSalary,
  }: Readonly<Record<'isBesidePassword' | 'ofPersons' | 'isBesideSalary', () => boolean>>,
): ColumnKind | null {
  const words = toHeadingWords(heading);
  if (TELEPHONE_WORD.test(heading) && PRIVATE_WORD.test(heading)) return 'telephone';
  if (BESIDE_SALARY.has(words.join('')) && isBesideSalary()) return 'salary';
  for (let from = 0; from <= Math.min(WORDS_BEFORE, words.length - 1); from += 1) {
    if (from > 0 && OTHER_WORDS.has(words[from - 1] ?? '')) return null;
    for (const end of NUMBER.has(words.at(-1) ?? '') ? [words.length, words.length - 1] : [words.length]) {
      const key = words.slice(from, end).join('');
      const kind =
        KINDS.get(key) ??
        (USERS.has(key) && isBesidePassword() ? 'login-name' : undefined) ??
        (KINDS_OF_PERSONS.has(key) && ofPersons() ? KINDS_OF_PERSONS.get(key) : undefined);
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
  ...[
    'pin',
    'puk',
    'door',
    'gate',
    'alarm',
    'entry',
    'access',
    'key',
    'lock',
    'safe',
    'combination',
    'passcode',
    'tür',
    'tor',
  ],
  ...['zugang', 'zutritt', 'code', 'digicode', 'código', 'codice', 'toegang', 'portkod', 'larmkod', 'dør'],
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
  ...['proposed', 'new', 'old', 'previous', 'current', 'now', 'wants', 'requested', 'offer', 'bonus', 'neu', 'alt'],
  ...['bisher', 'privé', 'income', 'earn', 'hourly', 'total', 'stunden', 'eink', 'loon', 'brut', 'lordo', 'employee'],
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
  'rate',
  'comp',
  'licen',
  'lic',
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
  ...[
    'address',
    'street',
    'anschrift',
    'adresse',
    'straße',
    'strasse',
    'rue',
    'dirección',
    'calle',
    'indirizzo',
    'via',
  ],
  ...[
    'adres',
    'straat',
    'endereço',
    'morada',
    'rua',
    'adress',
    'gatu',
    'wohn',
    'domicil',
    'home',
    'privat',
    'personal',
  ],
  ...['postal', 'full address', 'mobile', 'cell', 'phone', 'tel', 'tél', 'contact n', 'handy', 'mobil', 'portable'],
  ...['móvil', 'gsm', 'mobiel', 'emergency', 'notfall', 'account', 'acct', 'bank a', 'konto', 'compte', 'cuenta'],
  ...['rekening', 'conta', 'conto', 'pay', 'package', 'basic', 'compensation', 'ctc', 'stipendio', 'retribuzione'],
  ...['ral', 'bruto', 'salaris', 'lön', 'løn', 'wynagrodzenie', 'ordenado', 'vencimento', 'rijbewijs', 'patente'],
  ...['carta de', 'cnh', 'prawo', 'körkort', 'førerkort', 'kørekort', 'passaport', 'paspoort', 'paszport', 'geboorte'],
  ...['data di', 'data de', 'född', 'født', 'fødsel', 'födelse', 'data uro', 'hospital', 'member', 'policy', 'polis'],
  ...['verzekerd', 'tessera', 'tarjeta', 'utente', 'numéro', 'número', 'gebruiker', 'nome', 'usuário', 'användar'],
  ...['brukernavn', 'brugernavn'],
];
