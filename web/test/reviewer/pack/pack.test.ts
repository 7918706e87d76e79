import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { loadReviewerCatalogue } from '../../../src/i18n/catalogues.ts';
import { words as english } from '../../../src/i18n/en/reviewer.ts';
import { REGIMES, toPackDocument, toPlainText } from '../../../src/reviewer/pages/pack/pack-document.ts';
import { FIGURE_NAMES, toPackFigures } from '../../../src/reviewer/pages/pack/pack-figures.ts';
import { type PackRequest, toPackArchive, toPackFiles } from '../../../src/reviewer/pages/pack/pack-files.ts';
import { collectPackFacts, isOfParty } from '../../../src/reviewer/worker/table/pack-facts.ts';
import { getBasics } from '../../language-basics.ts';
import { made, makeMessage, messages, release, told } from './made-pack.ts';

const statement = {
  window: { from: '2001-09-10T00:00:00Z', to: '2001-10-14T23:59:59Z' },
  next: null,
  unknown: { en: 'Whether they read the archive.', de: 'Ob sie das Archiv gelesen haben.' },
};
const facts = await collectPackFacts(messages, release.manifest.domains, statement);
const secrets = { open: 23, rotated: 12, notOurs: 2 };
const source = { release, facts, secrets, told };
const figures = toPackFigures(source, 'en');

async function words(language: Language) {
  const { report, reportTexts } = await loadReviewerCatalogue(language);
  return { words: report, templates: reportTexts };
}

async function makeRequest(language: Language): Promise<PackRequest> {
  const proofs = { 'manifest.json': '{"m":1}', 'approvals.json': '[]', 'keys.json': '{}', 'log.proof': 'proof\n' };
  return {
    ...source,
    ...(await words(language)),
    language,
    rules: getBasics(language).rules,
    made,
    proofs,
    toSearch: (query) => JSON.stringify(query),
    toReason: (_code, sentence) => sentence,
    toKind: (kind) => kind,
  };
}

describe('facts of a release', () => {
  test('count messages by verdict and mark, each once', () => {
    expect(facts).toMatchObject({
      messages: 3,
      verdicts: { accessed: 1, presumed: 1, partial: 0, possible: 0, undetermined: 1 },
      marks: { fraud: 1, bulk: 1, personal: 1, secret: 1 },
      found: [
        { kind: 'credential', messages: 1, values: 1, certain: 0, accepted: 0 },
        { kind: 'bank-account', messages: 1, values: 2, certain: 1, accepted: 1 },
        // Counted by message only.
        { kind: 'health', messages: 1, values: null, certain: null, accepted: null },
      ],
      attachments: { messages: 1, files: 2, types: [{ type: 'application/pdf', files: 2 }] },
      written: { first: '2001-03-05T00:00:00Z', last: '2001-10-12T14:05:31Z' },
      recorded: { first: '2001-10-13T03:12:44Z', last: '2001-10-13T03:12:44Z' },
    });
  });

  test("name only the party's addresses, ignoring case, and nobody of another party", () => {
    expect(facts.people.map(({ address, messages: n }) => [address, n])).toEqual([
      ['a.novak@northwind.example', 2],
      ['j.weil@northwind.example', 2],
      ['=cmd@evil.northwind.example', 1],
    ]);
    expect(JSON.stringify(facts)).not.toContain('quaymeter');
  });

  test('contain only author, time and kind of a message', () => {
    expect(JSON.stringify(facts)).not.toContain('Settlement');
    expect(JSON.stringify(facts)).not.toContain('a.pdf');
  });

  test('give reasons for doubtful messages only', () => {
    expect(facts.doubts).toEqual([{ code: 'gap-unlicensed', sentence: 'The log was blind.', messages: 1 }]);
  });

  test('of many are counted with pauses, so that others get answers meanwhile', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => makeMessage(at));
    let pauses = 0;
    const counted = await collectPackFacts(many, ['northwind.example'], null, async () => {
      pauses += 1;
    });
    expect(counted.messages).toBe(5000);
    expect(pauses).toBe(2);
  });

  test('of a release without messages have no dates', async () => {
    expect(await collectPackFacts([], ['northwind.example'])).toMatchObject({
      messages: 0,
      written: null,
      recorded: null,
    });
  });

  test.each([
    ['a@northwind.example', true],
    ['a@mail.northwind.example', true],
    ['a@NORTHWIND.example', true],
    ['a@notnorthwind.example', false],
    ['northwind.example@rival.example', false],
    ['jo@mail.example', true],
    ['eve.jo@mail.example', false],
  ])('%s', (address, expected) => {
    expect(isOfParty(address, ['northwind.example', 'jo@mail.example'])).toBe(expected);
  });
});

