import type { Runtime } from '@candor/core/base';
import { findNamedValue, readNamedValues } from '../../record/named-values.ts';
import type { Words } from './json-bytes.ts';
import { createTextCache } from './text-cache.ts';

export interface MailAccessProperties {
  readonly accessType: 'bind' | 'sync';
  readonly throttled: boolean;
}

export interface PropertyScanner {
  /** Null when the list is missing or unusual. */
  read(words: Words, from: number, to: number): MailAccessProperties | null;
}

/** Maximum cached list size; two properties take about 90 bytes. */
const MAX_LIST_BYTES = 512;

/**
 * A log has three or four different lists, so each is parsed once and then recognised by its bytes. Non-ASCII bytes
 * become other letters here, which affects neither structure nor relevant names and values.
 */
export function createPropertyScanner(runtime: Runtime): PropertyScanner {
  const known = new Map<string, MailAccessProperties>();
  const cache = createTextCache(runtime, (text) => {
    const properties = parse(text);
    if (properties === null) return null;
    const key = `${properties.accessType} ${properties.throttled}`;
    known.set(key, properties);
    return key;
  });
  return {
    read(words, from, to) {
      if (from === 0 || to - from > MAX_LIST_BYTES) return null;
      const key = cache.get(words, from, to);
      return key === null ? null : (known.get(key) ?? null);
    },
  };
}

function parse(text: string): MailAccessProperties | null {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return null;
  }
  if (!Array.isArray(list)) return null;
  const values = readNamedValues(list);
  const accessType = findNamedValue(values, 'mailaccesstype');
  const throttled = findNamedValue(values, 'isthrottled');
  if (accessType !== 'Bind' && accessType !== 'Sync') return null;
  if (throttled !== undefined && throttled !== 'True' && throttled !== 'False') return null;
  // An entry that became text or lost its name may have been the relevant one.
  if (values.length < list.length) return null;
  return { accessType: accessType === 'Bind' ? 'bind' : 'sync', throttled: throttled === 'True' };
}
