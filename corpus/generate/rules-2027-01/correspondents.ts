import { toManagementApi } from '../audit/containers.ts';
import { bind } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import { folderOf, type Specimen } from '../rules/specimen.ts';
import { act, copy, INTRUDER, mailbox, recorded } from '../rules-2026-12/cast.ts';

/** Whose mail it was: headers, calendars and addresses that wrap others; parties.csv shows them. */

const INVITATION = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/alternative; boundary="invite"',
  '',
  '--invite',
  'Content-Type: text/plain',
  '',
  'You are invited.',
  '--invite',
  'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
  '',
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'ORGANIZER;CN="Desk: north":mailto:desk@organizer-party.example',
  'ATTENDEE;RSVP=TRUE;CN=Guest:MAILTO:guest@attend',
  ' ee-party.example',
  'END:VEVENT',
  'END:VCALENDAR',
  '--invite--',
];

const FILE = [
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="file"',
  '',
  '--file',
  'Content-Type: application/octet-stream; name="old.eml"',
  '',
  'Message-ID: <old@rules.example>',
  'From: hidden@file-party.example',
  'To: parties@lighthouse.example',
  'Subject: inside',
  '',
  'Attached.',
  '--file--',
];

const of = (name: string, party: string, fields: readonly string[]): Specimen =>
  copy(`parties/Inbox/${name}`, party, 'accessed', ['opened'], { fields });

const SPECIMENS: readonly Specimen[] = [
  of('p-forwarded', '`north9.example`: the sender whom a forwarder rewrote', [
    'From: SRS0=H4sh=T7=north9.example=bob@forwarder.example',
  ]),
  of('p-forwarded-twice', '`north8.example`: rewritten twice', [
    'From: srs1=H2=forwarder.example==H4sh=T7=north8.example=bob@second.example',
  ]),
  of('p-guest', '`north24.example`: a guest of the tenant', [
    'From: bob_north24.example#EXT#@fictional-tenant.onmicrosoft.com',
  ]),
  of('p-routing', '`fabrikam-fictional.onmicrosoft.com`: the routing domain of a tenant', [
    'From: a@fabrikam-fictional.mail.onmicrosoft.com',
    'Cc: b@fabrikam-fictional.onmicrosoft.com',
  ]),
  of('p-own-tenant', '`lighthouse.onmicrosoft.com`, and a problem `own-tenant`', [
    'From: x@lighthouse.onmicrosoft.com',
  ]),
  of('p-blind', '`blind-party.example`: X-Original-To', ['X-Original-To: b@blind-party.example']),
  of('p-invitation', '`organizer-party.example` and `attendee-party.example`: a calendar', INVITATION),
  of('p-file', '`file-party.example`: an .eml file as bytes', FILE),
  of('p-shared', '`roads-fictional.state.tx.us`: below a domain of many controllers', [
    'From: a@dot.roads-fictional.state.tx.us',
  ]),
  of('p-shared-itself', '`a@state.tx.us`: right at one', ['From: a@state.tx.us']),
  of('p-relay', '`keeper-fictional@duck.com`: an alias relay', ['From: keeper-fictional@duck.com']),
];

export function putCorrespondents(files: CorpusFiles): void {
  const opened = bind({
    ...act('opened', 'parties', INTRUDER, '2001-09-20T10:00:00Z'),
    folders: [
      {
        id: folderOf('parties', 'Inbox'),
        path: '\\',
        messageIds: SPECIMENS.map(({ name }) => `<${name}@rules.example>`),
      },
    ],
  });
  putRuleIncident(files, {
    name: 'rules-2027-01-parties',
    title: 'rules-2027-01-parties: whose mail it was',
    introduction: `A row begins with the party that the copy is of. Every copy was opened.
The expected results were counted by hand from the rules.`,
    mailboxes: [mailbox('parties')],
    specimens: SPECIMENS,
    audit: { 'main.jsonl': toManagementApi([recorded('parties'), opened]) },
    rest: `access:
  - file: audit/main.jsonl
    exported: 2001-11-03T00:00:00Z
    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }
intruder:
  sessions: [session-intruder]
policy: { sync: mailbox, gaps: presumed }
`,
    directory: null,
  });
}
