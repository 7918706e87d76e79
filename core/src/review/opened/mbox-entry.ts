const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x3e;
const FROM = [0x46, 0x72, 0x6f, 0x6d, 0x20];

/** One address and one time for all: a separator says nothing of the message. */
const SEPARATOR = 'From candor@localhost Thu Jan  1 00:00:00 1970';

/**
 * A message for an mbox (docs/formats/opened-mail.md), in pieces. mboxrd: every line that starts with `From `, after
 * any number of `>`, gets one more `>`, which is reversible. Pieces are views of the message unless changed.
 */
export function toMboxEntry(message: Uint8Array): readonly Uint8Array[] {
  const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
  const pieces = [ascii(`${SEPARATOR}${message.includes(RETURN) ? '\r' : ''}\n`)];
  const quote = Uint8Array.of(QUOTE);
  let written = 0;
  for (let line = 0; line < message.length; ) {
    if (isSeparatorLike(message, line)) {
      pieces.push(message.subarray(written, line), quote);
      written = line;
    }
    const end = message.indexOf(LINE_FEED, line);
    line = end === -1 ? message.length : end + 1;
  }
  pieces.push(message.subarray(written), ascii(message.at(-1) === LINE_FEED ? '\n' : '\n\n'));
  return pieces.filter(({ length }) => length > 0);
}

function isSeparatorLike(message: Uint8Array, line: number): boolean {
  let at = line;
  while (message[at] === QUOTE) at += 1;
  return FROM.every((byte, offset) => message[at + offset] === byte);
}
