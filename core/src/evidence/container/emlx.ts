/**
 * The line in front of a message of Apple Mail: how many bytes of message follow it, and the blanks that Mail fills the
 * line with.
 */
const COUNT_LINE = /^(\d{1,15})[ \t]*\r?\n/;
/** What begins a property list, white space before it apart. */
const PROPERTY_LIST = /^\s*(?:<\?xml|<!DOCTYPE plist|<plist|bplist)/;

/** Bytes behind the message that tell whether its property list begins there. */
export const PROPERTY_LIST_BYTES = 64;

/** What stands in front of a message of Apple Mail. */
interface EmlxCount {
  /** Bytes of the message, as said. */
  readonly bytes: number;
  /** Bytes of the line that says it. */
  readonly lineBytes: number;
}

/** Null where the text (one unit a byte) does not begin with such a line. */
export function readEmlxCount(text: string): EmlxCount | null {
  const [line, digits] = COUNT_LINE.exec(text) ?? [];
  return line === undefined ? null : { bytes: Number(digits), lineBytes: line.length };
}

/** Whether a property list begins with the text (one unit a byte); also where it is nothing but white space. */
export function isPropertyList(text: string): boolean {
  return PROPERTY_LIST.test(text) || text.trim() === '';
}
