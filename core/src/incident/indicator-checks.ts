import { formatCount } from '@candor/core/base';
import ipaddr from 'ipaddr.js';
import { type Finding, warn } from './finding.ts';
import type { Incident } from './incident.ts';
import { PLACEHOLDER } from './incident-schema.ts';
import { isAddressOrRange } from './semantic-checks.ts';

/** A larger range is a whole provider's: most of its records are other people's. */
const WIDEST_BITS = { ipv4: 12, ipv6: 24 } as const;

const GUID = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;
/** UniqueTokenId: 16 bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;
const MAIL = /^[^\s@]+@[^\s@]+$/;

type Key = 'sessions' | 'tokens' | 'applications' | 'addresses';

/**
 * Indicators whose form does not match their key, or that match nothing. The reader has already refused invalid entries
 * of `addresses`.
 */
export function checkIndicators({ intruder }: Incident): Finding[] {
  const { sessions, tokens, applications, addresses } = intruder;
  if (sessions.length + tokens.length + applications.length + addresses.length === 0) {
    const text =
      'no session, token, application or address of the intruder is given, so no record can be the intruder\'s and no copy "accessed". List what is known under `intruder`.';
    return [warn(['intruder'], text, 'intruder-empty')];
  }
  return [
    ...check('sessions', sessions, toSessionMistake),
    ...check('tokens', tokens, toTokenMistake),
    ...check('applications', applications, toApplicationMistake),
    ...addresses.flatMap((address, index) => checkAddress(address, index)),
  ];
}

function check(key: Key, values: readonly string[], toMistake: (value: string) => string | null): Finding[] {
  return values.flatMap((value, index) => {
    const mistake = value.toUpperCase() === PLACEHOLDER ? null : toMistake(value);
    if (mistake === null) return [];
    return [warn(['intruder', key, index], `"${value}" under intruder.${key} ${mistake}`, 'indicator-misplaced')];
  });
}

/** Checks for every key except `addresses`. */
function toCommonMistake(value: string): string | null {
  if (isAddressOrRange(value)) return 'is an IP address and matches no record there. Move it to intruder.addresses.';
  if (MAIL.test(value))
    return 'is a mail address and matches no record. List the mailboxes that the intruder could open under intruder.reach.';
  return null;
}

function toSessionMistake(value: string): string | null {
  if (TOKEN.test(value))
    return 'looks like a token (UniqueTokenId). Move it to intruder.tokens, in upper and lower case as recorded.';
  return toCommonMistake(value);
}

function toTokenMistake(value: string): string | null {
  if (GUID.test(value))
    return 'looks like the id of a session or an application. Move it to intruder.sessions or intruder.applications.';
  return toCommonMistake(value);
}

function toApplicationMistake(value: string): string | null {
  const common = toCommonMistake(value);
  // Other logs may have ids of another form; the run shows whether they match.
  if (common !== null || !/\s/.test(value)) return common;
  return 'is not an application id: AppId and ClientAppId are like 35fe6726-961c-443e-aa09-5ad746505c06. Look up the id; a name matches no record.';
}

function checkAddress(written: string, index: number): Finding[] {
  if (!isAddressOrRange(written)) return [];
  const [text = '', bits] = written.split('/');
  const address = ipaddr.process(text);
  const path = ['intruder', 'addresses', index];
  const range = address.range();
  if (NEVER_COUNTED.has(range) || range === 'carrierGradeNat') {
    const why = range === 'loopback' ? 'a loopback address' : 'an address inside some network';
    return [
      warn(
        path,
        `"${written}" under intruder.addresses is ${why} and never counts (A5). Find the address that the log shows, or the session, and list that.`,
        'indicator-without-effect',
      ),
    ];
  }
  if (bits !== undefined && Number(bits) < WIDEST_BITS[address.kind()]) {
    const many =
      address.kind() === 'ipv4' ? `${formatCount(2 ** (32 - Number(bits)))} addresses` : "a whole registry's addresses";
    return [
      warn(
        path,
        `"${written}" under intruder.addresses is ${many}: records of uninvolved people would count as the intruder's. List the addresses that were seen.`,
        'indicator-too-wide',
      ),
    ];
  }
  return [];
}

/** RFC 1918, link-local, unique local and loopback (docs/formats/rules.md, A5). */
const NEVER_COUNTED: ReadonlySet<string> = new Set(['private', 'linkLocal', 'uniqueLocal', 'loopback']);
