import { advise, hint, type Reason } from '@candor/core/base';
import { readEnvelopeAddress, readMailDomain } from '@candor/core/evidence/address';
import ipaddr from 'ipaddr.js';
import type { InboxSettings, NoticeSettings, TextByLanguage } from './disclosure.ts';
import { type Finding, refuse, warn } from './finding.ts';
import type { Incident } from './incident.ts';
import type { WrittenIncident } from './incident-schema.ts';
import type { YamlPath } from './yaml-lines.ts';

/** base64url of 32 bytes without padding: 42 free characters and one with two zero bits. */
const rawKey = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
/** Longer names break lines of letters and signed notes. */
const MAX_NAME_CHARS = 80;
/** A minute to 30 days: shorter periods publish constantly, longer ones delay a wave's entry. */
const periodSeconds = { least: 60, most: 30 * 86_400 };
/** Counts per period; more lets the public log grow by gigabytes a year. */
const MAX_PERIOD_ENTRIES = 65_536;
/** One or two sentences: the notice has 300 words before its details. */
const MAX_STORY_CHARS = 600;
/** Limits a name, title or postal address. */
const MAX_PRINTED_CHARS = 300;
/** Ten years. */
const MAX_LIST_DAYS = 3650;
const MAX_CONNECTIONS = 100;

