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
import { makeHarmless } from '../rewriters/harmless-cases.ts';
import { KnownWords, readPage } from './foreign-words.ts';
import { type Dump, listPresentReaders, OTHER_READERS, readWith } from './other-readers.ts';
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
beforeAll(() => {
  if (present.length < LEAST_READERS) return;
  const mails = new Map(cases.map(({ name, bytes }) => [name, bytes]));
  for (const reader of present) dumps.set(reader.name, readWith(reader, mails));
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

test(`no reader shows a foreign word, address or name in one of ${cases.length} mails that are called genuine`, async (context) => {
  const reason = skipReason();
  if (reason !== null) context.skip(reason);
  const broken: string[] = [];
  let genuine = 0;
  for (const one of cases) {
    const answer = await answerReceived(one.issued, { kind: 'file', bytes: one.bytes });
    if (answer.kind !== 'genuine' && answer.kind !== 'issued') continue;
    genuine += 1;
    const readers = listReaders(one, knownWords(one.issued, answer));
    if (readers.length > 0) broken.push(`${one.name}: ${readers.join('; ')}`);
  }
  expect(broken).toEqual([]);
  // A check that calls nothing genuine would hold for anything.
  expect(genuine).toBeGreaterThan(60);
});
