import {
  composeNotice,
  LANGUAGES,
  type Language,
  type NoticeFacts,
  type NotifiedParty,
} from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { EXPECTED, type ExpectedWords } from './expected-words.ts';
import { at, countHeadWords, NORTHWIND_FIGURES, toFacts, toFigures } from './fictional-facts.ts';

const KINDS = ['first', 'supplement', 'correction', 'reminder'] as const;
const PARTIES = ['controller', 'processor', 'independent', 'person'] as const;
type Party = (typeof PARTIES)[number];

const MEASURES = Object.fromEntries(LANGUAGES.map((language) => [language, EXPECTED[language].measures]));

function toCase(language: Language, party: Party, kind: (typeof KINDS)[number], more: Partial<NoticeFacts> = {}) {
  const base = toFacts({ language, kind });
  const told: NotifiedParty =
    party === 'person'
      ? { id: 'jo@freemail.example', kind: 'person', name: 'Jo Arden', domains: ['freemail.example'], relation: null }
      : { ...base.party, relation: party };
  const person = { listed: [{ address: 'jo@freemail.example', messages: 894 }], total: 1 };
  const addresses = party === 'person' ? person : base.addresses;
  const affectedAddresses = party === 'person' ? 1 : 18;
  return {
    ...base,
    organization: { ...base.organization, measures: MEASURES },
    party: told,
    figures: { ...NORTHWIND_FIGURES, affectedAddresses },
    ...(addresses === undefined ? {} : { addresses }),
    previous:
      kind === 'first'
        ? null
        : { issued: at(2001, 10, 20), figures: { ...NORTHWIND_FIGURES, accessed: 300, messages: 873 } },
    readableFrom: at(2001, 10, 23),
    delayedUntil: at(2001, 10, 20),
    ...more,
  };
}

const unwrap = (text: string): string => text.replace(/\s+/g, ' ');
const forAll = (check: (of: ReturnType<typeof toCase>, name: string, party: Party, words: ExpectedWords) => void) => {
  for (const language of LANGUAGES)
    for (const party of PARTIES)
      for (const kind of KINDS)
        check(toCase(language, party, kind), `${language} ${party} ${kind}`, party, EXPECTED[language]);
};
const say = (of: NoticeFacts) => unwrap(composeNotice(of).text);

