import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { readAppPolicy } from '../reading/reading-page.ts';

const web = join(import.meta.dirname, '../../..');

export interface WorkSite {
  readonly address: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
};

/**
 * Builds the pages of a party's work with the harness around them, or other parts of the app with theirs, and serves
 * them under the very policy of the app.
 */
export async function serveWork(harness = join(import.meta.dirname, 'page')): Promise<WorkSite> {
  const folder = mkdtempSync(join(tmpdir(), 'candor-work-'));
  await build({
    configFile: join(web, 'vite.reviewer.config.ts'),
    root: harness,
    logLevel: 'error',
    build: {
      outDir: folder,
      rolldownOptions: { input: join(harness, 'main.tsx'), output: { entryFileNames: 'page.js' } },
    },
  });
  const styles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  const links = styles.map((name) => `<link rel="stylesheet" href="./${name}">`).join('');
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${readAppPolicy()}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta id="react-aria-pressable-style"><title>Work</title>${links}<script type="module" src="./page.js"></script></head><body><div id="page"></div></body></html>`;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const found = pathname === '/' ? html : read(join(folder, pathname));
    response.writeHead(found === null ? 404 : 200, {
      'content-type':
        types[pathname === '/' ? 'html' : (pathname.split('.').at(-1) ?? '')] ?? 'application/octet-stream',
    });
    response.end(found);
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
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

function read(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
