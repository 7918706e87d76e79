import type { Cryptography, Runtime } from '@candor/core/base';
import {
  commitEntry,
  hashLeaf,
  readEntry,
  readOpening,
  readProof,
  readVerifierKey,
  verifyCheckpoint,
  verifyInclusion,
} from '@candor/core/ledger';
import { readKeySet } from '@candor/core/notice/operator';
import { APP_LIST_FILE, APP_PROOF_FILE, APP_SETTINGS_FILE, readAppList } from '@candor/core/review/app';

/** What the files of this app are, as far as they agree with each other and with the log. */
export type ServedApp =
  | { readonly state: 'logged'; readonly digest: string; readonly entry: number; readonly files: number }
  /** They agree; the log has not got them yet, or its key is not known here. */
  | { readonly state: 'not-logged'; readonly digest: string }
  /** `path` is not the file that the list or the log names. */
  | { readonly state: 'differs'; readonly path: string }
  /** The site did not answer, or has no list: nothing can be compared. */
  | { readonly state: 'silent' };

type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>;

export interface AppFiles {
  /** A file below the app's folder; null when it is not there. Throws when nobody answers. */
  read(path: string): Promise<Uint8Array | null>;
  /** `keys.json` of a release that was verified: it names the log's key. Null while none is open. */
  readonly keys: string | null;
}

/**
 * Compares what the site serves as this app with its list, and the list with the log (docs/formats/reviewer-app.md). It
 * finds an app that was changed without care, or for some; a page that lies about itself lies here too, so the same
 * check is to be made elsewhere.
 */
export async function checkServedApp(primitives: Primitives, { read, keys }: AppFiles): Promise<ServedApp> {
  try {
    const list = await readText(read, APP_LIST_FILE);
    const files = list === null ? null : readAppList(list);
    if (list === null) return { state: 'silent' };
    if (files === null) return { state: 'differs', path: APP_LIST_FILE };
    for (const { path, digest } of files) {
      const bytes = await read(path);
      if (bytes === null || primitives.sha256Hex(bytes) !== digest) return { state: 'differs', path };
    }
    const digest = primitives.sha256Hex(list);
    const settings = primitives.sha256Hex((await readText(read, APP_SETTINGS_FILE)) ?? '');
    const proof = await readText(read, APP_PROOF_FILE);
    if (proof === null || keys === null) return { state: 'not-logged', digest };
    const entry = await findEntry(primitives, proof, keys, { digest, settings });
    return entry === null
      ? { state: 'differs', path: APP_PROOF_FILE }
      : { state: 'logged', digest, entry, files: files.length };
  } catch {
    return { state: 'silent' };
  }
}

async function readText(read: AppFiles['read'], path: string): Promise<string | null> {
  const bytes = await read(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

async function findEntry(
  primitives: Primitives,
  text: string,
  keys: string,
  wanted: { readonly digest: string; readonly settings: string },
): Promise<number | null> {
  const keySet = readKeySet(new TextEncoder().encode(keys));
  const key = keySet === null ? null : readVerifierKey(primitives, keySet.log);
  const proof = readProof(text);
  const opening = proof?.extra == null ? null : readOpening(new TextDecoder().decode(proof.extra));
  if (key === null || proof === null || opening === null || opening.index !== proof.index) return null;
  const entry = readEntry(opening.entry);
  if (entry?.kind !== 'app' || entry.body['digest'] !== wanted.digest || entry.body['settings'] !== wanted.settings)
    return null;
  const verified = await verifyCheckpoint(primitives, new TextEncoder().encode(proof.note), key);
  if (verified === null) return null;
  const leaf = hashLeaf(primitives, commitEntry(primitives, opening.salt, opening.entry));
  return verifyInclusion(primitives, { leaf, index: proof.index, path: proof.path }, verified.checkpoint)
    ? proof.index
    : null;
}
