import type { HtmlElement } from './html-node.ts';

/** What mail programs say about a document; none of it is shown. */
const NAMES: ReadonlySet<string> = new Set(['generator', 'progid', 'originator', 'viewport', 'format-detection']);
const CONTENT_TYPE = /^text\/html(?:; ?charset=[\w-]+)?$/i;
/** A width that is not the screen's, or a scale, moves words off it. */
const VIEWPORT = /^width=device-width(?:, ?initial-scale=1(?:\.0+)?)?$/i;

/** Whether a `meta` element says nothing but charset, content type or the program that wrote it. */
export function isAllowedMeta({ attributes }: HtmlElement): boolean {
  const values = new Map(attributes);
  const content = values.get('content') ?? '';
  const names = [...values.keys()].sort().join();
  if (names === 'charset') return true;
  if (names === 'content,http-equiv')
    return values.get('http-equiv')?.toLowerCase() === 'content-type' && CONTENT_TYPE.test(content.trim());
  if (names !== 'content,name') return false;
  const name = values.get('name')?.toLowerCase() ?? '';
  return NAMES.has(name) && (name !== 'viewport' || VIEWPORT.test(content.trim()));
}
