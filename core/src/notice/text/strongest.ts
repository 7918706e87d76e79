import { sayIntruder } from '@candor/core/impact/undecided';
import type { NoticeFigures } from './notice-facts.ts';
import { EXPOSED_VERDICTS, type ExposedVerdict, type NotifiedClass } from './notified-class.ts';

/**
 * What subject and first sentence say: the strongest that is known, or that passwords are at risk, or mail that the
 * intruder sent.
 */
type Strongest = NotifiedClass | 'fraud';

/** The strongest that is known of a party's messages: how many are of it, and of how many. */
export interface StrongestKnown {
  readonly is: Strongest;
  readonly n: number;
  readonly total: number;
}

/** Messages that rest on undecided records alone. */
export function countUndecided({ undecided = {} }: Pick<NoticeFigures, 'undecided'>): number {
  return EXPOSED_VERDICTS.reduce((sum, verdict) => sum + (undecided[verdict] ?? 0), 0);
}

/** Messages of a verdict of which a notice may say that it is the intruder's doing. */
export function countSaid(figures: NoticeFigures, verdict: ExposedVerdict): number {
  const saying = sayIntruder({ messages: figures[verdict], undecided: figures.undecided?.[verdict] ?? 0 });
  return saying.state === 'undecided' ? 0 : saying.said.value;
}

/** Messages as a notice tells of them: those on undecided records alone are a class of their own. */
export function countClass(figures: NoticeFigures, notified: NotifiedClass): number {
  switch (notified) {
    case 'undetermined':
      return figures.undetermined;
    case 'undecided':
      return countUndecided(figures);
    default:
      return countSaid(figures, notified);
  }
}

/**
 * Subject and first sentence say this and nothing stronger. Messages on undecided records alone cannot be ruled out
 * either, where others are; alone they are said to be undecided. Null: a correction that leaves nothing.
 */
export function findStrongest(figures: NoticeFigures): StrongestKnown | null {
  const total = figures.messages + figures.undetermined;
  const undecided = countUndecided(figures);
  for (const is of EXPOSED_VERDICTS) {
    const said = countSaid(figures, is);
    if (said > 0) return { is, n: is === 'possible' ? said + undecided : said, total };
  }
  if (undecided > 0) return { is: 'undecided', n: undecided, total };
  if (figures.undetermined > 0) return { is: 'undetermined', n: figures.undetermined, total };
  const { intruderSent } = figures;
  return intruderSent > 0 ? { is: 'fraud', n: intruderSent, total: intruderSent } : null;
}
