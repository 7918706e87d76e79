import { composeNotice, type NoticeFacts } from '@candor/core/notice/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUES } from '../../../src/notice/text/languages/catalogues.ts';
import { formatDate, formatMoment } from '../../../src/notice/text/numerals.ts';
import { EXPECTED } from './expected-words.ts';
import { countHeadWords } from './fictional-facts.ts';
import longestHead from './longest-head.json' with { type: 'json' };
import { toForm } from './message-forms.ts';
import { listNotices, type RandomParty, randomParty } from './random-facts.ts';

const RUNS = process.env['CANDOR_LONG'] === '1' ? 10_000 : 12;

const ONE = { en: /\bthis email\b/i, de: /\bdiese[rn]? E-Mail\b(?!s)/i, fr: /\bcet e-mail\b/i, es: /\beste correo\b/i };
const MANY = {
  en: /\bthese emails\b/i,
  de: /\bdiesen? E-Mails\b/i,
  fr: /\bces (?:\S+ )?e-mails\b/i,
  es: /\bestos (?:\S+ )?correos\b/i,
};
const AFFECTED = {
  en: /emails? (?:is|are) affected/,
  de: /sind betroffen|ist betroffen/,
  fr: /e-mails? (?:est|sont) touch/,
  es: /[Ee]stán? afectad/,
};
const CLICK = /\bclick|Klick|cliqu|\bclic\b/i;
const ZERO_OF = /(?:^|[ (])0 (?:of|davon|de ellos|with|mit|avec|con)\b|\bdont 0\b/m;
const AT_LEAST = { en: 'at least until', de: 'mindestens', fr: 'au moins jusqu’au', es: 'al menos hasta' };
const KINDS_OF_SENSITIVE = {
  en: /health(?!, and)/i,
  de: /Gesundheit(?! und)/i,
  fr: /santé(?!, et)/i,
  es: /salud(?! y)/i,
};

const windows1252 = new TextDecoder('windows-1252');
const KNOWN = new Set(Array.from({ length: 256 }, (_, byte) => windows1252.decode(Uint8Array.of(byte))));
const findUnknown = (text: string) => [...new Set(text)].filter((character) => !KNOWN.has(character));

const unwrap = (text: string): string => text.split(/\s+/).join(' ').trim();
const toNumber = (written: string): number => Number(written.replace(/[^0-9]/g, ''));
const NUMBER = String.raw`\d[\d.,\u00A0]*`;

/** The paragraphs of a text in one line each; a list's items are lines that begin with a dash. */
function listParagraphs(text: string): readonly string[] {
  return text.split('\n\n').map((part) => part.replace(/\n(?! {2}- | ?\d+\. )\s*/g, ' '));
}

/** Rows that stand behind a phrase that counts them. */
function findRows(
  text: string,
  intro: RegExp,
): readonly { readonly total: number; readonly rows: readonly number[] }[] {
  const paragraphs = listParagraphs(text);
  return paragraphs.flatMap((paragraph, at) => {
    const total = intro.exec(paragraph)?.[1];
    const list = paragraphs[at + 1] ?? '';
    if (total === undefined || !list.startsWith('  - ')) return [];
    const rows = [...list.matchAll(new RegExp(`^ {2}- (${NUMBER})`, 'gm'))].map(([, row = '']) => toNumber(row));
    return [{ total: toNumber(total), rows }];
  });
}

const toIntro = (phrase: string): RegExp => {
  const [before = ''] = phrase.split('{n');
  return new RegExp(`${before.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(${NUMBER})`);
};

function checkFigures({ language, figures }: NoticeFacts, text: string): void {
  const { about, amongThem } = CATALOGUES[language].phrases;
  const told = figures.messages + figures.undetermined;
  for (const { total, rows } of [1, 2].flatMap((n) => findRows(text, toIntro(toForm(language, about, n))))) {
    expect(total).toBe(told);
    expect(rows.reduce((sum, row) => sum + row, 0)).toBe(total);
  }
  for (const { total, rows } of findRows(text, toIntro(toForm(language, amongThem, 2)))) {
    expect(total).toBe(told);
    expect(rows.filter((row) => row === 0 || row > total)).toEqual([]);
  }
}

/** What is listed and what is "more" add up to what is stated. */
function checkLists({ language, figures, isGuessed, party }: NoticeFacts, text: string): void {
  const { and } = EXPECTED[language];
  const lines = text.split('\n').filter((line) => /^ {4}[^@:]+: \S+@\S+$/.test(line.replaceAll('\u00A0', '')));
  const more = /^ {4}([\d.,\u00A0]+) (?:more|weitere|autres?|más)\u00A0?: /m.exec(text)?.[1] ?? '0';
  if (lines.length > 0) expect(lines.length + toNumber(more)).toBe(figures.secrets);
  expect(lines.length).toBeLessThanOrEqual(10);
  const paragraph = listParagraphs(text).find(
    (part) => /\bp0@\S+(?:,| |\.)/.test(part) && !/^ {2}- |^ ?\d\. /m.test(part),
  );
  if (paragraph !== undefined) {
    const shown = paragraph.match(/p\d+@/g)?.length ?? 0;
    const rest = new RegExp(`${and} (${NUMBER}) `).exec(paragraph)?.[1];
    if (rest !== undefined) expect(shown + toNumber(rest)).toBe(figures.affectedAddresses);
  }
  if (isGuessed === true && party.kind === 'organization') expect(text).not.toMatch(/p\d+@/);
  if (isGuessed === true) expect(lines).toEqual([]);
}

/** Whatever people wrote, the stated time holds the intruder's last record. */
function checkPeriod({ language, window, recorded, kind }: NoticeFacts, said: string): void {
  if (recorded === undefined || kind === 'update' || kind === 'announcement') return;
  const { numerals } = CATALOGUES[language];
  const end = Math.max(recorded.last, window.contained);
  expect(said).toContain(unwrap(formatMoment(numerals, end)));
  const isOpen = recorded.last > window.contained;
  expect(said.includes(AT_LEAST[language])).toBe(isOpen);
  if (isOpen) expect(said).toContain(unwrap(formatDate(numerals, recorded.last)));
}

function checkWords({ language, figures, kind, party }: NoticeFacts, said: string): void {
  expect(said).not.toMatch(ZERO_OF);
  expect(said).not.toMatch(/\.\.(?!\.)|[?!]\.|\{|\}/);
  expect(said).not.toMatch(CLICK);
  expect(said).not.toMatch(AFFECTED[language]);
  expect(said).not.toMatch(KINDS_OF_SENSITIVE[language]);
  if (party.kind === 'person') expect(said).not.toMatch(/\bDNS\b|dig TXT|root:|Wurzelwert|racine|raíz/);
  const told = figures.messages + figures.undetermined;
  const isNumbered = kind !== 'update' && kind !== 'announcement' && told > 0;
  if (isNumbered && told === 1) expect(said).not.toMatch(MANY[language]);
  if (isNumbered && told > 1 && figures.secrets !== 1) expect(said).not.toMatch(ONE[language]);
}

function readHtml(html: string): string {
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('every notice to any party states one thing, in every language and kind', () => {
  fc.assert(
    fc.property(randomParty, (party) => {
      for (const facts of listNotices(party)) {
        const { subject, text, html } = composeNotice(facts);
        const said = `${subject} ${unwrap(text)}`;
        checkFigures(facts, text);
        checkLists(facts, text);
        checkPeriod(facts, said);
        checkWords(facts, said);
        expect(unwrap(readHtml(html))).toBe(unwrap(text));
        expect(findUnknown(subject + text + html)).toEqual([]);
        expect(countHeadWords(text)).toBeLessThanOrEqual(300);
      }
    }),
    { numRuns: RUNS, examples: [[longestHead as unknown as RandomParty]] },
  );
});
