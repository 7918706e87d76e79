// nginx, serving the same files over TLS as they lie, one line of its log for each.
//   node nginx.ts cache|disk FOLDER   prints {"requests","cpuSeconds","perSecond"}
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  countFiles,
  countRequests,
  countWarmUp,
  forgetFiles,
  load,
  makeTls,
  printServed,
  readCase,
  SERVED_BYTES,
  toFileNumber,
} from '../served/serving.ts';

const what = readCase(process.argv[2]);
const tls = makeTls(process.argv[3] ?? '.');
const folder = mkdtempSync(join(tmpdir(), 'candor-nginx-'));
chmodSync(folder, 0o755);
const files = Array.from({ length: countFiles(what) }, (_, number) => join(folder, 'objects', String(number)));
mkdirSync(join(folder, 'objects'));
for (const file of files) writeFileSync(file, randomBytes(SERVED_BYTES));
const port = await findPort();
writeFileSync(
  join(folder, 'nginx.conf'),
  `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 64; }
http {
  sendfile on; tcp_nopush on; keepalive_requests 1000000; access_log ${folder}/access.log;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} ssl; ssl_protocols TLSv1.2 TLSv1.3; ssl_certificate ${tls.certificate}; ssl_certificate_key ${tls.key};
    root ${folder}; default_type application/octet-stream;
  }
}
`,
);
const child = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: 'inherit' });
try {
  for (let wait = 0; !existsSync(join(folder, 'pid')) && wait < 100; wait += 1)
    await new Promise((settle) => setTimeout(settle, 50));
  const ask = (count: number, isWarmUp: boolean) =>
    load({ port, tls }, count, (number) => `/objects/${toFileNumber(what, number, isWarmUp)}`);
  await ask(countWarmUp(what, 1), true);
  if (what === 'disk') forgetFiles(files);
  await printServed(child.pid ?? 0, async () => {
    await ask(countRequests(what), false);
    return countRequests(what);
  });
} finally {
  const ended = new Promise((settle) => child.once('exit', settle));
  child.kill();
  await ended;
  rmSync(folder, { recursive: true, force: true });
}

function findPort(): Promise<number> {
  return new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => settle(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
