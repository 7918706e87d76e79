/**
 * One small file of each kind of foreign log, made for these tests from the field names of its documentation; all names
 * are reserved.
 */
export interface ForeignSample {
  readonly name: string;
  readonly shows: 'no-access' | 'access' | 'elsewhere';
  readonly text: string;
}

const row = (members: Readonly<Record<string, unknown>>) => `${JSON.stringify(members)}\n`;
const table = (...lines: readonly string[]) => `${lines.join('\n')}\n`;
const google = (applicationName: string) => ({
  kind: 'admin#reports#activity',
  id: { time: '2001-09-12T10:00:00Z', uniqueQualifier: '1', applicationName, customerId: 'C0' },
  actor: { email: 'ada@harbor.example', profileId: '1' },
  ipAddress: '198.51.100.7',
  events: [{ type: 'login', name: 'login_success' }],
});
const diagnostic = (category: string) =>
  row({ time: '2001-09-12T10:00:00Z', resourceId: '/tenants/1', operationName: 'x', category, properties: {} });
const signIn = {
  id: '1',
  createdDateTime: '2001-09-12T10:00:00Z',
  userPrincipalName: 'ada@harbor.example',
  appDisplayName: 'Mail',
  appId: '1',
  ipAddress: '198.51.100.7',
};

