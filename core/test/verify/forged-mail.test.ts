import { checkNotice, type NoticeAnswer } from '@candor/core/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import { toCrlf, writeLeaf, writeMail, writeMultipart } from '../../../corpus/generate/verification/mail.ts';
import { caseNotice } from '../../../corpus/generate/verification/notice.ts';
import { type MadeNotice, type MadeSite, madeNow, makeSite, tools } from './made-site.ts';

// Each is built around a notice of which every issued word is there. None may be called genuine.
const { text, html, date } = caseNotice;
const genuine = writeMail();
const head = (from = 'Harbor Energy Incident Team <notice@harbor.example>', more: readonly string[] = []) =>
  [
    `From: ${from}`,
    'To: security@northwind.example',
    `Subject: ${encode(caseNotice.subject)}`,
    `Date: ${date}`,
    ...more,
    'MIME-Version: 1.0',
    '',
  ].join('\n');
const encode = (words: string) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
const attached = (outer: readonly Buffer[]) =>
  toCrlf(
    Buffer.concat([
      Buffer.from(head('Harbor Help <help@elsewhere.example>')),
      writeMultipart('mixed', [...outer, Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), genuine])]),
    ]),
  );
const leaf = (type: string, content: string) => writeLeaf({ type, content });
const both = () => [leaf('text/plain', text), leaf('text/html', html)];
const whole = (body: Buffer, from?: string, more?: readonly string[]) =>
  toCrlf(Buffer.concat([Buffer.from(head(from, more)), body]));

let site: MadeSite;
beforeAll(async () => {
  site = await makeSite(caseNotice as unknown as MadeNotice);
});
const answer = (bytes: Uint8Array): Promise<NoticeAnswer> =>
  checkNotice(tools, {
    isDomainGiven: true,
    ...{ code: site.code, domain: caseNotice.domain, description: site.description, site: site.access },
    ...{ received: { kind: 'file', bytes }, fingerprints: [site.fingerprint], now: madeNow },
  });

test('control: the notice itself is genuine', async () => {
  expect((await answer(genuine)).kind).toBe('genuine');
  for (const from of [
    '"Harbor Energy Incident Team"\n <notice@harbor.example>',
    'Harbor Energy\n\tIncident Team <notice@harbor.example>',
    'notice@harbor.example',
    '<notice@harbor.example>',
    `${encode('Harbor Energy Incident Team')} <notice@harbor.example>`,
  ])
    expect([from, (await answer(writeMail({ from }))).kind]).toEqual([from, 'genuine']);
  expect((await answer(whole(writeMultipart('alternative', both())))).kind).toBe('genuine');
});

const part = (fields: readonly string[], content: string) => Buffer.from(`${fields.join('\n')}\n\n${content}`);
const forged: readonly (readonly [string, Buffer])[] = [
  [
    'html around an attached notice',
    attached([leaf('text/html', '<p>Confirm at <a href="https://elsewhere.example/login">harbor.example</a></p>')]),
  ],
  [
    'a styled form around an attached notice',
    attached([leaf('text/html', '<form action="https://elsewhere.example"><input></form>')]),
  ],
  ['words around an attached notice', attached([leaf('text/plain', 'Confirm at https://elsewhere.example')])],
  [
    'an address in the name of the sender',
    writeMail({ from: '"Harbor: answer help@elsewhere.example" <notice@harbor.example>' }),
  ],
  [
    'a page in the name of the sender',
    writeMail({ from: '"Harbor (elsewhere.example/login)" <notice@harbor.example>' }),
  ],
  ['a telephone in the name of the sender', writeMail({ from: '"Harbor, call +1 555 0142" <notice@harbor.example>' })],
  ['a name turned by an override', writeMail({ from: `${encode('Harbor \u202eelpmaxe')} <notice@harbor.example>` })],
  ['a group of senders', writeMail({ from: 'Harbor: notice@harbor.example, help@elsewhere.example;' })],
  ['answers to a second address', writeMail({ after: ['Reply-To: answers@harbor.example, help@elsewhere.example'] })],
  [
    'answers by another field',
    writeMail({ after: ['Reply-To: answers@harbor.example', 'Mail-Reply-To: help@elsewhere.example'] }),
  ],
  [
    'follow-ups elsewhere',
    writeMail({ after: ['Reply-To: answers@harbor.example', 'Mail-Followup-To: help@elsewhere.example'] }),
  ],
  [
    'a part with two transfer encodings',
    whole(
      writeMultipart('alternative', [
        part(
          [
            'Content-Type: text/plain; charset=utf-8',
            'Content-Transfer-Encoding: 8bit',
            'Content-Transfer-Encoding: quoted-printable',
          ],
          text,
        ),
        leaf('text/html', html),
      ]),
    ),
  ],
  [
    'a part with two types',
    whole(
      writeMultipart('alternative', [
        leaf('text/plain', text),
        part(['Content-Type: text/html; charset=utf-8', 'Content-Type: text/plain; charset=utf-8'], html),
      ]),
    ),
  ],
  [
    'a part with two character sets',
    whole(
      writeMultipart('alternative', [
        part(['Content-Type: text/plain; charset=utf-8; charset=utf-7'], text),
        leaf('text/html', html),
      ]),
    ),
  ],
  [
    'a message with two types',
    whole(Buffer.concat([Buffer.from('Content-Type: text/html\n'), writeMultipart('alternative', both())])),
  ],
  [
    'a second html inside related',
    whole(
      writeMultipart('mixed', [
        writeMultipart('alternative', both()),
        leaf('text/html', '<p>Confirm your password</p>'),
      ]),
    ),
  ],
  [
    'an html page as attachment',
    writeMail({
      mixed: [
        { type: 'text/html', content: '<p>x</p>', fields: ['Content-Disposition: attachment; filename="notice.html"'] },
      ],
    }),
  ],
  ['an invitation', writeMail({ alternatives: [{ type: 'text/calendar', content: 'BEGIN:VCALENDAR' }] })],
  ['an amp page', writeMail({ alternatives: [{ type: 'text/x-amp-html', content: '<html amp4email></html>' }] })],
  ['enriched text', writeMail({ alternatives: [{ type: 'text/enriched', content: '<bold>Pay</bold>' }] })],
  [
    'a character set that nobody knows',
    whole(
      writeMultipart('alternative', [
        part(['Content-Type: text/plain; charset=x-turned'], text.replace('312', '213')),
        leaf('text/html', html),
      ]),
    ),
  ],
  [
    'two notices attached',
    toCrlf(
      Buffer.concat([
        Buffer.from(head()),
        writeMultipart('mixed', [
          leaf('text/plain', text),
          Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), genuine]),
          Buffer.concat([Buffer.from('Content-Type: message/rfc822\n\n'), genuine]),
        ]),
      ]),
    ),
  ],
  ['words in the subject before a tag', writeMail({ subject: `Pay now: ${caseNotice.subject}` })],
  ['an address as a tag of the subject', writeMail({ subject: `[harbor-help.example] ${caseNotice.subject}` })],
  ['words behind the subject', writeMail({ subject: `${caseNotice.subject} [call us]` })],
];

describe('a mail around all issued words', () => {
  test.each(forged)('%s is not genuine', async (_, bytes) => {
    expect((await answer(bytes)).kind).not.toBe('genuine');
  });
});
