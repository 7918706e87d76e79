import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { INTRUDER_SESSION, OWNER_ADDRESS } from '../corpus/audit-corpus.ts';
import { provide } from '../corpus/corpus-cache.ts';
import { BufferedFile } from '../corpus/mail-corpus.ts';
import { OWN_DOMAIN } from '../corpus/vocabulary.ts';

/**
 * What an incident of many small messages holds: the same letters and records, in as many mailboxes as are asked for.
 */
interface ShapeCounts {
  readonly mailboxes: number;
  readonly messages: number;
  readonly records: number;
  /** Of the mail. */
  readonly bytes: number;
}

/** Distinct organizations that letters come from and go to. */
const DOMAINS = 100_000;
const PEOPLE_A_DOMAIN = 3;
const FIRST_SENT_AT = Date.UTC(2024, 0, 1) / 1000;
const SECONDS_BETWEEN = 20;
/** One letter in so many is named by a record of the log, and one record in so many is the intruder's. */
const LETTERS_A_RECORD = 2;
const RECORDS_A_INTRUSION = 10;
const LINE = 'The berth at the north quay stays closed until the survey is done; readings follow tomorrow.\n';
/** Of some hundred mailboxes, so that no folder holds tens of thousands of files. */
const MAILBOXES_A_FOLDER = 500;

export interface Shape {
  /** The incident file. */
  readonly incident: string;
  readonly counts: ShapeCounts;
}

/** An incident of small messages, spread evenly over mailboxes; made now or found from an earlier run. */
export function provideManyMailboxes(folder: string, mailboxes: number, messages: number): Shape {
  const place = join(folder, `shape-${mailboxes}-of-${messages}`);
  return {
    incident: join(place, 'incident.yaml'),
    counts: provide(place, () => writeManyMailboxes(place, mailboxes, messages)),
  };
}

function writeManyMailboxes(folder: string, mailboxes: number, messages: number): ShapeCounts {
  mkdirSync(folder, { recursive: true });
  const each = Math.ceil(messages / mailboxes);
  const log = new BufferedFile(join(folder, 'log.jsonl'));
  const counts = { mailboxes, messages, records: 0, bytes: 0 };
  const listed: string[] = [];
  for (let mailbox = 0; mailbox < mailboxes; mailbox += 1) {
    const evidence = `mail/${Math.floor(mailbox / MAILBOXES_A_FOLDER)}/${mailbox}.mbox`;
    mkdirSync(dirname(join(folder, evidence)), { recursive: true });
    const file = new BufferedFile(join(folder, evidence));
    for (let at = mailbox * each; at < Math.min(messages, (mailbox + 1) * each); at += 1) {
      file.write(Buffer.from(toLetter(at, mailbox), 'latin1'));
      if (at % LETTERS_A_RECORD !== 0) continue;
      log.write(Buffer.from(`${toRecord(at, mailbox)}\n`, 'latin1'));
      counts.records += 1;
    }
    counts.bytes += file.close();
    const whose = `custodian: c${mailbox}, address: ${toAddress(mailbox)}, addresses: [${OWNER_ADDRESS}]`;
    listed.push(`  - { ${whose}, evidence: ${evidence}, guid: ${toGuid(mailbox)} }`);
  }
  log.close();
  writeFileSync(join(folder, 'incident.yaml'), toIncident(listed));
  return counts;
}

/** A custodian and a message of the shape, and a party that it has. */
export const KNOWN = { custodian: 'c0', messageId: `<${toMessageId(0)}>`, party: toDomain(0) };

function toIncident(mailboxes: readonly string[]): string {
  return `incident: many
organization: { name: Brightwater Shipping, domains: [${OWN_DOMAIN}] }
window: { start: 2024-01-01T00:00:00Z, contained: 2025-12-31T00:00:00Z }
mailboxes:
${mailboxes.join('\n')}
access:
  - file: log.jsonl
    covers: { mailboxes: all, from: 2024-01-01T00:00:00Z, to: 2025-12-31T00:00:00Z }
intruder: { sessions: [${INTRUDER_SESSION}] }
policy: { sync: mailbox, gaps: presumed }
`;
}

function toDomain(number: number): string {
  return `firm${number % DOMAINS}.example`;
}

/** The square of a fraction: a few write most of the mail. */
function toCorrespondent(seed: number): string {
  const scrambled = (Math.imul(seed + 1, 0x9e3779b1) >>> 0) / 0x1_0000_0000;
  const domain = Math.floor(scrambled ** 2 * DOMAINS);
  return `person${seed % PEOPLE_A_DOMAIN}@${toDomain(domain)}`;
}

function toAddress(mailbox: number): string {
  return `c${mailbox}@${OWN_DOMAIN}`;
}

function toGuid(mailbox: number): string {
  return `6b1f7c52-0d3e-4a55-9c1a-${mailbox.toString(16).padStart(12, '0')}`;
}

function toMessageId(at: number): string {
  const scrambled = (Math.imul(at + 1, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${scrambled}.${at}@mail.${OWN_DOMAIN}`;
}

function toTime(at: number): Date {
  return new Date((FIRST_SENT_AT + at * SECONDS_BETWEEN) * 1000);
}

function toLetter(at: number, mailbox: number): string {
  const date = toTime(at).toUTCString().replace('GMT', '+0000');
  const [day = '', number = '', month = '', year = '', clock = ''] = date.replace(',', '').split(' ');
  const sender = at % 3 === 0 ? toAddress(mailbox) : toCorrespondent(at);
  const to = at % 3 === 0 ? toCorrespondent(at) : toAddress(mailbox);
  return `From ${sender} ${day} ${month} ${number} ${clock} ${year}
Return-Path: <${sender}>
Received: from relay.${sender.split('@')[1]} by mx.${OWN_DOMAIN} with ESMTPS id ${at}; ${date}
Message-ID: <${toMessageId(at)}>
Date: ${date}
From: ${sender}
To: ${to}
Cc: ${toCorrespondent(at + 7)}, colleague${at % 50}@${OWN_DOMAIN}
Subject: Berth ${at}
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Reading ${at}
${LINE.repeat(1 + (at % 8))}
`;
}

function toRecord(at: number, mailbox: number): string {
  const isIntruder = (at / LETTERS_A_RECORD) % RECORDS_A_INTRUSION === 0;
  const session = isIntruder
    ? INTRUDER_SESSION
    : `5e550000-0000-4000-8000-${(mailbox * 7).toString(16).padStart(12, '0')}`;
  const address = isIntruder ? `198.51.100.${at % 250}` : OWNER_ADDRESS;
  const owner = toAddress(mailbox);
  return JSON.stringify({
    CreationTime: toTime(at + 10)
      .toISOString()
      .slice(0, 19),
    Id: `11111111-2222-4333-8444-${at.toString(16).padStart(12, '0')}`,
    Operation: 'MailItemsAccessed',
    RecordType: 50,
    UserType: 0,
    Workload: 'Exchange',
    UserId: owner,
    ClientIPAddress: address,
    ClientInfoString: 'Client=OWA;Action=ViaProxy',
    LogonType: 0,
    MailboxGuid: toGuid(mailbox),
    MailboxOwnerUPN: owner,
    SessionId: session,
    AppAccessContext: { AADSessionId: session },
    OperationProperties: [
      { Name: 'MailAccessType', Value: 'Bind' },
      { Name: 'IsThrottled', Value: 'False' },
    ],
    Folders: [{ FolderItems: [{ InternetMessageId: `<${toMessageId(at)}>`, SizeInBytes: 2000 }], Path: '\\Inbox' }],
    OperationCount: 1,
  });
}
