import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { openBrowser } from '../../../../tools/services/browser.ts';
import { messageCatalogues } from '../../../../tools/web/message-catalogues.ts';

const web = join(import.meta.dirname, '../../..');
const pageOfApp = join(web, 'src/reviewer/index.html');

/** A built parser frame, and a page with the very policy of the reviewer app that opens messages with it. */
export interface ReadingSite {
  readonly address: string;
  close(): Promise<void>;
}

/** The policy that the app's page has: what holds here holds there. */
export function readAppPolicy(): string {
  const [, policy = ''] =
    /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(pageOfApp, 'utf8')) ?? [];
  return policy;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

/** Builds frame and page, and serves them as any host serves files: with a type and without any other header. */
export async function serveReading(): Promise<ReadingSite> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-reading-'));
  await build({
    configFile: join(web, 'vite.reading.config.ts'),
    build: { outDir: join(folder, 'reading') },
    logLevel: 'error',
  });
  for (const [name, entry] of [
    ['page', 'page/main.ts'],
    ['pane', 'page/pane.tsx'],
    ['sanitizer', 'page/sanitizer.ts'],
  ] as const)
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      // Tests run in a mode of their own; the page is to be the one that people get.
      mode: 'production',
      define: { 'process.env.NODE_ENV': '"production"' },
      oxc: { jsx: { runtime: 'automatic', development: false } },
      plugins: [messageCatalogues],
      build: {
        outDir: join(folder, name),
        emptyOutDir: true,
        target: 'es2024',
        cssTarget: ['chrome123'],
        lib: {
          entry: join(import.meta.dirname, entry),
          formats: ['iife'],
          name,
          fileName: () => `${name}.js`,
          cssFileName: name,
        },
      },
    });
  const html = (policy: string, name = 'page'): string =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Reading</title><meta id="react-aria-pressable-style" name="styles" content="none"><link rel="stylesheet" href="./${name}/${name}.css"><script defer src="./${name}/${name}.js"></script></head><body><main id="place"></main></body></html>`;
  const bare =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plain</title></head><body></body></html>';
  // The last one has no policy: there the sanitizer is looked at without its cage.
  const pages: Readonly<Record<string, string>> = {
    '/': html(readAppPolicy()),
    '/pane': html(readAppPolicy(), 'pane'),
    '/plain': bare,
    '/sanitizer': html('', 'sanitizer'),
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const page = pages[pathname] ?? readBuilt(folder, pathname);
    response.writeHead(page === null ? 404 : 200, {
      'content-type': types[pathname.split('.').at(-1) ?? ''] ?? types['html'] ?? '',
    });
    response.end(page);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((settle) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(folder, { recursive: true, force: true });
          settle();
        });
      }),
  };
}

function readBuilt(folder: string, path: string): Buffer | null {
  try {
    return /^\/(?:reading|page|pane|sanitizer)\/[a-z]+\.(?:html|js|css)$/.test(path)
      ? readFileSync(join(folder, path))
      : null;
  } catch {
    return null;
  }
}

/**
 * A browser that finds every name below `test` on the canary and no other name at all: nothing can leave the machine,
 * or knock unheard.
 */
export function openWatchedBrowser(canaryPort: number): Promise<Browser> {
  return openBrowser([
    `--host-resolver-rules=MAP *.test 127.0.0.1:${canaryPort}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
    '--disable-component-update',
    '--ignore-certificate-errors',
  ]);
}

/** A page of the site; everything that it asks for outside of the site is kept. */
export async function openReadingPage(
  browser: Browser,
  site: ReadingSite,
  path = '/',
): Promise<{ page: Page; foreign: string[] }> {
  const page = await browser.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${site.address}/`) && !/^(?:data|blob|about):/.test(url)) foreign.push(url);
  });
  await page.goto(`${site.address}${path}`);
  return { page, foreign };
}
