import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { captureMessages } from './capture.ts';
import type { Comparison } from './corpus.ts';
import { countDiffering, type MailFacts, readMailFacts } from './mail-facts.ts';

export function isInstalled(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
}

const READPST_TIMEOUT_MS = 120_000;
/** Roots of a store; readpst has the store's name in their place. */
const ROOTS =
  /^(?:(?:Top of )?(?:Personal Folders|Outlook data file|Information Store)|Root - Mailbox|IPM_SUBTREE)(?:\/|$)/i;

/** What both readers found in one Outlook file. */
interface PstPair {
  readonly path: string;
  readonly ours: readonly MailFacts[];
  /** Null: readpst refuses the file. */
  readonly theirs: readonly MailFacts[] | null;
}

/**
 * Reads every PST and OST below a folder with our reader and with readpst (`-j 0`: with several jobs it loses items).
 */
async function readPstPairs(root: string, work: string): Promise<readonly PstPair[]> {
  const pairs: PstPair[] = [];
  for (const path of listFiles(root).filter((name) => /\.(?:pst|ost)$/i.test(name))) {
    const ours: MailFacts[] = [];
    for (const { folder, bytes } of await captureMessages(join(root, path), join(work, 'captured'))) {
      ours.push(await readMailFacts(bytes, toComparable(folder ?? '')));
    }
    pairs.push({ path, ours, theirs: await readWithReadpst(join(root, path), join(work, 'readpst')) });
  }
  return pairs;
}

async function readWithReadpst(path: string, out: string): Promise<readonly MailFacts[] | null> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const run = spawnSync('readpst', ['-j', '0', '-e', '-q', '-D', '-t', 'e', '-o', out, path], {
    timeout: READPST_TIMEOUT_MS,
    stdio: 'ignore',
  });
  const facts: MailFacts[] = [];
  for (const name of listFiles(out).filter((file) => file.endsWith('.eml'))) {
    facts.push(await readMailFacts(readFileSync(join(out, name)), name.split('/').slice(1, -1).join('/')));
  }
  rmSync(out, { recursive: true, force: true });
  return run.status === 0 ? facts : null;
}

function toComparable(folder: string): string {
  let path = folder;
  while (ROOTS.test(path)) path = path.replace(ROOTS, '');
  return path;
}

function listFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** Lines of the page for all files together. */
export async function compareWithReadpst(root: string, work: string): Promise<readonly Comparison[]> {
  if (!isInstalled('readpst')) return [];
  const pairs = (await readPstPairs(root, work)).filter(({ theirs }) => theirs !== null);
  const compare = (what: string, list: (facts: MailFacts) => readonly string[]): Comparison => {
    let compared = 0;
    let differing = 0;
    const files: string[] = [];
    for (const { path, ours, theirs } of pairs) {
      const here = ours.flatMap(list);
      const there = (theirs ?? []).flatMap(list);
      const count = countDiffering(here, there);
      compared += Math.max(here.length, there.length);
      differing += count;
      if (count > 0) files.push(`${path} ${here.length}/${there.length}`);
    }
    return { what: `readpst: ${what}`, compared, differing, because: files.join('; ') };
  };
  return [
    compare('messages by folder', ({ folder }) => [folder]),
    compare('subjects by folder, by digest', ({ folder, subject }) => [`${folder}\n${subject}`]),
    compare('attachments, by digest', ({ attachments }) => attachments),
    compare('attached messages', ({ attachedMessages }) => Array.from({ length: attachedMessages }, () => '')),
  ];
}