describe('each of the eight points, in every language, to everybody, in every kind', () => {
  test('1: sender in the first sentence, signatory and contact at the end', () => {
    forAll((of, name, _, { detailsHeading }) => {
      const { text } = composeNotice(of);
      const paragraphs = text.split('\n\n');
      const first = paragraphs.find((part) => part.startsWith('Harbor Energy Holdings, Inc. '));
      expect(first, name).toBeDefined();
      const signature = paragraphs.find((part) => part.startsWith('Ines Adler, '));
      expect(signature, name).toContain(
        'Ines Adler, Chief Information Security Officer\nHarbor Energy Holdings, Inc.\n1200 Dock Road\nHouston, TX 77002\n',
      );
      expect(unwrap(signature ?? ''), name).toMatch(/notices@harbor\.example.*\+1 713 555 0100/);
      expect(text.indexOf('Ines Adler'), name).toBeLessThan(text.indexOf(`\n${detailsHeading}\n`));
    });
  });

  test('2: what happened, when it was discovered, what was done, and that an authority asked for a delay', () => {
    forAll((of, name, _, { happened, discovered, delayed, measures }) => {
      for (const part of [happened, discovered, delayed, measures]) expect(say(of), name).toContain(part);
      expect(say({ ...of, delayedUntil: null }), name).not.toContain(delayed);
    });
  });

  test('3: exact counts per verdict, first and last date', () => {
    forAll((of, name, _, { dates }) => {
      const text = composeNotice(of).text;
      for (const n of [312, 540, 12, 21, 9]) expect(text, name).toMatch(new RegExp(`^ {2}- ${n}\\b`, 'm'));
      expect(unwrap(text), name).toContain(dates);
      expect(unwrap(text), name).toContain('894');
    });
  });

  test("4: the reader's own affected addresses, and none for a guessed contact", () => {
    forAll((of, name, party, { and }) => {
      const address = party === 'person' ? 'jo@freemail.example' : 'a.novak@northwind.example';
      expect(say(of), name).toContain(address);
      if (party === 'person') return;
      expect(say(of), name).toContain(`trading-desk@northwind.example ${and} 14 `);
      const { addresses: _none, ...guessed } = of;
      expect(say({ ...guessed, isGuessed: true }), name).not.toMatch(/@northwind/);
    });
  });

  test('5: possible consequences and numbered actions, the most urgent first', () => {
    forAll((of, name, _, { follows, firstAction }) => {
      expect(say(of), name).toContain(follows);
      expect(say(of), name).toContain(firstAction);
      expect(composeNotice(of).text, name).toMatch(/^ 2\. /m);
    });
  });

  test('6: how and when the mail can be read, or that it cannot and whom to ask', () => {
    forAll((of, name, _, { readableFrom, notReadable }) => {
      expect(say(of), name).toContain(readableFrom);
      expect(say(of), name).not.toContain(notReadable);
      expect(say({ ...of, readableFrom: null, reading: 'not-offered' }), name).toContain(notReadable);
    });
  });

  test("7: the reader's duties by law and role; persons have none", () => {
    forAll((of, name, party, { law, duties }) => {
      if (party === 'person') return expect(say(of), name).not.toContain(law);
      expect(say(of), name).toContain(law);
      expect(say(of), name).toContain(duties[party]);
      expect(say({ ...of, jurisdiction: 'other' }), name).not.toContain(law);
    });
  });

  test('8: what is unknown, the next date, how to check; DNS and the log for organizations alone', () => {
    forAll((of, name, party, { nextUpdate }) => {
      const text = say(of);
      expect(text, name).toContain(nextUpdate);
      expect(text, name).toContain('harbor.example/notice');
      expect(text, name).toContain(of.code);
      if (party === 'person') {
        expect(text, name).not.toMatch(/\bDNS\b|dig TXT|TXT|_candor/);
        expect(text, name).not.toContain(of.checkpoint.root);
        return;
      }
      expect(text, name).toContain(`dig TXT _candor.harbor.example key=${of.keyFingerprint}`);
      expect(text, name).toContain(of.checkpoint.root);
    });
  });

  test('at most 300 words before the details', () => {
    forAll((of, name) => expect(countHeadWords(composeNotice(of).text), name).toBeLessThanOrEqual(300));
  });
});

test('no word is stronger than the evidence', () => {
  const words = LANGUAGES.map((language) => EXPECTED[language]);
  const verdicts = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;
  for (const language of LANGUAGES)
    for (const party of PARTIES)
      for (const [rank, verdict] of verdicts.entries()) {
        const figures = toFigures({ [verdict]: 3, custodians: 1, secrets: null, affectedAddresses: 18 });
        const { subject, text, html } = composeNotice(toCase(language, party, 'first', { figures }));
        const name = `${language} ${party} ${verdict}`;
        for (const said of [subject, unwrap(text), unwrap(html)]) {
          if (rank > 0) expect(said, name).not.toMatch(EXPECTED[language].opened);
          if (rank > 1) expect(said, name).not.toMatch(EXPECTED[language].presumed);
          for (const { stolen } of words) expect(said, name).not.toMatch(stolen);
        }
      }
});

test('the HTML has only characters of windows-1252 and the few elements that survive conversion', () => {
  const windows1252 = new TextDecoder('windows-1252');
  const known = new Set(Array.from({ length: 256 }, (_, byte) => windows1252.decode(Uint8Array.of(byte))));
  forAll((of, name) => {
    const { html, subject } = composeNotice({ ...of, party: { ...of.party, name: 'Łódź Енергія' } });
    for (const character of html) expect(known.has(character), `${name} ${character}`).toBe(true);
    const body = html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>'));
    const tags = new Set([...body.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag));
    expect(
      [...tags].filter((tag) => !['p', 'h1', 'h2', 'h3', 'br', 'b', 'code', 'div'].includes(tag ?? '')),
      name,
    ).toEqual([]);
    expect(subject, name).not.toContain('\n');
  });
});
