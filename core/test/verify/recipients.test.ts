import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRecipientMark, openRecipients, toRecipientAddress } from '@candor/core/notice/recipients';
import type { NoticeRecord } from '@candor/core/notice/wave';
import { checkNotice, type NoticeAnswer, type NoticeCheck, type SealedNotice } from '@candor/core/verify';
import { describe, expect, test } from 'vitest';
import { readSealedNotice, toSealedText } from '../../src/verify/sealed-notice.ts';
import { cryptography, type MadeNotice, madeNow, makeSite, runtime, type SiteFaults, tools } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const asSent = readFileSync(join(corpus, 'harmless/as-sent.eml'), 'latin1');
const code = Uint8Array.from({ length: 16 }, (_, at) => at);
const MARK = '25f077bc747e6a5b13dc2fd0f9196859d4e9b44215760400a812d38eaa7b6662';
const rosa = 'rosa.lima@letterbox.example';

describe('the mark of an address in a record', () => {
  test('is the published HMAC of its one spelling', async () => {
    const mark = await openRecipientMark(cryptography, runtime, code);
    // Computed with Python: hmac.new(hkdf(code, "candor notice v1 recipient"), address, "sha256").
    expect(mark('Rosa.Lima@LETTERBOX.example')).toBe(MARK);
    expect(mark(rosa)).toBe(MARK);
  });

  test('is another one under another code', async () => {
    const [one, other] = await Promise.all(
      [code, new Uint8Array(16)].map((each) => openRecipientMark(cryptography, runtime, each)),
    );
    expect(one?.(rosa)).not.toBe(other?.(rosa));
  });

  test.each([
    ['Kim@Bücher.example', 'kim@xn--bcher-kva.example'],
    [' <kim@northwind.example> ', 'kim@northwind.example'],
    ['k.i.m+x@northwind.example', 'k.i.m+x@northwind.example'],
  ])('of %j is that of %j', (written, normal) => expect(toRecipientAddress(written)).toBe(normal));

  test.each([
    '',
    'northwind.example',
    '@northwind.example',
    'kim@',
    'a b@northwind.example',
    `${'x'.repeat(1024)}@a.b`,
  ])('is not made of %j', (written) => expect(toRecipientAddress(written)).toBeNull());

  test('is looked for only in records that name recipients', async () => {
    const mark = await openRecipientMark(cryptography, runtime, code);
    const to = [mark(rosa) ?? ''];
    expect(openRecipients({} as NoticeRecord, mark)).toBeNull();
    const isRecipient = openRecipients({ to } as unknown as NoticeRecord, mark);
    expect([rosa, 'ROSA.LIMA@letterbox.example'].map((address) => isRecipient?.(address))).toEqual([true, true]);
    for (const other of ['rosalima@letterbox.example', 'rosa.lima+x@letterbox.example', 'letterbox.example', ''])
      expect(isRecipient?.(other), other).toBe(false);
    expect(openRecipients({ to: [] } as unknown as NoticeRecord, mark)?.('')).toBe(false);
  });
});

async function check(
  changes: Partial<MadeNotice>,
  { to = 'security@northwind.example', edit = (mail) => mail, faults = {}, ...asked }: Asked = {},
): Promise<NoticeAnswer> {
  const site = await makeSite({ ...notice, ...changes }, faults);
  const bytes = Buffer.from(edit(asSent.replace(/^To: .*$/m, `To: ${to}`)), 'latin1');
  return checkNotice(tools, {
    ...{ code: site.code, description: site.description, site: site.access },
    ...{ received: { kind: 'file', bytes }, fingerprints: [site.fingerprint] },
    ...{ isDomainGiven: true, domain: notice.domain, now: madeNow, ...asked },
  });
}

type Asked = Partial<NoticeCheck> & {
  readonly to?: string;
  readonly edit?: (mail: string) => string;
  readonly faults?: SiteFaults;
};

describe('a notice to an organization', () => {
  test('is genuine to each address of its record, also at another domain', async () => {
    const to = ['soc@msp.test', 'security@northwind.example'];
    for (const each of to) expect((await check({ to }, { to: each })).kind, each).toBe('genuine');
    expect(await check({ to }, { to: 'SOC@MSP.test', domain: 'soc@msp.test' })).toMatchObject({
      kind: 'genuine',
      notice: { issuedTo: { value: 'soc@msp.test' } },
    });
  });

  test.each([
    'desk@northwind.example',
    'security+x@northwind.example',
    'security@mail.northwind.example',
    'security@northwind.example, soc@northwind.example',
    'Security team: security@northwind.example;',
    'undisclosed-recipients:;',
  ])('is changed to %s', async (to) => {
    expect(await check({}, { to })).toMatchObject({
      kind: 'changed',
      changes: [{ place: 'header', nature: 'address' }],
    });
  });

  test('that went out as a letter names nobody, so that no mail of it is genuine', async () => {
    expect((await check({ to: [] })).kind).toBe('changed');
    expect((await check({ to: [] }, { received: null })).kind).toBe('issued');
  });
});

