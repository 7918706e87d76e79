import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, type TestContext, test } from 'vitest';
import { captureMessages } from './coverage/capture.ts';
import { corpora } from './coverage/corpora.ts';
import { type Corpus, oneEach, WHOLE } from './coverage/corpus.ts';
import { type Coverage, coverCorpus } from './coverage/cover.ts';
import { readMailFacts } from './coverage/mail-facts.ts';
import { toPage, toSection } from './coverage/page.ts';
import { unpackCorpus } from './coverage/unpack.ts';
import { makeMbox, makeMessage } from './evidence-kit.ts';

const root = resolve(import.meta.dirname, '../../..');
const data = join(root, '../shared/data');
const work = mkdtempSync(join(tmpdir(), 'candor-coverage-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Corpora without comparisons that need other programs; together they take a few seconds. */
const SMALL = [
  'cpython-email',
  'ruby-mail',
  'mail-parser',
  'grepmail-mailboxes',
  'mbox-messageparser',
  'set-of-emails',
];

function unpack(name: string, context: TestContext): string {
  const folder = existsSync(data) ? unpackCorpus(data, name, work) : null;
  if (folder === null) context.skip(`${name}.tar.xz is not in ../shared/data, where corpora of others lie`);
  return folder ?? '';
}

function assertSound({ account, crashes, hangs, differences }: Coverage): void {
  for (const bytes of [account.bytes, account.unpacked]) {
    if (bytes !== null) expect(bytes.messages + bytes.structure + bytes.quarantined).toBe(bytes.size);
  }
  expect([crashes, hangs]).toEqual([0, 0]);
  expect(differences.filter(({ because }) => because === null)).toEqual([]);
}

describe('third-party corpora', () => {
  test.for(SMALL)('%s gives the expected result, or one that the page explains', async (name, context) => {
    const corpus = corpora.find((one) => one.name === name);
    if (corpus === undefined) throw new Error(`no corpus ${name}`);
    const coverage = await coverCorpus(corpus, unpack(name, context), join(work, 'work'));
    assertSound(coverage);
    expect(readFileSync(join(root, 'docs/evidence-coverage.md'), 'utf8')).toContain(toSection(coverage));
  });

  test('reads messages and objects inside Outlook items', async (context) => {
    const folder = unpack('aspose-net', context);
    const facts = await Promise.all(
      (await captureMessages(join(folder, 'Outlook/Outlook.pst'), join(work, 'captured'))).map(({ bytes }) =>
        readMailFacts(bytes, ''),
      ),
    );
    const total = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
    expect(total(facts.map(({ attachedMessages }) => attachedMessages))).toBe(4);
    const items = await captureMessages(join(folder, 'Outlook/SampleOstFile.ost'), join(work, 'captured'));
    const sizes = (await Promise.all(items.map(({ bytes }) => readMailFacts(bytes, '')))).flatMap((one) => one.sizes);
    // A reference to an object has eight bytes and is no content.
    expect(sizes.filter((size) => size === 8)).toEqual([]);
  });
});

describe('the table', () => {
  const made: Corpus = {
    name: 'made',
    mailboxes: () => [WHOLE],
    expect: (_, paths) => new Map(oneEach(paths, /\.(?:eml|mbox)$/, 'each file is one message')),
    explanations: [['two.mbox', 'it holds two']],
  };

  async function cover(corpus: Corpus): Promise<Coverage> {
    const folder = join(work, 'made');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'one.eml'), makeMessage(1));
    writeFileSync(join(folder, 'two.mbox'), makeMbox(makeMessage(2), makeMessage(3)));
    writeFileSync(join(folder, 'none.eml'), 'no mail at all');
    return coverCorpus(corpus, folder, join(work, 'work'));
  }

  test('lists each file with another result, with or without a reason', async () => {
    const coverage = await cover(made);
    expect(coverage.differences).toEqual([
      { path: 'none.eml', expected: 1, found: 0, because: null },
      { path: 'two.mbox', expected: 1, found: 2, because: 'it holds two' },
    ]);
    const page = toPage([coverage]);
    expect(page).toContain('| `none.eml` | 1 | 0 | **unexplained** |');
    expect(page).toContain('| `two.mbox` | 1 | 2 | it holds two |');
    expect(page).toMatch(/\| \[made\]\(#made\) \| 3 \| 3 \| 3 \| 2 \| [\d,]+ \| 100 % \| 14 \| 0 \| 0 \|/);
  });

  test('lists an expected file that is missing', async () => {
    const gone = { ...made, expect: () => new Map([['gone.eml', { messages: 1, basis: 'it was there' }]]) };
    expect((await cover(gone)).differences[0]).toMatchObject({ path: 'gone.eml', expected: 1, found: 0 });
  });
});
