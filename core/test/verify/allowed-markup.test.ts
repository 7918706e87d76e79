import { describe, expect, test } from 'vitest';
import { parseHtmlTree } from '../../../lab/src/adapters/mail/html-tree.ts';
import { readAllowedWords } from '../../src/verify/html/allowed-markup.ts';
import { isAllowedStyle } from '../../src/verify/html/allowed-style.ts';
import { findDocument, HTML_DEPTH, HTML_NODES } from '../../src/verify/html/html-node.ts';
import { isAllowedSheet } from '../../src/verify/html/style-sheet.ts';

function read(html: string): ReturnType<typeof readAllowedWords> {
  const nodes = parseHtmlTree(html);
  const document = nodes === null ? null : findDocument(nodes);
  if (document === null) throw new Error('no document');
  return readAllowedWords([document.body], false);
}

describe('refuses markup that could hide, move, replace or load something', () => {
  test.each([
    '<p style="dis/**/play:none">x</p>',
    '<p style="DISPLAY : None !important">x</p>',
    '<p style="font-size:.0em">x</p>',
    '<p style="font-size:0.8em">x</p>',
    '<p style="font:0/0 a">x</p>',
    '<p style="color:#fff">x</p>',
    '<p style="color:rgba(0,0,0,0)">x</p>',
    '<p style="color:#f4f5f3">x</p>',
    '<p style="color: rgb(250, 250, 250)">x</p>',
    '<p style="background:#111">x</p>',
    '<p style="background:url(https://count.example/x)">x</p>',
    '<font color=white>x</font>',
    '<font size=1>x</font>',
    '<p style="opacity:0.01">x</p>',
    '<p style="text-indent:-999px">x</p>',
    '<p style="margin: 0 0 0 -9999px">x</p>',
    '<p style="margin-top:900px">x</p>',
    '<p style="padding-left:40%">x</p>',
    '<p style="position:absolute;left:-99px">x</p>',
    '<p style="max-height:0;overflow:hidden">x</p>',
    '<p style="max-width:20px">x</p>',
    '<p style="visibility:collapse">x</p>',
    '<p style="transform:scale(0)">x</p>',
    '<p style="font-family:Wingdings">x</p>',
    '<p style="text-decoration:line-through">x</p>',
    '<p style="color:var(--x)">x</p>',
    '<p hidden>x</p>',
    '<p title="call +1 555 0142">x</p>',
    '<div aria-hidden=true>x</div>',
    '<bdo dir=rtl>x</bdo>',
    '<p dir=rtl>x</p>',
    '<p onclick="x()">x</p>',
    '<p>y</p><base href="https://mail.invalid/">x',
    '<svg><text>y</text></svg>x',
    '<details>x</details>',
    '<table><tr><td>x</td></tr><tfoot><tr><td>y</td></tr></tfoot></table>',
    '<ol><li value=9>x</li></ol>',
    '<a href="javascript:1">harbor.example</a>',
    '<a href="https://elsewhere.example" href="https://harbor.example">harbor.example</a>',
    '<a href="https://harbor.example@elsewhere.example/">harbor.example</a>',
    '<p>y</p><!--[if mso]><p>Pay.</p><![endif]-->x',
    '<s>x</s>',
    '<small>x</small>',
    '<img src=cid:1>',
    `${'<div>'.repeat(11)}x`,
    `x${'<br>'.repeat(9)}y`,
    `x${'&nbsp;'.repeat(9)}y`,
  ])('%s', (html) => {
    expect(read(html).words).toBeNull();
    expect(read(html).finding).not.toBeNull();
  });
});

describe('allows markup that mail programs add around the same words', () => {
  test.each([
    '<p style="margin:0 0 12px; font-family: Calibri; color:#222; font-size:11pt">x</p>',
    '<p class=MsoNormal style="mso-margin-top-alt:auto"><span lang=EN-GB>x<o:p></o:p></span></p>',
    '<a href="https://harbor.example/notice/" target=_blank>harbor.example/notice</a>',
    '<div dir=ltr class=gmail_quote><blockquote style="margin:0 0 0 .8ex">x</blockquote></div>'.replace('.8ex', '8px'),
    '<!-- an ordinary comment --><p>x</p>',
    '<body bgcolor=white link=blue vlink=purple><p>x</p>',
  ])('%s', (html) => {
    expect(read(html).finding).toBeNull();
  });
});

test('words are those that a browser shows: blocks and line breaks separate them, inline elements do not', () => {
  expect(read('<p>one <b>t</b>wo<br>three</p><div>four</div>').words?.text.split(/\s+/).join(' ').trim()).toBe(
    'one two three four',
  );
});

test.each([
  ['p { margin: 0 }', true],
  ['<!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} v\\:* {behavior:url(#default#VML);} -->', true],
  ['@font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}', true],
  ['@font-face {font-family:Calibri; src:url(x)}', false],
  ['@import "x";', false],
  ['@media print { p { display:none } }', false],
  ['p::before { content:"y" }', false],
  ['p { d\\69splay: none }', false],
  ['p { color: red; } /* open', false],
  ['h2 { display:none', false],
])('a style sheet %j is allowed: %s', (css, isAllowed) => {
  expect(isAllowedSheet(css, null, null)).toBe(isAllowed);
});

test('a style sheet may only style a banner by names that the notice does not use', () => {
  const banner = { classes: new Set(['box', 'notice']), ids: new Set(['banner']) };
  const own = { classes: new Set(['notice']), ids: new Set<string>() };
  expect(isAllowedSheet('#banner { display:block; position:relative } div.box p { float:left }', banner, own)).toBe(
    true,
  );
  for (const css of [
    'p { display:none }',
    '.notice { display:none }',
    '#banner ~ div { display:none }',
    '#banner, p { display:none }',
    '.box:has(p) { x:y }',
  ])
    expect(isAllowedSheet(css, banner, own), css).toBe(false);
});

test('judges a style attribute as a whole', () => {
  expect(isAllowedStyle('color:#000;font-family:"a;b"')).toBe(false);
  expect(isAllowedStyle('color:black;;')).toBe(true);
});

test('does not read a tree with more levels or nodes than mail has', () => {
  expect(parseHtmlTree('<div>'.repeat(HTML_DEPTH + 10))).toBeNull();
  expect(parseHtmlTree('<br>'.repeat(HTML_NODES + 10))).toBeNull();
  // Each of these makes the parser open every former one again: the count stops it.
  expect(parseHtmlTree(Array.from({ length: 5000 }, (_, at) => `<b a=${at}><p>`).join(''))).toBeNull();
  expect(parseHtmlTree('<p>x</p>'.repeat(1000))).not.toBeNull();
});
