import { type ProjectionRequest, projectMessage } from '@candor/core/review/projection';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../../lab/src/adapters/process/runtime.ts';

const request: ProjectionRequest = {
  isOwn: (address) => address.endsWith('@northwind.example'),
  isCounsel: () => false,
  draft: false,
  privateMail: false,
  partyKind: 'organization',
  releasedByCounsel: false,
};
const mail = 'From: a@harbor.example\rTo: jo@northwind.example\rBcc: secret@partner.test\r\rHello\r';
const project = (message: string) => {
  const found = projectMessage(createNodeRuntime(), Buffer.from(message), request);
  return 'because' in found ? `${found.outcome}: ${found.because}` : found.outcome;
};

test('a message with bare CR line endings is held: its fields cannot be separated', () => {
  expect(project(mail)).toBe('held: unreadable');
  expect(project(mail.replaceAll('\r', '\r\n'))).toBe('whole');
});

test('also when such a message is attached', () => {
  const around = `From: a@harbor.example\r\nTo: ops@harbor.example\r\nContent-Type: message/rfc822\r\n\r\n${mail}`;
  expect(project(around)).toBe('held: unreadable');
  expect(project(around.replace('To: ops@harbor', 'To: jo@northwind'))).toBe('held: unreadable');
});
