// Names in English, German, French and Spanish and the calling code (ITU-T E.164) of countries; a code that several
// countries share is left out. Regions are those of ISO 3166-2. Written by hand from the standards.

const COUNTRIES = `AR 54 argentina argentinien argentine
AT 43 austria österreich autriche
AU 61 australia australien australie
BE 32 belgium belgien belgique bélgica belgië
BG 359 bulgaria bulgarien bulgarie
BR 55 brazil brasilien brésil brasil
CA - canada kanada canadá
CH 41 switzerland schweiz suisse suiza svizzera
CL 56 chile chili
CN 86 china chine
CO 57 colombia kolumbien colombie
CY 357 cyprus zypern chypre chipre
CZ 420 czechia|czech_republic tschechien tchéquie|république_tchèque chequia
DE 49 germany deutschland allemagne alemania
DK 45 denmark dänemark danemark dinamarca danmark
EE 372 estonia estland estonie
ES 34 spain spanien espagne españa
FI 358 finland finnland finlande finlandia suomi
FR 33 france frankreich francia
GB 44 united_kingdom|uk|great_britain|england|scotland|wales vereinigtes_königreich|großbritannien royaume-uni reino_unido
GR 30 greece griechenland grèce grecia
HR 385 croatia kroatien croatie croacia
HU 36 hungary ungarn hongrie hungría
IE 353 ireland irland irlande irlanda
IN 91 india indien inde
IS 354 iceland island islande islandia
IT 39 italy italien italie italia
JP 81 japan japon japón
LI 423 liechtenstein
LT 370 lithuania litauen lituanie lituania
LU 352 luxembourg luxemburg luxemburgo
LV 371 latvia lettland lettonie letonia
MT 356 malta malte
MX 52 mexico mexiko mexique méxico
NL 31 netherlands|the_netherlands niederlande pays-bas países_bajos nederland
NO - norway norwegen norvège noruega norge
NZ 64 new_zealand neuseeland nouvelle-zélande nueva_zelanda
PL 48 poland polen pologne polonia polska
PT 351 portugal
RO 40 romania rumänien roumanie rumania
SE 46 sweden schweden suède suecia sverige
SG 65 singapore singapur singapour
SI 386 slovenia slowenien slovénie eslovenia
SK 421 slovakia slowakei slovaquie eslovaquia
TR 90 turkey türkei turquie turquía türkiye
UA 380 ukraine ucrania
US - united_states|usa|u.s.a.|us|u.s.|united_states_of_america vereinigte_staaten états-unis estados_unidos
ZA 27 south_africa südafrika afrique_du_sud sudáfrica`;

const US_STATES = `AL alabama AK alaska AZ arizona AR arkansas CA california CO colorado CT connecticut DE delaware DC
district_of_columbia FL florida GA georgia HI hawaii ID idaho IL illinois IN indiana IA iowa KS kansas KY kentucky LA
louisiana ME maine MD maryland MA massachusetts MI michigan MN minnesota MS mississippi MO missouri MT montana NE nebraska
NV nevada NH new_hampshire NJ new_jersey NM new_mexico NY new_york NC north_carolina ND north_dakota OH ohio OK oklahoma OR
oregon PA pennsylvania RI rhode_island SC south_carolina SD south_dakota TN tennessee TX texas UT utah VT vermont VA
virginia WA washington WV west_virginia WI wisconsin WY wyoming PR puerto_rico`;

const OTHER_REGIONS: Readonly<Record<string, string>> = {
  CA: 'AB alberta BC british_columbia MB manitoba NB new_brunswick NL newfoundland_and_labrador NS nova_scotia ON ontario PE prince_edward_island QC quebec SK saskatchewan YT yukon NT northwest_territories NU nunavut',
  AU: 'NSW new_south_wales VIC victoria QLD queensland SA south_australia WA western_australia TAS tasmania ACT australian_capital_territory NT northern_territory',
  DE: 'BW baden-württemberg BY bayern BE berlin BB brandenburg HB bremen HH hamburg HE hessen MV mecklenburg-vorpommern NI niedersachsen NW nordrhein-westfalen RP rheinland-pfalz SL saarland SN sachsen ST sachsen-anhalt SH schleswig-holstein TH thüringen',
};

const spaced = (word: string): string => word.replaceAll('_', ' ');

const rows = COUNTRIES.split('\n').map((line) => line.split(' '));

const BY_NAME: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([code = '', , ...names]) =>
    [code.toLowerCase(), ...names.flatMap((name) => name.split('|'))].map((name): [string, string] => [
      spaced(name),
      code,
    ]),
  ),
);
const BY_PREFIX: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([code = '', prefix = '-']): [string, string][] => (prefix === '-' ? [] : [[prefix, code]])),
);

function toRegions(list: string, country: string): readonly [string, string][] {
  const words = list.split(/\s+/);
  return words.flatMap((word, at): [string, string][] =>
    at % 2 === 0
      ? [
          [`${country} ${word.toLowerCase()}`, `${country}-${word}`],
          [`${country} ${spaced(words[at + 1] ?? '')}`, `${country}-${word}`],
        ]
      : [],
  );
}

const REGIONS: ReadonlyMap<string, string> = new Map([
  ...toRegions(US_STATES, 'US'),
  ...Object.entries(OTHER_REGIONS).flatMap(([country, list]) => toRegions(list, country)),
]);

/** ISO 3166-1 alpha-2, of a name or the code itself. */
export function findCountry(text: string): string | null {
  return BY_NAME.get(text.trim().toLowerCase().replace(/\s+/g, ' ')) ?? null;
}

/** ISO 3166-2, of a name or its short form within a country. */
export function findRegion(country: string, text: string): string | null {
  return REGIONS.get(`${country} ${text.trim().toLowerCase().replace(/\s+/g, ' ')}`) ?? null;
}

/** The country of a telephone number that is written with its code. */
export function findCallingCountry(number: string): string | null {
  const digits = /^\s*(?:\+|00)\s*([\d ()./-]+)/.exec(number)?.[1]?.replace(/\D/g, '') ?? '';
  for (const length of [3, 2]) {
    const country = BY_PREFIX.get(digits.slice(0, length));
    if (country !== undefined) return country;
  }
  return null;
}
