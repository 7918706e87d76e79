import { formatCount, type Problem } from '@candor/core/base';

/** Maximum warnings of one kind shown; more are counted, so that a thousand directory errors do not hide the rest. */
const SAID = 5;

/** The first of many warnings of one kind, those needing action before notes; the last one counts the rest. */
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
