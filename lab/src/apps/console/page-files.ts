import type { WebFile } from '../../adapters/files/web-pages.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * The console's files by their address. They are kept in memory: no request names a file of the machine.
 * @throws Error without a first page
 */
export function toPageFiles(files: readonly WebFile[]): ReadonlyMap<string, PageFile> {
  const pages = new Map<string, PageFile>();
  for (const { path, bytes } of files) {
    const type = TYPES[/\.(\w+)$/.exec(path)?.[1] ?? ''];
    if (type !== undefined) pages.set(`/${path}`, { type, bytes });
  }
  const first = pages.get('/index.html');
  if (first === undefined) throw new Error('the pages of the console were not built');
  pages.delete('/index.html');
  return pages.set('/', first).set('/start', first);
}
