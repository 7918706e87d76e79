// A bare server of the same kind: one route that answers with JSON, over TLS.
//   node fastify.ts api FOLDER   prints {"requests","cpuSeconds","perSecond"}
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countRequests, countWarmUp } from '../served/cases.ts';
import { makeTls, printServed } from '../served/cpu.ts';
import { load } from '../served/load.ts';

const tls = makeTls(process.argv[3] ?? '.');
const program = fileURLToPath(new URL('fastify-server.ts', import.meta.url));
const child = spawn(process.execPath, [program, tls.certificate, tls.key], { stdio: ['ignore', 'pipe', 'inherit'] });
try {
  const port = await new Promise<number>((settle) => child.stdout.once('data', (text) => settle(Number(text))));
  const place = { port, ca: readFileSync(tls.certificate) };
  const toRequest = (): string => 'GET /v1/releases HTTP/1.1\r\nhost: localhost\r\n\r\n';
  await load(place, countWarmUp('api', 1), toRequest);
  await printServed(child.pid ?? 0, async () => (await load(place, countRequests('api'), toRequest)).answers);
} finally {
  child.kill();
}
