/** The first line of an Apple Mail message: the number of message bytes, padded with blanks. */
const COUNT_LINE = /^(\d{1,15})[ \t]*\r?\n/;
/** Start of a property list, after optional white space. */
const PROPERTY_LIST = /^\s*(?:<\?xml|<!DOCTYPE plist|<plist|bplist)/;

/** Bytes after the message that show whether a property list starts there. */
export const PROPERTY_LIST_BYTES = 64;

interface EmlxCount {
  readonly bytes: number;
  readonly lineBytes: number;
}

/** Null when the text (one unit per byte) does not start with such a line. */
export function readEmlxCount(text: string): EmlxCount | null {
  const [line, digits] = COUNT_LINE.exec(text) ?? [];
  return line === undefined ? null : { bytes: Number(digits), lineBytes: line.length };
}

/** Whether the text (one unit per byte) starts with a property list, or is only white space. */
export function isPropertyList(text: string): boolean {
  return PROPERTY_LIST.test(text) || text.trim() === '';
}