describe('figures', () => {
  test('add up as in the notice', () => {
    expect(figures.concerned.value).toEqual({ kind: 'number', number: 882 });
  });

  test('of quotations and mentions are separate from the sum', () => {
    const at = (name: (typeof FIGURE_NAMES)[number]) => figures[name].value;
    expect(at('quoted')).toEqual({ kind: 'number', number: 37 });
    expect(at('mentioned')).toEqual({ kind: 'number', number: 43 });
    expect(at('mentionedBusiness')).toEqual({ kind: 'number', number: 41 });
    expect(at('mentionedPersonal')).toEqual({ kind: 'number', number: 0 });
    expect(at('mentionedSecret')).toEqual({ kind: 'number', number: 2 });
  });

  test('that count messages link to them', () => {
    for (const name of ['objects', 'accessed', 'presumed', 'partial', 'possible', 'undetermined', 'fraud'] as const)
      expect(figures[name].query).not.toBeNull();
  });

  test('that are unknown are gaps, never zeros', async () => {
    const unknown = toPackFigures({ ...source, told: null, facts: await collectPackFacts([], []) }, 'en');
    expect(unknown.told.value).toEqual({ kind: 'unknown' });
    expect(unknown.writtenFirst.value).toEqual({ kind: 'unknown' });
    expect(unknown.windowFrom.value).toEqual({ kind: 'unknown' });
    expect(unknown.unknownSaid.value).toEqual({ kind: 'unknown' });
  });

  test("have the organization's own words in the reader's language, otherwise in English", () => {
    expect(toPackFigures(source, 'de').unknownSaid.value).toEqual({ kind: 'text', text: statement.unknown.de });
    expect(toPackFigures(source, 'fr').unknownSaid.value).toEqual({ kind: 'text', text: statement.unknown.en });
  });
});

const plain: typeof source = {
  ...source,
  release: {
    ...release,
    manifest: { ...release.manifest, figures: { releasable: 861, bulk: 16, held: 4, withheld: 1 } },
  },
};

describe.each(LANGUAGES)('texts in %s', (language) => {
  test('state quotations and mentions, and that their text is not given; nothing when there are none', async () => {
    const { templates, words: said } = await words(language);
    const options = { language, rules: getBasics(language).rules, unknown: said.unknown };
    for (const regime of ['neutral', 'gdpr-33', 'nis2'] as const) {
      const text = toPlainText(toPackDocument(templates[regime], figures, options));
      expect(text).toMatch(/: 37\. /);
      expect(text).toMatch(/: 43 \(\D+ 41, \D+ 0, \D+ 2\)\. /);
      expect(text).not.toContain('? ');
      const without = toPlainText(toPackDocument(templates[regime], toPackFigures(plain, language), options));
      expect(without.split('\n').length).toBe(text.split('\n').length - 2);
      expect(without).not.toContain(`[${said.unknown}]`);
    }
    expect(toPackFigures(plain, language).mentioned.value).toEqual({ kind: 'unknown' });
    expect(toPackFigures(plain, language).quoted.value).toEqual({ kind: 'number', number: 0 });
  });

  test('name only existing figures, close every gap and ask for nothing else', async () => {
    const { templates } = await words(language);
    for (const regime of REGIMES) {
      const { title, parts } = templates[regime];
      const text = [title, ...parts.flatMap(({ paragraphs }) => paragraphs)].join('\n');
      for (const [, name] of text.matchAll(/\{(?:(?:de|que)_)?([^}]*)\}/g)) expect(FIGURE_NAMES).toContain(name);
      expect(text.replace(/\{\w+\}|\[[^[\]\n]+\]/g, '')).not.toMatch(/[[\]{}]/);
    }
  });

  test('count all verdicts if one: an omitted one would read as not affected', async () => {
    const { templates } = await words(language);
    for (const regime of REGIMES) {
      const text = JSON.stringify(templates[regime]);
      if (!text.includes('{accessed}')) continue;
      for (const verdict of ['presumed', 'partial', 'possible', 'undetermined'])
        expect(text, regime).toContain(`{${verdict}}`);
    }
  });

  test('have the same parts and figures as in English', async () => {
    const { templates } = await words(language);
    for (const regime of REGIMES) {
      const named = ({ parts }: (typeof templates)[typeof regime]) =>
        parts.map(({ paragraphs }) => [
          paragraphs.length,
          [...paragraphs.join(' ').matchAll(/\{(?:(?:de|que)_)?(\w+)\}/g)].map(([, name]) => name).sort(),
        ]);
      expect(named(templates[regime])).toEqual(named(english.reportTexts[regime]));
    }
  });

  test('state facts: no advice on duties, no exclamation mark', async () => {
    const { templates, words: said } = await words(language);
    const text = JSON.stringify([templates, said]);
    expect(text).not.toMatch(
      /!|you must report|you should report|müssen Sie melden|vous devez déclarer|debe notificar/i,
    );
  });

  test('are filled with figures, and keep their gaps', async () => {
    const { templates, words: said } = await words(language);
    const options = { language, rules: getBasics(language).rules, unknown: said.unknown };
    const text = toPlainText(toPackDocument(templates['gdpr-33'], figures, options));
    expect(text).toContain('Harbor Energy');
    expect(text).toContain('882');
    expect(text).toContain('Dana Achterberg, Miguel Ruiz');
    expect(text).toMatch(/\[[^\]]+\]/);
    expect(text).not.toMatch(/[{}]/);
    const without = toPlainText(
      toPackDocument(templates['gdpr-33'], toPackFigures({ ...source, told: null }, language), options),
    );
    expect(without).toContain(`[${said.unknown}]`);
  });
});

