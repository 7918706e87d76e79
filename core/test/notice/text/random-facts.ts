import {
  LANGUAGES,
  type Language,
  type NoticeFacts,
  type NoticeFigures,
  type NoticeKind,
  PERSONAL_KINDS,
  type SearchedFigures,
} from '@candor/core/notice/text';
import fc from 'fast-check';
import { at, toFacts, toFigures } from './fictional-facts.ts';

/** Names as parties and organizations have them, in letters of windows-1252; some end in a full stop. */
const names = fc.constantFrom('Northwind', 'Northwind Inc.', 'Müller & Söhne GmbH', 'Société d’Énergie', 'Peña y Cía.');
const count = fc.oneof(fc.constant(0), fc.constant(1), fc.nat(30), fc.nat(30_000));
const day = fc.integer({ min: at(2000, 1, 1), max: at(2001, 12, 31) });
const isTrue = fc.boolean();

/** Figures that a party can have: each part is no more than the whole. */
const figures: fc.Arbitrary<NoticeFigures> = fc
  .record({
    verdicts: fc.tuple(count, count, count, count, count),
    undecided: fc.nat(3),
    // Parts of the whole, as shares.
    parts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
    kinds: fc.subarray([...PERSONAL_KINDS]),
    is: fc.record({ searched: isTrue, examined: isTrue }),
    dates: fc.option(fc.tuple(day, day)),
    intruderSent: fc.oneof(fc.constant(0), fc.nat(3)),
    affectedAddresses: fc.nat(40),
    custodians: fc.nat(5),
  })
  .map(({ verdicts, undecided, parts, kinds, is, dates, ...counts }) => {
    const [accessed = 0, presumed = 0, partial = 0, possible = 0, undetermined = 0] = verdicts;
    const told = accessed + presumed + partial + possible + undetermined;
    const share = (index: number): number => Math.floor((told * (parts[index] ?? 0)) / 100);
    const secrets = is.searched || is.examined ? share(0) : null;
    const searched: SearchedFigures = {
      personal: Object.fromEntries(kinds.map((kind) => [kind, share(1)])),
      ...(kinds.includes('health') || kinds.includes('special-category') ? { sensitive: share(1) } : {}),
      listed: Math.min(secrets ?? 0, share(2)),
      unread: share(3),
      unreadBy: share(3) === 0 ? {} : { encrypted: share(3) },
    };
    return toFigures({
      ...{ accessed, presumed, partial, possible, undetermined, secrets, ...counts },
      ...(Math.min(undecided, presumed) === 0 ? {} : { undecided: { presumed: Math.min(undecided, presumed) } }),
      ...(share(4) === 0 ? {} : { datedAfter: share(4) }),
      ...(is.searched ? { searched } : {}),
      bulk: share(5),
      held: share(6),
      first: dates === null ? null : Math.min(...dates),
      last: dates === null ? null : Math.max(...dates),
    });
  });

const toTexts = (text: string) => Object.fromEntries(LANGUAGES.map((language) => [language, text]));

/** One party with what it was told before; language and kind are still open. */
export interface RandomParty {
  readonly parts: Partial<NoticeFacts>;
  readonly earlier: NoticeFigures;
  readonly before: NoticeFigures;
}

export const randomParty: fc.Arbitrary<RandomParty> = fc
  .record({
    figures,
    earlier: figures,
    before: figures,
    names: fc.tuple(names, fc.option(names)),
    kind: fc.constantFrom('organization' as const, 'person' as const),
    relation: fc.constantFrom('controller' as const, 'processor' as const, 'independent' as const, null),
    jurisdiction: fc.constantFrom('gdpr' as const, 'uk-gdpr' as const, 'other' as const),
    window: fc.tuple(day, day).map(([a, b]) => ({ start: Math.min(a, b), contained: Math.max(a, b) })),
    recorded: fc.option(fc.tuple(day, day)),
    is: fc.record({ guessed: isTrue, offered: isTrue, gone: isTrue, written: isTrue }),
    listed: fc.tuple(fc.nat(40), fc.nat(10)),
    dated: fc.array(fc.option(day), { minLength: 10, maxLength: 10 }),
    mailboxes: fc.nat(4),
    moments: fc.record({ readableFrom: fc.option(day), nextUpdate: fc.option(day), delayedUntil: fc.option(day) }),
  })
  .map(({ figures: now, earlier, before, is, listed, dated, mailboxes, recorded, moments, ...one }) => {
    const [organization, name] = one.names;
    const host = one.kind === 'person' ? 'freemail.example' : 'northwind.example';
    const { signature, ...rest } = toFacts().organization;
    const count = Math.min(listed[0], now.affectedAddresses);
    const addresses = Array.from({ length: count }, (_, index) => ({ address: `p${index}@${host}`, messages: 1 }));
    const secrets = dated.slice(0, Math.min(listed[1], now.secrets ?? 0));
    const parts: Partial<NoticeFacts> = {
      figures: now,
      window: one.window,
      ...(recorded === null ? {} : { recorded: { first: Math.min(...recorded), last: Math.max(...recorded) } }),
      jurisdiction: one.jurisdiction,
      party: {
        id: one.kind === 'person' ? `jo@${host}` : host,
        ...{ kind: one.kind, name, domains: [host], relation: one.relation },
      },
      organization: {
        ...rest,
        name: organization,
        happened: is.written ? toTexts('Somebody signed in with a password from another breach') : null,
        ...(signature === undefined ? {} : { signature: { ...signature, name: organization } }),
      },
      addresses: { listed: addresses, total: now.affectedAddresses },
      secretMessages: secrets.map((date, index) => ({ date, address: `p${index}@${host}` })),
      reading: is.offered ? 'offered' : 'not-offered',
      unknown: {
        ...{ mailboxes, gaps: mailboxes === 0 ? {} : { lossy: mailboxes } },
        sentence: is.written ? toTexts('Whether the copies were passed on') : null,
      },
      ...(is.guessed ? { isGuessed: true as const } : {}),
      ...(is.gone ? { isEvidenceGone: true as const } : {}),
      ...moments,
    };
    return { parts, earlier, before };
  });

const ANNOUNCED = {
  name: 'Jo Berg',
  address: 'jo@northwind.example',
  proved: ['northwind.example'],
  by: 'dns',
  namedBy: null,
  isRepresentative: false,
  fingerprint: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
  waitHours: 72,
} as const;

const KINDS: readonly NoticeKind[] = ['first', 'supplement', 'correction', 'reminder', 'update', 'announcement'];

/** Every kind of notice to one party in every language; a reminder also of a correction. */
export function listNotices({ parts, earlier, before }: RandomParty): readonly NoticeFacts[] {
  const previous = { issued: at(2001, 12, 1), figures: earlier };
  const toKind = (language: Language, kind: NoticeKind): Partial<NoticeFacts> => ({
    ...{ language, kind, previous: kind === 'first' || kind === 'announcement' ? null : previous },
    ...(kind === 'announcement' ? { announced: ANNOUNCED } : {}),
  });
  return LANGUAGES.flatMap((language) => [
    ...KINDS.map((kind) => toFacts({ ...parts, ...toKind(language, kind) })),
    toFacts({
      ...{ ...parts, ...toKind(language, 'reminder') },
      reminds: { kind: 'correction', previous: { issued: at(2001, 11, 1), figures: before } },
    }),
  ]);
}
