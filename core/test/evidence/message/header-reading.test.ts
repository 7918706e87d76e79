import { describe, expect, test } from 'vitest';
import { read, readResult } from './fictional-message.ts';

describe('Message-ID', () => {
  test.each([
    ['<a@x.example>', 'a@x.example'],
    [' \t<<a@x.example>> ', '<a@x.example'],
    ['(made by hand) <a@x.example> (and > sent) <b@x.example>', 'a@x.example'],
    ['(a > b) <a@x.example>', 'a@x.example'],
    ['a@x.example', 'a@x.example'],
    ['< a >', 'a'],
    ['<a', '<a'],
    ['', null],
    ['<>', null],
    ['\xa0', null],
  ])('reads %j as %j', (value, id) => {
    expect(read(`Message-ID: ${value}\n\n`).messageId).toBe(id);
  });

  test('uses the first field, ignoring letter case, folding, and white space before the colon', () => {
    expect(read('MESSAGE-id :\n <a@x.example>\nMessage-ID: <b@x.example>\n\n').messageId).toBe('a@x.example');
  });

  test('ignores a field after the header', () => {
    expect(read('Subject: s\n\nMessage-ID: <a@x.example>\n').messageId).toBeNull();
  });
});

describe('the header', () => {
  test('continues after a line that is not a field', () => {
    expect(read('From a@x.example Mon Jan  1 00:00:00 2001\nno field\nMessage-ID: <a>\n\n').messageId).toBe('a');
  });

  test('ends at an empty line with either line ending, not at a line of white space', () => {
    expect(read('Subject: s\r\n\nMessage-ID: <a>\n').messageId).toBeNull();
    expect(read('Subject: s\n \nMessage-ID: <a>\n').messageId).toBe('a');
  });

  test('may start with a byte order mark', () => {
    expect(read('\xef\xbb\xbfMessage-ID: <a>\n\n').messageId).toBe('a');
  });

  test('needs no empty line at the end of the message', () => {
    expect(read('Message-ID: <a>').messageId).toBe('a');
  });
});

describe('parents', () => {
  test('are all ids of In-Reply-To and the last of References', () => {
    const message = 'In-Reply-To: <a@x> (was) <b@x>\nReferences: <c@x>\n\t<d@x>\n\n';
    expect(read(message).parents).toEqual(['a@x', 'b@x', 'd@x']);
  });

  test('may lack brackets and are distinct', () => {
    expect(read('In-Reply-To: a@x b@x\nReferences: c@x b@x\n\n').parents).toEqual(['a@x', 'b@x']);
    expect(read('Subject: none\n\n').parents).toEqual([]);
  });
});

describe('bulk', () => {
  test.each(['List-Id: <l.example>', 'List-Post: NO', 'Precedence: Bulk', 'Precedence: list ', 'precedence: junk'])(
    '%s',
    (field) => {
      expect(read(`${field}\n\n`).bulk).toBe(true);
    },
  );

  test.each(['Precedence: first-class', 'Precedence: bulky', 'List-Unsubscribe: <mailto:l@x.example>', 'X: bulk'])(
    'not %s',
    (field) => {
      expect(read(`${field}\n\n`).bulk).toBe(false);
    },
  );
});

describe('labels', () => {
  test('are null without the field', () => {
    expect(read('Subject: s\n\n').labels).toBeNull();
  });

  test('are split at commas outside quotes after decoding encoded words', () => {
    const message = 'X-Gmail-Labels: =?UTF-8?Q?Posteingang,Ge=C3=B6ffnet?=,\n "a, b", Plain  label,,\n\n';
    expect(read(message).labels).toEqual(['Posteingang', 'Geöffnet', 'a, b', 'Plain label']);
  });
});

