// Which region (ISO 3166-2) a postcode lies in, by the digits with which it begins. A beginning that lies in two
// regions, or of which this is not certain, is left out: such a postcode says its country only. Australia, France,
// India and Japan are computed from lists of their post offices (2022 to 2026; of France with the communes of INSEE).
// Brazil, Mexico and Spain give each state its own beginnings. The others are from the tables of the post offices.

const BEGINNINGS = `AT 1 70-73 75; 2 90-92 94-98; 3 20-23 25-28 30-32 34-39; 4 40-42 45-49; 5 50 54-57; 6 80-81 84-89; 7 60-66 99; 8
  67-69; 9 10-12
AU ACT 02 29 260; NSW 10-18 20-23 27-28 241-253 255-259 263-268; NT 080-086 088; QLD 40-42 44-47 90 94 97 430-431
  434-436 439 480-481 483-489; SA 50-59; TAS 70-74; VIC 30-34 38-39 80-85 351-357 359-363 365-368 371-379; WA 60-66
  68-69
BE BRU 10-12; VLG 15-39 8 9; WAL 13-14 4-7
BG 22 10-14
BR AC 699; AL 57; AM 690-692 694-698; AP 689; BA 40-48; CE 60-63; DF 70 71 720-727 730-736; ES 29; GO 728-729 737-739
  74-75 760-767; MA 65; MG 30-39; MS 79; MT 780-788; PA 66-67 680-688; PB 58; PE 50-56; PI 64; PR 80-87; RJ 20-28; RN
  59; RO 768-769; RR 693; RS 90-99; SC 88-89; SE 49; SP 0 1; TO 77
CH BE 300; BS 405; GE 120; GR 70-72 74-77; TI 660-669 67-68 690 692-699; VS 39; ZH 800 804-806
CZ 10 10-19
DE BB 03 049 144-146 148-149 15 16; BE 10-11 120-124 126 13 140-141; BW 681-683 687-688 691 70-73 740-744 746-749 75
  761-766 77-79 880 882-884 886-887 891 895-896; BY 638 80-86 874 876-877 892-894 90-95 960-964 970-977; HB 281-283;
  HE 341-342 345-346 35 360-363 372 60-62 630-636 642-643 645-646 648 651-652 654 657-659 686; HH 20 211 220 222-227;
  MV 170-171 174-175 18 190-191 194; NI 212-213 216-217 26 272-273 276-278 288 292-293 295-296 30 31 370 374-375
  380-383 385-387 490-493 496-498; NW 32 33 40-47 481-483 486-487 50 510-514 516-517 52 531-533 537-539 570-574 58
  590-598; RP 534 54 551 554-557 56 575-576 67 669 768; SH 228-229 235-238 24 25; SL 661-663 666-667; SN 010-018 02
  040-044 047 08 09; ST 060-064 066-069 388 39; TH 073-078 364 373 965 98 99
DK 81 90-94 98-99; 82 74-75 80 82-85; 83 5 60-67; 84 10-24 30-35 37; 85 41-49
EE 37 10-13
ES AN 04 11 14 18 21 23 29 41; AR 22 44 50; AS 33; CB 39; CE 51; CL 05 09 24 34 37 40 42 47 49; CM 02 13 16 19 45; CN
  35 38; CT 08 17 25 43; EX 06 10; GA 15 27 32 36; IB 07; MC 30; MD 28; ML 52; NC 31; PV 01 20 48; RI 26; VC 03 12 46
FI 01 22; 10 96 99; 11 33; 18 00; 19 20
FR 20R 20; ARA 03 07 26 38 42-43 63 69 73-74 010-013 016-019 150-151 153-158; BFC 21 25 39 58 70-71 89-90; BRE 22 29
  35 56; CVL 18 28 36 41 45 370 372-378; GES 08 10 51-52 54-55 57 67-68 88; HDF 02 59-60 62 80; IDF 75 77-78 91-95;
  NAQ 16-17 19 23-24 33 40 47 64 79 86-87; NOR 14 27 50 61 76; OCC 09 11 30-32 34 46 65-66 81-82 120-121 123-128
  480-481 483-488; PAC 04 06 13 83-84 050-056 058; PDL 44 49 53 72 85
GR I 10-18; B 54-56
HR 21 100
HU BU 10-12
IN AN 744; AP 51-52 530-532 534-535; AR 790-792; AS 781-782 784-788; BR 80 84-85 811-812 821 823-824; CG 49; DL 11; GA
  403; GJ 37-38 360-361 363-365 390-395; HP 17; HR 12-13; JH 815-816 822 825-829 83; JK 18 190-193; KA 56-59; KL 69
  670-671 676 678-680 683 685-686 688-689; LA 194; MH 41-44 400-402; ML 793-794; MN 795; MP 45-48; MZ 796; NL 797-798;
  OD 75-77; PB 15 141-148; RJ 30-34; SK 737; TN 61-64 600-604 606 608; TR 799; TS 500-506 508-509; UK 248-249 263; UP
  20-23 25 27-28 241-243 245 261; WB 70-72 731-736 741-743
IT 21 10 12-15 28; 23 11; 25 20-27 46; 32 38-39; 34 30-31 35-37 45; 36 33-34; 42 16-17 19; 45 29 40-44 470-477 48; 52
  50-59; 55 05-06; 57 60 62-63; 62 00-04; 65 64-67; 67 86; 72 80-84; 75 70-74 76; 77 75 85; 78 87-89; 82 90-98; 88
  07-09
JP 01 00 04-09; 02 03; 03 02; 04 98; 05 010-017 019; 06 99; 07 96-97; 08 30 310 312-319; 09 32; 10 371-379; 11 33
  35-36 340-348; 12 26-29; 13 10-20; 14 21-25; 15 95 940-948; 16 930-938; 17 920-921 923-929; 18 91; 19 40; 20 39
  380-383 385-388; 21 50; 22 41-42 430 432-439; 23 44-48 490-497; 24 51; 25 521-529; 26 60 62 610-617 619; 27 53-55
  57-59 560-562 564-569; 28 65-67; 29 631-639; 30 640-646 649; 31 680-683 689; 32 69 685; 33 70-71; 34 72-73; 35
  74-75; 36 77; 37 76; 38 79; 39 78; 40 80 82 810 812-816 818-819 830-838; 41 840-847 849; 42 85 817; 43 86; 44 870
  872-879; 45 88; 46 89; 47 90
LT VL 01-12
LV RIX 10
MX AGU 20; BCN 21-22; BCS 23; CAM 24; CHH 31-33; CHP 29-30; CMX 00-16; COA 25-27; COL 28; DUR 34-35; GRO 39-41; GUA
  36-38; HID 42-43; JAL 44-49; MEX 50-57; MIC 58-61; MOR 62; NAY 63; NLE 64-67; OAX 68-71; PUE 72-75; QUE 76; ROO 77;
  SIN 80-82; SLP 78-79; SON 83-85; TAB 86; TAM 87-89; TLA 90; VER 91-96; YUC 97; ZAC 98-99
NL FL 13; FR 89; GE 68; GR 97; LI 61-64; NB 50 56; NH 10 11 15-20; OV 75 80; UT 35; ZE 43-45; ZH 25 26 29-33
NO 03 00-12; 11 40-43; 46 50-52; 50 70-77
PL 02 50-54; 04 85; 06 20; 08 65; 10 90-94; 12 30-31; 14 00-04; 16 45; 18 35; 20 15; 22 80; 24 40; 26 25; 28 10; 30
  60-61; 32 70-71
PT 20 95-99; 30 90-94
RO B 01-06
SE AB 11-14 16-18; AC 90; BD 97-98; C 75; M 20-27; O 40-41
SK BL 81-85`;

