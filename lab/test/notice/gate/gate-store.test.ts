import type { Reason } from '@candor/core/base';
import { readIncident } from '@candor/core/incident';
import { describe, expect, it } from 'vitest';
import type { Disclosure } from '../../../src/notice/disclosure.ts';
import { digestGateSettings, findGateObstacle, type GateResult } from '../../../src/notice/gate-result.ts';

const AT = 1_003_000_000;
const passed: GateResult = {
  at: AT,
  isPassed: true,
  findings: [],
  authentication: null,
  spam: null,
  probe: { to: 'check@check.example', messageId: '<x@harbor.example>', receivedSha256: null },
};
const judge = (change: Partial<GateResult>, digest = 'same', at = AT + 60) =>
  findGateObstacle({ result: { ...passed, ...change }, settingsDigest: digest }, 'same', at);

const toWords = (reason: Reason | null): string =>
  typeof reason === 'string' ? reason : (reason?.toText(String) ?? '');

describe('a passed gate', () => {
  it('permits notices for a day', () => {
    expect(judge({})).toBeNull();
    expect(judge({}, 'same', AT + 24 * 3600)).toBeNull();
  });

  it.each([
    ['none was ever run', findGateObstacle(null, 'same', AT), /no probe/],
    ['it refused', judge({ isPassed: false }), /did not pass/],
    ['a setting is another', judge({}, 'other'), /have changed since/],
    ['a day has gone', judge({}, 'same', AT + 24 * 3600 + 1), /more than a day/],
    ['the clock was put back', judge({}, 'same', AT - 24 * 3600 - 1), /more than a day/],
  ])('permits nothing when %s', (_, obstacle, words) => expect(toWords(obstacle)).toMatch(words));
});

describe('the digest of a probe', () => {
  const incident = readIncident(
    `incident: harbor
organization: { name: Harbor Energy, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-01T00:00:00Z }
mailboxes:
  - { custodian: allen-p, address: phillip.allen@harbor.example, evidence: mail }
notice:
  page: harbor.example/notice
  from: { name: Harbor Incident Team, address: notice@harbor.example }
  reply: answers@harbor.example
  bounce: bounce@harbor.example
  telephone: the number on our web site
  relay: { host: mx.harbor.example, port: 587 }
`,
    'incident.yaml',
  ).incident;
  if (incident?.notice == null) throw new Error('the incident file of this test is not valid');
  const settings: Disclosure = { incident, notice: incident.notice, folder: '/nowhere' };
  const { notice } = settings;
  const { relay } = notice;
  const key = '0000-0000-0000-0000-0000-0000-0000-0000';
  const digest = digestGateSettings(settings, key);
  const change = (changes: Partial<Disclosure['notice']>) =>
    digestGateSettings({ ...settings, notice: { ...notice, ...changes } }, key);

  it('is the same wherever the incident file lies and whoever is notified of what', () => {
    expect(digestGateSettings({ ...settings, folder: '/elsewhere' }, key)).toBe(digest);
    expect(change({ nextUpdate: 1_003_000_000 })).toBe(digest);
  });

  it.each([
    ['another sender', change({ from: { ...notice.from, address: 'news@harbor.example' } })],
    ['another address for answers', change({ reply: 'news@harbor.example' })],
    ['another address for bounces', change({ bounce: 'news@harbor.example' })],
    ['another page', change({ page: 'harbor.example/other' })],
    ['another telephone', change({ telephone: '+49 30 5550100' })],
    ['no relay', change({ relay: null })],
    ['another relay', change({ relay: relay && { ...relay, host: 'mx2.harbor.example' } })],
    ['another port', change({ relay: relay && { ...relay, port: 25 } })],
    ['a relay without TLS', change({ relay: relay && { ...relay, tls: 'none' } })],
    ['a relay with another user', change({ relay: relay && { ...relay, user: 'notices' } })],
    ['a key that signs', change({ dkim: { domain: 'harbor.example', selector: 'candor', key: 'dkim.pem' } })],
    ['another check mailbox', change({ check: { address: 'x@check.example', inbox: { maildir: 'in', imap: null } } })],
    ['other resolvers', change({ resolvers: ['192.0.2.53:53'] })],
    ['other operators or another log', digestGateSettings(settings, key.replace('0', '1'))],
  ])('changes with %s', (_, other) => expect(other).not.toBe(digest));
});
