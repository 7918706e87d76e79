import { toCanonicalJson } from '@candor/core/base';

export const SECRET_KINDS = ['password', 'key', 'token', 'code', 'account', 'other'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** A person's statement about a secret, never the secret itself: every reviewer of the party reads it. */
export interface SecretFacts {
  readonly kind: SecretKind;
  /** The party's name for it: `SFTP password of the settlement server`. */
  readonly label: string;
  readonly used: string;
  readonly owner: string;
  readonly remark: string;
  /** The message with it; null when not named. */
  readonly message: string | null;
}

/** The facts in a shared note, with the notes of others about the same secret that its author had seen. */
export interface SecretText extends SecretFacts {
  /** The highest known note number about this secret, by author fingerprint. */
  readonly seen: Readonly<Record<string, number>>;
}

const LONGEST_FACT_CHARS = 500;
const MOST_SEEN = 200;
const ID = /^[0-9a-f]{64}$/;

export function toSecretText(secret: SecretText): string {
  return toCanonicalJson({ v: 1, ...cut(secret) } as never);
}

/** Reads a note of another reviewer or app version: an unknown form is kept as a label, so that nothing is lost. */
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
