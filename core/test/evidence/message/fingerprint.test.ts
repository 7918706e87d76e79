import { describe, expect, test } from 'vitest';
import { MOST_GROWTH, measureGrowth } from '../../growth.ts';
import { fingerprintOf, read, readResult, readText } from './fictional-message.ts';

const MULTIPART = 'Content-Type: multipart/mixed; boundary="b"\n\n';

describe('the fingerprint', () => {
  test('is the SHA-256 of the canonical JSON of date, addresses, subject, text and attachments', () => {
    const message =
      'From: Ann <Ann@Harbor.example>\nTo: b@x.example, a@x.example, B@x.example\nCc: nobody, c@x.example\n' +
      'Date: Mon, 10 Sep 2001 14:05:00 -0500\nSubject: =?utf-8?q?Gr=C3=BC?=\n =?utf-8?q?=C3=9Fe?=  to   you\n\n two\n\nwords \n';
    expect(read(message).fingerprint).toBe(
      fingerprintOf({
        from: ['ann@harbor.example'],
        to: ['a@x.example', 'b@x.example'],
        cc: ['c@x.example'],
        date: Date.UTC(2001, 8, 10, 19, 5) / 1000,
        subject: 'Grüße to you',
        text: 'two words',
      }),
    );
  });

  test('of an empty message has a null date and the digest of no text', () => {
    expect(read('').fingerprint).toBe(fingerprintOf({}));
    expect(read('\n').fingerprint).toBe(fingerprintOf({}));
  });

  test('joins a subject of several ISO-2022-JP words, each ending in ASCII', () => {
    const word = (codes: string) => `=?ISO-2022-JP?B?${Buffer.from(`\x1b$B${codes}\x1b(B`).toString('base64')}?=`;
    const subject = (text: string) => readResult(`Subject: ${text}\n\n`, true).searchable?.subject;
    expect(subject(`${word('$"')}\n ${word('$$')} ${word('$&')} x`)).toBe('あいう x');
    expect(subject(`${word('$"')} a ${word('$$')}`)).toBe('あ a い');
    expect(subject(`${word('$"')} =?iso-2022-jp?q?=1B(J=5C=1B(B?=`)).toBe('あ¥');
    expect(subject('=?utf-8?b?w6k=?= =?UTF-8?B?w6k=?= =?utf-8?q?=C3=A9?=')).toBe('ééé');
    // What is wrong stays wrong.
    expect(subject('=?iso-2022-jp?q?=1B$B=1B(Ba?=')).toBe('\ufffda');
    // An empty word between them is nothing, and one that does not switch leaves the return to ASCII before it.
    expect(subject(`${word('$"')} =?iso-2022-jp?b??= ${word('$"')}`)).toBe('ああ');
    expect(subject(`${word('$"')} =?iso-2022-jp?q?$$?= ${word('$"')}`)).toBe('あ$$あ');
  });

  test('reads very many of them in linear time', async () => {
    const readWords = (count: number) => {
      const words = '=?iso-2022-jp?q?=1B$B$"=1B(B?= '.repeat(count);
      expect(readResult(`Subject: ${words}\n\n`, true).searchable?.subject).toBe('あ'.repeat(count));
    };
    readWords(100_000);
    expect(await measureGrowth(readWords, 1000)).toBeLessThan(MOST_GROWTH);
  });

  test('does not depend on Message-ID, line endings or unrelated fields', () => {
    const one = read('Message-ID: <1@x.example>\nSubject: s\n\na\nb\n');
    const two = read('X-Other: y\r\nMessage-ID: <2@x.example>\r\nSubject: s\r\n\r\na\r\nb\r\n');
    expect(two.fingerprint).toBe(one.fingerprint);
  });

  test('lists two equal attachments twice', () => {
    const part = '--b\nContent-Type: a/b\n\nsame\n';
    expect(read(`${MULTIPART}${part}${part}--b--\n`).fingerprint).toBe(
      fingerprintOf({ attachments: ['same', 'same'] }),
    );
  });
});

describe('inline text', () => {
  test('is every inline text/plain in document order, joined by one space', () => {
    const message = `${MULTIPART}--b\n\n one \n--b\nContent-Type: text/html\n\n<p>\n--b\nContent-Type: text/plain\n\ntwo\n--b--\n`;
    expect(readText(message)).toBe('one two');
    expect(read(message).fingerprint).toBe(fingerprintOf({ text: 'one two' }));
  });

  test('is the HTML when there is no plain text, even before it', () => {
    expect(
      readText(`${MULTIPART}--b\nContent-Type: text/html\n\n<p>\n--b\nContent-Type: text/html\n\n</p>\n--b--`),
    ).toBe('<p> </p>');
    expect(readText(`${MULTIPART}--b\nContent-Type: text/html\n\n<p>\n--b\n\nplain\n--b--`)).toBe('plain');
  });

  test.each([
    ['a file name', 'Content-Type: text/plain; name="a.txt"'],
    ['a file name in pieces', 'Content-Type: text/plain; name*0="a"; name*1=".txt"'],
    ['an extended file name', "Content-Type: text/plain\nContent-Disposition: inline; filename*=utf-8''a%20b"],
    ['attachment disposition', 'Content-Type: text/plain\nContent-Disposition: ATTACHMENT'],
    ['another text type', 'Content-Type: text/calendar'],
  ])('is an attachment with %s', (_, header) => {
    expect(read(`${header}\n\nx`).fingerprint).toBe(fingerprintOf({ attachments: ['x'] }));
  });

  test.each([
    ['an empty file name', 'Content-Type: text/plain; name=""\nContent-Disposition: inline; filename=""'],
    ['inline disposition', 'Content-Disposition: inline'],
    ['no readable type', 'Content-Type: text'],
    ['an unknown disposition', 'Content-Disposition: form-data'],
  ])('stays inline with %s', (_, header) => {
    expect(read(`${header}\n\nx`).fingerprint).toBe(fingerprintOf({ text: 'x' }));
  });

  test('treats only U+0009–U+000D, U+0020 and U+00A0 as white space', () => {
    const header = 'Content-Type: text/plain; charset=utf-8\n\n';
    expect(readText(`${header}a\t\v\f\r\n \xc2\xa0b\xe2\x80\x83c\x1cd`)).toBe('a b\u2003c\x1cd');
  });
});

describe('a boundary in an RFC 2231 form', () => {
  const parts =
    '--b1\nContent-Type: text/plain\n\nhello\n--b1\nContent-Type: message/rfc822\n\nTo: in@y.example\n\nx\n--b1--\n';
  test.each([
    "boundary*=us-ascii''b1",
    "boundary*=us-ascii'en'%62%31",
    'boundary*0=b; boundary*1=1',
    "boundary*0*=us-ascii''%62; boundary*1=1",
    "boundary=b1; boundary*=us-ascii''other",
  ])('%s separates parts as the plain form does', (parameters) => {
    const message = `Content-Type: multipart/mixed; ${parameters}\n\n${parts}`;
    expect(readText(message)).toBe('hello');
    expect(read(message).addresses.map((use) => use.address)).toEqual(['in@y.example']);
  });

  test('leaves a plain one unchanged', () => {
    for (const boundary of ['%62%31', "us-ascii''b1", '=?utf-8?Q?b1?=']) {
      const message = `Content-Type: multipart/mixed; boundary="${boundary}"\n\n--${boundary}\n\nx\n--b1\n`;
      expect(readText(message)).toBe('x --b1');
    }
  });

  test('is compared by bytes, whatever charset it names', () => {
    const message = "Content-Type: multipart/mixed; boundary*=utf-8''%C3%A9\n\n--\xc3\xa9\n\nx\n";
    expect(readText(message)).toBe('x');
  });
});

describe('charsets', () => {
  const body = (charset: string, bytes: string): string => readText(`Content-Type: text/plain${charset}\n\n${bytes}`);
  test.each([
    ['; charset=iso-8859-1', '\x80\x9f\xe9', '\u20ac\u0178\u00e9'],
    ['; charset=us-ascii', '\x80\x81', '\u20ac\u0081'],
    ['; charset="windows-1252"', '\x93a\x94', '\u201ca\u201d'],
    ['; charset=utf-8', 'a\xffb', 'a\ufffdb'],
    ['; charset=utf-8', '\xef\xbb\xbfa', 'a'],
    ['', '\xef\xbb\xbf\xc3\xa9', 'é'],
    ['', '\xc3\xa9 \x80', 'Ã© €'],
    ['; charset=unknown-8bit', '\xe9', 'é'],
    ['; charset=iso-2022-kr', '\xe9', 'é'],
    ['; charset=koi8-r', '\xc1', 'а'],
    ['; charset=shift_jis', '\x82\xa0', 'あ'],
    ['; charset=iso-2022-jp', '\x1b$B$"\x1b(B', 'あ'],
    ['; charset=shift_jis', '\x82\xa0\x1a\x1c\x7f', 'あ\x1a\x1c\x7f'],
    ['; charset=big5', '\x87\x40\x87\x41', '\u43f0\u4c32'],
    ['; charset=euc-jp', '\xa4\xa2\x8f\xb0\xa1\x8f\xa1!', 'あ丂\ufffd!'],
    ['; charset=iso-2022-jp', '\x1b$(D"/\x1b(B', '\ufffd$(D"/'],
    ['; charset=ks_c_5601-1987', '\xb0\xa1\x81\x41\xc6\x52', '가갂힣'],
    ['; charset=euc-kr', '\x80\xff\xb0!\xa2\xe6\xc9\xa1\xb0', '\ufffd\ufffd\ufffd!€\ufffd\ufffd'],
    ['; charset=utf-16le', '\xff\xfea\0', 'a'],
    ['; charset=utf-16be', '\xfe\xff\0a', 'a'],
    ["; charset*=us-ascii''koi8-r", '\xc1', 'а'],
    ['; charset*0=koi8; charset*1=-r', '\xc1', 'а'],
    ["; charset=koi8-r; charset*=us-ascii''utf-8", '\xc1', 'а'],
  ])('%s reads %j', (charset, bytes, text) => {
    expect(body(charset, bytes)).toBe(text);
  });
});

describe('attachments', () => {
  test('an attached message is one attachment with its raw bytes', () => {
    const inner = 'From: in@y.example\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\nx\n--i--\n';
    const message = `${MULTIPART}--b\nContent-Type: message/rfc822\n\n${inner}\n--b--\n`;
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: [inner] }));
    expect(read(message).addresses).toEqual([{ role: 'attached', address: 'in@y.example', unreadable: null }]);
  });

  test('decodes an attached message in base64 first', () => {
    const inner = 'To: =?utf-8?B?w7w=?= <in@y.example>\n\nx';
    const encoded = Buffer.from(inner).toString('base64');
    const message = `Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n${encoded}\n`;
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: [inner] }));
    expect(read(message).addresses.map((use) => use.address)).toEqual(['in@y.example']);
  });

  test('reads addresses of messages attached to attached messages', () => {
    const inner =
      'To: a@y.example\nContent-Type: multipart/digest; boundary=i\n\n--i\n\nBcc: deep@y.example\n\n--i--\n';
    const message = `Content-Type: message/global\n\n${inner}`;
    expect(read(message).addresses.map((use) => use.address)).toEqual(['a@y.example', 'deep@y.example']);
  });

  test('a multipart/digest part without a readable type is a message', () => {
    const message =
      'Content-Type: multipart/digest; boundary=b\n\n--b\n\nTo: a@y.example\n\n--b\nContent-Type: text/plain\n\nt\n--b--';
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: ['To: a@y.example\n'], text: 't' }));
  });

  test('a multipart whose boundary is missing or never occurs is one leaf', () => {
    expect(read('Content-Type: multipart/mixed\n\n--b\n\nx\n').fingerprint).toBe(
      fingerprintOf({ attachments: ['--b\n\nx\n'] }),
    );
    expect(read('Content-Type: multipart/mixed; boundary=c\n\n--b\n\nx\n').fingerprint).toBe(
      fingerprintOf({ attachments: ['--b\n\nx\n'] }),
    );
    const inner = 'Content-Type: multipart/mixed; boundary=c\n\nnothing\n--cc\nhere';
    expect(read(`${MULTIPART}--b\n${inner}\n--b--\n`).fingerprint).toBe(
      fingerprintOf({ attachments: ['nothing\n--cc\nhere'] }),
    );
  });
});

describe('boundaries', () => {
  test('ignores preamble and epilogue, allows padding, and counts the preceding line end to the boundary', () => {
    const message = `${MULTIPART}pre\r\n--b \t\r\nContent-Type: a/b\r\n\r\nx\r\n\r\n--b--  \r\nepilogue\r\n--b\r\n\r\nno part`;
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: ['x\r\n'] }));
  });

  test('a line that only starts with the boundary is content', () => {
    const message = `${MULTIPART}--b\nContent-Type: a/b\n\n--bb\n--b-\n --b\n--b--x\n--b--`;
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: ['--bb\n--b-\n --b\n--b--x'] }));
  });

  test('an outer boundary ends the inner multipart', () => {
    const message = `${MULTIPART}--b\nContent-Type: multipart/mixed; boundary=i\n\n--i\nContent-Type: a/b\n\nx\n--b\nContent-Type: a/b\n\ny\n--i\nz`;
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: ['x', 'y\n--i\nz'] }));
  });

  test('a boundary ends a part that only has a header', () => {
    const message = `${MULTIPART}--b\nContent-Type: a/b\n--b\n\nx\n--b--`;
    expect(read(message).fingerprint).toBe(fingerprintOf({ attachments: [''], text: 'x' }));
  });
});
