import { type Command, InvalidArgumentError } from 'commander';
import { readProgramFacts } from '../../adapters/process/program-facts.ts';
import { RULES_VERSION } from '../../commands/rules-version.ts';
import { SHELLS, type Shell, toCompletion } from './completion.ts';
import { showJson } from './options.ts';
import { type Screen, toVisible } from './show/screen.ts';
import { VERSION } from './version.ts';

const group = 'Whole incident';

/** Commands about the program itself. `loadWhole` gives the whole command line. */
export function addProgramCommands(program: Command, screen: Screen, loadWhole: () => Promise<Command>): void {
  program
    .command('version')
    .helpGroup(group)
    .description('print the versions of program and rules, the commit, and the folder of the pages')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample\n  candor version --json')
    .action((options: { json?: boolean }) => {
      const facts = readProgramFacts();
      if (options.json === true) return showJson(screen, { version: VERSION, rules: RULES_VERSION, ...facts });
      screen.line(`candor ${VERSION} · rules ${RULES_VERSION} · commit ${facts.commit}`);
      screen.line(`Node ${facts.node} · ${facts.platform}`);
      screen.line(`docs ${toVisible(facts.documentation)}`);
    });

  program
    .command('completion')
    .helpGroup(group)
    .description('print a script that lets a shell complete commands and options')
    .argument('<shell>', SHELLS.join(', '), parseShell)
    .addHelpText(
      'after',
      '\nExamples\n  candor completion bash > ~/.local/share/bash-completion/completions/candor\n  candor completion zsh > ~/.zfunc/_candor\n  candor completion fish > ~/.config/fish/completions/candor.fish',
    )
    .action(async (kind: Shell) => screen.line(toCompletion(await loadWhole(), kind).trimEnd()));
}

function parseShell(text: string): Shell {
  const shell = SHELLS.find((one) => one === text);
  if (shell === undefined) throw new InvalidArgumentError(`one of ${SHELLS.join(', ')} is needed`);
  return shell;
}
