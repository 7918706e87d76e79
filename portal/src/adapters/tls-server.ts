import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:https';

/** For TLS 1.2: only ephemeral keys and authenticated encryption (RFC 9325, 4.2). All TLS 1.3 suites have both. */
const SUITES_OF_1_2 = ['AES256-GCM-SHA384', 'AES128-GCM-SHA256', 'CHACHA20-POLY1305'].flatMap((suite) => [
  `ECDHE-ECDSA-${suite}`,
  `ECDHE-RSA-${suite}`,
]);
const SUITES_OF_1_3 = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'];

/** For a portal that terminates TLS itself: only versions and suites without known weaknesses. */
export function toServerFactory(tls: { readonly certificate: string; readonly key: string } | undefined): {
  readonly serverFactory?: (handler: RequestListener) => Server;
} {
  if (tls === undefined) return {};
  const options = {
    cert: readFileSync(tls.certificate),
    key: readFileSync(tls.key),
    minVersion: 'TLSv1.2',
    ciphers: [...SUITES_OF_1_3, ...SUITES_OF_1_2].join(':'),
    honorCipherOrder: true,
    // As behind a proxy: the portal itself answers a request without a host, with its usual headers.
    requireHostHeader: false,
  } as const;
  return { serverFactory: (handler) => createServer(options, handler) as unknown as Server };
}
