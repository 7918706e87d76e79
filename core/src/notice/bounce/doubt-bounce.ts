import { findRegistrableDomain, type SuffixRules } from '@candor/core/impact/reference';
import type { Instant } from '../../base/index.ts';
import type { IncomingMail } from './incoming-mail.ts';

/** What the state knows of a delivery that a report claims to be about. */
export interface ReportedDelivery {
  readonly contact: string;
  /** Host of the relay that took it, and the organization's own domains. */
  readonly relays: readonly string[];
  /** What the relay said to this message; it names the message in its queue. */
  readonly replies: readonly string[];
  readonly messageId: string;
  /** Which domains belong to one owner: hosts below a public suffix as co.uk do not. */
  readonly suffixRules: SuffixRules;
  /** When the end of the message was first written; null when the attempts do not say, as after a restored backup. */
  readonly sentAt: Instant | null;
}

/** How a report was matched. A mark is known to the servers that took the message; a Message-ID to all its readers. */
export type ReportMatch = 'token' | 'message-id';

/** Our relay and the recipient's server may each try for five days. */
export const BOUNCE_WINDOW_SECONDS: number = 10 * 24 * 3600;
/** By how much the clock of the mailbox may be behind ours. */
const CLOCK_SECONDS = 300;
/** Shorter words of a reply name no message. */
const QUEUE_WORD = /^(?=.*\d)[\w-]{8,64}$/;
const QUEUE_NAME = /(?:queued as|\bid[=:])\s*<?([\w-]{8,64})/gi;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+){2,}$/;

/**
 * Why a report of a failure is not believed, in words for a person; null when it fits the delivery. Anyone can write
 * such a report, so it must come from our relay, from the recipient's side, or with the name that our relay gave to the
 * message; and in the time in which reports come. One that names only a Message-ID needs that name in any case.
 */
export function findBounceDoubt(
  mail: Pick<IncomingMail, 'reporters' | 'queueIds'>,
  by: ReportMatch,
  delivery: ReportedDelivery,
  receivedAt: Instant,
): string | null {
  const { sentAt } = delivery;
  if (sentAt !== null && receivedAt < sentAt - CLOCK_SECONDS) return 'it came before the message was sent';
  if (sentAt !== null && receivedAt > sentAt + BOUNCE_WINDOW_SECONDS)
    return `it came more than ${BOUNCE_WINDOW_SECONDS / 86_400} days after the message was sent`;
  const queued = listQueueNames(delivery);
  if (mail.queueIds.some((id) => queued.has(id.toLowerCase()))) return null;
  if (by === 'message-id') return 'it has the Message-ID, but not the name that our relay gave to the message';
  const domain = delivery.contact.slice(delivery.contact.lastIndexOf('@') + 1).toLowerCase();
  const known = [domain, ...listRelayNames(delivery)];
  if (mail.reporters.some((reporter) => known.some((name) => isAtOrBelow(reporter, name)))) return null;
  const [reporter] = mail.reporters;
  return reporter === undefined
    ? 'it does not say which server reports'
    : `${reporter} reports it, which is neither our relay nor a server of ${domain}`;
}

/** Names that the relay gave to the message. The Message-ID, which some relays repeat, is none. */
function listQueueNames({ replies, messageId }: ReportedDelivery): ReadonlySet<string> {
  const names = replies.flatMap((reply) => [
    ...toReplyWords(reply).filter((word) => QUEUE_WORD.test(word)),
    ...Array.from(reply.matchAll(QUEUE_NAME), ([, name = '']) => name),
  ]);
  return new Set(names.filter((name) => !messageId.includes(name)).map((name) => name.toLowerCase()));
}

/** Providers answer with one host of many, and another of the same domain reports. */
function listRelayNames({ relays, replies, suffixRules }: ReportedDelivery): readonly string[] {
  const hosts = replies.flatMap((reply) => toReplyWords(reply.toLowerCase()).filter((word) => HOST.test(word)));
  const named = [...relays, ...hosts.filter((host) => /[a-z]/.test(host))].map((host) => host.toLowerCase());
  const below = named.filter((host) => HOST.test(host) && findRegistrableDomain(host, suffixRules) !== host);
  return [...named, ...below.map((host) => host.slice(host.indexOf('.') + 1))];
}

function toReplyWords(reply: string): readonly string[] {
  return reply.split(/[\s<>()[\],;:="']+/);
}

function isAtOrBelow(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
