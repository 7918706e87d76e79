import { isIP } from 'node:net';
import type { SignIn } from '@candor/core/evidence/sign-in';

// A second reader of the logs that are read for leads, written apart from the first: one list of exact places a form,
// from the documentation of its maker, and no search by name. It is strict, and gives up where a text is not as
// documented.

/** Members of an entry, by exact path. */
interface Places {
  /** Where the entries are, and how they are written. */
  readonly written: 'page' | 'list' | 'lines' | 'csv' | 'records' | 'items';
  readonly time: readonly string[];
  readonly user: readonly string[];
  readonly ip: readonly string[];
  readonly session?: string;
  readonly token?: string;
  readonly application?: string;
  readonly client: readonly string[];
  readonly country?: string;
  readonly isRefused: (at: At) => boolean;
  readonly isRisky: (at: At) => boolean;
}

type At = (path: string) => unknown;

const text = (value: unknown): string | null =>
  (typeof value === 'string' || typeof value === 'number') && String(value).trim() !== '' ? String(value).trim() : null;

const isRiskLevel = (value: unknown): boolean => ['low', 'medium', 'high'].includes(String(value).toLowerCase());
const byError =
  (path: string) =>
  (at: At): boolean =>
    text(at(path)) !== null && text(at(path)) !== '0';

const GRAPH = {
  time: ['createdDateTime'],
  user: ['userPrincipalName', 'servicePrincipalName'],
  ip: ['ipAddress'],
  session: 'sessionId',
  token: 'uniqueTokenIdentifier',
  application: 'appId',
  client: ['userAgent', 'clientAppUsed', 'appDisplayName'],
  country: 'location.countryOrRegion',
  isRefused: byError('status.errorCode'),
  isRisky: (at: At) => isRiskLevel(at('riskLevelDuringSignIn')) || isRiskLevel(at('riskLevelAggregated')),
} as const;

/** The entry lies below; what is around it names the time and the address too. */
const DIAGNOSTIC = {
  time: ['properties.createdDateTime', 'time'],
  user: ['properties.userPrincipalName'],
  ip: ['properties.ipAddress', 'callerIpAddress'],
  session: 'properties.sessionId',
  token: 'properties.uniqueTokenIdentifier',
  application: 'properties.appId',
  client: ['properties.userAgent', 'properties.clientAppUsed', 'properties.appDisplayName'],
  country: 'properties.location.countryOrRegion',
  isRefused: byError('properties.status.errorCode'),
  isRisky: (at: At) =>
    isRiskLevel(at('properties.riskLevelDuringSignIn')) || isRiskLevel(at('properties.riskLevelAggregated')),
} as const;

const GOOGLE = {
  time: ['id.time'],
  user: ['actor.email'],
  ip: ['ipAddress'],
  client: [],
  country: 'networkInfo.regionCode',
  isRefused: (at: At) => listEvents(at).includes('login_failure'),
  isRisky: (at: At) => listEvents(at).some((name) => name === 'suspicious_login' || name === 'gov_attack_warning'),
} as const;

function listEvents(at: At): readonly string[] {
  const events = at('events');
  return Array.isArray(events) ? events.map(({ name }: { name: string }) => name) : [];
}

