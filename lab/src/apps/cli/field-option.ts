import { type FieldWords, flag, readFieldWords } from '@candor/core/contract/operations';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { WrittenOption } from './options.ts';

/** A screen that begins with the most important rows has `--all`. */
export function everyRow(does: string): { readonly all: z.ZodDefault<z.ZodBoolean> } {
  return { all: flag(does) };
}

/** Adds an option or argument for a field of an input. */
export function addField(command: Command, name: string, schema: z.ZodType): void {
  const field = toField(name, schema);
  if (field.words.isArgument === true) command.addArgument(toArgument(field));
  else command.addOption(toOption(field));
}

/** What was typed, by the names of the fields; what is missing is left out. */
export function readFields(
  input: z.ZodObject,
  typed: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const positions = [...typed];
  const values = Object.entries(input.shape).map(([name, schema]) => {
    const { isArgument } = readFieldWords(schema as z.ZodType);
    return [name, isArgument === true ? positions.shift() : options[name]];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** A schema taken apart into what a command line has to know of it. */
interface Field {
  readonly name: string;
  readonly words: FieldWords;
  readonly isRequired: boolean;
  readonly fallback: unknown;
  readonly isMany: boolean;
  /** It checks one value, also where several may be given. */
  readonly schema: z.ZodType;
}

function toField(name: string, whole: z.ZodType): Field {
  const words = readFieldWords(whole);
  const inner = unwrap(whole);
  const isMany = inner instanceof z.ZodArray;
  return {
    name,
    words,
    isRequired: inner === whole,
    fallback: whole instanceof z.ZodDefault ? whole.def.defaultValue : null,
    isMany,
    schema: isMany ? (inner.element as z.ZodType) : inner,
  };
}

/** What a value is where it is given. */
function unwrap(schema: z.ZodType): z.ZodType {
  const isWrapped =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable;
  return isWrapped ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

function toArgument({ name, words, isRequired, fallback, isMany, schema }: Field): Argument {
  const form = `${toFlag(name)}${isMany ? '...' : ''}`;
  const argument = new Argument(isRequired ? `<${form}>` : `[${form}]`, words.does);
  if (typeof fallback === 'string') argument.default(fallback);
  return argument.argParser((text: string, before: unknown) => collect(isMany, readText(schema, text), before));
}

function toOption({ name, words, isRequired, fallback, isMany, schema }: Field): Option {
  const isFlag = schema instanceof z.ZodBoolean;
  const flags = `--${toFlag(name)}${isFlag ? '' : ` <${words.value ?? toFlag(name)}>`}`;
  const option = words.isWritten === true ? new WrittenOption(flags, words.does) : new Option(flags, words.does);
  if (isRequired) option.makeOptionMandatory();
  if (words.variable !== undefined) option.env(words.variable);
  if (words.excludes !== undefined) option.conflicts(words.excludes);
  if (isFlag) return option;
  if (fallback !== null) option.default(fallback);
  if (words.isListed === true && schema instanceof z.ZodEnum) return option.choices(schema.options.map(String));
  return option.argParser((text: string, before: unknown) => collect(isMany, readText(schema, text), before));
}

/** The default of a list is empty, and no part of what was typed. */
function collect(isMany: boolean, value: unknown, before: unknown): unknown {
  if (!isMany) return value;
  return [...(Array.isArray(before) ? before : []), value];
}

/** @throws InvalidArgumentError with the sentence of the schema. */
function readText(schema: z.ZodType, text: string): unknown {
  const value = schema instanceof z.ZodNumber ? Number(text) : text;
  const read = schema.safeParse(value);
  if (read.success) return value;
  throw new InvalidArgumentError(read.error.issues[0]?.message ?? 'it cannot be read');
}

function toFlag(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
