import { findQuoted, isQuotationOf, listSentences } from '@candor/core/review/quoted';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';
import { MOST_GROWTH, measureGrowth } from '../../growth.ts';

const runtime = createNodeRuntime();
const mail = (lines: readonly string[], type = 'text/plain; charset=utf-8'): Uint8Array =>
  Buffer.from(
    ['From: al@harbor.example', 'To: bo@harbor.example', `Content-Type: ${type}`, '', ...lines, ''].join('\r\n'),
  );
const blocksOf = (lines: readonly string[], type?: string) =>
  findQuoted(runtime, mail(lines, type)).map(({ block }) => block);
const LETTER = ['The north berth is closed until Friday. Please send the readings', 'to me before that.', '', 'Jo'];
const original = listSentences(runtime, mail(LETTER));
const isCut = (lines: readonly string[], isAnswered = false): boolean =>
  findQuoted(runtime, mail(lines)).some(({ sentences }) => isQuotationOf(sentences, original, isAnswered));

describe('start and end of an earlier message', () => {
  test('a header block names it, in four languages', () => {
    for (const [from, sent, to, subject] of [
      ['From', 'Sent', 'To', 'Subject'],
      ['Von', 'Gesendet', 'An', 'Betreff'],
      ['De', 'Envoyé', 'À', 'Objet'],
      ['De', 'Enviado el', 'Para', 'Asunto'],
    ]) {
      const [block] = blocksOf([
        'See below.',
        '-----Original Message-----',
        `${from}: Jo Berg [mailto:Jo@northwind.example]`,
        `${sent}: Monday, 10 September 2001 14:05`,
        `${to}: Al; Bo <bo@harbor.example>;`,
        '  sam@rival.example',
        `${subject}: Berth`,
        '',
        ...LETTER,
      ]);
      expect(block).toMatchObject({ from: ['jo@northwind.example'], subject: 'Berth', content: LETTER });
      expect(block?.to).toEqual(['bo@harbor.example', 'sam@rival.example']);
    }
  });

  test('an attribution starts it before marked lines, on one line or two', () => {
    const quoted = LETTER.map((line) => `> ${line}`);
    for (const head of [
      ['On Mon, 10 Sep 2001, Jo Berg <jo@northwind.example> wrote:'],
      ['Am 10.09.2001 um 14:05 schrieb Jo Berg', '<jo@northwind.example>:'],
    ])
      expect(blocksOf(['Yes.', '', ...head, '', ...quoted, '', 'Al'])).toMatchObject([
        { from: ['jo@northwind.example'], head, content: LETTER },
      ]);
  });

  test('words between marked lines are not part of it, and each message of a thread is its own block', () => {
    const [first, second, ...rest] = blocksOf([
      'On Monday Jo <jo@northwind.example> wrote:',
      '> One line.',
      'Nonsense, do not tell them.',
      '> Another line.',
      '> On Sunday Al <al@harbor.example> wrote:',
      '>> What do they want?',
    ]);
    expect(first).toMatchObject({ from: ['jo@northwind.example'], content: ['One line.', '', 'Another line.'] });
    expect(second).toMatchObject({ from: ['al@harbor.example'], content: ['What do they want?'] });
    expect(rest).toEqual([]);
    expect(JSON.stringify(first)).not.toContain('Nonsense');
  });

  test('omits a blind recipient in a quoted header', () => {
    const [block] = blocksOf([
      'From: jo@northwind.example',
      'Bcc: sam@rival.example',
      'To: al@harbor.example',
      '',
      'x',
    ]);
    expect(JSON.stringify(block)).not.toContain('rival');
  });

  test('reads HTML by lines and marks its quotations', () => {
    const html = [
      '<style>From: no@one.example</style><p>Al&nbsp;here</p>',
      '<div>On Monday Jo &lt;jo@northwind.example&gt; wrote:</div><blockquote><p>The berth &amp; quay.</p></blockquote>tail',
    ];
    expect(blocksOf(html, 'text/html')).toMatchObject([
      { from: ['jo@northwind.example'], content: ['The berth & quay.'] },
    ]);
  });

  test.each([
    ['a colon without an address', ['He wrote:', '> text']],
    ['an address without marked lines', ['Write to jo@northwind.example:', 'text']],
    ['one label alone', ['From: jo@northwind.example', 'text']],
    ['a label that is none', ['Frome: jo@northwind.example', 'To: al@harbor.example', '', 'text']],
  ])('%s is not a quotation', (_, lines) => {
    expect(blocksOf(lines)).toEqual([]);
  });

  test('takes linear time for any text', async () => {
    for (const piece of ['> ', 'From: a@b.example\n', '<', 'a@b.example:\n', '<blockquote>', '&', '- ', '@']) {
      const type = piece.startsWith('<') ? 'text/html' : 'text/plain';
      const find = (length: number) => findQuoted(runtime, mail([piece.repeat(length / piece.length)], type));
      expect(await measureGrowth(find, 10_000), piece).toBeLessThan(MOST_GROWTH);
    }
  });
});

describe('the cut is certain', () => {
  const head = ['From: jo@northwind.example', 'Sent: Monday', 'To: al@harbor.example', ''];

  test('when the block matches the original, however it is wrapped', () => {
    expect(isCut(['fyi', ...head, ...LETTER])).toBe(true);
    expect(
      isCut([...head, 'The north berth is closed', 'until Friday. Please send the readings to me before that.']),
    ).toBe(true);
    expect(isCut(['On Monday jo@northwind.example wrote:', ...LETTER.map((line) => `> ${line}`)])).toBe(true);
  });

  test('when it contains the whole original and unmarked text follows', () => {
    expect(isCut([...head, ...LETTER, '', 'Harbor Energy. Confidential.'])).toBe(true);
  });

  test('not when the organization wrote between its lines, changed a word, or left too little to identify it', () => {
    expect(isCut([...head, 'The north berth is closed until Friday. They lie.'])).toBe(false);
    expect(isCut([...head, 'The south berth is closed until Friday.'])).toBe(false);
    expect(isCut([...head, 'Jo'])).toBe(false);
    expect(isCut([...head])).toBe(false);
    expect(
      isCut([...head, 'Please send the readings to me before that. The north berth is closed until Friday.']),
    ).toBe(false);
  });

  test('few words are enough when the message replies to the original', () => {
    expect(isCut([...head, 'Jo'], true)).toBe(true);
    expect(isCut([...head], true)).toBe(false);
  });
});
