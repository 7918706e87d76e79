import { isObject } from '../../record/loose-value.ts';

/** Members with the rows of an API's answer: Management Activity API, Graph, and hunting in Graph and Defender. */
const NAMES = ['value', 'results', 'Results'];

/** Each name as bytes; their first bytes differ. */
export const PAGE_MEMBERS: readonly Uint8Array[] = NAMES.map((name) => new TextEncoder().encode(name));

/** The rows of an API's answer, including Elasticsearch's; null otherwise. A record has an id. */
export function findPage(value: { readonly [name: string]: unknown }): readonly unknown[] | null {
  if ('Id' in value || 'id' in value) return null;
  for (const name of NAMES) {
    const rows = value[name];
    if (Array.isArray(rows)) return rows;
  }
  const hits = value['hits'];
  return isObject(hits) && Array.isArray(hits['hits']) ? hits['hits'] : null;
}
