import { z } from 'zod';
import { guardOf } from '../store/schema-guard.ts';
import { readShape } from '../store/stored-json.ts';
import { DNS_FAULT_REASONS, DNS_TYPES, type DnsAnswer, type DnsQuestion } from './dns/dns-answer.ts';
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
 * The limit of a line in either direction. A whole answer of DNS has at most 64 KB, a file at most
 * `SECURITY_TXT_BYTES`; JSON may multiply them.
 */
export const PROBER_LINE_BYTES = 1024 * 1024;
/** RFC 9116, 5.3, warns of long files; those in use have a few kilobytes. */
export const SECURITY_TXT_BYTES = 32 * 1024;
export const SECURITY_TXT_MS = 15_000;

const text = z.string();
const failed = z.object({ is: z.enum(['none', 'refused', 'fault']), text });

const settings: z.ZodType<ProberSettings> = z.object({
  resolvers: z.array(z.object({ address: text, port: z.number() })),
  loopback: z.object({ port: z.number(), authority: text }).nullable(),
});

const request: z.ZodType<ProberRequest> = z.discriminatedUnion('ask', [
  z.object({ id: z.number(), ask: z.literal('dns'), question: z.object({ name: text, type: z.enum(DNS_TYPES) }) }),
  z.object({ id: z.number(), ask: z.literal('security-txt'), domain: text }),
  z.object({ id: z.number(), ask: z.literal('time'), server: z.object({ host: text, port: z.number() }) }),
]);

const dnsAnswer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('records'), records: z.array(z.array(text)).min(1), authentic: z.boolean() }),
  z.object({ is: z.literal('none'), exists: z.boolean(), authentic: z.boolean() }),
  z.object({ is: z.literal('fault'), reason: z.enum(DNS_FAULT_REASONS), text }),
]);
const fetched = z.discriminatedUnion('is', [z.object({ is: z.literal('text'), text, url: text }), failed]);
const timeAnswer = z.discriminatedUnion('is', [
  z.object({ is: z.literal('offset'), seconds: z.number() }),
  z.object({ is: z.literal('fault'), text }),
]);

const reply: z.ZodType<ProberReply> = z.discriminatedUnion('of', [
  z.object({ id: z.int(), of: z.literal('dns'), answer: dnsAnswer }),
  z.object({ id: z.int(), of: z.literal('security-txt'), found: fetched }),
  z.object({ id: z.int(), of: z.literal('time'), answer: timeAnswer }),
]);

const isSettings = guardOf(settings);
const isRequest = guardOf(request);
const isReply = guardOf(reply);

/** The first line that a prober gets; null when it is something else. */
export function readProberSettings(line: string): ProberSettings | null {
  return readShape(isSettings, line);
}

/** A later line; null when it is no request. */
export function readProberRequest(line: string): ProberRequest | null {
  return readShape(isRequest, line);
}

/** Takes a line of a prober, whose word is foreign: null when it is no reply. */
export function readProberReply(line: string): ProberReply | null {
  return readShape(isReply, line);
}
