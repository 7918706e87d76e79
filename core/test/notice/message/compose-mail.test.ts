import { Refusal } from '@candor/core/base';
import { createMessageReader } from '@candor/core/evidence/message';
import { composeMail, type MailContent } from '@candor/core/notice/message';
import { composeNotice, LANGUAGES } from '@candor/core/notice/text';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';
import { at, toFacts } from '../text/fictional-facts.ts';

const runtime = createNodeRuntime();
const read = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function toContent(parts: Partial<MailContent> = {}): MailContent {
  const language = parts.language ?? 'fr';
  return {
    ...composeNotice(toFacts({ language })),
    language,
    from: { name: 'Équipe Harbor', address: 'notice@harbor.example' },
    replyTo: 'answers@harbor.example',
    to: 'security@northwind.example',
    date: at(2001, 10, 10, 9, 5),
    messageId: '<abcdefghijklmnopqrstuvwxyz@harbor.example>',
    ...parts,
  };
}
const compose = (parts: Partial<MailContent> = {}): string => read(composeMail(toContent(parts), null, runtime));
const readHeader = (mail: string): string => mail.slice(0, mail.indexOf('\r\n\r\n') + 2);
const isRefused = (parts: Partial<MailContent>): boolean => {
  try {
    compose(parts);
    return false;
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'mail-address-refused') return true;
    throw cause;
  }
};

describe('bytes of a mail', () => {
  test('keep the no-break spaces of a subject, which the record has', async () => {
    const subject = 'Des e-mails (1\u00a0234\u202f567 messages)';
    expect((await PostalMime.parse(compose({ subject }))).subject).toBe(subject);
    expect((await PostalMime.parse(compose({ subject: `a\u00a0b\u202ec` }))).subject).toBe('a b c');
  });

  test('are the same for the same content', () => {
    expect(compose()).toBe(compose());
  });

  test('two independent readers find the original content', async () => {
    for (const language of LANGUAGES) {
      const content = toContent({ language });
      const bytes = composeMail(content, null, runtime);
      const mail = await PostalMime.parse(bytes);
      expect(mail.subject).toBe(content.subject);
      expect(mail.from).toEqual(content.from);
      expect(mail.to).toEqual([{ address: content.to, name: '' }]);
      expect(mail.replyTo).toEqual([{ address: content.replyTo, name: '' }]);
      expect(mail.messageId).toBe(content.messageId);
      expect(mail.date).toBe('2001-10-10T09:05:00.000Z');
      // It puts a line end of its own behind each part.
      expect(mail.text?.trimEnd()).toBe(content.text.trimEnd());
      expect(mail.html?.trimEnd()).toBe(content.html.trimEnd());
      expect(mail.attachments).toEqual([]);

      const ours = createMessageReader(runtime, { keepText: true }).end(bytes);
      expect(ours.limits).toEqual([]);
      expect(ours.reading.date).toBe(content.date);
      expect(ours.reading.addresses.map(({ role, address }) => `${role} ${address}`).sort()).toEqual([
        'from notice@harbor.example',
        'reply-to answers@harbor.example',
        'to security@northwind.example',
      ]);
    }
  });

  test('declare automatic generation and the language', () => {
    expect(readHeader(compose())).toContain('\r\nAuto-Submitted: auto-generated\r\nContent-Language: fr\r\n');
  });

  test('are ASCII in lines of at most 76 characters, only with CRLF', () => {
    for (const language of LANGUAGES) {
      const mail = compose({ language });
      expect(mail).toMatch(/^[\x20-\x7E\r\n]*$/);
      expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of mail.split('\r\n')) expect(line.length, line).toBeLessThanOrEqual(76);
    }
  });

  test('keep the longest address within 998 characters per line', () => {
    const to = `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(57)}.example`;
    const longest = Math.max(
      ...compose({ to })
        .split('\r\n')
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(998);
  });

  test('no text can end a part', () => {
    const hostile = '--=_candor--\r\n\r\n--=_candor\r\nContent-Type: text/html\r\n\r\n<b>other</b>';
    const mail = compose({ text: hostile, html: hostile });
    expect(mail.match(/^--=_candor/gm)).toHaveLength(3);
  });
});

