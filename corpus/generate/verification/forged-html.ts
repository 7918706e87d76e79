import { writeMail } from './mail.ts';
import { PARAGRAPH } from './notice.ts';
import { swapHtml, type VerificationCase } from './verification-case.ts';

const SAFE_LINE = `${PARAGRAPH}This notice asks for no password, no payment and no click.</p>`;
const inHtml = (name: string, why: string, from: string, to: string, named: readonly string[]): VerificationCase => ({
  name,
  why,
  bytes: writeMail({ html: swapHtml(from, to) }),
  answer: 'changed',
  named,
});

/** The same words in the html, and something beside them. */
export const FORGED_HTML: readonly VerificationCase[] = [
  inHtml(
    'html-link',
    'the words of the address lead elsewhere',
    'harbor.example/notice',
    '<a href="https://harbor-notice.example/login">harbor.example/notice</a>',
    ['html:address', 'html:link-target'],
  ),
  inHtml('html-script', 'a script', '</body>', '<script>location = "https://harbor-notice.example"</script></body>', [
    'html:active-element',
  ]),
  inHtml('html-picture', 'a tracking picture', '</body>', '<img src="https://count.example/1.gif"></body>', [
    'html:remote-content',
  ]),
  inHtml(
    'html-form',
    'fields to type a password into',
    '</body>',
    '<form action="https://harbor-notice.example"><input name="password"></form></body>',
    ['html:active-element'],
  ),
  inHtml(
    'html-hidden',
    'the warning is present but hidden',
    SAFE_LINE,
    SAFE_LINE.replace(PARAGRAPH, '<p style="display : none">'),
    ['html:hidden-words'],
  ),
  inHtml(
    'html-hidden-by-class',
    'the same through a style element',
    '</head>',
    '<style>p:nth-of-type(4) { font-size: 0 }</style></head>',
    ['html:hidden-words'],
  ),
  inHtml(
    'html-hidden-by-escape',
    'the same, spelled with escapes',
    '</head>',
    '<style>p { d\\69splay: none }</style></head>',
    ['html:hidden-words'],
  ),
  inHtml(
    'html-replaced',
    'a style writes another figure behind the issued one',
    '</head>',
    '<style>h2::after { content: "0 000" }</style></head>',
    ['html:hidden-words'],
  ),
  {
    name: 'html-white-words',
    why: 'white text that only filters read, and a figure',
    bytes: writeMail({ html: swapHtml('</body>', '<p><font color="#ffffff">lottery</font></p></body>') }),
    answer: 'added',
  },
  inHtml(
    'html-condition',
    'words that only one program shows',
    '</body>',
    '<!--[if mso]><p>Pay 300 into account 12345.</p><![endif]--></body>',
    ['html:hidden-words'],
  ),
  inHtml('html-turned', 'an element that reverses a figure', '21 cannot', '<span dir="rtl">21</span> cannot', [
    'html:direction',
  ]),
  inHtml(
    'html-quote-trick',
    'a stray quote: sloppy parsers lose the words after it',
    SAFE_LINE,
    `<p ">Confirm your password by mail.</p>${SAFE_LINE}<p ">`,
    ['html:added', 'html:hidden-words'],
  ),
];
