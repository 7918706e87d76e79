import { type MessageFormatElement, type PluralOrSelectOption, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Choice, Message } from '../message.ts';

/** Names of values have at most one particle in front, as in `{de_organization}`. */
const PLACE_NAME = /^[a-z]+(?:_[a-z]+)?$/i;

/** Each leaf compiled, under the same keys. */
export type Compiled<T> = T extends string ? Message : { readonly [K in keyof T]: Compiled<T[K]> };

/**
 * Compiles a message in ICU's syntax. It may have places, plurals and selections; formats of numbers and dates are the
 * language's own data. Throws for everything else: bad syntax, an offset, an ordinal, a literal brace.
 */
export function compileMessage(text: string): Message {
  return join(parse(text, { ignoreTag: true }), text, null);
}

/** Compiles all texts of a catalogue. Throws with the path of the first that is no message. */
export function compileCatalogue<T>(catalogue: T, path?: string): Compiled<T>;
export function compileCatalogue(catalogue: unknown, path = ''): unknown {
  if (typeof catalogue === 'object' && catalogue !== null)
    return Object.fromEntries(
      Object.entries(catalogue).map(([key, inner]) => [key, compileCatalogue(inner, `${path}.${key}`)]),
    );
  if (typeof catalogue !== 'string') throw new Error(`${path} is not a text`);
  try {
    return compileMessage(catalogue);
  } catch (cause) {
    throw new Error(`${path} is not a message: ${String(cause)}`, { cause });
  }
}

/** Neighbouring texts become one, so that a message without choices is a plain text. */
function join(elements: readonly MessageFormatElement[], text: string, counted: string | null): Message {
  const parts: (string | Choice)[] = [];
  for (const element of elements) {
    const part = toPart(element, text, counted);
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  const [only = ''] = parts;
  return parts.length > 1 ? parts : only;
}

function toPart(element: MessageFormatElement, text: string, counted: string | null): string | Choice {
  switch (element.type) {
    case TYPE.literal:
      if (/[{}]/.test(element.value)) throw new Error(`a message has a literal brace: ${text}`);
      // The parser takes the sign for a text inside a selection.
      if (counted !== null && element.value.includes('#')) throw new Error(`name the number instead of '#': ${text}`);
      return element.value;
    case TYPE.argument:
      return toPlace(element.value, text);
    case TYPE.pound:
      if (counted === null) throw new Error(`a number sign without a plural: ${text}`);
      return toPlace(counted, text);
    case TYPE.plural:
      if (element.offset !== 0 || element.pluralType !== 'cardinal')
        throw new Error(`a plural has an offset or counts in order: ${text}`);
      return { kind: 'plural', by: element.value, forms: toForms(element.options, text, element.value) };
    case TYPE.select:
      return { kind: 'select', by: element.value, forms: toForms(element.options, text, counted) };
    default:
      throw new Error(`a message formats {${'value' in element ? element.value : ''}} itself: ${text}`);
  }
}

function toPlace(name: string, text: string): string {
  if (!PLACE_NAME.test(name)) throw new Error(`{${name}} is not a name of a value: ${text}`);
  return `{${name}}`;
}

function toForms(options: Readonly<Record<string, PluralOrSelectOption>>, text: string, counted: string | null) {
  return Object.fromEntries(Object.entries(options).map(([key, { value }]) => [key, join(value, text, counted)]));
}
