import { findCountry, findRegion } from './countries.ts';
import { findBritishArea, findPostcodeRegion } from './postcode-region.ts';

/** Where somebody lives: ISO 3166-1 and, where it is said, ISO 3166-2. */
export interface Residence {
  readonly country: string;
  readonly region: string | null;
}

/** What a row or an address says of it. */
export interface WrittenResidence {
  readonly address?: string;
  readonly postcode?: string;
  readonly state?: string;
  readonly country?: string;
}

const STATE_ZIP = /(?:^|[\s,])([A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?),? {1,2}\d{5}(?:-\d{4})?(?!\d)/gu;
const GB_POSTCODE =
  /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]) ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/u;
const CA_POSTCODE =
  /(?<![\p{L}\p{N}])([ABCEGHJ-NPRSTVXY])\d[ABCEGHJ-NPRSTV-Z] ?\d[ABCEGHJ-NPRSTV-Z]\d(?![\p{L}\p{N}])/u;
const CA_PROVINCES: Readonly<Record<string, string>> = {
  ...{ A: 'NL', B: 'NS', C: 'PE', E: 'NB', G: 'QC', H: 'QC', J: 'QC', K: 'ON', L: 'ON', M: 'ON', N: 'ON', P: 'ON' },
  ...{ R: 'MB', S: 'SK', T: 'AB', V: 'BC', Y: 'YT' },
};
/** `D-20457`, `CH-8001`: the sign of vehicles in front of a postcode. */
const SIGNED_POSTCODE = /(?<![\p{L}\p{N}])(D|DE|A|AT|CH|F|FR|B|BE|L|LU|NL|DK|E|ES|I|IT)-(\d{4,5})(?!\d)/u;
const SIGNS: Readonly<Record<string, string>> = { D: 'DE', A: 'AT', F: 'FR', B: 'BE', L: 'LU', E: 'ES', I: 'IT' };

/**
 * Residence by a postal address, or by a postcode together with its country. Five digits alone are of many countries
 * and say nothing; British and Canadian postcodes, and a state of the USA with its ZIP code, say their country.
 */
export function readResidence({
  address = '',
  postcode = '',
  state = '',
  country: written = '',
}: WrittenResidence): Residence | null {
  const text = [address, postcode].filter((each) => each !== '').join(', ');
  if (text === '') return null;
  const named = written === '' ? findLastCountry(address) : findCountry(written);
  const told = readTold(text, state, named);
  if (told !== null) return told;
  if (named === null) return null;
  const regions = [state === '' ? null : findRegion(named, state), findPostcodeRegion(named, { address, postcode })];
  return { country: named, region: toOnly(regions) };
}

/** Where two regions differ, neither is said. */
function toOnly(regions: readonly (string | null)[]): string | null {
  const distinct = new Set(regions.filter((region) => region !== null));
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}

/** By the form alone; a country that is named must be the same one. */
function readTold(text: string, state: string, named: string | null): Residence | null {
  const [, signed, digits = ''] = SIGNED_POSTCODE.exec(text) ?? [];
  const found = (country: string, region: string | null): Residence | null =>
    named === null || named === country ? { country, region } : null;
  if (signed !== undefined) {
    const country = SIGNS[signed] ?? signed;
    return found(country, findPostcodeRegion(country, { postcode: digits }));
  }
  for (const [, short = ''] of text.matchAll(STATE_ZIP)) {
    const region = findRegion('US', short);
    if (region !== null) return found('US', region);
  }
  const region = state === '' ? null : findRegion('US', state);
  if (region !== null && /(?<!\d)\d{5}(?:-\d{4})?(?!\d)/.test(text)) return found('US', region);
  const letter = CA_POSTCODE.exec(text)?.[1];
  if (letter !== undefined) {
    const province = CA_PROVINCES[letter];
    return found('CA', province === undefined ? null : `CA-${province}`);
  }
  const british = GB_POSTCODE.exec(text)?.[0];
  if (british === undefined) return null;
  const { country, region: within } = findBritishArea(british);
  return found(country, within);
}

/** The country that ends an address. */
function findLastCountry(address: string): string | null {
  const last = address.split(/[,\n]/).at(-1)?.trim().replace(/\.$/, '') ?? '';
  // `DE` may be Delaware: a code of two letters is no name.
  return last.length < 3 ? null : findCountry(last);
}
