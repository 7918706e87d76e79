import { readFileSync } from 'node:fs';
import { fitHelp } from './fit-help.ts';
import { openScreen } from './show/screen.ts';
import { VERSION } from './version.ts';

/** A release has its help as a file; in a clone the commands themselves are asked. */
const HELP = new URL('../../../../help.txt', import.meta.url);

/**
 * Answers `--version` and `--help` without loading a command: they are asked by scripts, completions and impatient
 * people. Null for anything else.
 */
export function answerWithoutLoading(typed: readonly string[], environment: NodeJS.ProcessEnv): string | null {
  if (typed.length > 1) return null;
  if (typed[0] === '--version' || typed[0] === '-V') return `${VERSION}\n`;
  if (typed[0] !== '--help' && typed[0] !== '-h') return null;
  try {
    return fitHelp(readFileSync(HELP, 'utf8'), openScreen(process.stdout, environment).width);
  } catch {
    return null;
  }
}
