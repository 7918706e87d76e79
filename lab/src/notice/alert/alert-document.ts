import { createHash } from 'node:crypto';
import { escapeHtml, formatAmount, formatInstant, hint } from '@candor/core/base';
import type { ComposedNotice } from '@candor/core/notice/text';
import { MOST_MAILS_AN_HOUR } from './alert-ceiling.ts';

/** Subjects of an alert in order (docs/formats/alert.md). */
export const ALERT_KINDS = [
  'after-containment',
  'mailboxes-reached',
  'copies-exposed',
  'parties-exposed',
  'intruder-records',
  'sessions-suggested',
  'ambiguous-records',
  'problems',
  'logs-gone',
  'not-judged',
] as const;

export type AlertKind = (typeof ALERT_KINDS)[number];

export interface AlertCount {
  readonly kind: AlertKind;
  readonly count: number;
}

/** What an alert reports. It holds numbers and ids only: no name, address, subject or search term. */
export interface AlertReport {
  readonly incident: string;
  /** The newest exposure, and its digest; 0 and empty where nothing was judged yet. */
  readonly version: number;
  readonly digest: string;
  readonly supersedes: number | null;
  /** For a refusal, when something could not be judged; with a digest of its reasons. */
  readonly refusal: { readonly code: string; readonly digest: string } | null;
  readonly counts: readonly AlertCount[];
}

const FORMAT = 1;
const ID_CHARS = 32;

/** Derived from the content only, so that recipients recognise repetitions. */
export function toAlertId(report: AlertReport): string {
  const { incident, version, digest, supersedes, refusal, counts } = report;
  const told = [FORMAT, incident, version, digest, supersedes, refusal, counts.map(({ kind, count }) => [kind, count])];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, ID_CHARS);
}

/** What a webhook gets. `at` is when it was first made: a repeated call has the same bytes. */
export function toAlertDocument(report: AlertReport, at: number): string {
  const { incident, version, supersedes, refusal, counts } = report;
  return JSON.stringify({
    v: FORMAT,
    id: toAlertId(report),
    incident,
    version,
    supersedes,
    at: formatInstant(at),
    ...(refusal === null ? {} : { refusal: refusal.code }),
    kinds: counts.map(({ kind, count }) => ({ kind, count })),
  });
}

/** The same of a document that is kept. */
export interface KeptAlert {
  readonly id: string;
  readonly incident: string;
  readonly version: number;
  readonly supersedes: number | null;
  readonly refusal: string | null;
  readonly counts: readonly AlertCount[];
}

/**
 * Reads a document of our own store.
 * @throws Error for an invalid one.
 */
export function readAlertDocument(document: string): KeptAlert {
  const { id, incident, version, supersedes, refusal, kinds } = readObject(document);
  const isKind = (kind: unknown): kind is AlertKind => ALERT_KINDS.includes(kind as AlertKind);
  if (typeof id !== 'string' || typeof incident !== 'string' || typeof version !== 'number' || !Array.isArray(kinds))
    throw new Error('an alert of the state cannot be read');
  return {
    id,
    incident,
    version,
    supersedes: typeof supersedes === 'number' ? supersedes : null,
    refusal: typeof refusal === 'string' ? refusal : null,
    counts: kinds.flatMap(({ kind, count }: Record<string, unknown>) =>
      isKind(kind) && typeof count === 'number' ? [{ kind, count }] : [],
    ),
  };
}

const WORDS: Readonly<Record<AlertKind, (count: number) => string>> = {
  'after-containment': (count) => `${formatAmount(count, 'record')} of the intruder after containment`,
  'mailboxes-reached': (count) => `${formatAmount(count, 'mailbox', 'mailboxes')} newly reached by the intruder`,
  'copies-exposed': (count) => `${formatAmount(count, 'message copy', 'message copies')} with a stronger verdict`,
  'parties-exposed': (count) => `${formatAmount(count, 'party', 'parties')} with more exposed messages`,
  'intruder-records': (count) => `${formatAmount(count, 'new record')} of the intruder`,
  'sessions-suggested': (count) => `${formatAmount(count, 'new session')} at addresses of the intruder`,
  'ambiguous-records': (count) => `${formatAmount(count, 'new ambiguous record')}`,
  problems: (count) => `${formatAmount(count, 'new problem needs', 'new problems need')} a person`,
  'logs-gone': (count) => `${formatAmount(count, 'log is', 'logs are')} missing that the exposure was judged from`,
  'not-judged': () => 'new evidence could not be judged',
};

/** One line a kind. */
export function toAlertLines({ counts }: Pick<KeptAlert, 'counts'>): string[] {
  return counts.map(({ kind, count }) => WORDS[kind](count));
}

/** The mail: numbers and the commands that show the rest. */
export function composeAlertMail(alert: KeptAlert, others: readonly KeptAlert[] = []): ComposedNotice {
  const { id, incident, version, supersedes, refusal } = alert;
  const lines = [
    `Incident ${incident}, exposure ${version}${supersedes === null ? '' : ` (before: ${supersedes})`}`,
    ...toAlertLines(alert).map((line) => `- ${line}`),
    ...(refusal === null ? [] : [`Refused with the code ${refusal}.`]),
    ...toDigestLines(others),
    'This message holds no names and no content. On the machine of the incident:',
    ...(supersedes === null
      ? [hint('status').command]
      : [hint('status', { alerts: true }).command, hint('diff', supersedes, version).command]),
    `Alert ${id}`,
  ];
  return {
    subject: `Candor alert: incident ${incident}, exposure ${version}`,
    text: `${lines.join('\n')}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Candor alert</title></head><body>${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</body></html>`,
  };
}

/** Alerts that waited for this mail. */
function toDigestLines(others: readonly KeptAlert[]): string[] {
  if (others.length === 0) return [];
  const amount = formatAmount(others.length, 'earlier alert is', 'earlier alerts are');
  return [
    `${amount} in this mail too, because no more than ${MOST_MAILS_AN_HOUR} mails an hour are sent:`,
    ...others.map((one) => `- exposure ${one.version}: ${toAlertLines(one).join(', ')} (${one.id})`),
  ];
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
