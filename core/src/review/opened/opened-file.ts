import { type Json, toCanonicalJson } from '@candor/core/base';
import type { IndexedMessage } from '../seal/indexed-message.ts';

/** Half of a digest: nobody finds two messages of one name, and every file system and archive takes it. */
const NAME_DIGITS = 32;

/**
 * Where an opened message lies in a folder or an archive. It is made by us alone: no text of a sender is in the name of
 * a file.
 */
export function toOpenedFileName({ id }: Pick<IndexedMessage, 'id'>): string {
  return `messages/${id.slice(0, NAME_DIGITS)}.eml`;
}

/** One message as an element of a JSON list: what the index says of it, and its file. */
export function toOpenedJson(indexed: IndexedMessage): string {
  return toCanonicalJson({ ...indexed, file: toOpenedFileName(indexed) } as unknown as Json);
}
