import type { Runtime } from '@candor/core/base';
import { decodeEncodedWords } from '@candor/core/evidence/message';

/**
 * One raw header field, unfolded. Each unit of `value` is a byte; only a thread's topic is decoded, because it is
 * compared.
 */
export interface RawField {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

const FIELD = /^([\u0021-\u0039\u003b-\u007e]{1,200})[ \t]*:(.*)$/;
const TOPIC = 'thread-topic';
/** A message with more fields is made to keep its reader busy. */
const MOST_FIELDS = 2000;

/** Every field of a message's own header, up to the first empty line. Null for a header with more than 2,000. */
export function listHeaderFields(runtime: Runtime, bytes: Uint8Array): readonly RawField[] | null {
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, findBody(bytes)));
  const fields: { name: string; value: string }[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.value += ` ${line.trim()}`;
      continue;
    }
    const [, name, value = ''] = FIELD.exec(line) ?? [];
    if (name === undefined) continue;
    if (fields.length >= MOST_FIELDS) return null;
    fields.push({ name: name.toLowerCase(), value: value.trim() });
  }
  return fields.map((field) =>
    field.name === TOPIC ? { ...field, value: decodeEncodedWords(runtime, field.value) } : field,
  );
}

/** Start of the first empty line, ignoring leading blank lines. */
function findBody(bytes: Uint8Array): number {
  let start = 0;
  let isHeader = false;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0x0a) continue;
    const end = bytes[at - 1] === 0x0d ? at - 1 : at;
    const isEmpty = bytes.subarray(start, end).every((byte) => byte === 0x20 || byte === 0x09);
    if (isEmpty && isHeader) return start;
    isHeader ||= !isEmpty;
    start = at + 1;
  }
  return bytes.length;
}
