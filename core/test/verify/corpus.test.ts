import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstant } from '@candor/core/base';
import { readNoticeCode } from '@candor/core/notice/code';
import { checkNotice, type NoticeAnswer, type NoticeStatus } from '@candor/core/verify';
import { expect, test } from 'vitest';
import { type MadeNotice, madeNow, makeSite, tools } from './made-site.ts';

const folder = join(import.meta.dirname, '../../../corpus/verification');
const read = (path: string): Buffer => readFileSync(join(folder, path));

interface Case {
  readonly file: string;
  readonly answer: string;
  readonly named: readonly string[];
  readonly notes: readonly string[];
  readonly code?: string;
  readonly domain?: string;
  readonly status?: string;
}

const notice = JSON.parse(read('notice.json').toString()) as MadeNotice;
const cases = JSON.parse(read('cases.json').toString()) as readonly Case[];
const later = readInstant('2001-10-25T08:00:00Z') ?? 0;
const statuses: Readonly<Record<string, NoticeStatus>> = {
  superseded: { state: 'superseded', at: later },
  withdrawn: { state: 'withdrawn', at: later, isMisdirected: false },
  misdirected: { state: 'withdrawn', at: later, isMisdirected: true },
};

async function answer(one: Case): Promise<NoticeAnswer> {
  const status = statuses[one.status ?? ''];
  const site = await makeSite({ ...notice, ...(status === undefined ? {} : { status }) });
  const code = readNoticeCode(one.code ?? notice.code);
  if (code.state !== 'code') throw new Error('no code');
  return checkNotice(tools, {
    isDomainGiven: true,
    code: code.bytes,
    domain: one.domain ?? notice.domain,
    description: site.description,
    site: site.access,
    received: one.file.endsWith('.txt')
      ? { kind: 'pasted', text: read(one.file).toString() }
      : { kind: 'file', bytes: read(one.file) },
    fingerprints: [site.fingerprint],
    now: madeNow,
  });
}

/** What the answer names: differences, senders, and what is harmless. */
function listNamed(found: NoticeAnswer): readonly string[] {
  if (found.kind === 'changed')
    return [...new Set(found.changes.map(({ place, nature }) => `${place}:${nature}`))].sort();
  return [];
}

test.each(cases)('$file is $answer', async (one) => {
  const found = await answer(one);
  expect(found.kind).toBe(one.answer);
  expect(listNamed(found)).toEqual(one.named);
  const notes = 'compared' in found ? [...new Set(found.compared.notes.map(({ kind }) => kind))].sort() : [];
  if (found.kind !== 'changed') expect(notes).toEqual([...one.notes].sort());
  const isTagged = notes.includes('subject-tag');
  if (found.kind === 'added' && !isTagged) expect(found.compared.additions.length).toBeGreaterThan(0);
});

test('there are at least forty forgeries and twenty harmless changes, and no forgery is called genuine', () => {
  const forged = cases.filter(({ file }) => file.startsWith('forgeries/'));
  expect(forged.length).toBeGreaterThanOrEqual(40);
  expect(cases.length - forged.length).toBeGreaterThanOrEqual(20);
  expect(forged.filter((one) => one.answer === 'genuine')).toEqual([]);
});
