import { type ProjectionRequest, projectMessage } from '@candor/core/review/projection';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

const request: ProjectionRequest = {
  isOwn: (address) => address.endsWith('@northwind.example'),
  isCounsel: (address) => address.endsWith('@counsel.example'),
  draft: false,
  privateMail: false,
  partyKind: 'organization',
  releasedByCounsel: false,
};
const project = (lines: readonly string[], changes: Partial<ProjectionRequest> = {}) => {
  const message = Buffer.from(`From: a@harbor.example\r\n${lines.join('\r\n')}\r\n`);
  const found = projectMessage(createNodeRuntime(), message, { ...request, ...changes });
  return 'because' in found ? `${found.outcome}: ${found.because}` : found.outcome;
};
const mail = (subject: string, text: string) => ['To: jo@northwind.example', `Subject: ${subject}`, '', text];

describe('privilege marks hold a message', () => {
  test.each([
    'Attorney-Client Privileged',
    'ATTORNEY CLIENT communication',
    'solicitor-client matter',
    'This is legally privileged.',
    'Privileged and Confidential',
    'Privileged & Confidential',
    "attorney's work product",
    'Das unterliegt dem Anwaltsgeheimnis.',
    'anwaltlich vertraulich',
    'Soumis au secret professionnel',
    'Confidentiel avocat-client',
    'Amparado por el secreto profesional',
  ])('%s: in the subject and in the text', (mark) => {
    expect(project(mail(mark, 'Hello'))).toBe('held: privilege');
    expect(project(mail('Hello', `Dear Jo,\r\n${mark}\r\nRegards`))).toBe('held: privilege');
    expect(project(mail(mark, mark), { releasedByCounsel: true })).toBe('whole');
  });

  test.each(['a privilege to meet you', 'our client, the attorney general', 'confidential', 'working products'])(
    'everyday words do not: %s',
    (words) => {
      expect(project(mail(words, words))).toBe('whole');
    },
  );
});

test("a sender's footer holds nothing, counsel among the addresses does", () => {
  const footer = mail('Hello', 'Berth 4.\r\nThis mail may be legally privileged.');
  expect(project(footer)).toBe('held: privilege');
  expect(project(footer, { hasOnlyFooterMarks: true })).toBe('whole');
  expect(project(['Cc: kay@counsel.example', ...footer], { hasOnlyFooterMarks: true })).toBe('held: privilege');
  const attached = ['--b', 'Content-Type: message/rfc822', '', 'From: a@harbor.example', ...footer, '--b--'];
  const around = ['To: b@harbor.example', 'Content-Type: multipart/mixed; boundary=b', '', ...attached];
  expect(project(around, { hasOnlyFooterMarks: true })).toBe('held: privilege');
});

test('an unreadable address proves no mailbox of the party', () => {
  for (const to of ['a b@northwind.example', 'jo\u0001@northwind.example', '@northwind.example'])
    expect(project([`To: ${to}`, 'Subject: s', '', 'text'])).toBe('withheld: not-addressed');
  expect(project(['To: undisclosed: jo@northwind.example;', 'Subject: s', '', 'text'])).toBe('whole');
});
