import type { ForeignLog } from '../../record/foreign-log.ts';

/**
 * Logs and tables that people put under `access` and that are none of the forms that are read. Each is known by names
 * that stand together in no other log: members of a JSON row or columns of a header, in lower case.
 *
 * Sources, read 2026-11-29: learn.microsoft.com (graph/api/resources/signin, directoryaudit, exchangemessagetrace,
 * riskdetection; azure/azure-monitor/reference/tables/signinlogs, auditlogs, microsoftgraphactivitylogs;
 * powershell/module/exchange/get-messagetrace, search-mailboxauditlog; defender-xdr/advanced-hunting-emailevents-table,
 * -identitylogonevents-table, -aadsignineventsbeta-table), developers.google.com/workspace/admin/reports,
 * knowledge.workspace.google.com (Gmail logs in BigQuery, Email Log Search),
 * github.com/invictus-ir/Microsoft-Extractor-Suite (Get-MailItemsAccessed.ps1), github.com/T0pCyber/hawk
 * (Get-HawkUserMailItemsAccessed.ps1), elastic/beats (a message tracking log), docs.aws.amazon.com/awscloudtrail,
 * developer.okta.com (System Log).
 */
export interface ForeignForm extends ForeignLog {
  /** Sets of names; a row or header with all names of one set has this form. */
  readonly names: readonly (readonly string[])[];
}

function of(shows: ForeignLog['shows'], name: string, names: readonly (readonly string[])[], fix = ''): ForeignForm {
  return { name, shows, fix, names };
}

const RAW =
  'Export the audit records themselves: Search-UnifiedAuditLog with the column AuditData, or the Management Activity API.';
const NEUTRAL =
  'Write the accesses that it shows into the neutral CSV of docs/formats/access-records.md, and name that file instead.';
const TRACE = 'List it under `arrivals` instead of `access`: it says when mail arrived (docs/guide/message-trace.md).';

