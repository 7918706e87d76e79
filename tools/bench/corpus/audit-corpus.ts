import { toMessageId } from './letter.ts';
import { BufferedFile } from './mail-corpus.ts';
import { createRandom, type Random } from './random.ts';

/** What the generator knows to be in an audit corpus. */
export interface AuditCounts {
  readonly records: number;
  readonly binds: number;
  readonly syncs: number;
  /** Items listed by Bind records, repetitions counted. */
  readonly items: number;
  readonly intruderRecords: number;
  readonly bytes: number;
}

export const MAILBOX_GUID = '6b1f7c52-0d3e-4a55-9c1a-2f6f5d0f8a11';
export const OWNER = 'ada.abel@brightwater.example';
export const INTRUDER_SESSION = 'a1f4c1d2-77aa-4c0e-8f51-5d2a90b3c7e4';
/** The owner's address; the log names it for everything that the owner did. */
export const OWNER_ADDRESS = '192.0.2.17';

/** The mailbox's folders, as every record of it names them. */
const FOLDER_IDS = ['Q1w8', 'Zm4t', 'h0Vd', 'Kp6s', 'x3Lb', 'T9nE'].map((part) => `LgAAAAB${part.repeat(11)}AQDyAAAB`);

const FIRST_TIME = Date.UTC(2024, 0, 1) / 1000;
const SECONDS_BETWEEN = 20;
const INTRUDER_SHARE = 0.05;
/** A Sync of the intruder reaches whole folders; the handful that real incidents have is enough. */
const MOST_INTRUDER_SYNCS = 3;
const SYNC_SHARE = 0.08;
/** Ids that no mailbox holds, as after deletions. */
const UNKNOWN_ID_SHARE = 0.02;

/** MailItemsAccessed records as the Management Activity API gives them, one a line, about 2 KB each. */
export function writeAudit(path: string, seed: number, size: number, messages: number): AuditCounts {
  const random = createRandom(seed);
  const file = new BufferedFile(path);
  const counts = { records: 0, binds: 0, syncs: 0, items: 0, intruderRecords: 0, bytes: 0 };
  let intruderSyncs = 0;
  let written = 0;
  while (written < size) {
    const isIntruder = random.chance(INTRUDER_SHARE);
    const isSync = random.chance(SYNC_SHARE) && (!isIntruder || intruderSyncs < MOST_INTRUDER_SYNCS);
    if (isSync && isIntruder) intruderSyncs += 1;
    const items = isSync ? 0 : 1 + random.below(10);
    const line = Buffer.from(`${toRecord(counts.records, isIntruder, isSync, items, messages, random)}\n`, 'latin1');
    file.write(line);
    written += line.length;
    counts.records += 1;
    counts.items += items;
    counts.binds += isSync ? 0 : 1;
    counts.syncs += isSync ? 1 : 0;
    counts.intruderRecords += isIntruder ? 1 : 0;
  }
  counts.bytes = file.close();
  return counts;
}

const hex = (random: Random, digits: number): string => {
  let text = '';
  while (text.length < digits) text += random.below(0x1_0000_0000).toString(16).padStart(8, '0');
  return text.slice(0, digits);
};

function toRecord(
  ordinal: number,
  isIntruder: boolean,
  isSync: boolean,
  items: number,
  messages: number,
  random: Random,
): string {
  const time = new Date((FIRST_TIME + ordinal * SECONDS_BETWEEN) * 1000).toISOString().slice(0, 19);
  const id = `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-8${hex(random, 3)}-${ordinal.toString(16).padStart(12, '0')}`;
  const address = isIntruder ? `198.51.100.${random.below(250)}` : OWNER_ADDRESS;
  const session = isIntruder ? INTRUDER_SESSION : toOwnerSession(ordinal);
  const properties = [
    `{"Name":"MailAccessType","Value":"${isSync ? 'Sync' : 'Bind'}"}`,
    '{"Name":"IsThrottled","Value":"False"}',
  ].join(',');
  const body = isSync ? toSyncItem(random) : toFolders(items, messages, random);
  return (
    `{"CreationTime":"${time}","Id":"${id}","Operation":"MailItemsAccessed","OrganizationId":"0f0e7c1b-3b0f-4c3b-9f0a-5c6d7e8f9a0b"` +
    `,"RecordType":${isSync ? 2 : 50},"ResultStatus":"Succeeded","UserKey":"1003200151A3B9C2","UserType":0,"Version":1,"Workload":"Exchange"` +
    `,"ClientIP":"${address}","UserId":"${OWNER}","AppId":"27922004-5251-4030-b22d-91ecd9a37ea4"` +
    `,"ClientAppId":"27922004-5251-4030-b22d-91ecd9a37ea4","AppAccessContext":{"AADSessionId":"${session}","APIId":"00000002-0000-0ff1-ce00-000000000000"` +
    `,"ClientAppId":"27922004-5251-4030-b22d-91ecd9a37ea4","CorrelationId":"${hex(random, 32)}","IssuedAtTime":"${time}","UniqueTokenId":"${toToken(ordinal, isIntruder)}"}` +
    `,"ClientIPAddress":"${address}","ClientInfoString":"Client=OWA;Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36;"` +
    `,"ExternalAccess":false,"InternalLogonType":0,"LogonType":0,"LogonUserSid":"S-1-5-21-3940121236-2810294101-1120456-24091"` +
    `,"MailboxGuid":"${MAILBOX_GUID}","MailboxOwnerSid":"S-1-5-21-3940121236-2810294101-1120456-24091","MailboxOwnerUPN":"${OWNER}"` +
    `,"OperationProperties":[${properties}],"OrganizationName":"brightwater.example","OriginatingServer":"AM7PR04MB5142 (15.20.4200.000)\\r\\n"` +
    `,"SessionId":"${session}",${body},"OperationCount":${isSync ? 1 : items}}`
  );
}

/**
 * Records of one session of a mail client, which lives for days, and of one of its tokens, which is good for about an
 * hour.
 */
const RECORDS_A_SESSION = 400;
const RECORDS_A_TOKEN = 40;

function toOwnerSession(ordinal: number): string {
  return `5e550000-0000-4000-8000-${Math.floor(ordinal / RECORDS_A_SESSION)
    .toString(16)
    .padStart(12, '0')}`;
}

function toToken(ordinal: number, isIntruder: boolean): string {
  return `${isIntruder ? 'i' : 'o'}${Math.floor(ordinal / RECORDS_A_TOKEN)
    .toString(16)
    .padStart(21, '0')}`;
}

function toFolders(items: number, messages: number, random: Random): string {
  // Most accesses of one minute are of messages that arrived one after another.
  const first = random.below(messages);
  const listed = Array.from({ length: items }, (_, at) => {
    const isUnknown = random.chance(UNKNOWN_ID_SHARE);
    const messageId = isUnknown ? `gone.${hex(random, 16)}@brightwater.example` : toMessageId((first + at) % messages);
    return `{"InternetMessageId":"<${messageId}>","SizeInBytes":${2_000 + random.below(60_000)}}`;
  });
  return `"Folders":[{"FolderItems":[${listed.join(',')}],"Id":"${random.pick(FOLDER_IDS)}","Path":"\\\\Inbox"}]`;
}

function toSyncItem(random: Random): string {
  return `"Item":{"Id":"RgAAAAB${hex(random, 60)}","ParentFolder":{"Id":"${random.pick(FOLDER_IDS)}","MemberRights":"None","Name":"Inbox","Path":"Not Available"}}`;
}
