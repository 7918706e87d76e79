import type { Screen } from '../../../src/apps/terminal/screen.ts';

/** What is shown on a screen without colours, line by line. */
export function showPlainly(show: (screen: Screen) => void, width = 100): string[] {
  const lines: string[] = [];
  const plain = (text: string) => text;
  show({
    isTerminal: true,
    width,
    line: (text = '') => lines.push(text),
    typed: (command) => command,
    bold: plain,
    dim: plain,
    warn: plain,
    strong: plain,
  });
  return lines;
}
