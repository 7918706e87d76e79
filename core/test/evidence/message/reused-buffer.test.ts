import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createListedItemCounter } from '@candor/core/evidence/container';
import { createMboxSplitter, createMessageReader, scanMboxBoundaries } from '@candor/core/evidence/message';
import { describe, expect, test } from 'vitest';
import { DigestSink, PaddingWatch, PartSink, TeeSink } from '../../../src/evidence/message/mime/leaf-sinks.ts';
import { Scratch } from '../../../src/evidence/message/scratch.ts';
import { AlphabetCount } from '../../../src/evidence/message/transfer/alphabet-count.ts';
import { Base64Decoder } from '../../../src/evidence/message/transfer/base64.ts';
import type { ByteSink } from '../../../src/evidence/message/transfer/byte-sink.ts';
import { QuotedPrintableDecoder } from '../../../src/evidence/message/transfer/quoted-printable.ts';
import { feedReused, PIECE_SIZES } from '../../reused-buffer.ts';
import { runtime, toBytes } from './fictional-message.ts';

const CORPUS = join(import.meta.dirname, '../../../../corpus');

function listCorpus(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(join(CORPUS, folder))
    .filter((name) => /\.(?:eml|mbox)$/.test(name))
    .map((name) => [name, readFileSync(join(CORPUS, folder, name))]);
}

/** Every line differs, so that bytes of another place show. */
const longText = Array.from({ length: 12_000 }, (_, at) => `line ${at} caf\xc3\xa9 \xe9`).join('\r\n');
const LONG: readonly (readonly [string, Buffer])[] = [
  ['long text', Buffer.from(`Subject: a\r\n\r\n${longText}`, 'latin1')],
  [
    'long text in every encoding',
    Buffer.from(
      [
        'Subject: b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n',
        ...['utf-8', 'iso-8859-1', 'shift_jis', 'utf-16'].map(
          (charset) => `--x\r\nContent-Type: text/plain; charset=${charset}\r\n\r\n${longText}\r\n`,
        ),
        `--x\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(longText).toString('base64')}\r\n`,
        `--x\r\nContent-Type: message/rfc822\r\n\r\nTo: in@y.example\r\n\r\n${longText}\r\n--x--\r\n`,
      ].join(''),
      'latin1',
    ),
  ],
];

describe('pieces that are overwritten after each write', () => {
  test.each([...listCorpus('messages'), ...LONG])('%s reads the same', (_, bytes) => {
    for (const keepText of [true, false]) {
      const whole = JSON.stringify(createMessageReader(runtime, { keepText }).end(new Uint8Array(bytes)));
      for (const size of bytes.length > 10_000 ? [1_000, 65_536] : PIECE_SIZES) {
        const reader = createMessageReader(runtime, { keepText });
        feedReused(bytes, size, (piece) => reader.write(piece));
        expect(JSON.stringify(reader.end()) === whole, `pieces of ${size}`).toBe(true);
      }
    }
  });

  test.each(listCorpus('mailboxes'))('%s splits the same', (_, bytes) => {
    const split = (size: number): readonly unknown[] => {
      const found: unknown[] = [];
      const splitter = createMboxSplitter(runtime, {
        content: (content, last) => found.push([Buffer.from(content).toString('latin1'), last]),
        message: (message) => found.push(message),
        structure: (offset, length) => found.push(['structure', offset, length]),
        fromLineInside: (offset) => found.push(['inside', offset]),
        quarantine: (offset, length) => found.push(['quarantine', offset, length]),
      });
      feedReused(bytes, size, (piece) => splitter.write(piece));
      splitter.end();
      return found;
    };
    const find = (size: number): readonly number[] => {
      const found: number[] = [];
      const scan = scanMboxBoundaries(runtime, (offset) => found.push(offset));
      feedReused(bytes, size, (piece) => scan.write(piece));
      return found;
    };
    const whole = split(bytes.length + 1);
    for (const size of PIECE_SIZES) {
      expect(split(size), `pieces of ${size}`).toEqual(whole);
      expect(find(size), `pieces of ${size}`).toEqual(find(bytes.length + 1));
    }
  });

  test('every sink of a part has the same', () => {
    const content = toBytes(`=C3=A9 soft =\r\nend  \r\n${longText.slice(0, 9_000)}==-_\r\n`);
    const encoded = Buffer.from(Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n'));
    const run = (bytes: Uint8Array, size: number, open: (done: (found: unknown) => void) => ByteSink): unknown => {
      const found: unknown[] = [];
      const sink = open((one) => found.push(one instanceof Uint8Array ? Buffer.from(one).toString('latin1') : one));
      feedReused(bytes, size, (piece) => sink.write(piece));
      sink.end(new Uint8Array(0));
      return found;
    };
    const sinks: readonly (readonly [Uint8Array, (done: (found: unknown) => void) => ByteSink])[] = [
      [content, (done) => new PartSink(done)],
      [content, (done) => new DigestSink(runtime, done)],
      [content, (done) => new TeeSink(new PartSink(done), new DigestSink(runtime, done))],
      [content, (done) => new QuotedPrintableDecoder(new PartSink(done), new Scratch())],
      [encoded, (done) => new Base64Decoder(runtime, new PartSink(done), new Scratch())],
      [encoded, (done) => new PaddingWatch(new PartSink(done), () => {})],
      [encoded, (done) => new TeeSink(new AlphabetCount(), new PartSink(done))],
    ];
    for (const [bytes, open] of sinks)
      for (const size of PIECE_SIZES) expect(run(bytes, size, open)).toEqual(run(bytes, bytes.length, open));
  });

  test.each(PIECE_SIZES)('items of a calendar are counted in pieces of %i bytes', (size) => {
    const bytes = Buffer.from('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nBEGIN:VTODO\r\n'.repeat(40));
    const counter = createListedItemCounter((piece) => Buffer.from(piece).toString('latin1'));
    feedReused(bytes, size, (piece) => counter.write(piece));
    expect(counter.end()).toMatchObject({ vevent: 40, vtodo: 40 });
  });
});
