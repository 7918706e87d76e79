import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { type Answer, decode, encode } from 'dns-packet';
import type { ResolverAddress } from '../../src/adapters/net/dns.ts';

/** What a server does with a query: the bytes to answer with, several, or nothing. */
export type Behaviour = (query: Buffer, by: 'udp' | 'tcp') => readonly Buffer[];

/** A name server on loopback that does as a test says. */
export async function startNameServer(
  behave: Behaviour,
): Promise<ResolverAddress & { close(): Promise<void>; readonly asked: string[] }> {
  const asked: string[] = [];
  const stream = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (chunk: Buffer) => {
      const query = chunk.subarray(2);
      asked.push('tcp');
      for (const answer of behave(query, 'tcp')) {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(answer.length);
        socket.write(length);
        socket.write(answer);
      }
    });
  });
  await new Promise<void>((settle) => stream.listen(0, '127.0.0.1', settle));
  const address = stream.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const datagram = createSocket('udp4');
  datagram.on('message', (query, from) => {
    asked.push('udp');
    for (const answer of behave(query, 'udp')) datagram.send(answer, from.port, from.address);
  });
  await new Promise<void>((settle) => datagram.bind(port, '127.0.0.1', settle));
  return {
    address: '127.0.0.1',
    port,
    asked,
    close: async () => {
      await new Promise<void>((settle) => datagram.close(settle));
      stream.close();
    },
  };
}

/** A response to a query, as a resolver makes it. */
export function toResponse(
  query: Buffer,
  answers: readonly Answer[],
  { code = 0, authentic = false, isTruncated = false } = {},
): Buffer {
  const { id, questions } = decode(query);
  const flags = 0x0180 | code | (authentic ? 0x20 : 0) | (isTruncated ? 0x200 : 0);
  return encode({ type: 'response', id: id ?? 0, flags, questions: questions ?? [], answers: [...answers] });
}

export function toText(name: string, text: string): Answer {
  return { type: 'TXT', name, data: [text] };
}
