import type { Problem } from '@candor/core/base';
import { formatAmount, formatCount } from '@candor/core/base';
import { type Screen, toVisible } from './screen.ts';

/** One line a problem, as compilers have it: place, then what it is and what to do. */
export function showProblems(screen: Screen, problems: readonly Problem[]): void {
  for (const problem of problems) showProblem(screen, problem);
  showCounts(screen, problems);
}

function showProblem(screen: Screen, { place, code, text, weight }: Problem): void {
  const line = `${toVisible(place)}: ${toVisible(text)} [${code}]`;
  screen.line(weight === 'person' ? screen.warn(line) : line);
}

function showCounts(screen: Screen, problems: readonly Problem[]): void {
  const persons = problems.filter(({ weight }) => weight === 'person').length;
  screen.line();
  screen.line(
    `${formatAmount(problems.length, 'problem')}, ${formatCount(persons)} for a person. docs/formats/problems.md explains each code.`,
  );
}

/** Problems of one cause that are shown one by one; a person must see the place of each that waits for them. */
const SHOWN_EACH: Readonly<Record<Problem['weight'], number>> = { person: 5, note: 1 };
/** Places that one line lists. */
const PLACES = 5;

/** Grouped by cause, in the order in which the groups are given: a hundred operations without a rule are one line. */
export function showProblemGroups(screen: Screen, groups: readonly (readonly Problem[])[], state: string): void {
  let isCut = false;
  for (const group of groups) {
    const [first] = group;
    if (first === undefined) continue;
    const shown = group.slice(0, SHOWN_EACH[first.weight]);
    for (const problem of shown) showProblem(screen, problem);
    const rest = group.slice(shown.length);
    if (rest.length === 0) continue;
    isCut = true;
    const places = [...new Set(rest.map(({ place }) => toVisible(place)))];
    const more = places.length > PLACES ? `, and ${formatCount(places.length - PLACES)} more places` : '';
    screen.line(
      screen.dim(
        `  ${formatCount(rest.length)} more of this cause [${first.code}]: ${places.slice(0, PLACES).join(', ')}${more}`,
      ),
    );
  }
  showCounts(screen, groups.flat());
  if (isCut) screen.line(screen.dim(`${screen.typed('candor status --problems --json', state)} lists each.`));
}
