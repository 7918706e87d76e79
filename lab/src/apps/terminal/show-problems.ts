import type { Problem } from '@candor/core/base';
import { formatAmount, formatCount } from '@candor/core/base';
import { type Screen, toVisible } from './screen.ts';

/** One line a problem, as compilers have it: place, then what it is and what to do. */
export function showProblems(screen: Screen, problems: readonly Problem[]): void {
  for (const { place, code, text, weight } of problems) {
    const line = `${toVisible(place)}: ${toVisible(text)} [${code}]`;
    screen.line(weight === 'person' ? screen.warn(line) : line);
  }
  const persons = problems.filter(({ weight }) => weight === 'person').length;
  screen.line();
  screen.line(
    `${formatAmount(problems.length, 'problem')}, ${formatCount(persons)} for a person. docs/formats/problems.md explains each code.`,
  );
}
