import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { noBrowser, openBrowser } from '../../../../tools/services/browser.ts';
import { hasCommand } from '../rewriters/programs.ts';

const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, 'simple-html.py');
const OUTPUT_BYTES = 64 * 1024 * 1024;
const Texts = z.array(z.string());

/** A reader of HTML by others. What it shows of pages, in their order; where it leads counts as words. */
export interface PageReader {
  readonly name: string;
  /** Why it cannot run here; null where it can. */
  readonly missing: string | null;
  readonly read: (pages: readonly string[]) => Promise<readonly string[]>;
}

const ENVIRONMENT = {
  ...{ PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8', TERM: 'dumb' },
  // Nobody listens at this port: what a page leads to is not loaded.
  ...{ http_proxy: 'http://127.0.0.1:9/', https_proxy: 'http://127.0.0.1:9/', ftp_proxy: 'http://127.0.0.1:9/' },
};

function run([program = '', ...args]: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    ...{ input, env: ENVIRONMENT, maxBuffer: OUTPUT_BYTES },
  });
  if (error !== undefined || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr.toString()}`);
  return stdout.toString('utf8');
}

const byProgram = (...command: readonly [string, ...string[]]): PageReader => ({
  name: command[0],
  missing: hasCommand(command[0]) ? null : `${command[0]} is not installed`,
  read: async (pages) => pages.map((page) => run(command, page)),
});

const byScript = (name: string, which: string): PageReader => ({
  name,
  missing: existsSync(PYTHON) ? null : `${PYTHON} is not installed`,
  read: async (pages) => Texts.parse(JSON.parse(run([PYTHON, SCRIPT, which], JSON.stringify(pages)))),
});

/** The words that are seen, and what the page asked the network for. Nothing of it runs, and nothing is loaded. */
async function readInChromium(pages: readonly string[]): Promise<readonly string[]> {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    const asked: string[] = [];
    await context.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    const shown: string[] = [];
    for (const html of pages) {
      asked.length = 0;
      const page = await context.newPage();
      await page.setContent(html, { waitUntil: 'commit' });
      // biome-ignore lint/performance/useDomNodeTextContent: what is laid out counts, not what the tree holds
      const words = await page.locator('html').innerText();
      await page.close();
      shown.push([words, ...asked].join('\n'));
    }
    return shown;
  } finally {
    await browser.close();
  }
}

const WIDTH = '990';

export const PAGE_READERS: readonly PageReader[] = [
  byProgram(
    ...(['lynx', '-dump', '-stdin', '-force_html', '-localhost', '-width', WIDTH] as const),
    ...['-display_charset=utf-8', '-assume_charset=utf-8'],
  ),
  byProgram(
    ...(['w3m', '-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', WIDTH] as const),
    ...['-o', 'meta_refresh=0', '-o', 'display_link_number=1'],
  ),
  byScript('html.parser', 'parser'),
  byScript('a tag stripper', 'stripper'),
  { name: 'Chromium', missing: noBrowser, read: readInChromium },
];