const PLACES: Readonly<Record<string, Places>> = {
  'Entra sign-ins, a page of Graph': { ...GRAPH, written: 'page' },
  'Entra sign-ins, the JSON that the portal gives': { ...GRAPH, written: 'list' },
  'Entra sign-ins, one a line': { ...GRAPH, written: 'lines' },
  'Entra sign-ins, the CSV that the portal gives': {
    written: 'csv',
    time: ['Date (UTC)'],
    user: ['Username', 'User ID'],
    ip: ['IP address'],
    session: 'Session ID',
    token: 'Unique token identifier',
    application: 'Application ID',
    client: ['User agent', 'Client app', 'Application'],
    country: 'Location',
    isRefused: (at) =>
      text(at('Sign-in error code')) === null
        ? ['Failure', 'Interrupted'].includes(String(at('Status')))
        : byError('Sign-in error code')(at),
    isRisky: () => false,
  },
  'Entra sign-ins, Export-Csv: a day and a month that can be exchanged are no time': {
    written: 'csv',
    time: ['CreatedDateTime'],
    user: ['UserPrincipalName'],
    ip: ['IPAddress'],
    client: ['AppDisplayName'],
    isRefused: () => false,
    isRisky: () => false,
  },
  'Entra sign-ins, diagnostic settings, one a line': { ...DIAGNOSTIC, written: 'lines' },
  'Entra sign-ins, diagnostic settings, a list': { ...DIAGNOSTIC, written: 'records' },
  'SigninLogs of Sentinel': {
    written: 'csv',
    time: ['TimeGenerated'],
    user: ['UserPrincipalName'],
    ip: ['IPAddress'],
    session: 'SessionId',
    token: 'UniqueTokenIdentifier',
    application: 'AppId',
    client: ['UserAgent', 'AppDisplayName'],
    country: 'LocationDetails>countryOrRegion',
    isRefused: byError('ResultType'),
    isRisky: () => false,
  },
  'sign-ins of service principals': { ...GRAPH, written: 'lines' },
  'AADSignInEventsBeta of Defender': {
    written: 'csv',
    time: ['Timestamp'],
    user: ['AccountUpn'],
    ip: ['IPAddress'],
    session: 'SessionId',
    application: 'ApplicationId',
    client: ['UserAgent', 'Application'],
    country: 'Country',
    isRefused: byError('ErrorCode'),
    isRisky: (at) => Number(at('RiskLevelDuringSignIn')) >= 10,
  },
  'login report of Google, an answer of the API': { ...GOOGLE, written: 'items' },
  'login report of Google, one a line': { ...GOOGLE, written: 'lines' },
  'audit log of Entra': {
    written: 'lines',
    time: ['activityDateTime'],
    user: ['initiatedBy.user.userPrincipalName'],
    ip: ['initiatedBy.user.ipAddress'],
    application: 'initiatedBy.app.appId',
    client: [],
    isRefused: (at) => at('result') === 'failure',
    isRisky: () => false,
  },
  'activity of Microsoft Graph': {
    written: 'lines',
    time: ['TimeGenerated'],
    user: ['UserId'],
    ip: ['IPAddress'],
    token: 'SignInActivityId',
    application: 'AppId',
    client: ['UserAgent'],
    isRefused: (at) => [401, 403].includes(Number(at('ResponseStatusCode'))),
    isRisky: () => false,
  },
  'risk detections of Entra': {
    written: 'lines',
    time: ['detectedDateTime'],
    user: ['userPrincipalName'],
    ip: ['ipAddress'],
    client: [],
    country: 'location.countryOrRegion',
    isRefused: () => false,
    isRisky: (at) =>
      isRiskLevel(at('riskLevel')) || ['atRisk', 'confirmedCompromised'].includes(String(at('riskState'))),
  },
};

/** One entry as this reader reads it; null where it gives none, and `unsure` where a text is not as documented. */
export type OtherRow = SignIn | 'unsure' | null;

/**
 * Every entry of a file in its order; null where the file is not whole. `sample`: a file of the form, whose names are
 * the documented ones.
 */
export function readApart(form: string, written: string, sample: string): readonly OtherRow[] | null {
  const places = PLACES[form];
  if (places === undefined) throw new Error(`no places of ${form}`);
  try {
    const known = listNames(listEntries(places, sample));
    return listEntries(places, written).map((entry) => {
      if (entry === null || [...listNames([entry])].some((name) => !known.has(name))) return 'unsure';
      return readEntry(places, entry);
    });
  } catch {
    return null;
  }
}

/** Names of members at every depth. */
function listNames(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return new Set([...own, ...Object.values(value).flatMap((inner) => [...listNames(inner)])]);
}

type Entry = Readonly<Record<string, unknown>>;

function listEntries({ written }: Places, whole: string): readonly (Entry | null)[] {
  const body = whole.replace(/^\ufeff/, '');
  if (written === 'csv') return readTable(body);
  if (written === 'page') return (JSON.parse(body) as { value: Entry[] }).value;
  if (written === 'list') return JSON.parse(body) as Entry[];
  if (written === 'items') return (JSON.parse(body) as { items: Entry[] }).items;
  if (written === 'records') return (JSON.parse(body) as { records: Entry[] }).records;
  const rows = body.split('\n').filter((line) => line.trim() !== '');
  return rows.map((line): Entry | null => {
    try {
      return JSON.parse(line) as Entry;
    } catch {
      return null;
    }
  });
}

