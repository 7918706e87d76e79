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

/** Whether the app's files match each other and the log. */
export type ServedApp =
  | { readonly state: 'logged'; readonly digest: string; readonly entry: number; readonly files: number }
  /** They match; the log does not have them yet, or its key is unknown here. */
  | { readonly state: 'not-logged'; readonly digest: string }
  /** `path` differs from the list or the log. */
  | { readonly state: 'differs'; readonly path: string }
  /** The site did not answer, or has no list: nothing can be compared. */
  | { readonly state: 'silent' };

type Primitives = Pick<Runtime, 'sha256Hex'> & Pick<Cryptography, 'verifyEd25519'>;

export interface AppFiles {
  /** A file below the app's folder; null when missing. Throws when nobody answers. */
  read(path: string): Promise<Uint8Array | null>;
  /** `keys.json` of a verified release: it names the log's key. Null while none is open. */
  readonly keys: string | null;
}

/**
 * Compares the served app with its list, and the list with the log (docs/formats/reviewer-app.md). Finds careless or
 * targeted changes; a lying page can also lie here, so the check should be repeated elsewhere.
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
