import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIncident } from '@candor/core/incident';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findServices, type RunningServices } from '../../../../tools/services/running.ts';
import { randomName } from '../../../src/adapters/keys/random.ts';
import { readResolverAddress } from '../../../src/adapters/net/dns.ts';
import { Prober } from '../../../src/adapters/net/prober.ts';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import type { Disclosure } from '../../../src/notice/disclosure.ts';
import { runGate } from '../../../src/notice/gate/run-gate.ts';
import { makeTemporaryFolder } from '../../temporary-folder.ts';

const found = await findServices(['relay', 'recipients', 'checker', 'imap', 'resolver']);
const services = found as RunningServices;
const AT = 1_003_000_000;

let folder = '';
let prober: Prober;

beforeEach((context) => {
  if (typeof found === 'string') context.skip(found);
  folder = makeTemporaryFolder();
  const resolver = readResolverAddress(services.resolver);
  prober = new Prober({ resolvers: resolver === null ? [] : [resolver], loopback: null });
});

afterEach(() => {
  prober?.close();
  if (folder !== '') rmSync(folder, { recursive: true });
});

/** Settings of an organization at one of the domains of the test zones. */
function toDisclosure(domain: string, more = '', dkim = ''): Disclosure {
  writeFileSync(join(folder, 'password'), services.mailboxes.password, { mode: 0o600 });
  const text = `
incident: gate-test
organization: { name: Harbor Energy, domains: [${[...new Set([domain, 'good.test'])].join(', ')}] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [ { custodian: allen-p, address: phillip.allen@${domain}, evidence: mail } ]
access: []
notice:
  page: ${domain}/notice
  from: { name: Harbor Energy Incident Team, address: notice@${domain} }
  reply: answers@${domain}
  bounce: bounce@${domain}
  telephone: the number on our web site
  relay: { host: 127.0.0.1, port: ${services.ports.relay}, tls: required, ca: ${services.certificate.certificate} }
  ${dkim === '' ? `dkim: { domain: ${domain}, selector: candor, key: ${services.dkim.key} }` : dkim}
  check: { address: gate@check.example, inbox: { imap: { host: 127.0.0.1, port: ${services.ports.imap}, tls: none, user: gate@check.example, passwordFile: password } } }
  resolvers: ["${services.resolver}"]
  ${more}
`;
  const { incident, refusals } = readIncident(text, 'incident.yaml');
  if (incident?.notice == null) throw new Error(refusals.join('\n'));
  return { incident, notice: incident.notice, folder };
}

function ask(disclosure: Disclosure, domain: string, reached: readonly string[] = []) {
  const mark = `gate${randomName()}${randomName()}`;
  const runtime = createNodeRuntime();
  const order = { disclosure, reached, fingerprint: 'aaaa-bbbb', former: [], domain, asker: prober, runtime, mark };
  return runGate({ ...order, at: Math.max(AT, Math.floor(Date.now() / 1000)), waitMs: 20_000 });
}

