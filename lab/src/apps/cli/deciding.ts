import { type Command, InvalidArgumentError } from 'commander';
import { accountName } from '../../adapters/process/account-name.ts';
import { type DecidedBy, toSignature } from '../../commands/decider.ts';
import type { SigningOptions } from './signing.ts';

/** Who decides something, and the key that proves it. */
export interface DeciderOptions extends Partial<Omit<SigningOptions, 'digest'>> {
  readonly by?: string;
}

/** What every command takes by which one person decides something. */
export interface DecidingOptions extends DeciderOptions {
  readonly why: string;
}

/** For a command that does not always decide something. A key makes the decision provable. */
export function withOptionalDeciding(command: Command, decides: string): Command {
  return addDeciderOptions(command.option('--why <reason>', `${decides}: why; it is kept`, parseReason));
}

export function addDeciderOptions(command: Command): Command {
  return command
    .option('--by <name>', 'who decides, unproved (default: the account that runs this)')
    .option('--as <name>', 'sign as this operator, which proves who decides')
    .option('--key <file>', 'with --as: your key file (default: ~/.config/candor/NAME.key)')
    .option('--passphrase-file <file>', 'with --as: its first line is the passphrase; without it you are asked');
}

export function toDecidedBy(options: DecidingOptions): DecidedBy {
  const { as, why, by } = options;
  if (as === undefined) return { by: by ?? accountName(), why };
  return { by: as, why, signing: toSignature({ ...options, as }) };
}

function parseReason(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('say why');
  return text;
}
