import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Runtime } from '@candor/core/base';
import {
  type GateFinding,
  judgeAuthentication,
  judgeKeyRecord,
  judgeLinks,
  judgeMailboxes,
  judgePassage,
  type ProbeObservation,
  readReceived,
  toGateRefusal,
  toGateWarning,
} from '@candor/core/notice/gate';
import { inspectPath } from '../../adapters/files/files.ts';
import { isOwnerOnly } from '../../adapters/files/owner-only.ts';
import { openDkimKey } from '../../adapters/keys/dkim-key.ts';
import { type SpamScore, scoreSpam } from '../../adapters/mail/spam-filter.ts';
import { isLoopback } from '../../adapters/net/public-address.ts';
import { toSmtpRelay } from '../delivery/smtp-relay.ts';
import type { Disclosure } from '../disclosure.ts';
import type { GateResult } from '../gate-result.ts';
import { observeProbe } from './observe-probe.ts';
import { type PassedProbe, passProbe } from './pass-probe.ts';
import { type DnsClient, lookUpTexts, requireResolvers } from './resolver.ts';

export interface GateOrder {
  readonly disclosure: Disclosure;
  readonly reached: readonly string[];
  readonly fingerprint: string;
  readonly former: readonly string[];
  readonly domain: string;
  readonly asker: DnsClient;
  readonly runtime: Runtime;
  readonly at: number;
  readonly mark: string;
  readonly waitMs: number;
}

/**
 * The gate before any notice: checks the incident file, DNS, and one probe through the real relay, judged by the
 * received bytes. Stores nothing.
 * @throws Refusal when required settings are missing.
 */
export async function runGate(order: GateOrder): Promise<GateResult> {
  const { disclosure, at } = order;
  const { notice, incident, folder } = disclosure;
  requireResolvers(notice);
  const key =
    notice.dkim === null
      ? null
      : openDkimKey(resolve(folder, notice.dkim.key), notice.dkim.domain, notice.dkim.selector);
  const findings: GateFinding[] = [
    ...judgeMailboxes(incident, notice, order.reached),
    ...judgeSecretFiles(disclosure),
    ...judgeLinks(listOwnTexts(disclosure).join('\n'), incident.organization.domains),
    ...(await judgeNames(order)),
  ];
  const relay = toSmtpRelay(disclosure);
  const probe = await passProbe({ ...order, relay, key }, order.runtime);
  const observed = await observe(order, probe, key);
  findings.push(...(await judgeArrival(probe, observed, notice.from.address)));
  if (probe.received !== null) {
    // Loaded here, because whoever only looks up names needs no check of notices.
    const { verifyProbe } = await import('./verify-probe.ts');
    findings.push(...(await verifyProbe(disclosure, probe, probe.received, order.runtime)));
  }
  const spam = await judgeSpam(notice.spam, probe.received, findings);
  return {
    at,
    isPassed: findings.every(({ weight }) => weight !== 'refuses'),
    findings,
    authentication: observed === null ? null : summarise(observed),
    spam,
    probe: {
      to: probe.sent.to,
      messageId: probe.sent.messageId,
      receivedSha256: probe.received === null ? null : createHash('sha256').update(probe.received).digest('hex'),
    },
  };
}

/** What the organization wrote itself and every notice says. */
function listOwnTexts({ notice }: Disclosure): readonly string[] {
  const { happened, measures, unknown } = notice;
  const texts = [happened, measures, unknown].flatMap((local) => Object.values(local ?? {}));
  return [notice.page, notice.telephone, ...texts];
}

async function judgeNames({
  disclosure,
  asker,
  domain,
  fingerprint,
  former,
}: GateOrder): Promise<readonly GateFinding[]> {
  const { notice, incident } = disclosure;
  const findings: GateFinding[] = [];
  if (incident.log !== null) {
    const published = await lookUpTexts(asker, `_candor.${domain}`);
    findings.push(...judgeKeyRecord(published, { domain, fingerprint, former, origin: incident.log.origin }));
  }
  const addresses = [...new Set([notice.reply, notice.bounce].map((address) => address.split('@').at(-1) ?? ''))];
  for (const host of addresses) findings.push(...(await judgeExchanger(asker, host)));
  return findings;
}