// Areas of British postcodes that lie in one country. Those on a border, such as CH, LD, NP, SY and TD, are left out.
const BRITISH_AREAS: Readonly<Record<string, string>> = {
  ENG: `AL B BA BB BD BH BL BN BR CB CM CO CR CT CV CW DA DE DH DL DN DT DY E EC EN EX FY GU HA HD HG HP HU HX IG IP KT L LA
    LE LN LS LU M ME MK N NG NN NR NW OL OX PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW TA TN TQ TR TS TW UB
    W WA WC WD WF WN WS WV YO`,
  NIR: 'BT',
  SCT: 'AB DD EH FK G HS IV KA KW KY ML PA PH ZE',
  WLS: 'CF SA',
};

/** The digits of a postcode as each country writes it in an address, so that a number of a house is none. */
const FOUR = /(?<![\p{L}\p{N}-])(?:[A-Z]{1,2}-)?(\d{4})(?= \p{Lu})/gu;
const FIVE = /(?<![\p{L}\p{N}-])(?:[A-Z]{1,2}-)?(\d{5})(?= \p{Lu})/gu;
const PARTED_FIVE = /(?<![\p{L}\p{N}-])(?:[A-Z]{1,2}-)?(\d{3} ?\d{2})(?= \p{Lu})/gu;
const SIX = /(?<![\p{L}\p{N}])(\d{3} ?\d{3})(?![\p{L}\p{N}])/gu;
const WRITTEN: Readonly<Record<string, RegExp>> = {
  AU: /(?<=(?:ACT|NSW|NT|QLD|SA|TAS|VIC|WA),? )(\d{4})(?!\d)/gu,
  BR: /(?<!\d)(\d{5}-?\d{3})(?!\d)/gu,
  ...{ CZ: PARTED_FIVE, GR: PARTED_FIVE, SE: PARTED_FIVE, SK: PARTED_FIVE },
  ...{ IN: SIX, RO: SIX },
  JP: /(?<!\d)(\d{3}-\d{4})(?!\d)/gu,
  LV: /(?<!\p{L})LV-(\d{4})(?!\d)/gu,
  NL: /(?<!\d)(\d{4}) ?[A-Z]{2}(?!\p{L})/gu,
  PL: /(?<![\d-])(\d{2}-\d{3})(?!\d)/gu,
  PT: /(?<!\d)(\d{4}-\d{3})(?!\d)/gu,
  ...Object.fromEntries('DE EE ES FI FR HR IT LT MX'.split(' ').map((country) => [country, FIVE])),
  ...Object.fromEntries('AT BE BG CH DK HU NO'.split(' ').map((country) => [country, FOUR])),
};
/** A cell with a postcode and nothing else. */
const ALONE = /^\s*(?:[A-Z]{1,2}-)?(\d[\d -]{2,8}\d)(?: ?[A-Z]{2})?\s*$/u;
const DIGITS: Readonly<Record<string, readonly number[]>> = { BR: [8], IN: [6], JP: [7], PT: [4, 7], RO: [6] };

