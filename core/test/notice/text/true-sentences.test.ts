import {
  composeNotice,
  LANGUAGES,
  listBoundDomains,
  type NoticeFacts,
  type NoticeKind,
  writeCallScript,
} from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { at, NORTHWIND_FIGURES, toFacts, toFigures } from './fictional-facts.ts';

const previous = {
  issued: at(2001, 10, 7),
  figures: toFigures({ ...NORTHWIND_FIGURES, accessed: 300, presumed: 400 }),
};
const { party, organization } = toFacts();
const announced = {
  name: 'Jo Berg, Northwind Inc.',
  address: 'jo.berg@northwind.example',
  proved: ['northwind.example'],
  by: 'dns',
  namedBy: null,
  isRepresentative: false,
  fingerprint: '0011-2233-4455-6677-8899-aabb-ccdd-eeff',
  waitHours: 72,
} as const;
const KINDS: readonly NoticeKind[] = ['first', 'supplement', 'correction', 'update', 'reminder', 'announcement'];

/** Every kind of notice with these facts, and corrections that leave nothing; all forms in one text each. */
function composeAll(parts: Partial<NoticeFacts>): readonly string[] {
  return LANGUAGES.flatMap((language) => {
    const kinds = KINDS.map(
      (kind): Partial<NoticeFacts> => ({
        kind,
        previous: kind === 'first' || kind === 'announcement' ? null : previous,
        ...(kind === 'announcement' ? { announced } : {}),
      }),
    );
    const nothing = { kind: 'correction', previous, figures: toFigures({}) } as const;
    const all: readonly Partial<NoticeFacts>[] = [
      ...kinds,
      ...kinds.map((kind) => ({ ...kind, party: { ...party, ...parts.party, relation: 'processor' as const } })),
      nothing,
      { ...nothing, isGone: true },
    ];
    return all.map((one) => {
      const { subject, text, html } = composeNotice(toFacts({ ...parts, language, ...one }));
      return [subject, text.replaceAll(/\s+/g, ' '), html].join('\n');
    });
  });
}

describe('a contact at another domain', () => {
  const elsewhere = { ...party, contactDomains: ['msp.test', 'counsel.test'] };

  test('is no affected party in any word, in any language', () => {
    for (const words of composeAll({ party: elsewhere })) expect(words).not.toMatch(/msp\.test|counsel\.test/);
    const alone = composeAll({});
    expect(composeAll({ party: elsewhere })).toEqual(alone);
  });

  test('can type the code with its own domain', () => {
    expect(listBoundDomains(elsewhere)).toEqual(['counsel.test', 'msp.test', 'northwind.example']);
  });
});

describe('a name that ends in a full stop', () => {
  const corporation = {
    party: { ...party, name: 'Northwind Inc.' },
    organization: {
      ...organization,
      name: 'Harbor Corp.',
      ...(organization.signature === undefined
        ? {}
        : { signature: { ...organization.signature, name: 'Harbor Corp.', dpo: 'Dr. Data Ltd.' } }),
    },
  };

  test('takes the full stop of the sentence', () => {
    for (const words of composeAll(corporation)) {
      expect(words).not.toMatch(/\.\.(?!\.)/);
      expect(words).toContain('Harbor Corp.');
    }
  });

  test('does so in the call script', () => {
    const names = {
      organization: 'Harbor Corp.',
      reply: 'a@harbor.example',
      page: 'harbor.example/n',
      domain: 'harbor.example',
    };
    for (const language of LANGUAGES) {
      const script = writeCallScript(language, names);
      expect(script).not.toMatch(/\.\./);
      expect(script).not.toMatch(/\{[a-z]+\}/);
    }
  });
});

const OPENED = { en: /opened|copied/, de: /geöffnet|kopiert/, fr: /\bouvert|copié/, es: /abri|copiad/ };
const NO_GAP = { en: 'no gap', de: 'keine Lücke', fr: 'aucune lacune', es: 'ninguna laguna' };
const NOTHING_UNKNOWN = { mailboxes: 0, gaps: {}, sentence: null };

