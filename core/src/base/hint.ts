import { escapeInvisible, toVisible } from './visible.ts';

/** What follows a command: arguments, and options by their names. `…` and words in angle brackets are filled in. */
type HintWord = string | number | Readonly<Record<string, string | number | true>>;

const PLACEHOLDERS: ReadonlySet<string> = new Set(['…', '<folder>', '<incident.yaml>']);

/** A command that helps, as data: a page can link to it, and the command line words it. */
export class Hint {
  /** As typed, with full stops between the words: `notice.show`. */
  readonly operation: string;
  readonly words: readonly HintWord[];

  constructor(operation: string, words: readonly HintWord[]) {
    this.operation = operation;
    this.words = words;
  }

  /** As a person types it where the program has its usual name. */
  get command(): string {
    return ['candor', ...this.operation.split('.'), ...this.words.flatMap(toTyped)].join(' ');
  }

  toString(): string {
    return `\`${this.command}\``;
  }
}

/** @param operation as typed, with full stops between the words */
export function hint(operation: string, ...words: readonly HintWord[]): Hint {
  return new Hint(operation, words);
}

function toTyped(word: HintWord): readonly string[] {
  if (typeof word !== 'object') return [toValue(word)];
  return Object.entries(word).flatMap(([name, value]) => {
    const option = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return value === true ? [option] : [option, toValue(value)];
  });
}

function toValue(value: string | number): string {
  return typeof value === 'number' || PLACEHOLDERS.has(value) ? String(value) : quoteForShell(value);
}

/** A sentence that keeps its hints apart from its words, which may quote what an attacker wrote. */
export class Advice {
  readonly parts: readonly (string | Hint)[];

  constructor(parts: readonly (string | Hint)[]) {
    this.parts = parts;
  }

  /** @param word how commands are typed here */
  toText(word: (command: string) => string): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : `\`${word(part.command)}\``)).join('');
  }

  toString(): string {
    return this.parts.join('');
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Why something is refused, or what it waits for. */
export type Reason = string | Advice;

/** A reason as it crosses between processes: commands stay apart from words. */
export type PostedReason = readonly (string | Pick<Hint, 'operation' | 'words'>)[];

export function postReason(reason: Reason): PostedReason {
  const parts = typeof reason === 'string' ? [reason] : reason.parts;
  return parts.map((part) => (typeof part === 'string' ? part : { operation: part.operation, words: part.words }));
}

export function receiveReason(posted: PostedReason): Reason {
  return new Advice(posted.map((part) => (typeof part === 'string' ? part : new Hint(part.operation, part.words))));
}

/** Tags a template whose values are hints, other sentences, or words. */
export function advise(texts: TemplateStringsArray, ...values: readonly (Hint | Reason | number)[]): Advice {
  const parts = texts.flatMap((text, at) => {
    const value = values[at] ?? '';
    if (value instanceof Advice) return [text, ...value.parts];
    return [text, value instanceof Hint ? value : String(value)];
  });
  return new Advice(parts);
}

/** Characters that every shell takes as they are. */
const PLAIN_WORD = /^[\w@%+=:,./-]+$/;

/**
 * Quotes a word for a shell. Characters that a screen would alter become bytes (`$'…'`, as in bash, zsh and
 * POSIX.1-2024), so that copying it preserves the meaning.
 */
export function quoteForShell(word: string): string {
  if (PLAIN_WORD.test(word)) return word;
  if (toVisible(word) !== word) return `$'${toEscapes(word)}'`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function toEscapes(word: string): string {
  const seen = escapeInvisible(word.replaceAll(/[\\']/g, '\\$&'), toBytes);
  return seen.replaceAll('[U+', `${toBytes('[')}U+`);
}

function toBytes(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}
