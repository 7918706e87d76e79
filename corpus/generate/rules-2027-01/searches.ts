import type { Actor } from '../audit/actor.ts';
import { type AuditRecord, search } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import type { Specimen } from '../rules/specimen.ts';
import { act, copy, INTRUDER, mailbox, NOBODY } from '../rules-2026-12/cast.ts';
import { putWithLog } from '../rules-2026-12/put-with-log.ts';

/** Decisions 9, 11 and 25: how a search is replayed. Each mailbox has one search. */

const SEARCHES: readonly (readonly [custodian: string, actor: Actor, query: string])[] = [
  ['prefix', INTRUDER, 'password'],
  ['accents', INTRUDER, 'Muller'],
  ['blanks', INTRUDER, '予算'],
  ['attached', INTRUDER, '4711'],
  ['unread', INTRUDER, 'size>1MB'],
  ['empty', INTRUDER, ''],
  ['unknown', NOBODY, 'harvest'],
  ['unknown-unread', NOBODY, 'NOT harvest'],
  ['unknown-empty', NOBODY, ''],
];

const found = (custodian: string, name: string, rule: string, verdict: string, subject: string): Specimen =>
  copy(`${custodian}/Inbox/${name}`, rule, verdict, verdict === 'no-evidence' ? [] : [custodian], {
    fields: [`Subject: ${subject}`],
  });

const ATTACHED = [
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'See the list.',
  '--b',
  'Content-Type: text/csv; name=codes.csv',
  'Content-Disposition: attachment; filename=codes.csv',
  '',
  'door,4711',
  '--b--',
];

const SPECIMENS: readonly Specimen[] = [
  found('prefix', 'q1-prefix', 'Q1: `search-hit`, the beginning of a word', 'partial', 'All passwords'),
  found('prefix', 'q1-inside', 'Q1, N1: `complete-coverage`, not the beginning', 'no-evidence', 'A-mypassword'),
  found('accents', 'q1-accents', 'Q1: `search-hit`, without accents', 'partial', '=?utf-8?Q?M=C3=BCller?='),
  found(
    'blanks',
    'q1-blanks',
    'Q1: `search-hit`, a script without blanks',
    'partial',
    '=?utf-8?B?5p2l5bm05bqm5LqI566X5qGI?=',
  ),
  copy('attached/Inbox/q1-attached', 'Q1: `search-hit`, the text of a text attachment', 'partial', ['attached'], {
    fields: ATTACHED,
  }),
  found('unread', 'q1-unread', 'Q1: `search-unread`, no term can be read', 'possible', 'Anything'),
  found('empty', 'q1-empty', 'Q1: `search-unread`, an empty query of the intruder', 'possible', 'Anything'),
  found('unknown', 'q1-unknown', 'Q1: `search-hit-unattributed`', 'possible', 'Harvest report'),
  found('unknown', 'q1-unknown-miss', 'Q1, N1: `complete-coverage`, no hit', 'no-evidence', 'Other report'),
  found('unknown-unread', 'q1-unknown-unread', 'Q1: `search-unread`, of an unknown user', 'possible', 'Anything'),
  found(
    'unknown-empty',
    'q1-unknown-empty',
    'Q1, N1: `complete-coverage`, an empty query of an unknown user',
    'no-evidence',
    'Anything',
  ),
];

const RECORDS: readonly AuditRecord[] = SEARCHES.map(([custodian, actor, query]) =>
  search({ ...act(custodian, custodian, actor, '2001-09-20T10:00:00Z'), query }),
);

export function putSearches(files: CorpusFiles): void {
  putWithLog(files, {
    name: 'rules-2027-01-searches',
    title: 'rules-2027-01-searches: how a search is replayed',
    introduction: `Each mailbox was searched once, with a record of its own name, after its mail had come.`,
    mailboxes: SEARCHES.map(([custodian]) => mailbox(custodian)),
    specimens: SPECIMENS,
    records: RECORDS,
    end: `intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
  });
}
