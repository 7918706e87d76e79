import {
  composeNotice,
  LANGUAGES,
  listLinkHosts,
  type NoticeFacts,
  type NoticeFigures,
  PERSONAL_KINDS,
  type PersonalKind,
} from '@candor/core/notice/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findHiddenCharacter } from '../../../src/notice/text/foreign-text.ts';
import { CATALOGUES } from '../../../src/notice/text/languages/catalogues.ts';
import { writeMessage } from '../../../src/notice/text/message-writing.ts';
import { formatNumber } from '../../../src/notice/text/numerals.ts';
import { countPersonal, PERSONAL_ROWS } from '../../../src/notice/text/searched-figures.ts';
import { at, countHeadWords, toFacts, toFigures } from './fictional-facts.ts';

const count = fc.oneof(fc.constant(0), fc.nat(20), fc.nat(5_000_000));
const day = fc.integer({ min: at(1998, 1, 1), max: at(2002, 1, 1) });
const foreign = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 400 }),
  fc.constantFrom(
    'Ltd',
    'a\r\nBcc: b',
    'www.evil.example',
    'Müller & Söhne',
    '<script>alert(1)</script>',
    '\u202Egnp.exe',
  ),
);

const figures: fc.Arbitrary<NoticeFigures> = fc
  .record({
    accessed: count,
    presumed: count,
    partial: count,
    possible: count,
    undetermined: count,
    bulk: count,
    held: count,
    secrets: fc.option(count),
    affectedAddresses: count,
    intruderSent: count,
    custodians: count,
    dates: fc.option(fc.tuple(day, day)),
    searched: fc.option(fc.tuple(fc.dictionary(fc.constantFrom(...PERSONAL_KINDS), fc.nat(3)), fc.nat(3))),
  })
  .map(({ dates, searched, bulk, held, secrets, ...counts }) => {
    const { accessed, presumed, partial, possible, undetermined } = counts;
    const atMost = (part: number) => Math.min(part, accessed + presumed + partial + possible + undetermined);
    return toFigures({
      ...counts,
      ...{ bulk: atMost(bulk), held: atMost(held), secrets: secrets === null ? null : atMost(secrets) },
      ...toSearched(counts, searched),
      first: dates === null ? null : Math.min(...dates),
      last: dates === null ? null : Math.max(...dates),
    });
  });

/** As far as there are so many messages. */
function toSearched(
  { undetermined }: Pick<NoticeFigures, 'undetermined'>,
  searched: [Partial<Record<PersonalKind, number>>, number] | null,
): Partial<NoticeFigures> {
  if (searched === null || undetermined < 3) return {};
  const [personal, unread] = searched;
  return { secrets: unread, searched: { personal, listed: 0, unread, unreadBy: { encrypted: unread } } };
}

const facts: fc.Arbitrary<NoticeFacts> = fc
  .record({
    kind: fc.constantFrom('first' as const, 'supplement' as const, 'correction' as const, 'reminder' as const),
    wave: fc.constantFrom('metadata' as const, 'secrets-metadata' as const),
    language: fc.constantFrom(...LANGUAGES),
    figures,
    earlier: figures,
    window: fc.tuple(day, day).map(([a, b]) => ({ start: Math.min(a, b), contained: Math.max(a, b) })),
    party: fc.record({
      id: foreign,
      kind: fc.constantFrom('organization' as const, 'person' as const),
      name: fc.option(foreign),
      domains: fc.array(fc.oneof(foreign, fc.domain()), { minLength: 1, maxLength: 5 }),
      relation: fc.constantFrom('controller' as const, 'processor' as const, 'independent' as const, null),
    }),
    mailboxes: fc.nat(50),
    readableFrom: fc.option(day),
    nextUpdate: fc.option(day),
  })
  .map(({ earlier, mailboxes, ...parts }) =>
    toFacts({
      ...parts,
      previous: { issued: at(2001, 10, 7), figures: earlier },
      unknown: { mailboxes, gaps: { lossy: mailboxes }, sentence: null },
    }),
  );

/** The words of the HTML twin, markup taken away. */
function readHtml(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  return body
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const toWords = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');

test('for any facts the first part has at most 300 words', () => {
  fc.assert(
    fc.property(facts, (of) => {
      expect(countHeadWords(composeNotice(of).text)).toBeLessThanOrEqual(300);
    }),
  );
});

test('for any facts the HTML has the same words as the text', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const { text, html } = composeNotice(of);
      expect(toWords(readHtml(html))).toBe(toWords(text));
    }),
  );
});

test('for any facts nothing can be clicked, loaded or hidden', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const { subject, text, html } = composeNotice(of);
      expect(html).not.toMatch(/<(?:a|img|link|script|style|form|iframe|base)\b|\s(?:href|src|on\w+)=/i);
      expect(findHiddenCharacter(subject + text)).toBeNull();
      expect(subject).not.toContain('\n');
      expect(`${subject}\n${text}`).not.toMatch(/:\/\//);
      for (const line of text.split('\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(998);
    }),
  );
});

const toOwnAddresses = (domain: string) => ({
  listed: ['trading-desk', 'jo'].map((name) => ({ address: `${name}@${domain}`, messages: 1 })),
  total: 2,
});

test('only hosts of the organization and the party appear', () => {
  const clean = fc.tuple(facts, fc.domain()).map(([of, domain]) => ({
    ...of,
    party: { ...of.party, id: domain, domains: [domain] },
    figures: { ...of.figures, affectedAddresses: of.figures.affectedAddresses + 2 },
    addresses: toOwnAddresses(domain),
  }));
  fc.assert(
    fc.property(clean, (of) => {
      const hosts = listLinkHosts(composeNotice(of).text);
      expect(hosts.filter((host) => !host.endsWith('harbor.example') && !of.party.domains.includes(host))).toEqual([]);
    }),
  );
});

test('every figure above zero appears as its language writes it', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const text = toWords(composeNotice(of).text);
      const { numerals, phrases } = CATALOGUES[of.language];
      const { first: _, last: __, searched, undecided: ___, ...counts } = of.figures;
      const isCustodianTold = of.figures.messages + of.figures.undetermined > 0;
      for (const [name, value] of Object.entries(counts)) {
        if (value === null || value === 0 || (!isCustodianTold && ['custodians', 'secrets'].includes(name))) continue;
        expect(text, name).toContain(toWords(formatNumber(numerals, value)));
      }
      for (const kind of PERSONAL_ROWS) {
        const n = searched === undefined ? 0 : countPersonal(searched, kind);
        const row = writeMessage(of.language, phrases.personalRow, { n, what: phrases.personal[kind] });
        if (n > 0) expect(text, kind).toContain(toWords(row));
      }
    }),
  );
});
