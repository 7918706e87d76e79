import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Interest } from '../../../src/commands/exposure/read-interest.ts';
import { openNoticeDesk } from '../../notice/notice-desk.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const desk = await openNoticeDesk(makeTemporaryFolder());
const out = join(desk.folder, 'out');

beforeAll(async () => {
  expect(await desk.type('run', desk.incident, '--state', desk.state, '--out', out)).toMatchObject({ code: 'done' });
});

async function readInterest(): Promise<Interest> {
  const { text } = await desk.type('interest', '--json', '--state', desk.state);
  return JSON.parse(text) as Interest;
}

interface RecordLine {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly sources: readonly { readonly file: string; readonly line: number }[];
}

const intruderRecords = (): RecordLine[] =>
  readFileSync(join(out, 'records.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordLine)
    .filter(({ label }) => label === 'intruder');

test('Harbor: the intruder looked twice for what the head of security knew, and hid his report', async () => {
  const { searches, openings, mailboxes, unread } = await readInterest();
  expect(searches.map(({ custodian, query, hits, about }) => ({ custodian, query, hits, about }))).toEqual([
    {
      custodian: 'lindqvist-s',
      query: 'tenant OR "web mail gateway"',
      hits: 6,
      about: ['web mail gateway', 'mailbox of the response'],
    },
    {
      custodian: 'lindqvist-s',
      query: 'subject:mails intrusion',
      hits: 1,
      about: ['intrusion', 'mailbox of the response'],
    },
  ]);
  const about = openings.filter((opening) => opening.about.length > 0);
  expect(about.map(({ operation, subject }) => [operation, subject])).toEqual([
    ['MailItemsAccessed', 'Failed sign-ins on the old test tenant'],
    ['MailItemsAccessed', 'Re: Failed sign-ins on the old test tenant'],
    ['MailItemsAccessed', 'Re: [ASTER-1881] Gateway update 4.2.1'],
    ['MoveToDeletedItems', 'Mails of legal go out twice?'],
  ]);
  expect(mailboxes.map(({ custodian }) => custodian)).toEqual([
    'moreau-c',
    'okafor-a',
    'lindqvist-s',
    'tanaka-y',
    'costa-r',
    'brandt-j',
    null,
  ]);
  expect(unread).toBe(0);
});

test('has every intruder record with each of its places, and every search, folder and message cites it', async () => {
  const { visits, searches, folders, openings } = await readInterest();
  const records = intruderRecords().filter(({ kind }) => kind !== 'sign-in');
  expect(records.length).toBe(27);
  const told = visits.flatMap(({ citations }) => citations);
  expect(told.map(({ record }) => record).sort()).toEqual(records.map(({ id }) => id).sort());
  const places = new Map(records.map(({ id, sources }) => [id, sources]));
  const inFolders = folders.flatMap(({ citations }) => citations);
  for (const { record, sources } of [...told, ...searches, ...openings, ...inFolders]) {
    expect(sources.length, record).toBe(places.get(record)?.length);
    // `file:line`, or `file, row n`.
    for (const { file, line } of places.get(record) ?? [])
      expect(
        sources.some((place) => place.startsWith(file) && place.endsWith(`${line}`)),
        `${record} ${line}`,
      ).toBe(true);
  }
  const cited = new Set([...searches, ...openings, ...inFolders].map(({ record }) => record));
  const named = records.filter(({ kind }) => ['bind', 'sync', 'list', 'handle', 'send', 'search'].includes(kind));
  expect(named.filter(({ id }) => !cited.has(id))).toEqual([]);
  expect(searches.length).toBe(records.filter(({ kind }) => kind === 'search').length);
  for (const folder of folders) expect(folder.citations.length, folder.folder).toBe(folder.records);
  expect(folders.some((folder) => folder.citations.length > 1)).toBe(true);
});

test('the screen tells the story chronologically', async () => {
  const { text } = await desk.type('interest', '--state', desk.state);
  const story = [
    /moreau-c +opened 3 messages/,
    /okafor-a +opened 5 messages/,
    /lindqvist-s +made 1 search, opened 3 messages/,
    /tanaka-y +synchronized folders/,
    /moreau-c +opened 2 messages, .*changed a mail rule/,
    /costa-r +opened 2 messages/,
    /brandt-j +sent 1 message/,
    /lindqvist-s +made 1 search, moved or changed 1 message/,
    /What it searched for/,
  ];
  let rest = text.slice(text.indexOf('What it did, in order')).replaceAll(/\s+/g, ' ');
  for (const step of story) {
    const found = step.exec(rest);
    expect(found, `${step}`).not.toBeNull();
    rest = rest.slice((found?.index ?? 0) + 1);
  }
});

test('reads copies in packed files, and counts missing evidence', async () => {
  const before = await readInterest();
  const packed = before.openings.filter(({ custodian, locations }) => custodian === 'brandt-j' && locations.length > 0);
  expect(packed.length).toBeGreaterThan(0);
  for (const { subject } of packed) expect(subject).not.toBeNull();
  const place = join(desk.folder, 'harbor/mailboxes/brandt-j.mbox.gz');
  const bytes = readFileSync(place);
  rmSync(place);
  try {
    const after = await readInterest();
    expect(after.unread).toBe(new Set(packed.map(({ messageId }) => messageId)).size);
    expect(after.searches).toEqual(before.searches);
  } finally {
    writeFileSync(place, bytes);
  }
});

test('the first screen mentions that the intruder looked for itself, without search terms', async () => {
  const { text } = await desk.type('status', '--state', desk.state);
  expect(text).toContain('2 searches in 1 mailbox   it looked for traces of itself 4 times');
  const words = ['web mail gateway', 'subject:mails'];
  for (const file of readdirSync(out)) {
    const written = readFileSync(join(out, file), 'utf8');
    for (const word of words) expect(written.includes(word), `${file}: ${word}`).toBe(false);
  }
});

test('without response words the screen explains how to name them', async () => {
  const written = readFileSync(desk.incident, 'utf8');
  writeFileSync(desk.incident, written.replace(/interest:\n.*\n.*\n/, ''));
  try {
    const { text } = await desk.type('interest', '--state', desk.state);
    expect(text).toContain('contains its\n  own indicators.');
    expect(text).toContain('Add `interest: { words: […], addresses: […] }`.');
  } finally {
    writeFileSync(desk.incident, written);
  }
});