/** The first match counts, so forms with more names precede those with fewer. */
export const FOREIGN_FORMS: readonly ForeignForm[] = [
  of('no-access', 'the table SigninLogs of Sentinel (Entra sign-ins)', [
    ['timegenerated', 'userprincipalname', 'appdisplayname', 'resulttype'],
    ['timegenerated', 'serviceprincipalid', 'resourcedisplayname', 'resulttype'],
  ]),
  of('no-access', 'the sign-in log of Microsoft Entra (Graph)', [
    ['createddatetime', 'userprincipalname', 'appdisplayname', 'ipaddress'],
    ['createddatetime', 'serviceprincipalid', 'resourcedisplayname', 'ipaddress'],
  ]),
  of('no-access', 'the sign-in log of Microsoft Entra (downloaded from the portal)', [
    ['date (utc)', 'request id', 'username', 'ip address'],
    ['date (utc)', 'request id', 'service principal id', 'ip address'],
  ]),
  of('no-access', 'the audit log of Microsoft Entra (Graph or Sentinel)', [
    ['activitydatetime', 'activitydisplayname', 'targetresources'],
    ['activitydisplayname', 'initiatedby', 'targetresources'],
  ]),
  of('no-access', 'the audit log of Microsoft Entra (downloaded from the portal)', [
    ['date (utc)', 'correlationid', 'service', 'activity'],
    ['date (utc)', 'correlation id', 'service', 'activity'],
  ]),
  of(
    'access',
    'the activity log of Microsoft Graph',
    [['requesturi', 'requestmethod', 'responsestatuscode']],
    `Its requests to \`/messages\` show mail that an application fetched. ${NEUTRAL}`,
  ),
  of('no-access', 'a list of risk detections of Microsoft Entra', [
    ['riskeventtype', 'riskstate', 'detecteddatetime'],
    ['riskeventtype', 'riskstate', 'riskdetail'],
  ]),
  of(
    'access',
    'the Gmail log of Google Workspace (BigQuery)',
    [
      ['event_info', 'message_info'],
      ['event_info.timestamp_usec', 'message_info.rfc2822_message_id'],
    ],
    NEUTRAL,
  ),
  of('no-access', 'an Email Log Search of Google Workspace', [
    ['message id', 'start date', 'end date', 'sender', 'event status'],
  ]),
  of('no-access', 'a report of Google Workspace (GAM)', [['id.time', 'id.uniquequalifier', 'actor.email']]),
  of('no-access', 'a message trace of Exchange (detail)', [
    ['messagetraceid', 'event', 'action', 'detail'],
    ['message_id', 'event_id', 'recipient_status', 'date_time_utc'],
  ]),
  of(
    'no-access',
    'a message trace of Exchange (Get-MessageTrace)',
    [
      ['received', 'senderaddress', 'recipientaddress', 'status'],
      ['receiveddatetime', 'senderaddress', 'recipientaddress', 'messageid'],
    ],
    TRACE,
  ),
  of(
    'no-access',
    'a message trace of Exchange (report for download)',
    [
      ['origin_timestamp_utc', 'sender_address', 'recipient_status'],
      ['date_time_utc', 'sender_address', 'recipient_address'],
    ],
    TRACE,
  ),
  of('no-access', 'a message tracking log of Exchange (Get-MessageTrackingLog)', [
    ['timestamp', 'eventid', 'sender', 'recipients', 'messageid'],
  ]),
  of(
    'access',
    'the Message-IDs of Microsoft-Extractor-Suite (Get-MessageIDs)',
    [['timestamp', 'internetmessageid', 'sessionid', 'sizeinbytes']],
    `It lists ids and leaves out folders, operations and counts. ${RAW}`,
  ),
  of(
    'access',
    'the sessions of Microsoft-Extractor-Suite (Get-Sessions)',
    [['timestamp', 'action', 'sessionid', 'operationcount']],
    `It counts accesses and names no message. ${RAW}`,
  ),
  of(
    'access',
    'a simple audit log of Hawk',
    [
      ['caller', 'cmdlet', 'fullcommand'],
      ['recordtype', 'creationdate', 'userids', 'fullcommand'],
    ],
    `Hawk leaves out whatever does not fit its columns. ${RAW}`,
  ),
  of(
    'access',
    'an old mailbox audit log (Search-MailboxAuditLog)',
    [['operation', 'logontype', 'lastaccessed', 'mailboxownerupn']],
    NEUTRAL,
  ),
  of('no-access', 'the table EmailEvents of Defender (mail flow)', [
    ['networkmessageid', 'senderfromaddress', 'recipientemailaddress'],
  ]),
  of('no-access', 'the table UrlClickEvents of Defender', [['url', 'actiontype', 'isclickedthrough']]),
  of('no-access', 'the table AADSignInEventsBeta of Defender (Entra sign-ins)', [
    ['accountupn', 'application', 'logontype', 'errorcode'],
  ]),
  of('no-access', 'the table IdentityLogonEvents of Defender', [['accountupn', 'logontype', 'protocol', 'actiontype']]),
  of('no-access', 'the system log of Okta', [['eventtype', 'published', 'actor', 'uuid']]),
  of('no-access', 'a log of AWS CloudTrail', [['eventname', 'eventsource', 'useridentity', 'awsregion']]),
  of('no-access', 'an authentication log of Duo', [['access_device', 'auth_device', 'txid']]),
  of(
    'no-access',
    'a list of inbox rules (Get-InboxRule)',
    [['ruleidentity', 'forwardto', 'redirectto']],
    'It shows rules as they are now, not when and by whom they were made. The audit log has New-InboxRule for that.',
  ),
  of(
    'elsewhere',
    'a folder list',
    [['folderid', 'folderpath']],
    'List it as `folders` of its mailbox, and remove it from `access`.',
  ),
  of(
    'elsewhere',
    'a directory of parties',
    [['match', 'party']],
    'List it as `directory`, and remove it from `access`.',
  ),
  of(
    'elsewhere',
    'a file that Candor wrote (exposure.jsonl, records.jsonl, parties.csv)',
    [
      ['custodian', 'location', 'verdict', 'reasons'],
      ['id', 'label', 'reason', 'sources'],
      ['party', 'accessed', 'presumed', 'undetermined'],
    ],
    'Remove it from `access`, and list the log itself.',
  ),
];

/**
 * The records of one search spread over columns by Export-Csv (Hawk): only recognised in a header, since the same
 * members in JSON are a record.
 */
