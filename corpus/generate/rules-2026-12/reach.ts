import type { Actor } from '../audit/actor.ts';
import { bind, cmdlet, signIn } from '../audit/record.ts';
import { folderOf } from '../rules/specimen.ts';
import { act, type Cases, copy, INSIDE, INTRUDER, mailbox, NOBODY, OWNER, recorded } from './cast.ts';

/** What the intruder could reach without being seen there: reach, T1 and G1. */

const NAMES = ['reach-days', 'reach-granted', 'reach-asked', 'throttled-credentials', 'refused'];

function grant(id: string, custodian: string, actor: Actor) {
  const parameters = { Identity: `${custodian}@lighthouse.example:\\Inbox`, User: 'Default', AccessRights: 'Reviewer' };
  const of = act(id, custodian, actor, '2001-09-20T10:00:00Z', 'desk@lighthouse.example');
  return cmdlet({ ...of, operation: 'Add-MailboxFolderPermission', parameters });
}

export const REACH: Cases = {
  mailboxes: NAMES.map((name) => mailbox(name)),
  specimens: [
    copy('reach-days/Inbox/reach-first-days', 'reach: `app-reach-used`, from 15 to 20 September', 'presumed', [], {
      arrived: '2001-09-18T12:00:00Z',
    }),
    copy('reach-days/Inbox/reach-later', 'reach, N2: `coverage-incomplete`, after its end', 'undetermined', [], {
      arrived: INSIDE,
    }),
    copy(
      'reach-granted/Inbox/reach-granted',
      'reach: `delegate-reach`, `gap-before-retention`, found in the log',
      'presumed',
      ['reach-granted'],
    ),
    copy(
      'reach-asked/Inbox/reach-asked',
      'reach, N2: `coverage-incomplete`, a grant by an unknown user',
      'undetermined',
    ),
    copy('throttled-credentials/Inbox/t1-credentials', 'T1: `throttled`, by credentials', 'presumed', ['t1-throttled']),
    copy('throttled-credentials/Inbox/t1-later', 'T1, N2: `coverage-incomplete`, after the day', 'undetermined', [], {
      arrived: INSIDE,
    }),
    copy('refused/Inbox/g1-refused', 'G1, N2: `coverage-incomplete`, a refused sign-in is no activity', 'undetermined'),
  ],
  records: [
    grant('reach-granted', 'reach-granted', INTRUDER),
    grant('reach-asked', 'reach-asked', NOBODY),
    bind({
      ...act('t1-throttled', 'throttled-credentials', OWNER, '2001-09-20T00:00:00Z'),
      throttled: true,
      folders: [{ id: folderOf('throttled-credentials', 'Inbox'), path: '\\', messageIds: [] }],
    }),
    signIn({
      ...act('g1-refused', 'refused', { ip: '198.51.100.20' }, '2001-09-20T10:00:00Z'),
      operation: 'UserLoginFailed',
    }),
    ...NAMES.map((name) => recorded(name)),
  ],
  reach: [
    '{ mailbox: reach-days, by: application, from: 2001-09-15T00:00:00Z, to: 2001-09-20T00:00:00Z }',
    '{ mailbox: throttled-credentials, by: credentials }',
  ],
  coverage: ['reach-days', 'reach-granted', 'reach-asked', 'refused'].map(
    (name) =>
      `{ mailbox: ${name}, kind: before-retention, from: 2001-09-01T00:00:00Z, to: 2001-10-15T00:00:00Z, source: statement }`,
  ),
};
