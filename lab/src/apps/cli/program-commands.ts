import type { Command } from 'commander';
import { completion, version } from '../../operations/program.ts';
import { type CommandEntry, commandFor } from './command-entry.ts';
import { toCompletion } from './completion.ts';
import { showJson } from './options.ts';
import { toVisible } from './show/screen.ts';
import { VERSION } from './version.ts';

const group = 'Whole incident';

const versionCommand = commandFor(version, {
  group,
  examples: ['candor version --json'],
  json: (screen, facts) => showJson(screen, { version: VERSION, ...facts }),
  show: (screen, { rules, commit, node, platform, documentation }) => {
    screen.line(`candor ${VERSION} · rules ${rules} · commit ${commit}`);
    screen.line(`Node ${node} · ${platform}`);
    screen.line(`docs ${toVisible(documentation)}`);
  },
});

/** @param loadWhole the whole command line: what a shell completes is every command */
const toCompletionCommand = (loadWhole: () => Promise<Command>) =>
  commandFor(completion, {
    group,
    hasJson: false,
    examples: [
      'candor completion bash > ~/.local/share/bash-completion/completions/candor',
      'candor completion zsh > ~/.zfunc/_candor',
      'candor completion fish > ~/.config/fish/completions/candor.fish',
    ],
    show: async (screen, shell) => screen.line(toCompletion(await loadWhole(), shell).trimEnd()),
  });

export const toCommands = (loadWhole: () => Promise<Command>): readonly CommandEntry[] => [
  versionCommand,
  toCompletionCommand(loadWhole),
];