export const FOREIGN_LOGS: readonly ForeignSample[] = [
  {
    name: 'the sign-in log of Microsoft Entra (Graph)',
    shows: 'no-access',
    text: JSON.stringify({ '@odata.context': 'x', value: [signIn, signIn] }),
  },
  { name: 'the sign-in log of Microsoft Entra (Graph)', shows: 'no-access', text: JSON.stringify([signIn], null, 2) },
  { name: 'the sign-in log of Microsoft Entra (Graph)', shows: 'no-access', text: row(signIn).repeat(3) },
  {
    name: 'the sign-in log of Microsoft Entra (Graph)',
    shows: 'no-access',
    text: table(
      '#TYPE Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignIn',
      '"CreatedDateTime","UserPrincipalName","AppDisplayName","IPAddress"',
      '"12/09/2001","ada@harbor.example","Mail","198.51.100.7"',
    ),
  },
  {
    name: 'the sign-in log of Microsoft Entra (downloaded from the portal)',
    shows: 'no-access',
    text: table(
      '\ufeffDate (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,Application,IP address,Status',
      '2001-09-12T10:00:00Z,1,x,2,3,Ada,ada@harbor.example,Mail,198.51.100.7,Success',
    ),
  },
  {
    name: 'the sign-in log of Microsoft Entra (diagnostic settings)',
    shows: 'no-access',
    text: diagnostic('SignInLogs'),
  },
  {
    name: 'the sign-in log of Microsoft Entra (diagnostic settings)',
    shows: 'no-access',
    text: JSON.stringify({ records: [JSON.parse(diagnostic('NonInteractiveUserSignInLogs'))] }),
  },
  {
    name: 'the table SigninLogs of Sentinel (Entra sign-ins)',
    shows: 'no-access',
    text: table(
      'TenantId,TimeGenerated,OperationName,ResultType,UserPrincipalName,AppDisplayName,IPAddress,CreatedDateTime',
      '1,2001-09-12T10:00:00Z,Sign-in activity,0,ada@harbor.example,Mail,198.51.100.7,2001-09-12T10:00:00Z',
    ),
  },
  {
    name: 'the audit log of Microsoft Entra (Graph or Sentinel)',
    shows: 'no-access',
    text: row({
      id: 'Directory_1',
      category: 'UserManagement',
      activityDateTime: '2001-09-12T10:00:00Z',
      activityDisplayName: 'Update user',
      initiatedBy: {},
      targetResources: [],
    }),
  },
  {
    name: 'the audit log of Microsoft Entra (downloaded from the portal)',
    shows: 'no-access',
    text: table('Date (UTC),CorrelationId,Service,Category,Activity,Result', '2001-09-12,1,Core,x,Update user,success'),
  },
  { name: 'the audit log of Microsoft Entra (diagnostic settings)', shows: 'no-access', text: diagnostic('AuditLogs') },
  {
    name: 'the activity log of Microsoft Graph',
    shows: 'access',
    text: row({
      TimeGenerated: '2001-09-12T10:00:00Z',
      RequestMethod: 'GET',
      RequestUri: 'https://graph.example/v1.0/users/1/messages',
      ResponseStatusCode: 200,
    }),
  },
  {
    name: 'the activity log of Microsoft Graph (diagnostic settings)',
    shows: 'access',
    text: diagnostic('MicrosoftGraphActivityLogs'),
  },
  {
    name: 'a list of risk detections of Microsoft Entra',
    shows: 'no-access',
    text: row({ id: '1', riskEventType: 'unfamiliarFeatures', riskState: 'atRisk', detectedDateTime: 'x' }),
  },
  { name: 'the login report of Google Workspace', shows: 'no-access', text: row(google('login')) },
  { name: 'the admin report of Google Workspace', shows: 'no-access', text: row(google('admin')) },
  {
    name: 'the token report of Google Workspace',
    shows: 'no-access',
    text: JSON.stringify([google('token')], null, 1),
  },
  {
    name: 'the gmail report of Google Workspace',
    shows: 'access',
    text: JSON.stringify({ kind: 'admin#reports#activities', etag: 'x', items: [google('gmail')] }, null, 2),
  },
  {
    name: 'the Gmail log of Google Workspace (BigQuery)',
    shows: 'access',
    text: row({ event_info: { mail_event_type: 7, timestamp_usec: '1' }, message_info: { subject: 'x' } }),
  },
  {
    name: 'an Email Log Search of Google Workspace',
    shows: 'no-access',
    text: table(
      'Message ID,Start date,End date,Sender,Message size,Subject,Direction,Attachments,Recipient address,Event target,Event date,Event status',
      '<a@x.example>,2001/09/12,2001/09/12,a@x.example,1,x,Received,0,ada@harbor.example,x,2001/09/12,DELIVERED',
    ),
  },
  {
    name: 'a report of Google Workspace (GAM)',
    shows: 'no-access',
    text: table(
      'name,actor.email,actor.profileId,id.time,id.uniqueQualifier,ipAddress',
      'x,ada@harbor.example,1,2,3,4',
    ),
  },
  {
    name: 'a message trace of Exchange (Get-MessageTrace)',
    shows: 'no-access',
    text: table(
      '"PSComputerName","RunspaceId","Organization","MessageId","Received","SenderAddress","RecipientAddress","Subject","Status"',
      '"x","1","harbor.example","<a@x.example>","12/09/2001","a@x.example","ada@harbor.example","x","Delivered"',
    ),
  },
  {
    name: 'a message trace of Exchange (report for download)',
    shows: 'no-access',
    text: table(
      'origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,network_message_id',
      '2001-09-12T10:00:00Z,a@x.example,ada@harbor.example##Receive,x,1,<a@x.example>,1',
    ),
  },
  {
    name: 'a message trace of Exchange (detail)',
    shows: 'no-access',
    text: table('MessageId,MessageTraceId,Date,Event,Action,Detail,Data', '<a@x.example>,1,2001-09-12,Receive,,x,y'),
  },
  {
    name: 'a message tracking log of an Exchange server',
    shows: 'no-access',
    text: table(
      '#Software: Microsoft Exchange Server',
      '#Version: 15.01.2375.007',
      '#Log-type: Message Tracking Log',
      '#Fields: date-time,client-ip,event-id,message-id',
      '2001-09-12T10:00:00Z,198.51.100.7,RECEIVE,<a@x.example>',
    ),
  },
  {
    name: 'a message tracking log of Exchange (Get-MessageTrackingLog)',
    shows: 'no-access',
    text: table('Timestamp;EventId;Source;Sender;Recipients;MessageId', '2001-09-12;RECEIVE;SMTP;a@x.example;b;c'),
  },
  {
    name: 'a log of an Exchange server (protocol or proxy)',
    shows: 'access',
    text: table(
      '#Software: Microsoft Exchange Server',
      '#Log-type: HttpProxy Logs',
      '#Fields: DateTime,Protocol',
      'x,Ews',
    ),
  },
  {
    name: 'a web log of IIS',
    shows: 'access',
    text: table(
      '#Software: Microsoft Internet Information Services 10.0',
      '#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query',
      '2001-09-12 10:00:00 192.0.2.1 POST /EWS/Exchange.asmx -',
    ),
  },
  {
    name: 'a log of Dovecot',
    shows: 'access',
    text: table(
      'Sep 12 10:00:00 mx1 dovecot: imap-login: Login: user=<ada>, method=PLAIN, rip=198.51.100.7, lip=192.0.2.1, session=<x>',
      'Sep 12 10:00:09 mx1 dovecot: imap(ada)<1><x>: Logged out in=1 out=2 fetch_count=3',
    ),
  },
  {
    name: 'a log of Postfix',
    shows: 'no-access',
    text: table('Sep 12 10:00:00 mx1 postfix/smtpd[812]: connect from mail.x.example[198.51.100.7]'),
  },
  {
    name: 'a log of Exim',
    shows: 'no-access',
    text: table('2001-09-12 10:00:00 15hABC-0001Xy-2Z <= a@x.example H=mail.x.example [198.51.100.7] P=esmtp'),
  },
  {
    name: 'a log of Sendmail',
    shows: 'no-access',
    text: table('Sep 12 10:00:00 mx1 sendmail[812]: f8CA00x1: from=<a@x.example>, size=1, nrcpts=1'),
  },
  {
    name: 'the access log of a web server',
    shows: 'access',
    text: table('198.51.100.7 - ada [12/Sep/2001:10:00:00 +0000] "GET /mail/?_task=mail&_uid=7 HTTP/1.1" 200 512'),
  },
  {
    name: 'the Message-IDs of Microsoft-Extractor-Suite (Get-MessageIDs)',
    shows: 'access',
    text: table(
      '"Timestamp","User","IPaddress","SessionID","InternetMessageId","SizeInBytes"',
      '"2001-09-12T10:00:00","ada@harbor.example","198.51.100.7","1","<a@x.example>","1"',
    ),
  },
  {
    name: 'the sessions of Microsoft-Extractor-Suite (Get-Sessions)',
    shows: 'access',
    text: table(
      '"TimeStamp","User","Action","SessionId","ClientIP","OperationCount"',
      '"2001-09-12T10:00:00","ada@harbor.example","MailItemsAccessed","1","198.51.100.7","1"',
    ),
  },
  {
    name: 'a simple audit log of Hawk',
    shows: 'access',
    text: table(
      '"Caller","Cmdlet","FullCommand","RunDate(UTC)","ObjectModified"',
      '"ada","MailItemsAccessed","x","y",""',
    ),
  },
  {
    name: 'audit records spread over columns (ConvertFrom-Json and Export-Csv, as Hawk writes them)',
    shows: 'access',
    text: table(
      '"CreationTime","Id","Operation","OrganizationId","RecordType","Workload","MailboxGuid","Folders","OperationCount"',
      '"2001-09-12T10:00:00","1","MailItemsAccessed","2","50","Exchange","3","System.Object[]","1"',
    ),
  },
  {
    name: 'an old mailbox audit log (Search-MailboxAuditLog)',
    shows: 'access',
    text: table(
      'Operation,OperationResult,LogonType,ClientIPAddress,MailboxOwnerUPN,ItemSubject,LastAccessed',
      'MessageBind,Succeeded,Delegate,198.51.100.7,ada@harbor.example,x,2001-09-12',
    ),
  },
  {
    name: 'the table EmailEvents of Defender (mail flow)',
    shows: 'no-access',
    text: row({ Timestamp: 'x', NetworkMessageId: '1', SenderFromAddress: 'a', RecipientEmailAddress: 'b' }),
  },
  {
    name: 'the table UrlClickEvents of Defender',
    shows: 'no-access',
    text: row({ Timestamp: 'x', Url: 'https://x.example', ActionType: 'ClickAllowed', IsClickedThrough: true }),
  },
  {
    name: 'the table AADSignInEventsBeta of Defender (Entra sign-ins)',
    shows: 'no-access',
    text: row({ Timestamp: 'x', AccountUpn: 'a', Application: 'Mail', LogonType: 'x', ErrorCode: 0 }),
  },
  {
    name: 'the table IdentityLogonEvents of Defender',
    shows: 'no-access',
    text: row({ Timestamp: 'x', AccountUpn: 'a', LogonType: 'x', Protocol: 'y', ActionType: 'LogonSuccess' }),
  },
  {
    name: 'the system log of Okta',
    shows: 'no-access',
    text: row({ uuid: '1', published: 'x', eventType: 'user.session.start', actor: {} }),
  },
  {
    name: 'a log of AWS CloudTrail',
    shows: 'no-access',
    text: JSON.stringify({ Records: [{ eventName: 'x', eventSource: 'y', userIdentity: {}, awsRegion: 'z' }] }),
  },
  {
    name: 'a list of inbox rules (Get-InboxRule)',
    shows: 'no-access',
    text: table('"RuleIdentity","Name","Enabled","ForwardTo","RedirectTo"', '"1","x","True","",""'),
  },
  { name: 'a folder list', shows: 'elsewhere', text: table('FolderId,FolderPath,FolderType', '1,/Inbox,Inbox') },
  { name: 'a directory of parties', shows: 'elsewhere', text: table('match,party,kind', 'x.example,x,organization') },
  {
    name: 'a file that Candor wrote (exposure.jsonl, records.jsonl, parties.csv)',
    shows: 'elsewhere',
    text: row({ custodian: 'ada', location: 'x#1', verdict: 'absent', reasons: [] }),
  },
  {
    name: 'a mailbox (mbox)',
    shows: 'elsewhere',
    text: table(
      'From a@x.example Wed Sep 12 10:00:00 2001',
      'From: a@x.example',
      'To: ada@harbor.example',
      '',
      'AuditData',
    ),
  },
  {
    name: 'a message',
    shows: 'elsewhere',
    text: table(
      'From: a@x.example',
      'To: ada@harbor.example',
      'Subject: x',
      'Date: Wed, 12 Sep 2001 10:00:00 +0000',
      '',
      'y',
    ),
  },
];
