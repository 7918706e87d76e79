import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

/** A time server on loopback whose clock is off by so many seconds, and that answers as `alter` makes of its reply. */
export interface TimeServer {
  readonly host: string;
  readonly port: number;
  readonly requests: Buffer[];
  close(): Promise<void>;
}

const TO_1970 = 2_208_988_800;

export async function startTimeServer(
  offsetSeconds: number,
  alter: (reply: Buffer) => Buffer | null = (reply) => reply,
): Promise<TimeServer> {
  const socket = createSocket('udp4');
  const requests: Buffer[] = [];
  socket.on('message', (request, { port, address }) => {
    requests.push(request);
    const reply = alter(toReply(request, Date.now() / 1000 + offsetSeconds));
    if (reply !== null) socket.send(reply, port, address);
  });
  await new Promise<void>((settle) => socket.bind(0, '127.0.0.1', settle));
  const { port }: AddressInfo = socket.address();
  return {
    host: '127.0.0.1',
    port,
    requests,
    close: () => new Promise((settle) => socket.close(() => settle())),
  };
}

/** Stratum 2, synchronized, version 4, mode 4; the client's transmit time comes back as the origin. */
function toReply(request: Buffer, seconds: number): Buffer {
  const reply = Buffer.alloc(48);
  reply[0] = 0x24;
  reply[1] = 2;
  request.copy(reply, 24, 40, 48);
  for (const at of [32, 40]) {
    reply.writeUInt32BE(Math.floor(seconds) + TO_1970, at);
    reply.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), at + 4);
  }
  return reply;
}
