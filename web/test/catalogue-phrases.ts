import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '@candor/core/base/message';
import { compileMessage } from '@candor/core/base/message/compiler';
import type { Language } from '@candor/core/notice/text';

const sources = join(import.meta.dirname, '../src');

/** Every phrase by its path; a message that counts has one for each of its forms. */
export function listPhrases(value: unknown, path: string): readonly (readonly [path: string, phrase: string])[] {
  if (typeof value === 'string') return listForms(compileMessage(value), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listPhrases(inner, path === '' ? key : `${path}.${key}`));
}

function listForms(message: Message, path: string): readonly (readonly [path: string, phrase: string])[] {
  if (typeof message === 'string') return [[path, message]];
  if (!('forms' in message)) throw new Error(`${path} has its plural inside a sentence`);
  return Object.entries(message.forms).flatMap(([form, inner]) => listForms(inner, `${path}.${form}`));
}

export function readCatalogue(
  language: Language,
  name: 'basics' | 'console' | 'reviewer' | 'ui' | 'verify' | 'compared',
): object {
  return JSON.parse(readFileSync(join(sources, 'i18n', language, `${name}.json`), 'utf8')) as object;
}

/** What one language says, by catalogue: each part of the reviewer app, shared parts, console, page for notices. */
export function readCatalogues(language: Language): ReadonlyMap<string, unknown> {
  const parts = Object.entries({ ...readCatalogue(language, 'basics'), ...readCatalogue(language, 'reviewer') });
  return new Map([
    ...parts.map(([part, words]) => [`reviewer ${part}`, words] as const),
    ['ui', readCatalogue(language, 'ui')],
    ['console', readCatalogue(language, 'console')],
    ['verify', { ...readCatalogue(language, 'verify'), ...readCatalogue(language, 'compared') }],
  ]);
}
