import { type Json, type Runtime, toCanonicalJson } from '@candor/core/base';
import type { Selection } from './selection.ts';

/** Random bytes before a document, so that nobody can guess it from its hash. */
export const SELECTION_SALT_BYTES = 32;

export function toSelectionText(selection: Selection): string {
  return toCanonicalJson(selection as unknown as Json);
}

/** What the manifest has of a selection: SHA-256(salt ‖ document), hex. */
export function commitSelection(runtime: Pick<Runtime, 'sha256Hex'>, salt: Uint8Array, text: string): string {
  if (salt.length !== SELECTION_SALT_BYTES) throw new Error(`a selection's salt has ${SELECTION_SALT_BYTES} bytes`);
  const document = new TextEncoder().encode(text);
  const input = new Uint8Array(salt.length + document.length);
  input.set(salt);
  input.set(document, salt.length);
  return runtime.sha256Hex(input);
}
