import { gzip } from '../archive/gzip.ts';
import { OUTLOOK_ON_THE_WEB } from '../audit/actor.ts';
import {
  toCloudAppEvents,
  toConvertToJson,
  toGraphQuery,
  toManagementApi,
  toNeutralCsv,
  toOfficeActivity,
  toPurviewCsv,
  toSearchCsv,
} from '../audit/containers.ts';
import { type AuditRecord, affect, bind, cmdlet, other, search, signIn, single, sync } from '../audit/record.ts';
import { type CorpusFiles, putFile } from '../files.ts';
import { toTable } from '../table.ts';

const KEEPER = { guid: '11111111-2222-4333-8444-555555555555', address: 'keeper@lamp.example' };
const FOLDER = 'LgAAAABkeeperInboxAAAB';
const ACTOR = { session: 'aaaaaaaa-0000-4000-8000-000000000001', app: OUTLOOK_ON_THE_WEB, ip: '198.51.100.7:51000' };

function act(name: string): {
  readonly name: string;
  readonly id: string;
  readonly at: string;
  readonly mailbox: typeof KEEPER;
  readonly actor: typeof ACTOR;
} {
  return { name, id: name, at: '2001-09-10T09:00:00Z', mailbox: KEEPER, actor: ACTOR };
}

const FOLDERS = [{ id: FOLDER, path: '\\Inbox', messageIds: ['<one@lamp.example>', '<two@lamp.example>'] }];
/** One record of each kind, so that every container shows how it carries each. */
const RECORDS: readonly AuditRecord[] = [
  bind({ ...act('bind'), folders: FOLDERS }),
  sync({ ...act('sync'), folder: FOLDER }),
  search({ ...act('search'), query: 'lamp OR "oil"' }),
  single({ ...act('send'), operation: 'Send', messageId: '<three@lamp.example>', folder: FOLDER }),
  affect({ ...act('handle'), operation: 'SoftDelete', messageIds: ['<one@lamp.example>'], folder: FOLDER }),
  cmdlet({
    ...act('rule'),
    operation: 'New-InboxRule',
    parameters: { Mailbox: KEEPER.address, Name: 'z', ForwardTo: 'x@collector.invalid' },
  }),
  cmdlet({
    ...act('forwarding'),
    operation: 'Set-Mailbox',
    parameters: { Identity: KEEPER.address, ForwardingSmtpAddress: 'smtp:x@collector.invalid' },
  }),
  cmdlet({
    ...act('permission'),
    operation: 'Add-MailboxPermission',
    parameters: { Identity: KEEPER.address, User: 'x@lamp.example' },
  }),
  signIn({ ...act('sign-in') }),
  other({ ...act('other'), operation: 'SomethingNew' }),
];
const LINES = toManagementApi(RECORDS).trimEnd().split('\n');
const BIND = LINES[0] ?? '';

type AuditCase = readonly [file: string, reason: string, content: string | Uint8Array];

const CONTAINERS: readonly AuditCase[] = [
  ['management-api.jsonl', 'Management Activity API, one object per line', toManagementApi(RECORDS)],
  ['management-api.json', 'the same as one array', `[${LINES.join(',')}]`],
  ['management-api.jsonl.gz', 'the same lines, gzipped', gzip(Buffer.from(toManagementApi(RECORDS)))],
  ['search.csv', 'Search-UnifiedAuditLog: byte order mark, #TYPE, CRLF', toSearchCsv(RECORDS)],
  ['purview.csv', 'the Purview portal', toPurviewCsv(RECORDS)],
  [
    'convertto.json',
    'ConvertTo-Json of PowerShell: \\/Date(ms)\\/, AuditData as text and as object',
    toConvertToJson(RECORDS),
  ],
  ['graph-query.json', 'Graph auditLogQuery', toGraphQuery(RECORDS)],
  ['office-activity.json', 'Sentinel OfficeActivity', toOfficeActivity(RECORDS)],
  ['cloud-app-events.jsonl', 'Defender CloudAppEvents', toCloudAppEvents(RECORDS)],
  [
    'neutral.csv',
    'the neutral form',
    toNeutralCsv([
      ['2001-09-10T09:00:00Z', KEEPER.guid, 'bind', '<one@lamp.example>', FOLDER, ACTOR.session, '198.51.100.7', ''],
      ['2001-09-10T09:00:01Z', 'KEEPER@lamp.example', 'bind', '<two@lamp.example>', 'Inbox', '', '198.51.100.7', ''],
      ['2001-09-10T09:00:02Z', 'keeper', 'sync', '', 'Inbox', '', '', ''],
    ]),
  ],
];

