import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  checkProjection,
  type Projection,
  type ProjectionRequest,
  projectMessage,
} from '@candor/core/review/projection';
import { projectQuoted } from '@candor/core/review/quoted';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNodeRuntime } from '../../src/adapters/process/runtime.ts';

interface Case extends Partial<ProjectionRequest> {
  readonly why: string;
  /** Domains, or `=address` for one exact address. */
  readonly own: readonly string[];
  readonly counsel?: readonly string[];
  /** The party stands nowhere in it but in what it quotes. */
  readonly quoted?: 'asked' | 'released';
  readonly outcome: Projection['outcome'];
  readonly because?: string;
}

const folder = resolve(import.meta.dirname, '../../../corpus/projection');
const runtime = createNodeRuntime();

const belongs =
  (own: readonly string[]) =>
  (address: string): boolean =>
    own.some((one) => (one.startsWith('=') ? address === one.slice(1) : address.endsWith(`@${one}`)));

function toRequest({
  own,
  counsel = [],
  ...rest
}: Pick<Case, 'own' | 'counsel'> & Partial<ProjectionRequest>): ProjectionRequest {
  return {
    draft: false,
    privateMail: false,
    partyKind: 'organization',
    releasedByCounsel: false,
    ...rest,
    isOwn: belongs(own),
    isCounsel: belongs(counsel),
  };
}

const listMessages = (projection: Projection): readonly Uint8Array[] => {
  if (projection.outcome === 'whole') return [projection.message];
  return 'messages' in projection ? projection.messages : [];
};

describe('one folder per rule', () => {
  test.for(readdirSync(folder).sort())('%s', async (name) => {
    const read = (file: string) => readFileSync(join(folder, name, file));
    const one = JSON.parse(read('case.json').toString()) as Case;
    const request = toRequest(one);
    const projection =
      one.quoted === undefined
        ? projectMessage(runtime, read('message.eml'), request)
        : projectQuoted(runtime, read('message.eml'), { ...request, releasedQuotation: one.quoted === 'released' });
    expect(projection.outcome, one.why).toBe(one.outcome);
    if ('because' in projection) expect(projection.because).toBe(one.because);
    const messages = listMessages(projection);
    const expected: string[] = [];
    while (existsSync(join(folder, name, `expected-${expected.length + 1}.eml`))) {
      expected.push(read(`expected-${expected.length + 1}.eml`).toString('latin1'));
    }
    const normal = (text: string) =>
      messages.length > 0 && one.outcome !== 'whole' ? text.replaceAll('\r\n', '\n') : text;
    expect(messages.map((message) => normal(Buffer.from(message).toString('latin1')))).toEqual(expected.map(normal));
    const around = one.outcome === 'attached' ? read('message.eml') : null;
    for (const message of messages) expect(await checkProjection(message, request.isOwn, around)).toEqual([]);
  });
});