describe('foreign text in the header', () => {
  test('a subject or name cannot add a field', () => {
    const names = compose()
      .match(/^[A-Za-z-]+(?=:)/gm)
      ?.slice(0, 10);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const header = readHeader(compose({ subject: text, from: { name: text, address: 'notice@harbor.example' } }));
        expect(header.match(/^[A-Za-z-]+(?=:)/gm)).toEqual(names);
        for (const line of header.trimEnd().split('\r\n')) expect(line).toMatch(/^(?:[A-Za-z-]+:|[ \t]).{0,75}/);
      }),
    );
    for (const text of [
      'x\r\nBcc: all@evil.example',
      'x\nBcc: y',
      'x\rBcc: y',
      'x\u2028Bcc: y',
      '"\\',
      '=?UTF-8?Q?x?=',
      '',
    ])
      expect(compose({ subject: text, from: { name: text, address: 'notice@harbor.example' } })).not.toMatch(/^Bcc/m);
  });

  test('text that looks like an encoded word is not read as one', async () => {
    const subject = '=?UTF-8?Q?Bcc=0A?=';
    const name = '"; <x@evil.example>, "';
    const mail = await PostalMime.parse(compose({ subject, from: { name, address: 'notice@harbor.example' } }));
    expect(mail.subject).toBe(subject);
    expect(mail.from?.address).toBe('notice@harbor.example');
  });

  test('drops direction and invisible characters from names and subjects', async () => {
    const text = '\u202Eytiruces\u202C \u200BHarbor';
    const mail = await PostalMime.parse(
      compose({ subject: text, from: { name: text, address: 'notice@harbor.example' } }),
    );
    expect(mail.subject).toBe('ytiruces Harbor');
    expect(mail.from?.name).toBe('ytiruces Harbor');
  });

  test('long subjects and names come back whole, wherever they are folded', async () => {
    for (const text of ['ü'.repeat(110), `${'a'.repeat(60)} ${'日本'.repeat(20)}`, '🙂 '.repeat(19).trim()]) {
      const mail = await PostalMime.parse(
        compose({ subject: text, from: { name: text, address: 'notice@harbor.example' } }),
      );
      expect(mail.subject).toBe(text);
      expect(mail.from?.name).toBe(text);
    }
  });
});

describe('recipient addresses', () => {
  const locals = [
    ...[
      '"quoted"',
      '"a b"',
      '"a@evil.example"',
      '"\\"',
      'a b',
      'a,b',
      'a;b',
      'a:b',
      '<a',
      'a>',
      '(a)',
      'a(b)',
      'a\\b',
      '[a]',
    ],
    ...[
      'a\r\nRCPT TO:<x@evil.example>',
      'a\nb',
      'a\rb',
      'a\0b',
      'a\tb',
      '.a',
      'a.',
      'a..b',
      '',
      '@',
      'a@b',
      'ä',
      'а',
      '\u202Ea',
    ],
    ...[
      'a%evil.example',
      'evil.example!a',
      '@evil.example:a',
      'a'.repeat(65),
      `${'a.'.repeat(40)}a`,
      'a\u00ADb',
      'a\u200Bb',
    ],
  ];
  const domains = [
    ...['', 'localhost', '[192.0.2.1]', '[IPv6:2001:db8::1]', '192.0.2.1', 'a_b.example', '-a.example', 'a-.example'],
    ...[
      'a..example',
      '.example',
      'example.',
      'a b.example',
      'a.example>',
      'a.example, b@evil.example',
      'a.example\r\nX: y',
    ],
    ...[
      'a.example\n',
      'a.example;',
      'a.example(c)',
      '"a".example',
      'a.example:25',
      'a/b.example',
      'a%.example',
      'A.EXAMPLE',
    ],
    ...[
      'müller.example',
      'аpple.example',
      'ｅxample.test',
      'a\u3002example',
      `${'a'.repeat(64)}.example`,
      `${'a.'.repeat(130)}example`,
    ],
    'a'.repeat(4000),
  ];
  const shapes = ['', ' ', '<', '"Name" <', 'x@evil.example, ', 'mailto:', 'x@evil.example\r\nBcc: '];
  const hostile = [
    ...locals.map((local) => `${local}@northwind.example`),
    ...domains.map((domain) => `security@${domain}`),
    ...locals.flatMap((local) => domains.slice(0, 7).map((domain) => `${local}@${domain}`)),
    ...shapes.slice(1).map((shape) => `${shape}security@northwind.example`),
  ];

  test('300 hostile forms are refused as recipient, sender and reply address', () => {
    expect(new Set(hostile).size).toBeGreaterThanOrEqual(300);
    expect(hostile.filter((to) => !isRefused({ to }))).toEqual([]);
    expect(hostile.filter((replyTo) => !isRefused({ replyTo }))).toEqual([]);
    expect(hostile.filter((address) => !isRefused({ from: { name: 'x', address } }))).toEqual([]);
  });

  test('plain ones of every kind are accepted and read back as exactly one recipient', async () => {
    for (const to of ['a@b.example', "o'neil+tag@x.example", 'a_b-c.d=e@xn--mller-kva.example', 'x@a.b.c.d.example']) {
      const mail = await PostalMime.parse(compose({ to }));
      expect(mail.to).toEqual([{ address: to, name: '' }]);
    }
  });
});

test('an invalid Message-ID is a fault of the caller', () => {
  for (const messageId of ['abc@harbor.example', '<a@b>\r\nX: y', '<a b@c>', '<>', ''])
    expect(() => compose({ messageId })).toThrow('Message-ID');
});
