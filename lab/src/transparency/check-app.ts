import { type Hashing, readEntry, type VerifierKey } from '@candor/core/ledger';
import {
  APP_LIST_FILE,
  APP_PROOF_FILE,
  APP_SETTINGS_FILE,
  readAppList,
  readAppSettings,
} from '@candor/core/review/app';
import type { SiteAccess } from '@candor/core/verify';
import { verifyProofFile } from './verify-files.ts';

/** What a served app is, as far as its files agree with each other and with the log. */
export interface CheckedApp {
  /** It is null if no list could be read. */
  readonly digest: string | null;
  readonly files: number;
  /** Position of the entry that names it; null while the log has none, or not this one. */
  readonly entry: number | null;
  /** It is empty if the app is the published one. */
  readonly differences: readonly string[];
}

/**
 * Compares every file of the served app with its list, and the list with the log. Ignores additional files, which
 * nothing names.
 */
export async function checkApp(
  hashing: Hashing,
  site: SiteAccess,
  folder: string,
  log: VerifierKey,
): Promise<CheckedApp> {
  const read = async (name: string): Promise<string | null> => {
    const bytes = await site(`${folder}/${name}`);
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  const [list, settings, proof] = await Promise.all([APP_LIST_FILE, APP_SETTINGS_FILE, APP_PROOF_FILE].map(read));
  const files = list == null ? null : readAppList(list);
  if (list == null || files === null) {
    return { digest: null, files: 0, entry: null, differences: [`${APP_LIST_FILE} is missing or no list`] };
  }
  const differences: string[] = [];
  for (const { path, digest } of files) {
    const bytes = await site(`${folder}/${path}`);
    if (bytes === null) differences.push(`${path} is missing`);
    else if (hashing.sha256Hex(bytes) !== digest) differences.push(`${path} is not the file that the list names`);
  }
  const digest = hashing.sha256Hex(list);
  if (settings == null || readAppSettings(settings)?.app !== digest)
    differences.push(`${APP_SETTINGS_FILE} is missing, not readable, or names another app`);
  const said = { digest, settings: hashing.sha256Hex(settings ?? '') };
  const entry = proof == null ? null : await findEntry(hashing, proof, log, said);
  if (entry === null) differences.push(`${APP_PROOF_FILE} does not show that the log has this app`);
  return { digest, files: files.length, entry, differences };
}

async function findEntry(
  hashing: Hashing,
  proof: string,
  log: VerifierKey,
  said: { readonly digest: string; readonly settings: string },
): Promise<number | null> {
  const proven = await verifyProofFile(hashing, proof, log, null).catch(() => null);
  const entry = proven?.opening == null ? null : readEntry(proven.opening.entry);
  if (proven === null || entry?.kind !== 'app') return null;
  return entry.body['digest'] === said.digest && entry.body['settings'] === said.settings ? proven.index : null;
}