describe('a probe through a real relay to a real mailbox', () => {
  it('passes for a domain with all records, and shows the spam score', async () => {
    // What SpamAssassin itself says of a notice is asked at night: its rules change (spam-score.long.test.ts).
    const gate = await ask(toDisclosure('good.test', 'spam: { command: [echo, 1.5/5.0] }'), 'good.test');
    expect(gate.findings).toEqual([]);
    expect(gate).toMatchObject({
      isPassed: true,
      authentication: { spf: 'pass', dkim: 'pass', dmarc: 'pass', clientAddress: '127.0.0.1' },
      spam: { score: 1.5, threshold: 5 },
    });
  });

  it.each([
    ['no-spf.test', 'gate-spf-none', 'no-spf.test. IN TXT "v=spf1 ip4:127.0.0.1 -all"'],
    ['two-spf.test', 'gate-spf-several', 'two-spf.test. IN TXT "v=spf1 ip4:127.0.0.1 mx -all"'],
    ['other-spf.test', 'gate-spf-fails', 'other-spf.test. IN TXT "v=spf1 ip4:127.0.0.1 ip4:192.0.2.1 -all"'],
    ['no-dmarc.test', 'gate-dmarc-none', '_dmarc.no-dmarc.test. IN TXT "v=DMARC1; p=reject; adkim=s; aspf=s"'],
  ])('refuses %s with the record to publish', async (domain, code, record) => {
    const gate = await ask(toDisclosure(domain), domain);
    expect(gate.isPassed).toBe(false);
    expect(gate.findings.filter(({ weight }) => weight === 'refuses')).toMatchObject([{ code, record }]);
  });

  it('refuses an unpublished key with the whole record', async () => {
    const gate = await ask(toDisclosure('no-dkim.test'), 'no-dkim.test');
    const [finding] = gate.findings;
    expect(finding).toMatchObject({ code: 'gate-dkim-no-key', weight: 'refuses' });
    expect(finding?.record).toMatch(
      /^candor\._domainkey\.no-dkim\.test\. IN TXT "v=DKIM1; k=rsa; p=MII[^"]{234}" "[^"]+"$/,
    );
  });

  it('refuses a signature of another domain', async () => {
    const dkim = `dkim: { domain: good.test, selector: candor, key: ${services.dkim.key} }`;
    const gate = await ask(toDisclosure('no-dkim.test', '', dkim), 'no-dkim.test');
    expect(gate.findings.map(({ code }) => code)).toContain('gate-dkim-unaligned');
  });

  it('passes with a warning for a policy of none', async () => {
    const gate = await ask(toDisclosure('none-dmarc.test'), 'none-dmarc.test');
    expect(gate.isPassed).toBe(true);
    expect(gate.findings.map(({ code }) => code)).toEqual(['gate-dmarc-policy']);
  });

  it('refuses a mailbox that the intruder reached', async () => {
    const disclosure = toDisclosure('good.test');
    const [mailbox] = disclosure.incident.mailboxes;
    if (mailbox === undefined) throw new Error('the file has a mailbox');
    const incident = { ...disclosure.incident, mailboxes: [{ ...mailbox, address: 'notice@good.test' }] };
    const gate = await ask({ ...disclosure, incident }, 'good.test', ['allen-p']);
    expect(gate.findings.map(({ code }) => code)).toEqual(['gate-reached-mailbox']);
  });

  it('reports that the probe did not arrive', async () => {
    const disclosure = toDisclosure('good.test');
    const { check } = disclosure.notice;
    if (check === null) throw new Error('the file has a check mailbox');
    const notice = { ...disclosure.notice, check: { ...check, address: 'nobody-looks@check.example' } };
    const order = {
      disclosure: { ...disclosure, notice },
      reached: [],
      fingerprint: 'aaaa-bbbb',
      former: [],
      domain: 'good.test',
    };
    const gate = await runGate({
      ...{ ...order, asker: prober, runtime: createNodeRuntime(), at: AT, mark: `gate${randomName()}`, waitMs: 1_000 },
    });
    expect(gate).toMatchObject({ isPassed: false, authentication: null });
    expect(gate.findings.map(({ code }) => code)).toEqual(['gate-no-arrival']);
  });

  it("reports the relay's objection to the recipient", async () => {
    const disclosure = toDisclosure('good.test');
    const { check } = disclosure.notice;
    if (check === null) throw new Error('the file has a check mailbox');
    const notice = { ...disclosure.notice, check: { ...check, address: 'check@outside.localhost' } };
    const gate = await ask({ ...disclosure, notice }, 'good.test');
    expect(gate.findings.map(({ code }) => code)).toEqual(['gate-not-sent']);
    expect(gate.findings[0]?.text).toContain('554');
  });
});

describe('the test environment', () => {
  it('is all that the resolver knows', async () => {
    for (const name of ['debian.org', 'example.com', 'a.root-servers.net', 'org']) {
      expect(await prober.askDns(name, 'A')).toMatchObject({ is: 'fault', reason: 'refused' });
    }
  });

  it('is all that mail servers reach: every transport is loopback or an error', () => {
    for (const instance of ['relay', 'recipients']) {
      const settings = readFileSync(join(services.folder, instance, 'etc/main.cf'), 'utf8');
      expect(settings).toMatch(/^default_transport = error:/m);
      expect(settings).toMatch(/^relay_transport = error:/m);
      expect(settings).toMatch(/^smtp_bind_address = 127\.0\.0\.1$/m);
      expect(settings).toMatch(/^smtp_dns_support_level = disabled$/m);
      expect(settings).toMatch(/^inet_interfaces = 127\.0\.0\.1$/m);
    }
    expect(readFileSync(join(services.folder, 'relay/etc/domains'), 'utf8')).toMatch(
      /^(?:\/\S+\/ (?:discard:|smtp:\[127\.0\.0\.1\]:\d+)\n)+$/,
    );
    expect(readFileSync(join(services.folder, 'unbound.conf'), 'utf8')).toMatch(
      /^ {2}outgoing-interface: 127\.0\.0\.1$/m,
    );
  });

  it('has names that fail in every way, none of them as absence', async () => {
    expect(await prober.askDns('bogus.test', 'TXT')).toMatchObject({ is: 'fault', reason: 'server-failure' });
    expect(await prober.askDns('loop.test', 'TXT')).toMatchObject({ is: 'fault' });
    expect(await prober.askDns('silent.test', 'TXT')).toMatchObject({ is: 'fault' });
    expect(await prober.askDns('crowd.test', 'TXT')).toMatchObject({ is: 'records' });
    expect(await prober.askDns('unsigned.test', 'TXT')).toMatchObject({ is: 'records', authentic: false });
    expect(await prober.askDns('good.test', 'TXT')).toMatchObject({ is: 'records', authentic: true });
  });
});
