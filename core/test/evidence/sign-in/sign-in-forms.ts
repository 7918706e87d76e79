import type { SignIn } from '@candor/core/evidence/sign-in';

/**
 * One log in one form, made for these tests from the field names of its documentation, with what a person reads in it.
 * All names are reserved.
 */
export interface SignInForm {
  readonly name: string;
  readonly text: string;
  readonly signIns: readonly SignIn[];
  readonly unread: number;
}

/** 12 September 2001, 10:00:00 UTC. */
const TEN = 1_000_288_800;
const SESSION = '00300d0c-0000-4000-8000-0000000000aa';
const APP = '11110d0c-0000-4000-8000-0000000000bb';

const ada: SignIn = {
  time: TEN,
  user: 'ada@harbor.example',
  ip: '198.51.100.7',
  sessions: [],
  tokens: [],
  appId: null,
  client: null,
  country: null,
  isRefused: false,
  isRisky: false,
};

const lines = (...rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const table = (...rows: readonly string[]) => `${rows.join('\r\n')}\r\n`;

const graph = {
  id: '1',
  createdDateTime: '2001-09-12T10:00:00Z',
  userPrincipalName: 'ada@harbor.example',
  appId: APP.toUpperCase(),
  appDisplayName: 'Mail',
  ipAddress: '198.51.100.7',
  clientAppUsed: 'Browser',
  userAgent: 'Test/1',
  sessionId: SESSION.toUpperCase(),
  uniqueTokenIdentifier: 'Tok-En_1',
  riskLevelDuringSignIn: 'none',
  riskLevelAggregated: 'none',
  status: { errorCode: 0, failureReason: 'Other.' },
  location: { city: 'Port Ansel', state: '', countryOrRegion: 'DE' },
};
const wholeGraph: SignIn = {
  ...ada,
  sessions: [SESSION],
  tokens: ['Tok-En_1'],
  appId: APP,
  client: 'Test/1',
  country: 'DE',
};
const refusedGraph = { ...graph, status: { errorCode: 50126 }, riskLevelDuringSignIn: 'high' };

const google = (name: string, ip: string) => ({
  kind: 'admin#reports#activity',
  id: { time: '2001-09-12T10:00:00.500Z', uniqueQualifier: '1', applicationName: 'login', customerId: 'C0' },
  actor: { email: 'ada@harbor.example', profileId: '1' },
  ipAddress: ip,
  events: [
    { type: 'login', name: 'login_verification', parameters: [{ name: 'login_type', value: 'exchange' }] },
    { type: 'login', name, parameters: [{ name: 'login_type', value: 'exchange' }] },
  ],
});

export const SIGN_IN_FORMS: readonly SignInForm[] = [
  {
    name: 'Entra sign-ins, a page of Graph',
    text: JSON.stringify({ '@odata.context': 'x', value: [graph, refusedGraph] }),
    signIns: [wholeGraph, { ...wholeGraph, isRefused: true, isRisky: true }],
    unread: 0,
  },
  {
    name: 'Entra sign-ins, the JSON that the portal gives',
    text: JSON.stringify([graph, { ...graph, createdDateTime: 'yesterday' }], null, 2),
    signIns: [wholeGraph],
    unread: 1,
  },
  { name: 'Entra sign-ins, one a line', text: lines(graph, graph), signIns: [wholeGraph, wholeGraph], unread: 0 },
  {
    name: 'Entra sign-ins, the CSV that the portal gives',
    text: `\ufeff${table(
      'Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,Application,Application ID,IP address,Location,Status,Sign-in error code,Session ID,Unique token identifier',
      `2001-09-12T10:00:00Z,1,Test/1,2,3,Ada,ada@harbor.example,Mail,${APP},198.51.100.7,"Port Ansel, XX, DE",Success,0,${SESSION},Tok-En_1`,
      `2001-09-12T10:00:00Z,1,Test/1,2,3,Ada,ada@harbor.example,Mail,${APP},198.51.100.7,"Port Ansel, XX, DE",Failure,50126,${SESSION},Tok-En_1`,
    )}`,
    signIns: [wholeGraph, { ...wholeGraph, isRefused: true }],
    unread: 0,
  },
  {
    name: 'Entra sign-ins, Export-Csv: a day and a month that can be exchanged are no time',
    text: table(
      '#TYPE Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignIn',
      '"CreatedDateTime","UserPrincipalName","AppDisplayName","IPAddress"',
      '"12/09/2001 10:00:00","ada@harbor.example","Mail","198.51.100.7"',
      '"2001-09-12T10:00:00Z","ada@harbor.example","Mail","198.51.100.7"',
    ),
    signIns: [{ ...ada, client: 'Mail' }],
    unread: 1,
  },
  {
    name: 'Entra sign-ins, diagnostic settings, one a line',
    text: lines({
      time: '2001-09-12T10:05:00Z',
      resourceId: '/tenants/1',
      operationName: 'Sign-in activity',
      category: 'NonInteractiveUserSignInLogs',
      callerIpAddress: '203.0.113.9',
      properties: graph,
    }),
    signIns: [wholeGraph],
    unread: 0,
  },
  {
    name: 'Entra sign-ins, diagnostic settings, a list',
    text: JSON.stringify({
      records: [{ time: '2001-09-12T10:05:00Z', category: 'SignInLogs', operationName: 'x', properties: refusedGraph }],
    }),
    signIns: [{ ...wholeGraph, isRefused: true, isRisky: true }],
    unread: 0,
  },
  {
    name: 'SigninLogs of Sentinel',
    text: table(
      'TenantId,TimeGenerated,OperationName,ResultType,UserPrincipalName,AppDisplayName,AppId,IPAddress,UserAgent,LocationDetails,SessionId,UniqueTokenIdentifier',
      `1,2001-09-12T10:00:00.1234567Z,Sign-in activity,0,ada@harbor.example,Mail,${APP},198.51.100.7,Test/1,"{""countryOrRegion"":""DE""}",${SESSION},Tok-En_1`,
    ),
    signIns: [wholeGraph],
    unread: 0,
  },
  {
    name: 'sign-ins of service principals',
    text: lines({
      id: '1',
      createdDateTime: '2001-09-12T10:00:00Z',
      servicePrincipalId: 's',
      servicePrincipalName: 'Mailbox migration',
      appId: APP,
      resourceDisplayName: 'Mail',
      ipAddress: '2001:DB8:0::7',
      status: { errorCode: 7000215 },
    }),
    signIns: [{ ...ada, user: 'Mailbox migration', ip: '2001:db8::7', appId: APP, isRefused: true }],
    unread: 0,
  },
  {
    name: 'AADSignInEventsBeta of Defender',
    text: table(
      'Timestamp,Application,ApplicationId,LogonType,ErrorCode,SessionId,AccountUpn,IPAddress,Country,RiskLevelDuringSignIn,UserAgent',
      `2001-09-12T10:00:00Z,Mail,${APP},["interactiveUser"],0,${SESSION},ada@harbor.example,198.51.100.7,DE,50,Test/1`,
    ),
    signIns: [{ ...wholeGraph, tokens: [], isRisky: true }],
    unread: 0,
  },
  {
    name: 'login report of Google, an answer of the API',
    text: JSON.stringify({
      kind: 'admin#reports#activities',
      items: [google('login_success', '198.51.100.7'), google('login_failure', '198.51.100.8'), { kind: 'x' }],
    }),
    signIns: [ada, { ...ada, ip: '198.51.100.8', isRefused: true }],
    unread: 1,
  },
  {
    name: 'login report of Google, one a line',
    text: lines(google('suspicious_login', '198.51.100.7')),
    signIns: [{ ...ada, isRisky: true }],
    unread: 0,
  },
  {
    name: 'audit log of Entra',
    text: lines({
      id: 'Directory_1',
      category: 'ApplicationManagement',
      activityDateTime: '2001-09-12T10:00:00Z',
      activityDisplayName: 'Consent to application',
      result: 'failure',
      initiatedBy: { user: { userPrincipalName: 'ada@harbor.example', ipAddress: '198.51.100.7' } },
      targetResources: [{ id: APP }],
    }),
    signIns: [{ ...ada, isRefused: true }],
    unread: 0,
  },
  {
    name: 'activity of Microsoft Graph',
    text: lines({
      TimeGenerated: '2001-09-12T10:00:00Z',
      RequestUri: 'https://graph.example/v1.0/me/messages',
      RequestMethod: 'GET',
      ResponseStatusCode: 200,
      IPAddress: '198.51.100.7',
      AppId: APP,
      UserId: 'ada@harbor.example',
      SignInActivityId: 'Tok-En_1',
      UserAgent: 'Test/1',
    }),
    signIns: [{ ...ada, tokens: ['Tok-En_1'], appId: APP, client: 'Test/1' }],
    unread: 0,
  },
  {
    name: 'risk detections of Entra',
    text: lines({
      id: '1',
      riskEventType: 'anonymizedIPAddress',
      riskState: 'atRisk',
      riskLevel: 'medium',
      detectedDateTime: '2001-09-12T10:00:00Z',
      userPrincipalName: 'ada@harbor.example',
      ipAddress: '198.51.100.7',
      location: { countryOrRegion: 'DE' },
    }),
    signIns: [{ ...ada, country: 'DE', isRisky: true }],
    unread: 0,
  },
];
