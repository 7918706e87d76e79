import { readFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:https';

/**
 * For TLS 1.2: keys of the moment and authenticated encryption alone (RFC 9325, 4.2). Suites of TLS 1.3 are all like
 * that.
 */
const SUITES_OF_1_2 = ['AES256-GCM-SHA384', 'AES128-GCM-SHA256', 'CHACHA20-POLY1305'].flatMap((suite) => [
  `ECDHE-ECDSA-${suite}`,
  `ECDHE-RSA-${suite}`,
]);
const SUITES_OF_1_3 = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'];

/** Where the portal ends TLS itself: versions and suites that have no known weakness, nothing older. */
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
    // As where TLS ends elsewhere: the portal answers a request without a host itself, with the fields that every
    // answer has.
    requireHostHeader: false,
  } as const;
  return { serverFactory: (handler) => createServer(options, handler) as unknown as Server };
}
