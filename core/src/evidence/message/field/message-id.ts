import { trimWhiteSpace } from '../text/white-space.ts';

/**
 * The text inside the first pair of angle brackets, so that comments before and behind it go; without such a pair the
 * whole, white space trimmed. Null when nothing is left. Never trims by character set (docs/formats/rules.md,
 * Message-ID and fingerprint).
 */
export function readMessageId(value: string): string | null {
  const text = value.replace(/\r?\n/g, '');
  const open = text.indexOf('<');
  const close = open < 0 ? -1 : text.indexOf('>', open);
  const id = close < 0 ? trimWhiteSpace(text) : text.slice(open + 1, close);
  return id === '' ? null : id;
}

/** Ids of one message that are read; threads have hundreds. */
const IDS_LIMIT = 100_000;

/** Every id of an `In-Reply-To` or `References` field, without brackets. Without any bracket, its words are the ids. */
export function readMessageIds(value: string): readonly string[] {
  const text = value.replace(/\r?\n/g, '');
  const bracketed = text.includes('<');
  const found = text.match(bracketed ? /<[^<>]*>/g : /[^\t-\r \u00a0]+/g) ?? [];
  const ids: string[] = [];
  for (const one of found.slice(0, IDS_LIMIT)) {
    const id = readMessageId(one);
    if (id !== null) ids.push(id);
  }
  return ids;
}
