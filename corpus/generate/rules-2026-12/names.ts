import { bind, cmdlet } from '../audit/record.ts';
import { folderOf, guidOf } from '../rules/specimen.ts';
import {
  ADMIN,
  act,
  type Cases,
  copy,
  directory,
  INTRUDER,
  item,
  mailbox,
  NOBODY,
  operation,
  recorded,
} from './cast.ts';

/** Which mailbox a record is of, and what a record does that tells none. */

const AT = '2001-09-20T10:00:00Z';
const NAMES = ['named-other', 'unknown-guid', 'alias', 'local-part', 'nameless'];

export const MAILBOX_NAMES: Cases = {
  mailboxes: NAMES.map((name) => {
    if (name === 'alias') return mailbox(name, { names: ['Kept Alias'] });
    return name === 'local-part' ? mailbox(name, { address: 'front.desk@lighthouse.example' }) : mailbox(name);
  }),
  specimens: [
    copy(
      'named-other/Inbox/other',
      'mailbox, N1, N2: `coverage-incomplete`, beside a cmdlet of the intruder that names the mailbox',
      'undetermined',
    ),
    copy(
      'unknown-guid/Inbox/unknown-guid',
      'mailbox, B1: `bind`, an unknown GUID gives way to MailboxOwnerUPN',
      'accessed',
      ['unknown-guid'],
    ),
    copy('alias/Inbox/alias', 'mailbox, E1: `export`, one of `names`', 'presumed', ['alias']),
    copy('local-part/Inbox/local-part', 'mailbox, E1: `export`, the local part of the address', 'presumed', [
      'local-part',
    ]),
    copy(
      'nameless/Inbox/nameless-ambiguous',
      'N1, N2: `coverage-incomplete`, an ambiguous record that tells no mailbox names it',
      'undetermined',
    ),
    copy(
      'nameless/Inbox/nameless-intruder',
      'B8: `bind-elsewhere`, a Bind of the intruder that tells no mailbox lists it',
      'presumed',
      ['nameless-intruder'],
    ),
    copy('nameless/Inbox/nameless-untouched', 'N1: `complete-coverage`', 'no-evidence'),
  ],
  records: [
    cmdlet({
      ...act('named-other', 'named-other', INTRUDER, AT, ADMIN),
      operation: 'Set-CalendarProcessing',
      parameters: { Identity: 'named-other@lighthouse.example:\\Calendar' },
    }),
    {
      ...bind({
        ...act('unknown-guid', 'unknown-guid', INTRUDER, AT),
        folders: [{ id: folderOf('unknown-guid', 'Inbox'), path: '\\', messageIds: ['<unknown-guid@rules.example>'] }],
      }),
      MailboxGuid: guidOf('nobody supplied this'),
    },
    cmdlet({
      ...act('alias', 'alias', INTRUDER, AT, ADMIN),
      operation: 'New-MailboxExportRequest',
      parameters: { Mailbox: 'Kept Alias' },
    }),
    cmdlet({
      ...act('local-part', 'local-part', INTRUDER, AT, ADMIN),
      operation: 'New-MailboxExportRequest',
      parameters: { Mailbox: 'lighthouse.example/Users/Front.Desk' },
    }),
    directory(act('nameless-ambiguous', 'nameless', NOBODY, AT), 'Update', {
      Item: item('nameless', 'Inbox', 'nameless-ambiguous'),
    }),
    directory(act('nameless-intruder', 'nameless', INTRUDER, AT), 'MessageBind', {
      Item: item('nameless', 'Inbox', 'nameless-intruder'),
    }),
    operation(act('nameless-owner', 'nameless', { ip: '203.0.113.1' }, AT), 'MessageBind', {
      Item: item('nameless', 'Inbox', 'nameless-untouched'),
    }),
    ...NAMES.map((name) =>
      name === 'local-part'
        ? {
            ...recorded(name),
            MailboxOwnerUPN: 'front.desk@lighthouse.example',
            UserId: 'front.desk@lighthouse.example',
          }
        : recorded(name),
    ),
  ],
};
