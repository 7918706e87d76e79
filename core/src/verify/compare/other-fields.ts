import { toALabels } from '@candor/core/base';
import type { ReceivedHeader } from '../received/received.ts';
import { toShown } from '../received/shown.ts';
import { type Change, type HarmlessNote, toChange } from './change.ts';
import { type Findings, toFindings } from './findings.ts';
import type { IssuedHeader } from './issued-header.ts';
import { isAtDomain, toOneLine } from './sender-name.ts';
import { isTraceField } from './trace-fields.ts';

/** A notice's own fields: compared elsewhere, or with the form in which they say nothing that is shown. */
const OWN: ReadonlyMap<string, RegExp> = new Map([
  ...'date from to subject reply-to mime-version content-type content-transfer-encoding content-disposition content-language content-id'
    .split(' ')
    .map((name) => [name, /^/] as const),
  ['message-id', /^<[^<>()\s"]{1,400}>$/],
  ['auto-submitted', /^(?:no|auto-generated|auto-replied|auto-notified)$/i],
]);
/** Marks of a mailing list without an address to write to or a page to open. */
const LIST_MARKS: ReadonlySet<string> = new Set(['list-id', 'precedence', 'x-mailing-list', 'mailing-list']);
const LIST_NAME = /^<?[\w.@-]*>?$/;
/**
 * Fields of a list that programs make buttons of: allowed where they lead to the recipient's or the organization's own
 * domain.
 */
const LIST_TARGETS: ReadonlySet<string> = new Set(
  'list-post list-help list-unsubscribe list-unsubscribe-post list-subscribe list-owner list-archive sender errors-to'.split(
    ' ',
  ),
);
/** Fields that programs show as words, or act on, and that no notice has. */
const SHOWN: ReadonlySet<string> = new Set(
  'cc bcc mail-reply-to mail-followup-to x-message-flag keywords x-keywords x-mozilla-keys x-label comments x-comments x-comment organization x-organization importance x-importance priority x-priority x-msmail-priority sensitivity reply-by expires expiry-date x-reply-to x-cc x-bcc x-followup-to x-mail-reply-to disposition-notification-to return-receipt-to x-confirm-reading-to read-receipt-to x-face face bimi-selector bimi-indicator bimi-location x-image-url x-url x-unsubscribe x-list-unsubscribe x-list-post content-description content-location content-base x-subject x-from x-sender x-to x-thread-topic x-unsent x-sent x-uniform-type-identifier x-microsoft-classified x-microsoft-classification x-microsoft-classdesc x-microsoft-classkeep'.split(
    ' ',
  ),
);
/** What says nothing: no mark, or the normal one. */
const NEUTRAL = /^(?:|normal|3|3 \(normal\)|n)$/i;

/** Fields of a kind that are shown. */
const SHOWN_FIELDS = 20;

/** Compares every field that is not one of the notice's own. */
export function compareFields(issued: IssuedHeader, received: ReceivedHeader): Findings {
  const changes: Change[] = received.repeated.map((field) => toChange('header', 'repeated-field', null, field));
  // Programs may show or act on unknown fields; those that begin with `X-` are shown by none.
  const [unknown, passed]: [string[], string[]] = [[], []];
  let isThroughList = false;
  for (const { name, value } of received.fields) {
    const shown = `${name}: ${value}`;
    const own = OWN.get(name);
    if (own !== undefined) {
      if (!own.test(value)) unknown.push(toShown(shown));
    } else if (LIST_MARKS.has(name)) {
      isThroughList = true;
      // Some programs show the words that a list gives itself.
      if (!LIST_NAME.test(value)) unknown.push(toShown(shown));
    } else if (LIST_TARGETS.has(name)) {
      if (!isOwnTarget(value, issued)) changes.push(toChange('header', 'address', null, shown));
      isThroughList = true;
    } else if (name === 'thread-topic') {
      // Exchange writes the subject there, without what forwarding puts before it.
      if (![issued.subject, received.subject].map(toOneLine).includes(toOneLine(value)))
        changes.push(toChange('header', 'added', null, shown));
    } else if (SHOWN.has(name) || name.startsWith('resent-') || name.startsWith('list-')) {
      if (!NEUTRAL.test(value)) changes.push(toChange('header', 'added', null, shown));
    } else if (isTraceField(name, value)) continue;
    else (name.startsWith('x-') && name !== 'x-mailer' ? passed : unknown).push(toShown(shown));
  }
  const notes: readonly HarmlessNote[] = [
    ...(isThroughList ? [{ kind: 'through-list' } as const] : []),
    ...unknown.slice(0, SHOWN_FIELDS).map((field) => ({ kind: 'unknown-field', field }) as const),
    ...(passed.length > 0
      ? [{ kind: 'passed-fields', fields: passed.slice(0, SHOWN_FIELDS).join('; ') } as const]
      : []),
  ];
  const state = unknown.length > 0 || isThroughList ? 'rewritten' : 'issued';
  return toFindings('header', state, { changes, notes });
}

/** A word, and whether an address's host starts it. */
const WRITTEN = /(:\/\/)?([^\s<>()[\],;:"/?]+)/g;

/**
 * Whether every address and page of a field is the recipient's own or the organization's, and there is nothing else in
 * it to open.
 */
function isOwnTarget(value: string, { domain, recipient }: IssuedHeader): boolean {
  const hosts = Array.from(value.matchAll(WRITTEN), ([, slashes, word = '']) =>
    slashes !== undefined || word.includes('@') ? [toALabels(word.slice(word.lastIndexOf('@') + 1).toLowerCase())] : [],
  ).flat();
  if (hosts.length === 0) return /^[\w =-]*$/.test(value);
  return hosts.every((host) => isAtDomain(host, recipient) || isAtDomain(host, domain));
}
