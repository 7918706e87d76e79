/**
 * One line of a CSV export, with its line feed (RFC 4180, but LF as everywhere in our exports). A field that a spreadsheet could take for
 * a formula gets a `'` in front; a field with a comma, a quote or a line break is quoted.
 */
export function toCsvLine(fields: readonly (string | number)[]): string {
  return `${fields.map((field) => (typeof field === 'number' ? String(field) : toCsvField(field))).join(',')}\n`;
}

function toCsvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
