import { type AuditRecord, affect, bind, cmdlet, signIn, single } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { folderOf, type Specimen } from '../rules/specimen.ts';
import {
  ADMIN,
  act,
  copy,
  directory,
  INTRUDER,
  mailbox,
  NOBODY,
  OFFICE,
  OWNER,
  operation,
} from '../rules-2026-12/cast.ts';
import { putWithLog } from '../rules-2026-12/put-with-log.ts';

/** Decisions 1, 9, 12, 20, 21 and 25: ids in another mailbox, names of a copy, and what unknown users did. */

const AT = '2001-09-20T10:00:00Z';
const NAMES = ['emptied', 'holder', 'active', 'quiet', 'named', 'missing', 'beyond', 'owner', 'exported'];

const id = (name: string) => `<${name}@rules.example>`;

function opened(record: string, custodian: string, actor: typeof INTRUDER, ...names: readonly string[]): AuditRecord {
  const folders = [{ id: folderOf(custodian, 'Inbox'), path: '\\', messageIds: names.map(id) }];
  return bind({ ...act(record, custodian, actor, AT), folders });
}

function handled(record: string, custodian: string, actor: typeof INTRUDER, operationName: string, name: string) {
  const of = act(record, custodian, actor, AT);
  return affect({ ...of, operation: operationName, messageIds: [id(name)], folder: folderOf(custodian, 'Inbox') });
}

const COPIED_OUT = { CrossMailboxOperation: true, DestMailboxOwnerUPN: 'elsewhere@lighthouse.example' };

const SPECIMENS: readonly Specimen[] = [
  copy(
    'emptied/Inbox/n2-emptied',
    'N2: `ids-unresolved`, the only id that was opened there is not there',
    'undetermined',
  ),
  copy('holder/Inbox/b8-opened', 'B8: `bind-elsewhere`, opened in a mailbox that no longer holds it', 'presumed', [
    'b8-opened',
  ]),
  copy('holder/Inbox/b8-deleted', 'B8: `handled-elsewhere`, deleted there', 'possible', ['b8-deleted']),
  copy('holder/Inbox/b8-by-owner', 'B8, N1: `complete-coverage`, deleted there by its owner', 'no-evidence'),
  copy('active/Inbox/b4-active', 'B4: `bind-unattributed`, where the intruder signed in', 'presumed', ['b4-active']),
  copy('quiet/Inbox/b4-quiet', 'B4: `bind-unattributed`, where it is nowhere', 'possible', ['b4-quiet']),
  copy('quiet/Inbox/w1-unattributed', 'W1: `copied-out-unattributed`', 'possible', ['w1-unattributed']),
  copy('quiet/Inbox/w2-parent', 'W2: `quoted-out-unattributed`', 'possible', ['w2-unattributed']),
  copy('quiet/Filed/w2-answer', 'W2, N2: `coverage-incomplete`, the answer is named', 'undetermined', [], {
    fields: [`In-Reply-To: ${id('w2-parent')}`],
  }),
  copy(
    'named/Inbox/b1-original',
    'names, B1: `bind`, by the id before a collector wrote another',
    'accessed',
    ['b1-original'],
    {
      id: 'rewritten@collector.example',
      fields: [`X-Google-Original-Message-ID: ${id('b1-original')}`],
    },
  ),
  copy('missing/Inbox/n2-missing', 'N2: `ids-unresolved`, most of the ids are not there', 'undetermined'),
  copy('missing/Inbox/b1-found', 'B1: `bind`, one id is there', 'accessed', ['b1-missing']),
  copy('beyond/Inbox/n2-beyond', 'N1, N2: `coverage-incomplete`, an operation without a rule', 'undetermined'),
  copy(
    'owner/Inbox/n2-of-the-user',
    'N1, N2: `coverage-incomplete`, such a record of its owner without a mailbox',
    'undetermined',
  ),
  copy('owner/Filed/w1-created', 'W1: `handled`, Create', 'partial', ['w1-created']),
  copy('exported/Inbox/e1-restored', 'E1: `export`, New-MailboxRestoreRequest', 'presumed', ['e1-restored']),
];

const RECORDS: readonly AuditRecord[] = [
  opened('b8-opened', 'emptied', INTRUDER, 'b8-opened'),
  handled('b8-deleted', 'emptied', INTRUDER, 'HardDelete', 'b8-deleted'),
  handled('b8-by-owner', 'emptied', OWNER, 'HardDelete', 'b8-by-owner'),
  signIn({ ...act('active-sign-in', 'active', { deviceSession: 'session-intruder', ip: '198.51.100.150' }, AT) }),
  opened('b4-active', 'active', NOBODY, 'b4-active'),
  opened('b4-quiet', 'quiet', NOBODY, 'b4-quiet'),
  { ...handled('w1-unattributed', 'quiet', NOBODY, 'Copy', 'w1-unattributed'), ...COPIED_OUT },
  single({
    ...act('w2-unattributed', 'quiet', NOBODY, AT),
    operation: 'Send',
    messageId: id('w2-answer'),
    folder: folderOf('quiet', 'Filed'),
  }),
  opened('b1-original', 'named', INTRUDER, 'b1-original'),
  opened('b1-missing', 'missing', INTRUDER, 'b1-found', 'gone-1', 'gone-2', 'gone-3'),
  single({
    ...act('b6-sent', 'missing', INTRUDER, AT),
    operation: 'Send',
    messageId: id('gone-4'),
    folder: folderOf('missing', 'Filed'),
  }),
  operation(act('n2-beyond', 'beyond', INTRUDER, AT), 'SomethingNew', {}),
  directory(act('n2-of-the-user', 'owner', INTRUDER, AT), 'SomethingNew', {}),
  handled('w1-created', 'owner', INTRUDER, 'Create', 'w1-created'),
  cmdlet({
    ...act('e1-restored', 'exported', INTRUDER, AT, ADMIN),
    operation: 'New-MailboxRestoreRequest',
    parameters: { SourceMailbox: 'exported@lighthouse.example', TargetMailbox: 'drop' },
  }),
  cmdlet({
    ...act('e1-searched', 'quiet', OFFICE, AT, 'legal@lighthouse.example'),
    operation: 'Search-Mailbox',
    parameters: { Identity: 'quiet@lighthouse.example', EstimateResultOnly: 'True' },
  }),
];

export function putElsewhere(files: CorpusFiles): void {
  putWithLog(files, {
    name: 'rules-2027-01-elsewhere',
    title: 'rules-2027-01-elsewhere: ids in another mailbox, names of a copy, and what unknown users did',
    introduction: `\`emptied\` lost its mail: what the intruder opened and deleted there is known from the copies in \`holder\`.
In \`missing\` three of the four ids that the intruder opened are in no mailbox, nor is
what it sent. Nobody else is active in \`quiet\`.`,
    mailboxes: NAMES.map((name) => mailbox(name)),
    specimens: SPECIMENS,
    records: RECORDS,
    end: `intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
  });
}
