import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's browser; `npm run services` installs it. */
const executablePath = '/usr/bin/chromium';

/** Why there is no browser here, or null. */
export const noBrowser: string | null = existsSync(executablePath) ? null : `${executablePath} is not installed`;

export function openBrowser(): Promise<Browser> {
  // Root, as in a container, cannot use the sandbox of the browser. Pages under test are our own.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}
