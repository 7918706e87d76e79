import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNotice, type NoticeAnswer } from '@candor/core/verify';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readHtml } from '../../src/verify/compare/html-text.ts';
import { findHunks } from '../../src/verify/compare/word-hunks.ts';
import { toWordText } from '../../src/verify/compare/words.ts';
import { MOST_GROWTH, measureGrowth } from '../growth.ts';
import { cryptography, inflate, type MadeNotice, type MadeSite, madeNow, makeSite, runtime } from './made-site.ts';

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
  return checkNotice(runtime, cryptography, inflate, {
    code: site.code,
    domain: notice.domain,
    description: site.description,
    site: site.access,
    received,
    fingerprints: [site.fingerprint],
    now: madeNow,
  });
}

test('white space alone never makes another text', async () => {
  const gap = fc.constantFrom(' ', '\n', '\r\n', '\t', '  \n', '\u00a0', '\u202f', '\n\n');
  await fc.assert(
    fc.asyncProperty(fc.array(gap, { minLength: words.length, maxLength: words.length }), async (gaps) => {
      const text = words.map((word, at) => word + gaps[at]).join('');
      expect((await compare({ kind: 'pasted', text })).kind).toBe('genuine');
    }),
    { numRuns: 100 },
  );
});

test('a word that is changed, dropped, doubled or moved is never called genuine', async () => {
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
        if (!isMarker) expect(['changed', 'added']).toContain(found.kind);
      },
    ),
    { numRuns: 300 },
  );
});

test('bytes of any kind get an answer', async () => {
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

test('hunks turn the one text into the other', () => {
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

test.each([
  ['a quote inside a tag begins no value', '<p ">seen</p>', 'seen'],
  ['a quoted sign ends no tag', '<p title="a > b">seen</p>', 'seen'],
  ['an empty comment ends at once', '<!--> seen <!-- not -->', 'seen'],
  ['a comment may end with a mark', '<!-- not --!>seen', 'seen'],
  ['a style ends at its own end', '<style>p{}</p></style >seen', 'seen'],
  ['a title is not shown', '<title>not</title>seen', 'seen'],
  ['markup that is none is text', '1 < 2 <3', '1 < 2 <3'],
  ['what ends inside a tag is dropped', 'seen<p title="', 'seen'],
  ['references are letters', '&lt;b&gt; &#8203;&amp;amp;', '<b> \u200b&amp;'],
])('html is read as browsers do: %s', (_, html, text) => {
  expect(readHtml(html).text.trim()).toBe(text);
});

test.each([
  '<p style="dis/**/play:none">x</p>',
  '<p style="DISPLAY : None !important">x</p>',
  '<p style="font-size:.0em">x</p>',
  '<p style="font:0/0 a">x</p>',
  '<p style="color:#fff">x</p>',
  '<p style="color:rgba(0,0,0,0)">x</p>',
  '<p style="color:#f4f5f3">x</p>',
  '<p style="color: rgb(250, 250, 250)">x</p>',
  '<font color=white>x</font>',
  '<body bgcolor="#000">x</body>',
  '<p style="background-color:#111111">x</p>',
  '<p style="opacity:0.01">x</p>',
  '<p style="text-indent:-999px">x</p>',
  '<p style="margin: 0 0 0 -9999px">x</p>',
  '<p style="position:absolute;left:-99px">x</p>',
  '<p style="max-height:0;overflow:hidden">x</p>',
  '<p style="visibility:collapse">x</p>',
  '<p style="transform:scale(0)">x</p>',
  '<p hidden>x</p>',
  '<div aria-hidden=true>x</div>',
  '<style>@import "x"</style>',
  '<style>p::before{content:"y"}</style>',
  '<p style="background:url(https://count.example/x)">x</p>',
  '<bdo dir=rtl>x</bdo>',
  '<p onclick="x()">x</p>',
  '<meta http-equiv="refresh" content="0">x',
  '<base href="https://mail.invalid/">x',
  '<svg><text>y</text></svg>x',
  '<details>x</details>',
  '<link rel=stylesheet href=x>x',
  '<a href="javascript:1">harbor.example</a>',
])('html that does more than show words is named: %s', (html) => {
  expect(readHtml(html).findings).not.toEqual([]);
});

test.each([
  '<p style="margin:0 0 12px; font-family: Calibri; color:#222; font-size:11pt">x</p>',
  '<p class=MsoNormal style="mso-margin-top-alt:auto"><span lang=EN-GB>x<o:p></o:p></span></p>',
  '<a href="https://harbor.example/notice/">harbor.example/notice</a>',
  '<td bgcolor="#ffeb9c" style="background:#fff; color:#9c6500">x</td>',
  '<table width="100%" cellpadding=0><tr><td>x</td></tr></table>',
])('html for layout alone is harmless: %s', (html) => {
  expect(readHtml(html).findings).toEqual([]);
});

test('hostile html takes time in proportion to its size', async () => {
  const shapes = [
    '<a',
    '<a "',
    '<!--',
    '<!--[if a]>',
    '<style>',
    '&#',
    '<p style="',
    '</',
    '<xml>',
    '<a href=x>',
    '<b ',
  ];
  for (const shape of shapes) {
    const growth = await measureGrowth((count) => readHtml(shape.repeat(count)), 25_000);
    expect(growth, shape).toBeLessThan(MOST_GROWTH);
  }
});

test('words far apart are compared in time in proportion to how many there are', async () => {
  const compareFarApart = async (words: number) => {
    const text = Array.from({ length: words }, (_, at) => `word${at}`).join(' ');
    const found = await compare({ kind: 'pasted', text: `${text} ${notice.text.slice(0, 400)} ${text}` });
    expect(found.kind).toBe('changed');
  };
  expect(await measureGrowth(compareFarApart, 12_500)).toBeLessThan(MOST_GROWTH);
});
