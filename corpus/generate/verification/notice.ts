/** The one notice from which every case is made, with everything that a check of it needs to know. */
export interface CaseNotice {
  readonly code: string;
  readonly domain: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly replyTo: string;
  readonly date: string;
  readonly issued: string;
}

type Block =
  | { readonly tag: 'h1' | 'h2' | 'p'; readonly text: string }
  | { readonly tag: 'ol' | 'ul'; readonly items: readonly (readonly [text: string, ...literals: string[]])[] };

const LINE = 72;
const CODE = '0B61-AQN7-Y4X4-736P-3XMB-3YR4-9P-H';

const PAGE =
  "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:640px";
const STYLES = { h1: 'font-size:20px;margin:0 0 16px', h2: 'font-size:17px;margin:24px 0 8px', p: 'margin:0 0 12px' };
/** How each paragraph of the HTML begins. */
export const PARAGRAPH = `<p style="${STYLES.p}">`;

const BLOCKS: readonly Block[] = [
  { tag: 'h1', text: 'To the security team of Northwind (northwind.example)' },
  { tag: 'p', text: 'This adds to our notice of 17 October 2001 and replaces it.' },
  {
    tag: 'p',
    text: 'An intruder had access to mailboxes of our staff – at most from 10 September 2001 to 14 October 2001.',
  },
  { tag: 'p', text: '882 emails between your organization and ours are concerned, in 4 of our mailboxes:' },
  {
    tag: 'ul',
    items: [
      ['312 opened or copied by the intruder’s client (before: 300)'],
      ['540 must be taken as copied'],
      ['21 cannot be ruled out'],
      ['9 of which our log cannot tell'],
    ],
  },
  { tag: 'h2', text: 'Do now' },
  {
    tag: 'ol',
    items: [
      ['Change the passwords and keys that stand in emails between us; 37 messages hold some. Do not wait for a list.'],
      [
        'Warn the 18 of your staff whose mail is concerned: the intruder can write mail that quotes it, under any name.',
      ],
    ],
  },
  { tag: 'h2', text: 'Check this notice without clicking anything' },
  {
    tag: 'ul',
    items: [
      ['Type harbor.example/notice into your browser, then your domain and this code:', CODE],
      [
        'Ask DNS; the answer must show the key in the second line:',
        'dig TXT _candor.harbor.example',
        'key=f3a1-77c0-2be4-91d8-05aa-6c1e-d7b2-4f90',
      ],
      ['Call the number on our web site and read out the code.'],
    ],
  },
  { tag: 'p', text: 'This notice asks for no password, no payment and no click.' },
  { tag: 'h2', text: 'What we do not know' },
  { tag: 'p', text: 'The logs of 2 mailboxes have gaps. Of 9 messages we cannot say whether they were taken.' },
  { tag: 'p', text: 'Next update: 28 October 2001, even if nothing changes.' },
];

export const caseNotice: CaseNotice = {
  code: CODE,
  domain: 'northwind.example',
  subject: 'Supplement: Your emails with Harbor Energy were stolen (852 messages, 10 Sep 2001 – 14 Oct 2001)',
  text: toText(BLOCKS),
  html: toHtml(BLOCKS),
  from: { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' },
  replyTo: 'answers@harbor.example',
  date: 'Sun, 21 Oct 2001 09:12:00 +0000',
  issued: '2001-10-21T09:12:00Z',
};

function toText(blocks: readonly Block[]): string {
  let text = '';
  for (const [at, block] of blocks.entries()) {
    if (at > 0 && blocks[at - 1]?.tag !== 'h2') text += '\n';
    if (!('items' in block)) {
      text += wrap(block.text, '', '');
      continue;
    }
    for (const [number, [item, ...literals]] of block.items.entries()) {
      const marker = (block.tag === 'ol' ? `${number + 1}. ` : '- ').padStart(4);
      text += wrap(item, marker, '    ') + literals.map((literal) => `    ${literal}\n`).join('');
    }
  }
  return text;
}

function wrap(text: string, first: string, others: string): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    const isFull = line.trim() !== '' && line.length + word.length + 1 > LINE;
    if (isFull) {
      lines.push(line.trimEnd());
      line = others;
    }
    line += `${word} `;
  }
  return `${[...lines, line.trimEnd()].join('\n')}\n`;
}

function toHtml(blocks: readonly Block[]): string {
  const body = blocks.map((block) => {
    if (!('items' in block))
      return `<${block.tag} style="${STYLES[block.tag]}">${escapeHtml(block.text)}</${block.tag}>\n`;
    return block.items
      .map(([item, ...literals], at) => {
        const mark = block.tag === 'ol' ? `${at + 1}.` : '-';
        const below = literals.map((literal) => `<br>\n<code>${escapeHtml(literal)}</code>`).join('');
        return `<p style="${STYLES.p}">${mark} ${escapeHtml(item)}${below}</p>\n`;
      })
      .join('');
  });
  return `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Supplement</title>\n</head>\n<body>\n<div lang="en" style="${PAGE}">\n${body.join('')}</div>\n</body>\n</html>\n`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
