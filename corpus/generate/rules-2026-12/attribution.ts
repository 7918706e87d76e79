import type { Actor } from '../audit/actor.ts';
import { OUTLOOK, SUBSTRATE_CONTEXT_SERVICE } from '../audit/actor.ts';
import { type AuditRecord, bind, other, signIn, single } from '../audit/record.ts';
import { folderOf } from '../rules/specimen.ts';
import { act, type Cases, copy, INTRUDER, mailbox, NOBODY, OFFICE, recorded } from './cast.ts';

/** Who made a record: rules A3 to A9. */

const AT = '2001-09-20T10:00:00Z';

/** A Bind of one copy, with its name as the record's id. */
function opened(custodian: string, name: string, actor: Actor, at = AT, userId?: string): AuditRecord {
  const folders = [{ id: folderOf(custodian, 'Inbox'), path: '\\', messageIds: [`<${name}@rules.example>`] }];
  return bind({ ...act(name, custodian, actor, at, userId), folders });
}

const SERVICE: Actor = { app: SUBSTRATE_CONTEXT_SERVICE, ip: '52.100.1.1', client: 'Client=REST', logonType: 0 };
const APPLICATION: Actor = { app: OUTLOOK, clientApp: 'app-intruder' };
const USED = 'used@lighthouse.example';
const REFUSED = 'declined@lighthouse.example';

const ambiguous = (place: string, rule: string, verdict: string) =>
  copy(place, `${rule}: \`bind-unattributed\``, verdict, [place.split('/')[2] ?? '']);
/** B4 where the intruder is active, and where it is nowhere. */
const presumed = (place: string, rule: string) => ambiguous(place, rule, 'presumed');
const possible = (place: string, rule: string) => ambiguous(place, rule, 'possible');

export const ATTRIBUTION: Cases = {
  mailboxes: [
    mailbox('addresses'),
    mailbox('neighbour', { addresses: ['203.0.113.62', '203.0.113.63'] }),
    mailbox('delegate'),
    mailbox('used'),
    mailbox('service'),
    mailbox('application'),
    mailbox('late-address'),
  ],
  specimens: [
    copy('addresses/Inbox/a6-teacher', 'A1, B1: `bind`, from the address of another custodian', 'accessed', [
      'a6-teacher',
    ]),
    presumed('addresses/Inbox/a6-neighbour', 'A6 not learned from it'),
    presumed('addresses/Inbox/a7-neighbour', 'A5, A7 listed, and the address of another custodian'),
    copy('neighbour/Inbox/a7-owner', 'N1: `complete-coverage`, the mailbox whose addresses these are', 'no-evidence'),
    copy(
      'used/Inbox/a8-used',
      'N1: `complete-coverage`, the mailbox of the user whom the intruder uses',
      'no-evidence',
    ),
    possible('delegate/Inbox/a8b-other-user', 'A8b a user whom the intruder uses'),
    copy('delegate/Inbox/a8-innocent', 'A8, N1: `complete-coverage`, another user from the office', 'no-evidence'),
    copy('delegate/Inbox/a8-refused', 'A8, N1: `complete-coverage`, a user of refused sign-ins only', 'no-evidence'),
    copy('service/Inbox/a9-service', 'A9, N1: `complete-coverage`', 'no-evidence'),
    possible('service/Inbox/a9-session', 'A9 not with a session'),
    possible('service/Inbox/a9-delegate', 'A9 not as a delegate'),
    possible('service/Inbox/a9-browser', 'A9 not in a browser'),
    copy('service/Inbox/a9-update', 'A9, N2: `coverage-incomplete`, Bind and Sync only', 'undetermined'),
    presumed('application/Inbox/a3-owner', 'A3 the owner in the office'),
    presumed('application/Inbox/a3-elsewhere', 'A3 the owner elsewhere, an application in common use'),
    copy('application/Inbox/a3-somebody', 'A3, B1: `bind`, another user in the office', 'accessed', ['a3-somebody']),
    possible('late-address/Inbox/a5-after-window', 'A5 a listed address after the window'),
    copy(
      'late-address/Inbox/a5-reached',
      'A5, N1: `complete-coverage`, it counts for the last access',
      'no-evidence',
      [],
      { arrived: '2001-10-22T12:00:00Z' },
    ),
    copy('late-address/Inbox/a5-absent', 'A5, D1: `after-containment`', 'absent', [], {
      arrived: '2001-10-28T12:00:00Z',
    }),
  ],
  records: [
    opened('addresses', 'a6-teacher', { ...INTRUDER, ip: '203.0.113.63' }),
    opened('addresses', 'a6-neighbour', { ip: '203.0.113.63' }, '2001-09-20T10:05:00Z'),
    opened('addresses', 'a7-neighbour', { ip: '203.0.113.62' }),
    other({ ...act('a8-used', 'used', { ...INTRUDER, ip: '203.0.113.98' }, AT, USED), operation: 'MailboxLogin' }),
    signIn({
      ...act('a8-refused-sign-in', 'used', { ip: '198.51.100.20' }, AT, REFUSED),
      operation: 'UserLoginFailed',
    }),
    opened('delegate', 'a8b-other-user', OFFICE, AT, USED),
    opened('delegate', 'a8-innocent', OFFICE, AT, 'innocent@lighthouse.example'),
    opened('delegate', 'a8-refused', OFFICE, AT, REFUSED),
    opened('service', 'a9-service', SERVICE),
    opened('service', 'a9-session', { ...SERVICE, session: 'session-service' }),
    opened('service', 'a9-delegate', { ...SERVICE, logonType: 2 }),
    opened('service', 'a9-browser', { ...SERVICE, client: 'Client=OWA;Action=ViaProxy' }),
    single({
      ...act('a9-update', 'service', SERVICE, AT),
      operation: 'Update',
      messageId: '<a9-update@rules.example>',
      folder: folderOf('service', 'Inbox'),
    }),
    opened('application', 'a3-owner', { ...APPLICATION, ...OFFICE }),
    opened('application', 'a3-elsewhere', { ...APPLICATION, ...NOBODY }),
    opened('application', 'a3-somebody', { ...APPLICATION, ...OFFICE }, AT, 'somebody@lighthouse.example'),
    opened('late-address', 'a5-after-window', { ip: '198.51.100.20' }, '2001-10-25T09:00:00Z'),
    recorded('used'),
  ],
};