function edit(from: string | RegExp, to: string): string {
  const text = BIND.replace(from, to);
  if (text === BIND) throw new Error(`nothing to replace: ${String(from)}`);
  return `${text}\n${LINES[1]}\n`;
}

const ODDITIES: readonly AuditCase[] = [
  [
    'not-json.jsonl',
    'an invalid JSON line between two valid ones',
    `${BIND}\n{"Id": "cut", "Operation": "MailItemsAcc\n${LINES[1]}\n`,
  ],
  ['blank-lines.jsonl', 'empty lines and lines of spaces', `\n${BIND}\n   \n\r\n${LINES[1]}\n\n`],
  ['no-end.jsonl', 'no line break at the end of the file', LINES.slice(0, 2).join('\n')],
  ['bom.jsonl', 'a byte order mark at the start', `\ufeff${BIND}\n`],
  ['utf16.jsonl', 'UTF-16, as PowerShell writes files', Buffer.from(`\ufeff${BIND}\r\n`, 'utf16le')],
  ['array-truncated.json', 'an array that stops in its second element', `[${BIND},${LINES[1]?.slice(0, 200)}`],
  ['array-trailing.json', 'text after the array', `[${BIND}]\nexported by hand\n`],
  ['no-id.jsonl', 'a record without Id', edit('"Id":"bind",', '')],
  ['no-time.jsonl', 'a record without CreationTime', edit(/"CreationTime":"[^"]*",/, '')],
  ['no-operation.jsonl', 'a record without Operation', edit('"Operation":"MailItemsAccessed",', '')],
  ['time-with-zone.jsonl', 'a CreationTime with an offset', edit('2001-09-10T09:00:00', '2001-09-10T11:00:00+02:00')],
  [
    'time-with-z.jsonl',
    'a CreationTime with Z and a fraction, which is truncated',
    edit('2001-09-10T09:00:00', '2001-09-10T09:00:00.9999999Z'),
  ],
  ['time-nonsense.jsonl', 'an invalid CreationTime', edit('2001-09-10T09:00:00', '10 Sep 2001')],
  ['unknown-operation.jsonl', 'an unknown operation: kept and counted', `${LINES[9]}\n`],
  [
    'duplicates.jsonl',
    'one id three times: complete, lossy, and with another item',
    `${BIND}\n${BIND.replace('"OperationCount":2', '"OperationCount":9')}\n${BIND.replace('<two@', '<four@')}\n`,
  ],
  [
    'depth-object-array.jsonl',
    'FolderItems truncated to System.Object[]',
    edit(/"FolderItems":\[.*?\]/, '"FolderItems":"System.Object[]"'),
  ],
  [
    'depth-folder-text.jsonl',
    'a folder serialized as text: its Id still counts',
    edit(/"Folders":\[.*\]/, `"Folders":["@{FolderItems=System.Object[]; Id=${FOLDER}; Path=\\\\Inbox}"]`),
  ],
  [
    'count-mismatch.jsonl',
    'OperationCount says three, two are listed',
    edit('"OperationCount":2', '"OperationCount":3'),
  ],
  ['count-as-text.jsonl', 'OperationCount as a text', edit('"OperationCount":2', '"OperationCount":"2"')],
  ['no-count.jsonl', 'no OperationCount: no mismatch', edit('"OperationCount":2,', '')],
  ['folders-no-list.jsonl', 'Folders is an object, not a list', edit(/"Folders":\[.*\]/, '"Folders":{}')],
  ['throttled-boolean.jsonl', 'IsThrottled as a boolean', edit('"Value":"False"', '"Value":true')],
  ['no-access-type.jsonl', 'no MailAccessType: a Bind by its Folders', edit(/"OperationProperties":\[.*?\],/, '')],
  [
    'app-context.jsonl',
    'session and token in AppAccessContext',
    edit(
      /"SessionId":"[^"]*"/,
      '"AppAccessContext":{"AADSessionId":"AAAAAAAA-0000-4000-8000-000000000001","UniqueTokenId":"Tok_en-1"}',
    ),
  ],
  [
    'addresses.jsonl',
    'every spelling of a client address',
    [
      '192.0.2.9',
      '192.0.2.9:443',
      '[192.0.2.9]:443',
      '2001:db8::9',
      '[2001:db8::9]:443',
      '::ffff:192.0.2.9',
      '::1',
      'mail.lamp.example',
      '',
    ]
      .map((ip, at) => `${BIND.replace('"bind"', `"ip-${at}"`).replace('198.51.100.7:51000', ip)}\n`)
      .join(''),
  ],
  [
    'duplicate-keys.jsonl',
    'a key twice in one object: the last one counts',
    edit('"UserType":0', '"UserType":0,"UserType":2'),
  ],
  [
    'deep.jsonl',
    '2,000 nested arrays, in a field that is not read',
    edit('"UserType":0', `"Nested":${'['.repeat(2000)}${']'.repeat(2000)},"UserType":0`),
  ],
  [
    'escapes.jsonl',
    'escaped characters in ids, a lone surrogate in a path',
    edit('<one@lamp.example>', '<\\u006fne@lamp.example>').replace('\\\\Inbox', '\\\\In\\ud800box'),
  ],
  [
    'graph-no-audit-data.json',
    'a Graph record without auditData',
    toGraphQuery(RECORDS.slice(0, 1)).replace('"auditData"', '"other"'),
  ],
  [
    'csv-broken-quote.csv',
    'an unclosed quote',
    `${toPurviewCsv(RECORDS.slice(0, 1))}broken,2001-09-10T09:00:00,2,MailItemsAccessed,keeper@lamp.example,"{""Id"": ""x""\n${toPurviewCsv(RECORDS.slice(1, 2)).split('\n')[1]}\n`,
  ],
  [
    'csv-empty-audit-data.csv',
    'rows without AuditData, one of them with another operation',
    `${toPurviewCsv(RECORDS.slice(0, 1))}e1,2001-09-10T09:00:00.0000000,2,MailItemsAccessed,keeper@lamp.example,,,\ne2,2001-09-10T09:00:00.0000000,2,Send,keeper@lamp.example,,,\n`,
  ],
  [
    'csv-truncated-result.csv',
    'ResultIndex stops before ResultCount',
    toSearchCsv(RECORDS).replaceAll('"10","a1"', '"25","a1"'),
  ],
  ['csv-header-only.csv', 'a header and no row', toPurviewCsv([])],
  [
    'csv-columns-moved.csv',
    'columns in another order, one unknown',
    `AuditData,Extra,Operation\n"${BIND.replaceAll('"', '""')}",x,MailItemsAccessed\n`,
  ],
  [
    'neutral-odd.csv',
    'a neutral file with a time in another zone, no time, no kind, an unknown mailbox',
    'time,mailbox,kind,message_id,folder,session,ip,app\n2001-09-10T11:00:00+02:00,keeper,bind,<one@lamp.example>,,,,\n,keeper,bind,<two@lamp.example>,,,,\n2001-09-10T09:00:00Z,keeper,,<two@lamp.example>,,,,\n2001-09-10T09:00:00Z,stranger,bind,<two@lamp.example>,,,,\n',
  ],
  ['truncated.jsonl.gz', 'a truncated gzip file', gzip(Buffer.from(toManagementApi(RECORDS))).subarray(0, 400)],
  ['empty.json', 'an empty file', ''],
  ['empty-array.json', 'an empty array', '[]\n'],
  [
    'html.csv',
    'a sign-in page that was saved instead of the export',
    '<!DOCTYPE html>\n<html><body>Sign in to continue</body></html>\n',
  ],
];

const INTRODUCTION = `# Audit files

One small file for each supported container, all with the same ten records (one of each kind). Malformed and unusual exports follow.
Unreadable rows are listed with their reason; no row is dropped silently. Tests generate the exports of 50,000 and 5,000 rows.
`;

export function putAuditFiles(files: CorpusFiles): void {
  const all = [...CONTAINERS, ...ODDITIES];
  for (const [file, , content] of all) putFile(files, `audit/${file}`, content);
  const table = (cases: readonly AuditCase[]): string =>
    toTable(
      ['file', 'why it is here'],
      cases.map(([file, reason]) => [`\`${file}\``, reason] as const),
    );
  putFile(
    files,
    'audit/README.md',
    `${INTRODUCTION}\n## Containers\n\n${table(CONTAINERS)}\n## Oddities\n\n${table(ODDITIES)}`,
  );
}