describe('the second check', () => {
  const own = belongs(['northwind.example']);
  const check = (text: string) => checkProjection(Buffer.from(text.replaceAll('\n', '\r\n')), own);

  test.for([
    ['From: a@b.example\nBcc: x@rival.example\n\nb\n', 'foreign-bcc'],
    ['From: a@b.example\nBcc: jo@northwind.example, x@rival.example\n\nb\n', 'foreign-bcc'],
    ['From: a@b.example\nContent-Type: message/rfc822\n\nBcc: x@rival.example\n\nb\n', 'foreign-bcc'],
    ['Received: from x\nFrom: a@b.example\n\nb\n', 'trace-field'],
    ['Return-Path: <a@b.example>\nFrom: a@b.example\n\nb\n', 'trace-field'],
    ['Delivered-To: al@harbor.example\nFrom: a@b.example\n\nb\n', 'trace-field'],
    ['X-MS-Exchange-Organization-AuthAs: Internal\nFrom: a@b.example\n\nb\n', 'trace-field'],
    ['From: a@b.example\nContent-Type: message/rfc822\n\nReceived: from x\n\nb\n', 'trace-field'],
    ['List-Id: x\nFrom: a@b.example\n\nb\n', 'tracking-field'],
    ['Disposition-Notification-To: al@harbor.example\nFrom: a@b.example\n\nb\n', 'tracking-field'],
    ['Thread-Index: AcE6\nFrom: a@b.example\n\nb\n', 'tracking-field'],
    ['X-Harbor-Case: 7\nFrom: a@b.example\n\nb\n', 'comment-field'],
    ['Comments: do not answer\nFrom: a@b.example\n\nb\n', 'comment-field'],
    ['X-Gmail-Labels: Later\nFrom: a@b.example\n\nb\n', 'comment-field'],
    ['X-Anything: 7\nFrom: a@b.example\n\nb\n', 'forbidden-field'],
    ['From: a@b.example\nDate: Mon, 10 Sep 2001 14:05:00 +0000 (for sam@rival.example)\n\nb\n', 'foreign-address'],
    ['From: a@b.example\nContent-Description: copy for sam@rival.example\n\nb\n', 'foreign-address'],
    [
      'Resent-From: al@harbor.example\nResent-To: sam@rival.example\nFrom: jo@northwind.example\n\nb\n',
      'foreign-address',
    ],
    [
      'Resent-From: al@harbor.example\nResent-To: sam@rival.example\nResent-From: al@harbor.example\nResent-To: jo@northwind.example\nFrom: a@b.example\n\nb\n',
      'foreign-address',
    ],
  ])('%s is refused', async ([text = '', what]) => {
    expect((await check(text)).map((flaw) => flaw.what)).toEqual([what]);
  });

  test('allows text that was forwarded to the party itself', async () => {
    expect(
      await check('Resent-From: al@harbor.example\nResent-To: jo@northwind.example\nFrom: a@b.example\n\nb\n'),
    ).toEqual([]);
  });

  test('refuses a word of the organization around an attached message', async () => {
    const around = (inner: string): Uint8Array =>
      Buffer.from(
        `From: al@harbor.example\r\nSubject: These people overcharge us\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nLet them wait for a month.\r\nRegards\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--b--\r\n`,
      );
    const letter = 'From: jo@northwind.example\r\nSubject: Berth\r\n\r\nThe berth stays closed.\r\nRegards\r\n';
    const look = async (projected: string) =>
      (await checkProjection(Buffer.from(projected), own, around(letter))).map(({ what, where }) => `${what} ${where}`);
    expect(await look(letter)).toEqual([]);
    expect(await look(`${letter}Let them wait for a month.\r\n`)).toEqual(['internal-words text']);
    expect(await look(letter.replace('Berth', 'FW: These people overcharge us'))).toEqual(['internal-words subject']);
    const nested = `From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nLet them wait for a month.\r\n`;
    expect(await look(nested)).toEqual(['internal-words text']);
    // What the party wrote itself is no word of the organization, though that repeats it.
    expect(
      await checkProjection(
        Buffer.from(`${letter}Let them wait for a month.\r\n`),
        own,
        around(`${letter}Let them wait for a month.\r\n`),
      ),
    ).toEqual([]);
  });

  test('refuses a blind recipient behind a bare carriage return', async () => {
    const hidden = Buffer.from('From: a@b.example\r\nSubject: x\rBcc: s@rival.example\r\n\r\nb');
    expect((await checkProjection(hidden, own)).map(({ what }) => what)).toContain('hidden-field');
  });

  test('its findings never contain content', async () => {
    const flaws = await check('From: a@b.example\nBcc: x@rival.example\nX-Secret: swordfish\n\nb\n');
    expect(JSON.stringify(flaws)).not.toMatch(/rival|swordfish/);
  });

  test('passes a releasable message', async () => {
    expect(await check('From: a@b.example\nBcc: jo@northwind.example\nSubject: s\n\nBcc: text\n')).toEqual([]);
  });
});

test('a header behind a line of blanks is a header here too, and its blind recipients are removed', () => {
  for (const blank of ['\n', ' \t\n', '\r\n\r\n']) {
    const bytes = Buffer.from(`${blank}Bcc: s@rival.example\nFrom: jo@northwind.example\n\ntext\n`);
    const projection = projectMessage(runtime, bytes, toRequest({ own: ['northwind.example'] }));
    expect(projection.outcome).toBe('whole');
    for (const message of listMessages(projection)) expect(Buffer.from(message).toString()).not.toContain('rival');
  }
});

test('for any bytes, a projection passes the check and is deterministic', async () => {
  const line = fc.constantFrom(
    'From: jo@northwind.example',
    'To: a@harbor.example',
    'Bcc: s@rival.example',
    'Bcc: jo@northwind.example, s@rival.example',
    'bcc :x@rival.example',
    'Received: from x',
    '\tfolded, t@other.example',
    'X-A: b',
    '',
    'Content-Type: message/rfc822',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: multipart/digest; boundary=b',
    'Content-Transfer-Encoding: base64',
    '--b',
    '--b--',
    'no colon',
    'text',
  );
  const request = toRequest({ own: ['northwind.example'] });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 24 }), fc.constantFrom('\n', '\r\n'), async (lines, end) => {
      const bytes = Buffer.from(lines.join(end));
      const projection = projectMessage(runtime, bytes, request);
      expect(projectMessage(runtime, bytes, request)).toEqual(projection);
      for (const message of listMessages(projection)) {
        // An address in a field that is for none may be the author's word or not: such a message is held, and a person
        // looks.
        const flaws = (await checkProjection(message, request.isOwn)).filter(({ what }) => what !== 'foreign-address');
        expect(flaws, Buffer.from(message).toString()).toEqual([]);
        expect(
          Buffer.from(message)
            .toString()
            .split(/\n\r?\n/)[0],
        ).not.toContain('rival.example');
      }
    }),
    { numRuns: 2000 },
  );
});
