// The command line of every tool that package.json names. Plain JavaScript without dependencies: some of them run
// before anything is installed.
import { parseArgs } from 'node:util';

/** As refusals of `candor` end. */
const REFUSED = 2;

/**
 * Options and names as typed. `--help` shows `help`, whose first line is the usage, and ends the process with 0; an
 * option that is not in `options`, or a name where `names` is not set, ends it with 2 and one line. Call it before
 * anything is done.
 */
export function readCommandLine(help, { options = {}, names = false } = {}) {
  showHelp(help);
  try {
    return parseArgs({ options, allowPositionals: names });
  } catch (cause) {
    if (!String(cause?.code).startsWith('ERR_PARSE_ARGS')) throw cause;
    // The rest of it tells how to write a name that begins with a dash.
    refuse(help, cause.message.split(/\.? To specify|\n/)[0]);
  }
}

/** Only the help: for a tool that hands its options on to a program which knows them. */
export function showHelp(help, args = process.argv.slice(2)) {
  if (!args.some((arg) => arg === '--help' || arg === '-h')) return;
  process.stdout.write(help);
  process.exit(0);
}

/** Ends the process with one line: what is wrong, and where to read what is right. */
export function refuse(help, what) {
  const command = /^Usage: (npm (?:run )?[\w:]+)/.exec(help)?.[1];
  process.stderr.write(`${what.replace(/\.$/, '')}. \`${command} -- --help\` shows what there is.\n`);
  process.exit(REFUSED);
}
