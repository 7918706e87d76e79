import { OUTSIDE_SENTENCES } from '@candor/core/review/outside';
import { expect, test } from 'vitest';
import { findLines, readTexts, type TreeFile } from './tree.ts';

/**
 * Words and phrases that must not come back into what users read: screens, help, errors and pages in English; with
 * what is said instead. One thing has one word, and it is the field's. Add a phrase when it is gone.
 */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/(?<!--)\banew\b/i, 'again'],
  [/\bby now\b/i, 'now'],
  [/\bconcerned\b/i, 'affected'],
  [/\bheirs?\b/i, 'successor'],
  [/\bin hand\b/i, 'in progress'],
  [/\bit takes (?:one more|two|somebody)\b/i, 'two people must approve'],
  [/\blook(?:ed|s)? (?:it )?over\b/i, 'review'],
  [/\bmend(?:s|ed|ing)?\b/i, 'fix'],
  [/\bnobody states\b/i, 'no `covers` entry says'],
  [/\bnought\b/i, 'zero'],
  [/\bof (?:before|now) must\b/i, 'previous, current'],
  [/\bput (?:\w+ )?back to\b/i, 'restored'],
  [/\btaken as copied\b/i, 'presumed copied'],
  [/\bspoken to\b/i, 'reached'],
  [/\bwritten over\b/i, 'overwritten'],
];
/** Texts of notices and of release indexes: their bytes are fixed, so their words change with a version of theirs. */
const FIXED = /^web\/src\/i18n\/(?!en\/)[a-z]{2}\//;
const SPOKEN =
  /^lab\/src\/(?:apps|commands|adapters|evidence|exposure|ledger|notice|review|transparency)\/|^web\/src\/i18n\//;
const PAGES = /^(?:README|CONTRIBUTING|SECURITY)\.md$|^docs\/(?:guide|runbooks)\/(?!.*\.(?!en)[a-z]{2}\.md$)/;
const COMMENT = /^\s*(?:\/\/|\/?\*)/;
/** The English catalogue gives the reasons of verdicts in those words. */
const INDEX_WORDS: ReadonlySet<string> = new Set(Object.values(OUTSIDE_SENTENCES));
/** One literal on a line, or a whole line in a template of several. */
const LITERAL = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;

/** Sentences of a source: literals of two words or more, without what is filled in. Help has lines of its own. */
function toSpoken(line: string): readonly string[] {
  if (COMMENT.test(line)) return [];
  if (/^[A-Z][^;{}=]*$|^ {2}candor /.test(line)) return [line];
  return (line.match(LITERAL) ?? [])
    .filter((text) => !INDEX_WORDS.has(text.slice(1, -1)))
    .map((text) => text.replaceAll(/\$\{[^}]*\}|\{\w+\}/g, ''))
    .filter((text) => /\w \w/.test(text));
}

function findForbidden(files: readonly TreeFile[], toTexts: (line: string) => readonly string[]): readonly string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) =>
        toTexts(line).flatMap((said) =>
          FORBIDDEN.filter(([word]) => word.test(said)).map(([, instead]) => `${path}:${at + 1}: ${instead}`),
        ),
      ),
  );
}

test('screens, help, errors and catalogues do not use forbidden words', () => {
  const files = readTexts().filter(
    ({ path }) => /\.(?:tsx?|json)$/.test(path) && SPOKEN.test(path) && !FIXED.test(path),
  );
  expect(files.length).toBeGreaterThan(500);
  expect(findForbidden(files, toSpoken)).toEqual([]);
});

test('README, manual and runbooks do not use them', () => {
  const files = readTexts().filter(({ path }) => PAGES.test(path));
  expect(files.length).toBeGreaterThan(15);
  expect(findForbidden(files, (line) => [line])).toEqual([]);
});

/** The same for the other languages of the app and its guide: a word that was private, literal or of two meanings. */
const FORBIDDEN_ELSEWHERE: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  de: [
    [/\bweggelegt\b|\blegen Sie die Schlüssel weg\b/i, 'gesperrt'],
    [/\beinschreib|einpack|auspack/i, 'registrieren, entsperren'],
    [/\bLeute\b/, 'Personen'],
    [/\bPapiere\b/, 'Unterlagen'],
    [/\bUrteil/, 'Einstufung'],
    [/\bGeheimnis/, 'Zugangsdaten, Passwort oder Schlüssel'],
    [/\bPost\b/, 'E-Mails'],
    [/unterzeichn|unterschr(?:eib|ieb)/i, 'signiert'],
    [/\bim Zweifel\b|\bin Zweifel\b/, 'ungeklärt'],
    [/\bDatenpanne|\bDatenleck/i, 'Verletzung des Schutzes personenbezogener Daten'],
  ],
  fr: [
    [/\brangée?s\b|\branger\b/i, 'verrouillées'],
    [/déball|emball|démont/i, 'déverrouiller, analyser'],
    [/\bpapiers\b/i, 'documents'],
    [/tenus? pour copiés?/i, 'présumé copié'],
    [/\ben doute\b/i, 'incertain'],
    [/\bcourriers?\b/i, 'e-mails'],
    [/\bvos gens\b/i, 'votre équipe'],
    [/\bfuite de données/i, 'violation de données à caractère personnel'],
  ],
  es: [
    [/\bpapeles\b/i, 'documentos'],
    [/d(?:arse|ado) por copiado/i, 'presumirse copiado'],
    [/\ben duda\b/i, 'sin aclarar'],
    [/\bsu gente\b|\bnuestra gente\b/i, 'las personas de su organización'],
    [/desmont|desenv[ou]/i, 'analizar, desbloquear'],
    [/\bdesigna/i, 'nombrar'],
    [/\barchivo de clave\b/i, 'archivo de claves'],
    [/\bclaves se guardaron\b|\bclaves están guardadas\b/i, 'claves bloqueadas'],
    [/\b(?:fuga|filtración) de datos/i, 'violación de la seguridad de los datos personales'],
  ],
};