describe('records of which nobody has decided whose they are', () => {
  const figures = toFigures({ presumed: 7, undecided: { presumed: 7 }, custodians: 1 });
  const unknown = { ...NOTHING_UNKNOWN, undecidedRecords: 3_633 };

  test('alone give no sentence that the intruder opened or copied a message', () => {
    for (const language of LANGUAGES) {
      const { subject, text, html } = composeNotice(toFacts({ language, figures, unknown }));
      for (const words of [subject, text, html]) expect(words).not.toMatch(OPENED[language]);
      const decided = composeNotice(toFacts({ language, figures: toFigures({ presumed: 7, custodians: 1 }), unknown }));
      expect(decided.subject).toMatch(OPENED[language]);
    }
  });

  test('are a class of their own beside others, and raise no other figure', () => {
    const mixed = toFigures({ accessed: 1, presumed: 540, possible: 21, custodians: 1 });
    const { subject, text } = composeNotice(
      toFacts({ figures: { ...mixed, undecided: { presumed: 500, possible: 1 } }, unknown }),
    );
    expect(subject).toContain('An intruder opened or copied emails');
    expect(subject).toContain('(1 of 562 messages)');
    for (const row of [
      '1 opened or copied',
      '40 must be presumed',
      '20 for which access',
      '501 for which we cannot yet',
    ])
      expect(text).toContain(`- ${row}`);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'For 501 emails we cannot yet say whether some of these accesses were our own.',
    );
  });

  test('are never left out of what is not known, and no notice says that it knows of no gap', () => {
    for (const language of LANGUAGES) {
      const compose = (parts: Partial<NoticeFacts>) =>
        composeNotice(toFacts({ language, ...parts })).text.replaceAll(/\s+/g, ' ');
      const others = toFigures({ accessed: 9, custodians: 1 });
      expect(compose({ figures: others, unknown: NOTHING_UNKNOWN })).toContain(NO_GAP[language]);
      expect(compose({ figures: others, unknown })).not.toContain(NO_GAP[language]);
      expect(compose({ figures, unknown: NOTHING_UNKNOWN })).not.toContain(NO_GAP[language]);
    }
  });

  test('cannot be more than the messages of their verdict', () => {
    expect(() => composeNotice(toFacts({ figures: { ...figures, undecided: { presumed: 8 } } }))).toThrow('undecided');
  });
});

describe('the time of access', () => {
  const AT_LEAST = { en: 'at least until', de: 'bis mindestens', fr: 'au moins jusqu’au', es: 'al menos hasta' };

  test('ends with the containment only where the last record of the intruder is not later', () => {
    for (const language of LANGUAGES) {
      const text = (last: number): string =>
        composeNotice(toFacts({ language, recorded: { first: at(2001, 9, 10, 9), last } })).text.replaceAll(
          /\s+/g,
          ' ',
        );
      expect(text(at(2001, 10, 14, 17, 30))).not.toContain(AT_LEAST[language]);
      const later = text(at(2001, 10, 20, 9));
      expect(later.split(AT_LEAST[language]).length).toBeGreaterThanOrEqual(3);
      expect(later).not.toMatch(/14\D{1,4}\p{L}+ (?:de )?2001/u);
    }
  });

  test('is said to last at least until the last record also where people wrote another end', () => {
    for (const language of LANGUAGES) {
      const happened = { [language]: 'Somebody read mail from 10 September to 14 October 2001.' };
      const text = (last: number) => {
        const recorded = { first: at(2001, 9, 10, 9), last };
        return composeNotice(
          toFacts({ language, recorded, organization: { ...organization, happened } }),
        ).text.replaceAll(/\s+/g, ' ');
      };
      expect(text(at(2001, 10, 14, 9))).not.toContain(AT_LEAST[language]);
      const [head = ''] = text(at(2001, 10, 20, 9)).split(/ (?:Details|Einzelheiten|Détails|Detalles) /);
      expect(head).toContain(AT_LEAST[language]);
    }
  });

  test('begins with the first record of the intruder where that is before the window', () => {
    const recorded = { first: at(2001, 9, 1, 9), last: at(2001, 9, 30) };
    const { text } = composeNotice(toFacts({ recorded }));
    expect(text.replaceAll(/\s+/g, ' ')).toContain('from 1 September to 14 October 2001');
  });
});

test('mail dated after the intruder was out is counted with its reason, in every language', () => {
  for (const language of LANGUAGES) {
    const figures = toFigures({ possible: 9, custodians: 1, datedAfter: 4 });
    const compose = (one: NoticeFacts['figures']) => composeNotice(toFacts({ language, figures: one })).text;
    const rows = (text: string) => text.split('\n').filter((line) => /^ {2}- .*\b4 /.test(line));
    expect(rows(compose(figures))).toHaveLength(1);
    const { datedAfter: _none, ...others } = figures;
    expect(rows(compose(others))).toHaveLength(0);
  }
});

