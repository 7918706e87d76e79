import type { NoticeAnswer } from '@candor/core/verify';
import { beforeAll, expect, test } from 'vitest';
import { answerReceived } from '../../../../core/test/verify/forged/answer-forged.ts';
import {
  FORGED_CASES,
  frenchCase,
  type IssuedCase,
  issuedCase,
  issuedOf,
  makeForged,
} from '../../../../core/test/verify/forged/forged-cases.ts';
import { addressOf } from '../../../../core/test/verify/forged/issued-mail.ts';
import { LOOSE_MARKUP } from '../../../../core/test/verify/forged/loose-markup.ts';
import { makeHarmless } from '../rewriters/harmless-cases.ts';
import { KnownWords, readPage } from './foreign-words.ts';
import { type Dump, listPresentReaders, OTHER_READERS, readWith } from './other-readers.ts';
import { PAGE_READERS } from './page-readers.ts';
import { SHOWN_OTHERWISE } from './shown-otherwise.ts';

/** Fewer would be no comparison. */
const LEAST_READERS = 5;

interface Case {
  readonly name: string;
  readonly issued: IssuedCase;
  readonly bytes: Buffer;
  readonly isForged: boolean;
}

const present = listPresentReaders();
const forged: readonly Case[] = FORGED_CASES.map((one) => ({
  name: `${one.class}: ${one.name}`,
  issued: issuedOf(one),
  bytes: makeForged(one),
  isForged: true,
}));
const harmless: readonly Case[] = makeHarmless(issuedCase.bytes, issuedCase.mail).flatMap(({ name, received }) =>
  received.kind === 'file'
    ? [{ name: `harmless: ${name}`, issued: issuedCase, bytes: received.bytes, isForged: false }]
    : [],
);
const cases: readonly Case[] = [...forged, ...harmless];

/** Reader → case → what it shows. */
const dumps = new Map<string, ReadonlyMap<string, Dump>>();
/** What is called genuine, with the words that the reader of the answer knows. */
const genuine: { readonly one: Case; readonly known: KnownWords }[] = [];
beforeAll(async () => {
  if (present.length < LEAST_READERS) return;
  const mails = new Map(cases.map(({ name, bytes }) => [name, bytes]));
  for (const reader of present) dumps.set(reader.name, readWith(reader, mails));
  for (const one of cases) {
    const answer = await answerReceived(one.issued, { kind: 'file', bytes: one.bytes });
    if (answer.kind === 'genuine' || answer.kind === 'issued')
      genuine.push({ one, known: knownWords(one.issued, answer) });
  }
}, 900_000);

/** What relays write in a part's header. */
const SOURCE = 'content-transfer-encoding: 7bit 8bit binary base64';

