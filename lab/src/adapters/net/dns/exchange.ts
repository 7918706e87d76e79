import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import { answersQuery } from './read-response.ts';

export interface ResolverAddress {
  readonly address: string;
  readonly port: number;
}

/** Bytes of a message by TCP (its length has two bytes). */
const LENGTH_BYTES = 2;

/** Why no response came. */
export type ExchangeFailure = 'time-out' | 'unreachable';

/**
 * One question by UDP. Only the resolver's own datagrams arrive, and those that answer another question are passed
 * over.
 */
export function exchangeDatagram(
  resolver: ResolverAddress,
  query: Buffer,
  timeoutMs: number,
): Promise<Buffer | ExchangeFailure> {
  return new Promise((settle) => {
    const socket = createSocket(isIPv6(resolver.address) ? 'udp6' : 'udp4');
    const finish = (outcome: Buffer | ExchangeFailure): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.close();
      settle(outcome);
    };
    const timer = setTimeout(() => finish('time-out'), timeoutMs);
    socket.on('error', () => finish('unreachable'));
    socket.on('message', (message: Buffer) => {
      if (answersQuery(message, query)) finish(message);
    });
    socket.connect(resolver.port, resolver.address, () => socket.send(query));
  });
}

/** The same by TCP, for what fits no datagram. */
export function exchangeStream(
  resolver: ResolverAddress,
  query: Buffer,
  timeoutMs: number,
): Promise<Buffer | ExchangeFailure> {
  return new Promise((settle) => {
    const socket = connect(resolver.port, resolver.address);
    let received = Buffer.alloc(0);
    const finish = (outcome: Buffer | ExchangeFailure): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.destroy();
      settle(outcome);
    };
    const timer = setTimeout(() => finish('time-out'), timeoutMs);
    socket.on('error', () => finish('unreachable'));
    socket.on('close', () => finish('unreachable'));
    socket.on('connect', () => {
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt16BE(query.length);
      socket.write(Buffer.concat([length, query]));
    });
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < LENGTH_BYTES) return;
      const length = received.readUInt16BE(0);
      if (received.length < LENGTH_BYTES + length) return;
      const message = received.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
      finish(answersQuery(message, query) ? message : 'unreachable');
    });
  });
}
