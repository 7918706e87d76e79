/** Whole words, without case: no letter, number or `_` beside them. */
const word = (text: string) => new RegExp(`(?<![\\p{L}\\p{N}_])${text}(?![\\p{L}\\p{N}_])`, 'iu');

const ACCESS = word('MailItemsAccessed');
const REMOVE = word('remove');
const ADD = word('add');

/**
 * What a list of logged actions does to `MailItemsAccessed` (docs/formats/rules.md, Coverage): true takes it away,
 * false gives it, null changes nothing. A list is given whole, or as `@{Remove="MailItemsAccessed"}`.
 */
export function readAuditList(text: string): boolean | null {
  if (ACCESS.test(text)) return REMOVE.test(text);
  return REMOVE.test(text) || ADD.test(text) ? null : true;
}