describe('files of the report pack', () => {
  test('are the texts, tables, figures and proofs as fetched', async () => {
    const files = toPackFiles(await makeRequest('en'));
    expect(files.map(({ name }) => name)).toEqual([
      'neutral.html',
      'gdpr-33.html',
      'gdpr-34.html',
      'nis2.html',
      'tables/figures.csv',
      'tables/told.csv',
      'tables/people.csv',
      'tables/custodians.csv',
      'tables/attachments.csv',
      'tables/found.csv',
      'tables/doubts.csv',
      'pack.json',
      'proofs/manifest.json',
      'proofs/approvals.json',
      'proofs/keys.json',
      'proofs/log.proof',
    ]);
    expect(files.at(-1)?.text).toBe('proof\n');
  });

  test('are pages that load and run nothing, and link each figure to its row', async () => {
    for (const language of LANGUAGES) {
      for (const { name, text } of toPackFiles(await makeRequest(language))) {
        if (!name.endsWith('.html')) continue;
        expect(text).toContain(`<html lang="${language}">`);
        expect(text).not.toMatch(/<script|https?:|src=|style="|onerror/);
        for (const [, anchor] of text.matchAll(/href="#(\w+)"/g)) expect(text).toContain(`<tr id="${anchor}">`);
      }
    }
  });

  test('escape sender text, and no cell starts a formula', async () => {
    const bad = await collectPackFacts(
      messages.map((message) => ({ ...message, from: ['<img onerror=x>@northwind.example', '=1@northwind.example'] })),
      release.manifest.domains,
    );
    const files = toPackFiles({ ...(await makeRequest('en')), facts: bad });
    for (const { name, text } of files) {
      if (name.endsWith('.html')) expect(text).not.toContain('<img');
      if (name === 'tables/people.csv') expect(text).toContain("'=1@northwind.example");
    }
  });

  test('make the same archive each time, which the usual program opens', async () => {
    const work = mkdtempSync(join(tmpdir(), 'candor-pack-'));
    try {
      const files = toPackFiles(await makeRequest('de'));
      const bytes = Buffer.from(await (await toPackArchive(files)).arrayBuffer());
      expect(Buffer.from(await (await toPackArchive(files)).arrayBuffer()).equals(bytes)).toBe(true);
      writeFileSync(join(work, 'pack.zip'), bytes);
      execFileSync('python3', ['-m', 'zipfile', '-e', join(work, 'pack.zip'), work]);
      for (const { name, text } of files) expect(readFileSync(join(work, name), 'utf8')).toBe(text);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  });
});
