import type { Diagnostics, Parameters } from 'recheck';
import recheck from 'recheck/lib/browser.js';

/**
 * `linear`: however long a text is, the time grows with its length alone. `undecided` has the reason of the analysis.
 */
export type PatternVerdict = 'linear' | 'super-linear' | 'undecided';

export interface JudgedPattern {
  readonly verdict: PatternVerdict;
  /** What the analysis says, with an attack where it found one. */
  readonly detail: string;
}

/**
 * Of one analysis, on a machine that has much else to do; the longest of a linear pattern here takes five seconds on an
 * idle one.
 */
const ANALYSIS_MS = 60_000;
/**
 * Beyond these counted repetitions recheck builds no automaton by itself and guesses, which calls much super-linear
 * that is not.
 */
const COUNTED_REPEATS = 400;

/**
 * Judges a pattern by recheck, in this process: as it would by itself, and once more by the exact automaton where that
 * finds fault.
 */
export function judgePattern(source: string, flags: string): JudgedPattern {
  const first = judge(source, flags, { timeout: ANALYSIS_MS });
  if (first.verdict === 'linear') return first;
  const exact = judge(source, flags, { timeout: ANALYSIS_MS, maxRepeatCount: COUNTED_REPEATS });
  return exact.verdict === 'linear' ? exact : first;
}

function judge(source: string, flags: string, parameters: Parameters): JudgedPattern {
  const found: Diagnostics = recheck.checkSync(source, flags, parameters);
  switch (found.status) {
    case 'safe':
      return { verdict: 'linear', detail: found.complexity.summary };
    case 'vulnerable':
      return { verdict: 'super-linear', detail: `${found.complexity.summary}: ${found.attack.pattern.slice(0, 200)}` };
    case 'unknown':
      return { verdict: 'undecided', detail: found.error.kind };
  }
}
