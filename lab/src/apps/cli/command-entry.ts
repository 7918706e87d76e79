import type { Command } from 'commander';
import { z } from 'zod';
import { accountName } from '../../adapters/process/account-name.ts';
import { askLine } from '../../adapters/process/ask-line.ts';
import type { Actor, Caller } from '../../operations/context.ts';
import { callOperation, type Operation } from '../../operations/operation.ts';
import { settle, stoppable } from '../interruption.ts';
import { beginAnswer, toAnswerCode } from './answer-exit.ts';
import { addDeciderOptions, type DeciderOptions } from './deciding.ts';
import { addField, readFields } from './field-option.ts';
import { showJson, toStateOption } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import type { Screen } from './show/screen.ts';
import { addKeyOptions, signHere } from './signing.ts';

/** A command of the command line: it adds itself below its group. */
export type CommandEntry = (parent: Command, screen: Screen) => Command;

/** What follows options and arguments. */
interface Below {
  readonly examples?: readonly string[];
  /** Paragraph below the examples. */
  readonly notes?: string;
}

interface Help extends Below {
  /** What is typed last. */
  readonly typed: string;
  readonly does: string;
  /** Heading in the list of all commands. */
  readonly group?: string;
  /** Called where only the group is typed. */
  readonly isDefault?: boolean;
  /** `may`: a person decides, and may sign it; `must`: one of two people signs; `optional`: only some uses of it. */
  readonly signs?: 'may' | 'must' | 'optional' | undefined;
  /** A person who needs no key is named: what that person does. */
  readonly by?: string;
  /** What `--json` does, where it does not print the result; false: the output is files. */
  readonly hasJson?: string | false;
  readonly hasState?: boolean;
  /** Its exit code is its answer, whoever reads its output. */
  readonly isAnswer?: boolean;
}

/** What was typed besides the values. */
export interface Typed {
  readonly state: string;
  readonly isJson: boolean;
  readonly screen: Screen;
  readonly caller: Caller;
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
) => Promise<Output>;

interface OperationEntry<Input, Output, View extends z.ZodRawShape> extends Partial<Help> {
  /** Options that only change what is shown. */
  readonly view?: View;
  show(
    screen: Screen,
    output: Output,
    shown: Typed & { readonly input: Input; readonly view: z.infer<z.ZodObject<View>> },
  ): unknown;
  readonly json?: Show<Output>;
  /** What is wrong with values that belong together; null: nothing. */
  readonly bars?: (input: Input) => string | null;
  /** Whether something needs a person, which the exit code says. */
  readonly needs?: (
    output: Output,
    shown: { readonly input: Input; readonly view: z.infer<z.ZodObject<View>> },
  ) => boolean;
  /** Whether the answer is yes: the exit code says nothing else. */
  readonly answers?: (output: Output) => boolean;
  /** Whether what was typed is nothing of the kind, which has the exit code of wrong usage. */
  readonly isMistyped?: (output: Output) => boolean;
}

/** Something needs a person. */
const EXIT_NEEDS = 3;
const EXIT_MISTYPED = 2;

export function commandFor<Input extends z.ZodObject, Output, View extends z.ZodRawShape = Record<never, never>>(
  operation: Operation<Input, Output>,
  {
    view: shape,
    show,
    json = showJson,
    bars,
    needs,
    answers,
    isMistyped,
    ...help
  }: OperationEntry<z.infer<Input>, Output, View>,
): CommandEntry {
  const looks = z.object({ ...shape });
  const typed = operation.name.split('.').at(-1) ?? '';
  const { does, signs, opening } = operation;
  const isAnswer = answers !== undefined;
  const whole = { typed, does, signs, hasState: opening !== 'nothing', isAnswer, ...help };
  return commandOf(whole, z.object({ ...shape, ...operation.input.shape }), (call, given, cli) => {
    const isOwn = ([name, value]: [string, unknown]) => name in operation.input.shape && value !== undefined;
    const input = Object.fromEntries(Object.entries(given).filter(isOwn)) as z.infer<Input>;
    const barred = bars?.(input) ?? null;
    if (barred !== null) return cli.refuse(barred);
    const view = looks.parse(given) as z.infer<z.ZodObject<View>>;
    const shown: Show<Output> = (screen, output) => show(screen, output, { ...cli, input, view });
    if (answers !== undefined) return call(operation, input, ...answering(answers, shown, json));
    const isNeeded = (output: Output): boolean => needs?.(output, { input, view }) === true;
    const isWrong = (output: Output): boolean => isMistyped?.(output) === true;
    const noting = (each: Show<Output>): Show<Output> => noteExit(EXIT_MISTYPED, isWrong, noteNeeds(isNeeded, each));
    return call(operation, input, noting(shown), noting(json));
  });
}

