import { composeProbe } from '@candor/core/notice/gate';
import { composeMail } from '@candor/core/notice/message';
import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import type { Disclosure } from '../../../src/notice/disclosure.ts';
import { verifyProbe } from '../../../src/notice/gate/verify-probe.ts';

const AT = 1_003_000_000;
const runtime = createNodeRuntime();
const from = { name: 'Harbor Energy Incident Team', address: 'notice@harbor.example' };
const reply = 'answers@harbor.example';
const to = 'gate@check.example';
const composed = composeProbe({
  organization: 'Harbor Énergie & Co',
  page: 'harbor.example/notice',
  domain: 'harbor.example',
  fingerprint: 'aaaa-bbbb',
  telephone: 'the number on our web site',
  mark: 'gate0123',
});
const sent = { ...composed, envelopeSender: 'b@harbor.example', messageId: '<gate0123@harbor.example>', to, date: AT };
const notice = { from, reply } as unknown as Disclosure['notice'];

function arrive(change: (mail: string) => string): Uint8Array {
  const mail = composeMail(
    { ...composed, language: 'en', from, replyTo: reply, to, date: AT, messageId: sent.messageId },
    null,
    runtime,
  );
  const trace = 'Received: from relay by mx; Sat, 13 Oct 2001 19:06:40 +0000\r\n';
  return new TextEncoder().encode(trace + change(new TextDecoder().decode(mail)));
}

const judge = async (change: (mail: string) => string) =>
  (await verifyProbe({ notice }, { sent }, arrive(change), runtime)).map(
    ({ weight, code, text }) => `${weight} ${code}: ${text}`,
  );

test('says nothing of a probe that arrives as it was sent', async () => {
  expect(await judge((mail) => mail)).toEqual([]);
});

test('names a tag that the way out puts before the subject, and warns', async () => {
  const [finding, ...more] = await judge((mail) => mail.replace('Subject: ', 'Subject: [EXTERNAL] '));
  expect(more).toEqual([]);
  expect(finding).toMatch(/^warns gate-not-genuine: .* "added", .*a tag before the subject: "\[EXTERNAL\]"/);
});

test('names an unknown field that the way out adds, and warns', async () => {
  const [finding] = await judge((mail) => mail.replace('MIME-Version:', 'Disclaimer: confidential\r\nMIME-Version:'));
  expect(finding).toMatch(/^warns gate-not-genuine: .*"rewritten", .*disclaimer: confidential/);
});

test('refuses changed words, and names them', async () => {
  const [finding] = await judge((mail) => mail.replaceAll('harbor.example/notice', 'harbor.example/notlce'));
  expect(finding).toMatch(/^refuses gate-not-genuine: .* "changed", .*"harbor\.example\/notlce"/);
});

test('refuses another sender name', async () => {
  const [finding] = await judge((mail) => mail.replace('Harbor Energy Incident Team', 'Harbor Energy'));
  expect(finding).toMatch(/^refuses gate-not-genuine: .*sender/);
});
