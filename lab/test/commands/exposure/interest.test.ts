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

test('the story of Harbor: it looked twice for what the head of security knew, and hid his report', async () => {
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

test("every search, folder and message of the intruder's records is there with file and line", async () => {
  const interest = await readInterest();
  const cited = new Map<string, readonly string[]>();
  for (const { record, sources } of [...interest.searches, ...interest.folders, ...interest.openings])
    cited.set(record, sources);
  const records = intruderRecords();
  expect(records.length).toBe(29);
  for (const { id, kind, sources } of records) {
    if (kind === 'sign-in' || kind === 'rule') continue;
    const counts = interest.folders.some(({ records: many }) => many > 1);
    if (!cited.has(id)) {
      // A folder cites its first record; later ones add to its count.
      expect(counts, id).toBe(true);
      expect(kind, id).not.toBe('search');
      continue;
    }
    expect(cited.get(id)?.length, id).toBe(sources.length);
  }
  expect(interest.searches.length).toBe(records.filter(({ kind }) => kind === 'search').length);
});

test('copies in packed files are read as well, and evidence that is gone is counted', async () => {
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

test('the first screen says that it looked for itself, and no word of what it searched for', async () => {
  const { text } = await desk.type('status', '--state', desk.state);
  expect(text).toContain('2 searches in 1 mailbox   it looked for itself 4 times');
  const words = ['web mail gateway', 'subject:mails'];
  for (const file of readdirSync(out)) {
    const written = readFileSync(join(out, file), 'utf8');
    for (const word of words) expect(written.includes(word), `${file}: ${word}`).toBe(false);
  }
});

test('without words of the response the screen says how to name them', async () => {
  const written = readFileSync(desk.incident, 'utf8');
  writeFileSync(desk.incident, written.replace(/interest:\n.*\n.*\n/, ''));
  try {
    const { text } = await desk.type('interest', '--state', desk.state);
    expect(text).toContain('Nothing shows it');
    expect(text).toContain('Add `interest: { words: […], addresses: […] }`.');
  } finally {
    writeFileSync(desk.incident, written);
  }
});
