import { type ComposedNotice, composeNotice, LANGUAGES, type NoticeFacts } from '@candor/core/notice/text';
import { EXPECTED } from '../../core/test/notice/text/expected-words.ts';
import { at, NORTHWIND_FIGURES, toFacts, toFigures } from '../../core/test/notice/text/fictional-facts.ts';

/** One of the notices that people look at: whom it is for, what it says. */
export interface SheetNotice {
  /** `de-person-correction` */
  readonly name: string;
  readonly party: PartyCase;
  readonly facts: NoticeFacts;
  readonly composed: ComposedNotice;
}

const PARTY_CASES = ['organization', 'person', 'processor'] as const;
export type PartyCase = (typeof PARTY_CASES)[number];
const KINDS = ['first', 'supplement', 'correction', 'reminder'] as const;

const { party, organization } = toFacts();
const MEASURES = Object.fromEntries(LANGUAGES.map((language) => [language, EXPECTED[language].measures]));
const PARTIES: Readonly<Record<PartyCase, Partial<NoticeFacts>>> = {
  organization: {
    secretMessages: Array.from({ length: 10 }, (_, index) => ({
      date: at(2001, 10, 9) - index * 30 * 86_400,
      address: `${index % 3 === 0 ? 'trading-desk' : 'a.novak'}@northwind.example`,
    })),
  },
  person: {
    party: {
      id: 'jo@freemail.example',
      kind: 'person',
      name: 'Jo Arden',
      domains: ['freemail.example'],
      relation: null,
    },
    figures: toFigures({
      ...NORTHWIND_FIGURES,
      accessed: 3,
      presumed: 11,
      partial: 0,
      possible: 1,
      secrets: 2,
      affectedAddresses: 1,
    }),
    addresses: { listed: [{ address: 'jo@freemail.example', messages: 24 }], total: 1 },
    secretMessages: [at(2001, 9, 28), at(2001, 3, 2)].map((date) => ({ date, address: 'jo@freemail.example' })),
  },
  processor: {
    party: { ...party, relation: 'processor', domains: ['northwind.example', 'northwind.test'] },
    figures: { ...NORTHWIND_FIGURES, intruderSent: 4, bulk: 20, held: 3 },
  },
};

/** In every language: three kinds of parties, four kinds of notices. */
export function listSheetNotices(): readonly SheetNotice[] {
  return LANGUAGES.flatMap((language) =>
    PARTY_CASES.flatMap((one) =>
      KINDS.map((kind) => {
        const facts = toFacts({
          language,
          kind,
          ...PARTIES[one],
          organization: { ...organization, measures: MEASURES },
        });
        const previous = kind === 'first' ? null : { issued: at(2001, 10, 7), figures: toBefore(facts, kind) };
        const whole = { ...facts, wave: kind === 'supplement' || kind === 'correction' ? kind : facts.wave, previous };
        return { name: `${language}-${one}-${kind}`, party: one, facts: whole, composed: composeNotice(whole) };
      }),
    ),
  );
}

/** What was told before: less, more, or the same. */
function toBefore({ figures }: NoticeFacts, kind: (typeof KINDS)[number]): NoticeFacts['figures'] {
  if (kind === 'supplement') return toFigures({ ...figures, accessed: 1, presumed: 2 });
  if (kind === 'correction') return toFigures({ ...figures, accessed: figures.accessed + 40 });
  return figures;
}
