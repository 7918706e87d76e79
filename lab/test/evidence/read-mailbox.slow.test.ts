import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makeFolder, makeMbox, makeMessage, makeTar, makeZip, take, toCodes, toPlaces } from './evidence-kit.ts';

const hash = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

describe('places and folders', () => {
  test('a single mbox has ordinals and no folder', async () => {
    const folder = makeFolder({ 'x.mbox': makeMbox(makeMessage(1), makeMessage(2)) });
    const taken = await take(join(folder, 'x.mbox'));
    expect(toPlaces(taken)).toEqual([
      ['mail#1', null],
      ['mail#2', null],
    ]);
    expect(taken.problems).toEqual([]);
  });

  test('a single message has neither', async () => {
    const folder = makeFolder({ 'x.eml': makeMessage(1) });
    expect(toPlaces(await take(join(folder, 'x.eml')))).toEqual([['mail', null]]);
  });

  test('a tree of mboxes: the folder is the name without .mbox, with its subfolder', async () => {
    const folder = makeFolder({
      'Inbox.mbox': makeMbox(makeMessage(1)),
      'Deals/Old.mbox': makeMbox(makeMessage(2)),
      'Deals/Plain': makeMbox(makeMessage(3)),
      'Packed.mbox.gz': gzipSync(makeMbox(makeMessage(4))),
    });
    expect(toPlaces(await take(folder))).toEqual([
      ['mail/Deals/Old.mbox#1', 'Deals/Old'],
      ['mail/Deals/Plain#1', 'Deals/Plain'],
      ['mail/Inbox.mbox#1', 'Inbox'],
      ['mail/Packed.mbox.gz#1', 'Packed'],
    ]);
  });

  test('a tree of eml: the folder is the subfolder, none at the top', async () => {
    const folder = makeFolder({ 'a.eml': makeMessage(1), 'Deals/West/b.eml': makeMessage(2) });
    expect(toPlaces(await take(folder))).toEqual([
      ['mail/Deals/West/b.eml', 'Deals/West'],
      ['mail/a.eml', null],
    ]);
  });

  test('a Maildir++: names, delivery times and flags', async () => {
    const folder = makeFolder({
      'cur/1000000000.M1.host:2,S': makeMessage(1),
      'new/1000000001.M2.host': makeMessage(2),
      'tmp/1000000002.M3.host': makeMessage(3),
      '.Entw&APw-rfe.Alt/cur/0.M4.host;2,DS': makeMessage(4),
      '.Entw&APw-rfe.Alt/new/.keep': '',
      subscriptions: 'Sent\n',
    });
    const taken = await take(folder);
    expect(toPlaces(taken)).toEqual([
      ['mail/.Entw&APw-rfe.Alt/cur/0.M4.host;2,DS', 'Entwürfe/Alt'],
      ['mail/cur/1000000000.M1.host:2,S', 'INBOX'],
      ['mail/new/1000000001.M2.host', 'INBOX'],
    ]);
    expect(taken.copies.map((row) => [row[5], row[6], row[8]]).sort()).toEqual([
      [1000000000, 'maildir', 0],
      [1000000001, 'maildir', 0],
      [1000130704, 'date', 1],
    ]);
    expect(toCodes(taken)).toEqual(['maildir-tmp', 'not-mail']);
    expect(taken.problems.every((problem) => problem.weight === 'note')).toBe(true);
  });

  test('a download long after the Date is not an arrival', async () => {
    const dateless = makeMessage(3).replace(/^Date: .*\n/m, '');
    const folder = makeFolder({
      'cur/1900000000.M1.host:2,S': makeMessage(1),
      'cur/1900000001.M2.host:2,S': `From ann@harbor.example Sun Mar 17 00:00:00 2030\n${makeMessage(2)}`,
      'cur/1900000002.M3.host:2,S': dateless,
      'cur/1900000003.M4.host:2,S': `From ann@harbor.example Sun Mar 17 00:00:00 2030\n${dateless}`,
      'cur/1900000004.M5.host:2,S': `Received: by mx.example; Tue, 1 Jan 2008 00:00:00 +0000\n${makeMessage(5)}`,
    });
    const { copies } = await take(folder);
    // Without a delivery source a copy may have come a day later than its earliest time says.
    expect(copies.map((row) => [row[5], row[6], row[16], row[17]])).toEqual([
      [1000130701, 'date', 'none', 1000130701 + 86_400],
      [1000130702, 'date', 'none', 1000130702 + 86_400],
      [1900000002, 'maildir', 'none', 1900000002 + 86_400],
      [1899936000, 'from-line', 'none', 1899936000 + 86_400],
      [1000130705, 'date', 'delivery', 1199145600],
    ]);
  });

  test('a time of 0 is no time, whoever wrote it', async () => {
    const nothing = 'Date: Thu, 1 Jan 1970 00:00:00 +0000\nFrom: ann@harbor.example\n';
    const folder = makeFolder({
      'a.eml': `${nothing}\nx\n`,
      'b.eml': `Received: from a.example by b.example; Thu, 1 Jan 1970 00:00:00 +0000\n${nothing}\nx\n`,
      'c.eml': 'Date: Thu, 1 Jan 1970 00:00:01 +0000\nFrom: ann@harbor.example\n\nx\n',
    });
    const { copies } = await take(folder);
    // What the header says is in the fingerprint all the same.
    expect(copies.map((row) => [row[4], row[5], row[6]])).toEqual([
      [0, null, 'unknown'],
      [0, null, 'unknown'],
      [1, 1, 'date'],
    ]);
  });

  test('a From_ line in a Maildir is structure, not another message', async () => {
    const folder = makeFolder({
      'cur/5.a': `From x Mon Sep 10 15:00:00 2001\n${makeMessage(1)}`,
      'new/6.b': makeMessage(2),
    });
    const taken = await take(folder);
    expect(taken.copies.map((row) => [row[0], row[3], row[13]])).toEqual([
      ['mail/cur/5.a', 'm1@harbor.example', 32],
      ['mail/new/6.b', 'm2@harbor.example', 0],
    ]);
  });

  test('reads bare CR (old Mac) files like others', async () => {
    const [mbox, one] = [makeMbox(makeMessage(1), makeMessage(2)), makeMessage(3)];
    const files = (end: string) => ({
      'Deals/x.mbox': mbox.replaceAll('\n', end),
      'a.eml': one.replaceAll('\n', end),
      'Mail/cur/1000000000.a': `From ann Mon Sep 10 15:00:00 2001\n${one}`.replaceAll('\n', end),
      'Mail/new/1000000000.b': `\n${one}`.replaceAll('\n', end),
    });
    const said = async (end: string) => {
      const { copies, problems } = await take(makeFolder(files(end)));
      // All but the digest of the bytes as they lie.
      return { problems, rows: copies.map((row) => row.slice(0, 15)) };
    };
    const returns = await said('\r');
    expect(returns.rows).toHaveLength(5);
    expect(returns).toEqual(await said('\n'));
  });

  test('unpacks compressed messages in a Maildir, or reports them as unread', async () => {
    const names = (to: string) => `${to}/1000000000.M1P1.host,S=300,W=310:2,S`;
    const taken = await take(
      makeFolder({
        [names('cur')]: gzipSync(makeMessage(1)),
        [names('new')]: makeMessage(2),
        [names('.Old/cur')]: Buffer.concat([Buffer.from('fd377a585a00', 'hex'), Buffer.alloc(99, 3)]),
        [names('.Old/new')]: Buffer.concat([Buffer.from('Dovecot-LZ4\r*\x9b\xc5', 'latin1'), Buffer.alloc(99, 3)]),
        [names('.Secret/cur')]: Buffer.concat([Buffer.from('CRYPTED\x03\x07'), Buffer.alloc(99, 3)]),
      }),
    );
    expect(taken.copies.map((row) => [row[0], row[1], row[3], row[5], row[12]])).toEqual([
      [`mail/${names('cur')}`, 'INBOX', 'm1@harbor.example', 1000000000, ['\0gzip']],
      [`mail/${names('new')}`, 'INBOX', 'm2@harbor.example', 1000000000, []],
    ]);
    expect(taken.problems.map(({ code, place, weight }) => [code, place, weight])).toEqual(
      ['.Old/cur', '.Old/new', '.Secret/cur'].map((to) => ['packed', `mail/${names(to)}`, 'person']),
    );
  });

  test('a From field with white space before its colon, as the first line, is a field', async () => {
    const letter = makeMessage(1);
    const old = letter.replace('From: ', 'From : ');
    const inMaildir = await take(makeFolder({ 'cur/5.a': letter, 'cur/5.b': old }));
    const inTree = await take(makeFolder({ 'a.eml': letter, 'b.eml': old }));
    for (const { copies } of [inMaildir, inTree]) expect(new Set(copies.map((row) => row[7])).size).toBe(1);
    expect(inTree.copies.map((row) => row[0])).toEqual(['mail/a.eml', 'mail/b.eml']);
  });

  test('reads a zip like a folder in its place', async () => {
    const zip = makeZip([
      { name: 'dir/', content: '', stored: true },
      { name: 'dir/x.mbox', content: makeMbox(makeMessage(1), makeMessage(2)) },
      { name: 'a.eml', content: makeMessage(3), stored: true },
      { name: 'Deals/b.eml', content: makeMessage(4) },
    ]);
    expect(toPlaces(await take(join(makeFolder({ 'a.zip': zip }), 'a.zip')))).toEqual([
      ['mail!Deals/b.eml', 'Deals'],
      ['mail!a.eml', null],
      ['mail!dir/x.mbox#1', 'dir/x'],
      ['mail!dir/x.mbox#2', 'dir/x'],
    ]);
    expect(toPlaces(await take(makeFolder({ 'Deals/a.zip': zip })))).toEqual([
      ['mail/Deals/a.zip!Deals/b.eml', 'Deals/Deals'],
      ['mail/Deals/a.zip!a.eml', 'Deals'],
      ['mail/Deals/a.zip!dir/x.mbox#1', 'Deals/dir/x'],
      ['mail/Deals/a.zip!dir/x.mbox#2', 'Deals/dir/x'],
    ]);
  });

  test('a Maildir in a zip and in a tar.gz, below a wrapping folder, without empty folders', async () => {
    const members = [
      { name: 'box/cur/1000000000.M1.h:2,S', content: makeMessage(1) },
      { name: 'box/.Sent/cur/1000000001.M2.h:2,D', content: makeMessage(2) },
    ];
    const folder = makeFolder({ 'a.zip': makeZip(members), 'a.tar.gz': gzipSync(await makeTar(members)) });
    for (const name of ['a.zip', 'a.tar.gz']) {
      expect(toPlaces(await take(join(folder, name)))).toEqual([
        ['mail!box/.Sent/cur/1000000001.M2.h:2,D', 'Sent'],
        ['mail!box/cur/1000000000.M1.h:2,S', 'INBOX'],
      ]);
    }
  });

  test('archives in archives, to the documented depth', async () => {
    const inner = makeZip([{ name: 'x.mbox.gz', content: gzipSync(makeMbox(makeMessage(1))) }]);
    const tar = await makeTar([{ name: './deep/y.eml', content: makeMessage(2) }]);
    const folder = makeFolder({
      'a.zip': makeZip([
        { name: 'in.zip', content: inner },
        { name: 'b.tar', content: tar },
      ]),
    });
    expect(toPlaces(await take(join(folder, 'a.zip')))).toEqual([
      ['mail!b.tar!deep/y.eml', 'deep'],
      ['mail!in.zip!x.mbox.gz#1', 'x'],
    ]);
    let deep = Buffer.from(makeMessage(1));
    for (let level = 0; level < 8; level += 1) deep = gzipSync(deep);
    const taken = await take(join(makeFolder({ 'x.gz': deep }), 'x.gz'));
    expect([taken.copies.length, toCodes(taken)]).toEqual([0, ['nested-too-deep']]);
  });

  test('Google Takeout: labels and no folder for every message, also in a tree and in a zip', async () => {
    const mbox = makeMbox(makeMessage(1, 'X-Gmail-Labels: Inbox,"a, b"\n'), makeMessage(2));
    const folder = makeFolder({ 'All.mbox': mbox, 'a.zip': makeZip([{ name: 'All.mbox', content: mbox }]) });
    const taken = await take(folder);
    expect(taken.copies.map((row) => [row[1], row[2]])).toEqual([
      [null, ['Inbox', 'a, b']],
      [null, []],
      [null, ['Inbox', 'a, b']],
      [null, []],
    ]);
    const other = makeMbox(makeMessage(1), makeMessage(2, 'X-Gmail-Labels: Inbox\n'));
    expect((await take(makeFolder({ 'All.mbox': other }))).copies.map((row) => [row[1], row[2]])).toEqual([
      ['All', null],
      ['All', null],
    ]);
  });
});

