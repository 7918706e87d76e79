import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, must, PROJECT } from '../candor.ts';
import { buildProvedSite } from '../notice/waves.ts';
import { check, say } from '../step.ts';
import { agree } from './agree.ts';

/** Outside counsel with a key file, taken in by hand: who opens the release without the app. Gives the file. */
export async function addByHand(folder: string, domain: string): Promise<string> {
  const file = 'counsel.key';
  const passphrase = ['--passphrase-file', 'keys/passphrase'];
  const made = await ask<{ publicKey: string; fingerprint: string }>(
    ['reviewer', 'key', '--out', file, ...passphrase, '--work-factor', '10'],
    folder,
  );
  const who = ['--party', domain, '--key', made.publicKey, '--name', 'Ada Moss', '--role', 'representative'];
  await must(['enrollment', 'add', ...who, '--domain', domain, '--proof', 'named by letter'], folder);
  await agree(folder, ['enrollment', 'approve', made.fingerprint]);
  return file;
}

/**
 * Prepares the party's release, lets two people agree to it, and brings it to the portal once the published log has it.
 */
export async function release(folder: string, domain: string): Promise<void> {
  say(await must(['release', 'prepare', '--party', domain], folder));
  await agree(folder, ['release', 'approve', '--party', domain]);
  const early = await must(['portal', 'push'], folder);
  check('not before the published log has it', /waits/.test(early), early);
  await buildProvedSite(folder);
  const pushed = await must(['release', 'push', domain], folder);
  check('it is there', /is there/.test(pushed), pushed);
  const again = await ask<{ pushed: readonly unknown[] }>(['portal', 'push'], folder);
  check('and nothing of it is sent twice', again.pushed.length === 0, JSON.stringify(again.pushed));
}

/** What the party reads, as `candor open` wrote it without any server. */
export interface Golden {
  /** Folder of the opened release. */
  readonly folder: string;
  /** Lines of its table, one a message. */
  readonly lines: readonly string[];
  readonly ids: readonly string[];
}

/** Writes the release as one file, opens it, and compares it with the list that is kept with this program. */
export async function openWithoutServer(
  folder: string,
  domain: string,
  keyFile: string,
  fingerprint: string,
): Promise<Golden> {
  await must(['release', 'write', '--party', domain, '--out', 'northwind.candor'], folder);
  const opened = join(folder, 'opened');
  const key = ['--key', keyFile, '--passphrase-file', 'keys/passphrase'];
  await must(['open', 'northwind.candor', ...key, '--fingerprint', fingerprint, '--out', opened], folder);
  const table = readFileSync(join(opened, 'index.csv'), 'utf8');
  const kept = readFileSync(join(PROJECT, 'e2e/review/northwind.csv'), 'utf8');
  check(
    'it is the list that is kept here',
    table === kept,
    `compare ${opened}/index.csv with e2e/review/northwind.csv`,
  );
  const lines = table.trimEnd().split('\n').slice(1);
  return { folder: opened, lines, ids: lines.map((line) => line.slice(line.lastIndexOf(',') + 1)) };
}

/**
 * Files of the portal that hold a line of any message. The same search finds them in what was opened, or it would show
 * nothing.
 */
export async function findPlain(portal: string, golden: Golden): Promise<readonly string[]> {
  const files = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const words = files(join(golden.folder, 'messages')).map(
    (file) => /^Message-ID: (.+?)\r?$/m.exec(readFileSync(file, 'latin1'))?.[1] ?? '',
  );
  const hold = (file: string): boolean => {
    const bytes = readFileSync(file);
    return words.some((word) => bytes.includes(word));
  };
  check('the search finds every opened message', files(join(golden.folder, 'messages')).every(hold));
  return files(portal).filter(hold);
}
