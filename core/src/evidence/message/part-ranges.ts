import type { Runtime } from '@candor/core/base';
import { isAttachedMessage } from './mime/attached-message.ts';
import { EntityReader } from './mime/entity-reader.ts';
import { toLineFeeds, usesBareReturns } from './mime/line-ends.ts';
import { PartNumbers } from './mime/part-numbers.ts';

/**
 * A leaf of a whole message, as byte range of that message: its body without the line end that belongs to the boundary.
 */
export interface PartRange {
  readonly number: string;
  /** Lower case. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly isMessage: boolean;
  /** `other`: the bytes are the content. */
  readonly encoding: 'base64' | 'quoted-printable' | 'other';
}

export interface PartRanges {
  readonly parts: readonly PartRange[];
  /** A `multipart/signed` is among its multiparts: the bytes inside are covered by a signature. */
  readonly signed: boolean;
}

/** Where the leaves of a message lie, by the one reader. A multipart whose boundary never occurs is a leaf. */
export function readPartRanges(runtime: Runtime, message: Uint8Array): PartRanges {
  // Places are the same in both.
  const source = usesBareReturns(message) ? toLineFeeds(message) : message;
  const parts: PartRange[] = [];
  const numbers = new PartNumbers();
  let signed = false;
  const reader = new EntityReader(runtime, {
    field: () => undefined,
    limit: () => undefined,
    openLeaf: (head, _within, multipart) => {
      const number = numbers.next(multipart);
      if (head.type === 'multipart/signed') signed = true;
      return {
        // A message that is ended in one piece gives every leaf in one slice of it.
        write: () => {
          throw new Error('a leaf of a whole message came in pieces');
        },
        end: (bytes) => {
          const start = bytes.byteOffset - source.byteOffset;
          parts.push({
            number,
            type: head.type,
            start,
            end: start + bytes.length,
            isMessage: isAttachedMessage(head),
            encoding: head.encoding,
          });
        },
      };
    },
  });
  reader.end(source);
  return { parts, signed };
}
