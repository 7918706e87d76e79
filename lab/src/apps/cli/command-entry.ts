import type { Command } from 'commander';
import { z } from 'zod';
import { accountName } from '../../adapters/process/account-name.ts';
import type { Actor, Caller } from '../../operations/context.ts';
import { callOperation, type Operation } from '../../operations/operation.ts';
import { settle } from '../interruption.ts';
import { addDeciderOptions, type DeciderOptions } from './deciding.ts';
import { addFields, readFields } from './field-option.ts';
import { showJson, toStateOption } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import type { Screen } from './show/screen.ts';
import { toSigningOrder } from './signing.ts';

/** A command of the command line: it adds itself below its group. */
export type CommandEntry = (parent: Command, screen: Screen) => Command;

interface Help {
  /** What is typed last. */
  readonly typed: string;
  readonly does: string;
  /** Heading in the list of all commands. */
  readonly group?: string;
  /** Called where only the group is typed. */
  readonly isDefault?: boolean;
  readonly examples?: readonly string[];
  /** Paragraph below the examples. */
  readonly notes?: string;
  /** A person decides, and may sign it. */
  readonly isDecision?: boolean;
  /** A command whose output is files has none. */
  readonly hasJson?: boolean;
}

/** What was typed besides the values. */
export interface Typed {
  /** The state folder. */
  readonly state: string;
  readonly isJson: boolean;
  /** Wrong usage: says so, with the command's help. */
  refuse(message: string): never;
}

type Show<Output> = (screen: Screen, output: Output) => unknown;

/** Calls an operation and shows its output. @param json where that is not the output as it is */
export type Call = <Input extends z.ZodObject, Output>(
  operation: Operation<Input, Output>,
  input: z.infer<Input>,
  show: Show<Output>,
  json?: Show<Output>,
) => Promise<void>;

interface OperationEntry<Input, Output, View extends z.ZodRawShape> extends Partial<Help> {
  /** Options that only change what is shown. */
  readonly view?: View;
  show(
    screen: Screen,
    output: Output,
    shown: Typed & { readonly input: Input; readonly view: z.infer<z.ZodObject<View>> },
  ): unknown;
  readonly json?: Show<Output>;
}

/** The command of one operation. */
export function commandFor<Input extends z.ZodObject, Output, View extends z.ZodRawShape = Record<never, never>>(
  operation: Operation<Input, Output>,
  { view: shape, show, json, ...help }: OperationEntry<z.infer<Input>, Output, View>,
): CommandEntry {
  const looks = z.object({ ...shape });
  const typed = operation.name.split('.').at(-1) ?? '';
  const whole = { typed, does: operation.does, isDecision: operation.signs === 'may', ...help };
  return commandOf(whole, z.object({ ...shape, ...operation.input.shape }), (call, given, cli) => {
    const input = operation.input.parse(given) as z.infer<Input>;
    const view = looks.parse(given) as z.infer<z.ZodObject<View>>;
    return call(operation, input, (screen, output) => show(screen, output, { ...cli, input, view }), json);
  });
}

/** A command with one of several operations. @param input its arguments and options, in the order of help */
export function commandOf<Input extends z.ZodObject>(
  help: Help,
  input: Input,
  run: (call: Call, given: z.infer<Input>, typed: Typed) => Promise<void>,
): CommandEntry {
  return (parent, screen) => {
    const command = parent.command(help.typed, { isDefault: help.isDefault === true }).description(help.does);
    if (help.group !== undefined) command.helpGroup(help.group);
    addFields(command, input);
    if (help.isDecision === true) addDeciderOptions(command);
    command.addOption(toStateOption());
    if (help.hasJson !== false) command.option('--json', 'print the result as JSON');
    command.addHelpText('after', toHelpText(help));
    return command.action(async (...typed: unknown[]) => {
      const options = command.opts<CallOptions>();
      const refuse = (message: string) => command.error(message);
      const read = input.safeParse(readFields(input, typed, command.opts()));
      if (!read.success) return refuse(read.error.issues.map(({ message }) => message).join('; '));
      await run(toCall(screen, options), read.data, { state: options.state, isJson: options.json === true, refuse });
    });
  };
}

type CallOptions = DeciderOptions & { readonly state: string; readonly json?: boolean };

/** Calls operations as the options say. */
export function toCall(screen: Screen, options: CallOptions): Call {
  const caller = toCaller(options);
  return (operation, input, show, json = showJson) =>
    callOperation(operation, options.state, caller, input, async (output) => {
      await (options.json === true ? json : show)(screen, output);
    });
}

/** The person at this terminal. */
export function toCaller(options: DeciderOptions): Caller {
  return { actor: toActor(options), progress: openProgress(process.stderr, () => performance.now()), settle };
}

function toActor({ by, as, ...key }: DeciderOptions): Actor {
  if (as === undefined) return { name: by ?? accountName(), signing: null };
  return { name: as, signing: toSigningOrder({ as, ...key }) };
}

function toHelpText({ examples = [], notes }: Help): string {
  const title = examples.length === 1 ? 'Example' : 'Examples';
  const shown = examples.length === 0 ? [] : [[title, ...examples.map((example) => `  ${example}`)].join('\n')];
  return [...shown, ...(notes === undefined ? [] : [notes])].map((part) => `\n${part}`).join('\n');
}