/**
 * RFC 4180, character by character; null for a row with a quote where none may be, or with other columns than the
 * header.
 */
function readTable(whole: string): readonly (Entry | null)[] {
  const rows: { cells: string[]; isSound: boolean }[] = [{ cells: [], isSound: true }];
  let cell = '';
  let isQuoted = false;
  let isClosed = false;
  for (let at = 0; at < whole.length; at += 1) {
    const sign = whole[at];
    const row = rows.at(-1);
    if (row === undefined) break;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (whole[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else [isQuoted, isClosed] = [false, true];
    } else if (sign === ',' || sign === '\n') {
      row.cells.push(isClosed ? cell : cell.replace(/\r$/, ''));
      [cell, isClosed] = ['', false];
      if (sign === '\n') rows.push({ cells: [], isSound: true });
    } else if (sign === '"' && cell === '' && !isClosed) isQuoted = true;
    else if (isClosed && sign !== '\r') row.isSound = false;
    else if (!isClosed) cell += sign;
  }
  if (isQuoted) throw new Error('a quote is open');
  const filled = rows.filter(({ cells }) => cells.length > 0 && cells.join('') !== '' && !cells[0]?.startsWith('#'));
  const [names, ...values] = filled;
  if (names === undefined || !names.isSound) throw new Error('no header');
  return values.map(({ cells, isSound }) =>
    isSound && cells.length === names.cells.length
      ? Object.fromEntries(names.cells.map((name, at) => [name, cells[at] ?? '']))
      : null,
  );
}

function readEntry(places: Places, entry: Entry): OtherRow {
  const at: At = (path) => {
    const [outer = '', inner] = path.split('>');
    if (inner !== undefined) return follow(JSON.parse(String(entry[outer])), inner.split('.'));
    return Object.hasOwn(entry, path) ? entry[path] : follow(entry, path.split('.'));
  };
  const first = (paths: readonly string[]) => paths.map((path) => text(at(path))).find((value) => value !== null);
  const time = first(places.time) ?? null;
  const ip = first(places.ip) ?? null;
  const [session, token, application] = [places.session, places.token, places.application].map((path) =>
    path === undefined ? null : text(at(path)),
  );
  if (time === null || (ip === null && !session && !token && !application)) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(time)) return 'unsure';
  if (ip !== null && isIP(ip) === 0) return 'unsure';
  if (!isKnownLevel(at)) return 'unsure';
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) return 'unsure';
  const country = places.country === undefined ? null : text(at(places.country));
  return {
    time: Math.floor(ms / 1000),
    user: first(places.user) ?? null,
    ip: ip === null ? null : toPlainAddress(ip),
    sessions: session ? [session.toLowerCase()] : [],
    tokens: token ? [token] : [],
    appId: application?.toLowerCase() ?? null,
    client: first(places.client) ?? null,
    country: country === null ? null : (country.split(',').pop()?.trim() ?? null),
    isRefused: places.isRefused(at),
    isRisky: places.isRisky(at),
  };
}

const LEVELS = ['', 'null', 'undefined', 'none', 'hidden', 'low', 'medium', 'high'];

function isKnownLevel(at: At): boolean {
  const levels = [
    'riskLevel',
    'riskLevelDuringSignIn',
    'riskLevelAggregated',
    'properties.riskLevelDuringSignIn',
    'properties.riskLevelAggregated',
  ];
  return levels.every((path) => LEVELS.includes(String(at(path))));
}

function follow(value: unknown, [name, ...rest]: readonly string[]): unknown {
  if (name === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return follow((value as Record<string, unknown>)[name], rest);
}

/** The URL parser of the runtime writes IPv6 as RFC 5952 does. */
function toPlainAddress(ip: string): string {
  return isIP(ip) === 6 ? new URL(`http://[${ip}]/`).hostname.slice(1, -1) : ip;
}
