import { type Case, type Received, swap, swapBoth, write } from './received.ts';

const SAFE = 'This notice asks for no password and no payment.';
const FIGURE = /\d+ must be presumed copied/;
const attachment = (type: string, name: string, content: string) => ({
  type,
  content,
  fields: [`Content-Disposition: attachment; filename="${name}"`],
});

/** Forgeries of a real notice: 32 of its words and form; what became of others is added by whoever has those. */
export function listForged(issued: Received): readonly Case[] {
  const { text, html, subject } = issued;
  const inText = (name: string, from: string | RegExp, to: string): Case => ({
    name,
    bytes: write(issued, swapBoth(issued, from, to)),
    answers: ['changed'],
  });
  const inHtml = (name: string, from: string | RegExp, to: string): Case => ({
    name,
    bytes: write(issued, { html: swap(html, from, to) }),
    answers: ['changed'],
  });
  const made = (name: string, change: Parameters<typeof write>[1], ...answers: readonly string[]): Case => ({
    name,
    bytes: write(issued, change),
    answers: answers.length === 0 ? ['changed'] : answers,
  });
  return [
    inText('changed figure', FIGURE, '1 must be presumed copied'),
    inText('figure with a space', FIGURE, '1 3 must be presumed copied'),
    inText('figure with an invisible character', FIGURE, '1\u200b3 must be presumed copied'),
    inText('changed page', 'harbor.example/notice', 'harbor-notice.example/check'),
    inText('look-alike page', 'harbor.example/notice', 'harb0r.example/notice'),
    inText('Cyrillic page', 'harbor.example/notice', 'h\u0430rbor.example/notice'),
    inText('changed key', /key=[0-9a-f]{4}/, 'key=0000'),
    inText('changed telephone', 'the number on our web site', '+1 555 0142'),
    inText('warning removed', SAFE, ''),
    inText('warning turned', 'no password and no payment', 'your password'),
    inText('added instruction', SAFE, `Confirm your mailbox password today. ${SAFE}`),
    inText('changed words', 'under any name', 'but rarely does'),
    inText('turned by an override', FIGURE, '\u202e31\u202c must be presumed copied'),
    made('figure in the text alone', { text: swap(text, FIGURE, '1 must be presumed copied') }),
    inHtml('figure in the HTML alone', FIGURE, '1 must be presumed copied'),
    inHtml('HTML: words replaced', 'no password and no payment', 'your password'),
    inHtml(
      'HTML: link under the page',
      'harbor.example/notice',
      '<a href="https://harbor-notice.example/login">harbor.example/notice</a>',
    ),
    inHtml('HTML: script', '</body>', '<script>location="https://harbor-notice.example"</script></body>'),
    inHtml('HTML: counting picture', '</body>', '<img src="https://count.example/1.gif"></body>'),
    inHtml(
      'HTML: form',
      '</body>',
      '<form action="https://harbor-notice.example"><input name="password"></form></body>',
    ),
    inHtml('HTML: figure hidden by a style', '</head>', '<style>li:first-child { font-size: 0 }</style></head>'),
    made('re-encoded with another figure', {
      ...swapBoth(issued, FIGURE, '1 must be presumed copied'),
      transfer: 'base64',
    }),
    made(
      'a letter around the code',
      {
        text: `Your mailbox is suspended. Open https://login.harbor-support.example and enter ${issued.code}.\n`,
        html: null,
      },
      'not-the-notice',
    ),
    made(
      'a sentence before it',
      { text: `Harbor has moved its check to harbor-notice.example.\n\n${text}`, html: null },
      'added',
      'changed',
    ),
    made('changed subject', { subject: swap(subject, /\d+/, '9000') }),
    made('sent again as if new', { date: 'Thu, 01 Nov 2029 09:12:00 +0000' }),
    made('look-alike sender', { from: 'Harbor Energy Incident Team <notice@harb0r.example>' }),
    made('sender in another alphabet', { from: 'Harbor Energy <notice@xn--hrbor-4ve.example>' }),
    made('the name alone is ours', { from: '"notice@harbor.example" <team@mail.invalid>' }),
    made('answers elsewhere', { after: ['Reply-To: harbor-answers@mail.invalid'] }),
    made('an attachment', { mixed: [attachment('application/pdf', 'list.pdf', '%PDF-1.4 none of ours')] }),
    made('a third alternative', { alternatives: [{ type: 'text/html', content: '<p>Your mailbox closes.</p>' }] }),
    made('a second subject', { before: ['Subject: Your invoice'] }),
  ];
}

/** Codes that are not this notice's, domains that are not this reader's. */
export function listReplayed(issued: Received, other: Received): readonly Case[] {
  return [
    { name: "another company's domain", bytes: issued.bytes, domain: 'ternbank.example', answers: ['other-domain'] },
    {
      name: 'replayed to another company',
      bytes: write(issued, swapBoth(issued, 'Northwind Power', 'Tern Bank')),
      domain: 'ternbank.example',
      answers: ['other-domain'],
    },
    {
      name: "another company's code in this text",
      bytes: write(issued, swapBoth(issued, issued.code, other.code)),
      code: other.code,
      answers: ['other-domain'],
    },
    {
      name: "another company's notice under its own code",
      bytes: other.bytes,
      code: issued.code,
      answers: ['changed'],
    },
    {
      name: 'an invented code',
      bytes: write(issued, swapBoth(issued, issued.code, '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U')),
      code: '0548-ZNRY-CPPF-8ET2-H78H-GQX6-XR-U',
      answers: ['unknown'],
    },
  ];
}
