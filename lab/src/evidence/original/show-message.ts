import { createMessageReader } from '@candor/core/evidence/message';
import { createNodeRuntime } from '../../adapters/runtime.ts';
import { type OriginalPlace, readOriginal } from './read-original.ts';

/** What a person knows a message by. Every text is the sender's. */
export interface ShownMessage {
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

/** Bytes from the front of a message in which its header is looked for. */
const headBytes = 64 * 1024;

/**
 * The header fields that a person knows a copy by, out of its original bytes; null where these cannot be had or are not
 * what they were.
 */
export function showMessage(place: OriginalPlace): ShownMessage | null {
  const original = readOriginal(place);
  if (original.is !== 'bytes') return null;
  const { searchable } = createMessageReader(createNodeRuntime(), { keepText: true }).end(
    original.bytes.subarray(0, headBytes),
  );
  return searchable === null ? null : { subject: searchable.subject, from: searchable.from, to: searchable.to };
}
