import { Command } from 'commander';
import { fitHelp } from './fit-help.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { VERSION } from './version.ts';

const examples = `
Examples
  candor start                              the bundled fictional incident
  candor init evidence/                     write incident.yaml from a folder
  candor check incident.yaml                all problems, with line numbers
  candor run incident.yaml --out results/   mailboxes and logs in, exposure out
  candor explain --mailbox allen-p          why, copy by copy, with the records
  candor parties --state .candor            affected parties, most exposed first

Exit codes
    0  done
    1  a program or a machine failed: run again
    2  wrong usage, or a refused request, with every reason
    3  done, and something needs a person: check --strict or run --strict with
       a problem that nobody has accepted; evidence verify with changed
       evidence; verify of a notice that is not shown to be genuine; log verify,
       log fsck, decisions verify, audit, site check or figures verify where
       something differs; notice gate that refuses; contacts import with a row
       that cannot be used; release prepare or open with a message that cannot
       be read; portal pull, status or sync while something waits
  130  stopped with Ctrl-C: the same command continues

CANDOR_STATE names the state folder where --state is not given.
Words  docs/glossary.md · files it writes: docs/formats/`;

/** The command line without its commands. */
export function createProgram(screen: Screen): Command {
  let isError = false;
  return new Command('candor')
    .description('Calculates which message copies the intruder accessed and who is affected, with proof.')
    .version(VERSION)
    .option('--quiet', 'print errors only, and what --json asks for: for timers and scripts')
    .configureOutput({
      writeOut: (text) => process.stdout.write(fitHelp(text, screen.width)),
      // A group without a command shows its help. An error stays on one line, for searching logs.
      writeErr: (text) => process.stderr.write(isError ? text : fitHelp(text, screen.width)),
      outputError: (text, write) => {
        isError = true;
        write(toSafeError(text));
        isError = false;
      },
    })
    .exitOverride()
    .addHelpText('after', examples);
}

/**
 * An error quotes what was typed, or what a script was given to type. Of its line ends only those before a suggestion
 * and at the end are not quoted.
 */
function toSafeError(text: string): string {
  const said = text.replace(/^error: /, '').replace(/\n$/, '');
  const suggestion = said.lastIndexOf('\n(Did you mean ');
  const parts = suggestion === -1 ? [said] : [said.slice(0, suggestion), said.slice(suggestion + 1)];
  return `${parts.map(toVisible).join('\n')}\n`;
}

/** Every command ends the same way, has an example, and one that was typed wrongly points to its own help. */
export function finishProgram(
  screen: Screen,
  command: Command,
  typed = command.name(),
  groups: readonly Command[] = [],
): void {
  const has = command.commands.length > 0 ? 'every command' : 'how it is typed';
  inheritExamples(command, typed, groups);
  for (const option of command.options)
    if (Array.isArray(option.defaultValue) && option.defaultValue.length === 0) option.default([], 'none');
  command.exitOverride().showHelpAfterError(`(${screen.typed(typed)} --help shows ${has})`);
  for (const one of command.commands) finishProgram(screen, one, `${typed} ${one.name()}`, [...groups, command]);
}

/** A command without its own examples shows those of its parent groups. */
function inheritExamples(command: Command, typed: string, groups: readonly Command[]): void {
  let isReading = false;
  command.addHelpText('after', () => {
    if (isReading) return '';
    isReading = true;
    const own = readHelp(command);
    isReading = false;
    if (own.some((line) => /^Examples?$/.test(line))) return '';
    const lines = groups.flatMap(readHelp).filter((line) => `${line.trim()} `.startsWith(`${typed} `));
    return lines.length === 0 ? '' : ['', lines.length === 1 ? 'Example' : 'Examples', ...lines].join('\n');
  });
}

function readHelp(command: Command): string[] {
  const output = command.configureOutput();
  let text = '';
  const writeOut = (more: string) => {
    text += more;
  };
  command.configureOutput({ ...output, writeOut });
  command.outputHelp();
  command.configureOutput(output);
  return text.split('\n');
}
