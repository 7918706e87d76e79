import type { Language } from './language.ts';
import { CATALOGUES } from './languages/catalogues.ts';
import { writeMessage } from './message-writing.ts';

export interface CallScriptNames {
  readonly organization: string;
  readonly reply: string;
  readonly page: string;
  readonly domain: string;
}

export function writeCallScript(language: Language, names: CallScriptNames): string {
  return CATALOGUES[language].callScript.map((line) => writeMessage(language, line, { ...names })).join('\n');
}
