import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's browser; `npm run services` installs it. */
const EXECUTABLE = '/usr/bin/chromium';

/** Why no browser can be opened here; null where one can. */
export const noBrowser: string | null = existsSync(EXECUTABLE) ? null : `there is no ${EXECUTABLE}`;

export function openBrowser(): Promise<Browser> {
  // Root, as in a container, cannot use the sandbox of the browser. Pages under test are our own.
  return chromium.launch({ executablePath: EXECUTABLE, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** An empty page on an origin of its own, as the organization's static site would serve the app. */
export async function servePage(): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Reviewer app</title>');
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

/** A platform authenticator with user verification and the PRF extension. */
export async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  });
}
