import { fileURLToPath } from 'node:url';
import { composeNotice, LANGUAGES, NOTHING_SEARCHED, type NoticeFacts } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { at, NORTHWIND_FIGURES, toFacts, toFigures } from './fictional-facts.ts';

// One file a language: the difference that git shows after `npx vitest run -u golden-notices` is the review.
const folder = fileURLToPath(new URL('../../../../corpus/notices/', import.meta.url));
const previous = {
  issued: at(2001, 10, 7),
  figures: toFigures({ ...NORTHWIND_FIGURES, accessed: 300, presumed: 400, secrets: null, last: at(2001, 10, 7) }),
};
const { party, organization } = toFacts();
const person = {
  id: 'jo@freemail.example',
  kind: 'person',
  name: 'Jo Arden',
  domains: ['freemail.example'],
  relation: null,
} as const;

const announced = {
  name: 'Jo Berg',
  address: 'jo.berg@northwind.example',
  proved: ['northwind.example'],
  by: 'dns',
  namedBy: null,
  isRepresentative: false,
  fingerprint: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
  waitHours: 72,
} as const;

const searchedFigures = {
  ...NORTHWIND_FIGURES,
  searched: {
    personal: { 'payment-card': 1, 'bank-account': 3, 'birth-date': 12, health: 1 },
    listed: 2,
    unread: 3,
    unreadBy: { encrypted: 2, 'no-text': 1 },
    unreadSize: { parts: 5, bytes: 4_812_300 },
  },
};

/** As many as asked: days downwards, two addresses in turn. */
const toSecrets = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    date: index === 9 ? null : at(2001, 10, 9) - index * 40 * 86_400,
    address: `${index % 2 === 0 ? 'a.novak' : 'trading-desk'}@northwind.example`,
  }));

const undecidedFigures = toFigures({
  presumed: 7,
  secrets: 0,
  affectedAddresses: 1,
  custodians: 1,
  first: at(2001, 8, 1),
  last: at(2001, 9, 1),
});

