import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { z } from 'zod';
import { guardOf } from '../../adapters/store/schema-guard.ts';

/** What a text says of one person, as it is kept: sealed with the key of the findings, and gone with it. */
export interface PlacedPerson {
  /** As written; empty where no name stands there. */
  readonly name: string;
  readonly addresses: readonly string[];
  /** HMAC of the birth date, where it can be read in one way only. */
  readonly born: string | null;
  /** Of a postal address. */
  readonly country: string | null;
  readonly region: string | null;
  readonly indicated: readonly string[];
  readonly isMinor: boolean;
  /** Kinds of specially protected data in this row, entry or sentence. */
  readonly sensitive: readonly string[];
  readonly part: string;
  /** Where its findings begin, in code points. */
  readonly offsets: readonly number[];
}

const isPersons = guardOf(
  z.array(
    z.object({
      name: z.string(),
      addresses: z.array(z.string()).readonly(),
      born: z.string().nullable(),
      country: z.string().nullable(),
      region: z.string().nullable(),
      indicated: z.array(z.string()).readonly(),
      isMinor: z.boolean(),
      sensitive: z.array(z.string()).readonly(),
      part: z.string(),
      offsets: z.array(z.number()).readonly(),
    }),
  ),
);

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function derive(valueKey: Uint8Array, purpose: string, text: string): Buffer {
  return createHmac('sha256', valueKey).update(`candor-findings ${purpose}\0${text}`, 'utf8').digest();
}

/** Base64 of nonce, text and tag. The nonce follows from the text, so that a search gives the same bytes again. */
export function sealPersons(valueKey: Uint8Array, persons: readonly PlacedPerson[]): string | null {
  if (persons.length === 0) return null;
  const text = JSON.stringify(persons);
  const nonce = derive(valueKey, 'person nonce', text).subarray(0, NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, derive(valueKey, 'person key', ''), nonce, { authTagLength: TAG_BYTES });
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** Null where another key sealed it, or somebody altered it. */
export function openPersons(valueKey: Uint8Array, sealed: string): readonly PlacedPerson[] | null {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const key = derive(valueKey, 'person key', '');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  let text: string;
  try {
    text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
  const persons: unknown = JSON.parse(text);
  return isPersons(persons) ? persons : null;
}

/** Equal for equal birth dates under one key. */
export function hashBirthDay(valueKey: Uint8Array, day: string): string {
  return derive(valueKey, 'birth day', day).toString('hex').slice(0, 32);
}
