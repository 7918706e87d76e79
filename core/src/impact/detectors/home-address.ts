import type { Detector, Finding, SearchedText, TextLine } from './finding.ts';
import { withNeighbours } from './hint-scan.ts';
import { isOfFirm, isOfPerson, PERSONAL_HINTS } from './private-context.ts';

/** Each says that somebody lives there. */
const HOME_LABEL =
  /(?<!\p{L})(?:(?:home|private|personal|residential|correspondence|(?:my|his|her|their|our)(?: new| current| old| home)?|new|billing|mailing|delivery|shipping|forwarding|permanent|current)[ \t]address(?:es)?|(?:residence|domicil(?:e|io)|residenza|residência|morada|woonadres|huisadres|thuisadres|hemadress|bostadsadress|bopæl|bostedsadresse|hjemmeadresse|adres zamieszkania)(?=[ \t]{0,4}[:=|])|(?:(?:i|he|she|we|they)(?:['’](?:m|s|re|ve|ll))? |who |(?<=\p{L} ))(?:now )?(?:lives?|living|staying|resid(?:es|ing))(?: alone)?[ \t]at|(?:i|he|she|we|they|who|family)(?:['’](?:m|s|re|ve|ll|d))?(?: (?:have|has|am|are|is|will be|will|just|recently|now)){0,2} mov(?:ed?|ing)[ \t](?:to|into)|(?:my|our|his|her|their) (?:new )?(?:flat|house|place|apartment|home)(?: is)?(?: at)?|to my (?:home|house|flat|place)|(?:privat(?:e[ \t])?|melde|heimat|wohn)-?(?:anschrift|adresse)|privéadres|(?:meine|seine|ihre|unsere|neue|meiner|seiner|ihrer|unserer) (?:neue |aktuelle |private |neuen )?(?:anschrift|adresse)|wohnhaft(?: in(?: der)?)?|wohn(?:t|e|en)(?: (?:jetzt|ab|nun|seit|in der|in|im|am|an der|auf der)){0,2}|wohnort|adresse (?:personnelle|du domicile|privée)|(?:mon|ma|son|sa|notre|leur) (?:nouvelle )?adresse(?: personnelle)?|domiciliée?|demeurant|(?:j['’]|il |elle |nous )?habit(?:e|ons|ent)|(?:dirección|domicilio) (?:particular|personal)|(?:mi|su|nuestra) (?:nueva )?dirección|domiciliad[oa] en|viv(?:e|o|imos) en|residente (?:a|in|en|em|na)|abit(?:a|o) (?:a|in)|reside (?:em|na|en|a)|(?:mora|moro) n[ao]|endereço residencial|bor (?:på|i)|zamieszkał[ya]|woont (?:op|aan|in)|wonende)(?!\p{L})/giu;
/** These stand beside addresses of firms too. */
const ADDRESS_LABEL =
  /(?<!\p{L})(?:(?:postal |street |full )?address(?: line 1)?|anschrift|adresse(?: postale)?|dirección|domicilio|indirizzo|endereço|morada|adres|adress|wohnung|住所)(?=[ \t]{0,4}(?:\([^()\n]{0,20}\))?[ \t]{0,2}(?:[:：=|\t]|$))/giu;
const JOINT =
  /\)?[ \t]{0,4}(?:\([^()\n]{0,30}\))?[ \t]{0,2}(?:(?:is|ist|lautet|est|es|è|é|är|er|at|au|à|nr|now|jetzt)(?!\p{L}))?(?: (?:now|jetzt|désormais|ahora|at|au))?[ \t]{0,4}[:：=|,-]?[ \t]{0,8}/iuy;

/** A house number beside the name of a street, either order (UPU S42). */
const NUMBER_FIRST = /(?<![\p{L}\p{N}])\d{1,5}[a-z]?(?:[/-]\d{1,4})?,?[ \n](?:bis |ter )?\p{L}/iu;
const NUMBER_LAST =
  /\p{L}{2}[.’')-]?,?[ \n](?:n[.º°r]{0,2} ?|no\. ?|s\/)?\d{1,5}(?: ?[a-z])?(?:[/-]\d{1,4}){0,2}(?![\p{L}\p{N}])/iu;
/** Name of a town as it is written: capitals, and small words between. */
const TOWN = "\\p{Lu}[\\p{L}'’.-]{1,25}(?:[ /-](?:\\p{Ll}{1,3} ){0,2}\\p{Lu}[\\p{L}'’.-]{0,25}){0,3}";
/** Postcode and town, as countries order them. The code stands last, or with its town behind it. */
const CODE_LAST =
  '(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[\\dW] ?[A-Z\\d]{4}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|(?:[A-Z]{2}|[A-Z]\\p{Ll}{2,12}),?[ \\n]\\d{5}(?:-\\d{4})?(?![ \\n]\\p{Lu}\\p{Ll})|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \\d{4}|\\p{Ll}{2}[ ,–-]{1,3}\\d{3} ?\\d{3}|〒?\\d{3}-\\d{4})';
const CODE_FIRST = `(?:[A-Z]{1,2}-)?(?:\\d{5}-\\d{3}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4} ?[A-Z]{2}|\\d{4,5}),?[ \\n]{1,2}${TOWN}(?: \\(?[A-Z]{2}\\)?)?`;
const COUNTRY =
  '(?:,?[ \\n](?:UK|U\\.K\\.|United Kingdom|England|Scotland|Wales|USA?|Ireland|Canada|Australia|Germany|Deutschland|Austria|Österreich|Schweiz|Switzerland|France|España|Spain|Italia|Italy|India|Japan|Brasil|México)(?!\\p{L}))?';
const POSTAL = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${CODE_LAST}(?![\\p{L}\\p{N}])(?!-\\d)|${CODE_FIRST})${COUNTRY}`,
  'gu',
);
/** Where a sentence goes on, or another field begins. */
const ADDRESS_END =
  /(?<!\p{L})(?:and|und|et|y|e) (?:my|his|her|the|mein|seine|ihre|mon|son|mi|su|i|we|ich|wir|je|nous)(?!\p{L})|(?<!\p{L})(?:tel|phone|tél|mobil|cell|fax|e-?mail|from|since|until|seit|ab dem|depuis|desde|because|so|which|please|bitte)(?!\p{L})|[@:;|!?\t]|\n[ \t]*\n/iu;
/** Points of abbreviations end nothing. */
const POINT =
  /(?<!str|(?<!\p{L})(?:st|ave?|rd|dr|blvd|ln|apt|no|nr|avda|pl|c|col|ul|al|os|pza|ch|bd|ctra|top))\.(?=[ \n]|$)/iu;
const MAX_ADDRESS_UNITS = 160;
const MAX_LINES = 4;

export const findHomeAddresses: Detector = {
  hints: {
    words: [
      ...['address', 'residen', 'domicil', 'morada', 'woon', 'huisadres', 'thuisadres', 'hemadress', 'bostadsadress'],
      ...['bopæl', 'bosted', 'hjemmeadresse', 'adres', 'lives', 'live ', 'living at', 'staying at', 'moved to'],
      ...['moving to', 'moved into', 'moving into', 'move to', 'move into', 'privat', 'anschrift', 'wohn', 'demeurant'],
      ...['habit', 'j’habit', "j'habit", 'dirección', 'vive', 'vivo', 'vivimos', 'abit', 'reside', 'mora ', 'moro '],
      ...['endereço', 'bor på', 'bor i', 'zamieszk', 'indirizzo', 'wonende', 'adress', '住所'],
      ...['my flat', 'my house', 'my place', 'my apartment', 'my home', 'my new', 'our new', 'his new', 'her new'],
      ...['our flat', 'our house', 'our place', 'their new', 'her flat', 'his flat', 'her house', 'his house'],
    ],
    parts: ['anschrift', 'adresse'],
  },
  find: (text, lines) =>
    lines.flatMap((at) => {
      const found = findAddresses(text, at, HOME_LABEL, true);
      return found.length > 0 ? found : findAddresses(text, at, ADDRESS_LABEL, false);
    }),
};

/** Street, number, postcode and town in a line: of a person where a text is a person's file. */
const WHOLE_ADDRESS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\d{1,4}[a-z]?,? (?:\\p{Lu}[\\p{L}'’.-]{1,20},? ){1,6}(?:${CODE_LAST})|(?:\\p{Lu}[\\p{L}'’-]{1,25}[ -]){0,3}\\p{Lu}[\\p{L}'’-]{2,25}\\.? \\d{1,4}[a-z]?, (?:${CODE_FIRST}))(?![\\p{L}\\p{N}])`,
  'gu',
);
const LINES_BESIDE = 1;
const HAS_CODE = /\d[\dA-Z]/;

/** Addresses without a label, where a word of a person's file stands in a line nearby. */
export const findAddressesInFiles: Detector = {
  hints: PERSONAL_HINTS,
  find: (text, hinted) =>
    withNeighbours(hinted, LINES_BESIDE, text.lines).flatMap((at) => {
      const line = text.lines[at] ?? { text: '', start: 0 };
      if (!HAS_CODE.test(line.text)) return [];
      const found = [...line.text.matchAll(WHOLE_ADDRESS)].filter(({ 0: value }) => !DAY.test(value));
      if (found.length === 0 || !isOfPerson(text, at, LINES_BESIDE)) return [];
      return found.map(({ index, 0: value }): Finding => {
        const start = line.start + index;
        return {
          kind: 'home-address',
          detector: 'home-address',
          confidence: 'likely',
          start,
          end: start + value.length,
          value,
        };
      });
    }),
};

const BRITISH_CODE_LAST = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/u;

/** Whether a cell below the heading of an address is one. */
export function isStreet(cell: string): boolean {
  if (cell.length < 6 || cell.length > MAX_ADDRESS_UNITS || /[@:]|\d{7}/.test(cell)) return false;
  return NUMBER_FIRST.test(cell) || NUMBER_LAST.test(cell) || (/\p{L}{3}/u.test(cell) && BRITISH_CODE_LAST.test(cell));
}

interface Written {
  readonly text: string;
  readonly toOffset: (unit: number) => number;
}

/** A line from a column on, and the lines behind it up to an empty one, parted by line ends. */
function readBlock(lines: readonly TextLine[], at: number, from: number): Written {
  const pieces: { readonly at: number; readonly offset: number }[] = [];
  let text = '';
  for (let step = 0; step < MAX_LINES && text.length < MAX_ADDRESS_UNITS; step += 1) {
    const line = lines[at + step];
    if (line === undefined || (step > 0 && line.text.trim() === '')) break;
    const skipped = step === 0 ? from : line.text.search(/\S|$/);
    if (step > 0) text += '\n';
    pieces.push({ at: text.length, offset: line.start + skipped });
    text += line.text.slice(skipped, skipped + MAX_ADDRESS_UNITS).trimEnd();
  }
  const toOffset = (unit: number): number => {
    const piece = pieces.findLast((each) => each.at <= unit);
    return piece === undefined ? 0 : piece.offset + unit - piece.at;
  };
  return { text: text.slice(0, MAX_ADDRESS_UNITS), toOffset };
}

function findAddresses(text: SearchedText, at: number, label: RegExp, isHome: boolean): readonly Finding[] {
  const { lines } = text;
  const line = lines[at] ?? { text: '', start: 0 };
  return [...line.text.matchAll(label)].flatMap(({ index, 0: words }) => {
    JOINT.lastIndex = index + words.length;
    const behind = JOINT.lastIndex + (JOINT.exec(line.text)?.[0].length ?? 0);
    const isAlone = behind >= line.text.trimEnd().length;
    const first = lines[at + 1];
    if (isAlone && first === undefined) return [];
    const block = isAlone ? readBlock(lines, at + 1, first?.text.search(/\S|$/) ?? 0) : readBlock(lines, at, behind);
    const found = cutAddress(block.text);
    if (found === null) return [];
    if (!isHome && !(found.isPostal && isOfPerson(text, at))) return [];
    if (isHome && isOfFirm(found.value)) return [];
    if (isHome && !found.isPostal && isOfFirm(line.text)) return [];
    const [start, end] = [block.toOffset(found.from), block.toOffset(found.to - 1) + 1];
    return [{ kind: 'home-address', detector: 'home-address', confidence: 'likely', start, end, value: found.value }];
  });
}

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly isPostal: boolean;
}

function cutAddress(text: string): Cut | null {
  const limit = Math.min(
    ...[ADDRESS_END, POINT].map((end) => text.search(end)).map((at) => (at < 0 ? text.length : at)),
  );
  const whole = text.slice(0, limit);
  const postal = [...whole.matchAll(POSTAL)].find(({ index }) => index >= 6 && hasStreet(whole.slice(0, index)));
  const lineEnd = whole.indexOf('\n');
  const to = postal === undefined ? (lineEnd < 0 ? limit : lineEnd) : postal.index + postal[0].length;
  const own = whole.slice(0, to).replace(/[\s,.]{1,8}$/, '');
  if (postal === undefined && (own.length < 6 || own.length > 80 || !hasStreetNumber(own))) return null;
  if (DAY.test(own)) return null;
  return { from: 0, to: own.length, value: own.replace(/,?\n/g, ', '), isPostal: postal !== undefined };
}

/** `February 15, 1941, Admiral`, `Chicago in 1991`: the number is that of a year. */
const DAY =
  /(?<!\p{L})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Ll}{0,7} \d{1,2},? (?:1[89]|20)\d\d(?!\d)|(?<!\p{L})in (?:1[89]|20)\d\d(?!\d)/iu;

/** A house has a number, or a name before the rest of its address. */
function hasStreet(text: string): boolean {
  return hasStreetNumber(text) || /^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+){1,3} ?[,\n]/u.test(text);
}

/** It begins with the number, or with the name of the street: a sentence that goes on does neither. */
function hasStreetNumber(text: string): boolean {
  return /^["“(]?(?:\d|\p{Lu}|rue|via|viale|calle|c\/|av|ul\.|avenue|place|chemin|rua|de |apto)/u.test(text)
    ? NUMBER_FIRST.test(text) || NUMBER_LAST.test(text)
    : false;
}
