import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type IncomingClass, readIncoming } from '@candor/core/notice/bounce';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { unpackCorpus } from '../evidence/coverage/unpack.ts';

const data = resolve(import.meta.dirname, '../../../../shared/data');
const work = mkdtempSync(join(tmpdir(), 'candor-incoming-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function unpack(name: string, context: TestContext): string {
  const folder = existsSync(data) ? unpackCorpus(data, name, work) : null;
  if (folder === null) context.skip(`${name}.tar.xz is not in ../shared/data, where corpora of others lie`);
  return folder ?? '';
}

/**
 * What a mail states by itself, found by a search over its bytes that shares nothing with the reader. Null: it states
 * no status.
 */
function readStated(raw: string): IncomingClass | null {
  const statuses = [...raw.matchAll(/^status: *([245])\./gim)].map(([, digit]) => digit);
  const actions = [...raw.matchAll(/^action: *([a-z]+)/gim)].map(([, word]) => word?.toLowerCase());
  if (statuses.length > 0) {
    if (actions.length > 0 && actions.every((action) => action?.startsWith('delay'))) return 'soft';
    return statuses.includes('5') ? 'hard' : statuses.includes('4') ? 'soft' : 'other';
  }
  const reply = /(?:said: |response:? ?|error:? ?|<<< ?|smtp;? ?|^)([45])\d\d[ -](?:[45]\.\d+\.\d+ )?[a-z<]/im.exec(
    raw,
  )?.[1];
  if (reply === undefined) return null;
  return reply === '5' ? 'hard' : 'soft';
}

/** Mails that state a status and are something else, each with the reason. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'bsd/lhost-amazonses-09.eml':
    'a notification whose body is JSON for a program; it returns no mail and names no report',
  'bsd/lhost-amazonses-10.eml': 'as before',
  'bsd/lhost-amazonworkmail-05.eml':
    "one report states 4.4.7 for its recipient and 5.4.7 elsewhere; the recipient's own counts",
  'bsd/lhost-sendmail-14.eml': 'a person forwards a bounce: a person has to look at it',
  'err/make-test-36.eml': 'the same mail again',
};

test('classifies at least 98 of 100 bounces as their status says', async (context) => {
  const folder = unpack('set-of-emails', context);
  let stated = 0;
  const missed: string[] = [];
  const sentences: string[] = [];
  for (const part of ['bsd', 'dos', 'mac', 'err']) {
    for (const name of readdirSync(join(folder, 'maildir', part)).sort()) {
      const bytes = readFileSync(join(folder, 'maildir', part, name));
      const wanted = readStated(bytes.toString('latin1').replace(/\r\n?/g, '\n'));
      if (wanted === null) continue;
      stated += 1;
      const found = await readIncoming(bytes);
      if (found.class === wanted) continue;
      const place = `${part}/${name}`;
      missed.push(place);
      sentences.push(`${place}: states ${wanted}, read as ${found.class}: ${EXPLAINED[place] ?? 'not explained'}`);
    }
  }
  process.stdout.write(
    `${stated} bounces state a status; ${missed.length} are read otherwise\n${sentences.join('\n')}\n`,
  );
  expect(stated).toBeGreaterThan(500);
  expect(missed).toEqual(Object.keys(EXPLAINED));
  expect(missed.length / stated).toBeLessThanOrEqual(0.02);
});

test('classifies no other mail as a bounce, with any line endings', async (context) => {
  const folder = unpack('set-of-emails', context);
  const read = async (part: string, name: string) => readIncoming(readFileSync(join(folder, 'maildir', part, name)));
  for (const name of ['is-not-bounce-01.eml', 'is-not-bounce-02.eml'])
    expect((await read('not', name)).class).toBe('other');
  for (const name of readdirSync(join(folder, 'maildir/dos'))) {
    if (!existsSync(join(folder, 'maildir/mac', name))) continue;
    const [dos, mac] = [await read('dos', name), await read('mac', name)];
    expect([mac.class, mac.status], name).toEqual([dos.class, dos.status]);
  }
});
