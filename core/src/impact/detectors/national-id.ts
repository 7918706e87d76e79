import { stdnum } from 'stdnum';
import type { Detector } from './finding.ts';
import { type NumberRule, toNumberDetector } from './labelled-number.ts';

type Validator = { readonly validate: (value: string) => { readonly isValid: boolean } };

/** A country or number that the library does not know is a fault of ours. */
function findValidator(country: string, name: string): Validator {
  const validator = stdnum[country]?.[name];
  if (validator === undefined) throw new Error(`no validator for ${country} ${name}`);
  return validator;
}

const digits = String.raw`\d`;
const rule = (
  detector: string,
  shape: string,
  words: readonly string[],
  label: string,
  country: string,
  name: string,
  labelled: NumberRule['labelled'],
): NumberRule => ({
  kind: 'national-id',
  detector: `national-id-${detector}`,
  shape: new RegExp(`(?<![\\p{L}\\p{N}])(?<![.,/-])(${shape})(?![\\p{L}\\p{N}]|[-.,/]${digits})`, 'giu'),
  label: new RegExp(`(?<!\\p{L})(?:${label})(?!\\p{L})`, 'iu'),
  passes: (value) => findValidator(country, name).validate(value).isValid,
  labelled,
  hints: { words },
  bare: null,
});

// Numbers with a checksum are certain beside their label; the American and the British number have none worth the name.
const RULES: readonly NumberRule[] = [
  rule(
    'us-ssn',
    '\\d{3}[- ]\\d{2}[- ]\\d{4}',
    ['ss', 'soc'],
    'ss[ns]|ss ?#|soc(?:ial)?\\.? sec(?:urity)?\\.?(?: (?:number|no|#))?',
    'US',
    'ssn',
    'likely',
  ),
  // Nine digits alone are many a number: the label stands in their line.
  {
    ...rule(
      'us-ssn',
      '\\d{9}',
      ['ss', 'soc'],
      'ss[ns]|ss ?#|soc(?:ial)?\\.? sec(?:urity)?\\.?(?: (?:number|no|#))?',
      'US',
      'ssn',
      'likely',
    ),
    linesAbove: 0,
  },
  rule(
    'gb-nino',
    '[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]',
    ['nino', 'national ins', 'ni n'],
    'nino|national insurance|ni (?:number|no)',
    'GB',
    'nino',
    'likely',
  ),
  rule(
    'fr-nir',
    '[12] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}',
    ['nir', 'insee', 'sécu', 'secu', 'n° sécu', 'n°sécu'],
    'nir|insee|s[eé]curit[eé] sociale|n° ?s[eé]cu|num[eé]ro de s[eé]cu',
    'FR',
    'nir',
    'certain',
  ),
  rule(
    'de-idnr',
    '\\d{2} ?\\d{3} ?\\d{3} ?\\d{3}',
    ['steuer', 'idnr', 'tin'],
    'steuer-?id(?:entifikationsnummer|nr)?|idnr|steuerliche identifikationsnummer|tin',
    'DE',
    'idnr',
    'certain',
  ),
  rule(
    'de-svnr',
    '\\d{2} ?\\d{6} ?[A-Z] ?\\d{3}',
    ['sv-n', 'svn', 'sozialversicherungs', 'rentenversicherungs'],
    'sv-?n(?:r|ummer)|(?:sozial|renten)versicherungs(?:nummer|nr)',
    'DE',
    'svnr',
    'certain',
  ),
  rule(
    'nl-bsn',
    '\\d{3}[. ]?\\d{2,3}[. ]?\\d{3}',
    ['bsn', 'burgerservice', 'sofi'],
    'bsn|burgerservicenummer|sofi(?:-?nummer)?',
    'NL',
    'bsn',
    'certain',
  ),
  rule(
    'es-dni',
    '\\d{8}[- ]?[A-Z]',
    ['dni', 'nif', 'documento nacional'],
    'dni|nif|documento nacional',
    'ES',
    'dni',
    'certain',
  ),
  rule(
    'es-nie',
    '[XYZ][- ]?\\d{7}[- ]?[A-Z]',
    ['nie', 'extranjero', 'nif'],
    'nie|extranjero|nif',
    'ES',
    'nie',
    'certain',
  ),
  rule('pl-pesel', '\\d{11}', ['pesel'], 'pesel', 'PL', 'pesel', 'certain'),
  rule(
    'it-cf',
    '[A-Z]{6}\\d{2}[A-Z]\\d{2}[A-Z]\\d{3}[A-Z]',
    ['codice fiscale', 'cf', 'c.f', 'c f'],
    'codice fiscale|c\\.?f\\.?',
    'IT',
    'codicefiscale',
    'certain',
  ),
  rule(
    'be-nn',
    '\\d{2}\\.?\\d{2}\\.?\\d{2}-?\\d{3}\\.?\\d{2}',
    ['rijksregister', 'registre national', 'numero national', 'numéro national', 'nationalnummer'],
    'rijksregister(?:nummer)?|registre national|num[eé]ro national|nationalnummer',
    'BE',
    'nn',
    'certain',
  ),
  rule(
    'ch-ahv',
    '756[. ]?\\d{4}[. ]?\\d{4}[. ]?\\d{2}',
    ['ahv', 'avs', 'oasi'],
    'ahv(?:-?n(?:r|ummer))?|avs|oasi',
    'CH',
    'ssn',
    'certain',
  ),
  rule(
    'at-vnr',
    '\\d{4} ?\\d{6}',
    ['sv-n', 'svn', 'sozialversicherung', 'versicherungsn'],
    'sv-?n(?:r|ummer)|sozialversicherungsnummer|versicherungsnummer',
    'AT',
    'vnr',
    'certain',
  ),
  rule('br-cpf', '\\d{3}\\.?\\d{3}\\.?\\d{3}-?\\d{2}', ['cpf'], 'cpf', 'BR', 'cpf', 'certain'),
];

/** Numbers that states give to persons, beside a label that names them. */
export const nationalIds: readonly Detector[] = RULES.map(toNumberDetector);
