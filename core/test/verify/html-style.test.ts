import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/verify/compare/html-text.ts';

// The words stay what was issued; what a person sees does not.
const style = (css: string): string => `<p style='${css}'>13 must be taken as copied</p>`;
const sheet = (css: string): string => `<style>${css}</style><p>13 must be taken as copied</p>`;

describe('a style that shows other words, other figures or none is named', () => {
  test.each([
    sheet('li { list-style: "1" inside }'),
    sheet('li { list-style-type: "1" }'),
    sheet('@counter-style more { system: cyclic; symbols: "1" } li { list-style-type: more }'),
    sheet('p { quotes: "}" ; list-style: "1" inside }'),
    sheet('li { font-family: "}"; list-style: "1" inside }'),
    sheet('li { list-style: "1" inside; & b { color: red } }'),
    sheet('li { opacity: 0'),
    sheet('@media screen { li { float: right } }'),
    sheet('@font-face { font-family: Arial; src: local("Wingdings") }'),
    sheet('@list l0:level1 { mso-level-text: "1" }'),
    style('display: inline-flex; flex-direction: row-reverse'),
    style('display: inline-grid'),
    style('display: table-header-group'),
    style('order: -1'),
    style('float: right'),
    style('position: relative; left: 2em'),
    style('inset: 0 auto auto 2em'),
    style('margin-inline-start: -2em'),
    style('margin-top: -.9em'),
    style('word-spacing: -.5em'),
    style('margin-left: calc(0px - 40px)'),
    style('margin-left: var(--away)'),
    style('text-indent: 9999px'),
    style('padding-left: 4000px'),
    style('translate: -100vw'),
    style('scale: 0'),
    style('rotate: 180deg'),
    style('zoom: 0'),
    style('offset-path: path("M0 0")'),
    style('content-visibility: hidden'),
    style('font-size-adjust: 0'),
    style('font-size: .1vw'),
    style('font-size: 1mm'),
    style('font: 1px/1 Arial'),
    style('line-height: 1px'),
    style('-webkit-text-stroke: 20px white'),
    style('outline: 20px solid white; outline-offset: -20px'),
    style('text-emphasis: "9"'),
    style('hyphens: auto; hyphenate-character: "0"'),
    style('text-decoration: line-through'),
    style('font-family: Wingdings'),
    style('font: 12pt Webdings'),
    style('color: hsl(0 0% 100%)'),
    style('color: rgb(255 255 255)'),
    style('color: rgb(100%, 100%, 100%)'),
    style('color: rgba(0, 0, 0, .05)'),
    style('color: #00000005'),
    style('color: #0000'),
    style('color: azure'),
    style('color: color-mix(in srgb, white 99%, black)'),
    style('background: navy'),
    style('background: linear-gradient(#000, #000)'),
    style('background-color: hsl(0 0% 0%)'),
    style('mix-blend-mode: difference'),
    style('-moz-transform: scale(0)'),
    '<font color="fffffe">13 must be taken as copied</font>',
    '<font face="Wingdings">13 must be taken as copied</font>',
    '<table bgcolor="midnightblue"><tr><td>13 must be taken as copied</td></tr></table>',
    '<s>This notice asks for no password</s>',
    '<small><small><small><small>13 must be taken as copied</small></small></small></small>',
    '<table><caption>13 must be taken as copied</caption><tr><td>1</td></tr>2</table>',
  ])('%s', (html) => {
    expect(readHtml(html).findings).not.toEqual([]);
  });
});

describe('what mail programs write is layout', () => {
  test.each([
    sheet(
      '<!-- @font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4; mso-font-charset:0} p.MsoNormal, li.MsoNormal {margin:0cm; margin-bottom:.0001pt; font-size:11.0pt; font-family:"Calibri",sans-serif; mso-fareast-language:EN-US} a:link, span.MsoHyperlink {mso-style-priority:99; color:#0563C1; text-decoration:underline} .MsoChpDefault {mso-style-type:export-only} @page WordSection1 {size:612.0pt 792.0pt; margin:70.85pt 70.85pt 2.0cm 70.85pt} div.WordSection1 {page:WordSection1} -->',
    ),
    style(
      'caret-color: rgb(0, 0, 0); color: rgb(0, 0, 0); font-family: Helvetica; font-size: 12px; font-style: normal; font-variant-caps: normal; font-weight: 400; letter-spacing: normal; text-align: start; text-indent: 0px; text-transform: none; white-space: normal; word-spacing: 0px; -webkit-text-stroke-width: 0px; text-decoration: none; orphans: auto; widows: auto; -webkit-tap-highlight-color: rgba(26, 26, 26, 0.3); -webkit-text-size-adjust: auto',
    ),
    style('margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex'),
    style('font-family:"Segoe UI","Segoe UI Symbol",Arial,sans-serif;color:windowtext;background:white'),
    style('margin-left:36.0pt;text-indent:0cm;line-height:1.5;overflow-wrap:break-word;word-wrap:break-word'),
    style('border-collapse:collapse;border-spacing:0;width:100%;max-width:600px;vertical-align:top;display:block'),
    style('list-style-type: disc; -ms-word-break: break-all; word-break: break-word; line-break: after-white-space'),
    '<div dir="ltr"><font face="Arial" size="2" color="#222222">13 must be taken as copied</font></div>',
    '<table><tr><td><small>13 must be taken as copied</small></td></tr></table>',
  ])('%s', (html) => {
    expect(readHtml(html).findings).toEqual([]);
  });
});
