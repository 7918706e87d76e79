/** A seeded source of numbers: the same seed gives the same corpus on every machine. */
export interface Random {
  /** A whole number from 0 up to, not including, `limit` (at most 2^32). */
  below(limit: number): number;
  /** A number from 0 up to, not including, 1. */
  fraction(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A size with this median and spread: sizes of real mail follow a log-normal law closely. */
  logNormal(median: number, sigma: number): number;
}

/** The sfc32 generator: small, fast, and good enough for sizes and words. */
export function createRandom(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) next();
  const fraction = (): number => next() / 0x1_0000_0000;
  const random: Random = {
    below: (limit) => Math.floor(fraction() * limit),
    fraction,
    chance: (probability) => fraction() < probability,
    pick: (list) => {
      const found = list[random.below(list.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
    logNormal: (median, sigma) => {
      const normal = Math.sqrt(-2 * Math.log(1 - fraction())) * Math.cos(2 * Math.PI * fraction());
      return median * Math.exp(sigma * normal);
    },
  };
  return random;
}
