import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SiteAccess } from '@candor/core/verify';
import { readWebPages } from '../../../lab/src/adapters/files/web-pages.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
};

export interface ServedApp {
  /** Origin of the site: `http://localhost:12345`. */
  readonly origin: string;
  /** Address of the app. */
  readonly address: string;
  /** Every path that was asked for. */
  readonly paths: string[];
  /** What lies at the site beside the app. */
  site: SiteAccess | null;
  /** Null: the settings are not there. */
  settings: object | null;
  close(): Promise<void>;
}

/** What docs/runbooks/serve-the-site.md asks a server to send besides. */
function toHeaders(path: string, portal: string): Record<string, string> {
  const all = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' };
  if (path === 'review/')
    return {
      ...all,
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy':
        'camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), publickey-credentials-create=(self)',
    };
  if (path.startsWith('review/assets/'))
    return { ...all, 'content-security-policy': `default-src 'none'; connect-src 'self' ${portal}; script-src 'self'` };
  return path.startsWith('review/reading/') ? { ...all, 'content-security-policy': "frame-ancestors 'self'" } : all;
}

/**
 * Serves the built reviewer app on loopback as the organization's static site does, with the portal's origin in the
 * page's policy. `portal` is asked at each page, so that it may be started after its app.
 */
export async function serveApp(portal: () => string): Promise<ServedApp> {
  const pages = await readWebPages();
  const paths: string[] = [];
  const served: { site: SiteAccess | null; settings: object | null } = { site: null, settings: {} };
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).slice(1);
    paths.push(path);
    const bytes = await find(path);
    response.writeHead(bytes === null ? 404 : 200, {
      'content-type': types[path === 'review/' ? 'html' : (path.split('.').at(-1) ?? '')] ?? 'application/octet-stream',
      ...toHeaders(path, portal()),
    });
    response.end(bytes);
  });
  const find = async (path: string): Promise<Uint8Array | null> => {
    if (path === 'review/settings.json')
      return served.settings === null ? null : new TextEncoder().encode(JSON.stringify(served.settings));
    const page = pages.find((file) => file.path === (path === 'review/' ? 'review/index.html' : path));
    if (page?.path === 'review/index.html') {
      const text = new TextDecoder().decode(page.bytes);
      return new TextEncoder().encode(text.replace("connect-src 'self';", `connect-src 'self' ${portal()};`));
    }
    return page?.bytes ?? (await served.site?.(path)) ?? null;
  };
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    address: `${origin}/review/`,
    paths,
    get site() {
      return served.site;
    },
    set site(site) {
      served.site = site;
    },
    get settings() {
      return served.settings;
    },
    set settings(settings) {
      served.settings = settings;
    },
    close: () => {
      // Browsers open connections in advance and say nothing on them.
      server.closeAllConnections();
      return new Promise((settle) => server.close(() => settle()));
    },
  };
}
