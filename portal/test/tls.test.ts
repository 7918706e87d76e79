import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect as connectPlain } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { toServerFactory } from '../src/adapters/tls-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-tls-'));
const files = { certificate: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
const hasCertificate = makeCertificate();
const servers: Server[] = [];
/** Whoever asks for something old has to allow it to themselves first. */
const OLD = 'ALL:eNULL:@SECLEVEL=0';
let ours = 0;
/** A server that takes everything that there is: what it lets in shows that a client really asked. */
let lax = 0;

beforeAll(async () => {
  if (!hasCertificate) return;
  const answer = (_: unknown, reply: { end(text: string): void }) => reply.end('here');
  const made = toServerFactory(files).serverFactory?.(answer);
  if (made === undefined) throw new Error('no server');
  ours = await listen(made as Server);
  const pem = { cert: readFileSync(files.certificate), key: readFileSync(files.key) };
  lax = await listen(createServer({ ...pem, minVersion: 'TLSv1', ciphers: OLD }, answer));
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach((context) => {
  if (!hasCertificate) context.skip('openssl, which makes the certificate of the test, is not there');
});

test('uses the newest TLS version, and 1.2 for clients without it', async () => {
  expect(await speak(ours, {})).toMatch(/^TLSv1\.3 /);
  expect(await speak(ours, { maxVersion: 'TLSv1.2' })).toMatch(/^TLSv1\.2 ECDHE-ECDSA-AES256-GCM-SHA384$/);
});

test.each([
  ['TLS 1.1', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: OLD }],
  ['TLS 1.0', { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: OLD }],
  ['a cipher without authentication of what it hides', { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA256' }],
  ['a cipher in blocks with SHA-1', { maxVersion: 'TLSv1.2', ciphers: `ECDHE-ECDSA-AES256-SHA:@SECLEVEL=0` }],
  ['no encryption at all', { maxVersion: 'TLSv1.2', ciphers: `ECDHE-ECDSA-NULL-SHA:@SECLEVEL=0` }],
] as const)('refuses %s', async (_, options) => {
  expect(await speak(lax, options)).toMatch(/^TLSv1/);
  expect(await speak(ours, options)).toBe('refused');
});

test('answers nothing without TLS, not even a redirect', async () => {
  const text = await new Promise<string>((settle) => {
    let heard = '';
    const socket = connectPlain(ours, '127.0.0.1', () => socket.write('GET /v1/status HTTP/1.1\r\nhost: a\r\n\r\n'));
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => settle(heard));
  });
  expect(text).not.toMatch(/HTTP\/|location/i);
});

function makeCertificate(): boolean {
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  try {
    execFileSync('openssl', [...kind, '-subj', '/CN=test', '-keyout', files.key, '-out', files.certificate], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return (server.address() as AddressInfo).port;
}

/** Version and cipher that were agreed upon. */
function speak(port: number, options: ConnectionOptions): Promise<string> {
  return new Promise((settle) => {
    const socket = connect(
      {
        host: '127.0.0.1',
        port,
        ca: readFileSync(files.certificate),
        ...options,
        checkServerIdentity: () => undefined,
      },
      () => {
        settle(`${socket.getProtocol()} ${socket.getCipher().name}`);
        socket.end();
      },
    );
    socket.on('error', () => settle('refused'));
  });
}
