import { type ReasonCode, toVerdict } from '@candor/core/exposure/verdict';
import { describeMessage } from '@candor/core/review/described';
import { OUTSIDE_SENTENCES } from '@candor/core/review/outside';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../../lab/src/adapters/process/runtime.ts';

const runtime = createNodeRuntime();
const own = (address: string): boolean => address === 'jo@northwind.example';
const read = (text: string) => describeMessage(runtime, new TextEncoder().encode(text.replaceAll('\n', '\r\n')), own);

describe('the index entry of a message', () => {
  test('has its decoded header', () => {
    const described = read(
      'From: Jo <jo@northwind.example>\nTo: a@harbor.example, a@harbor.example\nCc: b@harbor.example\nDate: Mon, 10 Sep 2001 14:05:00 +0200\nSubject: =?utf-8?q?K=C3=A4se?=\n\nx\n',
    );
    expect(described).toEqual({
      subject: 'Käse',
      date: '2001-09-10T12:05:00Z',
      from: ['jo@northwind.example'],
      to: ['a@harbor.example'],
      cc: ['b@harbor.example'],
      direction: 'sent',
      attachments: [],
    });
  });

  test.each([
    ['From: jo@northwind.example\nTo: a@harbor.example', 'sent'],
    ['From: a@harbor.example\nTo: jo@northwind.example', 'received'],
    ['From: jo@northwind.example\nTo: jo@northwind.example', 'both'],
    ['From: a@harbor.example\nTo: b@harbor.example\nBcc: jo@northwind.example', 'copied'],
    ['From: a@harbor.example\nResent-To: jo@northwind.example', 'received'],
  ])('%s is %s', (head, direction) => {
    expect(read(`${head}\n\nx\n`).direction).toBe(direction);
  });

  test.each([
    ['%PDF-1.4', 'application/pdf'],
    ['PK\u0003\u0004', 'application/zip'],
    ['MZ\u0090', 'application/x-msdownload'],
    ['{\\rtf1', 'application/rtf'],
    ['<!DOCTYPE html><p>', 'text/html'],
    ['<svg onload=x>', 'text/html'],
    ['plain words', 'text/plain'],
    ['\u0000\u0001', 'application/octet-stream'],
  ])('an attachment that starts with %j is %s, whatever the sender says', (content, type) => {
    const mail = `From: a@harbor.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png; name="cat.png"\nContent-Disposition: attachment; filename="cat.png"\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content, 'latin1').toString('base64')}\n--b--\n`;
    expect(read(mail).attachments).toEqual([
      { name: 'cat.png', type, size: content.length, digest: runtime.sha256Hex(Buffer.from(content, 'latin1')) },
    ]);
  });

  test('shortens lists and subjects without splitting a character', () => {
    const to = Array.from({ length: 300 }, (_, at) => `u${at}@harbor.example`).join(',\n ');
    const described = read(
      `From: a@harbor.example\nTo: ${to}\nSubject: =?utf-8?b?${Buffer.from('😀'.repeat(9)).toString('base64')}?= ${'s'.repeat(900)}\n\nx\n`,
    );
    expect(described.to.length).toBe(200);
    expect([...described.subject].length).toBeLessThanOrEqual(500);
    expect(described.subject).toMatch(/^😀{9}/u);
  });
});

test('reasons for outsiders name no record, rule, address or policy', () => {
  const policy = { sync: 'mailbox', gaps: 'presumed', tell: 'undetermined' } as const;
  const codes: readonly ReasonCode[] = [
    ...(['bind', 'bind-same-content', 'bind-ambiguous', 'bind-unattributed', 'lossy-record', 'sync-folder'] as const),
    ...(['sync-hour', 'sync-mailbox', 'throttled', 'app-reach', 'search-hit', 'handled', 'intruder-sent'] as const),
    ...(['gap-unlicensed', 'gap-truncated', 'forwarding', 'quoted-out', 'coverage-incomplete'] as const),
  ];
  const sentences = codes.map((code) => OUTSIDE_SENTENCES[code]);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^@]*\.$/);
  expect(sentences.join(' ')).not.toMatch(/policy|Message-ID|record lists|\b[A-Z]\d\b|licence/);
  expect(new Set(sentences).size).toBe(codes.length);
  expect(toVerdict('bind', policy)).toBe('accessed');
});
