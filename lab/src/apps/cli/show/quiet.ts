/** Asks for errors only, wherever it is typed. */
export const QUIET = '--quiet';

/** Whether progress and results are left out. What `--json` asks for is always printed. */
export function isQuiet(typed: readonly string[]): boolean {
  const end = typed.indexOf('--');
  const options = end === -1 ? typed : typed.slice(0, end);
  return options.includes(QUIET) && !options.includes('--json');
}
