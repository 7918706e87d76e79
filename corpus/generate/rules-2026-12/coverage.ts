import type { Actor } from '../audit/actor.ts';
import { toManagementApi, toSearchCsv } from '../audit/containers.ts';
import { type AuditRecord, bind, cmdlet, search, sync } from '../audit/record.ts';
import { folderOf } from '../rules/specimen.ts';
import {
  ADMIN,
  act,
  type Cases,
  copy,
  directory,
  HELP_DESK,
  INSIDE,
  INTRUDER,
  item,
  mailbox,
  NOBODY,
  OFFICE,
  OWNER,
  operation,
  recorded,
} from './cast.ts';

/** Where an access would not have been recorded: gaps that come out of the log and its files. */

const FROM_LOG = ['switched-off', 'taken-away', 'licence', 'licence-help-desk', 'group', 'instant', 'no-ids'];
const FROM_FILES = ['unreadable-list', 'unreadable-send', 'truncated-twice'];

function setMailbox(
  id: string,
  custodian: string,
  at: string,
  parameters: Readonly<Record<string, string>>,
): AuditRecord {
  const named = { Identity: `${custodian}@lighthouse.example`, ...parameters };
  return cmdlet({ ...act(id, custodian, OFFICE, at, HELP_DESK), operation: 'Set-Mailbox', parameters: named });
}

function licence(id: string, custodian: string, actor: Actor, at: string): AuditRecord {
  const of = act(id, custodian, actor, at, actor === INTRUDER ? ADMIN : HELP_DESK);
  return directory(of, 'Change user license.', { ObjectId: `${custodian}@lighthouse.example` });
}

const later = (place: string, rule: string) =>
  copy(place, `${rule}, N2: \`coverage-incomplete\`, after the gap`, 'undetermined', [], {
    arrived: '2001-10-10T12:00:00Z',
  });

export const COVERAGE: Cases = {
  mailboxes: [
    ...FROM_LOG.map((name) => mailbox(name, name === 'group' ? { kind: 'group' } : {})),
    ...FROM_FILES.map((name) => mailbox(name)),
    mailbox('not-recorded'),
  ],
  specimens: [
    copy('switched-off/Inbox/audit-off', 'audit-off: `gap-audit-off`, from the log', 'presumed', ['audit-off'], {
      arrived: INSIDE,
    }),
    later('switched-off/Inbox/audit-on', 'audit-off'),
    copy(
      'taken-away/Inbox/taken-away',
      'audit-off: `gap-audit-off`, MailItemsAccessed removed from auditing',
      'presumed',
      ['taken-away'],
      { arrived: INSIDE },
    ),
    later('taken-away/Inbox/given-back', 'audit-off'),
    copy('licence/Inbox/licence', 'unlicensed: `gap-unlicensed`, by the intruder', 'presumed', ['licence-taken'], {
      arrived: INSIDE,
    }),
    later('licence/Inbox/licence-later', 'unlicensed'),
    copy(
      'licence-help-desk/Inbox/licence-help-desk',
      'unlicensed, N1: `complete-coverage`, by the help desk',
      'no-evidence',
    ),
    copy('not-recorded/Inbox/not-recorded', 'not-recorded: `gap-not-recorded`', 'presumed'),
    copy('group/Inbox/group', 'unsupported: `gap-unsupported`, a group mailbox', 'presumed'),
    copy('instant/Inbox/instant', 'lossy: `gap-lossy`, `gap-unasserted`, an instant splits no other gap', 'presumed', [
      'instant',
    ]),
    copy(
      'no-ids/Inbox/no-ids',
      'lossy, B7: `lossy-record`, `gap-lossy`, an AttachmentAccess without an id',
      'presumed',
      ['no-ids'],
    ),
    copy('no-ids/Filed/no-ids-filed', 'lossy, N2: `coverage-incomplete`, another folder', 'undetermined'),
    copy('unreadable-list/Inbox/unreadable-list', 'lossy: `gap-lossy`, an unreadable FolderBind', 'presumed'),
    copy(
      'unreadable-send/Inbox/unreadable-send',
      'lossy, N1: `complete-coverage`, an unreadable Send shows no mail',
      'no-evidence',
    ),
    copy(
      'truncated-twice/Inbox/truncated-twice',
      'truncated: `gap-truncated`, two searches of three rows each, one cut off',
      'presumed',
    ),
  ],
  records: [
    setMailbox('audit-off', 'switched-off', '2001-09-20T10:00:00Z', { AuditEnabled: 'False' }),
    setMailbox('audit-on', 'switched-off', '2001-09-25T10:00:00Z', { AuditEnabled: 'True' }),
    setMailbox('taken-away', 'taken-away', '2001-09-20T10:00:00Z', { AuditOwner: '@{Remove="MailItemsAccessed"}' }),
    setMailbox('given-back', 'taken-away', '2001-09-25T10:00:00Z', { AuditOwner: '@{Add="MailItemsAccessed"}' }),
    licence('licence-taken', 'licence', INTRUDER, '2001-09-20T10:00:00Z'),
    licence('licence-given', 'licence', OFFICE, '2001-09-25T10:00:00Z'),
    licence('licence-changed', 'licence-help-desk', OFFICE, '2001-09-20T10:00:00Z'),
    search({ ...act('not-recorded', 'not-recorded', INTRUDER, '2001-09-20T10:00:00Z'), query: 'unfindable' }),
    bind({
      ...act('instant', 'instant', NOBODY, '2001-10-05T10:00:00Z'),
      count: 3,
      folders: [{ id: folderOf('instant', 'Inbox'), path: '\\', messageIds: [] }],
    }),
    operation(act('no-ids', 'no-ids', INTRUDER, '2001-09-20T10:00:00Z'), 'AttachmentAccess', {
      Item: item('no-ids', 'Inbox', null),
    }),
    ...[...FROM_LOG, ...FROM_FILES].map((name) => recorded(name)),
  ],
  reach: [
    'switched-off',
    'taken-away',
    'group',
    'instant',
    'unreadable-list',
    'unreadable-send',
    'truncated-twice',
  ].map((name) => `{ mailbox: ${name}, by: credentials }`),
};

/** Five rows of two searches that found three rows each: the last row of the second is missing. */
const FOUND: readonly AuditRecord[] = [1, 2, 3, 4, 5].map((at) => {
  const of = act(`truncated-${at}`, 'truncated-twice', OWNER, `2001-09-1${at}T09:00:00Z`);
  return sync({ ...of, folder: folderOf('truncated-twice', 'Inbox') });
});
const COUNTED = toSearchCsv(FOUND)
  .replaceAll('"5","a1"', '"3","a1"')
  .replace('"4","3","a1"', '"1","3","a1"')
  .replace('"5","3","a1"', '"2","3","a1"');

export const COVERAGE_FILES: Readonly<Record<string, string>> = {
  'owner-of-instant.jsonl': toManagementApi(
    ['2001-09-03T08:00:00Z', '2001-09-28T08:00:00Z'].map((at) =>
      sync({
        ...act(`owner-of-instant-${at.slice(5, 10)}`, 'instant', OWNER, at),
        folder: folderOf('instant', 'Inbox'),
      }),
    ),
  ),
  'unreadable-list.jsonl': '{"CreationTime":"2001-09-15T00:00:00","Operation":"FolderBind"}\n',
  'unreadable-send.jsonl': '{"Id":"unreadable-send","Operation":"Send"}\n',
  'truncated-twice.csv': COUNTED,
};
export const COVERED_DAYS = 'from: 2001-09-10T00:00:00Z, to: 2001-09-20T00:00:00Z';
