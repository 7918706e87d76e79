import type { Runtime } from '@candor/core/base';
import { decodeRawField } from '../text/charset.ts';
import { trimWhiteSpace } from '../text/white-space.ts';
import { toAsciiDomain } from './domain.ts';

const ENCAPSULATED = /^IMCEA[A-Za-z0-9]*-(.*)$/is;
/** A local part that is one quoted string. */
const QUOTED = /^"([^"\\]*)"$/;
const LAST_ANGLE = /<([^<>]*)>[^<>]*$/s;

/**
 * The SMTP address inside an Exchange encapsulation (docs/formats/parties-csv.md, Addresses), which is often an
 * outsider's at an internal domain; null when the local part is none or holds no such address.
 */
export function unwrapImcea(runtime: Runtime, local: string): string | null {
  const found = ENCAPSULATED.exec(local.replace(QUOTED, '$1'));
  if (found === null) return null;
  const text = decodeRawField(runtime, decodeBytes(found[1] ?? ''));
  const angle = LAST_ANGLE.exec(text);
  return toSmtpAddress(trimWhiteSpace(angle === null ? text : (angle[1] ?? '')));
}

function decodeBytes(text: string): string {
  return text.replace(/_|\+([0-9A-Fa-f]{2})/g, (found, digits: string | undefined) =>
    digits === undefined ? (found === '_' ? '/' : found) : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/**
 * The domain has two labels or more and the local part no `/`; no other reading of an encapsulated text is an address.
 */
function toSmtpAddress(text: string): string | null {
  const at = text.lastIndexOf('@');
  if (at < 1) return null;
  const local = text.slice(0, at);
  const domain = toAsciiDomain(text.slice(at + 1));
  if (domain === null || !domain.includes('.') || domain.startsWith('[')) return null;
  return /[\0-\x20\x7f\u00a0"(),:;<>\\/]/.test(local) ? null : `${local}@${domain}`;
}
