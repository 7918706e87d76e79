import type { Screen } from '../../../../src/apps/cli/show/screen.ts';

/** A terminal without colours. */
export function plainScreen(width: number, take: (line: string) => void): Screen {
  const plain = (text: string) => text;
  return {
    isTerminal: true,
    width,
    line: (text = '') => take(text),
    typed: (command) => command,
    bold: plain,
    dim: plain,
    warn: plain,
    strong: plain,
  };
}

/** What is shown on a screen without colours, line by line. */
export function showPlainly(show: (screen: Screen) => void, width = 100): string[] {
  const lines: string[] = [];
  show(plainScreen(width, (line) => lines.push(line)));
  return lines;
}
