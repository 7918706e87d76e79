import { toInstant } from '@candor/core/base';
import type { NoticeFacts, NoticeFigures, NoticeSignature, UnknownPart } from '@candor/core/notice/text';

export const at = (year: number, month: number, day: number, hour = 0, minute = 0): number =>
  toInstant(year, month, day, hour, minute, 0) ?? Number.NaN;

export const NOTHING: NoticeFigures = {
  accessed: 0,
  presumed: 0,
  partial: 0,
  possible: 0,
  undetermined: 0,
  messages: 0,
  bulk: 0,
  held: 0,
  secrets: 0,
  first: null,
  last: null,
  affectedAddresses: 0,
  intruderSent: 0,
  custodians: 0,
};

/** Figures whose sum is right. */
export function toFigures(parts: Partial<NoticeFigures>): NoticeFigures {
  const figures = { ...NOTHING, ...parts };
  return { ...figures, messages: figures.accessed + figures.presumed + figures.partial + figures.possible };
}

export const NORTHWIND_FIGURES = toFigures({
  accessed: 312,
  presumed: 540,
  partial: 12,
  possible: 21,
  undetermined: 9,
  secrets: 37,
  first: at(1999, 6, 3),
  last: at(2001, 10, 9),
  affectedAddresses: 18,
  custodians: 3,
});

const NOTHING_UNKNOWN: UnknownPart = { mailboxes: 0, gaps: {}, sentence: null };

const HARBOR_SIGNATURE: NoticeSignature = {
  name: 'Harbor Energy Holdings, Inc.',
  signatory: 'Ines Adler',
  title: 'Chief Information Security Officer',
  postal: '1200 Dock Road\nHouston, TX 77002',
  mail: 'notices@harbor.example',
  telephone: '+1 713 555 0100',
  dpo: null,
};

const NORTHWIND_ADDRESSES = ['a.novak', 'j.weil', 'm.castell', 'trading-desk'].map((name, index) => ({
  address: `${name}@northwind.example`,
  messages: 200 - index,
}));

/** A first notice to Northwind; every case changes what it is about. */
export function toFacts(parts: Partial<NoticeFacts> = {}): NoticeFacts {
  const { affectedAddresses } = parts.figures ?? NORTHWIND_FIGURES;
  return {
    kind: 'first',
    wave: 'metadata',
    language: 'en',
    organization: {
      name: 'Harbor Energy',
      domain: 'harbor.example',
      page: 'harbor.example/notice',
      telephone: null,
      happened: null,
      measures: null,
      reply: 'answers@harbor.example',
      signature: HARBOR_SIGNATURE,
      discovered: at(2001, 10, 18),
    },
    window: { start: at(2001, 9, 10, 8, 0), contained: at(2001, 10, 14, 17, 30) },
    recorded: { first: at(2001, 9, 10, 8, 12), last: at(2001, 10, 14, 16, 55) },
    party: {
      id: 'northwind.example',
      kind: 'organization',
      name: 'Northwind',
      domains: ['northwind.example'],
      relation: 'independent',
    },
    figures: NORTHWIND_FIGURES,
    addresses: { listed: NORTHWIND_ADDRESSES.slice(0, affectedAddresses), total: affectedAddresses },
    jurisdiction: 'gdpr',
    delayedUntil: null,
    reading: 'offered',
    previous: null,
    unknown: { ...NOTHING_UNKNOWN, mailboxes: 1, gaps: { unlicensed: 1 } },
    nextUpdate: at(2001, 10, 21),
    readableFrom: null,
    added: null,
    code: '0320-EJMD-T4A5-F6PY-45JA-FTSE-E6M8',
    keyFingerprint: 'f3a1-77c0-19be-0d42-8a5e-c6f1-3b90-e2d7',
    checkpoint: { size: 418, root: 'nCw5n3E0y8m3k7wV1b2vJ4aQm0t9sXrLQe6hUuTzY3k=' },
    exposure: { version: 2, digest: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9' },
    ...parts,
  };
}

const EARLIER = toFigures({
  ...NORTHWIND_FIGURES,
  accessed: 1_000_300,
  presumed: 1_500_000,
  partial: 1_001,
  possible: 2_002,
  undetermined: 3_003,
  bulk: 4_004,
  held: 5_005,
  secrets: 6_006,
  affectedAddresses: 7_007,
  intruderSent: 1_005,
  custodians: 1_006,
  first: at(1999, 9, 3),
  last: at(2001, 9, 9),
});

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

/** Everything that a notice can hold at once, each at its longest. */
export function toWorstFacts(parts: Partial<NoticeFacts> = {}): NoticeFacts {
  const story = words(40);
  const sentence = words(30);
  const local = (text: string): NonNullable<UnknownPart['sentence']> => ({ en: text, de: text, fr: text, es: text });
  const facts = toFacts();
  return {
    ...facts,
    kind: 'correction',
    wave: 'correction',
    organization: {
      ...facts.organization,
      name: words(6),
      telephone: '1 2 3 4 5 6',
      signature: { ...HARBOR_SIGNATURE, name: words(10) },
      happened: local(story),
      measures: local(story),
    },
    party: { ...facts.party, name: words(9), relation: 'processor', domains: ['a.example', 'b.example', 'c.example'] },
    figures: toFigures({
      accessed: 1_000_000,
      presumed: 2_000_000,
      partial: 3_000_000,
      possible: 4_000_000,
      undetermined: 5_000_000,
      bulk: 1_000_000,
      held: 2_000_000,
      secrets: 3_000_000,
      affectedAddresses: 4_000_000,
      intruderSent: 5_000_000,
      custodians: 6_000_000,
      first: at(1999, 6, 1),
      last: at(2001, 10, 1),
    }),
    previous: { issued: at(2001, 10, 1), figures: EARLIER },
    unknown: {
      mailboxes: 2_000_000,
      gaps: { throttled: 1, lossy: 1_000_000, unasserted: 2 },
      sentence: local(sentence),
    },
    readableFrom: at(2001, 10, 23),
    delayedUntil: at(2001, 10, 20),
    isGuessed: true,
    ...parts,
  };
}

/** A paragraph that lists addresses, in each language. */
const ADDRESSES =
  /(?:^| )(?:[Aa]ddress(?:es)? of yours|Ihrer? Adressen|(?:de v|V)os adresses|de sus direcciones|Direcciones suyas)[ ,]/;
/** A line below an action: a day and an address, or how many more there are. */
const SECRET_LINE = /^ {4}(?:.*[\u00A0]?: \S+@\S+|[\d.,\u00A0]+ (?:more|weitere|autres?|más)[\u00A0]?: .*)\n/gm;

/**
 * Words before the details: what stands between spaces and has a letter or a digit. Addresses and the signature at the
 * end do not count.
 */
export function countHeadWords(text: string): number {
  return toCountedHead(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function toCountedHead(text: string): string {
  const end = text.search(/\n(?:Details|Einzelheiten|Détails|Detalles)\n/);
  if (end === -1) return text;
  const paragraphs = text.slice(0, end).trimEnd().split('\n\n');
  return paragraphs
    .slice(0, -1)
    .filter((paragraph) => !ADDRESSES.test(paragraph))
    .join('\n\n')
    .replace(SECRET_LINE, '');
}
