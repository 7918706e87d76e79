import { appendFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ask } from '../candor.ts';

/** How long an enrollment waits in this run: long enough to see that it does. */
const WAIT = '5s';

/** A port that is free now. The incident file names the portal before it is started. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * Adds to the incident file where parties read. There is one resolver on this machine, and nobody to lie before it.
 * `localhost` is one site to browsers, and a safe one: app and portal differ in the port alone.
 */
export function addReviewPart(folder: string, siteUrl: string, portalPort: number): void {
  const { port } = new URL(siteUrl);
  appendFileSync(
    join(folder, 'incident.yaml'),
    `review:
  portal: http://localhost:${portalPort}
  app: http://localhost:${port}/review
  passkeys: localhost
  wait: ${WAIT}
  leastResolvers: 1
`,
  );
}

/** Writes the portal's settings as the lab prints them. Gives the file. */
export async function writePortalSettings(folder: string, port: number): Promise<string> {
  const { settings } = await ask<{ settings: object }>(['portal', 'key'], folder);
  const file = join(folder, 'portal.json');
  writeFileSync(file, JSON.stringify({ ...settings, folder: join(folder, 'portal'), listen: { port } }, null, 2));
  return file;
}
