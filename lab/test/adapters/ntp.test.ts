import { afterEach, describe, expect, it } from 'vitest';
import { askTime, readTimeReply } from '../../src/adapters/net/ntp.ts';
import { Prober } from '../../src/adapters/net/prober.ts';
import { readProberReply } from '../../src/adapters/net/prober-protocol.ts';
import { startTimeServer } from './time-server.ts';

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function start(...given: Parameters<typeof startTimeServer>) {
  const server = await startTimeServer(...given);
  opened.push(server);
  return server;
}

const changed = (at: number, byte: number) => (reply: Buffer) => {
  reply[at] = byte;
  return reply;
};

describe('a time server', () => {
  it.each([0, 90_000, -90_000])('that is off by %i s gives that offset, not the way there', async (offset) => {
    const server = await start(offset);
    const answer = await askTime(server);
    expect(answer.is === 'offset' && Math.abs(answer.seconds - offset)).toBeLessThan(1);
  });

  it('is asked once, by 48 bytes of a client that hold no time of this machine', async () => {
    const { requests, ...server } = await start(0);
    await askTime(server);
    await askTime(server);
    expect(requests.map((request) => [request.length, request[0]])).toEqual([
      [48, 0x23],
      [48, 0x23],
    ]);
    expect(requests[0]?.subarray(1, 40).every((byte) => byte === 0)).toBe(true);
    expect(requests[0]?.subarray(40)).not.toEqual(requests[1]?.subarray(40));
  });

  it('that does not answer is a fault, never an offset of 0', async () => {
    const server = await start(0, () => null);
    expect(await askTime(server, 100)).toEqual({ is: 'fault', text: 'no answer in 2 seconds' });
  });

  it('that does not exist is a fault', async () => {
    const server = await startTimeServer(0);
    await server.close();
    expect(await askTime(server, 300)).toMatchObject({ is: 'fault' });
    expect(await askTime({ host: 'ntp.invalid', port: 123 }, 500)).toMatchObject({ is: 'fault' });
  });

  it.each<[string, (reply: Buffer) => Buffer, string]>([
    ['bytes that are no packet', () => Buffer.from('HTTP/1.1 400 Bad Request'), 'not an NTP packet'],
    ['a packet cut short', (reply) => reply.subarray(0, 47), 'not an NTP packet'],
    ['a packet of a client', changed(0, 0x23), 'not an NTP packet of a server'],
    ['a kiss of death', changed(1, 0), 'refused'],
    ['a clock that was never set', changed(0, 0xe4), 'not synchronized'],
    ['stratum 16', changed(1, 16), 'not synchronized'],
    ['no time', (reply) => Buffer.concat([reply.subarray(0, 40), Buffer.alloc(8)]), 'no time'],
  ])('that answers with %s is a fault', async (_, alter, text) => {
    const server = await start(90_000, alter);
    const answer = await askTime(server);
    expect(answer).toMatchObject({ is: 'fault', text: expect.stringContaining(text) as string });
  });

  it('whose packet answers another request is passed over', async () => {
    const server = await start(90_000, changed(24, 0));
    expect(await askTime(server, 200)).toMatchObject({ is: 'fault' });
    const nonce = Buffer.alloc(8, 7);
    expect(readTimeReply(Buffer.alloc(48), nonce, { sentMs: 0, receivedMs: 0 })).toBeNull();
  });

  it('is read beyond 2036, where the seconds of NTP begin again', () => {
    const nonce = Buffer.alloc(8, 7);
    const reply = Buffer.concat([Buffer.from([0x24, 2]), Buffer.alloc(22), nonce, Buffer.alloc(16)]);
    reply.writeUInt32BE(1_000, 32);
    reply.writeUInt32BE(1_000, 40);
    const at = Date.UTC(2036, 1, 7, 6, 28, 16) + 1_000_000;
    expect(readTimeReply(reply, nonce, { sentMs: at, receivedMs: at })).toEqual({ is: 'offset', seconds: 0 });
  });
});

describe('the prober', () => {
  it('asks a time server, and takes nothing else for its answer', async () => {
    const server = await start(90_000);
    const prober = new Prober({ resolvers: [], loopback: null });
    opened.push(prober);
    const { host, port } = server;
    const answer = await prober.askTime({ host, port });
    expect(answer.is === 'offset' && Math.round(answer.seconds)).toBe(90_000);
    const reply = (given: unknown) => readProberReply(JSON.stringify({ id: 1, of: 'time', answer: given }));
    expect(reply({ is: 'offset', seconds: 1.5 })).not.toBeNull();
    for (const given of [{ is: 'offset' }, { is: 'offset', seconds: '0' }, { is: 'fault' }, null, 0])
      expect(reply(given)).toBeNull();
  });
});
