/** Tags that are opened in one message. */
const ELEMENTS = 50_000;
/**
 * Elements that are open at once. Real mail has up to about a hundred; a browser reads hundreds of thousands in
 * minutes, or breaks.
 */
const OPEN_AT_ONCE = 1000;
/** Formatting elements that are open at once: each is opened again in every block that follows. */
const FORMATTING_AT_ONCE = 150;
/** Attributes of one message, as far as they can be told by their signs. */
const ATTRIBUTES = 200_000;

const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Elements without content, and those that the next of their kind closes. */
const CLOSES_ITSELF = new Set(
  'area base basefont bgsound br col dd dt embed frame hr img input keygen li link meta option optgroup p param rb rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/**
 * Tags wherever they stand, also in comments, scripts and attributes: which of them a browser takes for tags is what
 * hostile html makes uncertain.
 */
const TAG = /<(\/?)([a-z][a-z0-9:-]{0,40})/gi;

/**
 * Whether html would cost a browser too much, found out before any browser reads it. What is heavier is shown as its
 * words alone.
 */
export function exceedsMarkupBudget(html: string): boolean {
  // Browsers read style sheets wherever they stand, also in documents that nobody sees.
  if (exceedsDepth(html, ALL_DEPTH) || hasMore(html, '=', ATTRIBUTES)) return true;
  let elements = 0;
  let open = 0;
  let formatting = 0;
  for (const [, slash, tag = ''] of html.matchAll(TAG)) {
    const name = tag.toLowerCase();
    const step = slash === '' ? 1 : -1;
    if (step === 1) elements += 1;
    if (FORMATTING.has(name)) formatting = Math.max(0, formatting + step);
    else if (!CLOSES_ITSELF.has(name)) open = Math.max(0, open + step);
    if (elements > ELEMENTS || open > OPEN_AT_ONCE || formatting > FORMATTING_AT_ONCE) return true;
  }
  return false;
}

function hasMore(html: string, sign: string, most: number): boolean {
  let count = 0;
  for (let at = html.indexOf(sign); at !== -1; at = html.indexOf(sign, at + 1)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** Blocks and brackets of a style sheet that stand one inside the other. Real ones have three or four. */
export const STYLE_DEPTH = 24;
/**
 * The same of everything in a message, where most brackets are somebody's punctuation. A browser breaks at some ten
 * thousand.
 */
const ALL_DEPTH = 1000;

/** Whether blocks and brackets stand deeper one inside the other than is meant for anybody to see. */
export function exceedsDepth(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 0x28:
      case 0x5b:
      case 0x7b:
        depth += 1;
        if (depth > most) return true;
        break;
      case 0x29:
      case 0x5d:
      case 0x7d:
        if (depth > 0) depth -= 1;
        break;
    }
  }
  return false;
}
