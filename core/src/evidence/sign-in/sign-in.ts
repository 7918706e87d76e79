import type { Instant } from '@candor/core/base';
import { readAccessTime, toStandardTime } from '../record/access-time.ts';
import type { ForeignLog } from '../record/foreign-log.ts';
import { isObject, type LooseObject, toNested, toText } from '../record/loose-value.ts';
import { readNetworkAddress } from '../record/network-address.ts';

/**
 * One entry of a log without mail accesses that shows who was where: a sign-in, a directory change, a Microsoft Graph
 * call, or a risk. Used for leads, never for a verdict. All texts are the log's.
 */
export interface SignIn {
  readonly time: Instant;
  readonly user: string | null;
  /** Normalised, as in an audit record. */
  readonly ip: string | null;
  /** Lower case. */
  readonly sessions: readonly string[];
  readonly tokens: readonly string[];
  /** Lower case. */
  readonly appId: string | null;
  readonly client: string | null;
  /** As recorded, two letters or a name. */
  readonly country: string | null;
  readonly isRefused: boolean;
  readonly isRisky: boolean;
}

/** Kinds of logs read for leads, as in `FOREIGN_FORMS`. */
const READ =
  /sign-in|audit log of Microsoft Entra|activity log of Microsoft Graph|risk|(?:login|admin) report of Google|report of Google Workspace \(GAM\)/i;

export function isReadForLeads({ name }: ForeignLog): boolean {
  return READ.test(name);
}

/** Members by name in order of preference; lower-case letters and digits only. */
const NAMES = {
  time: [
    'createddatetime',
    'activitydatetime',
    'detecteddatetime',
    'dateutc',
    'timegeneratedutc',
    'timegenerated',
    'timestamp',
    'idtime',
    'time',
  ],
  user: [
    'userprincipalname',
    'username',
    'accountupn',
    'actoremail',
    'initiatedbyuseruserprincipalname',
    'actoruserprincipalname',
    'serviceprincipalname',
    'userid',
  ],
  ip: ['ipaddress', 'initiatedbyuseripaddress', 'calleripaddress'],
  session: ['sessionid'],
  token: ['uniquetokenidentifier', 'uniquetokenid', 'signinactivityid'],
  application: ['appid', 'applicationid', 'initiatedbyappappid'],
  client: ['useragent', 'clientappused', 'clientapp', 'appdisplayname', 'application'],
  error: ['statuserrorcode', 'resulttype', 'signinerrorcode', 'errorcode'],
  outcome: ['status', 'result', 'name', 'eventsname'],
  country: [
    'locationcountryorregion',
    'locationdetailscountryorregion',
    'networkinforegioncode',
    'country',
    'location',
  ],
} as const;

/** Values that mean no risk; Defender writes numbers, with 10 as the lowest. */
const NO_RISK = new Set(['none', 'hidden', 'notset', 'unknownfuturevalue', '0', '1', '']);
/** Each counts: the level at sign-in and the later one may differ. */
const RISK_LEVELS = ['risklevelduringsignin', 'risklevelaggregated', 'risklevel'];
const RISKY_STATE = /^(?:atrisk|confirmedcompromised)$/i;
/** Answers of Microsoft Graph to unauthorized callers. */
const REFUSED_STATUSES = new Set(['401', '403']);
const REFUSED = /^(?:fail(?:ure|ed)?|login_failure|interrupted)$/i;
const RISKY_EVENT = /suspicious|leaked|hijack|gov_attack/i;

/** Maximum depth of members examined. */
const LEVELS = 4;
const MAX_MEMBERS = 2_000;

export interface SignInRow {
  readonly found: readonly SignIn[];
  /** Entries without a certain time, or without any key of a lead. */
  readonly unread: number;
}

/** Members with entries: an answer of Google's Reports API, or a file of diagnostic settings. */
const LISTS = ['items', 'records'];

/** Reads a row: one entry, or a list. Never throws. */
export function readSignInRow(row: LooseObject): SignInRow {
  const list = LISTS.map((name) => row[name]).find(Array.isArray) ?? [row];
  const read = list.map((entry: unknown) => (isObject(entry) ? readSignIn(entry) : null));
  const found = read.filter((signIn): signIn is SignIn => signIn !== null);
  return { found, unread: read.length - found.length };
}

/** One entry; null without a time, or without address, session, token and application. */
function readSignIn(row: LooseObject): SignIn | null {
  const members = new Map<string, unknown>();
  collect(members, row, '', 0);
  const find = (names: readonly string[]): string | null => {
    for (const name of names) {
      const text = toText(members.get(name))?.trim() ?? '';
      if (text !== '') return text;
    }
    return null;
  };
  const time = readTime(find(NAMES.time));
  const ip = find(NAMES.ip);
  const [session, token, appId] = [find(NAMES.session), find(NAMES.token), find(NAMES.application)];
  if (time === null || (ip === null && session === null && token === null && appId === null)) return null;
  const outcomes = [find(NAMES.outcome) ?? '', ...listEvents(row)];
  const isLevel = (name: string): boolean => !NO_RISK.has(find([name])?.toLowerCase() ?? '');
  return {
    time,
    user: find(NAMES.user),
    ip: ip === null ? null : readNetworkAddress(ip),
    sessions: session === null ? [] : [session.toLowerCase()],
    tokens: token === null ? [] : [token],
    appId: appId?.toLowerCase() ?? null,
    client: find(NAMES.client),
    country: toCountry(find(NAMES.country)),
    isRefused: isRefused(find(NAMES.error), outcomes) || REFUSED_STATUSES.has(find(['responsestatuscode']) ?? ''),
    isRisky:
      RISK_LEVELS.some(isLevel) ||
      RISKY_STATE.test(find(['riskstate']) ?? '') ||
      outcomes.some((outcome) => RISKY_EVENT.test(outcome)),
  };
}

/** Names of all events in one Google entry; the first is already an outcome. */
function listEvents({ events }: LooseObject): readonly string[] {
  if (!Array.isArray(events)) return [];
  return events.flatMap((event: unknown) => (isObject(event) ? (toText(event['name']) ?? []) : []));
}

/** Members by full name: `status.errorCode` is `statuserrorcode`. Members of `properties` count as the entry's own. */
function collect(members: Map<string, unknown>, row: LooseObject, before: string, level: number): void {
  for (const [name, value] of Object.entries(row)) {
    if (members.size >= MAX_MEMBERS) return;
    const own = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const key = `${before}${own}`;
    const nested = level === 0 ? toNested(value) : value;
    const inner = Array.isArray(nested) ? nested[0] : nested;
    if (isObject(inner) && level < LEVELS)
      collect(members, inner, own === 'properties' && level === 0 ? '' : key, level + 1);
    else if (!members.has(key)) members.set(key, inner);
  }
}

/** An ambiguous day and month give no time: a wrong one would be worse. */
function readTime(text: string | null): Instant | null {
  return text === null ? null : readAccessTime(toStandardTime(text));
}

function isRefused(error: string | null, outcomes: readonly string[]): boolean {
  return error === null
    ? outcomes.some((outcome) => REFUSED.test(outcome))
    : error !== '0' && error.toLowerCase() !== 'success';
}

/** The portal concatenates town, region and country. */
function toCountry(text: string | null): string | null {
  return text?.split(',').at(-1)?.trim() || null;
}
