import { join } from 'node:path';
import type { Language } from '@candor/core/notice/text';

const sources = join(import.meta.dirname, '../src');

/** Every phrase by its path. */
export function listPhrases(value: unknown, path: string): readonly (readonly [path: string, phrase: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => listPhrases(inner, path === '' ? key : `${path}.${key}`));
}

/** What one language says, by catalogue: each part of the reviewer app, and the page for notices. */
export async function readCatalogues(language: Language): Promise<ReadonlyMap<string, unknown>> {
  const folder = join(sources, 'i18n', language);
  const { reviewer } = (await import(join(folder, 'reviewer.ts'))) as { readonly reviewer: Record<string, unknown> };
  const { verify } = (await import(join(folder, 'verify.ts'))) as { readonly verify: object };
  const { compared } = (await import(join(folder, 'compared.ts'))) as { readonly compared: object };
  const parts = Object.entries(reviewer).filter(([part]) => part !== 'guide');
  return new Map([
    ...parts.map(([part, words]) => [`reviewer ${part}`, words] as const),
    ['verify', { ...verify, ...compared }],
  ]);
}