const cases: Readonly<Record<string, Partial<NoticeFacts>>> = {
  first: {},
  'first-secrets': { wave: 'secrets-metadata', party: { ...party, relation: 'controller' } },
  'first-listed': { wave: 'secrets-metadata', secretMessages: toSecrets(10) },
  'first-listed-on-page': { wave: 'secrets-metadata', secretMessages: toSecrets(37) },
  'first-listed-one': {
    figures: { ...NORTHWIND_FIGURES, secrets: 1 },
    secretMessages: toSecrets(1),
    unknown: {
      mailboxes: 0,
      gaps: {},
      sentence: {
        en: 'Whether the copies were passed on',
        de: 'Ob die Kopien weitergegeben wurden',
        fr: 'Si les copies ont été transmises',
        es: 'Si se transmitieron las copias',
      },
    },
    recorded: { first: at(2001, 9, 10, 8, 12), last: at(2001, 10, 24, 9, 0) },
  },
  'first-processor-fraud': {
    party: {
      ...party,
      relation: 'processor',
      domains: ['northwind.example', 'northwind.test', 'xn--nrdwind-90a.example'],
    },
    figures: { ...NORTHWIND_FIGURES, intruderSent: 4, bulk: 20, held: 3 },
    organization: { ...organization, telephone: '+49 30 5550 0100' },
    readableFrom: at(2001, 10, 23),
  },
  'first-one-message': {
    figures: toFigures({
      undetermined: 1,
      secrets: null,
      affectedAddresses: 1,
      custodians: 1,
      first: at(2001, 9, 1),
      last: at(2001, 9, 1),
    }),
    nextUpdate: null,
    unknown: { mailboxes: 0, gaps: {}, sentence: null },
  },
  person: {
    party: person,
    figures: { ...NORTHWIND_FIGURES, affectedAddresses: 1 },
    addresses: { listed: [{ address: person.id, messages: 894 }], total: 1 },
  },
  'person-not-read': {
    party: person,
    figures: toFigures({
      accessed: 1,
      secrets: 1,
      affectedAddresses: 1,
      custodians: 1,
      first: at(2001, 9, 13),
      last: at(2001, 9, 14),
    }),
    addresses: { listed: [{ address: person.id, messages: 1 }], total: 1 },
    secretMessages: [{ date: at(2001, 9, 13), address: person.id }],
    reading: 'not-offered',
  },
  'first-guessed': { isGuessed: true, jurisdiction: 'other', reading: 'not-offered', delayedUntil: at(2001, 10, 20) },
  supplement: { kind: 'supplement', wave: 'supplement', previous },
  correction: { kind: 'correction', wave: 'correction', previous, figures: toFigures({ possible: 2, custodians: 1 }) },
  'correction-nothing': { kind: 'correction', wave: 'correction', previous, figures: toFigures({}) },
  content: {
    kind: 'supplement',
    wave: 'content',
    previous: { ...previous, figures: NORTHWIND_FIGURES },
    readableFrom: at(2001, 10, 23),
  },
  reminder: { kind: 'reminder', previous },
  'reminder-of-a-correction': {
    kind: 'reminder',
    previous,
    reminds: { kind: 'correction', previous: { issued: at(2001, 10, 1), figures: NORTHWIND_FIGURES } },
    figures: toFigures({ possible: 2, custodians: 1 }),
  },
  update: { kind: 'update', wave: 'update', previous },
  'first-searched': { wave: 'secrets-metadata', figures: searchedFigures },
  'first-searched-nothing': {
    figures: {
      ...NORTHWIND_FIGURES,
      secrets: 0,
      searched: { ...NOTHING_SEARCHED, unread: 1, unreadBy: { encrypted: 1 } },
    },
  },
  'first-searched-processor': { party: { ...party, relation: 'processor' }, figures: searchedFigures },
  'first-searched-guessed': { isGuessed: true, figures: searchedFigures },
  'person-searched': {
    party: person,
    figures: { ...searchedFigures, affectedAddresses: 1 },
    addresses: { listed: [{ address: person.id, messages: 894 }], total: 1 },
  },
  'supplement-searched': { kind: 'supplement', wave: 'supplement', previous, figures: searchedFigures },
  'correction-searched': {
    kind: 'correction',
    wave: 'correction',
    previous: { ...previous, figures: searchedFigures },
    figures: { ...NORTHWIND_FIGURES, secrets: 1, searched: { ...NOTHING_SEARCHED, personal: { 'bank-account': 1 } } },
  },
  'first-undecided': {
    figures: { ...undecidedFigures, undecided: { presumed: 7 } },
    unknown: { mailboxes: 0, gaps: {}, undecidedRecords: 3633, sentence: null },
  },
  'first-undecided-in-part-dated-later': {
    figures: { ...NORTHWIND_FIGURES, undecided: { presumed: 500, possible: 1 }, datedAfter: 4, last: at(2001, 11, 2) },
    unknown: { mailboxes: 0, gaps: {}, undecidedRecords: 3633, sentence: null },
    recorded: { first: at(2001, 9, 10, 8, 12), last: at(2001, 10, 20, 9, 0) },
  },
  'correction-evidence-gone': {
    kind: 'correction',
    wave: 'correction',
    previous,
    isEvidenceGone: true,
    figures: toFigures({ possible: 2, custodians: 1 }),
  },
  announcement: { kind: 'announcement', announced },
  'announcement-nominee': {
    kind: 'announcement',
    announced: {
      ...announced,
      name: 'Lee Ortiz',
      address: 'lee@counsel.example',
      by: 'nomination',
      namedBy: 'Jo Berg',
      isRepresentative: true,
    },
    organization: { ...organization, telephone: '+49 30 5550 0100' },
  },
  'announcement-person': {
    kind: 'announcement',
    party: person,
    announced: { ...announced, name: 'Jo Arden', address: person.id, proved: [person.id], by: 'mailbox' },
  },
};

test.each(LANGUAGES)('all notices in %s', async (language) => {
  const written = Object.entries(cases).map(([name, parts]) => {
    const { subject, text, html } = composeNotice(toFacts({ ...parts, language }));
    const twin = name === 'first' ? `\n=== ${name}, as HTML\n\n${html}` : '';
    return `=== ${name}\n\nSubject: ${subject}\n\n${text}${twin}`;
  });
  await expect(written.join('\n')).toMatchFileSnapshot(`${folder}${language}.txt`);
});
