import { createInterface } from 'node:readline/promises';

/** Asks on the terminal, with echo; null without one. */
export async function askLine(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}