/** What a reader of the answer sees beside the issued notice. */
function listTold(answer: NoticeAnswer): readonly string[] {
  if (!('compared' in answer)) return [];
  const { notes, additions } = answer.compared;
  return [JSON.stringify(notes), JSON.stringify(additions)].flatMap((text) => text.split(/["\\]+/));
}

function knownWords({ mail, notice, bytes }: IssuedCase, answer: NoticeAnswer | null): KnownWords {
  const told = answer === null ? [] : listTold(answer);
  const addresses = ['From', 'To', 'Reply-To'].map((name) => addressOf(mail, name));
  // A reader that shows the source of the issued mail shows nothing of a forger's.
  const texts = [mail.text.words, readPage(mail.html.words), mail.html.words, bytes.toString('latin1'), SOURCE];
  return new KnownWords([...texts, ...told], [notice.subject, notice.from?.name ?? '', ...addresses, ...told]);
}

/** Each reader whose dump has a word, address or name that is not known, or of a forgery nothing at all. */
function listReaders(one: Case, known: KnownWords): readonly string[] {
  return present.flatMap((reader) => {
    const dump = dumps.get(reader.name)?.get(one.name);
    if (dump === undefined) throw new Error(`${reader.name} was not asked for ${one.name}`);
    const foreign = known.listForeign(dump).filter((word) => one.isForged || word !== 'no words');
    return foreign.length === 0 ? [] : [`${reader.name} shows ${foreign.slice(0, 4).join(' ')}`];
  });
}

const skipReason = (): string | null =>
  present.length < LEAST_READERS
    ? `only ${present.length} of ${OTHER_READERS.length} readers are installed: npm run services`
    : null;

test('control: every reader shows the issued mails alike', (context) => {
  const reason = skipReason();
  if (reason !== null) context.skip(reason);
  const issued = [issuedCase, frenchCase].map((one, at) => ({ name: `issued ${at}`, one }));
  const mails = new Map(issued.map(({ name, one }) => [name, one.bytes]));
  for (const reader of present) {
    const shown = readWith(reader, mails);
    for (const { name, one } of issued) {
      const dump = shown.get(name);
      expect(dump === undefined ? ['no dump'] : knownWords(one, null).listForeign(dump)).toEqual([]);
    }
  }
});

test('control: what was once called genuine, a reader shows otherwise', (context) => {
  const reason = skipReason();
  if (reason !== null) context.skip(reason);
  const named = Object.entries(SHOWN_OTHERWISE).flatMap(([group, names]) => names.map((name) => `${group}: ${name}`));
  expect(named.length).toBeGreaterThan(100);
  const unseen = named.filter((name) => {
    const one = forged.find((each) => each.name === name);
    if (one === undefined) throw new Error(`no such case: ${name}`);
    return listReaders(one, knownWords(one.issued, null)).length === 0;
  });
  expect(unseen).toEqual([]);
});

/** Words in a doctype, which all of these readers pass over. */
const SHOWN_BY_NONE: ReadonlySet<string> = new Set(['words in the doctype', 'a second doctype']);

/** Every page that a reader of mail finds in it. */
function listPages({ name }: Case): readonly string[] {
  const found = present.flatMap((reader) => {
    const dump = dumps.get(reader.name)?.get(name);
    return dump === undefined || 'error' in dump ? [] : dump.pages.map((page) => page.replace(/\r\n?/g, '\n'));
  });
  return [...new Set(found)];
}

/** Case and page, with the words that are known of it. */
interface KnownPage {
  readonly name: string;
  readonly page: string;
  readonly known: KnownWords;
}

/** Name of the case → each reader of HTML that shows a foreign word in one of its pages. */
async function listPageReaders(pages: readonly KnownPage[]): Promise<ReadonlyMap<string, readonly string[]>> {
  // Most mails have the page that was issued.
  const distinct = [...new Set(pages.map(({ page }) => page))];
  const found = new Map<string, string[]>();
  for (const reader of PAGE_READERS) {
    const texts = await reader.read(distinct);
    expect(texts.length).toBe(distinct.length);
    const shown = new Map(distinct.map((page, at) => [page, texts[at] ?? '']));
    for (const { name, page, known } of pages) {
      const foreign = known.listForeignIn(shown.get(page) ?? '');
      if (foreign.length === 0) continue;
      found.set(name, [...(found.get(name) ?? []), `${reader.name} shows ${foreign.slice(0, 4).join(' ')}`]);
    }
  }
  return found;
}

const pageSkipReason = (): string | null =>
  skipReason() ?? PAGE_READERS.find(({ missing }) => missing !== null)?.missing ?? null;

/** As some readers write them. */
const toBlanks = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

test('control: every reader of HTML shows all words of the issued page, and no other', async (context) => {
  const reason = pageSkipReason();
  if (reason !== null) context.skip(reason);
  for (const one of [issuedCase, frenchCase]) {
    const page = one.mail.html.words;
    expect([...(await listPageReaders([{ name: 'issued', page, known: knownWords(one, null) }]))]).toEqual([]);
    for (const reader of PAGE_READERS) {
      const [shown = ''] = await reader.read([page]);
      expect([reader.name, new KnownWords([shown], []).listForeignIn(toBlanks(one.mail.text.words))]).toEqual([
        reader.name,
        [],
      ]);
    }
  }
});

test('control: what was once called genuine, a reader of HTML shows otherwise', async (context) => {
  const reason = pageSkipReason();
  if (reason !== null) context.skip(reason);
  const named = new Set(
    LOOSE_MARKUP.filter(({ name }) => !SHOWN_BY_NONE.has(name)).map((one) => `${one.class}: ${one.name}`),
  );
  const pages = forged
    .filter(({ name }) => named.has(name))
    .flatMap((one) => listPages(one).map((page) => ({ name: one.name, page, known: knownWords(one.issued, null) })));
  const seen = await listPageReaders(pages);
  expect([...named].filter((name) => !seen.has(name))).toEqual([]);
}, 120_000);

test(`no reader shows a foreign word, address or name in one of ${cases.length} mails that are called genuine`, (context) => {
  const reason = skipReason();
  if (reason !== null) context.skip(reason);
  const broken = genuine.flatMap(({ one, known }) => {
    const readers = listReaders(one, known);
    return readers.length > 0 ? [`${one.name}: ${readers.join('; ')}`] : [];
  });
  expect(broken).toEqual([]);
  // A check that calls nothing genuine would hold for anything.
  expect(genuine.length).toBeGreaterThan(60);
});

test('no reader of HTML shows a foreign word in a page of one that is called genuine', async (context) => {
  const reason = pageSkipReason();
  if (reason !== null) context.skip(reason);
  const pages = genuine.flatMap(({ one, known }) => listPages(one).map((page) => ({ name: one.name, page, known })));
  expect([...(await listPageReaders(pages))]).toEqual([]);
  expect(pages.length).toBeGreaterThan(60);
}, 120_000);
