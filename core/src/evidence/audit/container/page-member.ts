import { isObject } from '../../record/loose-value.ts';

/**
 * Members that hold the rows of an API's answer: of the Management Activity API and of Graph, of Graph's hunting and of
 * Defender's.
 */
const NAMES = ['value', 'results', 'Results'];

/** Each as bytes; their first ones differ. */
export const PAGE_MEMBERS: readonly Uint8Array[] = NAMES.map((name) => new TextEncoder().encode(name));

/** The rows of an API's answer, Elasticsearch's too; null of everything else. A record has an id. */
export function findPage(value: { readonly [name: string]: unknown }): readonly unknown[] | null {
  if ('Id' in value || 'id' in value) return null;
  for (const name of NAMES) {
    const rows = value[name];
    if (Array.isArray(rows)) return rows;
  }
  const hits = value['hits'];
  return isObject(hits) && Array.isArray(hits['hits']) ? hits['hits'] : null;
}
