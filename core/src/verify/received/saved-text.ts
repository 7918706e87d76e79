/** What begins a file whose characters are those of its layout. */
const OTHER_KIND = /^(?:%PDF-|\{\\rtf|\s*<\?xml\b)/i;
const HTML_FILE = /^\s*<(?:!doctype html|html|head|body|meta|div|p)\b/i;
/** Bytes that are not text; tab, line feed, vertical tab, form feed and carriage return are. */
const CONTROL = /[^\P{Cc}\t-\r]/u;
/**
 * Fields that only a message that travelled as mail has. A program that saves a message as text writes sender and
 * subject, and the date in words of its own.
 */
const TRAVELLED = /^(?:received|message-id|mime-version|content-type|content-transfer-encoding)[ \t]*:/im;

/** UTF-16 that says so, as mail programs and editors save "Unicode", as UTF-8; every other file as it is. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return bytes;
  return new TextEncoder().encode(new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes));
}

/**
 * The characters of a text file: UTF-8, or else what Windows programs call ANSI. Null for a file of another kind: its
 * bytes say nothing of a notice.
 */
export function readSavedText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return OTHER_KIND.test(text) || CONTROL.test(text) ? null : text;
}

/** The characters of a page that a program saved; null for a file of another kind. */
export function readHtmlFile(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return HTML_FILE.test(text) ? text : null;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Whether this is a message as it was received, and not what a mail program wrote of one into a text file. */
export function wasDelivered(bytes: Uint8Array): boolean {
  const written = new TextDecoder('latin1').decode(bytes);
  return TRAVELLED.test(written.slice(0, /\r?\n\r?\n/.exec(written)?.index ?? written.length));
}
