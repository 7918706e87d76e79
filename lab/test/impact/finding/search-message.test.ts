import { expect, test } from 'vitest';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { searchMessage } from '../../../src/impact/finding/search-message.ts';
import { makeZip } from '../../evidence/evidence-kit.ts';

const deps = { settings: { sensitive: false, ocr: false }, valueKey: new Uint8Array(32) };
const search = (body: string) =>
  searchMessage(createNodeRuntime(), Buffer.from(`From: a@harbor.test\nSubject: x\n\n${body}\n`), deps);

test('a privilege mark has its place, and equal passages have equal hashes', async () => {
  const [first, second, other] = await Promise.all([
    search('Hello\n\nThis mail is privileged and confidential.'),
    search('Bye\n>> This mail is PRIVILEGED and confidential!'),
    search('The memo is privileged and confidential.'),
  ]);
  expect(first?.privilege).toEqual([
    { part: '1', offset: 20, length: 27, mark: 'privileged', passageHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  expect(second?.privilege[0]?.passageHash).toBe(first?.privilege[0]?.passageHash);
  expect(other?.privilege[0]?.passageHash).not.toBe(first?.privilege[0]?.passageHash);
});

const PASSWORD = 'The password is Copper-Weir-5.';
const inside = (from: string, text: string, type = 'text/plain') =>
  `Content-Type: message/rfc822\n\nFrom: ${from}\nTo: B@Harbor.test\nReply-To: c@cove.test\nContent-Type: ${type}\n\n${text}`;
const searchParts = (parts: readonly string[], settings = deps.settings) =>
  searchMessage(
    createNodeRuntime(),
    Buffer.from(
      `From: a@harbor.test\nContent-Type: multipart/mixed; boundary=x\n\n${parts.map((part) => `--x\n${part}\n`).join('')}--x--\n`,
    ),
    { ...deps, settings },
  );

test('of attached messages with a finding, or something unread, are told their part, senders and recipients', async () => {
  const unknown = 'Content-Type: application/x-quay\n\nno\0text';
  const { findings, attached } = await searchParts([
    '\nHello',
    inside('Jo@Acme.test', PASSWORD),
    inside('al@bay.test', 'Hello'),
    `Content-Type: message/rfc822\n\nFrom: di@dune.test\n${unknown}`,
  ]);
  expect(findings.map(({ part }) => part)).toEqual(['2.1']);
  expect(attached).toEqual([
    { part: '2', addresses: ['jo@acme.test', 'b@harbor.test'], unread: [] },
    { part: '4', addresses: ['di@dune.test'], unread: ['no-reader'] },
  ]);
});

test('specially protected data is counted once for each message, attached ones by themselves', async () => {
  const health = 'He was diagnosed with asthma.';
  const parts = [`\n${health} ${health}`, inside('jo@acme.test', health), inside('al@bay.test', 'Hello')];
  const { findings, names } = await searchParts(parts, { sensitive: true, ocr: false });
  expect(findings.map(({ kind, part, offset, length }) => [kind, part, offset, length])).toEqual([
    ['health', '2.message', 0, 0],
    ['health', 'message', 0, 0],
  ]);
  // No person is kept beside it.
  expect(names).toEqual([]);
});

test('mail of a list says nothing sure of people; its passwords count', async () => {
  const text = `${PASSWORD}\n\nHe was diagnosed with asthma. Her salary is 52,000 EUR.`;
  const find = async (fields: string) => {
    const mail = Buffer.from(`From: a@harbor.test\n${fields}Subject: x\n\n${text}\n`);
    const settings = { sensitive: true, ocr: false };
    const { findings } = await searchMessage(createNodeRuntime(), mail, { ...deps, settings });
    return findings.map(({ kind, confidence }) => `${kind} ${confidence}`);
  };
  expect(await find('')).toEqual(['credential likely', 'salary likely', 'health likely']);
  const inList = ['credential likely', 'salary weak', 'health weak'];
  expect(await find('List-Id: <crew.harbor.test>\n')).toEqual(inList);
  expect(await find('Precedence: bulk\n')).toEqual(inList);
});

const packed = (type: string, bytes: Buffer) =>
  `Content-Type: ${type}; name=a\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}`;

test('a picture of some size is counted as unread, one of a signature is not', async () => {
  const { unread } = await searchParts([`\n${PASSWORD}`, packed('image/png', Buffer.alloc(20 * 1024, 1))]);
  expect(unread).toEqual([{ reason: 'picture', parts: 1, bytes: 20 * 1024 }]);
  expect((await searchParts([packed('image/png', Buffer.alloc(19 * 1024, 1))])).unread).toEqual([]);
});

test('a container that its sender calls text is opened as what it is, and a text about one is a text', async () => {
  const zip = makeZip([{ name: 'a.txt', content: PASSWORD }]);
  const parts = [
    '\nThe PDF begins with %PDF-1.4',
    packed('text/plain', zip),
    packed('text/plain', Buffer.from('7z\u00bc\u00af'.padEnd(2_000, 'x'), 'latin1')),
  ];
  const { findings, unread } = await searchParts(parts);
  expect(findings.map(({ part }) => part)).toEqual(['2/text']);
  expect(unread).toEqual([{ reason: 'no-reader', parts: 1, bytes: 2_000 }]);
});

test('parts that ended a process are left out and counted, and all others are searched', async () => {
  const pdf = packed('application/pdf', Buffer.from('%PDF-'));
  const parts = [`\n${PASSWORD}`, pdf, packed('text/x-notes', Buffer.from('The password is Copper-Weir-6.')), pdf];
  const message = Buffer.from(
    `From: a@harbor.test\nContent-Type: multipart/mixed; boundary=x\n\n${parts.map((part) => `--x\n${part}\n`).join('')}--x--\n`,
  );
  const told: string[] = [];
  const onPart = (part: string): void => void told.push(part);
  const without = (skip: readonly string[]) => searchMessage(createNodeRuntime(), message, { ...deps, skip, onPart });
  const first = await without(['2']);
  expect(first.findings.map(({ part }) => part)).toEqual(['1', '3']);
  expect(first.unread).toEqual([
    { reason: 'attachments', parts: 1, bytes: 5 },
    { reason: 'damaged', parts: 1, bytes: 5 },
  ]);
  // What is written comes before attachments.
  expect(told).toEqual(['1', '3', '4']);
  const bare = await without(['*']);
  expect([bare.findings.map(({ part }) => part), bare.unread]).toEqual([
    ['1', '3'],
    [{ reason: 'attachments', parts: 2, bytes: 10 }],
  ]);
});

test('more findings than are kept of one message are cut, and said to be', async () => {
  const rows = Array.from({ length: 25 }, (_, row) => `card number: 4539 1488 0343 6467, row ${row}`).join('\n');
  const message = Buffer.from(`From: a@harbor.test\n\n${rows}\n`);
  const { findings, unread } = await searchMessage(createNodeRuntime(), message, { ...deps, keptFindings: 20 });
  expect(findings.length).toBe(20);
  expect(unread).toEqual([{ reason: 'cut', parts: 5, bytes: 0 }]);
});
