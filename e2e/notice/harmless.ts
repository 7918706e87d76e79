import { toCrlf, writeLeaf, writeMultipart } from '../../corpus/generate/verification/mail.ts';
import { type Case, type Received, write } from './received.ts';

const FOOTER = '____________________\nnotices mailing list\nhttps://lists.northwind.example/notices\n';
const BANNER = 'CAUTION: This message came from outside Northwind.';

/**
 * Twenty things that relays, lists, gateways and colleagues do: never called forged, and named where they add words.
 */
export function listHarmless(issued: Received): readonly Case[] {
  const { text, html, subject, bytes } = issued;
  const genuine = (name: string, done: Buffer): Case => ({ name, bytes: done, answers: ['genuine'] });
  const rewritten = (name: string, done: Buffer): Case => ({ name, bytes: done, answers: ['rewritten'] });
  const added = (name: string, done: Buffer): Case => ({ name, bytes: done, answers: ['added'] });
  const inside = (name: string, done: Buffer): Case => ({ name, bytes: done, answers: ['inside'] });
  return [
    genuine('as it arrived', bytes),
    genuine('saved with LF', Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1')),
    genuine(
      'more Received fields',
      Buffer.concat([
        Buffer.from(
          'Received: from a.northwind.example by b.northwind.example; Sun, 21 Oct 2001 09:12:04 +0000\r\nX-Spam-Status: No\r\n',
        ),
        bytes,
      ]),
    ),
    genuine('quoted-printable anew', write(issued, { transfer: 'quoted-printable' })),
    genuine('base64', write(issued, { transfer: 'base64' })),
    genuine('8bit', write(issued, { transfer: '8bit' })),
    genuine('spaces at line ends', write(issued, { text: text.replaceAll('\n', '  \n') })),
    genuine(
      'lines broken elsewhere',
      write(issued, { text: text.replace(/(\S)\n {4}(?=\S)/g, '$1 ').replace(/(\S)\n(?=[a-z])/g, '$1 ') }),
    ),
    added('list tag', write(issued, { before: ['List-Id: <soc.northwind.example>'], subject: `[soc] ${subject}` })),
    added('external tag', write(issued, { subject: `[EXTERNAL] ${subject}` })),
    added('resent by hand', write(issued, { subject: `Fwd: ${subject}` })),
    rewritten('HTML dropped', write(issued, { html: null })),
    rewritten('text dropped', write(issued, { text: null })),
    rewritten('quoted', write(issued, { text: text.replace(/^/gm, '> '), html: null })),
    rewritten(
      'address made a link',
      write(issued, {
        html: html.replace('harbor.example/notice', '<a href="http://harbor.example/notice">harbor.example/notice</a>'),
      }),
    ),
    inside('forwarded as an attachment', forward(bytes, '\n')),
    inside('forwarded with a question', forward(bytes, 'Is this real?\n')),
    added(
      'list footer',
      write(issued, {
        before: ['List-Id: <soc.northwind.example>'],
        text: `${text}${FOOTER}`,
        html: html.replace('</body>', '<hr>notices mailing list<br>https://lists.northwind.example/notices</body>'),
      }),
    ),
    added(
      'footer as a part',
      write(issued, { before: ['List-Id: <soc.northwind.example>'], mixed: [{ type: 'text/plain', content: FOOTER }] }),
    ),
    added(
      'gateway banner',
      write(issued, {
        text: `${BANNER}\n\n${text}`,
        html: html.replace(/<body[^>]*>/, (body) => `${body}<p>${BANNER}</p>`),
      }),
    ),
  ];
}

function forward(message: Buffer, words: string): Buffer {
  const head =
    'From: Ines <ines@northwind.example>\nTo: soc@northwind.example\nSubject: is this real?\nDate: Mon, 22 Oct 2001 08:00:00 +0000\nMIME-Version: 1.0\n';
  const inner = Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), message]);
  const body = writeMultipart('mixed', [writeLeaf({ type: 'text/plain', content: words }), inner]);
  return toCrlf(Buffer.concat([Buffer.from(head), body]));
}
