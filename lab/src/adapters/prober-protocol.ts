import type { DnsAnswer, DnsQuestion } from './dns/dns-answer.ts';
import type { ResolverAddress } from './dns/exchange.ts';
import type { FetchedText } from './fetch-text.ts';
import type { TimeAnswer, TimeServer } from './ntp.ts';

/** First line that a prober gets: all that it knows of the world. */
export interface ProberSettings {
  readonly resolvers: readonly ResolverAddress[];
  /** For tests only. */
  readonly loopback: { readonly port: number; readonly authority: string } | null;
}

/** Every further line. A prober answers in any order. */
export type ProberRequest =
  | { readonly id: number; readonly ask: 'dns'; readonly question: DnsQuestion }
  | { readonly id: number; readonly ask: 'security-txt'; readonly domain: string }
  | { readonly id: number; readonly ask: 'time'; readonly server: TimeServer };

export type ProberReply =
  | { readonly id: number; readonly of: 'dns'; readonly answer: DnsAnswer }
  | { readonly id: number; readonly of: 'security-txt'; readonly found: FetchedText }
  | { readonly id: number; readonly of: 'time'; readonly answer: TimeAnswer };

/**
 * Of a line in either direction. A whole answer of DNS has at most 64 KB, a file at most `SECURITY_TXT_BYTES`; JSON may
 * multiply them.
 */
export const PROBER_LINE_BYTES = 1024 * 1024;
/** RFC 9116, 5.3, warns of long files; those in use have a few kilobytes. */
export const SECURITY_TXT_BYTES = 32 * 1024;
export const SECURITY_TXT_MS = 15_000;

/** Takes a line of a prober, whose word is foreign: null when it is no reply. */
export function readProberReply(line: string): ProberReply | null {
  let reply: Record<string, unknown>;
  try {
    const value: unknown = JSON.parse(line);
    if (!isObject(value)) return null;
    reply = value;
  } catch {
    return null;
  }
  if (!Number.isSafeInteger(reply['id'])) return null;
  const isSound =
    (reply['of'] === 'dns' && isDnsAnswer(reply['answer'])) ||
    (reply['of'] === 'security-txt' && isFetchedText(reply['found'])) ||
    (reply['of'] === 'time' && isTimeAnswer(reply['answer']));
  return isSound ? (reply as unknown as ProberReply) : null;
}

function isDnsAnswer(value: unknown): boolean {
  if (!isObject(value)) return false;
  switch (value['is']) {
    case 'records':
      return (
        typeof value['authentic'] === 'boolean' &&
        Array.isArray(value['records']) &&
        value['records'].length > 0 &&
        value['records'].every(
          (record) => Array.isArray(record) && record.every((part: unknown) => typeof part === 'string'),
        )
      );
    case 'none':
      return typeof value['authentic'] === 'boolean' && typeof value['exists'] === 'boolean';
    case 'fault':
      return typeof value['reason'] === 'string' && typeof value['text'] === 'string';
    default:
      return false;
  }
}

function isFetchedText(value: unknown): boolean {
  if (!isObject(value) || typeof value['text'] !== 'string') return false;
  return value['is'] === 'text' ? typeof value['url'] === 'string' : FETCHED.has(String(value['is']));
}

function isTimeAnswer(value: unknown): boolean {
  if (!isObject(value)) return false;
  return value['is'] === 'offset'
    ? Number.isFinite(value['seconds'])
    : value['is'] === 'fault' && typeof value['text'] === 'string';
}

const FETCHED: ReadonlySet<string> = new Set(['none', 'refused', 'fault']);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
