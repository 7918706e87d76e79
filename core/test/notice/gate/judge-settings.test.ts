import {
  composeProbe,
  judgeKeyRecord,
  judgeLinks,
  judgeMailboxes,
  judgePassage,
  readReceived,
  toTextRecord,
} from '@candor/core/notice/gate';
import { describe, expect, it } from 'vitest';

const notice = {
  from: { name: 'Incident Team', address: 'notice@harbor.example' },
  reply: 'answers@harbor.example',
  bounce: 'bounce@harbor.example',
};

function incidentWith(mailboxes: Readonly<Record<string, string>>, reach: readonly string[]) {
  return {
    mailboxes: Object.entries(mailboxes).map(([custodian, address]) => ({
      custodian,
      address,
      evidence: custodian,
      guids: [],
      names: [],
      kind: 'user' as const,
      folders: null,
      addresses: [],
      delegates: [],
      audited: false,
      acquired: null,
    })),
    intruder: {
      sessions: [],
      tokens: [],
      applications: [],
      addresses: [],
      reach: reach.map((mailbox) => ({ mailbox, by: 'credentials' as const, from: null, to: null })),
    },
  };
}

describe('mailboxes used by the notice', () => {
  const boxes = { adler: 'answers@harbor.example', brandt: 'jonas@harbor.example' };
  const codes = (...args: Parameters<typeof judgeMailboxes>) => judgeMailboxes(...args).map(({ code }) => code);

  it('may be mailboxes that the intruder did not reach', () => {
    expect(codes(incidentWith(boxes, ['brandt']), notice, ['brandt'])).toEqual([]);
  });

  it('are refused with a record of the intruder', () => {
    expect(codes(incidentWith(boxes, []), notice, ['adler'])).toEqual(['gate-reached-mailbox']);
  });

  it('are refused when the incident file says that the intruder could open them', () => {
    expect(codes(incidentWith(boxes, ['adler']), notice, [])).toEqual(['gate-reached-mailbox']);
    expect(codes(incidentWith(boxes, ['all']), notice, [])).toEqual(['gate-reached-mailbox']);
  });

  it.each(['NOTICE@Harbor.Example', 'notice+team@harbor.example'])('knows %s for the sender', (address) => {
    const found = judgeMailboxes(incidentWith({ adler: address }, ['adler']), notice, []);
    expect(found.map(({ code }) => code)).toEqual(['gate-reached-mailbox']);
    expect(found[0]?.text).toContain('notice.from');
  });

  it('refuses each of the three on its own', () => {
    const all = { a: 'notice@harbor.example', b: 'answers@harbor.example', c: 'bounce@harbor.example' };
    expect(codes(incidentWith(all, []), notice, ['a', 'b', 'c'])).toHaveLength(3);
  });

  it('warns when every mailbox may have been reached and these are not in the file', () => {
    const found = judgeMailboxes(incidentWith({ brandt: 'jonas@harbor.example' }, ['all']), notice, []);
    expect(found.map(({ code, weight }) => [code, weight])).toEqual([['gate-wide-reach', 'warns']]);
  });
});

describe('the DNS record with the key fingerprints', () => {
  const expected = { domain: 'harbor.example', fingerprint: 'aaaa-bbbb', former: [], origin: 'harbor.example/log' };
  const right = 'v=candor1; key=aaaa-bbbb; log=harbor.example/log';
  const line = `_candor.harbor.example. IN TXT "${right}"`;
  const texts = (...records: readonly string[]) => ({ is: 'texts' as const, texts: records, authentic: true });

  it('is accepted as specified', () => {
    expect(judgeKeyRecord(texts(right), expected)).toEqual([]);
  });

  it('may stand beside records of previous key sets, but no others', () => {
    const before = right.replace('aaaa', 'cccc');
    expect(judgeKeyRecord(texts(before, right), { ...expected, former: ['cccc-bbbb'] })).toEqual([]);
    for (const published of [texts(before), texts(before, right, right.replace('aaaa', 'dddd')), texts(right, right)])
      expect(judgeKeyRecord(published, { ...expected, former: ['cccc-bbbb'] })).toHaveLength(1);
  });

  it.each([
    ['none', { is: 'none' as const }],
    ['something else there', texts('hello')],
    ['another key', texts(right.replace('aaaa', 'cccc'))],
    ['another log', texts(right.replace('example/log', 'example/log2'))],
    ['two', texts(right, right.replace('aaaa', 'cccc'))],
    ['another version', texts(right.replace('candor1', 'candor12'))],
  ])('is refused with the record to publish: %s', (_, published) => {
    expect(judgeKeyRecord(published, expected).map(({ code, record }) => [code, record])).toEqual([
      ['gate-key-record', line],
    ]);
  });

  it('a lookup fault never counts as "none"', () => {
    const found = judgeKeyRecord({ is: 'fault', text: 'SERVFAIL' }, expected);
    expect(found.map(({ code, record }) => [code, record])).toEqual([['gate-dns-fault', null]]);
  });

  it('warns about an unsigned zone', () => {
    const found = judgeKeyRecord({ ...texts(right), authentic: false }, expected);
    expect(found.map(({ code, weight }) => [code, weight])).toEqual([['gate-unsigned-zone', 'warns']]);
  });

  it('splits a long record into strings and escapes quotes and backslashes', () => {
    expect(toTextRecord('a.example', 'x'.repeat(300))).toBe(
      `a.example. IN TXT "${'x'.repeat(255)}" "${'x'.repeat(45)}"`,
    );
    expect(toTextRecord('a.example', 'a"b\\c')).toBe('a.example. IN TXT "a\\"b\\\\c"');
  });
});

