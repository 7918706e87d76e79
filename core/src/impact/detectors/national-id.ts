import { stdnum } from 'stdnum';
import type { Detector } from './finding.ts';
import { furtherIdRules } from './further-ids.ts';
import { type NumberRule, toNumberDetector } from './labelled-number.ts';

type Validator = { readonly validate: (value: string) => { readonly isValid: boolean } };

/** A country or number that the library does not know is a fault of ours. */
function findValidator(country: string, name: string): Validator {
  const validator = stdnum[country]?.[name];
  if (validator === undefined) throw new Error(`no validator for ${country} ${name}`);
  return validator;
}

const rule = (
  detector: string,
  shape: RegExp,
  words: readonly string[],
  label: RegExp,
  country: string,
  name: string,
  labelled: NumberRule['labelled'],
): NumberRule => ({
  kind: 'national-id',
  detector: `national-id-${detector}`,
  shape,
  label,
  passes: (value) => findValidator(country, name).validate(value).isValid,
  labelled,
  hints: { words },
  bare: null,
});

// Numbers with a checksum are certain beside their label; the American and the British number have none worth the name.
export const nationalIdRules: readonly NumberRule[] = [
  rule(
    'us-ssn',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{3}[- ]\d{2}[- ]\d{4})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['ss', 'soc'],
    /(?<!\p{L})(?:ss[ns]|ss ?#|soc(?:ial)?\.? sec(?:urity)?\.?(?: (?:number|no|#))?)(?!\p{L})/iu,
    'US',
    'ssn',
    'likely',
  ),
  // Nine digits alone are many a number: the label stands in their line.
  {
    ...rule(
      'us-ssn',
      /(?<![\p{L}\p{N}])(?<![.,/-])(\d{9})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
      ['ss', 'soc'],
      /(?<!\p{L})(?:ss[ns]|ss ?#|soc(?:ial)?\.? sec(?:urity)?\.?(?: (?:number|no|#))?)(?!\p{L})/iu,
      'US',
      'ssn',
      'likely',
    ),
    linesAbove: 0,
  },
  rule(
    'gb-nino',
    /(?<![\p{L}\p{N}])(?<![.,/-])([A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D])(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['nino', 'national ins', 'national_ins', 'ni n'],
    /(?<!\p{L})(?:nino|national[ _]insurance|ni (?:number|no))(?!\p{L})/iu,
    'GB',
    'nino',
    'likely',
  ),
  rule(
    'fr-nir',
    /(?<![\p{L}\p{N}])(?<![.,/-])([12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['nir', 'insee', 'sécu', 'secu', 'n° sécu', 'n°sécu'],
    /(?<!\p{L})(?:nir|insee|s[eé]curit[eé] sociale|n° ?s[eé]cu|num[eé]ro de s[eé]cu)(?!\p{L})/iu,
    'FR',
    'nir',
    'certain',
  ),
  rule(
    'de-idnr',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{2} ?\d{3} ?\d{3} ?\d{3})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['steuer', 'idnr', 'tin'],
    /(?<!\p{L})(?:steuer-?id(?:entifikationsnummer|nr)?|idnr|steuerliche identifikationsnummer|tin)(?!\p{L})/iu,
    'DE',
    'idnr',
    'certain',
  ),
  rule(
    'de-svnr',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{2} ?\d{6} ?[A-Z] ?\d{3})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['sv-n', 'svn', 'sozialversicherungs', 'rentenversicherungs'],
    /(?<!\p{L})(?:sv-?n(?:r|ummer)|(?:sozial|renten)versicherungs(?:nummer|nr))(?!\p{L})/iu,
    'DE',
    'svnr',
    'certain',
  ),
  rule(
    'nl-bsn',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{3}[. ]?\d{2,3}[. ]?\d{3})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['bsn', 'burgerservice', 'sofi'],
    /(?<!\p{L})(?:bsn|burgerservicenummer|sofi(?:-?nummer)?)(?!\p{L})/iu,
    'NL',
    'bsn',
    'certain',
  ),
  rule(
    'es-dni',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{8}[- ]?[A-Z])(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['dni', 'nif', 'documento nacional'],
    /(?<!\p{L})(?:dni|nif|documento nacional)(?!\p{L})/iu,
    'ES',
    'dni',
    'certain',
  ),
  rule(
    'es-nie',
    /(?<![\p{L}\p{N}])(?<![.,/-])([XYZ][- ]?\d{7}[- ]?[A-Z])(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['nie', 'extranjero', 'nif'],
    /(?<!\p{L})(?:nie|extranjero|nif)(?!\p{L})/iu,
    'ES',
    'nie',
    'certain',
  ),
  rule(
    'pl-pesel',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{11})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['pesel'],
    /(?<!\p{L})(?:pesel)(?!\p{L})/iu,
    'PL',
    'pesel',
    'certain',
  ),
  rule(
    'it-cf',
    /(?<![\p{L}\p{N}])(?<![.,/-])([A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z])(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['codice fiscale', 'cf', 'c.f', 'c f'],
    /(?<!\p{L})(?:codice fiscale|c\.?f\.?)(?![\p{L}\p{N}])/iu,
    'IT',
    'codicefiscale',
    'certain',
  ),
  rule(
    'be-nn',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['rijksregister', 'registre national', 'numero national', 'numéro national', 'nationalnummer'],
    /(?<!\p{L})(?:rijksregister(?:nummer)?|registre national|num[eé]ro national|nationalnummer)(?!\p{L})/iu,
    'BE',
    'nn',
    'certain',
  ),
  rule(
    'ch-ahv',
    /(?<![\p{L}\p{N}])(?<![.,/-])(756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['ahv', 'avs', 'oasi'],
    /(?<!\p{L})(?:ahv(?:-?n(?:r|ummer))?|avs|oasi)(?!\p{L})/iu,
    'CH',
    'ssn',
    'certain',
  ),
  rule(
    'at-vnr',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{4} ?\d{6})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['sv-n', 'svn', 'sozialversicherung', 'versicherungsn'],
    /(?<!\p{L})(?:sv-?n(?:r|ummer)|sozialversicherungsnummer|versicherungsnummer)(?!\p{L})/iu,
    'AT',
    'vnr',
    'certain',
  ),
  rule(
    'br-cpf',
    /(?<![\p{L}\p{N}])(?<![.,/-])(\d{3}\.?\d{3}\.?\d{3}-?\d{2})(?![\p{L}\p{N}]|[-.,/]\d)/giu,
    ['cpf'],
    /(?<!\p{L})(?:cpf)(?!\p{L})/iu,
    'BR',
    'cpf',
    'certain',
  ),
  ...furtherIdRules,
];

export const nationalIds: readonly Detector[] = nationalIdRules.map(toNumberDetector);
