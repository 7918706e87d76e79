import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FetchSettings, fetchText } from '../../src/adapters/net/fetch-text.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { startNameServer, toResponse } from './name-server.ts';

const certificate = makeCertificate();
const opened: { close(): unknown }[] = [];

/** Null where the system has no openssl. */
function makeCertificate(): { readonly cert: string; readonly key: string } | null {
  const folder = makeTemporaryFolder();
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = ['-subj', '/CN=test', '-addext', 'subjectAltName=DNS:a.example,DNS:b.example'];
  try {
    execFileSync('openssl', [...kind, ...names, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } catch {
    return null;
  }
}

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

interface World {
  readonly settings: FetchSettings;
  readonly requests: string[];
}

/** A web server on loopback and a name server that leads there, unless a test says other addresses. */
async function start(
  listener: RequestListener,
  addresses: Readonly<Record<string, readonly string[]>> = {},
  isLoopbackAllowed = true,
): Promise<World> {
  const requests: string[] = [];
  const web = createServer(certificate ?? {}, (request, response) => {
    requests.push(`${request.headers.host}${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((settle) => web.listen(0, '127.0.0.1', settle));
  const place = web.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  const names = await startNameServer((query) => {
    const labels = /^[\s\S]{12}([\s\S]*?)\0/.exec(query.toString('latin1'))?.[1] ?? '';
    const name = labels.replace(/[\u0001-\u001f]/g, '.').slice(1);
    const isV6 = query.subarray(12 + labels.length + 1).readUInt16BE(0) === 28;
    const wanted = (addresses[name] ?? ['127.0.0.1']).filter((each) => each.includes(':') === isV6);
    return [
      toResponse(
        query,
        wanted.map((data) => ({ type: isV6 ? 'AAAA' : 'A', name, data })),
      ),
    ];
  });
  opened.push({ close: () => web.closeAllConnections() }, web, names);
  const loopback = { port, authority: certificate?.cert ?? '' };
  return {
    requests,
    settings: {
      resolvers: [names],
      bytes: 1_000,
      // An answer is waited for, however busy the machine is.
      timeoutMs: 20_000,
      loopback: isLoopbackAllowed ? loopback : null,
    },
  };
}

const sends =
  (text: string, type = 'text/plain; charset=utf-8', status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(text);
  };
const leadsTo =
  (location: string): RequestListener =>
  (request, response) => {
    if (request.url === '/found') sends('found')(request, response);
    else response.writeHead(302, { location }).end();
  };

describe('a text of a foreign domain', () => {
  beforeEach((context) => {
    if (certificate === null) context.skip('openssl, which makes the certificate of the test, is not there');
  });

  it('is fetched', async () => {
    const { settings, requests } = await start(sends('Contact: mailto:security@a.example'));
    expect(await fetchText('https://a.example/.well-known/security.txt', settings)).toEqual({
      is: 'text',
      text: 'Contact: mailto:security@a.example',
      url: 'https://a.example/.well-known/security.txt',
    });
    expect(requests).toEqual(['a.example/.well-known/security.txt']);
  });

  it('is fetched through redirects, each checked', async () => {
    const { settings } = await start(leadsTo('https://b.example/found'));
    expect(await fetchText('https://a.example/x', settings)).toMatchObject({
      is: 'text',
      url: 'https://b.example/found',
    });
  });

  it.each([
    ['an inner address', ['10.0.0.1']],
    ['the address of a cloud', ['169.254.169.254']],
    ['an inner address beside a public one', ['1.1.1.1', '192.168.0.1']],
    ['an inner address of version 6', ['fd00::1']],
    ['an address inside of another', ['::ffff:10.0.0.1']],
  ])('is not fetched from %s', async (_, addresses) => {
    const { settings, requests } = await start(sends('secret'), { 'a.example': addresses });
    expect(await fetchText('https://a.example/', settings)).toMatchObject({ is: 'refused' });
    expect(requests).toEqual([]);
  });

  it('is not fetched from loopback unless a test says so', async () => {
    const { settings, requests } = await start(sends('secret'), {}, false);
    expect(await fetchText('https://a.example/', settings)).toMatchObject({ is: 'refused' });
    expect(requests).toEqual([]);
  });

  it('is not fetched through a redirect to an inner address', async () => {
    const { settings, requests } = await start(leadsTo('https://b.example/found'), { 'b.example': ['10.0.0.1'] });
    expect(await fetchText('https://a.example/', settings)).toMatchObject({ is: 'refused' });
    expect(requests).toEqual(['a.example/']);
  });

  it.each([
    'http://a.example/found',
    'https://127.0.0.1/found',
    'https://[::1]/found',
    'https://2130706433/found',
    'https://0x7f.1/found',
    'https://a.example:8443/found',
    'https://user:word@a.example/found',
    'file:///etc/passwd',
    'gopher://a.example/found',
    'data:text/plain,found',
    '//[bad',
  ])('is not fetched through a redirect to %s', async (location) => {
    const { settings, requests } = await start(leadsTo(location));
    expect(await fetchText('https://a.example/', settings)).toMatchObject({ is: 'refused' });
    expect(requests).toEqual(['a.example/']);
  });

  it('is not fetched in a redirect loop', async () => {
    const { settings, requests } = await start(leadsTo('/again'));
    expect(await fetchText('https://a.example/', settings)).toMatchObject({ is: 'refused' });
    expect(requests).toHaveLength(4);
  });

  it('is refused when too large or endless', async () => {
    const { settings } = await start(sends('x'.repeat(5_000)));
    expect(await fetchText('https://a.example/', settings)).toMatchObject({ is: 'refused' });
    const slow = await start((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' }).write('x');
    });
    expect(await fetchText('https://a.example/', { ...slow.settings, timeoutMs: 400 })).toMatchObject({ is: 'fault' });
    const mute = await start(() => {});
    expect(await fetchText('https://a.example/', { ...mute.settings, timeoutMs: 400 })).toMatchObject({ is: 'fault' });
  });

  it.each([
    ['the server has none', sends('', 'text/plain', 404), 'none'],
    ['a page is there instead', sends('<html>', 'text/html'), 'none'],
    ['the server fails', sends('', 'text/plain', 503), 'fault'],
  ] as const)('distinguishes absence from failure: %s', async (_, listener, is) => {
    const { settings } = await start(listener);
    expect(await fetchText('https://a.example/', settings)).toMatchObject({ is });
  });

  it('is not accepted from a server without a valid certificate', async () => {
    const { settings, requests } = await start(sends('forged'));
    expect(await fetchText('https://c.example/', settings)).toMatchObject({ is: 'fault' });
    expect(requests).toEqual([]);
  });
});
