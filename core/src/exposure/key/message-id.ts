/**
 * Normalises a Message-ID (docs/formats/rules.md, Message-ID and fingerprint): the text inside the first angle
 * brackets, otherwise the trimmed whole. Null when empty.
 */
export function toMessageId(text: string): string | null {
  const open = text.indexOf('<');
  const close = open < 0 ? -1 : text.indexOf('>', open);
  if (close >= 0) return close > open + 1 ? text.slice(open + 1, close) : null;
  let from = 0;
  let to = text.length;
  while (from < to && isWhiteSpace(text.charCodeAt(from))) from += 1;
  while (to > from && isWhiteSpace(text.charCodeAt(to - 1))) to -= 1;
  return from < to ? text.slice(from, to) : null;
}

/** U+0009–U+000D, U+0020 and U+00A0, and no other (docs/formats/rules.md, Message-ID and fingerprint). */
function isWhiteSpace(unit: number): boolean {
  return (unit >= 0x09 && unit <= 0x0d) || unit === 0x20 || unit === 0xa0;
}