describe('names', () => {
  test.each<readonly [string, string, readonly string[]]>([
    [
      'each pair of angle brackets',
      'Message-ID: (added by <postmaster@x.example>) <b1>\n',
      ['postmaster@x.example', 'b1'],
    ],
    ['each field', 'Message-ID: <a>\nMessage-Id: <b>\n', ['a', 'b']],
    ['what Google kept of it', 'X-Google-Original-Message-ID: <g>\nMessage-ID: <a>\n', ['a', 'g']],
    ['Google’s alone', 'X-Google-Original-Message-ID: <g>\n', ['g']],
    ['each once', 'Message-ID: <a>\nMessage-ID: <a>\nX-Google-Original-Message-ID: <a>\n', ['a']],
    ['the whole of a field without a pair', 'Message-ID: a b \nMessage-ID: <c>\n', ['a b', 'c']],
    ['without white space at the ends', 'Message-ID: <\ta > < >\n', ['a']],
    ['decoded', 'Message-ID: <=?utf-8?q?=C3=A9=3D?=@x.example>\n', ['é=@x.example']],
    ['a pair inside an encoded word', 'Message-ID: =?utf-8?b?PGE+IDxiPg==?=\n', ['a', 'b']],
    ['folded', 'Message-ID:\r\n <a@x.example>\r\n', ['a@x.example']],
    ['none of other fields', 'Resent-Message-ID: <r>\nX-Message-ID: <x>\n', []],
    ['nothing of nothing', 'Message-ID: <>\nMessage-ID: \n', []],
  ])('are %s', (_, fields, names) => {
    const { messageId, ...reading } = read(`${fields}\n`);
    expect(reading.names).toEqual(names);
    expect(messageId).toBe(
      fields.startsWith('X-') ? (fields.includes('\nMessage') ? names[0] : null) : (names[0] ?? null),
    );
  });

  test('of ten thousand fields are a thousand, and it is said', () => {
    const fields = Array.from({ length: 10_000 }, (_, at) => `Message-ID: <${at}>\n`).join('');
    const { reading, limits } = readResult(`${fields}\n`);
    expect(reading.names.length).toBe(1000);
    expect(limits).toContain('too-many-names');
  });
});

describe('answers', () => {
  test('counts the parents of In-Reply-To, which come first', () => {
    const of = (fields: string) => (({ parents, answers }) => [parents, answers])(read(`${fields}\n`));
    expect(of('References: <r> <s>\nIn-Reply-To: <a> <b> <a>\n')).toEqual([['a', 'b', 's'], 2]);
    expect(of('In-Reply-To: <a>\nReferences: <r> <a>\n')).toEqual([['a'], 1]);
    expect(of('References: <r>\n')).toEqual([['r'], 0]);
  });
});

describe('received', () => {
  test('is the earliest time after a last semicolon, and the latest', () => {
    const top = 'Received: from a (b; c)\n by x; for y; Tue, 11 Sep 2001 08:00:00 +0200\n';
    const next = 'Received: by y; Mon, 10 Sep 2001 08:00:00 +0000\n';
    const [earlier, later] = [Date.UTC(2001, 8, 10, 8) / 1000, Date.UTC(2001, 8, 11, 6) / 1000];
    expect(read(`${top}${next}\n`)).toMatchObject({ received: earlier, lastReceived: later });
    expect(read(`${next}${top}\n`)).toMatchObject({ received: earlier, lastReceived: later });
    expect(read(`Received: by z\n${next}\n`)).toMatchObject({ received: earlier, lastReceived: earlier });
    expect(read('Received: by z\n\n')).toMatchObject({ received: null, lastReceived: null });
  });

  test('0 is not a time', () => {
    expect(read('Received: by x; Thu, 1 Jan 1970 00:00:00 +0000\n\n').received).toBeNull();
  });
});

describe('addresses', () => {
  test('come from every address field, with role, in header order', () => {
    const names = [
      'From',
      'Sender',
      'Reply-To',
      'To',
      'Cc',
      'Bcc',
      'Resent-From',
      'Resent-To',
      'Resent-Cc',
      'Resent-Bcc',
    ];
    const message = `${names.map((name) => `${name}: ${name}@x.example`).join('\n')}\nErrors-To: no@x.example\n\n`;
    expect(read(message).addresses).toEqual(
      names.map((name) => ({ role: name.toLowerCase(), address: `${name}@x.example`, unreadable: null })),
    );
  });

  test("are not read from a part's header", () => {
    expect(read('Content-Type: multipart/mixed; boundary=b\n\n--b\nTo: a@x.example\n\n\n--b--').addresses).toEqual([]);
  });
});

describe('searched text', () => {
  test('contains decoded names and addresses, attachment names and text', () => {
    const message =
      'From: =?iso-8859-1?Q?J=F6rg?= <j@x.example>\nTo: A <a@x.example>\nCc: C@X.example\nSubject: raw \xe9\n' +
      'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nhello\n--b\n' +
      'Content-Type: a/b; name="=?utf-8?Q?=C3=A4.bin?="\n\nx\n--b--';
    expect(readResult(message, true).searchable).toEqual({
      subject: 'raw é',
      text: 'hello',
      from: ' Jörg <j@x.example>',
      to: ' A <a@x.example>',
      cc: ' C@X.example',
      fromAddresses: ['j@x.example'],
      toAndCcAddresses: ['a@x.example', 'c@x.example'],
      attachmentNames: ['ä.bin'],
      attachmentTexts: [],
    });
    expect(readResult(message).searchable).toBeNull();
  });
});
