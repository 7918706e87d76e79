import { readBase64Url, toBase64Url } from '@candor/core/ledger';

const FIRST_LINE = '# candor reviewer key v1';
const SEED_BYTES = 32;
/** A key file has 300 characters. */
const MAX_FILE_CHARS = 4096;

export interface ReviewerKeyPair {
  /** `AGE-SECRET-KEY-PQ-1…` */
  readonly identity: string;
  /** Seed of the Ed25519 key. */
  readonly seed: Uint8Array;
}

/** The text of a key file (docs/formats/reviewer-key.md); `age` takes it as an identity file. */
export function toKeyFileText({ identity, seed }: ReviewerKeyPair, fingerprint: string): string {
  return `${FIRST_LINE}\n# fingerprint: ${fingerprint}\n${identity}\n# sign: ${toBase64Url(seed)}\n`;
}

/**
 * The keys of a file that anybody may have written; null when it has none. They need not belong to the fingerprint that
 * it names.
 */
export function readKeyFileText(text: string): ReviewerKeyPair | null {
  if (text.length > MAX_FILE_CHARS || !text.startsWith(`${FIRST_LINE}\n`)) return null;
  const identity = /^AGE-SECRET-KEY-PQ-1[0-9A-Z]+$/m.exec(text)?.[0];
  const seed = readBase64Url(/^# sign: ([A-Za-z0-9_-]{43})$/m.exec(text)?.[1] ?? '');
  return identity === undefined || seed?.length !== SEED_BYTES ? null : { identity, seed };
}
