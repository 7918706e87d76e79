import { formatAmount, formatCount } from '@candor/core/base';
import type { FigureValue } from '@candor/core/impact';
import type { FigureList } from '../../commands/transparency/figures.ts';
import { type Screen, toVisible, wrap } from './screen.ts';

const below = '    ';

/** Each figure with its formula below it: beside it, no line would fit a terminal. */
export function showFigures(screen: Screen, list: FigureList): void {
  const column = Math.max(0, ...list.figures.map(({ name }) => name.length)) + 3;
  for (const { name, value, formula } of list.figures) {
    for (const [at, line] of wrap(toVisible(toFigureWords(value)), screen.width - column).entries())
      screen.line(`${(at === 0 ? name : '').padEnd(column)}${line}`);
    for (const line of wrap(formula, screen.width, below)) screen.line(screen.dim(line));
  }
  screen.line();
  const { version, digest } = list.exposure;
  const entries = formatAmount(list.size, 'entry', 'entries');
  screen.line(`Exposure ${version} (${digest.slice(0, 16)}…), formulas ${list.rules.figures}, log of ${entries}.`);
}

export function toFigureWords(value: FigureValue): string {
  if (value === null) return 'none';
  if (typeof value === 'number') return formatCount(value);
  if (typeof value === 'string') return value;
  const parts = Object.entries(value).map(([part, count]) => `${part} ${formatCount(count)}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}