describe('a notice to a person', () => {
  const person = { person: rosa };

  test('comes by no list: another customer of the same provider has an address there too', async () => {
    const [eve, team] = ['eve@letterbox.example', 'Harbor Energy Incident Team'];
    const from = `"${team} via desk" <${eve}>`;
    for (const field of [`List-Post: <mailto:${eve}>`, 'List-Id: <eve.letterbox.example>', `Sender: ${eve}`]) {
      const edit = (mail: string) => mail.replace(/^From: .*(?:\r?\n[ \t].*)*/m, `From: ${from}\r\n${field}`);
      expect((await check(person, { to: rosa, domain: rosa, edit })).kind, field).toBe('changed');
    }
    const edit = (mail: string) => `Sender: ${eve}\r\n${mail}`;
    expect((await check(person, { to: rosa, domain: rosa, edit })).kind).toBe('changed');
  });

  test('is genuine for the address that it was sent to, which is named', async () => {
    expect(await check(person, { to: rosa, domain: 'Rosa.Lima@letterbox.example' })).toMatchObject({
      kind: 'genuine',
      notice: { issuedTo: { value: rosa }, proof: { counted: 'passed' } },
    });
  });

  test('asks for the address where only a domain is given', async () => {
    expect(await check(person, { to: rosa, domain: 'letterbox.example' })).toEqual({ kind: 'address-asked' });
  });

  test.each(['joao.pinto@letterbox.example', 'rosalima@letterbox.example', 'rosa.lima@letterbox.example.test'])(
    'is one to somebody else for %s, and nothing of it is shown',
    async (domain) => {
      for (const to of [rosa, domain])
        expect(await check(person, { to, domain })).toEqual({ kind: 'other-domain', asked: 'address' });
    },
  );

  test('is changed where the mail was sent to somebody else', async () => {
    expect((await check(person, { to: 'joao.pinto@letterbox.example', domain: rosa })).kind).toBe('changed');
  });

  test('has a record and a proof without the address in clear', async () => {
    let sealed: SealedNotice | null = null;
    const keep = (made: SealedNotice) => {
      sealed = made;
      return made;
    };
    await check(person, { to: rosa, domain: rosa, faults: { alter: keep } });
    expect(sealed).toMatchObject({ record: { v: 3, domains: [], to: [expect.stringMatching(/^[0-9a-f]{64}$/)] } });
    expect(JSON.stringify((sealed as SealedNotice | null)?.record)).not.toContain('letterbox');
  });

  test('proves nothing where another person is counted in its place', async () => {
    const countedParty = { exposure: 2, address: 'joao.pinto@letterbox.example' };
    expect((await check(person, { to: rosa, domain: rosa, faults: { countedParty } })).kind).toBe('unproved');
  });
});

describe('a record of an earlier version', () => {
  test.each([1, 2] as const)('(%i) is checked by its domains alone', async (recordVersion) => {
    const found = (asked: Asked = {}) => check({ recordVersion }, asked);
    for (const to of ['security@northwind.example', 'desk@mail.northwind.example'])
      expect((await found({ to })).kind, to).toBe('genuine');
    expect((await found({ to: 'soc@msp.test' })).kind).toBe('changed');
    expect(await found({ domain: 'soc@msp.test' })).toEqual({ kind: 'other-domain', asked: 'domain' });
  });

  test.each([1, 2] as const)('(%i) with a member of another version is another document', async (recordVersion) => {
    let text = '';
    await makeSite(
      { ...notice, recordVersion },
      {
        alter: (made) => {
          text = toSealedText(made);
          return made;
        },
      },
    );
    const json = JSON.parse(text) as { record: object };
    const read = (record: object) => readSealedNotice(Buffer.from(JSON.stringify({ ...json, record })));
    expect(read(json.record)?.record).toEqual(json.record);
    for (const other of [{ v: 3 }, { to: [] }, { v: 4 }, { v: 3 - recordVersion }])
      expect(read({ ...json.record, ...other })).toBeNull();
  });

  test.each([
    ['no list', 'x'],
    ['another digest', ['00']],
    ['more than any ladder has', Array.from({ length: 65 }, (_, at) => runtime.sha256Hex(String(at)))],
  ])('(3) is refused with %s of recipients', async (_, to) => {
    let text = '';
    await makeSite(notice, {
      alter: (made) => {
        text = toSealedText({ ...made, record: { ...made.record, to } as unknown as NoticeRecord });
        return made;
      },
    });
    expect(readSealedNotice(Buffer.from(text))).toBeNull();
  });
});
