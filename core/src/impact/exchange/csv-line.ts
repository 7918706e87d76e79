import { toUnsteered } from '@candor/core/base';

/**
 * One line of a CSV export, with its line feed (RFC 4180, but LF as everywhere in our exports). A field that a
 * spreadsheet could take for a formula gets a `'` in front; a field with a comma or a quote is quoted. Names and paths
 * are some sender's: a control character, a line break or a mark that turns text round stands as its number, so that a
 * terminal shows the file and obeys nothing in it.
 */
export function toCsvLine(fields: readonly (string | number)[]): string {
  return `${fields.map((field) => (typeof field === 'number' ? String(field) : toCsvField(field))).join(',')}\n`;
}

function toCsvField(text: string): string {
  const inert = toUnsteered(text);
  const safe = /^[=+\-@]/.test(inert) ? `'${inert}` : inert;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
