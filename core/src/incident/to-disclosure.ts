import { type Instant, LANGUAGES, readInstant, toALabels } from '@candor/core/base';
import { readEnvelopeAddress } from '@candor/core/evidence/address';
import type { InboxSettings, LogSettings, NoticeSettings, Operator, TextByLanguage } from './disclosure.ts';
import type { WrittenInbox, WrittenLog, WrittenNotice, WrittenOperator } from './disclosure-schema.ts';
import { readDuration } from './duration.ts';
import { toEvidencePath } from './evidence-path.ts';

/** A period of an hour with 64 entries: a larger wave waits for the next hour. */
const DEFAULT_PERIOD_SECONDS = 3600;
const DEFAULT_ENTRIES = 64;
const DEFAULT_LIST_DAYS = 180;
const DEFAULT_SUBMISSION_PORT = 587;
const DEFAULT_IMAP_PORT = 993;
const DEFAULT_CONNECTIONS = 4;
const DEFAULT_PER_DESTINATION = 10;

export function toOperator(written: WrittenOperator): Operator {
  return { name: written.name, key: written.key, custodian: written.mailbox ?? null };
}

export function toLogSettings(written: WrittenLog): LogSettings {
  return {
    origin: toPlace(written.origin),
    everySeconds: written.every === undefined ? DEFAULT_PERIOD_SECONDS : (readDuration(written.every) ?? Number.NaN),
    entries: toNumber(written.entries, DEFAULT_ENTRIES),
    home: written.home ?? null,
  };
}

/** A day or a time; a day starts at 00:00 UTC. Null when neither. */
function readDayOrTime(written: string): Instant | null {
  return readInstant(/^\d{4}-\d{2}-\d{2}$/.test(written) ? `${written}T00:00:00Z` : written);
}

export function toNoticeSettings(written: WrittenNotice): NoticeSettings {
  const { relay, dkim, check } = written;
  const languages = written.languages ?? [...LANGUAGES];
  return {
    page: toPlace(written.page),
    from: { name: written.from.name, address: toAddress(written.from.address) },
    reply: toAddress(written.reply),
    bounce: toAddress(written.bounce),
    telephone: written.telephone,
    sender: {
      name: written.sender?.name ?? null,
      postal: written.sender?.postal ?? null,
      signatory: written.sender?.signatory ?? null,
      title: written.sender?.title ?? null,
    },
    contact: {
      mail: written.contact?.mail === undefined ? null : toAddress(written.contact.mail),
      telephone: written.contact?.telephone ?? null,
      dpo: written.contact?.dpo ?? null,
    },
    discovered: written.discovered === undefined ? null : (readDayOrTime(written.discovered) ?? Number.NaN),
    quietMailboxes: (written.quietMailboxes ?? []).map((one) => toAddress(one).toLowerCase()),
    listDays: toNumber(written.listDays, DEFAULT_LIST_DAYS),
    languages: LANGUAGES.filter((language) => languages.includes(language)),
    language: written.language ?? (languages.includes('en') ? 'en' : (languages[0] ?? 'en')),
    nextUpdate: written.nextUpdate === undefined ? null : (readDayOrTime(written.nextUpdate) ?? Number.NaN),
    happened: toTexts(written.happened),
    measures: toTexts(written.measures),
    unknown: toTexts(written.unknown),
    relay:
      relay === undefined
        ? null
        : {
            host: relay.host,
            port: toNumber(relay.port, DEFAULT_SUBMISSION_PORT),
            tls: relay.tls ?? 'required',
            user: relay.user ?? null,
            passwordFile: toPath(relay.passwordFile),
            ca: toPath(relay.ca),
            connections: toNumber(relay.connections, DEFAULT_CONNECTIONS),
            perDestination: toNumber(relay.perDestination, DEFAULT_PER_DESTINATION),
          },
    dkim:
      dkim === undefined
        ? null
        : { domain: toALabels(dkim.domain), selector: dkim.selector.toLowerCase(), key: toEvidencePath(dkim.key) },
    inbox: written.inbox === undefined ? null : toInbox(written.inbox),
    check: check === undefined ? null : { address: toAddress(check.address), inbox: toInbox(check.inbox) },
    resolvers: written.resolvers ?? [],
    spam: written.spam?.command ?? null,
  };
}

function toInbox({ imap, maildir }: WrittenInbox): InboxSettings {
  if (imap === undefined) return { maildir: toEvidencePath(maildir ?? ''), imap: null };
  return {
    maildir: null,
    imap: {
      host: imap.host,
      port: toNumber(imap.port, DEFAULT_IMAP_PORT),
      tls: imap.tls ?? 'required',
      user: imap.user,
      passwordFile: toEvidencePath(imap.passwordFile),
      ca: toPath(imap.ca),
      folder: imap.folder ?? 'INBOX',
    },
  };
}

/** Host in A-labels, path as written, without trailing slashes. */
function toPlace(written: string): string {
  const [host = '', ...path] = written.split('/');
  return [toALabels(host), ...path].join('/').replace(/(?<!\/)\/+$/, '');
}

/** An invalid address stays as written until it is refused. */
function toAddress(written: string): string {
  return readEnvelopeAddress(written)?.address ?? written;
}

function toPath(written: string | undefined): string | null {
  return written === undefined ? null : toEvidencePath(written);
}

function toNumber(written: string | undefined, otherwise: number): number {
  if (written === undefined) return otherwise;
  return /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
}

function toTexts(written: WrittenNotice['happened']): TextByLanguage | null {
  if (written === undefined) return null;
  const given = LANGUAGES.flatMap((language) => {
    const text = written[language];
    return text === undefined ? [] : [[language, text] as const];
  });
  return Object.fromEntries(given);
}
