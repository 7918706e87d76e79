// The notices that both sides of the rows `compose` and `delivery` make: one fictional party after the other, of all
// kinds of figures.
import { toInstant } from '@candor/core/base';
import { formatNoticeCode } from '@candor/core/notice/code';
import { LANGUAGES, type NoticeFacts } from '@candor/core/notice/text';

export const TIMED_NOTICES = 4000;
export const FROM = { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' };
export const REPLY_TO = 'answers@harbor.example';
/** UTC seconds. */
export const SENT_AT = 1_002_720_000;

const at = (month: number, day: number): number => toInstant(2001, month, day, 8, 30, 0) ?? 0;

export function toContact(index: number): string {
  return `security@party-${index}.example`;
}

export function toMessageId(index: number): string {
  return `<${String(index).padStart(26, 'a')}@harbor.example>`;
}

export function toBenchFacts(index: number): NoticeFacts {
  const accessed = 1 + ((index * 7919) % 3000);
  const presumed = (index * 104_729) % 9000;
  return {
    kind: 'first',
    wave: 'metadata',
    language: LANGUAGES[index % LANGUAGES.length] ?? 'en',
    organization: {
      name: 'Harbor Energy',
      domain: 'harbor.example',
      page: 'harbor.example/notice',
      telephone: null,
      happened: null,
    },
    window: { start: at(9, 10), contained: at(10, 14) },
    party: {
      id: `party-${index}.example`,
      kind: 'organization',
      name: `Party ${index}`,
      domains: [`party-${index}.example`],
      relation: 'independent',
    },
    figures: {
      accessed,
      presumed,
      partial: index % 13,
      possible: index % 29,
      undetermined: index % 7,
      messages: accessed + presumed + (index % 13) + (index % 29),
      bulk: index % 3,
      held: 0,
      secrets: index % 40,
      first: at(1, 2),
      last: at(10, 9),
      affectedAddresses: 1 + (index % 20),
      intruderSent: 0,
      custodians: 1 + (index % 6),
    },
    previous: null,
    unknown: { mailboxes: 1, gaps: { unlicensed: 1 }, sentence: null },
    nextUpdate: at(10, 21),
    readableFrom: null,
    added: null,
    code: formatNoticeCode(Uint8Array.from({ length: 16 }, (_, byte) => (index * 31 + byte * 17) & 0xff)),
    keyFingerprint: 'f3a1-77c0-19be-0d42-8a5e-c6f1-3b90-e2d7',
    checkpoint: { size: 418, root: 'nCw5n3E0y8m3k7wV1b2vJ4aQm0t9sXrLQe6hUuTzY3k=' },
    exposure: { version: 2, digest: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9' },
  };
}
