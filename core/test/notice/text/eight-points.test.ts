import {
  composeNotice,
  LANGUAGES,
  type Language,
  type NoticeFacts,
  type NotifiedParty,
} from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { at, countHeadWords, NORTHWIND_FIGURES, toFacts, toFigures } from './fictional-facts.ts';

const KINDS = ['first', 'supplement', 'correction', 'reminder'] as const;
const PARTIES = ['controller', 'processor', 'independent', 'person'] as const;
type Party = (typeof PARTIES)[number];

const MEASURES = {
  en: 'We removed the application and reset all accounts.',
  de: 'Wir haben die Anwendung entfernt und alle Konten zurückgesetzt.',
  fr: 'Nous avons retiré l’application et réinitialisé tous les comptes.',
  es: 'Retiramos la aplicación y restablecimos todas las cuentas.',
};

function toCase(language: Language, party: Party, kind: (typeof KINDS)[number], more: Partial<NoticeFacts> = {}) {
  const base = toFacts({ language, kind });
  const told: NotifiedParty =
    party === 'person'
      ? { id: 'jo@freemail.example', kind: 'person', name: 'Jo Arden', domains: ['freemail.example'], relation: null }
      : { ...base.party, relation: party };
  const person = { listed: [{ address: 'jo@freemail.example', messages: 894 }], total: 1 };
  const addresses = party === 'person' ? person : base.addresses;
  return {
    ...base,
    organization: { ...base.organization, measures: MEASURES },
    party: told,
    figures: { ...NORTHWIND_FIGURES, affectedAddresses: party === 'person' ? 1 : 18 },
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
const forAll = (check: (of: ReturnType<typeof toCase>, name: string, party: Party, language: Language) => void) => {
  for (const language of LANGUAGES)
    for (const party of PARTIES)
      for (const kind of KINDS) check(toCase(language, party, kind), `${language} ${party} ${kind}`, party, language);
};
const say = (of: NoticeFacts) => unwrap(composeNotice(of).text);
type Words = Readonly<Record<Language, string | RegExp>>;

describe('each of the eight points, in every language, to everybody, in every kind', () => {
  test('1: sender in the first sentence, signatory and contact at the end', () => {
    forAll((of, name) => {
      const { text } = composeNotice(of);
      const paragraphs = text.split('\n\n');
      const first = paragraphs.find((part) => part.startsWith('Harbor Energy Holdings, Inc. '));
      expect(first, name).toBeDefined();
      const signature = paragraphs.find((part) => part.startsWith('Ines Adler, '));
      expect(signature, name).toContain(
        'Ines Adler, Chief Information Security Officer\nHarbor Energy Holdings, Inc.\n1200 Dock Road\nHouston, TX 77002\n',
      );
      expect(unwrap(signature ?? ''), name).toMatch(/notices@harbor\.example.*\+1 713 555 0100/);
      expect(text.indexOf('Ines Adler'), name).toBeLessThan(
        text.search(/\n(?:Details|Einzelheiten|Détails|Detalles)\n/),
      );
    });
  });

  test('2: what happened, when it was discovered, what was done, and that an authority asked for a delay', () => {
    const happened: Words = {
      en: 'from 10 September to 14 October 2001',
      de: 'vom 10. September bis zum 14. Oktober 2001',
      fr: 'du 10 septembre au 14 octobre 2001',
      es: 'del 10 de septiembre al 14 de octubre de 2001',
    };
    const discovered: Words = {
      en: 'discovered this on 18 October 2001',
      de: 'am 18. Oktober 2001 entdeckt',
      fr: 'découvert le 18 octobre 2001',
      es: 'descubrimos el 18 de octubre de 2001',
    };
    const delayed: Words = {
      en: 'Law enforcement asked us to delay',
      de: 'Auf Bitte der Strafverfolgungsbehörden',
      fr: 'À la demande des enquêteurs',
      es: 'A petición de las autoridades',
    };
    forAll((of, name, _, language) => {
      for (const part of [happened, discovered, delayed]) expect(say(of), name).toContain(part[language]);
      expect(say(of), name).toContain(MEASURES[language]);
      expect(say({ ...of, delayedUntil: null }), name).not.toContain(delayed[language]);
    });
  });

  test('3: exact counts per verdict, first and last date', () => {
    const dates: Words = {
      en: '3 June 1999 to 9 October 2001',
      de: 'vom 3. Juni 1999 bis zum 9. Oktober 2001',
      fr: 'du 3 juin 1999 au 9 octobre 2001',
      es: 'del 3 de junio de 1999 al 9 de octubre de 2001',
    };
    forAll((of, name, _, language) => {
      const text = composeNotice(of).text;
      for (const n of [312, 540, 12, 21, 9]) expect(text, name).toMatch(new RegExp(`^ {2}- ${n}\\b`, 'm'));
      expect(unwrap(text), name).toContain(dates[language]);
      expect(unwrap(text), name).toContain('894');
    });
  });

  test("4: the reader's own affected addresses, and none for a guessed contact", () => {
    forAll((of, name, party) => {
      const address = party === 'person' ? 'jo@freemail.example' : 'a.novak@northwind.example';
      expect(say(of), name).toContain(address);
      if (party === 'person') return;
      expect(say(of), name).toMatch(/trading-desk@northwind\.example (?:and|und|et|y) 14 /);
      const { addresses: _none, ...guessed } = of;
      expect(say({ ...guessed, isGuessed: true }), name).not.toMatch(/@northwind/);
    });
  });

  test('5: possible consequences and numbered actions, the most urgent first', () => {
    const follows: Words = {
      en: 'What may follow',
      de: 'Mögliche Folgen',
      fr: 'Suites possibles',
      es: 'Qué puede seguir',
    };
    const secrets: Words = {
      en: /1\. Search your emails/,
      de: /1\. Suchen Sie in Ihren E-Mails/,
      fr: /1\. Cherchez les mots de passe/,
      es: /1\. Busque contraseñas/,
    };
    forAll((of, name, _, language) => {
      expect(say(of), name).toContain(follows[language]);
      expect(say(of), name).toMatch(secrets[language]);
      expect(composeNotice(of).text, name).toMatch(/^ 2\. /m);
    });
  });

  test('6: how and when the mail can be read, or that it cannot and whom to ask', () => {
    const from: Words = {
      en: 'From 23 October 2001',
      de: 'Ab dem 23. Oktober 2001',
      fr: 'À partir du 23 octobre 2001',
      es: 'Desde el 23 de octubre de 2001',
    };
    const not: Words = {
      en: 'We do not offer these emails',
      de: 'nicht zum Lesen bereit',
      fr: 'n’offrons pas la lecture',
      es: 'No ofrecemos la lectura',
    };
    forAll((of, name, _, language) => {
      expect(say(of), name).toContain(from[language]);
      expect(say(of), name).not.toContain(not[language]);
      expect(say({ ...of, readableFrom: null, reading: 'not-offered' }), name).toContain(not[language]);
    });
  });

  test("7: the reader's duties by law and role; persons have none", () => {
    const article: Words = { en: 'GDPR', de: 'DSGVO', fr: 'RGPD', es: 'RGPD' };
    const terms: Readonly<Record<Exclude<Party, 'person'>, Words>> = {
      controller: {
        en: 'We process data for you',
        de: 'Wir sind Ihr Auftragsverarbeiter. Als Verantwortlicher',
        fr: 'Nous sommes votre sous-traitant. Vous, responsable du traitement',
        es: 'Somos su encargado del tratamiento. Como responsable del tratamiento',
      },
      processor: {
        en: 'Pass this on to your customers',
        de: 'Sie sind Auftragsverarbeiter',
        fr: 'Vous êtes sous-traitant',
        es: 'Usted es encargado del tratamiento',
      },
      independent: {
        en: 'Find out whether you must notify',
        de: 'als Verantwortlicher',
        fr: 'comme responsable du traitement',
        es: 'como responsable del tratamiento',
      },
    };
    forAll((of, name, party, language) => {
      if (party === 'person') return expect(say(of), name).not.toContain(article[language]);
      expect(say(of), name).toContain(article[language]);
      expect(say(of), name).toContain(terms[party][language]);
      expect(say({ ...of, jurisdiction: 'other' }), name).not.toContain(article[language]);
    });
  });

  test('8: what is unknown, the next date, three ways to check, and the log', () => {
    const next: Words = {
      en: 'Next update: 21 October 2001',
      de: 'Nächste Mitteilung: 21. Oktober 2001',
      fr: /Prochain avis\s: 21 octobre 2001/,
      es: 'Próximo aviso: 21 de octubre de 2001',
    };
    forAll((of, name, _, language) => {
      const text = say(of);
      const wanted = next[language];
      if (typeof wanted === 'string') expect(text, name).toContain(wanted);
      else expect(text, name).toMatch(wanted);
      expect(text, name).toContain('harbor.example/notice');
      expect(text, name).toContain(of.code);
      expect(text, name).toContain(`dig TXT _candor.harbor.example key=${of.keyFingerprint}`);
      expect(text, name).toContain(of.checkpoint.root);
    });
  });

  test('at most 300 words before the details', () => {
    forAll((of, name) => expect(countHeadWords(composeNotice(of).text), name).toBeLessThanOrEqual(300));
  });
});

test('no word is stronger than the evidence', () => {
  const opened: Words = {
    en: /opened or copied/i,
    de: /geöffnet oder kopiert/i,
    fr: /ouvert ou copié/i,
    es: /abrió o copió|abiertos? o copiados?/i,
  };
  const presumed: Words = {
    en: /presumed copied/i,
    de: /als (?:von einem Angreifer )?kopiert gelten/i,
    fr: /présum/i,
    es: /presumirse/i,
  };
  const stolen = /stolen|theft|gestohlen|Diebstahl|entwendet|volés?\b|\bvol\b|robad|\brobo\b|sustra/i;
  const verdicts = ['accessed', 'presumed', 'partial', 'possible', 'undetermined'] as const;
  for (const language of LANGUAGES)
    for (const party of PARTIES)
      for (const [rank, verdict] of verdicts.entries()) {
        const figures = toFigures({ [verdict]: 3, custodians: 1, secrets: null });
        const { subject, text, html } = composeNotice(toCase(language, party, 'first', { figures }));
        const name = `${language} ${party} ${verdict}`;
        for (const said of [subject, unwrap(text), unwrap(html)]) {
          if (rank > 0) expect(said, name).not.toMatch(opened[language]);
          if (rank > 1) expect(said, name).not.toMatch(presumed[language]);
          expect(said, name).not.toMatch(stolen);
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
