import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Corpus, countSeparators, type Expected, oneEach, WHOLE } from './corpus.ts';
import { enronCorpora } from './enron-corpora.ts';
import { outlookCorpora } from './outlook-corpora.ts';

const whole = (): readonly string[] => [WHOLE];
const own = (messages: number, basis: string): Expected => ({ messages, basis });
const PERL_TEST = "count in the source project's own test";
const SEPARATORS = 'separator lines after an empty line, counted by a one-line program';
const PACKED = 'packed with bzip2, xz or lzip, which are named and not unpacked; its unpacked twin is in the corpus';
const NO_EMPTY_LINE =
  'a strict `From ` line with a header behind it follows directly on a line of the message before: it begins a message (rules 2026-12), and the source wants an empty line';
const NO_MAILBOX = 'a packed text that is no mailbox, and named so';

/** Files of the two projects of one author, most of them the same. */
function expectPerlMailboxes(root: string, paths: readonly string[]): ReadonlyMap<string, Expected> {
  const tested: Readonly<Record<string, number>> = {
    'mailboxes/mailarc-1.txt': 15,
    'mailboxes/separators1.sep': 4,
    'mailboxes/separators2.sep': 2,
  };
  return new Map(
    paths
      .filter((path) => path.startsWith('mailboxes/') && !path.includes('non-mailbox'))
      .map((path) => {
        const plain = path.replace(/\.(?:bz2|lz|xz)$/, '');
        const count = tested[plain];
        return [path, count === undefined ? own(countSeparators(root, plain), SEPARATORS) : own(count, PERL_TEST)];
      }),
  );
}

const PERL_EXPLANATIONS: Corpus['explanations'] = [
  [/\.(?:bz2|lz|xz)$/, PACKED],
  [/non-mailbox/, NO_MAILBOX],
  [/mailarc-[13](?:-dos)?\.txt(?:\.gz)?$/, NO_EMPTY_LINE],
];

const cpython: Corpus = {
  name: 'cpython-email',
  mailboxes: whole,
  expect: (_, paths) => new Map(oneEach(paths, /^msg_\w+\.txt$/, 'each msg_*.txt is one message of a test')),
  explanations: [['msg_19.txt', 'a body without any header: the tests put it into a message of their own making']],
};

const ruby: Corpus = {
  name: 'ruby-mail',
  mailboxes: whole,
  expect: (_, paths) => new Map(oneEach(paths, /\.eml$/, 'each .eml is one message of a test')),
  explanations: [],
};

const mailParser: Corpus = {
  name: 'mail-parser',
  mailboxes: whole,
  expect: (_, paths) => {
    const known = new Set(paths);
    const parsed = paths.filter((path) => path.endsWith('.eml') && known.has(path.replace(/\.eml$/, '.json')));
    return new Map([
      ...oneEach(parsed, /./, 'each .eml with an expected parse (.json) beside it'),
      ...oneEach(paths, /^resources\/maildir\/.*\/?(?:cur|new)\//, 'each file in cur and new of the Maildir'),
    ]);
  },
  explanations: [],
};

const mimekit: Corpus = {
  name: 'mimekit',
  mailboxes: whole,
  expect: (root, paths) => {
    const listed = paths.flatMap((path): [string, Expected][] => {
      const offsets = path.replace(/\.mbox\.txt$/, '.unix-offsets.json');
      if (offsets === path || !paths.includes(offsets)) return [];
      const parse = JSON.parse(readFileSync(join(root, offsets), 'utf8')) as unknown[];
      return [[path, own(parse.length, 'entries of the expected parse (*.unix-offsets.json)')]];
    });
    return new Map([
      ...oneEach(paths, /^messages\/.*\.(?:txt|eml)$/, 'each file of messages/ is one message'),
      ...oneEach(
        paths,
        /^(?:dkim\/.*\.msg|yenc\/(?:simple\.msg|\d+\.ntx))$/,
        'each .msg and numbered .ntx of dkim/ and yenc/ is one message',
      ),
      ...oneEach(paths, /^(?:partial|openpgp|tnef)\/[^/]*\.eml$/, 'each .eml is one message'),
      ...oneEach(paths, /^smime\/.*\.(?:txt|dat)$/, 'each file of smime/ is one message'),
      ['mbox/simple.mbox.txt', own(countSeparators(root, 'mbox/simple.mbox.txt'), SEPARATORS)],
      ['mbox/unmunged.mbox.txt', own(4, PERL_TEST)],
      ...listed,
    ]);
  },
  explanations: [
    [
      'mbox/content-length.mbox.txt',
      'two `From ` lines without a time follow directly on a line of the message before, where rules 2026-12 want one in it; Content-Length is not believed (decision 0005), so the bytes stay in the message before, and the problem `mbox-from-lines` names them',
    ],
    [/^mbox\/.*-summary\.txt$/, 'an expected output that is itself written like an mbox, and is read as one'],
  ],
};

const grepmail: Corpus = {
  name: 'grepmail-mailboxes',
  mailboxes: whole,
  expect: expectPerlMailboxes,
  explanations: PERL_EXPLANATIONS,
};

const messageParser: Corpus = {
  name: 'mbox-messageparser',
  mailboxes: whole,
  expect: expectPerlMailboxes,
  explanations: [
    ...PERL_EXPLANATIONS,
    [
      'mailboxes/separators2.sep',
      'a `From ` line without a time stands after an empty line: the source wants a time in it, the rules want none, so that nothing is hidden behind a forged line',
    ],
  ],
};

const sisimai: Corpus = {
  name: 'set-of-emails',
  mailboxes: whole,
  expect: (root, paths) =>
    new Map([
      ...oneEach(paths, /\.eml$/, 'each .eml is one message'),
      ['mailbox/mbox-0', own(37, PERL_TEST)],
      ['mailbox/mbox-1', own(countSeparators(root, 'mailbox/mbox-1'), SEPARATORS)],
    ]),
  explanations: [
    [
      /^maildir\/(?:bsd\/rfc3464-28|not\/rb-issue-368-bug)\.eml$/,
      'it begins with a `From ` line and has another after an empty line, in a returned text: an mbox of two by its content',
    ],
    [/^maildir\/(?:bsd|dos|mac)\/rhost-cox-01\.eml$/, NO_EMPTY_LINE],
  ],
};

const spamAssassin: Corpus = {
  name: 'spamassassin-dev',
  mailboxes: () => ['easy-ham-1', 'spam-1'],
  expect: (_, paths) => new Map(oneEach(paths, /\.txt$/, 'each .txt is one message')),
  explanations: [],
};

export const corpora: readonly Corpus[] = [
  ...enronCorpora,
  cpython,
  ruby,
  mailParser,
  mimekit,
  grepmail,
  messageParser,
  sisimai,
  spamAssassin,
  ...outlookCorpora,
];
