import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findMail } from '../../src/adapters/mail/find-mail.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';

function makeMaildir() {
  const path = makeTemporaryFolder();
  for (const part of ['new', 'cur', 'tmp']) mkdirSync(join(path, part));
  const put = (name: string, words: string, time = 1_000): void => {
    writeFileSync(join(path, name), words);
    utimesSync(join(path, name), time, time);
  };
  const find = async (id: string) => {
    const found = await findMail({ is: 'maildir', path }, id);
    return found === null ? null : Buffer.from(found).toString('utf8');
  };
  return { put, find };
}

describe('finding one message in a Maildir', () => {
  it('finds it in new and cur, but not in tmp', async () => {
    const { put, find } = makeMaildir();
    put('new/1', 'Message-ID: <a@harbor.example>\r\n\r\nnew');
    put('cur/2:2,S', 'Message-ID: <b@harbor.example>\r\n\r\nread');
    put('tmp/3', 'Message-ID: <c@harbor.example>\r\n\r\nhalf');
    expect(await find('<a@harbor.example>')).toContain('new');
    expect(await find('<b@harbor.example>')).toContain('read');
    expect(await find('<c@harbor.example>')).toBeNull();
    expect(await find('<d@harbor.example>')).toBeNull();
  });

  it('returns the newest of two', async () => {
    const { put, find } = makeMaildir();
    put('new/1', 'Message-ID: <a@harbor.example>\r\n\r\nfirst', 1_000);
    put('new/2', 'Message-ID: <a@harbor.example>\r\n\r\nsecond', 2_000);
    expect(await find('<a@harbor.example>')).toContain('second');
  });

  it('ignores an id far behind the header, as in a quoting reply', async () => {
    const { put, find } = makeMaildir();
    put('new/1', `Subject: re\r\n\r\n${'x'.repeat(200_000)}<a@harbor.example>`);
    expect(await find('<a@harbor.example>')).toBeNull();
  });

  it('treats a missing mailbox as empty', async () => {
    expect(
      await findMail({ is: 'maildir', path: join(makeTemporaryFolder(), 'none') }, '<a@harbor.example>'),
    ).toBeNull();
  });
});
