import { gzip } from '../archive/gzip.ts';
import { tar } from '../archive/tar.ts';
import { zip } from '../archive/zip.ts';
import { type CorpusFiles, putFile } from '../files.ts';
import { toModifiedUtf7 } from '../mailbox.ts';
import { toTable } from '../table.ts';

type MailboxCase = {
  readonly path: string;
  readonly reason: string;
  readonly messages: string;
  readonly files: Readonly<Record<string, Uint8Array | string>>;
};

function letter(name: string, text = 'Two barrels.', own = ''): string {
  return `Date: Mon, 10 Sep 2001 09:00:00 +0000\nFrom: keeper@lamp.example\nTo: harbour@quay.example\nSubject: ${name}\nMessage-ID: <${name}@lamp.example>\n${own}\n${text}\n`;
}

const SEPARATOR = 'From keeper@lamp.example Mon Sep 10 09:00:00 2001\n';
const ONE = letter('one');
const TWO = letter('two');

function mbox(...letters: readonly string[]): string {
  return letters.map((text) => `${SEPARATOR}${text}\n`).join('');
}

/** mboxcl and mboxcl2 say how long each text is; only mboxcl quotes lines that begin with "From ". */
function counted(name: string, text: string): string {
  return letter(name, text, `Content-Length: ${Buffer.byteLength(text) + 1}\n`);
}

function single(path: string, reason: string, messages: string, content: Uint8Array | string): MailboxCase {
  return { path, reason, messages, files: { [path]: content } };
}

const BOTH = mbox(ONE, TWO);
const PACKED = gzip(Buffer.from(BOTH, 'utf8'));
const MEMBERS = [
  { name: 'Inbox/one.eml', content: Buffer.from(ONE) },
  { name: 'Sent/two.eml', content: Buffer.from(TWO) },
];
const LABELLED = `From 1500000000000000001@xxx Mon Sep 10 09:00:00 +0000 2001\nX-GM-THRID: 1500000000000000001\nX-Gmail-Labels: =?UTF-8?Q?Caf=C3=A9,"Crew,_night",Inbox?=\n`;

