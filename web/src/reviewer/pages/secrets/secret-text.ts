import { toCanonicalJson } from '@candor/core/base';

export const SECRET_KINDS = ['password', 'key', 'token', 'code', 'account', 'other'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** What a person says of a secret. Never the secret itself: these words are read by every reviewer of the party. */
export interface SecretFacts {
  readonly kind: SecretKind;
  /** What the party calls it: `SFTP password of the settlement server`. */
  readonly label: string;
  /** Where it is used. */
  readonly used: string;
  /** Who changes it. */
  readonly owner: string;
  readonly remark: string;
  /** The message that holds it; null when none was named. */
  readonly message: string | null;
}

/** The facts as a shared note carries them, with what its author had seen of the same secret by others. */
export interface SecretText extends SecretFacts {
  /** Number of the newest note about this secret that was known, by fingerprint of its author. */
  readonly seen: Readonly<Record<string, number>>;
}

const LONGEST_FACT_CHARS = 500;
const MOST_SEEN = 200;
const ID = /^[0-9a-f]{64}$/;

export function toSecretText(secret: SecretText): string {
  return toCanonicalJson({ v: 1, ...cut(secret) } as never);
}

/**
 * Reads what another reviewer wrote, or another version of this app: what is not understood is kept as a label, so that
 * nothing is lost.
 */
export function readSecretText(text: string): SecretText {
  const value = parse(text);
  if (value === null) return { ...NOTHING, label: text.slice(0, LONGEST_FACT_CHARS) };
  const say = (key: string): string => (typeof value[key] === 'string' ? value[key] : '');
  const message = say('message');
  return cut({
    kind: SECRET_KINDS.find((kind) => kind === value['kind']) ?? 'other',
    label: say('label'),
    used: say('used'),
    owner: say('owner'),
    remark: say('remark'),
    message: ID.test(message) ? message : null,
    seen: readSeen(value['seen']),
  });
}

export const NOTHING: SecretText = {
  kind: 'other',
  label: '',
  used: '',
  owner: '',
  remark: '',
  message: null,
  seen: {},
};

function cut(secret: SecretText): SecretText {
  const short = (text: string): string => text.slice(0, LONGEST_FACT_CHARS);
  const { label, used, owner, remark } = secret;
  return { ...secret, label: short(label), used: short(used), owner: short(owner), remark: short(remark) };
}

function readSeen(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter((entry): entry is [string, number] => Number.isSafeInteger(entry[1]));
  return Object.fromEntries(entries.slice(0, MOST_SEEN));
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return (value as { readonly v?: unknown }).v === 1 ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