const findElsewhere = (language: string, files: readonly TreeFile[]): readonly string[] =>
  (FORBIDDEN_ELSEWHERE[language] ?? []).flatMap(([word, instead]) =>
    findLines(files, word).map((line) => `${line} (${instead})`),
  );

test.each(Object.keys(FORBIDDEN_ELSEWHERE))('catalogues and guide in %s do not use forbidden words', (language) => {
  const own = new RegExp(`^web/src/i18n/${language}/|^docs/guide/.*\\.${language}\\.md$`);
  const files = readTexts().filter(({ path }) => own.test(path));
  expect(files.length).toBe(11);
  expect(findElsewhere(language, files)).toEqual([]);
});

test('finds a forbidden word of another language', () => {
  const text = "a: 'Die Schlüssel sind weggelegt.',\nb: 'Ihre Post ist hier.',\nc: 'Postfach und Massenpost',";
  expect(findElsewhere('de', [{ path: 'de.ts', text }])).toEqual([
    expect.stringContaining('(gesperrt)'),
    expect.stringContaining('(E-Mails)'),
  ]);
});

/** A name of the code in a sentence is what a renaming left behind: "the KeyHolder of northwind.example". */
const CODE_NAME = /\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b/;
/** Names of products and of DNS. */
const OWN_NAMES = /\b(?:SpamAssassin|PowerShell|LibreOffice)\b/g;

test('no sentence of a catalogue or guide has a name of the code', () => {
  const files = readTexts().filter(({ path }) => /^web\/src\/i18n\/[a-z]{2}\/|^docs\/guide\/reading-/.test(path));
  expect(files.length).toBe(44);
  const spoken = files.map(({ path, text }) => ({
    path,
    text: path.endsWith('.md')
      ? text
      : text
          .split('\n')
          .map((line) => (line.match(LITERAL) ?? []).join(' ').replaceAll(/\$\{[^}]*\}|\{\w+\}/g, ''))
          .join('\n'),
  }));
  expect(
    findLines(
      spoken.map(({ path, text }) => ({ path, text: text.replaceAll(OWN_NAMES, '') })),
      CODE_NAME,
    ),
  ).toEqual([]);
  expect(CODE_NAME.test('Bitte fügt der KeyHolder diesen Eintrag hinzu.')).toBe(true);
});

test('finds each forbidden word where it is used', () => {
  const said = "throw new Refusal('gone', ['the site is built anew, and Northwind is concerned']);";
  expect(findForbidden([{ path: 'a.ts', text: said }], toSpoken)).toEqual(['a.ts:1: again', 'a.ts:1: affected']);
  expect(findForbidden([{ path: 'a.ts', text: '// It begins anew.\nconst mend = toMend(path);' }], toSpoken)).toEqual(
    [],
  );
});

/** Words that comments and titles of tests do without; the left ones are archaic, the others have one meaning less. */
const RETIRED = /\b(?:anew|nought|heirs?|by now|in hand|told apart|nobody known|look(?:ed|s)? over)\b/i;
const TITLE = /^\s*(?:(?:test|it|describe)\b|\]\S*\)\(|\S*\)\(['"`])/;

test('comments and titles of tests do not use retired words', () => {
  const code = readTexts().filter(({ path }) => /\.(?:tsx?|mjs)$/.test(path) && !path.startsWith('tools/tidy/'));
  const found = code.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      const isTitle = /\.test\.tsx?$/.test(path) && TITLE.test(line);
      const said = COMMENT.test(line) ? line : isTitle ? (line.match(LITERAL) ?? []).join(' ') : '';
      return RETIRED.test(said) ? [`${path}:${at + 1}: ${line.trim().slice(0, 100)}`] : [];
    }),
  );
  expect(found).toEqual([]);
});

/** Words a sentence may have in README, manual and help. The aim is 25. */
const LONGEST_SENTENCE = 40;

test('no sentence of README and the manual has more than 40 words', () => {
  const long = readTexts()
    .filter(({ path }) => /^README\.md$|^docs\/guide\/(?!.*\.(?!en)[a-z]{2}\.md$)/.test(path))
    .flatMap(({ path, text }) =>
      text
        .replaceAll(/^```[\s\S]*?^```$/gm, '')
        .replaceAll(/\]\([^)]*\)/g, ']')
        .split(/(?<=[.!?:;])\s|\n|\|/)
        .filter((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > LONGEST_SENTENCE)
        .map((sentence) => `${path}: ${sentence.slice(0, 80)}`),
    );
  expect(long).toEqual([]);
});
