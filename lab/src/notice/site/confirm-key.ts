import type { DnsClient } from '../gate/resolver.ts';
import { lookUpTexts } from '../gate/resolver.ts';

/** What DNS says of an organization's key set (docs/formats/verify-site.md, What is proved). */
export type KeyInDns =
  /**
   * Of the key set in force, and of those that decided before, in the order of their characters: each is what the
   * organization's zone vouches for.
   */
  | { readonly is: 'key'; readonly fingerprints: readonly string[]; readonly isAuthentic: boolean }
  | { readonly is: 'none' }
  | { readonly is: 'fault'; readonly text: string };

const RECORD = /^v=candor1;\s*key=((?:[0-9a-f]{4}-){7}[0-9a-f]{4});\s*log=\S+\s*$/;

/** Asks for `_candor.<domain>`. */
export async function askKeyRecord(asker: DnsClient, domain: string): Promise<KeyInDns> {
  const found = await lookUpTexts(asker, `_candor.${domain}`);
  if (found.is === 'fault') return { is: 'fault', text: found.text };
  if (found.is === 'none') return { is: 'none' };
  const keys = found.texts.flatMap((text) => RECORD.exec(text)?.[1] ?? []);
  if (keys.length === 0) return { is: 'none' };
  return { is: 'key', fingerprints: [...new Set(keys)].sort(), isAuthentic: found.authentic };
}
