import { LANGUAGES } from '@candor/core/base';
import type { z } from 'zod';

/** Known keys at each place, for the error about an unknown one. */
const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': [
    'incident',
    'organization',
    'window',
    'mailboxes',
    'access',
    'coverage',
    'intruder',
    'policy',
    'directory',
    'counsel',
    'operators',
    'log',
    'notice',
    'review',
    'watch',
    'clock',
  ],
  organization: ['name', 'domains', 'addresses'],
  window: ['start', 'contained'],
  mailboxes: ['custodian', 'address', 'evidence', 'guid', 'guids', 'kind', 'folders', 'addresses', 'acquired'],
  acquired: ['by', 'at', 'tool', 'sha256'],
  access: ['file', 'folder', 'covers', 'acquired'],
  covers: ['mailboxes', 'from', 'to'],
  coverage: ['mailbox', 'kind', 'from', 'to', 'source'],
  intruder: ['sessions', 'tokens', 'applications', 'addresses', 'reach'],
  reach: ['mailbox', 'by'],
  policy: ['sync', 'gaps', 'tell'],
  operators: ['name', 'key', 'mailbox'],
  log: ['origin', 'every', 'entries', 'home'],
  notice: [
    'page',
    'from',
    'reply',
    'bounce',
    'telephone',
    'languages',
    'language',
    'nextUpdate',
    'happened',
    'measures',
    'unknown',
    'relay',
    'dkim',
    'inbox',
    'check',
    'resolvers',
    'spam',
  ],
  from: ['name', 'address'],
  happened: [...LANGUAGES],
  measures: [...LANGUAGES],
  unknown: [...LANGUAGES],
  relay: ['host', 'port', 'tls', 'user', 'passwordFile', 'ca', 'connections', 'perDestination'],
  dkim: ['domain', 'selector', 'key'],
  inbox: ['maildir', 'imap'],
  imap: ['host', 'port', 'user', 'passwordFile', 'tls', 'ca', 'folder'],
  check: ['address', 'inbox'],
  spam: ['command'],
  review: ['portal', 'app', 'passkeys', 'wait', 'leastResolvers', 'key'],
  watch: ['folders', 'mail', 'webhook', 'every'],
  webhook: ['url', 'tokenFile'],
  clock: ['source'],
};

/** A schema issue as a sentence with the error and its fix. */
export function toSchemaSentence(
  issue: z.core.$ZodIssue,
  path: readonly (string | number)[],
  key: string | null,
): string {
  const place = toPlace(path);
  if (key !== null) {
    const known = knownKeys[path.filter((step) => typeof step === 'string').at(-1) ?? ''] ?? [];
    const near = known.find((candidate) => isNear(candidate, key));
    const mend = near === undefined ? `known here: ${known.join(', ')}` : `did you mean "${near}"?`;
    // Keys have no spaces: a comma or colon in an unquoted text split it.
    const quotes =
      near === undefined && /\s/.test(key) ? '. If it belongs to the text before it, put that text in quotes' : '';
    return `unknown key "${key}"${place === '' ? '' : ` in ${place}`}; ${mend}${quotes}`;
  }
  if (issue.code === 'invalid_value') return `${place} must be one of: ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `${place} is empty; at least one entry is needed`;
  if (issue.code === 'invalid_type' && issue.input === undefined) return `${place} is missing`;
  if (issue.code === 'invalid_type') return `${place} must be ${toShape(issue.expected)}`;
  if (issue.code === 'custom') {
    return `"${String(issue.input)}" is not a date and time; write it as 2001-09-10T00:00:00Z (without a zone it is UTC)`;
  }
  return `${place} does not have the form that docs/formats/incident-file.md describes`;
}

/** A place counted from 1: `mailboxes[1].address` is that of the first mailbox. */
export function toPlace(path: readonly (string | number)[]): string {
  return path.reduce<string>((place, step) => {
    if (typeof step === 'number') return `${place}[${step + 1}]`;
    return place === '' ? step : `${place}.${step}`;
  }, '');
}

function toShape(expected: string): string {
  if (expected === 'array') return 'a list: [ …, … ]';
  if (expected === 'object') return 'a group of keys: { key: value }';
  return 'a text';
}

/** Equal except for one change, one swap, or `-`/`_`/case. */
function isNear(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_]/g, '');
  const x = plain(a);
  const y = plain(b);
  if (x === y || [...x].sort().join('') === [...y].sort().join('')) return true;
  if (Math.abs(x.length - y.length) > 1) return false;
  let start = 0;
  while (start < x.length && x[start] === y[start]) start += 1;
  let end = 0;
  while (end < Math.min(x.length, y.length) - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end += 1;
  return Math.max(x.length, y.length) - start - end <= 1;
}
