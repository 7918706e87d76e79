import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MadeSite } from '../../core/test/verify/made-site.ts';
import { readWebPages, type WebFile } from '../../lab/src/adapters/files/web-pages.ts';

/** One request as the host saw it: everything that could carry what was asked. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}

export interface ServedSite {
  readonly address: string;
  readonly requests: SeenRequest[];
  /** What it serves from now on; null: it answers with 503. */
  site: MadeSite | null;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  json: 'application/json',
};

/** Serves the built page and a made site on loopback, as a plain web server would, and keeps every request. */
export async function serveSite(first: MadeSite): Promise<ServedSite> {
  const pages = await readWebPages();
  const requests: SeenRequest[] = [];
  const served: { site: MadeSite | null } = { site: first };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).slice(1);
    requests.push(await toSeen(request));
    const page = findPage(pages, path);
    const bytes = page?.bytes ?? (served.site === null ? null : await served.site.access(path));
    const type = types[(page?.path ?? path).split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    response.writeHead(bytes === null ? (served.site === null ? 503 : 404) : 200, { 'content-type': type });
    response.end(bytes);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    requests,
    get site() {
      return served.site;
    },
    set site(site) {
      served.site = site;
    },
    close: () => {
      // Browsers open connections in advance and say nothing on them.
      server.closeAllConnections();
      return new Promise((settle) => server.close(() => settle()));
    },
  };
}

function findPage(pages: readonly WebFile[], path: string): WebFile | undefined {
  const below = path.replace(/^notice\/?/, '');
  if (below === path && path !== 'notice') return undefined;
  const page = pages.find((file) => file.path === (below === '' ? 'index.html' : below));
  if (page?.path !== 'index.html') return page;
  const text = new TextDecoder().decode(page.bytes).replaceAll('"./', '"/notice/');
  return { path: page.path, bytes: new TextEncoder().encode(text) };
}

async function toSeen(request: IncomingMessage): Promise<SeenRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return {
    method: request.method ?? '',
    url: request.url ?? '',
    headers: JSON.stringify(request.rawHeaders),
    body: Buffer.concat(pieces).toString('utf8'),
  };
}
