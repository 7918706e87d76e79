import { type Command, InvalidArgumentError } from 'commander';
import { defaultKeyFile } from '../../adapters/keys/key-file.ts';
import {
  type AddedOperator,
  addOperator,
  approveOperatorChange,
  listOperators,
  type OperatorChange,
  type OperatorList,
  prepareOperatorChange,
} from '../../commands/notice/operators.ts';
import { type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { type Screen, toRows, toVisible } from './show/screen.ts';
import { type SigningOptions, toPassphrase, toSignature, withSigning } from './signing.ts';

const standingWords = {
  'in-log': 'counts',
  'file-only': 'in the incident file, not in the log',
  'log-only': 'in the log, not in the incident file',
} as const;

interface AddOptions extends StateOption {
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly mailbox?: string;
  readonly workFactor?: number;
}

/** scrypt below 2^10 is no protection at all, above 2^22 it takes minutes. */
const workFactors = { least: 10, most: 22 };

export function addOperatorCommands(program: Command, screen: Screen): void {
  const operator = program
    .command('operator')
    .helpGroup('Notice: notify each party, exactly once')
    .description('the people who approve, and their keys')
    .addHelpText(
      'after',
      `
Examples
  candor operator add "Ines Adler" --key ines.key
  candor operator list                                   with the record that DNS must have
  candor operator change prepare                         what the incident file would change
  candor operator change approve --as "Ines Adler"       two of the previous operators must agree

Every wave, withdrawal and key change takes two different people. No command acts on one key.`,
    )
    .exitOverride();
  withState(
    operator
      .command('add')
      .argument('<name>', 'a person')
      .addOption(new WrittenOption('--key <file>', 'the file for the key (default: ~/.config/candor/NAME.key)'))
      .option('--passphrase-file <file>', 'a file with the passphrase in its first line; without it you are asked')
      .option('--mailbox <custodian>', "the person's own mailbox, if it is one of the custodians")
      .option('--work-factor <number>', "base-2 logarithm of scrypt's cost (age's own: 18)", parseWorkFactor)
      .description('make a key; it counts once it is in the incident file'),
  )
    .addHelpText(
      'after',
      '\nExamples\n  candor operator add "Ines Adler"\n  candor operator add "Paul Brandt" --key /media/stick/paul.key --mailbox brandt-j',
    )
    .action(async (name: string, options: AddOptions) => {
      const keyFile = options.key ?? defaultKeyFile(name);
      const added = await addOperator(
        name,
        keyFile,
        toPassphrase(options.passphraseFile, `New passphrase for ${name}: `),
        options.mailbox ?? null,
        options.workFactor === undefined ? {} : { scryptWorkFactor: options.workFactor },
      );
      if (options.json === true) return showJson(screen, added);
      showAddedOperator(screen, added, keyFile, options.state);
    });
  withState(operator.command('list').description('who may approve, and the record that DNS must have')).action(
    async (options: StateOption) => {
      const list = await listOperators(options.state);
      if (options.json === true) return showJson(screen, list);
      showOperators(screen, list, options.state);
    },
  );
  const change = operator
    .command('change')
    .description('add or remove operators, approved by two of the previous ones');
  withState(change.command('prepare').description('show how the incident file would change the operators')).action(
    async (options: StateOption) => {
      const prepared = await prepareOperatorChange(options.state);
      if (options.json === true) return showJson(screen, prepared);
      showOperatorChange(screen, prepared, options.state);
    },
  );
  withSigning(
    withState(change.command('approve').description('agree to that change, as one of the previous operators')),
  ).action(async (options: StateOption & SigningOptions) => {
    const result = await approveOperatorChange(options.state, toSignature(options, screen), options.digest ?? null);
    if (options.json === true) return showJson(screen, result);
    if (result.entry === null) return showOperatorChange(screen, result.change, options.state);
    screen.line(`The change is entry ${result.entry} of the log. New keys can sign from tomorrow on.`);
  });
  change.exitOverride();
  for (const command of [...operator.commands, ...change.commands]) command.exitOverride();
}

function parseWorkFactor(text: string): number {
  const factor = Number(text);
  if (!Number.isInteger(factor) || factor < workFactors.least || factor > workFactors.most)
    throw new InvalidArgumentError(`a whole number from ${workFactors.least} to ${workFactors.most} is needed`);
  return factor;
}

function showAddedOperator(screen: Screen, added: AddedOperator, keyFile: string, state: string): void {
  screen.line(
    `The key of ${toVisible(added.name)} is in ${toVisible(keyFile)}. Only the passphrase opens it. Keep a copy on another machine or medium.`,
  );
  screen.line();
  screen.line('Put this line below `operators:` in incident.yaml:');
  screen.line(added.line);
  if (!added.line.includes(', mailbox: '))
    screen.line(
      screen.dim(
        "If one of the mailboxes is this person's own, add `mailbox: CUSTODIAN` to it now: nobody approves anything about it.",
      ),
    );
  screen.line();
  screen.line(
    screen.dim(
      `${screen.typed('candor operator list', state)} then shows the DNS record. Once the log has started, two of the previous operators must agree: ${screen.typed('candor operator change prepare', state)}.`,
    ),
  );
}

export function showOperators(screen: Screen, list: OperatorList, state: string): void {
  if (list.operators.length === 0) {
    screen.line('The incident file names no operators yet; it takes at least two.');
    screen.line(`Next   ${screen.typed('candor operator add NAME --key FILE', state)}`);
    return;
  }
  const rows = list.operators.map(({ name, key, custodian, standing }) => [
    toVisible(name),
    key,
    custodian === null ? '' : `own mailbox ${toVisible(custodian)}`,
    list.hasBegun ? standingWords[standing] : 'counts once the log starts',
  ]);
  for (const line of toRows(rows, screen.width)) screen.line(line);
  if (list.record === null) return;
  screen.line();
  screen.line('DNS must have this record before the first wave:');
  screen.line(list.record);
}

function showOperatorChange(screen: Screen, change: OperatorChange, state: string): void {
  for (const name of change.added) screen.line(`added      ${toVisible(name)}`);
  for (const name of change.removed) screen.line(`removed    ${toVisible(name)}`);
  screen.line();
  screen.line(`Digest ${change.digest}`);
  screen.line(
    change.approvedBy.length === 0
      ? 'Nobody has approved yet; two of the previous operators must approve.'
      : `Approved by ${change.approvedBy.map(toVisible).join(', ')}.`,
  );
  screen.line(`Next   ${screen.typed('candor operator change approve --as NAME --key FILE', state)}`);
}
