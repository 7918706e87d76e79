import type { Language } from '@candor/core/base';
import { PLURAL_RULES, resolveMessage } from '@candor/core/base/message';
import { compileMessage } from '@candor/core/base/message/compiler';

/** Numbers of every plural category that notices can need. */
export const COUNTS = [0, 1, 2, 5, 1_000_000];

/** The form of a message for a number, with its places. */
export function toForm(language: Language, text: string, n: number): string {
  return resolveMessage(compileMessage(text), { n, told: n }, PLURAL_RULES[language]);
}
