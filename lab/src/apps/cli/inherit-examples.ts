import type { Command } from 'commander';

/** A command without examples in its own help shows those of the groups above it that are of it. */
export function inheritExamples(command: Command, typed: string, groups: readonly Command[]): void {
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
