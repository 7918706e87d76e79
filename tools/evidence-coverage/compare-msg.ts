import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { captureMessages } from './capture.ts';
import { isInstalled } from './compare-pst.ts';
import { type Comparison, comparePairs } from './corpus.ts';
import { countDiffering, type MailFacts, readMailFacts, toSubjectDigest } from './mail-facts.ts';

const MSGCONVERT_TIMEOUT_MS = 30_000;

/** Fields of the source project's expected parse that are compared. */
interface ExpectedFields {
  readonly subject?: string;
  readonly attachments: readonly { readonly contentLength?: number; readonly innerMsgContent?: boolean }[];
}

interface MsgFacts {
  readonly path: string;
  readonly ours: MailFacts;
}

/** The .msg files that hold mail, with what ours says of them. */
async function readMsgFacts(root: string, paths: readonly string[], work: string): Promise<readonly MsgFacts[]> {
  const facts: MsgFacts[] = [];
  for (const path of paths.filter((name) => /\.msg$/i.test(name))) {
    const [captured] = await captureMessages(join(root, path), join(work, 'captured'));
    if (captured !== undefined) facts.push({ path, ours: await readMailFacts(captured.bytes, '') });
  }
  return facts;
}

/** Against the .json that the source project expects, and against msgconvert where it is installed. */
export async function compareMsgFiles(
  root: string,
  paths: readonly string[],
  work: string,
  reasons: Readonly<Record<string, string>>,
): Promise<readonly Comparison[]> {
  const facts = await readMsgFacts(root, paths, work);
  return [...compareWithExpected(root, facts, reasons), ...(await compareWithMsgconvert(root, facts, work, reasons))];
}

function compareWithExpected(
  root: string,
  facts: readonly MsgFacts[],
  reasons: Readonly<Record<string, string>>,
): readonly Comparison[] {
  const pairs = facts.flatMap(({ path, ours }) => {
    const file = join(root, path.replace(/\.msg$/i, '.json'));
    if (!existsSync(file)) return [];
    return [{ path, ours, expected: JSON.parse(readFileSync(file, 'utf8')) as ExpectedFields }];
  });
  if (pairs.length === 0) return [];
  const compare = (what: string, isSame: (ours: MailFacts, expected: ExpectedFields) => boolean): Comparison =>
    comparePairs(
      `expected fields (.json): ${what}`,
      pairs,
      ({ ours, expected }) => isSame(ours, expected),
      (differing) => explain(differing, `expected ${what}`, reasons),
    );
  return [
    compare('subject', (ours, expected) => ours.subject === toSubjectDigest(expected.subject)),
    compare(
      'attached messages',
      (ours, { attachments }) =>
        ours.attachedMessages === attachments.filter(({ innerMsgContent }) => innerMsgContent === true).length,
    ),
    compare('number and sizes of attachments', (ours, { attachments }) => {
      const files = attachments.filter(({ innerMsgContent }) => innerMsgContent !== true);
      return isSameList(
        ours.sizes.map(String),
        files.map(({ contentLength }) => String(contentLength)),
      );
    }),
  ];
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && countDiffering(a, b) === 0;
}

/** msgconvert (Perl, Email::Outlook::Message) shares no code with the library that reads .msg here. */
async function compareWithMsgconvert(
  root: string,
  facts: readonly MsgFacts[],
  work: string,
  reasons: Readonly<Record<string, string>>,
): Promise<readonly Comparison[]> {
  if (!isInstalled('msgconvert')) return [];
  const out = join(work, 'msgconvert');
  const pairs: { path: string; ours: MailFacts; theirs: MailFacts }[] = [];
  for (const { path, ours } of facts) {
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
  const compare = (what: string, isSame: (ours: MailFacts, theirs: MailFacts) => boolean): Comparison =>
    comparePairs(
      `msgconvert: ${what}`,
      pairs,
      ({ ours, theirs }) => isSame(ours, theirs),
      (differing) => explain(differing, `msgconvert ${what}`, reasons),
    );
  return [
    compare('subject, by digest', (ours, theirs) => ours.subject === theirs.subject),
    compare('attached messages', (ours, theirs) => ours.attachedMessages === theirs.attachedMessages),
    compare('attachments, by digest', (ours, theirs) => isSameList(ours.attachments, theirs.attachments)),
  ];
}

function explain(
  differing: readonly { readonly path: string }[],
  what: string,
  reasons: Readonly<Record<string, string>>,
): string {
  return differing
    .map(({ path }) => `${path}: ${reasons[`${what} ${path}`] ?? reasons[path] ?? 'unexplained'}`)
    .join('; ');
}