function toBeginnings(list: string): readonly [string, string][] {
  return list.split(/\n(?! )/).flatMap((line) => {
    const country = line.slice(0, 2);
    return line
      .slice(2)
      .split(';')
      .flatMap((part): [string, string][] => {
        const [region = '', ...ranges] = part.trim().split(/\s+/);
        return ranges.flatMap(toPrefixes).map((prefix) => [`${country}${prefix}`, `${country}-${region}`]);
      });
  });
}

/** `080-083`: four beginnings of three digits. */
function toPrefixes(range: string): readonly string[] {
  const [from = '', to = from] = range.split('-');
  const count = Number(to) - Number(from) + 1;
  return Array.from({ length: count }, (_, at) => String(Number(from) + at).padStart(from.length, '0'));
}

const REGIONS: ReadonlyMap<string, string> = new Map(toBeginnings(BEGINNINGS));
const AREAS: ReadonlyMap<string, string> = new Map(
  Object.entries(BRITISH_AREAS).flatMap(([country, list]) =>
    list.split(/\s+/).map((area): [string, string] => [area, `GB-${country}`]),
  ),
);
const MAX_BEGINNING_DIGITS = 3;

/** The region of a postcode of a country; null where it has none, several, or what stands there is no postcode. */
export function findPostcodeRegion(
  country: string,
  { address = '', postcode = '' }: { readonly address?: string; readonly postcode?: string },
): string | null {
  const written = WRITTEN[country];
  if (written === undefined) return null;
  const own = ALONE.exec(postcode)?.[1];
  const found = own === undefined ? [...address.matchAll(written)].map(([, digits = '']) => digits) : [own];
  const distinct = new Set(found.map((each) => each.replace(/\D/g, '')));
  const [digits = ''] = distinct;
  if (distinct.size !== 1 || !isLong(country, digits.length, own !== undefined)) return null;
  for (let length = 1; length <= MAX_BEGINNING_DIGITS; length += 1) {
    const region = REGIONS.get(country + digits.slice(0, length));
    if (region !== undefined) return region;
  }
  return null;
}

/** A sheet that takes postcodes for numbers drops a zero in front. */
function isLong(country: string, digits: number, isCell: boolean): boolean {
  if (!isCell) return true;
  const usual = WRITTEN[country] === FIVE || WRITTEN[country] === PARTED_FIVE || country === 'PL' ? [5] : [4];
  return (DIGITS[country] ?? usual).includes(digits);
}

/** The country within the United Kingdom of a postcode's area, or the island of its own. */
export function findBritishArea(postcode: string): { readonly country: string; readonly region: string | null } {
  const area = /^[A-Z]{1,2}/.exec(postcode)?.[0] ?? '';
  if (ISLANDS.has(area)) return { country: area, region: null };
  return { country: 'GB', region: AREAS.get(area) ?? null };
}

/** Crown dependencies: their postcodes have the form of British ones, and they are countries of ISO 3166-1. */
const ISLANDS: ReadonlySet<string> = new Set(['GY', 'IM', 'JE']);
