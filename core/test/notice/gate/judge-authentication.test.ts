import {
  type DkimSignatureObservation,
  judgeAuthentication,
  type LookedUpTexts,
  type ProbeObservation,
} from '@candor/core/notice/gate';
import { describe, expect, it } from 'vitest';

const KEY = `v=DKIM1; k=rsa; p=${'MIIB'.repeat(90)}`;
const KEY_RECORD = `candor._domainkey.harbor.example. IN TXT "${KEY.slice(0, 255)}" "${KEY.slice(255)}"`;

const texts = (...records: readonly string[]): LookedUpTexts => ({ is: 'texts', texts: records, authentic: true });
const none: LookedUpTexts = { is: 'none' };
const fault: LookedUpTexts = { is: 'fault', text: 'the resolver failed to answer (SERVFAIL)' };
const signature: DkimSignatureObservation = {
  domain: 'harbor.example',
  selector: 'candor',
  result: 'pass',
  isAligned: true,
  isBodyChanged: false,
  isPartial: false,
  isTesting: false,
};
const good: ProbeObservation = {
  fromDomain: 'harbor.example',
  spf: {
    domain: 'harbor.example',
    result: 'pass',
    isAligned: true,
    clientAddress: '192.0.2.7',
    published: texts('v=spf1 ip4:192.0.2.0/24 -all'),
  },
  dkim: {
    signatures: [signature],
    key: { domain: 'harbor.example', selector: 'candor', record: KEY },
    published: texts(KEY),
  },
  dmarc: { result: 'pass', policy: 'reject', published: texts('v=DMARC1; p=reject') },
};

interface Change {
  readonly spf?: Partial<ProbeObservation['spf']>;
  readonly dkim?: Partial<ProbeObservation['dkim']>;
  readonly dmarc?: Partial<ProbeObservation['dmarc']>;
}

function judge(change: Change) {
  return judgeAuthentication({
    fromDomain: 'harbor.example',
    spf: { ...good.spf, ...change.spf },
    dkim: { ...good.dkim, ...change.dkim },
    dmarc: { ...good.dmarc, ...change.dmarc },
  });
}

const signs = (change: Partial<DkimSignatureObservation>): Partial<ProbeObservation['dkim']> => ({
  signatures: [{ ...signature, ...change }],
});
const relaySigns = { key: null, published: null };

