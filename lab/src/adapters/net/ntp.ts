import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { lookup } from 'node:dns/promises';

export interface TimeServer {
  readonly host: string;
  readonly port: number;
}

/** What a time server says of this machine's clock. A failure is never an offset of 0. */
export type TimeAnswer =
  /** `seconds`: the server's time minus ours. */
  { readonly is: 'offset'; readonly seconds: number } | { readonly is: 'fault'; readonly text: string };

/** One server that is this slow would give no useful time either. */
const TIME_SERVER_MS = 2_000;

/** RFC 5905, section 7.3: a packet without extensions. */
const PACKET_BYTES = 48;
/** No leap warning, version 4, mode 3 (client). */
const CLIENT = 0x23;
const SERVER_MODE = 4;
const UNSYNCHRONIZED = 3;
/** A stratum of 16 and more is not synchronized (section 7.3). */
const MOST_STRATA = 15;
const ORIGIN_AT = 24;
const RECEIVED_AT = 32;
const SENT_AT = 40;
/** From 1900, the first era, to 1970. */
const SECONDS_TO_1970 = 2_208_988_800;
const ERA_SECONDS = 2 ** 32;

/**
 * One SNTP request (RFC 5905, section 14). Our transmit timestamp is random, so that a packet of somebody who did not
 * see the request is passed over.
 */
export async function askTime({ host, port }: TimeServer, timeoutMs = TIME_SERVER_MS): Promise<TimeAnswer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const found = await Promise.race([lookup(host), rejectOn(signal)]);
    return await exchange({ address: found.address, family: found.family, port }, signal);
  } catch (cause) {
    return toFault(signal.aborted ? 'no answer in 2 seconds' : toReason(cause));
  }
}

function exchange(
  { address, family, port }: { readonly address: string; readonly family: number; readonly port: number },
  signal: AbortSignal,
): Promise<TimeAnswer> {
  return new Promise((settle) => {
    const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
    const request = Buffer.alloc(PACKET_BYTES);
    request[0] = CLIENT;
    randomBytes(8).copy(request, SENT_AT);
    let sentMs = 0;
    const finish = (answer: TimeAnswer): void => {
      signal.removeEventListener('abort', onTimeout);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.close();
      settle(answer);
    };
    const onTimeout = (): void => finish(toFault('no answer in 2 seconds'));
    signal.addEventListener('abort', onTimeout);
    socket.on('error', (cause) => finish(toFault(toReason(cause))));
    socket.on('message', (reply: Buffer) => {
      const answer = readTimeReply(reply, request.subarray(SENT_AT), { sentMs, receivedMs: Date.now() });
      if (answer !== null) finish(answer);
    });
    socket.connect(port, address, () => {
      sentMs = Date.now();
      socket.send(request);
    });
  });
}

/** @returns null for a packet that does not answer this request. */
export function readTimeReply(
  reply: Buffer,
  nonce: Buffer,
  { sentMs, receivedMs }: { readonly sentMs: number; readonly receivedMs: number },
): TimeAnswer | null {
  if (reply.length < PACKET_BYTES) return toFault('its answer is not an NTP packet');
  if (!reply.subarray(ORIGIN_AT, RECEIVED_AT).equals(nonce)) return null;
  const flags = reply.readUInt8(0);
  const stratum = reply.readUInt8(1);
  if ((flags & 0b111) !== SERVER_MODE) return toFault('its answer is not an NTP packet of a server');
  if (stratum === 0) return toFault('it refused the request');
  if (flags >> 6 === UNSYNCHRONIZED || stratum > MOST_STRATA) return toFault('its own clock is not synchronized');
  const server = { receivedMs: readMilliseconds(reply, RECEIVED_AT), sentMs: readMilliseconds(reply, SENT_AT) };
  if (server.receivedMs === null || server.sentMs === null) return toFault('its answer has no time');
  const offsetMs = (server.receivedMs - sentMs + (server.sentMs - receivedMs)) / 2;
  return { is: 'offset', seconds: Math.round(offsetMs) / 1000 };
}

/** Times before 1968 are those of the era after 2036 (RFC 4330, section 3). */
function readMilliseconds(packet: Buffer, at: number): number | null {
  const seconds = packet.readUInt32BE(at);
  const fraction = packet.readUInt32BE(at + 4);
  if (seconds === 0 && fraction === 0) return null;
  const era = seconds < ERA_SECONDS / 2 ? ERA_SECONDS : 0;
  return (seconds + era - SECONDS_TO_1970 + fraction / ERA_SECONDS) * 1000;
}

function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

function toFault(text: string): TimeAnswer {
  return { is: 'fault', text };
}

/** The system's code alone: its text has the address. */
function toReason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  return code === 'ENOTFOUND' || code === 'EAI_AGAIN' ? 'its name does not resolve' : `the connection failed (${code})`;
}