export const FLATTENED: ForeignForm = of(
  'access',
  'audit records spread over columns (ConvertFrom-Json and Export-Csv, as Hawk writes them)',
  [['creationtime', 'operation', 'workload', 'id']],
  `Folders and items are lost in it (System.Object[]). ${RAW}`,
);

/** Categories of a diagnostic setting: `{"time","resourceId","category","operationName","properties"}`. */
export const DIAGNOSTIC_CATEGORIES: readonly (readonly [category: RegExp, log: ForeignLog])[] = [
  [/SignInLogs$/i, { name: 'the sign-in log of Microsoft Entra (diagnostic settings)', shows: 'no-access', fix: '' }],
  [/^AuditLogs$/i, { name: 'the audit log of Microsoft Entra (diagnostic settings)', shows: 'no-access', fix: '' }],
  [
    /^MicrosoftGraphActivityLogs$/i,
    {
      name: 'the activity log of Microsoft Graph (diagnostic settings)',
      shows: 'access',
      fix: `Its requests to \`/messages\` show mail that an application fetched. ${NEUTRAL}`,
    },
  ],
  [/Risk/i, { name: 'a list of risks of Microsoft Entra (diagnostic settings)', shows: 'no-access', fix: '' }],
  [/^Administrative$/i, { name: 'the activity log of Azure', shows: 'no-access', fix: '' }],
];

/** `id.applicationName` of `admin#reports#activity` whose events can show opened mail. */
const GOOGLE_MAIL_APPLICATIONS: readonly string[] = ['gmail'];

export function toGoogleReport(application: string): ForeignLog {
  const isMail = GOOGLE_MAIL_APPLICATIONS.includes(application);
  return {
    name: `the ${application === '' ? '' : `${application} `}report of Google Workspace`,
    shows: isMail ? 'access' : 'no-access',
    fix: isMail ? NEUTRAL : '',
  };
}

export const TEXT_FORMS: readonly (ForeignLog & { readonly line: RegExp })[] = [
  {
    name: 'a message tracking log of an Exchange server',
    shows: 'no-access',
    fix: '',
    line: /^#Log-type: Message Tracking Log/i,
  },
  {
    name: 'a log of an Exchange server (protocol or proxy)',
    shows: 'access',
    fix: NEUTRAL,
    line: /^#Software: Microsoft Exchange/i,
  },
  {
    name: 'a web log of IIS',
    shows: 'access',
    fix: `It shows requests to Outlook on the web, EWS and ActiveSync, not messages. ${NEUTRAL}`,
    line: /^#Software: Microsoft Internet Information Services|^#Fields: (?:\S+ )*cs-uri-stem\b/i,
  },
  {
    name: 'a log of Dovecot',
    shows: 'access',
    fix: `It shows who logged in and how much was fetched, not which messages: write each session as a sync of its mailbox. ${NEUTRAL}`,
    line: /\bdovecot(?:\[\d+\])?: |^(?:\S+ +){2,5}(?:imap|pop3)(?:-login)?(?:\([^)]*\))?(?:<[^>]*>)*: (?:Info: )?(?:Login|Logged out|Disconnected)/,
  },
  {
    name: 'a log of Postfix',
    shows: 'no-access',
    fix: '',
    line: /(?:^|[^\w/-])postfix(?:\/[\w-]+)+\[\d+\]: /,
  },
  {
    name: 'a log of Exim',
    shows: 'no-access',
    fix: '',
    line: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? (?:\[\d+\] )?[\w-]{16,23} (?:<=|=>|->|Completed)/,
  },
  { name: 'a log of Sendmail', shows: 'no-access', fix: '', line: /\b(?:sendmail|sm-mta)\[\d+\]: / },
  {
    name: 'the access log of a web server',
    shows: 'access',
    fix: NEUTRAL,
    line: /^\S+ \S+ \S+ \[\d\d\/\w{3}\/\d{4}:[^\]]+\] "(?:GET|POST|PUT|HEAD|OPTIONS|PROPFIND) /,
  },
  { name: 'an event log of Windows', shows: 'no-access', fix: '', line: /^ElfFile\0/ },
];
