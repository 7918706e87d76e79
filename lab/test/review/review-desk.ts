import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { PreparedRelease } from '../../src/commands/review/prepare-releases.ts';
import type { WrittenRelease } from '../../src/commands/review/write-release.ts';
import { type Ended, type NoticeDesk, openNoticeDesk } from '../notice/notice-desk.ts';

/** The fictional incident, run, with a reviewer of Northwind; commands run in this process as they are typed. */
export interface ReviewDesk extends NoticeDesk {
  readonly reviewerKey: string;
  readonly publicKey: string;
  readonly fingerprint: string;
  sign(name: string): never;
  as(name: string): readonly string[];
  done(...words: readonly string[]): Promise<Ended>;
  json<T>(...words: readonly string[]): Promise<T>;
  enroll(): Promise<void>;
  prepare(...words: readonly string[]): Promise<PreparedRelease>;
  approve(...words: readonly string[]): Promise<void>;
  write(out: string): Promise<WrittenRelease>;
  /** Message ids of an opened release, in the order of its index. */
  open(release: string, fingerprint: string, out: string): Promise<readonly string[]>;
}

export const NORTHWIND = ['northwind-gas.example', 'northwind.example'] as const;

export async function openReviewDesk(
  folder: string,
  more = '',
  logRate = 'every: 1h, entries: 8',
): Promise<ReviewDesk> {
  const desk = await openNoticeDesk(folder);
  desk.edit('every: 1h, entries: 8', logRate);
  if (more !== '') desk.edit('organization:', `${more}organization:`);
  await desk.run();
  const state = ['--state', desk.state];
  const reviewerKey = join(folder, 'jo.key');
  const as = (name: string) => ['--as', name, '--key', desk.key(name), '--passphrase-file', desk.passphraseFile];
  const done = async (...words: readonly string[]): Promise<Ended> => {
    const ended = await desk.type(...words, ...(words[0] === 'open' ? [] : state));
    expect(ended).toMatchObject({ code: 'done' });
    return ended;
  };
  const json = async <T>(...words: readonly string[]): Promise<T> =>
    JSON.parse((await done(...words, '--json')).text) as T;
  const made = await desk.type(
    ...['reviewer', 'key', '--out', reviewerKey, '--passphrase-file', desk.passphraseFile, '--work-factor', '10'],
    '--json',
  );
  const { fingerprint, publicKey } = JSON.parse(made.text) as { fingerprint: string; publicKey: string };
  const agree = async (...words: readonly string[]): Promise<void> => {
    for (const name of ['Ines Adler', 'Marek Dvorak']) await done(...words, ...as(name));
  };
  return {
    ...desk,
    reviewerKey,
    publicKey,
    fingerprint,
    sign: () => {
      throw new Error('commands are typed here');
    },
    as,
    done,
    json,
    enroll: async () => {
      const who = ['--party', 'org-northwind', '--key', publicKey, '--name', 'Jo Berg', '--role', 'nominator'];
      await done('enrollment', 'add', ...who, '--domain', ...NORTHWIND, '--proof', 'TXT record seen twice');
      const [enrollment] = await json<{ id: number }[]>('enrollment', 'list');
      await agree('enrollment', 'approve', String(enrollment?.id));
    },
    prepare: async (...words) => {
      const [prepared] = await json<PreparedRelease[]>('release', 'prepare', '--party', 'org-northwind', ...words);
      if (prepared === undefined) throw new Error('nothing was prepared');
      return prepared;
    },
    approve: (...words) => agree('release', 'approve', '--party', 'org-northwind', ...words),
    write: async (out) => {
      await done('log', 'publish', '--site', join(folder, 'site'));
      return json<WrittenRelease>('release', 'write', '--party', 'org-northwind', '--out', out);
    },
    open: async (release, known, out) => {
      const key = ['--key', reviewerKey, '--passphrase-file', desk.passphraseFile];
      await done('open', release, ...key, '--fingerprint', known, '--out', out);
      const lines = readFileSync(join(out, 'index.csv'), 'utf8').trim().split('\n').slice(1);
      return lines.map((line) => line.slice(line.lastIndexOf(',') + 1));
    },
  };
}

/** Every file below a folder. */
export function listFilesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
