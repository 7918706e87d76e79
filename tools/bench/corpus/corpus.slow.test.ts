import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, expect, test } from 'vitest';
import { writeAudit } from './audit-corpus.ts';
import { provideMail, readSize } from './corpus-cache.ts';
import { toMessageId } from './letter.ts';
import { writeMaildir, writeMbox } from './mail-corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('one seed gives one corpus, another seed another', () => {
  const first = writeMbox(at('a.mbox'), 'mixed', 7, 3e6);
  expect(writeMbox(at('b.mbox'), 'mixed', 7, 3e6)).toEqual(first);
  writeMbox(at('c.mbox'), 'mixed', 8, 3e6);
  expect(digest(at('b.mbox'))).toBe(digest(at('a.mbox')));
  expect(digest(at('c.mbox'))).not.toBe(digest(at('a.mbox')));
});

test('a Maildir contains the mails of the mbox', () => {
  const mbox = writeMbox(at('d.mbox'), 'mixed', 3, 2e6);
  const maildir = writeMaildir(at('d'), 'mixed', 3, 2e6);
  expect({ ...maildir, bytes: 0, messageBytes: 0 }).toEqual({ ...mbox, bytes: 0, messageBytes: 0 });
  const files = ['.', '.Archive', '.Archive.Cargo &ANw-bersicht'].flatMap((name) =>
    readdirSync(join(at('d'), name, 'cur')),
  );
  expect(files.length).toBe(mbox.messages);
});

test.each(['mixed', 'text-only'] as const)(
  'an independent reader finds the counted messages and attachments of %s mail',
  async (kind) => {
    const counts = writeMbox(at('e.mbox'), kind, 5, 3e6);
    const letters = readFileSync(at('e.mbox'), 'latin1')
      .split(/(?:^|\n\n)(?=From )/)
      .filter((letter) => letter !== '');
    expect(letters.length).toBe(counts.messages);
    let attachments = 0;
    let addresses = 0;
    for (const letter of letters) {
      const bytes = Buffer.from(letter.slice(letter.indexOf('\n') + 1), 'latin1');
      const email = await PostalMime.parse(bytes, { rfc822Attachments: true, forceRfc822Attachments: true });
      attachments += email.attachments.length;
      addresses += 1 + (email.to?.length ?? 0) + (email.cc?.length ?? 0);
      for (const attached of email.attachments) if (attached.mimeType === 'message/rfc822') addresses += 2;
    }
    expect({ attachments, addresses }).toEqual({ attachments: counts.attachments, addresses: counts.addresses });
  },
);

test('sizes match real mail: many small mails, a long tail', () => {
  const counts = writeMbox(at('f.mbox'), 'mixed', 1, 30e6);
  const mean = counts.messageBytes / counts.messages;
  expect(mean).toBeGreaterThan(25_000);
  expect(mean).toBeLessThan(60_000);
});

test('audit records are one JSON text per line, and most ids belong to existing mails', () => {
  const counts = writeAudit(at('audit.jsonl'), 1, 400_000, 50);
  const lines = readFileSync(at('audit.jsonl'), 'utf8').trimEnd().split('\n');
  expect(lines.length).toBe(counts.records);
  const known = new Set(Array.from({ length: 50 }, (_, ordinal) => `<${toMessageId(ordinal)}>`));
  const items = lines
    .map(
      (line) =>
        JSON.parse(line) as {
          readonly Folders?: readonly { readonly FolderItems: readonly { readonly InternetMessageId: string }[] }[];
        },
    )
    .flatMap((record) => record.Folders ?? [])
    .flatMap((listed) => listed.FolderItems.map((item) => item.InternetMessageId));
  expect(items.length).toBe(counts.items);
  expect(items.filter((id) => known.has(id)).length).toBeGreaterThan(items.length * 0.9);
});

test('a corpus is made once; an incomplete one is made again', () => {
  const made = provideMail(folder, 'mbox', 'mixed', 1e6);
  const whole = digest(made.path);
  expect(provideMail(folder, 'mbox', 'mixed', 1e6)).toEqual(made);
  rmSync(`${made.path}.manifest.json`);
  expect(provideMail(folder, 'mbox', 'mixed', 1e6)).toEqual(made);
  expect(digest(made.path)).toBe(whole);
});

test('reads sizes with their unit or refuses them', () => {
  expect([readSize('64m'), readSize('1g'), readSize('10kb')]).toEqual([64e6, 1e9, 1e4]);
  for (const text of ['', '12', '1t', '-1g', '1.5g']) expect(() => readSize(text)).toThrow('a size is');
});
