const BYTE_ORDER_MARK = '\ufeff';

/**
 * Entries of a file of `reference/`, in file order, lower case: the first word of each line that is neither empty nor a
 * comment (`#`).
 */
export function readReferenceList(text: string): readonly string[] {
  const whole = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const entries: string[] = [];
  for (const line of whole.split(/\r\n|\n|\r/)) {
    const word = /^\s*(\S+)/.exec(line)?.[1];
    if (word !== undefined && !word.startsWith('#')) entries.push(word.toLowerCase());
  }
  return entries;
}
