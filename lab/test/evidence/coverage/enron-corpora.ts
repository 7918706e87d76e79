import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { formatInstant, readCsv } from '@candor/core/base';
import type { CopyRow } from '../../../src/evidence/protocol.ts';
import { compareWithReadpst } from './compare-outlook.ts';
import { type Comparison, type Corpus, comparePairs, type Expected } from './corpus.ts';

interface TrueCopy {
  readonly location: string;
  readonly folder: string;
  readonly messageId: string;
  readonly date: string;
  readonly sha256: string;
}

function readTruth(root: string): readonly TrueCopy[] {
  const [, ...rows] = readCsv(readFileSync(join(root, 'truth/copies.csv'), 'utf8'));
  return rows.map(({ fields: [, location = '', folder = '', messageId = '', date = '', sha256 = ''] }) => ({
    location: `mailboxes/${location}`,
    folder,
    messageId,
    date,
    sha256,
  }));
}

/** A location without the ordinal of an mbox or PST. */
function toFile(location: string): string {
  return location.replace(/(\.(?:mbox|mbox\.gz|pst))#\d+$/, '$1');
}

/** SHA-256 of an mbox message as its sender wrote it. */
function digestUnquoted(root: string, copy: CopyRow): string {
  const [location, offset, length] = [copy[0], copy[13], copy[14]];
  const bytes = readFileSync(join(root, toFile(location)));
  const unpacked = location.includes('.gz#') ? gunzipSync(bytes) : bytes;
  const text = unpacked.toString('latin1', offset, offset + length).replace(/^>(>*From )/gm, '$1');
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

const theft: Corpus = {
  name: 'theft-enron-dev',
  mailboxes: (root) =>
    readdirSync(join(root, 'mailboxes'))
      .sort()
      .map((name) => `mailboxes/${name}`),
  expect: (root) => {
    const expected = new Map<string, Expected>();
    for (const { location } of readTruth(root)) {
      const file = toFile(location);
      const messages = (expected.get(file)?.messages ?? 0) + 1;
      expected.set(file, { messages, basis: 'rows of truth/copies.csv' });
    }
    return expected;
  },
  explanations: [],
  compare: async ({ root, copies, work }) => {
    const byLocation = new Map(copies.map((copy) => [copy[0], copy]));
    const byId = new Map(copies.map((copy) => [copy[3], copy]));
    const truth = readTruth(root);
    const pairs = truth.map((row) => {
      const isPst = row.location.includes('.pst#');
      return { row, isPst, copy: isPst ? byId.get(bare(row.messageId)) : byLocation.get(row.location) };
    });
    const all = () => true;
    const compare = (
      what: string,
      isCompared: (pair: (typeof pairs)[number]) => boolean,
      isSame: (row: TrueCopy, copy: CopyRow) => boolean,
      because = '',
    ): Comparison =>
      comparePairs(
        what,
        pairs.filter(isCompared),
        ({ row, copy }) => copy !== undefined && isSame(row, copy),
        () => because,
      );
    return [
      compare('copies at their location (PST items: by Message-ID)', all, () => true),
      compare(
        'SHA-256 of the message bytes as they lie',
        ({ isPst }) => !isPst,
        (row, copy) => row.sha256 === copy[15],
        'messages in mbox with lines `>From `; the table has the digest without that `>`, a copy that of the bytes in the file',
      ),
      compare(
        'the same with one `>` taken from `>From ` lines',
        ({ isPst }) => !isPst,
        (row, copy) => row.sha256 === copy[15] || row.sha256 === digestUnquoted(root, copy),
      ),
      compare('Message-ID', all, (row, copy) => bare(row.messageId) === copy[3]),
      compare('date', all, (row, copy) => row.date === (copy[4] === null ? '' : formatInstant(copy[4]))),
      compare(
        'folder, where the format shows one',
        ({ row }) => !/\/(?:storey-g|lokay-m)\.mbox/.test(row.location),
        (row, copy) => toPath(row.folder) === toPath(copy[1] ?? ''),
      ),
      ...(await compareWithReadpst(join(root, 'mailboxes/lokay-m'), work)),
    ];
  },
};

/** The truth names the folders of a PST from its store's name on, as readpst does. */
function toPath(folder: string): string {
  return folder.replace(/^(?:Top of )?Personal folders\//i, '');
}

function bare(messageId: string): string {
  return messageId.replace(/^<|>$/g, '');
}

interface ExpectedLine {
  readonly custodian: string;
  readonly location: string;
  readonly folder: string | null;
  readonly messageId: string | null;
  readonly date: string | null;
  readonly fingerprint: string;
}

const ARCHIVE = 'mailboxes/allen-p-archive';

function readExpectedLines(root: string): readonly ExpectedLine[] {
  return readFileSync(join(root, 'expected/exposure.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"custodian": "allen-p-archive"') || line.includes('"custodian":"allen-p-archive"'))
    .map((line) => JSON.parse(line) as ExpectedLine);
}

const incident: Corpus = {
  name: 'incident-enron-dev',
  mailboxes: () => [ARCHIVE],
  expect: (root, paths) => {
    const lines = readExpectedLines(root);
    return new Map(
      paths.map((path) => [
        path,
        {
          messages: lines.filter(({ location }) => location.startsWith(path)).length,
          basis: 'lines of expected/exposure.jsonl for this mailbox; its other mailboxes are those of theft-enron-dev',
        },
      ]),
    );
  },
  explanations: [],
  compare: ({ root, copies: all }) => {
    const copies = new Map(all.map((copy) => [copy[0], copy]));
    const lines = readExpectedLines(root);
    const compare = (what: string, isSame: (line: ExpectedLine, copy: CopyRow) => boolean): Comparison =>
      comparePairs(what, lines, (line) => {
        const copy = copies.get(line.location);
        return copy !== undefined && isSame(line, copy);
      });
    return Promise.resolve([
      compare('location and Message-ID', (line, copy) => line.messageId === copy[3]),
      compare('folder', (line, copy) => line.folder === copy[1]),
      compare('date', (line, copy) => line.date === (copy[4] === null ? null : formatInstant(copy[4]))),
      compare('fingerprint', (line, copy) => line.fingerprint === copy[7]),
    ]);
  },
};

export const enronCorpora: readonly Corpus[] = [theft, incident];
