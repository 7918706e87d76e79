/**
 * Mutated inputs of each reader in `npm test`, and in `npm run test:long`. Every test of mutated inputs takes its
 * number from here.
 */
const RUNS = 500;
const LONG_RUNS = 10_000;
export const MUTATION_RUNS = process.env['CANDOR_LONG'] === '1' ? LONG_RUNS : RUNS;

/** Milliseconds that such a test may take: the long ones share two cores. */
export const MUTATION_TIMEOUT_MS = MUTATION_RUNS > RUNS ? 3_600_000 : 120_000;

/** Bytes that change most in one place: those on which a length, a range or a piece of syntax depends. */
const WORDS: readonly Uint8Array[] = [
  ...[
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\n\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    '\\',
    '\\u0000',
    '\nFrom ',
    '\t',
    ' ',
    "'",
    '&a',
    '*a',
  ],
  ...[
    '-',
    '--',
    '=',
    '=?utf-8?b?',
    '?=',
    ';',
    '<',
    '>',
    '@',
    '\0',
    '\ufeff',
    '\u202e',
    '\u001b[2J',
    '1e999',
    '-1',
    'null',
  ],
].map((text) => new TextEncoder().encode(text));
const EDGES: readonly (readonly number[])[] = [
  [0, 0, 0, 0],
  [0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0x7f],
  [0x00, 0x00, 0x00, 0x80],
];

/** The same numbers every time (xorshift32). */
export type NumberSource = (below: number) => number;

export function createNumbers(seed: number): NumberSource {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/**
 * Some bytes changed, a piece taken out, doubled, cut off or put elsewhere, a piece of syntax or an edge of a number
 * range put in.
 */
export function mutate(content: Uint8Array, next: NumberSource): Buffer {
  let bytes = Buffer.from(content);
  for (let left = 1 + next(4); left > 0; left -= 1) {
    const at = next(bytes.length + 1);
    const to = Math.min(bytes.length, at + next(64));
    const way = next(8);
    if (way === 0) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    else if (way === 1) bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    else if (way === 2 && left === 1) bytes = Buffer.from(bytes.subarray(0, at));
    else if (way === 3) bytes = insert(bytes, at, WORDS[next(WORDS.length)] ?? new Uint8Array());
    else if (way === 4) bytes.set((EDGES[next(EDGES.length)] ?? []).slice(0, bytes.length - at), at);
    else if (way === 5) bytes = insert(bytes, next(bytes.length + 1), bytes.subarray(at, to));
    else for (let byte = at; byte < to; byte += 1 + next(8)) bytes[byte] = next(256);
  }
  return bytes;
}

function insert(bytes: Uint8Array, at: number, what: Uint8Array): Buffer<ArrayBuffer> {
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
}
