import { type Message, type MessageValues, PLURAL_RULES, resolveMessage } from '@candor/core/base/message';
import { compileMessage } from '@candor/core/base/message/compiler';
import type { Language } from './language.ts';
import { CATALOGUES } from './languages/catalogues.ts';
import { fill } from './numerals.ts';

/** Messages of the catalogues, which are as many as those have, compiled when they are first written. */
const compiled = new Map<string, Message>();

/** Writes a message of a catalogue. A value that it wants must be there. */
export function writeMessage(language: Language, text: string, values: MessageValues): string {
  let message = compiled.get(text);
  if (message === undefined) {
    message = compileMessage(text);
    compiled.set(text, message);
  }
  return fill(CATALOGUES[language].numerals, resolveMessage(message, values, PLURAL_RULES[language]), values);
}
