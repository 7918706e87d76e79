import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNotice, type NoticeAnswer } from '@candor/core/verify';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { findHunks } from '../../src/verify/compare/word-hunks.ts';
import { toWordText } from '../../src/verify/compare/words.ts';
import { MOST_GROWTH, measureGrowth } from '../growth.ts';
import { type MadeNotice, type MadeSite, madeNow, makeSite, tools } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const asSent = readFileSync(join(corpus, 'harmless/as-sent.eml'));
const words = notice.text.split(/\s+/).filter((word) => word !== '');

let site: MadeSite;
beforeAll(async () => {
  site = await makeSite(notice);
});

function compare(
  received: { kind: 'file'; bytes: Uint8Array } | { kind: 'pasted'; text: string },
): Promise<NoticeAnswer> {
  return checkNotice(tools, {
    isDomainGiven: true,
    code: site.code,
    domain: notice.domain,
    description: site.description,
    site: site.access,
    received,
    fingerprints: [site.fingerprint],
    now: madeNow,
  });
}

test('white space alone never makes a different text', async () => {
  const gap = fc.constantFrom(' ', '\n', '\r\n', '\t', '  \n', '\u00a0', '\u202f', '\n\n');
  await fc.assert(
    fc.asyncProperty(fc.array(gap, { minLength: words.length, maxLength: words.length }), async (gaps) => {
      const text = words.map((word, at) => word + gaps[at]).join('');
      expect((await compare({ kind: 'pasted', text })).kind).toBe('words-alone');
    }),
    { numRuns: 100 },
  );
});

test('a changed, dropped, repeated or moved word is never genuine', async () => {
  const position = fc.integer({ min: 0, max: words.length - 2 });
  const act = fc.constantFrom('change', 'drop', 'double', 'swap', 'letter');
  await fc.assert(
    fc.asyncProperty(
      position,
      act,
      fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
      async (at, what, other) => {
        const text = [...words];
        const word = text[at] ?? '';
        if (what === 'change') text[at] = other;
        else if (what === 'drop') text.splice(at, 1);
        else if (what === 'double') text.splice(at, 0, word);
        else if (what === 'swap') text.splice(at, 2, text[at + 1] ?? '', word);
        else text[at] = `${word.slice(0, 1)}\u200b${word.slice(1)}`;
        fc.pre(
          toWordText(text.join(' '))
            .words.map((found) => found.text)
            .join(' ') !== words.join(' '),
        );
        const found = await compare({ kind: 'pasted', text: text.join(' ') });
        // List markers alone may differ: programs that copy a list write their own.
        const isMarker = /^(?:-|\d\.)$/.test(word) && what !== 'swap';
        // Without its first word a paste is a part of the notice, and is called that.
        const others = at === 0 ? ['partial'] : [];
        if (!isMarker) expect(['changed', 'added', 'not-the-notice', ...others]).toContain(found.kind);
      },
    ),
    { numRuns: 300 },
  );
});

test('any bytes get an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.integer({ min: 0, max: asSent.length }),
      async (noise, at) => {
        const bytes = Buffer.concat([asSent.subarray(0, at), noise, asSent.subarray(at + noise.length)]);
        const found = await compare({ kind: 'file', bytes });
        expect(found.kind).not.toBe('unknown');
      },
    ),
    { numRuns: 150 },
  );
});

test('hunks turn one text into the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 }).map((letters) => letters.join(' '));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const [issued, received] = [toWordText(from).words, toWordText(to).words];
      const made: string[] = [];
      let at = 0;
      for (const hunk of findHunks(issued, received)) {
        made.push(...issued.slice(at, hunk.issuedStart).map((word) => word.text));
        made.push(...received.slice(hunk.receivedStart, hunk.receivedEnd).map((word) => word.text));
        at = hunk.issuedEnd;
      }
      made.push(...issued.slice(at).map((word) => word.text));
      expect(made.join(' ')).toBe(to);
    }),
  );
});

test('compares distant words in linear time', async () => {
  const compareFarApart = async (words: number) => {
    const text = Array.from({ length: words }, (_, at) => `word${at}`).join(' ');
    const found = await compare({ kind: 'pasted', text: `${text} ${notice.text.slice(0, 400)} ${text}` });
    expect(['changed', 'not-the-notice']).toContain(found.kind);
  };
  expect(await measureGrowth(compareFarApart, 1250)).toBeLessThan(MOST_GROWTH);
});
