/**
 * The law that names a party's own duties: articles of the GDPR are named in the EU, the EEA and the United Kingdom,
 * and nowhere else.
 */
export type Jurisdiction = 'gdpr' | 'uk-gdpr' | 'other';

/**
 * Members of the EU and the EEA, ISO 3166-1. Greece and the United Kingdom have second codes in wide use; some
 * territories are the EU's and have codes of their own.
 */
const GDPR_COUNTRIES: ReadonlySet<string> = new Set(
  'AT AX BE BG CY CZ DE DK EE EL ES EU FI FR GF GP GR HR HU IE IS IT LI LT LU LV MQ MT NL NO PL PT RE RO SE SI SK YT'.split(
    ' ',
  ),
);

/**
 * By the country that the directory gives, else by the country-code domains of the party; null where nothing says.
 * Domains of several countries agree or say nothing.
 * @param countryTlds of `reference/country-tlds.txt`: top-level domain in lower case to country. Those that the whole
 * world uses are not among them.
 */
export function findJurisdiction(
  country: string | null,
  domains: readonly string[],
  countryTlds: ReadonlyMap<string, string>,
): Jurisdiction | null {
  if (country !== null && /^[a-z]{2}$/i.test(country.trim())) return toJurisdiction(country.trim());
  const found = new Set(
    domains.flatMap((domain) => {
      const known = countryTlds.get(domain.slice(domain.lastIndexOf('.') + 1).toLowerCase());
      return known === undefined ? [] : [toJurisdiction(known)];
    }),
  );
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function toJurisdiction(country: string): Jurisdiction {
  const code = country.toUpperCase();
  if (code === 'GB' || code === 'UK') return 'uk-gdpr';
  return GDPR_COUNTRIES.has(code) ? 'gdpr' : 'other';
}

/** `reference/country-tlds.txt`: a top-level domain and its country a line, `#` begins a comment. */
export function readCountryTlds(text: string): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [tld = '', country = ''] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (tld !== '' && country !== '') known.set(tld.toLowerCase(), country.toUpperCase());
  }
  return known;
}
