import type { Actor } from '../audit/actor.ts';
import { type AuditRecord, affect, bind, cmdlet, search, single, sync } from '../audit/record.ts';
import { folderOf } from '../rules/specimen.ts';
import {
  ADMIN,
  act,
  type Cases,
  copy,
  INSIDE,
  INTRUDER,
  item,
  LATE,
  mailbox,
  NOBODY,
  OWNER,
  operation,
  recorded,
} from './cast.ts';

/** What a record says about a copy: rules B, L, E, W, S and the cut of long reasons. */

const AT = '2001-09-20T10:00:00Z';
const NAMES = [
  'opened',
  'handled',
  'listed',
  'listed-unattributed',
  'listed-late',
  'exported',
  'exported-unattributed',
  'moved',
  'many',
];

function copied(name: string, to: string): AuditRecord {
  const of = act(name, 'handled', INTRUDER, AT);
  const record = affect({
    ...of,
    operation: 'Copy',
    messageIds: [`<${name}@rules.example>`],
    folder: folderOf('handled', 'Inbox'),
  });
  return { ...record, DestMailboxOwnerUPN: to };
}

function exported(id: string, custodian: string, actor: Actor): AuditRecord {
  const parameters = { Mailbox: `${custodian}@lighthouse.example`, FilePath: '\\\\files\\copy.pst' };
  return cmdlet({ ...act(id, custodian, actor, AT, ADMIN), operation: 'New-MailboxExportRequest', parameters });
}

const two = (value: number): string => String(value).padStart(2, '0');
const MANY = Array.from({ length: 25 }, (_, at) => at);
const searched = (at: number): string => `many-search-${two(at)}`;
const throttled = (at: number): string => `many-throttled-${two(at)}`;
const CITED = [...MANY.slice(0, 20).map(searched), ...MANY.slice(0, 20).map(throttled)];

export const VERDICTS: Cases = {
  mailboxes: NAMES.map((name) => mailbox(name)),
  specimens: [
    copy('opened/Inbox/b1-message-bind', 'B1: `bind`, MessageBind', 'accessed', ['b1-message-bind']),
    copy('opened/Inbox/b1-attachment', 'B1: `bind`, AttachmentAccess', 'accessed', ['b1-attachment']),
    copy('opened/Inbox/b3-decided', 'B1: `bind`, the folder decides', 'accessed', ['b3-decided'], {
      id: 'b3@rules.example',
    }),
    copy('opened/Filed/b3-same-id', 'B3: `bind-same-id`, another content elsewhere', 'possible', ['b3-decided'], {
      id: 'b3@rules.example',
    }),
    copy('handled/Inbox/w1-copied-out', 'W1: `copied-out`', 'accessed', ['w1-copied-out']),
    copy('handled/Inbox/w1-copied', 'W1: `handled`, copied inside the mailbox', 'partial', ['w1-copied']),
    copy('handled/Filed/w3-sent', 'W3: `intruder-sent`', 'accessed', ['w3-sent']),
    copy('handled/Filed/w3-sent-late', 'W3: `intruder-sent`, bars D1', 'accessed', ['w3-sent-late'], { arrived: LATE }),
    copy('listed/Inbox/l1-listed', 'L1: `folder-listed`', 'partial', ['l1-list']),
    copy('listed/Inbox/l1-later', 'L1, N1: `complete-coverage`, arrived later', 'no-evidence', [], { arrived: INSIDE }),
    copy('listed/Filed/l1-other-folder', 'L1, N1: `complete-coverage`, another folder', 'no-evidence'),
    copy('listed-unattributed/Inbox/l1-unattributed', 'L1: `folder-listed-unattributed`', 'possible', [
      'l1-unattributed',
    ]),
    copy(
      'listed-late/Inbox/l1-reached',
      'L1, D1, N1: `complete-coverage`, a folder was listed later',
      'no-evidence',
      [],
      {
        arrived: LATE,
      },
    ),
    copy('exported/Inbox/e1-exported', 'E1: `export`', 'presumed', ['e1-export']),
    copy('exported/Inbox/e1-later', 'E1, N1: `complete-coverage`, arrived later', 'no-evidence', [], {
      arrived: INSIDE,
    }),
    copy('exported-unattributed/Inbox/e1-unattributed', 'E1: `export-unattributed`', 'possible', ['e1-unattributed']),
    copy(
      'exported-unattributed/Inbox/n1-export',
      'N1, N2: `coverage-incomplete`, beside an ambiguous export',
      'undetermined',
      [],
      { arrived: INSIDE },
    ),
    copy('moved/Filed/s7-moved', 'S7: `sync-unattributed`, moved out of the folder later', 'possible', ['s7-sync']),
    copy('moved/Filed/s7-filed', 'S7, N1: `complete-coverage`, never in the folder', 'no-evidence'),
    copy(
      'many/Inbox/many',
      'reasons: `search-hit` of 25 searches, `throttled` of 25 gaps, 20 cited',
      'presumed',
      CITED,
    ),
  ],
  records: [
    operation(act('b1-message-bind', 'opened', INTRUDER, AT), 'MessageBind', {
      Item: item('opened', 'Inbox', 'b1-message-bind'),
    }),
    operation(act('b1-attachment', 'opened', INTRUDER, AT), 'AttachmentAccess', {
      AffectedItems: [item('opened', 'Inbox', 'b1-attachment')],
    }),
    bind({
      ...act('b3-decided', 'opened', INTRUDER, AT),
      folders: [{ id: folderOf('opened', 'Inbox'), path: '\\', messageIds: ['<b3@rules.example>'] }],
    }),
    copied('w1-copied-out', 'drop@lighthouse.example'),
    copied('w1-copied', 'handled@lighthouse.example'),
    ...['w3-sent', 'w3-sent-late'].map((name) =>
      single({
        ...act(name, 'handled', INTRUDER, AT),
        operation: 'Send',
        messageId: `<${name}@rules.example>`,
        folder: folderOf('handled', 'Filed'),
      }),
    ),
    operation(act('l1-list', 'listed', INTRUDER, AT), 'FolderBind', {
      Folder: { Id: folderOf('listed', 'Inbox'), Path: '\\' },
    }),
    operation(act('l1-unattributed', 'listed-unattributed', NOBODY, AT), 'FolderBind', {
      Folder: { Id: folderOf('listed-unattributed', 'Inbox'), Path: '\\' },
    }),
    operation(act('l1-late', 'listed-late', INTRUDER, '2001-10-25T09:00:00Z'), 'FolderBind', {
      Folder: { Id: folderOf('listed-late', 'Filed'), Path: '\\' },
    }),
    exported('e1-export', 'exported', INTRUDER),
    exported('e1-unattributed', 'exported-unattributed', NOBODY),
    sync({ ...act('s7-sync', 'moved', NOBODY, AT), folder: folderOf('moved', 'Inbox') }),
    affect({
      ...act('s7-move', 'moved', OWNER, '2001-09-25T10:00:00Z'),
      operation: 'Move',
      messageIds: ['<s7-moved@rules.example>'],
      folder: folderOf('moved', 'Inbox'),
    }),
    ...MANY.map((at) =>
      search({ ...act(searched(at), 'many', INTRUDER, `2001-09-20T11:00:${two(at)}Z`), query: 'subject:many' }),
    ),
    ...MANY.map((at) =>
      bind({
        ...act(throttled(at), 'many', OWNER, `2001-09-20T12:00:${two(at)}Z`),
        throttled: true,
        folders: [{ id: folderOf('many', 'Inbox'), path: '\\', messageIds: [] }],
      }),
    ),
    ...NAMES.map((name) => recorded(name)),
  ],
};