const CASES: readonly MailboxCase[] = [
  single(
    'mboxo.mbox',
    'mboxo: only "From " is quoted, so ">From " in the text is ambiguous',
    '2',
    mbox(letter('one', '>From the quay'), letter('two', '>>From afar')),
  ),
  single(
    'mboxrd.mbox',
    'mboxrd: every quoted line has one ">" more',
    '2',
    mbox(letter('one', '>From the quay\n>>From afar\n>From'), TWO),
  ),
  single(
    'mboxcl.mbox',
    'mboxcl: Content-Length, and quoted lines',
    '2',
    mbox(counted('one', '>From the quay'), counted('two', 'Two.')),
  ),
  single(
    'mboxcl2.mbox',
    'mboxcl2: Content-Length, unquoted "From " after an empty line: read as a separator',
    '3',
    mbox(counted('one', 'Two barrels.\n\nFrom the quay'), counted('two', 'Two.')),
  ),
  single(
    'content-length-lies.mbox',
    'a Content-Length far beyond the end',
    '2',
    mbox(letter('one', 'Two.', 'Content-Length: 999999\n'), TWO),
  ),
  single('crlf.mbox', 'CRLF line ends', '2', BOTH.replaceAll('\n', '\r\n')),
  single('cr.mbox', 'line ends of old Macs: only CR', '2', BOTH.replaceAll('\n', '\r')),
  single(
    'line-ends-mixed.mbox',
    'one message with CRLF, one with LF',
    '2',
    mbox(ONE).replaceAll('\n', '\r\n') + mbox(TWO),
  ),
  single(
    'no-empty-line.mbox',
    'no empty line before a separator: it is text',
    '1',
    `${SEPARATOR}${ONE}${SEPARATOR}${TWO}\n`,
  ),
  single(
    'from-in-text.mbox',
    '"From " at a line start after text, unquoted: text',
    '1',
    mbox(letter('one', 'We come\nFrom the quay.')),
  ),
  single('no-end.mbox', 'no line break at the end of the file', '2', BOTH.trimEnd()),
  single(
    'empty-messages.mbox',
    'separators with nothing between them',
    '3',
    `${SEPARATOR}\n${SEPARATOR}\n${SEPARATOR}\n`,
  ),
  single('leading-lines.mbox', 'empty lines before the first separator', '2', `\n\n${BOTH}`),
  single(
    'leading-text.mbox',
    'text before the first separator: refused as no mailbox, or the text is quarantined',
    '0 or 2',
    `This mailbox was exported by hand.\n\n${BOTH}`,
  ),
  single(
    'mailer-daemon.mbox',
    'separators of an export: their time is not used',
    '1',
    `From MAILER-DAEMON Mon Oct 22 09:00:00 2001\n${ONE}\n`,
  ),
  single(
    'odd-separators.mbox',
    'separators without time, with a zone, with seconds left out, with a remote from',
    '4',
    [
      'From keeper@lamp.example\n',
      'From keeper@lamp.example Mon Sep 10 09:00:00 +0200 2001\n',
      'From keeper@lamp.example Mon Sep 10 09:00 2001\n',
      'From keeper Mon Sep 10 09:00:00 2001 remote from lamp\n',
    ]
      .map((line, at) => `${line}${letter(`odd-${at}`)}\n`)
      .join(''),
  ),
  single(
    'nul.mbox',
    'a run of NUL bytes between two messages, as after a crash',
    '2',
    Buffer.concat([Buffer.from(mbox(ONE)), Buffer.alloc(512), Buffer.from(`\n\n${mbox(TWO)}`)]),
  ),
  single('empty.mbox', 'an empty file', '0', ''),
  single(
    'takeout.mbox',
    'Google Takeout: labels with a comma in quotes and an encoded word',
    '1',
    `${(LABELLED + ONE).replaceAll('\n', '\r\n')}\r\n`,
  ),
  single('single.eml', 'a single message', '1', ONE),
  single(
    'not-mail.bin',
    'binary data, not mail',
    '0',
    Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 37 + (at >> 3)) & 0xff)),
  ),
  {
    path: 'maildir',
    reason: 'Maildir++: flags, new and cur, delivery time in the name, folders in modified UTF-7; tmp is not mail',
    messages: '5',
    files: {
      'maildir/cur/1000112400.one.lamp:2,RS': ONE,
      'maildir/cur/1000112401.draft.lamp:2,DS': TWO,
      'maildir/new/1000112402.fresh.lamp': letter('fresh'),
      'maildir/tmp/1000112403.half.lamp': 'Subject: half',
      [`maildir/.${toModifiedUtf7('Café & Crew')}/cur/1000112404.three.lamp:2,S`]: letter('three'),
      [`maildir/.Projekte.${toModifiedUtf7('灯台')}/cur/nodate.four.lamp:2,`]: letter('four'),
      'maildir/dovecot-uidlist': '3 V1000112400 N6\n',
      'maildir/subscriptions': 'Projekte\n',
    },
  },
  {
    path: 'eml-tree',
    reason: 'a tree of single messages: folders, one at the top, one with another extension, one that is not mail',
    messages: '4',
    files: {
      'eml-tree/top.eml': ONE,
      'eml-tree/Inbox/two.EML': TWO,
      'eml-tree/Inbox/Old/three.txt': letter('three'),
      'eml-tree/Inbox/four': letter('four'),
      'eml-tree/Inbox/.DS_Store': Buffer.from([0, 0, 0, 1, 66, 117, 100, 49]),
    },
  },
  {
    path: 'mbox-tree',
    reason: 'one mbox per folder, with and without the extension, and a subfolder',
    messages: '6',
    files: { 'mbox-tree/Inbox.mbox': BOTH, 'mbox-tree/Sent': BOTH, 'mbox-tree/Projects/Quay.mbox': BOTH },
  },
  single('mbox.gz', 'a gzipped mbox', '2', PACKED),
  single(
    'mbox-two-members.gz',
    'two gzip members in one file',
    '2',
    Buffer.concat([gzip(Buffer.from(mbox(ONE))), gzip(Buffer.from(mbox(TWO)))]),
  ),
  single('mbox-truncated.gz', 'a truncated gzip file', '0 to 2', PACKED.subarray(0, PACKED.length - 60)),
  single(
    'mbox-wrong-crc.gz',
    'a gzip file with a wrong checksum',
    '2',
    Buffer.concat([PACKED.subarray(0, -8), Buffer.from([1, 2, 3, 4]), PACKED.subarray(-4)]),
  ),
  single('mbox-trailing.gz', 'bytes after the gzip member', '2', Buffer.concat([PACKED, Buffer.from('not gzip')])),
  single(
    'eml.zip',
    'a zip of single messages, stored and deflated',
    '2',
    zip(MEMBERS.map((member, at) => ({ ...member, stored: at === 0 }))),
  ),
  single(
    'mixed.zip',
    'a zip with an mbox, a gzipped mbox and a note',
    '5',
    zip([
      { name: 'a/box.mbox', content: Buffer.from(BOTH) },
      { name: 'b.mbox.gz', content: PACKED },
      { name: 'c/one.eml', content: Buffer.from(letter('three')) },
      { name: 'README.txt', content: Buffer.from('about this archive\n') },
    ]),
  ),
  single(
    'maildir.zip',
    'a Maildir inside a zip',
    '1',
    zip([
      { name: 'Maildir/cur/1000112400.one.lamp:2,S', content: Buffer.from(ONE) },
      { name: 'Maildir/new/', content: Buffer.alloc(0), stored: true },
    ]),
  ),
  single('truncated.zip', 'a zip without its directory', '0', zip(MEMBERS).subarray(0, 300)),
  single(
    'traversal.zip',
    'a zip whose member path leaves the folder (../)',
    '1',
    zip([{ name: '../../outside.eml', content: Buffer.from(ONE) }, ...MEMBERS.slice(1)]),
  ),
  single(
    'size-lie.zip',
    'a zip that declares a wrong size',
    '0 to 1',
    zip([{ name: 'one.eml', content: Buffer.from(ONE), claimedSize: 10 }]),
  ),
  single('bomb.zip', 'a small zip bomb: 4 MB from 473 bytes, five nested zips; within every limit', '1', toBomb()),
  single(
    'mbox.tar',
    'a tar of mboxes',
    '4',
    tar([
      { name: 'Inbox.mbox', content: Buffer.from(BOTH) },
      { name: 'Sent.mbox', content: Buffer.from(BOTH) },
    ]),
  ),
  single('eml.tar.gz', 'a gzipped tar of single messages', '2', gzip(tar(MEMBERS))),
  single(
    'traversal.tar',
    'a tar with ../, an absolute path and a link that leaves the folder',
    '1',
    tar([
      { name: '../outside.eml', content: Buffer.from(ONE) },
      { name: '/etc/outside.eml', content: Buffer.from(ONE) },
      { name: 'link.eml', content: Buffer.alloc(0), linkTo: '/etc/passwd' },
      ...MEMBERS.slice(1),
    ]),
  ),
  single('truncated.tar', 'a tar truncated inside a member', '1', tar(MEMBERS).subarray(0, 1300)),
];

/** Zips in zips: each level is nothing but repetition. */
function toBomb(): Buffer {
  let inner = zip([{ name: 'zero.mbox', content: Buffer.alloc(1_048_576 * 4, 'From ') }]);
  for (let level = 0; level < 4; level += 1) inner = zip([{ name: `level-${level}.zip`, content: inner }]);
  return inner;
}

const INTRODUCTION = `# Mailboxes

Small mailboxes in every supported form, valid and damaged. "messages" is how many a reader must find. Everything else is a
container's structure or a quarantined range; all bytes are accounted for. Tests create the symbolic links (loops, links out of the folder).
`;

export function putMailboxes(files: CorpusFiles): void {
  for (const { files: own } of CASES)
    for (const [path, content] of Object.entries(own)) putFile(files, `mailboxes/${path}`, content);
  const rows = CASES.map(({ path, reason, messages }) => [`\`${path}\``, messages, reason] as const);
  putFile(
    files,
    'mailboxes/README.md',
    `${INTRODUCTION}\n${toTable(['file or folder', 'messages', 'why it is here'], rows)}`,
  );
}
