/** Texts one behind the other, as UTF-8 bytes. */
interface Texts {
  readonly bytes: Buffer;
  /** Where each text ends; it begins where the one before ends. */
  readonly ends: Uint32Array;
}

/** Values of a digit. */
const digitValues = 1 << 16;

/**
 * Numbers of texts in the order of their bytes. By their first six they are put in order as numbers of three digits,
 * the last digit first, which compares nothing; only texts that begin alike are compared, of a million GUIDs one in
 * twenty. Sorting strings takes several times as long, in more memory.
 */
export function orderTexts({ bytes, ends }: Texts): Uint32Array {
  const high = readDigits({ bytes, ends }, 0);
  const middle = readDigits({ bytes, ends }, 2);
  const low = readDigits({ bytes, ends }, 4);
  const asGiven = Uint32Array.from(ends.keys());
  const order = orderByDigit(orderByDigit(orderByDigit(asGiven, low), middle), high);
  const isAlike = (a: number, b: number) => high[a] === high[b] && middle[a] === middle[b] && low[a] === low[b];
  const start = (text: number) => (text === 0 ? 0 : (ends[text - 1] ?? 0));
  const compare = (a: number, b: number) => bytes.compare(bytes, start(b), ends[b], start(a), ends[a]);
  for (let from = 0; from < order.length; ) {
    const first = order[from] ?? 0;
    let to = from + 1;
    while (to < order.length && isAlike(first, order[to] ?? 0)) to += 1;
    if (to > from + 1) order.subarray(from, to).sort(compare);
    from = to;
  }
  return order;
}

/**
 * Two bytes of each text as a number; bytes behind its end count as zero, which puts a text before those that go on.
 */
function readDigits({ bytes, ends }: Texts, offset: number): Uint16Array {
  const digits = new Uint16Array(ends.length);
  let start = 0;
  for (let text = 0; text < ends.length; text += 1) {
    const end = ends[text] ?? 0;
    const at = start + offset;
    const high = at < end ? (bytes[at] ?? 0) : 0;
    const low = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
    digits[text] = (high << 8) | low;
    start = end;
  }
  return digits;
}

/** Counting sort: texts with one digit stay in the order in which they come. */
function orderByDigit(order: Uint32Array, digits: Uint16Array): Uint32Array<ArrayBuffer> {
  const places = new Uint32Array(digitValues + 1);
  for (const digit of digits) places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  for (let digit = 0; digit < digitValues; digit += 1) {
    places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
  }
  const ordered = new Uint32Array(order.length);
  for (const text of order) {
    const digit = digits[text] ?? 0;
    const place = places[digit] ?? 0;
    ordered[place] = text;
    places[digit] = place + 1;
  }
  return ordered;
}
