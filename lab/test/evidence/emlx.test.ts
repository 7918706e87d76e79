import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeFolder, makeMessage, makeZip, type Taken, take } from './evidence-kit.ts';

const PLIST = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>flags</key><integer>8590195713</integer></dict></plist>
`;
const PLACE = 'INBOX.mbox/0C1B2A39-4D5E-6F70-8192-A3B4C5D6E7F8/Data/1/Messages';

/** Of a file, read at once. */
const PIECE_BYTES = 1024 * 1024;

function makeEmlx(message: string, trailer = PLIST, count = Buffer.byteLength(message)): string {
  return `${String(count).padEnd(10)}\n${message}${trailer}`;
}

const bytesOf = ({ items }: Taken) => items.map(({ format, account }) => [format, account.bytes, account.unpacked]);

describe('Apple Mail messages', () => {
  test('the message has the length of the leading number; the rest is structure', async () => {
    const message = makeMessage(1);
    const taken = await take(makeFolder({ [`${PLACE}/12.emlx`]: makeEmlx(message) }));
    const sha256 = createHash('sha256').update(message).digest('hex');
    expect(taken.copies.map((row) => [row[0], row[1], row[3], row[12], row[13], row[14], row[15]])).toEqual([
      [`mail/${PLACE}/12.emlx`, 'INBOX', 'm1@harbor.example', [], 11, message.length, sha256],
    ]);
    const size = message.length + PLIST.length + 11;
    expect(bytesOf(taken)).toEqual([
      ['emlx', { size, messages: message.length, structure: PLIST.length + 11, quarantined: 0 }, null],
    ]);
    expect(taken.problems).toEqual([]);
  });

  test('has the fingerprint of the bare message, also gzipped, zipped, without a trailer, and long', async () => {
    const long = makeMessage(1, `X-Odd: ${'x'.repeat(3_000_000)}\n`);
    for (const message of [makeMessage(1), long]) {
      const emlx = makeEmlx(message);
      const taken = await take(
        makeFolder({
          'a.eml': message,
          'b.emlx': emlx,
          'c.emlx.gz': gzipSync(emlx),
          'd.zip': makeZip([{ name: 'x.emlx', content: emlx }]),
          'e.emlx': makeEmlx(message, ''),
          'f.emlx.gz': gzipSync(makeEmlx(message, '')),
          'g.emlx': makeEmlx(message, `\n${PLIST.slice(PLIST.indexOf('<!DOCTYPE'))}`),
        }),
      );
      expect(taken.problems).toEqual([]);
      expect(taken.copies).toHaveLength(7);
      expect(new Set(taken.copies.map((row) => `${row[7]} ${row[14]} ${row[15]}`)).size).toBe(1);
    }
  });

  test('with a wrong number everything after it is read as the message, and reported', async () => {
    const message = makeMessage(1);
    const taken = await take(
      makeFolder({
        'a.emlx': makeEmlx(message, PLIST, 20),
        'b.emlx': makeEmlx(message, '', 5_000),
        'c.emlx': makeEmlx(message, PLIST, message.length - 3),
        'd.emlx.gz': gzipSync(makeEmlx(message, 'x', message.length)),
      }),
    );
    expect(taken.copies.map((row) => [row[3], row[14]])).toEqual([
      ['m1@harbor.example', message.length + PLIST.length],
      ['m1@harbor.example', message.length],
      ['m1@harbor.example', message.length + PLIST.length],
      ['m1@harbor.example', message.length + 1],
    ]);
    expect(taken.problems.map(({ code, place, weight }) => [code, place, weight])).toEqual(
      ['a.emlx', 'b.emlx', 'c.emlx', 'd.emlx.gz'].map((name) => ['message-length', `mail/${name}`, 'person']),
    );
  });

  test('reports one whose parts are stored separately', async () => {
    const part = 'Content-Type: application/pdf\nX-Apple-Content-Length: 4711\n\n';
    const message = (fill: number) =>
      `${makeMessage(1, 'Content-Type: multipart/mixed; boundary=b\n')}${'x'.repeat(fill)}\n--b\n${part}\n--b--\n`;
    // The field lies in a piece of the file, and across the border of two.
    const short = makeEmlx(message(0));
    const long = makeEmlx(message(PIECE_BYTES - short.indexOf('X-Apple') - 7));
    expect(long.slice(0, PIECE_BYTES).endsWith('\nX-Apple')).toBe(true);
    const taken = await take(makeFolder({ [`${PLACE}/12.partial.emlx`]: short, 'long.emlx': long }));
    expect(taken.problems.map(({ code, place, weight }) => [code, place, weight])).toEqual([
      ['message-partial', `mail/${PLACE}/12.partial.emlx`, 'person'],
      ['message-partial', 'mail/long.emlx', 'person'],
    ]);
  });

  test('ignores what Apple Mail stores beside its messages, without review', async () => {
    const taken = await take(
      makeFolder({
        'INBOX.mbox/Info.plist': PLIST,
        [`${PLACE}/12.2.emlxpart`]: 'JVBERi0xLjQK',
        [`${PLACE.replace('Messages', 'Attachments')}/12/2/plan.pdf`]: '%PDF-1.4',
        'Old.mbox/table_of_contents': Buffer.from([0, 13, 13, 0]),
        'Old.mbox/mbox': `From a Mon Sep 10 15:00:00 2001\n${makeMessage(2)}`,
      }),
    );
    expect(taken.copies.map((row) => [row[0], row[1]])).toEqual([['mail/Old.mbox/mbox#1', 'Old']]);
    expect(taken.problems.map(({ code, weight }) => [code, weight])).toEqual(Array(4).fill(['not-mail', 'note']));
  });

  test('a second reader finds the message only where the first one said', async () => {
    const message = makeMessage(1);
    const path = join(makeFolder({ 'a.emlx': makeEmlx(message) }), 'a.emlx');
    const [row] = (await take(path)).copies;
    expect(readFileSync(path, 'latin1').slice(row?.[13], (row?.[13] ?? 0) + (row?.[14] ?? 0))).toBe(message);
  });
});
