// A bare server of the same kind: one route that answers with JSON, over TLS.
//   node fastify.ts api FOLDER   prints {"requests","cpuSeconds","perSecond"}
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { countRequests, countWarmUp, load, makeTls, printServed } from '../served/serving.ts';

const tls = makeTls(process.argv[3] ?? '.');
if (process.send === undefined) await askServer();
else await serve();

async function askServer(): Promise<void> {
  const child = fork(import.meta.filename, process.argv.slice(2));
  try {
    const port = await new Promise<number>((settle) => child.once('message', (message) => settle(Number(message))));
    const ask = (count: number) => load({ port, tls }, count, () => '/v1/releases');
    await ask(countWarmUp('api', 1));
    await printServed(child.pid ?? 0, async () => {
      await ask(countRequests('api'));
      return countRequests('api');
    });
  } finally {
    child.kill();
  }
}

async function serve(): Promise<void> {
  const app = fastify({ https: { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) } });
  const answer = { releases: [{ release: '0'.repeat(64), at: '2001-10-05T08:00:00Z' }] };
  app.get('/v1/releases', async () => answer);
  await app.listen({ host: '127.0.0.1', port: 0 });
  process.send?.((app.server.address() as AddressInfo).port);
}