/** Operators need unique names and valid, unique keys. */
export function checkOperators(incident: Incident): Finding[] {
  const findings: Finding[] = [];
  const custodians = new Set(incident.mailboxes.map(({ custodian }) => custodian));
  const names = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const [index, operator] of incident.operators.entries()) {
    const say = (key: string, text: Reason) => findings.push(refuse(['operators', index, key], text));
    const name = operator.name.normalize('NFC').toLowerCase();
    const shown = operator.name;
    if (shown.length > MAX_NAME_CHARS || shown.trim() !== shown || !/^[\p{L}\p{M}\p{N} .,'’-]+$/u.test(shown))
      say(
        'name',
        `"${shown}" is not a valid name; use letters, digits, spaces and .,'- up to ${MAX_NAME_CHARS} characters`,
      );
    if (names.has(name)) say('name', `operator "${shown}" is given twice; two different people must approve`);
    names.set(name, index);
    if (!rawKey.test(operator.key)) {
      say(
        'key',
        advise`"${operator.key}" is not a public key; ${hint('operator.add', shown, { key: 'FILE' })} prints one`,
      );
    } else if (keys.has(operator.key)) {
      say('key', `the key of ${shown} is that of ${keys.get(operator.key)}; each person needs their own key`);
    }
    keys.set(operator.key, shown);
    if (operator.custodian !== null && !custodians.has(operator.custodian))
      say('mailbox', `"${operator.custodian}" is not a custodian in this file`);
  }
  if (incident.operators.length === 1) {
    const text = 'one operator cannot approve anything: two must approve each wave, withdrawal and key change';
    findings.push(warn(['operators'], text));
  }
  return findings;
}

/** Each is an address, or a domain whose every address is counsel's. */
export function checkCounsel({ counsel }: Incident): Finding[] {
  return counsel.flatMap((name, index) => {
    const isKnown = name.includes('@') ? readEnvelopeAddress(name) !== null : readMailDomain(name) === name;
    const text = `counsel: "${name}" is neither a mail address nor a domain`;
    return isKnown ? [] : [refuse(['counsel', index], text)];
  });
}

export function checkLog({ log }: Incident): Finding[] {
  if (log === null) return [];
  const findings = checkPlace(log.origin, ['log', 'origin'], 'harbor.example/log');
  if (!(log.everySeconds >= periodSeconds.least && log.everySeconds <= periodSeconds.most))
    findings.push(refuse(['log', 'every'], 'log.every must be 60s to 30d: a number and s, m, h or d'));
  if (!(log.entries >= 1 && log.entries <= MAX_PERIOD_ENTRIES))
    findings.push(refuse(['log', 'entries'], `log.entries must be a whole number from 1 to ${MAX_PERIOD_ENTRIES}`));
  return findings;
}

/** Checks of `notice` beyond its shape. */
export function checkNotice({ notice, organization }: Incident, written: WrittenIncident): Finding[] {
  if (notice === null) return [];
  const findings = checkPlace(notice.page, ['notice', 'page'], 'harbor.example/notice');
  const isOwn = (domain: string) => organization.domains.some((own) => domain === own || domain.endsWith(`.${own}`));
  const say = (path: YamlPath, text: string) => findings.push(refuse(['notice', ...path], text));
  const [host = ''] = notice.page.split('/');
  if (findings.length === 0 && !isOwn(host))
    say(
      ['page'],
      `"${host}" is not one of the organization's domains; nobody would trust a notice from another domain`,
    );
  const address = (value: string, path: YamlPath, own: boolean) => {
    const read = readEnvelopeAddress(value);
    if (read === null) say(path, `"${value}" is not a usable mail address`);
    else if (own && !isOwn(read.domain))
      say(path, `"${value}" is not at one of the organization's domains; the sender must align with it`);
  };
  address(notice.from.address, ['from', 'address'], true);
  address(notice.reply, ['reply'], false);
  address(notice.bounce, ['bounce'], false);
  checkSender(notice, say);
  if (notice.contact.mail !== null) address(notice.contact.mail, ['contact', 'mail'], true);
  for (const [index, quiet] of notice.quietMailboxes.entries()) address(quiet, ['quietMailboxes', index], false);
  if (Number.isNaN(notice.discovered)) say(['discovered'], 'notice.discovered must be a day like 2001-10-18');
  if (!(notice.listDays >= 1 && notice.listDays <= MAX_LIST_DAYS))
    say(['listDays'], `notice.listDays must be a whole number from 1 to ${MAX_LIST_DAYS}`);
  if (/[\r\n]/.test(notice.from.name)) say(['from', 'name'], 'the name of the sender must be one line');
  if (!notice.languages.includes(notice.language))
    say(['language'], `"${notice.language}" is not among notice.languages`);
  if (Number.isNaN(notice.nextUpdate)) say(['nextUpdate'], 'notice.nextUpdate must be a day like 2001-10-21');
  checkTexts(notice.happened, 'happened', notice, say);
  checkTexts(notice.measures, 'measures', notice, say);
  checkTexts(notice.unknown, 'unknown', notice, say);
  checkRelay(notice, say);
  if (notice.dkim !== null) {
    if (readMailDomain(notice.dkim.domain) === null || !isOwn(notice.dkim.domain))
      say(['dkim', 'domain'], `"${notice.dkim.domain}" is not one of the organization's domains`);
    if (!/^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/.test(notice.dkim.selector))
      say(['dkim', 'selector'], `"${notice.dkim.selector}" is not a DKIM selector: letters, digits, dots and hyphens`);
  }
  if (notice.check !== null) address(notice.check.address, ['check', 'address'], false);
  checkInbox(notice.inbox, written.notice?.inbox, ['inbox'], say);
  checkInbox(notice.check?.inbox ?? null, written.notice?.check?.inbox, ['check', 'inbox'], say);
  for (const [index, resolver] of notice.resolvers.entries()) {
    const known = notice.resolvers.slice(0, index).find((other) => toMachine(other) === toMachine(resolver));
    if (toMachine(resolver) === null)
      say(
        ['resolvers', index],
        `"${resolver}" is not an address with a port; write 192.0.2.53:53 or [2001:db8::53]:53`,
      );
    else if (known !== undefined)
      say(
        ['resolvers', index],
        `"${resolver}" is the machine of "${known}"; resolvers must be independent of each other`,
      );
  }
  return findings;
}

type Say = (path: YamlPath, text: string) => void;

/** Host and path as printed in letters: no scheme, no port, no escapes. */
function checkPlace(place: string, path: YamlPath, example: string): Finding[] {
  const [host = '', ...steps] = place.split('/');
  const plain = steps.every((step) => /^[A-Za-z0-9._~-]+$/.test(step) && step !== '.' && step !== '..');
  if (readMailDomain(host) !== null && plain) return [];
  return [refuse(path, `"${place}" is not the address of a page; write it like ${example}, without https://`)];
}

/** Printed texts: limited length, and one line where a letter has one. */
function checkSender({ sender, contact }: NoticeSettings, say: Say): void {
  const printed = [
    ...Object.entries(sender).map(([key, value]) => ({ path: ['sender', key], value })),
    { path: ['contact', 'telephone'], value: contact.telephone },
    { path: ['contact', 'dpo'], value: contact.dpo },
  ];
  for (const { path, value } of printed) {
    if (value === null) continue;
    const place = `notice.${path.join('.')}`;
    const [, key] = path;
    const mayHaveLines = key === 'postal' || key === 'dpo';
    if (value.trim() === '') say(path, `${place} is blank; fill it in or remove it`);
    else if (value.length > MAX_PRINTED_CHARS) say(path, `${place} is longer than ${MAX_PRINTED_CHARS} characters`);
    else if (!mayHaveLines && /[\r\n]/.test(value.trim())) say(path, `${place} must be one line`);
  }
}

function checkTexts(texts: TextByLanguage | null, key: string, notice: NoticeSettings, say: Say): void {
  if (texts === null) return;
  for (const language of notice.languages) {
    const text = texts[language];
    if (text === undefined)
      say([key], `notice.${key} has no "${language}"; every language of notice.languages needs one`);
    else if (text.length > MAX_STORY_CHARS)
      say([key, language], `this text is longer than ${MAX_STORY_CHARS} characters`);
  }
}

function checkRelay({ relay }: NoticeSettings, say: Say): void {
  if (relay === null) return;
  checkHost(relay.host, relay.port, ['relay'], say);
  if (relay.tls === 'none' && !isLoopback(relay.host))
    say(['relay', 'tls'], `"none" is allowed only on this machine; ${relay.host} is elsewhere`);
  if ((relay.user === null) !== (relay.passwordFile === null))
    say(['relay'], 'user and passwordFile belong together; give both or neither');
  for (const key of ['connections', 'perDestination'] as const) {
    if (!(relay[key] >= 1 && relay[key] <= MAX_CONNECTIONS))
      say(['relay', key], `notice.relay.${key} must be a whole number from 1 to ${MAX_CONNECTIONS}`);
  }
}

function checkInbox(
  inbox: InboxSettings | null,
  written: { maildir?: string | undefined; imap?: unknown } | undefined,
  path: YamlPath,
  say: Say,
): void {
  if (inbox === null || written === undefined) return;
  if ((written.maildir === undefined) === (written.imap === undefined))
    say(path, 'a mailbox is either { maildir: folder } or { imap: { host, user, passwordFile } }');
  if (inbox.imap === null) return;
  checkHost(inbox.imap.host, inbox.imap.port, [...path, 'imap'], say);
  if (inbox.imap.tls === 'none' && !isLoopback(inbox.imap.host))
    say([...path, 'imap', 'tls'], `"none" is allowed only on this machine; ${inbox.imap.host} is elsewhere`);
}

function checkHost(host: string, port: number, path: YamlPath, say: Say): void {
  if (!ipaddr.isValid(host) && readMailDomain(host) === null && host !== 'localhost')
    say([...path, 'host'], `"${host}" is not a host name`);
  if (!isPort(port)) say([...path, 'port'], 'a port is a whole number from 1 to 65535');
}

function isPort(port: number): boolean {
  return port >= 1 && port <= 65_535;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || (ipaddr.isValid(host) && ipaddr.parse(host).range() === 'loopback');
}

/** A resolver's address in canonical form; null when invalid. On this machine each port is a separate resolver. */
function toMachine(written: string): string | null {
  const found = /^(?:\[([0-9a-fA-F:]+)\]|([0-9.]+)):(\d{1,5})$/.exec(written);
  const host = found?.[1] ?? found?.[2] ?? '';
  const port = Number(found?.[3]);
  if (!ipaddr.isValid(host) || !isPort(port)) return null;
  if (found?.[1] === undefined && !ipaddr.IPv4.isValidFourPartDecimal(host)) return null;
  const machine = ipaddr.process(host).toString();
  return isLoopback(machine) ? `${machine} ${port}` : machine;
}