/** Sets the exit code where something needs a person. */
export function noteNeeds<Output>(needs: (output: Output) => boolean, show: Show<Output>): Show<Output> {
  return noteExit(EXIT_NEEDS, needs, show);
}

function noteExit<Output>(code: number, isSo: (output: Output) => boolean, show: Show<Output>): Show<Output> {
  return (screen, output) => {
    if (isSo(output)) process.exitCode = code;
    return show(screen, output);
  };
}

/** Screen and JSON of a command whose exit code is its answer. */
export function answering<Output>(
  isYes: (output: Output) => boolean,
  show: Show<Output>,
  json: Show<Output> = showJson,
): readonly [Show<Output>, Show<Output>] {
  const note =
    (shown: Show<Output>): Show<Output> =>
    (screen, output) => {
      process.exitCode = toAnswerCode(isYes(output), EXIT_NEEDS);
      return shown(screen, output);
    };
  return [note(show), note(json)];
}

/** A command with one of several operations. @param input its arguments and options, in the order of help */
export function commandOf<Input extends z.ZodObject>(
  help: Help,
  input: Input,
  run: (call: Call, given: z.infer<Input>, typed: Typed) => Promise<unknown>,
): CommandEntry {
  return (parent, screen) => {
    const command = parent.command(help.typed, { isDefault: help.isDefault === true }).description(help.does);
    if (help.group !== undefined) command.helpGroup(help.group);
    addOptions(command, help, input);
    command.addHelpText('after', toHelpText(help));
    return command.action(async (...words: unknown[]) => {
      const options = command.opts<CallOptions>();
      const refuse = (message: string) => command.error(message);
      const read = input.safeParse(readFields(input, words, command.opts()));
      if (!read.success) return refuse(read.error.issues.map(({ message }) => message).join('; '));
      if (help.isAnswer === true) beginAnswer();
      const isJson = options.json === true;
      await stoppable((onStop) => {
        const caller = { ...toCaller(options, screen), onStop };
        const typed = { state: options.state, isJson, screen, caller, refuse };
        return run(toCallAs(caller, screen, options), read.data, typed);
      });
    });
  };
}

/** The digest that a person reviewed stands with the key that signs it. */
function addOptions(command: Command, { signs, by, hasState, hasJson }: Help, { shape }: z.ZodObject): void {
  const { digest, ...own } = shape;
  const isSigned = signs === 'must' || signs === 'optional';
  for (const [name, schema] of Object.entries(isSigned ? own : shape)) {
    addField(command, name, schema as z.ZodType);
    // The options of the decider stand with the reason.
    if (name === 'why' && signs === 'may') addDeciderOptions(command);
  }
  if (by !== undefined) command.option('--by <name>', `${by} (default: the account that runs this)`);
  if (hasState !== false) command.addOption(toStateOption());
  if (hasJson !== false) command.option('--json', hasJson ?? 'print the result as JSON');
  if (isSigned) addKeyOptions(command, signs === 'must');
  if (isSigned && digest !== undefined) addField(command, 'digest', digest as z.ZodType);
}

/** A command with others below it. */
export function groupFor(
  help: Below & { readonly typed: string; readonly group?: string; readonly does: string },
  entries: readonly CommandEntry[],
): CommandEntry {
  return (parent, screen) => {
    const group = parent.command(help.typed).description(help.does);
    if (help.group !== undefined) group.helpGroup(help.group);
    group.addHelpText('after', toHelpText(help));
    for (const add of entries) add(group, screen);
    return group;
  };
}

type CallOptions = DeciderOptions & { readonly state: string; readonly json?: boolean };

/** Calls operations as the options say. */
function toCallAs(caller: Caller, screen: Screen, options: CallOptions): Call {
  return (operation, input, show, json = showJson) =>
    callOperation(operation, options.state, caller, input, async (output) => {
      await (options.json === true ? json : show)(screen, output);
      return output;
    });
}

/** The person at this terminal. */
function toCaller(options: CallOptions, screen: Screen): Caller {
  const progress = openProgress(process.stderr, () => performance.now());
  return { actor: toActor(options, screen), progress, settle, onStop: () => undefined, ask: askLine };
}

function toActor(options: CallOptions, screen: Screen): Actor {
  const { by, as } = options;
  if (as === undefined) return { name: by ?? accountName(), account: accountName(), signature: null };
  return { name: as, account: accountName(), signature: signHere({ ...options, as }, screen) };
}

function toHelpText({ examples = [], notes }: Below): string {
  const title = examples.length === 1 ? 'Example' : 'Examples';
  const shown = examples.length === 0 ? [] : [[title, ...examples.map((example) => `  ${example}`)].join('\n')];
  return [...shown, ...(notes === undefined ? [] : [notes])].map((part) => `\n${part}`).join('\n');
}
