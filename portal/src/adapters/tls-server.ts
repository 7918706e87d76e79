import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:https';

/** Where the portal ends TLS itself: versions that have no known weakness, nothing older. */
export function toServerFactory(tls: { readonly certificate: string; readonly key: string } | undefined): {
  readonly serverFactory?: (handler: RequestListener) => Server;
} {
  if (tls === undefined) return {};
  const options = { cert: readFileSync(tls.certificate), key: readFileSync(tls.key), minVersion: 'TLSv1.2' } as const;
  return { serverFactory: (handler) => createServer(options, handler) as unknown as Server };
}
