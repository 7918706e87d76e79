/** Maximum number of tags in one message. */
const ELEMENTS = 50_000;
/**
 * Maximum open elements. Real mail has up to about a hundred; a browser takes minutes for hundreds of thousands, or
 * crashes.
 */
const OPEN_AT_ONCE = 1000;
/** Maximum open formatting elements: each is reopened in every following block. */
const FORMATTING_AT_ONCE = 150;
/** Maximum attributes of one message, by their signs. */
const ATTRIBUTES = 200_000;

const FORMATTING = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '));
/** Void elements, and those closed by the next of their kind. */
const CLOSES_ITSELF = new Set(
  'area base basefont bgsound br col dd dt embed frame hr img input keygen li link meta option optgroup p param rb rp rt source tbody td tfoot th thead tr track wbr'.split(
    ' ',
  ),
);

/**
 * Counts tags anywhere, also in comments, scripts and attributes: hostile HTML makes it uncertain which of them a
 * browser sees.
 */
const TAG = /<(\/?)([a-z][a-z0-9:-]{0,40})/gi;

/**
 * Whether HTML would cost a browser too much, decided before any browser parses it. Heavier HTML is shown as words
 * only.
 */
export function exceedsMarkupBudget(html: string): boolean {
  // Browsers parse style sheets anywhere, also in documents that are not shown.
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

/** Maximum nesting in a style sheet. Real ones have three or four levels. */
export const STYLE_DEPTH = 24;
/** The same for a whole message, where most brackets are punctuation. A browser crashes at some ten thousand. */
const ALL_DEPTH = 1000;

/** Whether blocks and brackets nest deeper than real mail does. */
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
