import type { Command } from 'commander';
import { loadProgram } from '../../lab/src/apps/cli/load-program.ts';
import { openScreen } from '../../lab/src/apps/cli/show/screen.ts';

/** Lines that the program itself fits to a screen are as long as they were written. */
const UNBROKEN = 10_000;

/** The help of the command line as it was written, and the page for `man candor`: made of the same text. */
export async function readManual(version: string): Promise<{ readonly help: string; readonly manual: string }> {
  const program = await loadProgram({ ...openScreen(process.stdout, {}), width: UNBROKEN }, undefined);
  return { help: readHelp(program), manual: toManual(program, version) };
}

function readHelp(command: Command): string {
  let text = '';
  command.configureOutput({
    ...command.configureOutput(),
    getOutHelpWidth: () => UNBROKEN,
    writeOut: (more) => {
      text += more;
    },
  });
  command.outputHelp();
  return text;
}

function toManual(program: Command, version: string): string {
  const parts = [
    `.TH CANDOR 1 "" "Candor ${version}" "User Commands"`,
    '.SH NAME',
    'candor \\- which mail did an intruder access, whom does it concern, notify them, prove it',
    '.SH DESCRIPTION',
    toVerbatim(readHelp(program)),
  ];
  const visit = (command: Command, words: string): void => {
    for (const one of command.commands) {
      const typed = `${words} ${one.name()}`;
      parts.push(`.SH "${typed.toUpperCase()}"`, toVerbatim(readHelp(one)));
      visit(one, typed);
    }
  };
  visit(program, 'candor');
  return `${parts.join('\n')}\n`;
}

/** As it stands; a line of roff begins with neither a period nor an apostrophe, and a backslash begins a request. */
function toVerbatim(text: string): string {
  const safe = text
    .trimEnd()
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll(/^([.'])/gm, '\\&$1');
  return `.nf\n${safe}\n.fi`;
}
