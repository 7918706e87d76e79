/**
 * euc-jp and iso-2022-jp once more, by the steps of the Encoding Standard and as slowly as they are written there:
 * browsers, by which the other encodings are held, leave these where a text is broken. `pairs` is an index: a character
 * for two bytes from 0x21 to 0x7e, null for none.
 */
export type Pairs = (lead: number, trail: number) => string | null;

const WRONG = '\ufffd';

export function readEucJp(bytes: readonly number[], pairs: Pairs, pairsOfThree: Pairs): string {
  const queue = [...bytes];
  let text = '';
  let lead = 0;
  let three = false;
  for (let byte = queue.shift(); byte !== undefined; byte = queue.shift()) {
    const before = lead;
    lead = 0;
    if (before === 0x8e && byte >= 0xa1 && byte <= 0xdf) {
      text += String.fromCharCode(0xff61 - 0xa1 + byte);
    } else if (before === 0x8f && isHigh(byte)) {
      three = true;
      lead = byte;
    } else if (before !== 0) {
      const found = isHigh(before) && isHigh(byte) ? (three ? pairsOfThree : pairs)(before & 0x7f, byte & 0x7f) : null;
      three = false;
      if (found === null && byte < 0x80) queue.unshift(byte);
      text += found ?? WRONG;
    } else if (byte < 0x80) {
      text += String.fromCharCode(byte);
    } else if (byte === 0x8e || byte === 0x8f || isHigh(byte)) {
      lead = byte;
    } else {
      text += WRONG;
    }
  }
  return lead === 0 ? text : text + WRONG;
}

function isHigh(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xfe;
}

type Letters = 'ascii' | 'roman' | 'katakana' | 'lead';
const ESCAPES: Readonly<Record<string, Letters>> = {
  '(B': 'ascii',
  '(J': 'roman',
  '(I': 'katakana',
  $B: 'lead',
  '$@': 'lead',
};
const ROMAN: Readonly<Record<number, string>> = { 92: '¥', 126: '‾' };

export function readIso2022Jp(bytes: readonly number[], pairs: Pairs): string {
  const queue: (number | null)[] = [...bytes, null];
  let text = '';
  let state: Letters | 'trail' | 'escape start' | 'escape' = 'ascii';
  let set: Letters = 'ascii';
  let lead = 0;
  let escapedOnly = false;
  const fail = (...back: (number | null)[]): void => {
    queue.unshift(...back);
    text += WRONG;
  };
  while (queue.length > 0) {
    const byte = queue.shift() ?? null;
    if (state === 'escape start') {
      if (byte === 0x24 || byte === 0x28) {
        lead = byte;
        state = 'escape';
        continue;
      }
      escapedOnly = false;
      state = set;
      fail(byte);
    } else if (state === 'escape') {
      const next: Letters | undefined = byte === null ? undefined : ESCAPES[String.fromCharCode(lead, byte)];
      state = next ?? set;
      if (next === undefined) fail(lead, byte);
      else if (escapedOnly) fail();
      set = state;
      escapedOnly = next !== undefined;
    } else if (byte === 0x1b) {
      if (state === 'trail') fail();
      state = 'escape start';
    } else if (state === 'trail') {
      state = 'lead';
      const found = byte !== null && byte >= 0x21 && byte <= 0x7e ? pairs(lead, byte) : null;
      text += found ?? WRONG;
      if (byte === null) queue.unshift(null);
    } else if (byte !== null) {
      escapedOnly = false;
      if (state === 'lead' && byte >= 0x21 && byte <= 0x7e) {
        lead = byte;
        state = 'trail';
      } else if (state === 'katakana' && byte >= 0x21 && byte <= 0x5f)
        text += String.fromCharCode(0xff61 - 0x21 + byte);
      else if (state === 'lead' || state === 'katakana' || byte > 0x7f || byte === 0x0e || byte === 0x0f) fail();
      else text += (state === 'roman' ? ROMAN[byte] : undefined) ?? String.fromCharCode(byte);
    }
  }
  return text;
}
