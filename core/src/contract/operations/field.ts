import { readInstant } from '@candor/core/base';
import { z } from 'zod';

export interface FieldWords {
  /** One line of help; a value without one explains itself by its name. */
  readonly does?: string;
  /** In place of the value in help; without it the field's name. */
  readonly value?: string;
  /** Typed by its position, not after its name. */
  readonly isArgument?: boolean;
  readonly isListed?: boolean;
  /** A file or folder of this machine: a browser is not offered it. */
  readonly isWritten?: boolean;
  /** The environment's, where the option is not given. */
  readonly variable?: string;
  /** The field that cannot stand beside it. */
  readonly excludes?: string;
}

const WORDS = z.registry<FieldWords>();

/** A value of an operation with its words. Each field needs a schema object of its own. */
export function field<Schema extends z.ZodType>(schema: Schema, words: FieldWords): Schema {
  WORDS.add(schema, words);
  return schema;
}

export function argument<Schema extends z.ZodType>(schema: Schema, does?: string): Schema {
  return field(schema, { isArgument: true, ...(does === undefined ? {} : { does }) });
}

/** @throws Error for a schema that is no field. */
export function readFieldWords(schema: z.ZodType): FieldWords {
  const words = WORDS.get(schema);
  if (words === undefined) throw new Error('an input has a value without words');
  return words;
}

export function optional<Schema extends z.ZodType>(schema: Schema): z.ZodOptional<Schema> {
  return field(z.optional(schema), readFieldWords(schema));
}

/** A whole number from 1, or from `least`. */
export function wholeNumber(
  error = 'a whole number from 1 is needed',
  { least = 1, most = Number.MAX_SAFE_INTEGER }: { readonly least?: number; readonly most?: number } = {},
): z.ZodNumber {
  return z.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** One of several words; an error names them. */
export function oneOf<const Word extends string>(words: readonly Word[]): z.ZodEnum<{ [One in Word]: One }> {
  return z.enum(words, { error: `one of: ${words.join(', ')}` });
}

/** Not set unless it is named. */
export function flag(does: string): z.ZodDefault<z.ZodBoolean> {
  return field(z.boolean().default(false), { does });
}

/** A text that may be left out. */
export function maybeText(words: FieldWords): z.ZodDefault<z.ZodNullable<z.ZodString>> {
  return field(z.string().nullable().default(null), words);
}

/** Any number of texts. */
export function texts(words: FieldWords): z.ZodDefault<z.ZodArray<z.ZodString>> {
  return field(z.array(z.string()).default([]), words);
}

/** A whole number from 1 that may be left out. */
export function maybeNumber(words: FieldWords): z.ZodDefault<z.ZodNullable<z.ZodNumber>> {
  return field(wholeNumber().nullable().default(null), words);
}

/** More reader processes than this only wait for the disk. */
const MAX_WORKERS = 64;

/** Reader processes, `usual` of them where nobody says how many. */
export function workers(usual: number, does = 'reader processes', value = 'number'): z.ZodDefault<z.ZodNumber> {
  const error = `a whole number from 1 to ${MAX_WORKERS} is needed`;
  return field(wholeNumber(error, { most: MAX_WORKERS }).default(usual), { does, value });
}

/** A day or a time that may be left out: as a person types it, or seconds since 1970. A day begins at 00:00 UTC. */
export function day(does: string): z.ZodDefault<z.ZodNullable<z.ZodType<number, string | number>>> {
  const error = 'a day like 2001-10-21 is needed';
  const instant = z.union([z.number(), z.string()]).transform((given, context) => {
    const read = typeof given === 'number' ? given : readDay(given);
    if (read === null) context.addIssue(error);
    return read ?? z.NEVER;
  });
  return field(instant.nullable().default(null), { does, value: 'day' });
}

function readDay(text: string): number | null {
  return readInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
}

/** A text of which nothing is said where it is left out. */
export function optionalText(words: FieldWords): z.ZodOptional<z.ZodString> {
  return field(z.string().optional(), words);
}

/** A file that the operation writes. */
export function fileWritten(does: string): z.ZodString {
  return field(z.string(), { does, value: 'file', isWritten: true });
}
