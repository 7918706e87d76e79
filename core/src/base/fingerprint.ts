import { type Json, toCanonicalJson } from './canonical-json.ts';
import type { Runtime } from './digest.ts';

/** 128 bits: short enough to read aloud, long enough to prevent second preimages. */
const DIGITS = 32;

/** The first 128 bits of SHA-256 over a document's canonical JSON, in eight groups of four hex digits. */
export function toGroupedDigest(runtime: Pick<Runtime, 'sha256Hex'>, document: Json): string {
  const digest = runtime.sha256Hex(toCanonicalJson(document)).slice(0, DIGITS);
  return (digest.match(/.{4}/g) ?? []).join('-');
}
