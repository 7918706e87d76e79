import type { Runtime } from '@candor/core/base';
import { commitSelection, readSelection, SELECTION_SALT_BYTES, type Selection } from '@candor/core/notice/selection';
import { readManifestText } from '@candor/core/notice/wave';

/** The selection document of a wave with its salt, as a signer is given them: anybody may have put others there. */
export interface EnclosedSelection {
  readonly salt: Uint8Array;
  readonly document: Uint8Array;
}

/**
 * The selection of a wave, from its document's own bytes and only if the manifest that is signed commits to them; else
 * null.
 */
export function openSelection(
  runtime: Pick<Runtime, 'sha256Hex'>,
  manifest: Uint8Array,
  { salt, document }: EnclosedSelection,
): Selection | null {
  if (salt.length !== SELECTION_SALT_BYTES) return null;
  const [manifestText, text] = [decode(manifest), decode(document)];
  if (manifestText === null || text === null) return null;
  const committed = readManifestText(manifestText)?.selection;
  return commitSelection(runtime, salt, text) === committed ? readSelection(text) : null;
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
