import { formatCount, type Problem } from '@candor/core/base';

/**
 * Warnings of one kind that are said one by one; more of them are counted, lest a directory with a thousand slips hides
 * all others.
 */
const SAID = 5;

/**
 * The first of many warnings of one kind, those that a person must act on before mere notes; the last of them counts
 * the rest.
 */
export function toFirstWarnings(warnings: readonly Problem[]): readonly Problem[] {
  const isNote = ({ weight }: Problem) => Number(weight === 'note');
  const rest = warnings.length - SAID;
  return warnings
    .toSorted((a, b) => isNote(a) - isNote(b))
    .slice(0, SAID)
    .map((warning, at) =>
      at === SAID - 1 && rest > 0
        ? { ...warning, text: `${warning.text} ${formatCount(rest)} more of this kind.` }
        : warning,
    );
}
