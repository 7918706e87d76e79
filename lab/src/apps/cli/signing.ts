import { type Command, InvalidArgumentError, Option } from 'commander';
import { toSigningOrder } from '../../commands/decider.ts';
import { type Signature, signByKeyFile } from '../../notice/approval/index.ts';
import type { Screen } from './show/screen.ts';
import { showToSign } from './show/show-to-sign.ts';

export interface SigningOptions {
  readonly as: string;
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly digest?: string;
}

/** Every command by which a person agrees to something takes the same options. */
export function withSigning(command: Command): Command {
  return addDigestOption(addKeyOptions(command, true));
}

/** The same for a command that also shows something without anybody's agreement. */
export function withOptionalSigning(command: Command): Command {
  return addDigestOption(addKeyOptions(command, false));
}

export function addKeyOptions(command: Command, isRequired: boolean): Command {
  const as = new Option('--as <name>', 'your name as an operator, as in the incident file');
  return command
    .addOption(as.makeOptionMandatory(isRequired))
    .option('--key <file>', 'your key file (default: ~/.config/candor/NAME.key)')
    .option('--passphrase-file <file>', 'a file with the passphrase in its first line; without it you are asked');
}

function addDigestOption(command: Command): Command {
  return command.option('--digest <hex>', 'the digest that you reviewed; refused if it has changed since', parseDigest);
}

export { passphraseFrom as toPassphrase } from '../../adapters/keys/passphrase.ts';

/** How a person signs what takes two: what is signed comes before the passphrase, so that the reader can still stop. */
export function toSignature(options: SigningOptions & { readonly json?: boolean }, screen: Screen): Signature {
  const order = toSigningOrder(options);
  // The screen of JSON is its result alone.
  return options.json === true ? signByKeyFile(order) : signByKeyFile(order, (toSign) => showToSign(screen, toSign));
}

/** Enough digits that nobody types them by accident. */
const leastDigits = 8;

function parseDigest(text: string): string {
  if (!new RegExp(`^[0-9a-f]{${leastDigits},64}$`).test(text))
    throw new InvalidArgumentError(`at least ${leastDigits} hexadecimal digits of the digest are needed`);
  return text;
}

/** scrypt below 2^10 is no protection at all, above 2^22 it takes minutes. */
const workFactors = { least: 10, most: 22 };

export function parseWorkFactor(text: string): number {
  const factor = Number(text);
  if (!Number.isInteger(factor) || factor < workFactors.least || factor > workFactors.most)
    throw new InvalidArgumentError(`a whole number from ${workFactors.least} to ${workFactors.most} is needed`);
  return factor;
}
