import { type AuditRecord, bind, signIn, single, sync } from '../audit/record.ts';
import { folderOf } from '../rules/specimen.ts';
import { act, type Cases, copy, INTRUDER, LATE, mailbox, NOBODY } from './cast.ts';

/** When a copy arrived, until when the intruder was there, and how messages lie in their containers. */

const HEAD = 'From: Outside <sender@outside.example>\nTo: arrival@lighthouse.example\n';
const DATE = 'Date: Wed, 5 Sep 2001 12:00:00 +0000\n';
const RECEIVED = 'Received: from mx.outside.example by mx.lighthouse.example; Mon, 22 Oct 2001 12:00:00 +0000\n';
const LATE_DATE = 'Date: Mon, 22 Oct 2001 12:00:00 +0000\n';

function message(name: string, fields: string): string {
  return `${fields}${HEAD}Subject: ${name}\nMessage-ID: <${name}@rules.example>\n\nText of ${name}.\n`;
}

/** A Maildir++ whose top holds no mail; the number before the dot is 29 October, when the mail was collected. */
const ARCHIVE = 'mailboxes/arrival/.Inbox/cur';
const COLLECTED = '1004313600';
/** 5 September, when it came. */
const DELIVERED = '999691200';
const MBOX = 'mailboxes/mbox.mbox';

export const ARRIVAL_FILES: Readonly<Record<string, string>> = {
  [`${ARCHIVE}/${COLLECTED}.M1P1.host:2,S`]: message('arrival-earliest', DATE),
  [`${ARCHIVE}/${COLLECTED}.M2P1.host:2,S`]: message('arrival-received', `${RECEIVED}${DATE}`),
  [`${ARCHIVE}/${COLLECTED}.M3P1.host:2,S`]: message('arrival-two-late', LATE_DATE),
  [`${ARCHIVE}/0.M4P1.host:2,S`]: message('arrival-date-alone', LATE_DATE),
  [`${ARCHIVE}/${DELIVERED}.M5P1.host:2,S`]: message('arrival-late-date', LATE_DATE),
  [MBOX]: [
    'From collector@host.example Mon Oct 29 00:00:00 2001\n',
    message('mbox-first', DATE),
    'From here on the text goes on.\n',
    'From collector@host.example Mon Oct 29 00:00:00 2001\n',
    message('mbox-second', DATE),
    '\nFrom collector@host.example Mon Oct 29 00:00:00 2001\n',
    `  \n\t\n${DATE}${HEAD}Subject: commented\nMessage-ID: (made by hand) <mbox-commented@rules.example> (and sent)\n\nText.\n`,
  ].join(''),
};

const SIGNED_IN = { deviceSession: 'session-intruder', ip: '198.51.100.150' };

function opened(id: string, at: string): AuditRecord {
  const folders = [{ id: folderOf('after', 'Inbox'), path: '\\', messageIds: [`<${id}@rules.example>`] }];
  return bind({ ...act(id, 'after', INTRUDER, at), folders });
}

const arrival = (name: string, file: string, rule: string, verdict: string) =>
  copy(`arrival/Inbox/${name}`, rule, verdict, [], { at: `arrival/.Inbox/cur/${file}` });
const inMbox = (name: string, at: string, rule: string) =>
  copy(`mbox/Inbox/${name}`, rule, 'accessed', [name], { at: `mbox.mbox#${at}` });

export const ARRIVAL: Cases = {
  mailboxes: [mailbox('arrival'), mailbox('mbox', { evidence: 'mbox.mbox' }), mailbox('after'), mailbox('after-sync')],
  specimens: [
    arrival(
      'arrival-earliest',
      `${COLLECTED}.M1P1.host:2,S`,
      'arrival, N1: a late Maildir time is not the earliest',
      'no-evidence',
    ),
    arrival(
      'arrival-received',
      `${COLLECTED}.M2P1.host:2,S`,
      'arrival, N1: `complete-coverage`, the earliest of Received and Date counts',
      'no-evidence',
    ),
    arrival(
      'arrival-two-late',
      `${COLLECTED}.M3P1.host:2,S`,
      'arrival, N1: `complete-coverage`, a late collection proves no delivery',
      'no-evidence',
    ),
    arrival('arrival-date-alone', '0.M4P1.host:2,S', 'arrival, N1: a late Date alone proves nothing', 'no-evidence'),
    arrival(
      'arrival-late-date',
      `${DELIVERED}.M5P1.host:2,S`,
      'arrival, N1: a late Date is not the earliest',
      'no-evidence',
    ),
    copy(
      'mbox/Inbox/mbox-first',
      'mbox, N1: `complete-coverage`, `From here on` begins no message',
      'no-evidence',
      [],
      { at: 'mbox.mbox#1' },
    ),
    inMbox('mbox-second', '2', 'mbox: `bind`, a strict From line without an empty line before it'),
    inMbox(
      'mbox-commented',
      '3',
      'messages, Message-ID: `bind`, blank lines before the header, comments beside the brackets',
    ),
    copy('after/Inbox/d1-bound', 'B1: `bind`', 'accessed', ['d1-bound']),
    copy('after/Inbox/d1-reached', 'D1, N1: the intruder came back on 25 October', 'no-evidence', [], {
      arrived: LATE,
    }),
    copy('after/Inbox/d1-named', 'D1, N2: a record names it', 'undetermined', [], { arrived: '2001-10-28T12:00:00Z' }),
    copy('after/Inbox/d1-absent', 'D1: `after-containment`, and after the last access', 'absent', [], {
      arrived: '2001-10-28T12:00:00Z',
    }),
    copy(
      'after-sync/Inbox/d1-within-the-hour',
      'D1: `sync-hour`, a Sync counts with 60 minutes',
      'presumed',
      ['d1-sync'],
      { arrived: '2001-10-25T09:59:00Z' },
    ),
    copy('after-sync/Inbox/d1-after-the-hour', 'D1: `after-containment`, a sign-in is no access', 'absent', [], {
      arrived: '2001-10-25T10:00:01Z',
    }),
  ],
  records: [
    opened('d1-bound', '2001-10-25T09:00:00Z'),
    single({
      ...act('d1-update', 'after', NOBODY, '2001-10-05T09:00:00Z'),
      operation: 'Update',
      messageId: '<d1-named@rules.example>',
      folder: folderOf('after', 'Inbox'),
    }),
    sync({
      ...act('d1-sync', 'after-sync', INTRUDER, '2001-10-25T09:00:00Z'),
      folder: folderOf('after-sync', 'Inbox'),
    }),
    ...['mbox-second', 'mbox-commented'].map((name) =>
      bind({
        ...act(name, 'mbox', INTRUDER, '2001-09-20T10:00:00Z'),
        folders: [{ id: folderOf('mbox', 'Inbox'), path: '\\', messageIds: [`<${name}@rules.example> (as listed)`] }],
      }),
    ),
    signIn({ ...act('d1-sign-in', 'after-sync', SIGNED_IN, '2001-10-26T10:00:00Z') }),
  ],
};