test('a search that found none states no absence, in every language', () => {
  const searched = { personal: {}, listed: 0, unread: 0, unreadBy: {} };
  const before = { ...searched, personal: { 'bank-account': 3 } };
  const figures = toFigures({ accessed: 9, custodians: 1, secrets: 0, searched });
  const earlier = { issued: at(2001, 10, 7), figures: toFigures({ ...figures, secrets: 4, searched: before }) };
  for (const language of LANGUAGES)
    for (const kind of ['first', 'supplement'] as const) {
      const facts = toFacts({ language, kind, figures, previous: kind === 'first' ? null : earlier });
      expect(composeNotice(facts).text).not.toMatch(/- (?:dont )?0 /);
    }
});

test('after evidence was moved away no correction says that the earlier figures were wrong', () => {
  const WRONG = { en: 'was wrong', de: 'war falsch', fr: 'était fausse', es: 'no era exact' };
  const NO_ACCESS = {
    en: 'had no access to any email',
    de: 'keinen Zugriff auf E-Mails',
    fr: 'à aucun e-mail',
    es: 'a ningún correo',
  };
  for (const language of LANGUAGES)
    for (const figures of [toFigures({ possible: 2, custodians: 1 }), toFigures({})]) {
      const compose = (isEvidenceGone: boolean): string => {
        const facts = toFacts({ language, kind: 'correction', previous, figures });
        const { subject, text } = composeNotice(isEvidenceGone ? { ...facts, isEvidenceGone } : facts);
        return `${subject} ${text.replaceAll(/\s+/g, ' ')}`;
      };
      expect(compose(false)).toContain(WRONG[language]);
      expect(compose(true)).not.toContain(WRONG[language]);
      expect(compose(true).split('Antes')[0]).not.toContain(NO_ACCESS[language]);
    }
});

describe('messages with passwords or keys', () => {
  const PAGE = {
    en: 'see the page for checking',
    de: 'Sehen Sie auf der Prüfseite nach',
    fr: 'voyez la page',
    es: 'vea la página',
  };
  const ASK = { en: /ask us/, de: /fragen Sie uns/i, fr: /demandez-nous/, es: /(?:pregúntenos|pídanos)/ };
  const row = (index: number) => ({
    date: at(2001, 10, 9) - index * 86_400,
    address: `p${index}@northwind.example`,
    messageId: `${index}@mail.example`,
  });

  // In all, of which may be listed, and how many more the text counts.
  test.each([
    ['none', 0, 0, 0],
    ['one', 1, 1, 0],
    ['one that may not be listed', 1, 0, 0],
    ['ten', 10, 10, 0],
    ['eleven', 11, 11, 1],
    ['ten of twelve', 12, 10, 2],
    ['more than fifty', 60, 50, 50],
    ['sixty, none of which may be listed', 60, 0, 0],
  ])('%s: the text counts the others, and points to the page only where it lists more', (_, secrets, listed, rest) => {
    for (const language of LANGUAGES) {
      const secretMessages = Array.from({ length: listed }, (_row, index) => row(index));
      const figures = toFigures({ accessed: 99, custodians: 1, secrets });
      const { text } = composeNotice(
        toFacts({ language, figures, secretMessages, addresses: { listed: [], total: 0 } }),
      );
      const rows = text.match(/^ {4}.*: p\d+@northwind\.example$/gm) ?? [];
      expect(rows).toHaveLength(Math.min(10, listed));
      const others = text
        .split('\n')
        .filter((line) => new RegExp(`^ {4}${rest} .*`).test(line) && ASK[language].test(line));
      expect(others).toHaveLength(rest > 0 ? 1 : 0);
      expect(text.includes(PAGE[language])).toBe(listed > 10);
      expect(text).not.toContain('mail.example');
      for (const line of others) expect(line.length).toBeLessThanOrEqual(76);
    }
  });

  test('that are especially sensitive: the text names no kind in its rows, and says where the kinds are', () => {
    const KIND = { en: 'health', de: 'Gesundheit', fr: 'santé', es: 'salud' };
    const searched = { personal: { health: 3 }, sensitive: 3, listed: 0, unread: 0, unreadBy: {} };
    for (const language of LANGUAGES) {
      const compose = (isGuessed: boolean) =>
        composeNotice(
          toFacts({
            ...{ language, figures: toFigures({ accessed: 9, custodians: 1, searched }) },
            ...(isGuessed ? { isGuessed } : {}),
          }),
        ).text.replaceAll(/\s+/g, ' ');
      expect(compose(false)).toContain(PAGE[language].replace('checking', 'checking it'));
      // Once, among what the law protects: never with a number.
      expect(compose(false).split(KIND[language])).toHaveLength(2);
      expect(compose(true)).not.toContain(PAGE[language]);
    }
  });
});
