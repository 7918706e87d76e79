/** Elements with invisible text. */
const UNSEEN = ['style', 'script'];
/** Elements that do not end a word: `pass<b>word</b>` is one. */
const INLINE = /^<\/?(?:a|abbr|b|big|code|em|font|i|ins|kbd|mark|o:p|s|small|span|strong|sub|sup|tt|u|wbr)(?=[\s/>])/i;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,31}));/gi;

/** From U+00A0 to U+00FF, in order (HTML 4). */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Zcaron: 'Ž',
    zcaron: 'ž',
    Yuml: 'Ÿ',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    hellip: '…',
    bull: '•',
    euro: '€',
    trade: '™',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    zwnj: '\u{200C}',
    zwj: '\u{200D}',
  }),
]);

/**
 * The words of HTML, only for the search: never shown. One pass over any input; an unclosed element takes the rest.
 * `isWhole` is false when a character has a name that is not known here.
 */
export function readHtmlText(html: string): { readonly text: string; readonly isWhole: boolean } {
  const kept: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    kept.push(html.slice(at, open));
    at = findEnd(lower, open);
    if (!INLINE.test(html.slice(open, open + 12))) kept.push(' ');
  }
  kept.push(html.slice(at));
  let isWhole = true;
  const text = kept.join('').replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name === undefined)
      return toCharacter(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
    const known = NAMED.get(name);
    isWhole &&= known !== undefined;
    return known ?? whole;
  });
  return { text, isWhole };
}

function findEnd(lower: string, open: number): number {
  const behind = (end: string, from: number): number => {
    const found = lower.indexOf(end, from);
    return found < 0 ? lower.length : found + end.length;
  };
  if (lower.startsWith('<!--', open)) return behind('-->', open + 4);
  const unseen = UNSEEN.find((name) => lower.startsWith(name, open + 1));
  return behind('>', unseen === undefined ? open : behind(`</${unseen}`, open) - 1);
}

function toCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
}
