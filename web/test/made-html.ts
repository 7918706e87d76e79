import type { Seeded } from '../../corpus/generate/seeded.ts';

const NAMES =
  'a abbr address applet article b base basefont bdo big blockquote body br button caption center code col colgroup dd details dialog dir div dl dt em embed fieldset font form frame frameset h1 h2 head hr html i iframe image img input keygen label legend li link listing main marquee math menu meta nobr noembed noframes noscript object ol optgroup option p param plaintext pre rb rp rt rtc ruby s script section select small span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead title tr track tt u ul video wbr xmp mi mo mn ms mtext mglyph malignmark annotation-xml foreignObject desc o:p v:shape'.split(
    ' ',
  );
const ATTRIBUTES = [
  ' href="https://harbor.example" HREF=x',
  ' class=a id=b',
  ' style="color:red"',
  ' xlink:href=#a xml:lang=en xmlns:xlink="http://www.w3.org/1999/xlink"',
  ' encoding="text/html"',
  ' type=hidden',
  ' "',
  " a='",
  ' =x ==',
  ' definitionurl=x viewbox="0 0 1 1"',
  ' a=1/',
  ' value=&amp;&lt&notit;',
];
const TEXTS = [
  'word',
  ' ',
  '\n',
  '\t \f\r\n',
  '\0',
  '&amp;&#0;&#x80;&#xD800;&#1114112;',
  '&notin;&notit;&ampx&copy',
  '540 must',
  '\ufeff',
  '\u00a0',
  '<',
  '</',
  '<!',
  '<?x?>',
  '<?x y >z ?>',
  '<? a>',
  '<?xml version="1.0"?>',
  '<![CDATA[ x > ]]>',
  '<!-- a -->',
  '<!-->',
  '<!--->',
  '<!-- --!>',
  '<!--[if mso]>x<![endif]-->',
  '<!--<!---->',
  ']]>',
  '<!DOCTYPE html>',
  '<!doctype html public "-//W3C//DTD HTML 3.2//EN">',
  '-->',
  '&',
  '\u{1f4e8}',
];

/** HTML as nobody writes it: elements opened and closed in any order, in each other's places. */
export function makeHtml(random: Seeded): string {
  let html = random.pick(['', '<!DOCTYPE html>', '<html><body>', '<table>', '<p><b>', '<svg>', '<math>', '<select>']);
  const length = 1 + random.number(24);
  for (let at = 0; at < length; at += 1) {
    const name = random.pick(NAMES);
    const written = random.number(5) === 0 ? name.toUpperCase() : name;
    const kind = random.number(10);
    if (kind < 5)
      html += `<${written}${random.number(3) === 0 ? random.pick(ATTRIBUTES) : ''}${random.number(9) === 0 ? '/' : ''}>`;
    else if (kind < 7) html += `</${written}>`;
    else html += random.pick(TEXTS);
  }
  return html;
}
