import { type Runtime, readALabels } from '@candor/core/base';
import { ADDRESS_UNITS } from '../limits.ts';
import { decodeRawField } from '../text/charset.ts';
import { trimWhiteSpace } from '../text/white-space.ts';
import { dropAddressComments, skipQuoted } from './lexical.ts';

const LITERAL = /^\[[^[\]\\]*\]$/;

/** What no label may hold, whatever the sender thinks of host names. */
const FORBIDDEN = /[\0-\x20\x7f\u00a0"(),:;<>@[\\\]]/;

const BEYOND_ASCII = /[^\0-\x7f]/;

const ENCAPSULATED = /^IMCEA[A-Za-z0-9]*-(.*)$/is;

/** A local part that is one quoted string. */
const QUOTED = /^"([^"\\]*)"$/;

const LAST_ANGLE = /<([^<>]*)>[^<>]*$/s;

/**
 * What stands where an address should: an address, nothing, text without a domain, or something that cannot be read.
 */
export type AddrSpec =
  | { readonly state: 'address'; readonly address: string }
  /** `address` is the local part alone. */
  | { readonly state: 'no-domain'; readonly address: string }
  | { readonly state: 'empty' | 'unparsable' };

const EMPTY: AddrSpec = { state: 'empty' };
const UNPARSABLE: AddrSpec = { state: 'unparsable' };

/** Senders that a forwarder rewrote, so that bounces come back to it: the sign behind the first name varies. */
const REWRITTEN = /^SRS(?:0[=+-][^=]*=[^=]*|1=[^=]*=[^=]*==[^=]*=[^=]*)=([^=]+)=(.+)$/is;

/** A guest of a tenant: the local part is the address that it was invited by. */
const GUEST = /^(.+)_([^_]+)#EXT#$/is;

/** Nearly every address: nothing in it needs a second look (a leading I or SRS may be a wrapped one). */
const PLAIN = /^(?![Ss][Rr][Ss][01])[A-HJ-Za-hj-z0-9_'+=.&/-][A-Za-z0-9_'+=.&/-]*@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/;

const ROUTE = /^@[^:"]*:/;
const WHITE_SPACE = /[\t-\r \u00a0]/;
/** What RFC 5322 allows in a local part only inside quotes; an `@` more is read all the same (the last one counts). */
const SPECIAL = /[\0-\x1f\x7f<>:;,\\[\]()]/;

/**
 * RFC 5322 `addr-spec` with its obsolete forms. The domain follows the last `@` outside quotes; odd dots and `_` are
 * taken as they stand.
 */
export function readAddrSpec(runtime: Runtime, raw: string): AddrSpec {
  let spec = trimWhiteSpace(raw);
  if (PLAIN.test(spec)) return { state: 'address', address: spec };
  if (spec.length > ADDRESS_UNITS) return UNPARSABLE;
  if (spec.includes('(')) spec = trimWhiteSpace(dropAddressComments(spec));
  if (spec.startsWith('@')) spec = trimWhiteSpace(spec.replace(ROUTE, ''));
  if (spec === '') return EMPTY;
  const at = findLastAt(spec);
  const local = readLocalPart(trimWhiteSpace(at === -1 ? spec : spec.slice(0, at)));
  const rawDomain = at === -1 ? '' : trimWhiteSpace(spec.slice(at + 1));
  if (rawDomain === '') return local === null ? UNPARSABLE : { state: 'no-domain', address: local };
  const domain = toAsciiDomain(rawDomain);
  if (domain === null || local === null) return UNPARSABLE;
  return { state: 'address', address: unwrap(runtime, local) ?? `${local}@${domain}` };
}

function findLastAt(spec: string): number {
  let found = -1;
  for (let at = 0; at < spec.length; at += 1) {
    const unit = spec.charCodeAt(at);
    if (unit === 0x22) at = skipQuoted(spec, at, spec.length) - 1;
    else if (unit === 0x40) found = at;
  }
  return found;
}

/**
 * The local part as it stands, quotes and escapes included: comments, folding and white space around its dots and ends
 * are no part of it. Null when it is none.
 */
function readLocalPart(text: string): string | null {
  if (text === '') return null;
  if (!text.includes('"')) return readUnquoted(text);
  let local = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== 0x22) continue;
    const end = skipQuoted(text, at, text.length);
    if (end === at + 1) continue;
    const between = readUnquoted(text.slice(from, at));
    if (between === null) return null;
    local += between + text.slice(at, end).replace(/\r?\n/g, '');
    from = end;
    at = end - 1;
  }
  const rest = readUnquoted(text.slice(from));
  return rest === null ? null : local + rest;
}

function readUnquoted(text: string): string | null {
  // White space around dots, and none at the ends: there it stands beside a quoted part.
  const [first = '', ...others] = text.split('.');
  const local = [first, ...others].map((part, at) => trimAround(part, at > 0, at < others.length)).join('.');
  return WHITE_SPACE.test(local) || SPECIAL.test(local) ? null : local;
}

function trimAround(text: string, atStart: boolean, atEnd: boolean): string {
  const end = atEnd ? trimWhiteSpace(`.${text}`).slice(1) : text;
  return atStart ? trimWhiteSpace(`${end}.`).slice(0, -1) : end;
}

/**
 * The address that a local part wraps (docs/formats/parties-csv.md, Addresses), often an outsider's at an internal
 * domain; null when it wraps none.
 */
function unwrap(runtime: Runtime, local: string): string | null {
  const bare = local.replace(QUOTED, '$1');
  const rewritten = REWRITTEN.exec(bare);
  if (rewritten !== null) return toAddress(rewritten[2] ?? '', rewritten[1] ?? '');
  const guest = GUEST.exec(bare);
  if (guest !== null) return toAddress(guest[1] ?? '', guest[2] ?? '');
  return unwrapImcea(runtime, bare);
}

function unwrapImcea(runtime: Runtime, bare: string): string | null {
  const found = ENCAPSULATED.exec(bare);
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
  if (at < 1 || text.slice(0, at).includes('/')) return null;
  return toAddress(text.slice(0, at), text.slice(at + 1));
}

/** Null unless the domain has two labels or more. */
function toAddress(local: string, rawDomain: string): string | null {
  const domain = toAsciiDomain(rawDomain);
  if (domain === null || !domain.includes('.') || domain.startsWith('[')) return null;
  return /[\0-\x20\x7f\u00a0"(),:;<>\\]/.test(local) ? null : `${local}@${domain}`;
}

/**
 * The domain with A-labels, in its own spelling; null when it is none. A dot at its end (the root) is not part of it.
 */
function toAsciiDomain(text: string): string | null {
  const joined = text.split('.').map(trimWhiteSpace).join('.');
  if (joined.startsWith('[')) return LITERAL.test(joined) ? joined.replace(/[\t-\r ]/g, '') : null;
  if (!BEYOND_ASCII.test(joined)) return checkLabels(joined);
  const mapped = readALabels(joined);
  return mapped === null ? null : checkLabels(mapped);
}

function checkLabels(joined: string): string | null {
  const domain = joined.endsWith('.') ? joined.slice(0, -1) : joined;
  if (domain === '' || domain.startsWith('.') || domain.endsWith('.') || domain.includes('..')) return null;
  return FORBIDDEN.test(domain) ? null : domain;
}
