import type { RtfMark, RtfText } from './rtf-text.ts';

/** A field that has begun: what it shows, and what made it. */
export interface RtfField {
  /** Where what it shows begins. */
  readonly from: RtfMark;
  /** Null until it comes. */
  instruction: RtfText | null;
}

const LINK = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]\S*))/i;

/**
 * Adds the address that a field leads to behind what it shows, ` <address>` as Outlook has it in plain text, unless
 * that is what it shows: a search for a word of it would miss the message, and whoever looks for secrets the token in
 * it.
 */
export function addLink(text: RtfText, { from, instruction }: RtfField): void {
  const [, quoted, bare] = LINK.exec(instruction?.take() ?? '') ?? [];
  const address = (quoted ?? bare ?? '').trim();
  if (address === '' || text.shows(from, [address, address.replace(/^mailto:/i, '')])) return;
  text.add(` <${address}>`, true);
}
