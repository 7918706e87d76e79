import { composeNotice, LANGUAGES, type Language } from '@candor/core/notice/text';
import { expect, test } from 'vitest';
import { EXPECTED } from './expected-words.ts';
import { at, NORTHWIND_FIGURES, toCountedHead, toFacts } from './fictional-facts.ts';

const NAMES = new Set([
  'Harbor',
  'Energy',
  'Holdings',
  'Inc',
  'Northwind',
  'GDPR',
  'DSGVO',
  'RGPD',
  'DNS',
  'Jo',
  'Arden',
]);

/** Groups of vowels; in English a mute e at the end is none. Never fewer than one. */
function countSyllables(word: string, language: Language): number {
  const groups = word.toLowerCase().match(/[aeiouyáàâäãéèêëíìîïóòôöúùûüœæ]+/g)?.length ?? 0;
  const isMute =
    language === 'en' && /[^aeiouyl]e(?:s|d)?$/i.test(word) && !/(?:[td]ed|[cgsxz]es|[cs]hes)$/i.test(word);
  return Math.max(1, groups - Number(isMute && groups > 1));
}

/** Whole sentences of the head: rows, headings, codes and what stands in brackets are none. */
function listSentences(text: string): readonly (readonly string[])[] {
  return toCountedHead(text)
    .split('\n\n')
    .flatMap((paragraph) => paragraph.split(/\n(?= ?\d\. | {2}- )/))
    .flatMap(
      (part) =>
        part
          .replace(/\s+/g, ' ')
          .replace(/\([^)]*\)/g, '')
          .replace('Inc. ', '')
          .match(/[^.;:]+[.;:]/g) ?? [],
    )
    .map((sentence) =>
      sentence
        .replace(/[^\p{L}\p{M}\p{N}'’.@/-]+/gu, ' ')
        .trim()
        .split(' ')
        .map((word) => word.replace(/[.;:]+$/, ''))
        .filter((word) => /^\p{L}[\p{L}\p{M}'’-]*$/u.test(word) && !NAMES.has(word)),
    )
    .filter((words) => words.length >= 4);
}

function measure(language: Language): number {
  const person = {
    id: 'jo@freemail.example',
    kind: 'person',
    name: 'Jo Arden',
    domains: ['freemail.example'],
    relation: null,
  } as const;
  const base = toFacts({ language, readableFrom: at(2001, 10, 23), delayedUntil: at(2001, 10, 20) });
  const relations = ['controller', 'processor', 'independent'] as const;
  const parties = [...relations.map((relation) => ({ ...base.party, relation })), person];
  const sentences = parties.flatMap((party) =>
    listSentences(composeNotice({ ...base, party, figures: { ...NORTHWIND_FIGURES, secrets: null } }).text),
  );
  const words = sentences.flat();
  const syllables = words.reduce((sum, word) => sum + countSyllables(word, language), 0);
  return EXPECTED[language].readingEase(words.length / sentences.length, syllables / words.length);
}

test('English scores 50 or above, and every language reports its score', () => {
  const eases = Object.fromEntries(LANGUAGES.map((language) => [language, Math.round(measure(language))]));
  process.stdout.write(`reading ease: ${JSON.stringify(eases)}\n`);
  expect(eases['en']).toBeGreaterThanOrEqual(50);
});

test('counts syllables as people do', () => {
  const words = ['notice', 'mailboxes', 'changed', 'opened', 'intruder', 'affected', 'people', 'the'];
  expect(words.map((word) => countSyllables(word, 'en'))).toEqual([2, 3, 1, 2, 3, 3, 2, 1]);
});
