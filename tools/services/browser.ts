import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's browser; `npm run services` installs it. */
const EXECUTABLE = '/usr/bin/chromium';

/** Why no browser can be opened here; null where one can. */
export const noBrowser: string | null = existsSync(EXECUTABLE) ? null : `${EXECUTABLE} is not installed`;

export function openBrowser(args: readonly string[] = []): Promise<Browser> {
  // Root, as in a container, cannot use the sandbox of the browser. Pages under test are our own.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  // On a busy machine the watchdog takes the process for graphics for hung, and after a few of these the whole browser
  // ends, with every page in it.
  return chromium.launch({ executablePath: EXECUTABLE, args: [...asRoot, '--disable-gpu-watchdog', ...args] });
}

/**
 * A platform authenticator with user verification; with or without the extension that wraps keys (PRF). Gives what
 * takes it away again.
 */
export async function addAuthenticator(page: Page, hasPrf = true): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf,
      automaticPresenceSimulation: true,
    },
  });
  return async () => {
    await session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  };
}
