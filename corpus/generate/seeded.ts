/**
 * Random numbers that are the same for the same seed (mulberry32): a forgery that breaks a rule is made again by its
 * number.
 */
export interface Seeded {
  /** From 0 up to and without `end`. */
  number(end: number): number;
  pick<T>(members: readonly T[]): T;
  /** Words that a forger wants to be read. */
  lure(): string;
}

const LURES = [
  'Confirm your password at harbor-help.example/login today.',
  'Call +1 555 0142 and read out your password.',
  'Pay 300 into account 12345 to release your emails.',
  'Log in at harbor-check.example before Friday.',
  'Reply with the passwords of the 18 concerned.',
  'Send the list of keys to help@elsewhere.example.',
] as const;

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const number = (end: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * end);
  };
  const pick = <T>(members: readonly T[]): T => {
    const member = members[number(members.length)];
    if (member === undefined) throw new Error('nothing to pick from');
    return member;
  };
  return { number, pick, lure: () => pick(LURES) };
}