/** Whether mail to a domain finds a server: MX, or an address (RFC 5321, 5.1), and no "null MX" (RFC 7505). */
async function judgeExchanger(asker: DnsClient, domain: string): Promise<readonly GateFinding[]> {
  const mend = `answers and bounces to ${domain} would be lost; publish its MX record`;
  const exchangers = await asker.askDns(domain, 'MX');
  if (exchangers.is === 'records') {
    const isNull = exchangers.records.every(([, host = '']) => host === '' || host === '.');
    return isNull ? [toGateRefusal('gate-no-exchanger', `${domain} says that it takes no mail: ${mend}`)] : [];
  }
  const answers =
    exchangers.is === 'fault'
      ? [exchangers]
      : await Promise.all([asker.askDns(domain, 'A'), asker.askDns(domain, 'AAAA')]);
  if (answers.some((answer) => answer.is === 'records')) return [];
  const fault = answers.find((answer) => answer.is === 'fault');
  if (fault?.is === 'fault')
    return [
      toGateRefusal('gate-dns-fault', `where mail to ${domain} goes cannot be looked up: ${fault.text}; try again`),
    ];
  return [
    toGateRefusal('gate-no-exchanger', `${domain} has no mail server: ${mend}`, `${domain}. IN MX 10 mail.${domain}.`),
  ];
}

async function observe(
  { disclosure, asker }: GateOrder,
  { sent, received }: PassedProbe,
  key: Parameters<typeof observeProbe>[1]['key'],
): Promise<ProbeObservation | null> {
  if (received === null) return null;
  const { notice, incident } = disclosure;
  const arrived = await readReceived(received);
  const host = notice.relay?.host ?? '';
  return observeProbe(asker, {
    received,
    from: notice.from.address,
    envelopeSender: arrived?.envelopeSender ?? sent.envelopeSender,
    organizationDomains: incident.organization.domains,
    key,
    isLocal: isLoopback(host) || host === 'localhost',
  });
}

async function judgeArrival(
  { sent, received, obstacle }: PassedProbe,
  observed: ProbeObservation | null,
  from: string,
): Promise<readonly GateFinding[]> {
  if (received === null || observed === null) {
    return obstacle === null
      ? [
          toGateRefusal(
            'gate-no-arrival',
            `the relay accepted the probe, but it did not arrive at ${sent.to} in time; check its spam folder and the relay's queue, then try again`,
          ),
        ]
      : [toGateRefusal('gate-not-sent', `the probe did not get through: ${obstacle}`)];
  }
  const arrived = await readReceived(received);
  if (arrived === null) return [toGateRefusal('gate-text-changed', 'what arrived cannot be read as mail')];
  const passage = { sent: { ...sent, from }, received: arrived };
  return [...judgeAuthentication(observed), ...judgePassage(passage)];
}

async function judgeSpam(
  command: readonly string[] | null,
  received: Uint8Array | null,
  findings: GateFinding[],
): Promise<SpamScore | null> {
  if (command === null || received === null) return null;
  const spam = await scoreSpam(command, received);
  if (typeof spam === 'string') {
    findings.push(toGateWarning('gate-spam', `${spam}; no spam verdict`));
    return null;
  }
  if (spam.score >= spam.threshold)
    findings.push(
      toGateWarning(
        'gate-spam',
        `the spam filter gives ${spam.score} points and calls mail spam from ${spam.threshold} on; expect notices in spam folders`,
      ),
    );
  return spam;
}

function summarise({ spf, dkim, dmarc }: ProbeObservation): NonNullable<GateResult['authentication']> {
  const best = dkim.signatures.find(({ result }) => result === 'pass') ?? dkim.signatures[0];
  return {
    spf: spf.result,
    dkim: best?.result ?? 'none',
    dmarc: dmarc.result,
    clientAddress: spf.clientAddress,
  };
}

/**
 * Secrets of the organization's own mail servers that others on this machine may read. They are warned of and used:
 * another program may share them, and a notice must not wait for that.
 */
export function judgeSecretFiles({ notice, folder }: Pick<Disclosure, 'notice' | 'folder'>): readonly GateFinding[] {
  const { check, dkim, inbox, relay } = notice;
  const named: readonly (readonly [what: string, path: string | null | undefined])[] = [
    ['key', dkim?.key],
    ['password', relay?.passwordFile],
    ['password', inbox?.imap?.passwordFile],
    ['password', check?.inbox.imap?.passwordFile],
  ];
  const found = new Map<string, string>();
  for (const [what, path] of named) {
    const place = path == null ? null : resolve(folder, path);
    if (place !== null && inspectPath(place).is === 'file' && !isOwnerOnly(place)) found.set(place, what);
  }
  return [...found].map(([place, what]) =>
    toGateWarning(
      'gate-open-file',
      `${place}: accounts other than its owner may read this ${what}; \`chmod 600\` it, and use another one if anybody did`,
    ),
  );
}
