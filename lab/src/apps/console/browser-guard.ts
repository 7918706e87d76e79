import type { IncomingHttpHeaders } from 'node:http';
import { ConsoleRefusal } from './denial.ts';

/** Passkeys refuse 127.0.0.1, so that nobody is led there. */
export const CONSOLE_NAMES = ['candor.localhost', 'localhost'] as const;

/** The page is made of files of this server. React sets no inline style; nothing else runs, loads or is sent. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** With every answer, denials too. */
export const FIXED_FIELDS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * Refuses what no page of this console sent. Another name in Host is a foreign site that points at this machine (DNS
 * rebinding); a foreign Origin or Sec-Fetch-Site is a foreign page. A person may follow a foreign link to a page, which
 * says nothing by itself.
 * @throws ConsoleRefusal
 */
export function assertOwnBrowser(method: string, fields: IncomingHttpHeaders, port: number): void {
  const hosts = CONSOLE_NAMES.map((name) => `${name}:${port}`);
  const { host, origin } = fields;
  if (host === undefined || !hosts.includes(host)) throw new ConsoleRefusal('wrong-host');
  const isReading = method === 'GET' || method === 'HEAD';
  // A browser sends Origin with each POST: one without comes from elsewhere.
  if (origin === undefined ? !isReading : origin !== `http://${host}`) throw new ConsoleRefusal('wrong-origin');
  const site = fields['sec-fetch-site'];
  const isVisit = isReading && fields['sec-fetch-mode'] === 'navigate' && fields['sec-fetch-dest'] === 'document';
  if (site !== undefined && site !== 'same-origin' && !(isReading && site === 'none') && !isVisit)
    throw new ConsoleRefusal('wrong-origin');
}
