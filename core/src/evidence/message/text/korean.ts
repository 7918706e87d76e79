const ROW = 190;
const FIRST_LEAD = 0x81;
const FIRST_TRAIL = 0x41;
const LAST = 0xfe;
const REPLACEMENT = '\ufffd';

let index: Uint16Array | null = null;

/**
 * The Encoding Standard's index of euc-kr, 0 where there is nothing. Runtimes' own decoders know only its KS X 1001 part. The rest, which
 * Outlook writes under `ks_c_5601-1987`, is every other Hangul syllable in order, so it is derived and not stored.
 */
function buildIndex(): Uint16Array {
  const table = new Uint16Array((LAST - FIRST_LEAD + 1) * ROW);
  const pairs: number[] = [];
  for (let lead = 0xa1; lead <= LAST; lead += 1)
    for (let trail = 0xa1; trail <= LAST; trail += 1) pairs.push(lead, trail, 0x0a);
  const units = new TextDecoder('euc-kr').decode(new Uint8Array(pairs)).split('\n');
  const known = new Set<number>();
  for (let pair = 0; pair < pairs.length / 3; pair += 1) {
    const text = units[pair] ?? REPLACEMENT;
    if (text.length !== 1 || text === REPLACEMENT || isPrivate(text.charCodeAt(0))) continue;
    known.add(text.charCodeAt(0));
    table[toPointer(pairs[pair * 3] ?? 0, pairs[pair * 3 + 1] ?? 0)] = text.charCodeAt(0);
  }
  // Two signs that KS X 1001 got after the tables of most decoders were made.
  table[toPointer(0xa2, 0xe6)] = 0x20ac;
  table[toPointer(0xa2, 0xe7)] = 0xae;
  let syllable = 0xac00;
  for (let lead = FIRST_LEAD; lead <= 0xc6; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= (lead < 0xa1 ? LAST : 0xa0); trail += 1) {
      if ((trail > 0x5a && trail < 0x61) || (trail > 0x7a && trail < 0x81)) continue;
      while (known.has(syllable)) syllable += 1;
      if (syllable > 0xd7a3) return table;
      table[toPointer(lead, trail)] = syllable;
      syllable += 1;
    }
  }
  return table;
}

/** Rows for characters of one's own, which the standard leaves empty. */
function isPrivate(unit: number): boolean {
  return unit >= 0xe000 && unit <= 0xf8ff;
}

function toPointer(lead: number, trail: number): number {
  return (lead - FIRST_LEAD) * ROW + (trail - FIRST_TRAIL);
}

/** euc-kr as the Encoding Standard decodes it (its section "euc-kr decoder"). */
export class KoreanDecoder {
  #lead = 0;

  decode(bytes: Uint8Array = new Uint8Array(0), options: { stream?: boolean } = {}): string {
    index ??= buildIndex();
    let text = '';
    let lead = this.#lead;
    for (const byte of bytes) {
      if (lead !== 0) {
        const unit = byte >= FIRST_TRAIL && byte <= LAST ? (index[toPointer(lead, byte)] ?? 0) : 0;
        lead = 0;
        if (unit !== 0) text += String.fromCharCode(unit);
        else text += byte < 0x80 ? REPLACEMENT + String.fromCharCode(byte) : REPLACEMENT;
      } else if (byte < 0x80) {
        text += String.fromCharCode(byte);
      } else if (byte >= FIRST_LEAD && byte <= LAST) {
        lead = byte;
      } else {
        text += REPLACEMENT;
      }
    }
    this.#lead = options.stream === true ? lead : 0;
    return lead !== 0 && options.stream !== true ? text + REPLACEMENT : text;
  }
}
