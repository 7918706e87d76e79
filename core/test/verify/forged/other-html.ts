import { type ForgedCase, LURE, toCases } from './forged-case.ts';
import { changePart, swapWords, toMail, withWords } from './issued-mail.ts';

/** Classes by which programs fold, grey or hide what is in them. */
const WRAPPERS = [
  '<div class="gmail_quote">',
  '<div class="gmail_signature">',
  '<div class="moz-signature">',
  '<div class="moz-cite-prefix">',
  '<div class="yahoo_quoted">',
  '<div class="gmail_extra"><div class="gmail_quote">',
  '<blockquote type="cite">',
  '<blockquote class="gmail_quote">',
  '<div id="Signature">',
  '<div id="divRplyFwdMsg">',
  '<div id="appendonsend">',
  '<div class="AppleMailSignature" id="AppleMailSignature">',
  '<div hidden>',
  '<details>',
  '<div class="moz-txt-sig">',
];

const wrappers = toCases(
  'a wrapper that programs fold',
  'Gmail folds quotes, Thunderbird greys signatures, Outlook on the web hides them (their documentation)',
  WRAPPERS.map((open) => [
    open,
    (issued) =>
      toMail(
        changePart(issued, 'html', (part) =>
          withWords(
            part,
            part.words.replace(/<body([^>]*)>/, (body) => `${body}${open}`).replace('</body>', '</div></body>'),
          ),
        ),
      ),
  ]),
);

const HTML: readonly (readonly [name: string, from: string | RegExp, to: string])[] = [
  ['another title', /<title>[^<]*<\/title>/, `<title>${LURE}</title>`],
  ['a page that goes elsewhere', '</head>', '<meta http-equiv="refresh" content="0;url=https://evil.example"></head>'],
  ['another character set', '</head>', '<meta charset="utf-16"></head>'],
  ['a description', '</head>', `<meta name="description" content="${LURE}"></head>`],
  ['a base', '</head>', '<base href="https://evil.example/"></head>'],
  ['a comment for Outlook', '</body>', `<!--[if mso]><p>${LURE}</p><![endif]--></body>`],
  ['a text direction', /<body/, '<body dir="rtl"'],
  ['a link', 'harbor.example/notice', '<a href="https://evil.example/notice">harbor.example/notice</a>'],
  [
    'two targets of a gateway',
    'harbor.example/notice',
    '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fharbor.example%2Fnotice&amp;url=https%3A%2F%2Fevil.example">harbor.example/notice</a>',
  ],
  [
    'two targets of a search engine',
    'harbor.example/notice',
    '<a href="https://www.google.com/url?q=https://harbor.example/notice&amp;url=https://evil.example">harbor.example/notice</a>',
  ],
  [
    'a user in the target',
    'harbor.example/notice',
    '<a href="https://harbor.example@evil.example/notice">harbor.example/notice</a>',
  ],
  [
    'an original address beside another',
    'harbor.example/notice',
    '<a originalsrc="https://harbor.example/notice" href="https://evil.example/">harbor.example/notice</a>',
  ],
];

const html = toCases(
  'HTML that is no longer the twin',
  'Chromium shows or loads it, or Outlook does',
  HTML.map(([name, from, to]) => [name, (issued) => toMail(swapWords(issued, 'html', from, to))]),
);

export const OTHER_HTML: readonly ForgedCase[] = [...wrappers, ...html];
