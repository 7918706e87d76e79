import { type Instant, readInstant } from '@candor/core/base';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import type { Contact } from '@candor/core/impact/party';

/**
 * What a security.txt says (RFC 9116). **A stranger wrote it**: addresses are such as can be written to, and no more is
 * believed.
 */
export interface SecurityTxt {
  /** Mail addresses, in the order of preference that the file gives. */
  readonly contacts: readonly Contact[];
  /** Null when it does not say. */
  readonly expires: Instant | null;
}

/** Maximum contacts of one file. */
const MAX_CONTACT = 10;
const MAX_LINES = 1_000;
const LANGUAGE = /^[a-z]{2}$/;

/** Reads the text, signed (OpenPGP cleartext) or not. Never throws; null when no line names a contact by mail. */
export function readSecurityTxt(text: string): SecurityTxt | null {
  const contacts: string[] = [];
  let expires: Instant | null = null;
  let language: string | null = null;
  for (const line of text.split(/\r?\n/, MAX_LINES)) {
    // Behind it stand the letters of a signature.
    if (line.startsWith('-----BEGIN PGP SIGNATURE')) break;
    const [, name = '', value = ''] = /^(?:- )?([a-z-]{1,40}):[ \t]*(?![ \t])(.{0,2000})$/i.exec(line.trimEnd()) ?? [];
    switch (name.toLowerCase()) {
      case 'contact': {
        const address = toAddress(value);
        if (address !== null && !contacts.includes(address) && contacts.length < MAX_CONTACT) contacts.push(address);
        break;
      }
      case 'expires':
        expires ??= readInstant(value.trim().toUpperCase());
        break;
      case 'preferred-languages':
        language ??= value.split(',')[0]?.trim().toLowerCase().split('-')[0] ?? null;
        break;
      default:
    }
  }
  if (contacts.length === 0) return null;
  const known = language !== null && LANGUAGE.test(language) ? language : null;
  return { contacts: contacts.map((contact) => ({ contact, role: 'security', language: known })), expires };
}

/** `mailto:` without its parameters, which could put words into our mail; a bare address as older files have it. */
function toAddress(value: string): string | null {
  const written = value
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '');
  try {
    return readEnvelopeAddress(decodeURIComponent(written))?.address ?? null;
  } catch {
    return null;
  }
}
