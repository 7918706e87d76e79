import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../../../../core/test/growth.ts';
import { BlockWriter, openTextBudget } from '../../../src/reviewer/frame/parser/block-writer.ts';
import { exceedsDepth, exceedsMarkupBudget } from '../../../src/reviewer/frame/parser/markup-weight.ts';
import { readMarkup, writeStrippedText } from '../../../src/reviewer/frame/parser/stripped-text.ts';

const strip = (html: string): readonly string[] => {
  const writer = new BlockWriter(openTextBudget());
  writeStrippedText(html, writer);
  return writer.blocks.flatMap(({ lines }) => lines);
};

test('ordinary mail is not too heavy, also with unclosed elements', () => {
  expect(exceedsMarkupBudget('<table>'.concat('<tr><td><font color=red>x</font>'.repeat(5000), '</table>'))).toBe(
    false,
  );
  expect(exceedsMarkupBudget('<p>x<br><li>y<td>z<img src=a>'.repeat(5000))).toBe(false);
  expect(exceedsMarkupBudget(`${'<div>'.repeat(300)}x`)).toBe(false);
  expect(exceedsMarkupBudget(`<style>${'.a{color:red}'.repeat(20_000)}</style>`)).toBe(false);
  expect(exceedsMarkupBudget('a smile :-( and another (: and [so on '.repeat(300))).toBe(false);
});

test.each([
  ['more elements than anybody reads', '<p>x'.repeat(60_000)],
  ['elements one inside the other', '<div>'.repeat(2000)],
  ['unclosed formatting', '<b><i>'.repeat(100)],
  ['attributes without end', `<p ${'a=b '.repeat(250_000)}>`],
  ['brackets one inside the other', `<style>${'a{'.repeat(2000)}</style>`],
  ['elements where a browser may or may not see them', `<svg><title>${'<p>x'.repeat(60_000)}</title><!-- --!>`],
  ['brackets in an attribute', `<p style="width:${'calc('.repeat(2000)}">`],
])('too heavy: %s', (_name, html) => {
  expect(exceedsMarkupBudget(html)).toBe(true);
});

test('distinguishes a style sheet nested too deep from a long one', () => {
  expect(exceedsDepth('@media print { a { color: rgb(1, 2, 3) } }'.repeat(1000), 24)).toBe(false);
  expect(exceedsDepth(':not('.repeat(30), 24)).toBe(true);
  expect(exceedsDepth(')'.repeat(1000) + '('.repeat(24), 24)).toBe(false);
});

test('extracts words from heavy HTML, with blocks on separate lines and no script content', () => {
  expect(
    strip(
      '<html><head><title>No</title><style>p{x}</style></head><body><p>One &amp; two<br>three &lt;b&gt; &#x41;&#66;&nbsp;c</p><script>alert("<p>no</p>")</script><table><tr><td>a</td><td>b</td></tr></table><!-- no <p>no</p> -->1 < 2 & 3<div>end',
    ),
  ).toEqual(['One & two', 'three <b> AB c', 'a  b', '1 < 2 & 3', 'end']);
  expect(strip('&#0;&#xd800;&#x110000;&unknown;&amp')).toEqual(['&#0;&#xd800;&#x110000;&unknown;&']);
  expect(strip('<script>never closed <p>no')).toEqual([]);
  expect(strip('<!-- never closed <p>no')).toEqual([]);
});

test('tokens cover any HTML without overlap', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '<p',
    '<!--',
    '-->',
    '<style>',
    '</style>',
    '<script ',
    'a',
    '"',
    '=',
    '&',
    ' ',
    '<\0',
    '<1',
    '<?',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const html = pieces.join('');
      let at = 0;
      for (const { start, end } of readMarkup(html)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBeLessThanOrEqual(html.length);
    }),
  );
});

test.each(['<', '<a', '<!--', '<style', '<script>', '</', '&', '&#', '<p '])(
  'reads two hundred thousand times %j in linear time',
  async (piece) => {
    const readMarkup = (count: number) => {
      const html = piece.repeat(count);
      exceedsMarkupBudget(html);
      strip(html);
    };
    expect(await measureGrowth(readMarkup, 5000)).toBeLessThan(MOST_GROWTH);
  },
);