describe('changes by the relay', () => {
  const sent = {
    from: 'notice@harbor.example',
    envelopeSender: 'bounce+m@harbor.example',
    text: 'One\r\n\r\ntwo\r\n',
    html: '<p>One</p>',
  };
  const codes = (change: Partial<Omit<typeof sent, 'envelopeSender'>> & { envelopeSender?: string | null }) =>
    judgePassage({ sent, received: { ...sent, ...change } }).map(({ code }) => code);

  it('may affect line endings and spaces', () => {
    expect(codes({ text: 'One\n\n two\n\n' })).toEqual([]);
  });

  it.each([
    ['a footer', { text: 'One\r\n\r\ntwo\r\n\r\nThis message is confidential.' }, 'gate-text-changed'],
    ['a banner in HTML alone', { html: '<p>EXTERNAL</p><p>One</p>' }, 'gate-text-changed'],
    ['no text part any more', { text: '' }, 'gate-text-changed'],
    ['another sender', { from: 'relay@mailer.example' }, 'gate-from-changed'],
    [
      'another envelope sender',
      { envelopeSender: 'SRS0=x=harbor.example=bounce@mailer.example' },
      'gate-sender-changed',
    ],
  ])('refuses %s', (_, change, code) => {
    expect(codes(change)).toEqual([code]);
  });

  it('do not require the mailbox to report the envelope sender', () => {
    expect(codes({ envelopeSender: null })).toEqual([]);
  });
});

describe('link targets', () => {
  it("stay at the organization's domains", () => {
    expect(judgeLinks('type harbor.example/notice or see https://www.harbor.example/x', ['harbor.example'])).toEqual(
      [],
    );
  });

  it.each([
    'see https://notices.mailer.example/x',
    'harbor.example.evil.example',
    'https://harbor.example@evil.example/',
    'write to team@mailer.example',
    'evilharbor.example',
  ])('refuses %j', (text) => {
    expect(judgeLinks(text, ['harbor.example']).map(({ code }) => code)).toEqual(['gate-foreign-link']);
  });
});

describe('the probe', () => {
  const probe = composeProbe({
    organization: 'Harbor & <Energy>',
    page: 'harbor.example/notice',
    domain: 'harbor.example',
    fingerprint: 'aaaa-bbbb',
    telephone: 'the number on our web site',
    mark: 'gate0123',
  });

  it('has the hosts of notices and links nowhere else', () => {
    expect(probe.text).toContain('harbor.example/notice');
    expect(probe.text).toContain('dig TXT _candor.harbor.example shows key=aaaa-bbbb');
    expect(judgeLinks(`${probe.text}${probe.html}`, ['harbor.example'])).toEqual([]);
  });

  it('mentions no incident', () => {
    expect(`${probe.subject} ${probe.text}`).not.toMatch(/incident|stolen|intruder|breach|notice of/i);
  });

  it('escapes foreign text in HTML', () => {
    expect(probe.html).toContain('Harbor &amp; &lt;Energy&gt;');
  });

  it('is read back from the bytes of a mail', async () => {
    const mail =
      'Return-Path: <bounce+m@harbor.example>\r\nFrom: Team <notice@harbor.example>\r\nContent-Type: text/plain\r\n\r\nOne\r\n';
    expect(await readReceived(Buffer.from(mail))).toMatchObject({
      from: 'notice@harbor.example',
      envelopeSender: 'bounce+m@harbor.example',
    });
    expect((await readReceived(Buffer.from('no mail')))?.from).toBe('');
  });
});
