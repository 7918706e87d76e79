import { randomInt } from 'node:crypto';
import { isIP } from 'node:net';
import { compareUtf8 } from '@candor/core/base';
import { type DnsAnswer, type DnsQuestion, readDnsName, toDnsFault } from './dns/dns-answer.ts';
import { type ExchangeFailure, exchangeDatagram, exchangeStream, type ResolverAddress } from './dns/exchange.ts';
import { isTruncated, readResponse, toQuery } from './dns/read-response.ts';

export type { ResolverAddress } from './dns/exchange.ts';

/** How long is waited, and how often it is asked again. */
export interface DnsLimits {
  readonly datagramMs: number;
  readonly streamMs: number;
  readonly tries: number;
}

/** A resolver that must walk from the root answers within seconds; one that does not is asked once more. */
const DNS_LIMITS: DnsLimits = { datagramMs: 4_000, streamMs: 8_000, tries: 2 };

const DNS_PORT = 53;
const ID_LIMIT = 0x1_0000;

/** `address:port`, `[address]:port` or a single address; null for anything else (a name would need resolving first). */
export function readResolverAddress(text: string): ResolverAddress | null {
  const match = /^(?:\[([^\]]+)\]|([^:]+)|([0-9a-f:.]+))(?::(\d{1,5}))?$/i.exec(text);
  const whole = isIP(text) !== 0 ? text : null;
  const address = whole ?? match?.[1] ?? match?.[2] ?? null;
  if (address === null || isIP(address) === 0) return null;
  const port = whole === null && match?.[4] !== undefined ? Number(match[4]) : DNS_PORT;
  return port > 0 && port < ID_LIMIT ? { address, port } : null;
}

/**
 * Queries every resolver and accepts what more than half of them answer alike. A failing resolver counts as no answer,
 * so it can neither hide nor invent a record; with two both must agree. Never throws.
 */
export async function askDns(
  resolvers: readonly ResolverAddress[],
  question: DnsQuestion,
  limits: DnsLimits = DNS_LIMITS,
): Promise<DnsAnswer> {
  const name = readDnsName(question.name);
  if (name === null) return toDnsFault('bad-name', `${question.name.slice(0, 80)} is not a domain name`);
  const asked = { ...question, name };
  const answers = await Promise.all(resolvers.map((resolver) => askResolver(resolver, asked, limits)));
  return findAgreement(answers, asked);
}

/** One resolver: by UDP, by TCP where the answer is too large for it. */
async function askResolver(resolver: ResolverAddress, question: DnsQuestion, limits: DnsLimits): Promise<DnsAnswer> {
  let failure: ExchangeFailure = 'time-out';
  for (let attempt = 0; attempt < limits.tries; attempt += 1) {
    const query = toQuery(question, randomInt(ID_LIMIT));
    let response = await exchangeDatagram(resolver, query, limits.datagramMs);
    if (typeof response !== 'string' && isTruncated(response)) {
      response = await exchangeStream(resolver, query, limits.streamMs);
    }
    if (typeof response !== 'string') return readResponse(response, question);
    failure = response;
  }
  const place = `${resolver.address}:${resolver.port}`;
  return failure === 'time-out'
    ? toDnsFault('time-out', `the resolver ${place} did not answer for ${question.name}`)
    : toDnsFault('unreachable', `the resolver ${place} cannot be reached`);
}

function findAgreement(answers: readonly DnsAnswer[], question: DnsQuestion): DnsAnswer {
  const quorum = Math.floor(answers.length / 2) + 1;
  const groups = new Map<string, DnsAnswer[]>();
  for (const answer of answers) {
    if (answer.is === 'fault') continue;
    const key = toKey(answer);
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (group.length < quorum || first === undefined || first.is === 'fault') continue;
    return { ...first, authentic: group.every((answer) => answer.is !== 'fault' && answer.authentic) };
  }
  const fault = answers.find((answer) => answer.is === 'fault');
  if (groups.size <= 1 && fault !== undefined) return fault;
  if (answers.length === 0) return toDnsFault('unreachable', 'no resolver is named (notice.resolvers)');
  return toDnsFault('disagreement', `the resolvers do not agree about ${question.name} (${question.type})`);
}

/** The same for answers that say the same, in whatever order. */
function toKey(answer: Exclude<DnsAnswer, { readonly is: 'fault' }>): string {
  if (answer.is === 'none') return `none ${answer.exists}`;
  return answer.records
    .map((record) => JSON.stringify(record))
    .sort(compareUtf8)
    .join('\n');
}
