import { type Command, Option } from 'commander';
import { toSignature } from '../../commands/decider.ts';
import type { Signature } from '../../notice/approval/index.ts';
import type { Screen } from './show/screen.ts';
import { showToSign } from './show/show-to-sign.ts';

export interface SigningOptions {
  readonly as: string;
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly digest?: string;
}

export function addKeyOptions(command: Command, isRequired: boolean): Command {
  const as = new Option('--as <name>', 'your name as an operator, as in the incident file');
  return command
    .addOption(as.makeOptionMandatory(isRequired))
    .option('--key <file>', 'your key file (default: ~/.config/candor/NAME.key)')
    .option('--passphrase-file <file>', 'a file with the passphrase in its first line; without it you are asked');
}

interface StateOptions {
  readonly state: string;
  readonly json?: boolean;
}

/** How a person signs what takes two: what is signed comes before the passphrase, so that the reader can still stop. */
export function signHere(options: SigningOptions & StateOptions, screen: Screen): Signature {
  // The screen of JSON is its result alone.
  return toSignature(
    options,
    options.json === true ? undefined : (toSign) => showToSign(screen, toSign, options.state),
  );
}
