import type { Runtime } from '@candor/core/base';
import type { PartHead } from '../field/content-type.ts';
import type { FieldName } from '../field/field-name.ts';
import { ATTACHED_DEPTH, type MessageLimit } from '../limits.ts';
import { Scratch } from '../scratch.ts';
import type { ByteSink } from '../transfer/byte-sink.ts';
import { EntityReader } from './entity-reader.ts';
import { decodeTransfer } from './leaf-sinks.ts';

/** What the reader of an attached message tells. */
export interface AttachedListener {
  field(name: FieldName, value: string): void;
  limit(limit: MessageLimit): void;
}

export function isAttachedMessage(head: PartHead): boolean {
  return head.type === 'message/rfc822' || head.type === 'message/global';
}

/**
 * Reads the headers of an attached message, and of those attached to it at any depth, for their addresses. Its bytes
 * are one attachment of the message that holds it; that digest is not made here. Null beyond ATTACHED_DEPTH.
 */
export function openAttachedMessage(runtime: Runtime, listener: AttachedListener, depth: number): ByteSink | null {
  if (depth > ATTACHED_DEPTH) {
    listener.limit('attached-too-deep');
    return null;
  }
  const reader = new EntityReader(runtime, {
    field: (name, value) => listener.field(name, value),
    limit: (limit) => listener.limit(limit),
    openLeaf: (head) => {
      if (!isAttachedMessage(head)) return null;
      const inner = openAttachedMessage(runtime, listener, depth + 1);
      return inner === null ? null : decodeTransfer(runtime, head, inner, new Scratch());
    },
  });
  return {
    // The bytes may lie in a decoder's buffer, and reading headers and inner messages uses decoders too.
    write: (bytes) => reader.write(new Uint8Array(bytes)),
    end: (bytes) => reader.end(new Uint8Array(bytes)),
  };
}
