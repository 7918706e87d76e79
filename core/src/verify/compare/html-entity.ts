/** Names of U+00A0 to U+00FF, in order (HTML Standard, named character references). */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS =
  'amp:26 lt:3c gt:3e quot:22 apos:27 ndash:2013 mdash:2014 lsquo:2018 rsquo:2019 sbquo:201a ldquo:201c rdquo:201d bdquo:201e bull:2022 hellip:2026 euro:20ac trade:2122 ensp:2002 emsp:2003 thinsp:2009 zwnj:200c zwj:200d lrm:200e rlm:200f lsaquo:2039 rsaquo:203a minus:2212 rarr:2192 oelig:153 OElig:152';

const names = new Map<string, string>(
  LATIN.split(' ').map((name, at) => [name, String.fromCodePoint(0xa0 + at)] as const),
);
for (const entry of OTHERS.split(' ')) {
  const [name = '', number = ''] = entry.split(':');
  names.set(name, String.fromCodePoint(Number.parseInt(number, 16)));
}

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));?/g;
const LAST_CODE_POINT = 0x10_ff_ff;

/** Character references as the letters they stand for; one that is not known stays as it is written. */
export function decodeReferences(html: string): string {
  return html.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return names.get(name) ?? whole;
    const number = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    const isScalar = number > 0 && number <= LAST_CODE_POINT && !(number >= 0xd800 && number <= 0xdfff);
    return isScalar ? String.fromCodePoint(number) : '\ufffd';
  });
}
