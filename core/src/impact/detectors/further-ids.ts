import { stdnum } from 'stdnum';
import type { Confidence } from './finding.ts';
import type { NumberRule } from './labelled-number.ts';

/** A row: name, country and number of the library, words, label, shape. Sources are named in the library's files. */
type Row = readonly [
  detector: string,
  country: string,
  name: string,
  words: readonly string[],
  label: RegExp,
  shape: RegExp,
  kind?: 'national-id' | 'tax-id',
  labelled?: Confidence,
];

// The check digits of most leave a number beside its label no doubt; PAN has none, and new CPR numbers need not fit.
const ROWS: readonly Row[] = [
  [
    'se-personnummer',
    'SE',
    'personnummer',
    ['personn', 'personal identity'],
    /(?<!\p{L})(?:personnummer|personnr\.?|personal identity number)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])((?:19|20)?\d{6}[-+]?\d{4})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'dk-cpr',
    'DK',
    'cpr',
    ['cpr', 'personn'],
    /(?<!\p{L})(?:cpr(?:[ -]?(?:nr|nummer|number|no))?\.?|personnummer)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{6}-?\d{4})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
    'national-id',
    'likely',
  ],
  [
    'fi-hetu',
    'FI',
    'hetu',
    ['henkilötunnus', 'hetu', 'personal identity'],
    /(?<!\p{L})(?:henkilötunnus|hetu|personal identity code)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{6}[-+A-FU-Y]\d{3}[0-9A-Y])(?![\p{L}\p{N}])/gu,
  ],
  [
    'ie-pps',
    'IE',
    'pps',
    ['pps', 'personal public'],
    /(?<!\p{L})(?:ppsn?|pps (?:number|no\.?)|personal public service(?: number)?)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{7}[A-W][A-IW]?)(?![\p{L}\p{N}])/giu,
  ],
  [
    'ca-sin',
    'CA',
    'sin',
    ['sin', 'social ins', 'nas', 'numéro d'],
    /(?<!\p{L})(?:SIN|NAS|[Ss]ocial [Ii]nsurance(?: [Nn]umber)?|[Nn]uméro d[’']assurance sociale)(?!\p{L})/u,
    /(?<![\p{L}\p{N}.,/-])(\d{3}[- ]?\d{3}[- ]?\d{3})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'au-tfn',
    'AU',
    'tfn',
    ['tfn', 'tax file'],
    /(?<!\p{L})(?:tfn|tax file (?:number|no\.?))(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{3}[- ]?\d{3}[- ]?\d{2,3})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
    'tax-id',
  ],
  [
    'in-aadhaar',
    'IN',
    'aadhaar',
    ['aadha', 'adhaar', 'uidai'],
    /(?<!\p{L})(?:aadha?ar|adhaar|uidai)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])([2-9]\d{3}[- ]?\d{4}[- ]?\d{4})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'in-pan',
    'IN',
    'pan',
    ['pan', 'permanent account'],
    /(?<!\p{L})(?:PAN|[Pp]an (?:card|number|no)|[Pp]ermanent [Aa]ccount [Nn]umber)(?!\p{L})/u,
    /(?<![\p{L}\p{N}.,/-])([A-Z]{3}P[A-Z]\d{4}[A-Z])(?![\p{L}\p{N}])/gu,
    'tax-id',
    'likely',
  ],
  [
    'no-fodselsnummer',
    'NO',
    'fodselsnummer',
    ['fødsels', 'fodsels', 'personn'],
    /(?<!\p{L})(?:f(?:ø|o)dsels(?:nummer|nr\.?)|personnummer)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{6} ?\d{5})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'pt-nif',
    'PT',
    'nif',
    ['nif', 'contribuinte', 'número de contrib'],
    /(?<!\p{L})(?:nif|contribuinte)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])([1-3]\d{2} ?\d{3} ?\d{3})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
    'tax-id',
  ],
  [
    'pt-cc',
    'PT',
    'cc',
    ['cartão de cid', 'cartao de cid', 'bilhete de id'],
    /(?<!\p{L})(?:cart(?:ã|a)o de cidad(?:ã|a)o|bilhete de identidade)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{8} ?\d ?[A-Z0-9]{2}\d)(?![\p{L}\p{N}])/gu,
  ],
  [
    'cz-rc',
    'CZ',
    'rc',
    ['rodné', 'rodne', 'r.č', 'rč'],
    /(?<!\p{L})(?:rodn[ée] [čc][íi]slo|r\.? ?č\.?)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{6}\/?\d{3,4})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'ro-cnp',
    'RO',
    'cnp',
    ['cnp', 'cod numeric'],
    /(?<!\p{L})(?:cnp|cod numeric personal)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{13})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'bg-egn',
    'BG',
    'egn',
    ['егн', 'egn'],
    /(?<!\p{L})(?:егн|egn)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{10})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'hr-oib',
    'HR',
    'oib',
    ['oib', 'osobni ident'],
    /(?<!\p{L})(?:oib|osobni identifikacijski broj)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{11})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'si-emso',
    'SI',
    'emso',
    ['emšo', 'emso', 'jmbg'],
    /(?<!\p{L})(?:em[šs]o|jmbg)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{13})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'ee-ik',
    'EE',
    'ik',
    ['isikukood'],
    /(?<!\p{L})isikukood(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])([1-6]\d{10})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'lt-asmens',
    'LT',
    'asmens',
    ['asmens'],
    /(?<!\p{L})asmens kodas(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])([3-6]\d{10})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'lv-pk',
    'LV',
    'pvn',
    ['personas kods'],
    /(?<!\p{L})personas kods(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{6}-?\d{5})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'gr-amka',
    'GR',
    'amka',
    ['amka', 'αμκα'],
    /(?<!\p{L})(?:amka|αμκα)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{11})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
  [
    'mx-curp',
    'MX',
    'curp',
    ['curp'],
    /(?<!\p{L})curp(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])([A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d)(?![\p{L}\p{N}])/gu,
  ],
  [
    'mx-rfc',
    'MX',
    'rfc',
    ['rfc', 'registro federal'],
    /(?<!\p{L})(?:rfc(?=[ \t]{0,3}[:=#]|[ \t](?:es|del)[ \t])|registro federal de contribuyentes)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])([A-ZÑ&]{4}\d{6}[A-Z0-9]{3})(?![\p{L}\p{N}])/gu,
    'tax-id',
  ],
  [
    'es-nss',
    'ES',
    'nss',
    ['seguridad social', 'número de seg', 'numero de seg', 'nuss', 'nss', 'número de afil'],
    /(?<!\p{L})(?:seguridad social|nu?ss|número de afiliación)(?!\p{L})/iu,
    /(?<![\p{L}\p{N}.,/-])(\d{2}[ /-]?\d{8}[ /-]?\d{2})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
  ],
];

/** The library asks for the sign between date and number (Skatteverket writes it so). */
function toPlain(country: string, value: string): string {
  return country === 'SE' ? value.replace(/^(\d{6}|\d{8})(\d{4})$/, '$1-$2') : value;
}

/** The check digit of Japan's Individual Number (Ministry of Internal Affairs, ordinance 85 of 2014, article 5). */
function isMyNumber(value: string): boolean {
  const digits = [...value.replace(/\D/g, '')].map(Number).reverse();
  const sum = digits.slice(1).reduce((total, digit, at) => total + digit * (at < 6 ? at + 2 : at - 4), 0);
  return digits.length === 12 && digits[0] === (sum % 11 <= 1 ? 0 : 11 - (sum % 11));
}

export const furtherIdRules: readonly NumberRule[] = [
  ...ROWS.map(
    ([detector, country, name, words, label, shape, kind = 'national-id', labelled = 'certain']): NumberRule => {
      const validator = stdnum[country]?.[name];
      if (validator === undefined) throw new Error(`no validator for ${country} ${name}`);
      return {
        kind,
        detector: `${kind}-${detector}`,
        shape,
        label,
        hints: { words },
        passes: (value) => validator.validate(toPlain(country, value.toUpperCase())).isValid,
        labelled,
        bare: null,
      };
    },
  ),
  {
    kind: 'national-id',
    detector: 'national-id-jp-my-number',
    shape: /(?<![\p{L}\p{N}.,/-])(\d{4}[- ]?\d{4}[- ]?\d{4})(?![\p{L}\p{N}]|[-.,/]\d)/gu,
    label: /my number|individual number|個人番号|マイナンバー/iu,
    hints: { words: ['my number', 'individual number'], parts: ['個人番号', 'マイナンバー'] },
    passes: isMyNumber,
    labelled: 'certain',
    bare: null,
  },
];
