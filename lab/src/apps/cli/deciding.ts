import type { Command } from 'commander';
import type { SigningOptions } from './signing.ts';

/** The person who decides something, and the key that proves it. */
export interface DeciderOptions extends Partial<Omit<SigningOptions, 'digest'>> {
  readonly by?: string;
}

export function addDeciderOptions(command: Command): Command {
  return command
    .option('--by <name>', 'who decides, unproved (default: the account that runs this)')
    .option('--as <name>', 'sign as this operator, which proves who decides')
    .option('--key <file>', 'with --as: your key file (default: ~/.config/candor/NAME.key)')
    .option('--passphrase-file <file>', 'with --as: its first line is the passphrase; without it you are asked');
}
