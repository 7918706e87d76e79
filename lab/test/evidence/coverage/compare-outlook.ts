import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { captureMessages } from './capture.ts';
import { type Comparison, comparePairs } from './corpus.ts';
import { countDiffering, type MailFacts, readMailFacts, toSubjectDigest } from './mail-facts.ts';

const READPST_TIMEOUT_MS = 120_000;
const MSGCONVERT_TIMEOUT_MS = 30_000;
/** Roots of a store; readpst has the store's name in their place. */
const ROOTS =
  /^(?:(?:Top of )?(?:Personal Folders|Outlook data file|Information Store)|Root - Mailbox|IPM_SUBTREE)(?:\/|$)/i;

export function isInstalled(command: string): boolean {
  return spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
}

function listFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/**
 * Every PST and OST below a folder by our reader and by readpst (`-j 0`: with several jobs it loses items); those that
 * readpst refuses are left out. Lines of the page for all files together.
 */
export async function compareWithReadpst(root: string, work: string): Promise<readonly Comparison[]> {
  if (!isInstalled('readpst')) return [];
  const pairs: { path: string; ours: readonly MailFacts[]; theirs: readonly MailFacts[] }[] = [];
  for (const path of listFiles(root).filter((name) => /\.(?:pst|ost)$/i.test(name))) {
    const captured = await captureMessages(join(root, path), join(work, 'captured'));
    const ours = captured.map(({ folder, bytes }) => readMailFacts(bytes, toComparable(folder ?? '')));
    const theirs = await readWithReadpst(join(root, path), join(work, 'readpst'));
    if (theirs !== null) pairs.push({ path, ours: await Promise.all(ours), theirs });
  }
  const compare = (what: string, list: (facts: MailFacts) => readonly string[]): Comparison => {
    const counted = pairs.map(({ path, ours, theirs }) => {
      const [here, there] = [ours.flatMap(list), theirs.flatMap(list)];
      const file = `${path} ${here.length}/${there.length}`;
      return { file, compared: Math.max(here.length, there.length), differing: countDiffering(here, there) };
    });
    return {
      what: `readpst: ${what}`,
      compared: counted.reduce((sum, { compared }) => sum + compared, 0),
      differing: counted.reduce((sum, { differing }) => sum + differing, 0),
      because: counted.flatMap(({ file, differing }) => (differing > 0 ? [file] : [])).join('; '),
    };
  };
  return [
    compare('messages by folder', ({ folder }) => [folder]),
    compare('subjects by folder, by digest', ({ folder, subject }) => [`${folder}\n${subject}`]),
    compare('attachments, by digest', ({ attachments }) => attachments),
    compare('attached messages', ({ attachedMessages }) => Array.from({ length: attachedMessages }, () => '')),
  ];
}

async function readWithReadpst(path: string, out: string): Promise<readonly MailFacts[] | null> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const run = spawnSync('readpst', ['-j', '0', '-e', '-q', '-D', '-t', 'e', '-o', out, path], {
    timeout: READPST_TIMEOUT_MS,
    stdio: 'ignore',
  });
  const facts = listFiles(out)
    .filter((file) => file.endsWith('.eml'))
    .map((name) => readMailFacts(readFileSync(join(out, name)), name.split('/').slice(1, -1).join('/')));
  const read = await Promise.all(facts);
  rmSync(out, { recursive: true, force: true });
  return run.status === 0 ? read : null;
}

function toComparable(folder: string): string {
  let path = folder;
  while (ROOTS.test(path)) path = path.replace(ROOTS, '');
  return path;
}

/** Fields of the source project's expected parse that are compared. */
interface ExpectedFields {
  readonly subject?: string;
  readonly attachments: readonly { readonly contentLength?: number; readonly innerMsgContent?: boolean }[];
}

/**
 * The .msg files that hold mail: against the .json that the source project expects, and against msgconvert where it is
 * installed (Perl, Email::Outlook::Message), which shares no code with the library that reads .msg here.
 */
export async function compareMsgFiles(
  root: string,
  paths: readonly string[],
  work: string,
  reasons: Readonly<Record<string, string>>,
): Promise<readonly Comparison[]> {
  const facts: { path: string; ours: MailFacts }[] = [];
  for (const path of paths.filter((name) => /\.msg$/i.test(name))) {
    const [captured] = await captureMessages(join(root, path), join(work, 'captured'));
    if (captured !== undefined) facts.push({ path, ours: await readMailFacts(captured.bytes, '') });
  }
  const compareWith =
    <Theirs>(title: string, peer: string, pairs: readonly { path: string; ours: MailFacts; theirs: Theirs }[]) =>
    (what: string, isSame: (ours: MailFacts, theirs: Theirs) => boolean): Comparison =>
      comparePairs(
        `${title}: ${what}`,
        pairs,
        ({ ours, theirs }) => isSame(ours, theirs),
        (differing) =>
          differing
            .map(({ path }) => `${path}: ${reasons[`${peer} ${what} ${path}`] ?? reasons[path] ?? 'unexplained'}`)
            .join('; '),
      );
  const expected = facts.flatMap(({ path, ours }) => {
    const file = join(root, path.replace(/\.msg$/i, '.json'));
    if (!existsSync(file)) return [];
    return [{ path, ours, theirs: JSON.parse(readFileSync(file, 'utf8')) as ExpectedFields }];
  });
  const withExpected = compareWith('expected fields (.json)', 'expected', expected);
  const withMsgconvert = compareWith(
    'msgconvert',
    'msgconvert',
    await convertAll(root, facts, join(work, 'msgconvert')),
  );
  return [
    ...(expected.length === 0
      ? []
      : [
          withExpected('subject', (ours, { subject }) => ours.subject === toSubjectDigest(subject)),
          withExpected(
            'attached messages',
            (ours, { attachments }) =>
              ours.attachedMessages === attachments.filter(({ innerMsgContent }) => innerMsgContent === true).length,
          ),
          withExpected('number and sizes of attachments', (ours, { attachments }) => {
            const files = attachments.filter(({ innerMsgContent }) => innerMsgContent !== true);
            const sizes = files.map(({ contentLength }) => String(contentLength));
            return isSameList(ours.sizes.map(String), sizes);
          }),
        ]),
    ...(isInstalled('msgconvert')
      ? [
          withMsgconvert('subject, by digest', (ours, theirs) => ours.subject === theirs.subject),
          withMsgconvert('attached messages', (ours, theirs) => ours.attachedMessages === theirs.attachedMessages),
          withMsgconvert('attachments, by digest', (ours, theirs) => isSameList(ours.attachments, theirs.attachments)),
        ]
      : []),
  ];
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && countDiffering(a, b) === 0;
}

/** What msgconvert makes of the same files, where it makes anything. */
async function convertAll(root: string, facts: readonly { path: string; ours: MailFacts }[], out: string) {
  const pairs: { path: string; ours: MailFacts; theirs: MailFacts }[] = [];
  for (const { path, ours } of isInstalled('msgconvert') ? facts : []) {
    mkdirSync(out, { recursive: true });
    const file = join(out, 'message.eml');
    const run = spawnSync('msgconvert', ['--outfile', file, join(root, path)], {
      timeout: MSGCONVERT_TIMEOUT_MS,
      stdio: 'ignore',
    });
    if (run.status === 0 && existsSync(file))
      pairs.push({ path, ours, theirs: await readMailFacts(readFileSync(file), '') });
    rmSync(out, { recursive: true, force: true });
  }
  return pairs;
}