describe('bytes', () => {
  test('every file has its digest, and every copy the digest of its range', async () => {
    const mbox = makeMbox(makeMessage(1), makeMessage(2));
    const folder = makeFolder({
      'a.eml': makeMessage(3),
      'b.mbox': mbox,
      'c.mbox.gz': gzipSync(mbox),
      'note.txt': 'no mail',
    });
    const taken = await take(folder);
    for (const file of taken.files) expect(file.sha256).toBe(hash(readFileSync(join(folder, file.location.slice(5)))));
    expect(taken.files).toHaveLength(4);
    const bytes = Buffer.from(mbox);
    for (const row of taken.copies) {
      if (!row[0].startsWith('mail/a')) expect(hash(bytes.subarray(row[13], row[13] + row[14]))).toBe(row[15]);
    }
    expect(taken.copies.find((row) => row[0] === 'mail/a.eml')?.[15]).toBe(hash(makeMessage(3)));
  });

  test('quarantines bytes before the first message', async () => {
    const folder = makeFolder({ 'x.mbox': `\n\n${makeMbox(makeMessage(1))}` });
    const taken = await take(folder);
    expect(taken.items[0]?.account).toMatchObject({ bytes: { quarantined: 0 }, copies: 1 });
  });

  test.each([
    ['x', 'The last byte is no part of the gzip data; it is quarantined.'],
    ['xyz', 'The last 3 bytes are no part of the gzip data; they are quarantined.'],
  ])('counts bytes after gzip data (%j) from 1', async (more, sentence) => {
    const packed = Buffer.concat([gzipSync(makeMbox(makeMessage(1))), Buffer.from(more)]);
    const taken = await take(makeFolder({ 'x.mbox.gz': packed }));
    expect(taken.problems.map(({ text }) => text)).toEqual([sentence]);
  });

  test('a message beyond a limit is a problem, which needs a person where addresses may be lost', async () => {
    const longText = `${makeMessage(1)}${'word '.repeat(4_000_000)}`;
    const longName = `Subject: ${'x'.repeat(5_000_000)}\n${makeMessage(2)}`;
    const deep = `${'Content-Type: message/rfc822\n\n'.repeat(66)}To: a@partner.test\n\n`;
    const taken = await take(makeFolder({ 'a.eml': longText, 'b.eml': longName, 'c.eml': deep }));
    expect(taken.problems.map(({ place, code, weight }) => [place, code, weight])).toEqual([
      ['mail/b.eml', 'message-limit', 'note'],
      ['mail/c.eml', 'message-limit', 'person'],
    ]);
  });

  test('quarantines and names a whole file that is not mail', async () => {
    const taken = await take(
      makeFolder({
        'a.bin': Buffer.from([0, 1, 2]),
        'b.csv': 'a,b:c\n1,2\n',
        'c.txt.bz2': 'BZh91AY',
        'd.vcf': 'BEGIN:VCARD\n',
      }),
    );
    expect(toCodes(taken)).toEqual(['not-mail', 'not-mail', 'not-mail', 'packed']);
    // A calendar and contacts are no mail, and no bytes that somebody must look at.
    expect(taken.items.map((item) => item.account.bytes.quarantined)).toEqual([3, 10, 7, 0]);
  });
});
