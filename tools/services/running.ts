import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `npm run services` has started, as it wrote it down. Everything listens on 127.0.0.1. */
export interface RunningServices {
  /** Configurations, logs and mailboxes of every service. */
  readonly folder: string;
  readonly ports: Readonly<Record<ServiceName | 'imaps' | 'lmtp', number>>;
  /** Of the mail servers: the certificate is its own authority. */
  readonly certificate: { readonly certificate: string; readonly key: string };
  /** The key whose public half harbor.example publishes. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly key: string };
  /** `address:port` of the validating resolver. */
  readonly resolver: string;
  readonly knot: { readonly socket: string };
  readonly mailboxes: { readonly host: string; readonly password: string };
  readonly spam: { readonly command: readonly string[] };
}

export type ServiceName = 'resolver' | 'authority' | 'relay' | 'recipients' | 'checker' | 'imap' | 'spam';

/**
 * A copy of the project in which rules are taken out uses the services of the project itself
 * (tools/mutation/sandbox.ts).
 */
const PROJECT = process.env['CANDOR_SERVICES_OF'] ?? dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** As place.mjs has it. Not in node_modules: installing packages again must not hide what runs. */
const FACTS = join(
  '/var/cache',
  `candor-services-${createHash('sha256').update(PROJECT).digest('hex').slice(0, 8)}`,
  'services.json',
);
const STRING_BYTES = 255;

/** The running services, or the sentence why a test that needs these must be skipped. */
export async function findServices(needed: readonly ServiceName[]): Promise<RunningServices | string> {
  let services: RunningServices;
  try {
    services = JSON.parse(readFileSync(FACTS, 'utf8')) as RunningServices;
  } catch {
    return 'the mail and name servers are not running; `npm run services` starts them';
  }
  for (const name of needed) {
    if (!(await listens(services.ports[name])))
      return `the service ${name} is not running; \`npm run services\` starts it`;
  }
  return services;
}

/**
 * The folder in which the mail to an address of a test domain lies (`new` and `cur` in it); made by the first message.
 */
export function toMaildir(services: RunningServices, address: string): string {
  const [local = '', domain = ''] = address.split('@');
  return join(services.folder, 'mail', domain, local.split('+')[0] ?? '', 'Maildir');
}

/** Publishes text records at a name below a signed zone, in place of those that are there; none takes the name away. */
export function publishText(services: RunningServices, name: string, texts: readonly string[]): void {
  const zone = `${name.replace(/\.$/, '').split('.').at(-1)}.`;
  const control = (...args: readonly string[]): string =>
    execFileSync('knotc', ['-s', services.knot.socket, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
    });
  control('zone-begin', zone);
  try {
    try {
      control('zone-unset', zone, `${name}.`, 'TXT');
    } catch {
      // There was none.
    }
    for (const text of texts) control('zone-set', zone, `${name}.`, '0', 'TXT', toStrings(text));
    control('zone-commit', zone);
  } catch (cause) {
    control('zone-abort', zone);
    throw cause;
  }
}

function toStrings(text: string): string {
  const strings: string[] = [];
  for (let at = 0; at < text.length; at += STRING_BYTES) strings.push(`"${text.slice(at, at + STRING_BYTES)}"`);
  return strings.join(' ');
}

function listens(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
}
