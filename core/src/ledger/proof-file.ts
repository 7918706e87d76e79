import { type Json, toCanonicalJson } from '@candor/core/base';
import { readBase64, toBase64 } from './base64.ts';
import { SALT_BYTES } from './entry.ts';
import { HASH_BYTES, readHex, toHex } from './hash.ts';
import { MAX_PROOF_PATH, type Path } from './proof.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** An opening of the longest entry in base64, and a note. */
const MAX_PROOF_CHARS = 2_097_152;

/** Everything with which an entry can be checked offline against a log's key (C2SP tlog-proof). */
export interface LogProof {
  readonly index: number;
  readonly path: Path;
  /** The signed note of the checkpoint, as bytes travel. */
  readonly note: string;
  /** Opaque to the log, and not authenticated by the proof: we put the entry's opening here. */
  readonly extra: Uint8Array | null;
}

export function toProofText({ index, path, note, extra }: LogProof): string {
  const extraLine = extra === null ? '' : `extra ${toBase64(extra)}\n`;
  return `${FIRST_LINE}\n${extraLine}index ${index}\n${path.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`;
}

/**
 * Reads a proof from a stranger's text; null unless it is in exactly that form. The note in it is still to be checked.
 */
export function readProof(text: string): LogProof | null {
  if (text.length > MAX_PROOF_CHARS) return null;
  const split = text.indexOf('\n\n');
  if (split < 0) return null;
  const [first, ...lines] = text.slice(0, split).split('\n');
  if (first !== FIRST_LINE) return null;
  let extra: Uint8Array | null = null;
  if (lines[0]?.startsWith('extra ') === true) {
    extra = readBase64(lines.shift()?.slice('extra '.length) ?? '');
    if (extra === null) return null;
  }
  const decimal = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '')?.[1];
  const index = Number(decimal);
  if (decimal === undefined || !Number.isSafeInteger(index) || lines.length > MAX_PROOF_PATH) return null;
  const path: Uint8Array[] = [];
  for (const line of lines) {
    const hash = readBase64(line);
    if (hash?.length !== HASH_BYTES) return null;
    path.push(hash);
  }
  return { index, path, note: text.slice(split + 2), extra };
}

/** What links a position of the log to what was said there. */
export interface Opening {
  readonly index: number;
  readonly entry: string;
  readonly salt: Uint8Array;
}

/** One line of an openings file, without its end. */
export function toOpeningText({ index, entry, salt }: Opening): string {
  return toCanonicalJson({ entry, index, salt: toHex(salt) });
}

/** Reads one such line; null for anything but its one form. The entry in it is not looked at. */
export function readOpening(text: string): Opening | null {
  let value: Json;
  try {
    value = JSON.parse(text);
    if (toCanonicalJson(value) !== text) return null;
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { entry, index, salt: hex, ...rest } = value as { readonly [member: string]: Json };
  const salt = typeof hex === 'string' ? readHex(hex, SALT_BYTES) : null;
  if (typeof entry !== 'string' || typeof index !== 'number' || salt === null || Object.keys(rest).length > 0)
    return null;
  return Number.isSafeInteger(index) && index >= 0 ? { index, entry, salt } : null;
}
