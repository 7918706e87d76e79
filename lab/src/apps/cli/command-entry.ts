import type { Command } from 'commander';
import { z } from 'zod';
import { accountName } from '../../adapters/account-name.ts';
import type { Actor } from '../../operations/context.ts';
import { callOperation, type Operation } from '../../operations/operation.ts';
import { settle } from '../interruption.ts';
import { openProgress } from '../terminal/live-progress.ts';
import type { Screen } from '../terminal/screen.ts';
import { addFields, readFields } from './field-option.ts';
import { showJson, toStateOption } from './options.ts';
import { addDeciderOptions, type DeciderOptions } from './deciding.ts';
import { toSigningOrder } from './signing.ts';

/** A command of the command line: it adds itself below its group. */
export type CommandEntry = (parent: Command, screen: Screen) => Command;

interface Help {
  /** What is typed last; without it the last word of the operation's name. */
  readonly typed?: string;
  /** Heading in the list of all commands. */
  readonly group?: string;
  /** Called where only the group is typed. */
  readonly isDefault?: boolean;
  readonly does?: string;
  readonly examples?: readonly string[];
  /** Paragraph below the examples. */
  readonly notes?: string;
  /** A command whose output is files has none. */
  readonly hasJson?: boolean;
}

type Shape = z.ZodRawShape;
type NoView = Record<never, never>;

/** What a screen knows of the call that it shows. */
export interface Shown<Input, View> {
  readonly input: Input;
  readonly view: View;
  /** The state folder, as it was typed. */
  readonly state: string;
}

interface Shows<Input, Output, View> {
  show(screen: Screen, output: Output, shown: Shown<Input, View>): void | Promise<void>;
  /** Where JSON is not the output as it is. */
  json?(screen: Screen, output: Output): void | Promise<void>;
}

/** The command of one operation. @param view options that only change what is shown */
export function commandFor<Input extends z.ZodObject, Output, View extends Shape = NoView>(
  operation: Operation<Input, Output>,
  { view, ...entry }: Help & Shows<z.infer<Input>, Output, z.infer<z.ZodObject<View>>> & { readonly view?: View },
): CommandEntry {
  const input = z.object({ ...view, ...operation.input.shape });
  const isDecision = operation.signs === 'may';
  const help = { does: operation.does, typed: operation.name.split('.').at(-1) ?? '', isDecision, ...entry };
  return commandOf(help, input, async (call, given) => {
    const shown = z.object({ ...view }).parse(given) as z.infer<z.ZodObject<View>>;
    await call(operation, operation.input.parse(given), { ...entry, view: shown });
  });
}

/** Calls an operation and shows its output, as a person or as JSON. */
export type Call = <Input extends z.ZodObject, Output, View>(
  operation: Operation<Input, Output>,
  input: z.infer<Input>,
  shows: Shows<z.infer<Input>, Output, View> & { readonly view: View },
) => Promise<void>;

/** A command with one of several operations. @param input its options and arguments, in the order of help */
export function commandOf<Input extends z.ZodObject>(
  help: Help & { readonly typed: string; readonly does: string; readonly isDecision?: boolean },
  input: Input,
  run: (call: Call, given: z.infer<Input>, command: Command) => Promise<void>,
): CommandEntry {
  return (parent, screen) => {
    const command = parent.command(help.typed, { isDefault: help.isDefault === true }).description(help.does);
    if (help.group !== undefined) command.helpGroup(help.group);
    addFields(command, input);
    if (help.isDecision === true) addDeciderOptions(command);
    command.addOption(toStateOption());
    if (help.hasJson !== false) command.option('--json', 'print the result as JSON');
    const text = toHelpText(help);
    if (text !== '') command.addHelpText('after', text);
    return command.action(async (...typed: unknown[]) => {
      const options = command.opts<CallOptions>();
      const read = input.safeParse(readFields(input, typed, options));
      if (!read.success) command.error(read.error.issues.map(({ message }) => message).join('; '));
      await run(toCall(screen, options), read.data, command);
    });
  };
}

type CallOptions = DeciderOptions & { readonly state: string; readonly json?: boolean };

function toCall(screen: Screen, options: CallOptions): Call {
  const progress = openProgress(process.stderr, () => performance.now());
  const caller = { actor: toActor(options), progress, settle };
  return (operation, input, { view, show, json }) =>
    callOperation(operation, options.state, caller, input, async (output) => {
      if (options.json !== true) return show(screen, output, { input, view, state: options.state });
      return json === undefined ? showJson(screen, output) : json(screen, output);
    });
}

function toActor({ by, as, key, passphraseFile }: DeciderOptions): Actor {
  if (as === undefined) return { name: by ?? accountName(), signing: null };
  return { name: as, signing: toSigningOrder({ as, key, passphraseFile }) };
}

function toHelpText({ examples = [], notes }: Help): string {
  const title = examples.length === 1 ? 'Example' : 'Examples';
  const parts = [
    ...(examples.length === 0 ? [] : [[title, ...examples.map((example) => `  ${example}`)].join('\n')]),
    ...(notes === undefined ? [] : [notes]),
  ];
  return parts.length === 0 ? '' : `\n${parts.join('\n\n')}`;
}
