import type { Command } from 'commander';

/** `candor notice`, below which several files put their commands. */
export function findNoticeCommand(program: Command): Command {
  const known = program.commands.find((command) => command.name() === 'notice');
  if (known !== undefined) return known;
  return program
    .command('notice')
    .helpGroup('Notice: tell them, exactly and once')
    .description('prepare, approve and send notices; what came back')
    .exitOverride();
}
