import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeZip } from '../evidence/evidence-kit.ts';
import type { NoticeDesk } from '../notice/notice-desk.ts';

/**
 * Harbor with three more mailboxes, each the reason for a sentence that was false once: mail that only its Date places,
 * after containment; a verdict that rests on undecided records alone; and half an archive.
 */
export function addDoubtfulMailboxes(desk: NoticeDesk): void {
  const home = dirname(desk.incident);
  const write = (name: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), content);
  };
  for (const [at, day] of ['14 Sep', '14 Nov', '15 Nov', '20 Dec'].entries())
    write(
      `mailboxes/late-l/Sent/${at}.eml`,
      toMail(`late-${at}`, 'lars.late@harbor.example', 'ops@coldharbour.test', `${day} 2001 10:00:00 +0000`),
    );
  write(
    'mailboxes/doubt-d/Inbox/1.eml',
    toMail('doubt-1', 'legal@quayside.test', 'dana.doubt@harbor.example', '12 Sep 2001 10:00:00 +0000', true),
  );
  const whole = makeZip([
    {
      name: 'Inbox/1.eml',
      content: toMail('half-1', 'a@half.test', 'hana.half@harbor.example', '12 Sep 2001 10:00:00 +0000'),
    },
  ]);
  write('mailboxes/half-h.zip', whole.subarray(0, Math.floor(whole.length / 2)));
  write('audit/doubtful.jsonl', DOUBTFUL.map((row) => `${JSON.stringify(row)}\n`).join(''));
  desk.edit(
    'access:\n',
    `${['late-l lars.late', 'doubt-d dana.doubt', 'half-h hana.half']
      .map((both) => {
        const [custodian = '', name = ''] = both.split(' ');
        const evidence = custodian === 'half-h' ? 'half-h.zip' : custodian;
        return `  - { custodian: ${custodian}, address: ${name}@harbor.example, evidence: mailboxes/${evidence}, audited: true }\n`;
      })
      .join('')}access:
  - file: audit/doubtful.jsonl
    exported: 2001-12-24T00:00:00Z
    covers: { mailboxes: [late-l, doubt-d, half-h], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
`,
  );
}

const SESSION = 'cdf4b83f-6675-43de-aec4-e19c7b18867d';

const DOUBTFUL = [
  // The intruder synchronized a folder that nobody can name, long before most of this mail is dated.
  {
    ...{ Id: 'late-sync', CreationTime: '2001-09-20T08:00:00', Operation: 'MailItemsAccessed' },
    ...{ MailboxOwnerUPN: 'lars.late@harbor.example', UserId: 'lars.late@harbor.example', SessionId: SESSION },
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Sync' }],
  },
  // It got into this mailbox; but who opened the mail nobody has decided.
  {
    ...{ Id: 'doubt-in', CreationTime: '2001-09-20T08:00:00', Operation: 'UserLoggedIn' },
    ...{ MailboxOwnerUPN: 'dana.doubt@harbor.example', UserId: 'dana.doubt@harbor.example', SessionId: SESSION },
  },
  {
    ...{ Id: 'doubt-bind', CreationTime: '2001-09-21T08:00:00', Operation: 'MailItemsAccessed' },
    ...{ MailboxOwnerUPN: 'dana.doubt@harbor.example', UserId: 'dana.doubt@harbor.example' },
    ...{ ClientIPAddress: '198.18.4.4', OperationCount: 1 },
    OperationProperties: [{ Name: 'MailAccessType', Value: 'Bind' }],
    Folders: [{ Id: 'F1', FolderItems: [{ InternetMessageId: '<doubt-1@harbor.example>' }] }],
  },
];

function toMail(id: string, from: string, to: string, date: string, isReceived = false): string {
  const received = isReceived ? `Received: from mx.quayside.test by mx.harbor.example; ${date}\n` : '';
  return `${received}From: ${from}\nTo: ${to}\nSubject: Berth\nDate: ${date}\nMessage-ID: <${id}@harbor.example>\n\nThe password for the gate is Quay4711$x\n`;
}
