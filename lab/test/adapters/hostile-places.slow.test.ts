import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { createServer as createWebServer, request as requestSecure } from 'node:https';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { askDns, type ResolverAddress } from '../../src/adapters/net/dns.ts';
import { type FetchSettings, fetchText } from '../../src/adapters/net/fetch-text.ts';
import { Prober } from '../../src/adapters/net/prober.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { hostileAddresses, hostileDomains } from './hostile-places.ts';
import { startNameServer, toResponse } from './name-server.ts';

// Canaries listen on loopback, where nothing of a foreign domain may ever lead us. A web server beside them, on another
// address of loopback, is "the internet".
const WEB = '127.0.0.3';
let canaries: Server[] = [];
let hits = 0;
let asked = 0;
let port = 0;
let web: { readonly port: number; close(): void };
let location = '';
let names: ResolverAddress & { close(): Promise<void> };
/** Answers of the name server, one after the other; the last one stays. */
let answers: string[] = [];
let certificate = { cert: '', key: '' };

beforeAll(async () => {
  certificate = makeCertificate();
  const first = await listen('127.0.0.1', 0);
  port = (first.address() as { port: number }).port;
  canaries = [
    first,
    ...(await Promise.all(['127.0.0.2', '::1'].map((address) => listen(address, port).catch(() => null)))).filter(
      (server) => server !== null,
    ),
  ];
  const server = createWebServer(certificate, (_, response) => {
    asked += 1;
    response.writeHead(302, { location: toHeader(location) }).end();
  });
  // On the canary's port: whoever is led from one to the other notices no difference.
  await new Promise<void>((settle) => server.listen(port, WEB, settle));
  web = { port, close: () => server.close() };
  names = await startNameServer((query) => {
    const labels = /^[\s\S]{12}([\s\S]*?)\0/.exec(query.toString('latin1'))?.[1] ?? '';
    const name = labels.replace(/[\u0001-\u001f]/g, '.').slice(1);
    const isV6 = query.subarray(12 + labels.length + 1).readUInt16BE(0) === 28;
    if (isV6) return [toResponse(query, [])];
    const [address = ''] = answers.length > 1 ? answers.splice(0, 1) : answers;
    return [toResponse(query, [{ type: 'A', name, data: address }])];
  });
});
afterAll(async () => {
  for (const canary of canaries) canary.close();
  web.close();
  await names.close();
});
beforeEach(() => {
  hits = 0;
  answers = [WEB];
});

function listen(address: string, at: number): Promise<Server> {
  const server = createServer((socket) => {
    hits += 1;
    socket.destroy();
  });
  return new Promise((settle, fail) => {
    server.on('error', fail);
    server.listen(at, address, () => settle(server));
  });
}

function makeCertificate(): { readonly cert: string; readonly key: string } {
  const folder = makeTemporaryFolder();
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const shown = ['-subj', '/CN=test', '-addext', 'subjectAltName=DNS:a.example'];
  execFileSync('openssl', [...kind, ...shown, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}

const settings = (isWebPublic: boolean): FetchSettings => ({
  resolvers: [names],
  bytes: 1_000,
  // Nothing here is silent: whoever is asked answers, however busy the machine is.
  timeoutMs: 20_000,
  loopback: isWebPublic ? { port: web.port, authority: certificate.cert } : null,
});
const fill = (text: string): string => text.replaceAll('{p}', String(port));
/** What a header can carry. */
const toHeader = (text: string): string => encodeURI(text).replaceAll('%25', '%').replaceAll('%5C', '\\');

/** Goes wherever it is led, as a program does that was written in an hour. */
function followNaively(text: string, base = 'https://a.example/'): Promise<void> {
  if (!URL.canParse(text, base)) return Promise.resolve();
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return Promise.resolve();
  if (url.hostname === 'a.example') return Promise.resolve();
  const ask = url.protocol === 'http:' ? requestPlain : requestSecure;
  return new Promise((settle) => {
    const call = ask(url, { timeout: 500, agent: false });
    call.on('error', () => settle());
    call.on('timeout', () => call.destroy());
    call.on('response', () => settle());
    call.end();
  });
}

test('the list has 60 forms', () => {
  expect(new Set(hostileAddresses).size).toBe(hostileAddresses.length);
  expect(hostileAddresses.length).toBeGreaterThanOrEqual(60);
});

test('no form of an inner address is ever contacted', async () => {
  for (const form of hostileAddresses) {
    const found = await fetchText(fill(form), settings(false));
    expect(found.is, form).not.toBe('text');
  }
  expect(hits).toBe(0);
});

test('also when an internet server redirects there', async () => {
  for (const form of hostileAddresses) {
    location = fill(form);
    const found = await fetchText('https://a.example/', settings(true));
    expect(found.is, form).not.toBe('text');
  }
  expect(asked).toBeGreaterThanOrEqual(hostileAddresses.length);
  expect(hits).toBe(0);
});

test('also when the domain is invalid, through the prober process', async () => {
  const prober = new Prober({ resolvers: [names], loopback: { port: web.port, authority: certificate.cert } });
  try {
    const found = await Promise.all(hostileDomains.map((domain) => prober.fetchSecurityTxt(fill(domain))));
    expect(found.filter(({ is }) => is === 'text')).toEqual([]);
  } finally {
    prober.close();
  }
  expect(hits).toBe(0);
});

test('a name that later resolves elsewhere is contacted at the address that was checked', async () => {
  answers = [WEB, '127.0.0.1'];
  location = 'https://a.example:1/';
  await fetchText('https://a.example/', settings(true));
  expect(hits).toBe(0);
});

test('checks the name again between redirects: an inner address stops it', async () => {
  answers = [WEB, '10.0.0.1'];
  location = 'https://a.example/';
  expect(await fetchText('https://a.example/', settings(true))).toMatchObject({ is: 'refused' });
  expect(hits).toBe(0);
});

test('control: a client that checks a name before connecting by name hits the canary', async () => {
  for (const form of hostileAddresses) await followNaively(fill(form));
  expect(hits).toBeGreaterThanOrEqual(30);
  hits = 0;
  answers = [WEB, '127.0.0.1'];
  const look = () => askDns([names], { name: 'a.example', type: 'A' });
  const looked = await look();
  expect(looked).toMatchObject({ records: [[WEB]] });
  const spoken = await look();
  await followNaively(`https://${spoken.is === 'records' ? spoken.records[0]?.[0] : ''}:${port}/`);
  expect(hits).toBe(1);
});
