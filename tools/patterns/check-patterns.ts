import { listFiles, root } from '../tidy/tree.ts';
import { type AcceptedPattern, acceptedAtRunTime, acceptedPatterns } from './accepted.ts';
import { judgePattern, type PatternVerdict } from './judge-pattern.ts';
import { toPatternHash } from './judged-patterns.ts';
import { readPatterns, type SourcePattern, type SourcePatterns } from './source-patterns.ts';

const PRODUCT = /^(?:core|lab|portal|web)\/(?:src|bin)\/.*\.(?:ts|tsx|mjs)$/;

/** Every pattern of what is shipped. */
export function readProductPatterns(): SourcePatterns {
  return readPatterns(
    root,
    listFiles().filter((path) => PRODUCT.test(path)),
  );
}

export interface CheckedPatterns {
  /** Hashes of all that are linear. */
  readonly linear: readonly string[];
  /** How many had to be judged. */
  readonly judged: number;
  /** A line each: what must be rewritten, or be accepted with a reason. */
  readonly flaws: readonly string[];
}

export interface KnownPatterns {
  /** Hashes of patterns that were judged before. */
  readonly linear: ReadonlySet<string>;
  readonly accepted?: readonly AcceptedPattern[];
  readonly atRunTime?: Readonly<Record<string, string>>;
}

const advice: Readonly<Record<Exclude<PatternVerdict, 'linear'>, string>> = {
  'super-linear':
    'rewrite it (docs/decisions/0048-linear-patterns.md shows how), or say in tools/patterns/accepted.ts why what it reads is short or ours',
  undecided: 'make it simpler, or say in tools/patterns/accepted.ts why what it reads is short or ours',
};

/** Judges what is new; nothing that was judged before. */
export function checkPatterns({ patterns, atRunTime }: SourcePatterns, known: KnownPatterns): CheckedPatterns {
  const accepted = known.accepted ?? acceptedPatterns;
  const reasons = known.atRunTime ?? acceptedAtRunTime;
  const linear: string[] = [];
  const flaws = atRunTime
    .filter((place) => reasons[place] === undefined)
    .map((place) => `${place}\n  is put together at run time: say in tools/patterns/accepted.ts why it is linear`);
  let judged = 0;
  for (const pattern of patterns) {
    const hash = toPatternHash(pattern);
    if (known.linear.has(hash)) linear.push(hash);
    if (known.linear.has(hash) || isAccepted(pattern, accepted)) continue;
    judged += 1;
    const { verdict, detail } = judgePattern(pattern.source, pattern.flags);
    if (verdict === 'linear') linear.push(hash);
    else
      flaws.push(
        `${pattern.places.join(', ')}: /${pattern.source}/${pattern.flags}\n  ${verdict} (${detail}): ${advice[verdict]}`,
      );
  }
  const own = new Set(patterns.map(({ source, flags }) => `/${source}/${flags}`));
  flaws.push(
    ...accepted
      .filter(({ pattern }) => !own.has(String(pattern)))
      .map(({ pattern }) => `${pattern}\n  is accepted and stands nowhere`),
    ...Object.keys(reasons)
      .filter((place) => !atRunTime.includes(place))
      .map((place) => `${place}\n  is accepted and stands nowhere`),
  );
  return { linear, judged, flaws };
}

const isAccepted = ({ source, flags }: SourcePattern, accepted: readonly AcceptedPattern[]): boolean =>
  accepted.some(({ pattern }) => String(pattern) === `/${source}/${flags}`);
