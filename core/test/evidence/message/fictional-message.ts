import { createHash } from 'node:crypto';
import { createMessageReader, type MessageReading, type MessageResult } from '@candor/core/evidence/message';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

export const runtime = createNodeRuntime();

/** Bytes of a text in which every unit is a byte, so that a test can write `\xe9`. */
export function toBytes(latin1: string): Uint8Array {
  return new Uint8Array(Buffer.from(latin1, 'latin1'));
}

export function read(message: string | Uint8Array): MessageReading {
  return readResult(message).reading;
}

export function readResult(message: string | Uint8Array, keepText = false): MessageResult {
  const bytes = typeof message === 'string' ? toBytes(message) : message;
  return createMessageReader(runtime, { keepText }).end(bytes);
}

/** The text as searches see it, which is what the fingerprint hashes. */
export function readText(message: string | Uint8Array): string {
  return readResult(message, true).searchable?.text ?? '';
}

/**
 * Pushes a message in pieces of the given sizes (repeated); each piece is wiped after the call, since it is only
 * borrowed.
 */
export function readInPieces(bytes: Uint8Array, sizes: readonly number[], keepText = true): MessageResult {
  const reader = createMessageReader(runtime, { keepText });
  let at = 0;
  for (let index = 0; at < bytes.length; index += 1) {
    const piece = bytes.slice(at, at + (sizes[index % sizes.length] ?? 1));
    reader.write(piece);
    at += piece.length;
    piece.fill(0x2d);
  }
  return reader.end();
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

interface ExpectedParts {
  readonly attachments?: readonly string[];
  readonly cc?: readonly string[];
  readonly date?: number | null;
  readonly from?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly to?: readonly string[];
}

/** The fingerprint from its parts, computed apart from the product: attachments and text as they are before hashing. */
export function fingerprintOf(parts: ExpectedParts): string {
  const { attachments = [], cc = [], date = null, from = [], subject = '', text = '', to = [] } = parts;
  const json = {
    attachments: attachments.map((one) => sha256(Buffer.from(one, 'latin1'))).sort(),
    cc,
    date,
    from,
    subject,
  };
  return sha256(JSON.stringify({ ...json, text: sha256(text), to }));
}
