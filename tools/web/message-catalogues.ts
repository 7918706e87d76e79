import { compileMessage } from '@candor/core/base/message/compiler';
import type { Plugin } from 'vite';

const CATALOGUE = /\/web\/src\/i18n\/[a-z]{2}\/[a-z]+\.json$/;

/**
 * Compiles the messages of the pages' catalogues while they are loaded: the parser never comes into a page
 * (docs/decisions/0095-texts-of-pages-as-data.md).
 */
export const messageCatalogues: Plugin = {
  name: 'message-catalogues',
  enforce: 'pre',
  transform: (code, id) =>
    CATALOGUE.test(id) ? { code: JSON.stringify(compile(JSON.parse(code), id)), map: null } : null,
};

/**
 * A catalogue with its messages compiled. Only a text below `forms` may choose its form; pages show all others as
 * they are. Throws with the path of the first text that is not so.
 */
export function compile(value: unknown, path: string): unknown {
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) return value.map((inner, index) => compile(inner, `${path}.${index}`));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compile(inner, `${path}.${key}`)]));
  }
  if (typeof value !== 'string') return value;
  const message = compileMessage(value);
  if ((typeof message === 'string') === path.endsWith('.forms'))
    throw new Error(`${path} ${typeof message === 'string' ? 'chooses no form' : 'is not below "forms"'}: ${value}`);
  return message;
}