describe('what receivers see', () => {
  it('accepts a mail that passes and aligns', () => {
    expect(judge({})).toEqual([]);
  });

  it('ignores records of other kinds', () => {
    expect(judge({ spf: { published: texts('site-verification=1', 'v=spf1 -all', 'v=spf10 -all') } })).toEqual([]);
  });

  it.each<[string, Change, string, string | null]>([
    [
      'no SPF record',
      { spf: { result: 'none', published: none } },
      'gate-spf-none',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 -all"',
    ],
    [
      'no SPF record, sent by IPv6',
      { spf: { result: 'none', published: none, clientAddress: '2001:db8::7' } },
      'gate-spf-none',
      'harbor.example. IN TXT "v=spf1 ip6:2001:db8::7 -all"',
    ],
    [
      'text records, none of SPF',
      { spf: { result: 'none', published: texts('hello') } },
      'gate-spf-none',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 -all"',
    ],
    [
      'two SPF records',
      { spf: { result: 'permerror', published: texts('v=spf1 mx -all', 'v=spf1 mx include:_spf.relay.example ~all') } },
      'gate-spf-several',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 mx include:_spf.relay.example -all"',
    ],
    [
      'two SPF records, though a receiver says pass',
      { spf: { published: texts('v=spf1 mx -all', 'v=spf1 a -all') } },
      'gate-spf-several',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 a mx -all"',
    ],
    [
      'an SPF record without the relay',
      { spf: { result: 'fail', published: texts('v=spf1 mx -all') } },
      'gate-spf-fails',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 mx -all"',
    ],
    [
      'a redirect, which a record that ends in -all would not follow',
      { spf: { result: 'fail', published: texts('v=spf1 redirect=_spf.relay.example') } },
      'gate-spf-fails',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 include:_spf.relay.example -all"',
    ],
    [
      'a soft fail',
      { spf: { result: 'softfail', published: texts('v=spf1 mx ~all') } },
      'gate-spf-fails',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 mx -all"',
    ],
    [
      'a neutral record',
      { spf: { result: 'neutral', published: texts('v=spf1') } },
      'gate-spf-fails',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 -all"',
    ],
    [
      'a malformed SPF record',
      { spf: { result: 'permerror', published: texts('v=spf1 ipv4:1 -all') } },
      'gate-spf-invalid',
      'harbor.example. IN TXT "v=spf1 ip4:192.0.2.7 -all"',
    ],
    ['SPF that cannot be asked', { spf: { result: 'temperror', published: fault } }, 'gate-dns-fault', null],
    ['an include that cannot be asked', { spf: { result: 'temperror' } }, 'gate-dns-fault', null],
    [
      'an envelope sender elsewhere',
      { spf: { domain: 'mailer.example', isAligned: null } },
      'gate-spf-unaligned',
      null,
    ],
    [
      'an envelope sender below, where strict is wanted',
      { spf: { domain: 'mail.harbor.example', isAligned: false } },
      'gate-spf-unaligned',
      null,
    ],
    ['no signature, our key', { dkim: { signatures: [] } }, 'gate-dkim-none', KEY_RECORD],
    ['no signature, the relay should', { dkim: { ...relaySigns, signatures: [] } }, 'gate-dkim-none', null],
    [
      'an unpublished key',
      { dkim: { ...signs({ result: 'neutral' }), published: none } },
      'gate-dkim-no-key',
      KEY_RECORD,
    ],
    [
      'another key published',
      { dkim: { ...signs({ result: 'fail' }), published: texts('v=DKIM1; k=rsa; p=AAAA') } },
      'gate-dkim-other-key',
      KEY_RECORD,
    ],
    [
      'a revoked key',
      { dkim: { ...signs({ result: 'fail' }), published: texts('v=DKIM1; p=') } },
      'gate-dkim-other-key',
      KEY_RECORD,
    ],
    [
      'two keys at one name',
      { dkim: { ...signs({ result: 'fail' }), published: texts('v=DKIM1; p=AAAA', KEY) } },
      'gate-dkim-other-key',
      KEY_RECORD,
    ],
    [
      'a key that cannot be asked',
      { dkim: { ...signs({ result: 'temperror' }), published: fault } },
      'gate-dns-fault',
      null,
    ],
    [
      "the relay's key cannot be asked",
      { dkim: { ...relaySigns, ...signs({ result: 'temperror' }) } },
      'gate-dns-fault',
      null,
    ],
    [
      'a signature of somebody else',
      { dkim: signs({ domain: 'mailer.example', isAligned: false }) },
      'gate-dkim-unaligned',
      KEY_RECORD,
    ],
    [
      'a name that only looks alike',
      { dkim: { ...relaySigns, ...signs({ domain: 'evilharbor.example', isAligned: null }) } },
      'gate-dkim-unaligned',
      null,
    ],
    [
      'a signature of a domain below, where the DMARC record wants the very one',
      { dkim: { ...relaySigns, ...signs({ domain: 'mail.harbor.example', isAligned: false }) } },
      'gate-dkim-unaligned',
      null,
    ],
    ['a changed body', { dkim: signs({ result: 'neutral', isBodyChanged: true }) }, 'gate-dkim-fails', null],
    ['a signature that does not hold', { dkim: signs({ result: 'fail' }) }, 'gate-dkim-fails', KEY_RECORD],
    ['an unsigned end', { dkim: signs({ isPartial: true }) }, 'gate-dkim-partial', null],
    [
      'no DMARC record',
      { dmarc: { result: 'none', policy: null, published: none } },
      'gate-dmarc-none',
      '_dmarc.harbor.example. IN TXT "v=DMARC1; p=reject; adkim=s; aspf=s"',
    ],
    [
      'two DMARC records',
      {
        dmarc: {
          result: 'none',
          policy: null,
          published: texts('v=DMARC1; p=none; rua=mailto:d@harbor.example', 'v=DMARC1; p=reject'),
        },
      },
      'gate-dmarc-several',
      '_dmarc.harbor.example. IN TXT "v=DMARC1; p=reject; rua=mailto:d@harbor.example"',
    ],
    [
      'a policy that nobody knows',
      { dmarc: { result: 'permerror', policy: null, published: texts('v=DMARC1; p=rejekt; pct=50') } },
      'gate-dmarc-invalid',
      '_dmarc.harbor.example. IN TXT "v=DMARC1; p=reject; pct=50"',
    ],
    [
      'no policy',
      { dmarc: { result: 'none', policy: null, published: texts('v=DMARC1; rua=mailto:d@harbor.example') } },
      'gate-dmarc-invalid',
      '_dmarc.harbor.example. IN TXT "v=DMARC1; p=reject; rua=mailto:d@harbor.example"',
    ],
    ['DMARC that fails', { dmarc: { result: 'fail' } }, 'gate-dmarc-fails', null],
    ['DMARC that cannot be asked', { dmarc: { result: 'temperror', published: fault } }, 'gate-dns-fault', null],
  ])('refuses and names the record: %s', (_, change, code, record) => {
    const refusals = judge(change).filter(({ weight }) => weight === 'refuses');
    expect(refusals.map(({ code: found, record: line }) => [found, line])).toEqual([[code, record]]);
    expect(refusals[0]?.text).toMatch(/^\S.*[^.]$/);
  });

  it.each<[string, Change, string, string | null]>([
    [
      'everybody may send',
      { spf: { published: texts('v=spf1 mx +all') } },
      'gate-spf-open',
      'harbor.example. IN TXT "v=spf1 mx -all"',
    ],
    ['a key that is only tried', { dkim: signs({ isTesting: true }) }, 'gate-dkim-testing', null],
    [
      'a policy of none',
      { dmarc: { policy: 'none', published: texts('v=DMARC1; p=none; rua=mailto:d@harbor.example') } },
      'gate-dmarc-policy',
      '_dmarc.harbor.example. IN TXT "v=DMARC1; p=reject; rua=mailto:d@harbor.example"',
    ],
  ])('passes with a warning: %s', (_, change, code, record) => {
    expect(judge(change).map(({ code: found, weight, record: line }) => [found, weight, line])).toEqual([
      [code, 'warns', record],
    ]);
  });

  it('accepts one valid signature among others', () => {
    const foreign = { ...signature, domain: 'mailer.example', isAligned: false };
    const broken = { ...signature, selector: 'old', result: 'fail' as const };
    expect(judge({ dkim: { signatures: [foreign, broken, signature] } })).toEqual([]);
  });

  it('does not take an unanswered question as a no', () => {
    const found = judge({
      spf: { published: fault },
      dkim: { signatures: [], published: fault },
      dmarc: { result: 'none', published: fault },
    });
    expect(new Set(found.map(({ code }) => code))).toEqual(new Set(['gate-dns-fault']));
  });
});
