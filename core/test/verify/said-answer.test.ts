import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNotice, claimGenuine, claimRewritten, findIssuedTo } from '@candor/core/verify';
import { describe, expect, test } from 'vitest';
import { type MadeNotice, madeNow, makeSite, tools } from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const bytes = readFileSync(join(corpus, 'harmless/as-sent.eml'));

async function answer(received: Uint8Array, domain = notice.domain) {
  const site = await makeSite(notice);
  return checkNotice(tools, {
    ...{ code: site.code, domain, description: site.description, site: site.access },
    ...{ received: { kind: 'file', bytes: received }, fingerprints: [site.fingerprint] },
    ...{ isDomainGiven: true, now: madeNow },
  });
}

describe('issued to', () => {
  const domains = ['northwind.example', 'xn--bcher-kva.example'];
  const toOrganization = { domains, isRecipient: (address: string) => address === 'soc@msp.test' };
  const toPerson = { domains: [], isRecipient: (address: string) => address === 'rosa.lima@letterbox.example' };
  test.each([{ domains, isRecipient: null }, toOrganization])(
    'is the domain of the record, whatever was typed',
    (record) => {
      for (const typed of ['northwind.example', ' Mail.Northwind.example. ', 'kim@eu.northwind.example'])
        expect(findIssuedTo(record, typed)).toEqual({ value: 'northwind.example' });
      expect(findIssuedTo(record, 'bücher.example')).toEqual({ value: 'xn--bcher-kva.example' });
    },
  );
  test('is an address that the record names, at whatever domain', () => {
    expect(findIssuedTo(toOrganization, ' SOC@msp.test ')).toEqual({ value: 'soc@msp.test' });
    expect(findIssuedTo(toOrganization, 'kim@msp.test')).toBeNull();
    expect(findIssuedTo(toOrganization, 'msp.test')).toBeNull();
  });
  test.each(['rosa.lima@letterbox.example', 'Rosa.Lima@Letterbox.Example', '<rosa.lima@letterbox.example>'])(
    'of a person is the address, typed as %j',
    (typed) => expect(findIssuedTo(toPerson, typed)).toEqual({ value: 'rosa.lima@letterbox.example' }),
  );
  test.each([
    'joao.pinto@letterbox.example',
    'rosalima@letterbox.example',
    'rosa.lima+news@letterbox.example',
    'rosa.lima@mail.letterbox.example',
    'Rosa Lima <rosa.lima@letterbox.example>',
    '@letterbox.example',
  ])('of a person is not said of %j', (typed) => expect(findIssuedTo(toPerson, typed)).toBeNull());
  test('of a person asks for the address where a domain was typed', () => {
    for (const typed of ['letterbox.example', '']) expect(findIssuedTo(toPerson, typed)).toBe('address-asked');
  });
  test.each(['', 'example', 'otherwind.example', 'evilnorthwind.example', 'northwind.example.test'])(
    'is not said of %j',
    (typed) => expect(findIssuedTo({ domains, isRecipient: null }, typed)).toBeNull(),
  );
  test('an answer names it, not what was typed', async () => {
    const found = await answer(bytes, `someone@mail.${notice.domain}`);
    expect(found).toMatchObject({ kind: 'genuine', notice: { issuedTo: { value: notice.domain } } });
  });
});

describe('genuine', () => {
  const passed = { approvals: 'passed', log: 'passed', text: 'passed', counted: 'missing' } as const;
  const proof = { ...passed, approvers: null, checkpoint: null, fingerprint: null, inForce: null, countedAt: null };
  const issued = {
    subject: '',
    text: '',
    language: 'en',
    digest: 'd1',
    lineCount: 1,
    addresses: null,
    found: null,
  } as const;
  const notice = { proof, isRecent: true, supersededAt: null };
  const holds = { standing: 'issued', notice, issued, missing: [] } as const;
  test('is said of the issued text where every part and proof holds', () => {
    expect(claimGenuine(holds)?.value).toBe('d1');
  });
  test.each([
    ['a part that was rewritten', { standing: 'rewritten' }],
    ['added words', { standing: 'added' }],
    ['a text that was not compared', { issued: null }],
    ['a proof that is missing', { missing: ['key'] }],
    ['an older site', { notice: { ...notice, isRecent: false } }],
    ['a notice that was replaced', { notice: { ...notice, supersededAt: madeNow } }],
    ['approvals that do not hold', { notice: { ...notice, proof: { ...proof, approvals: 'failed' } } }],
    ['a log that does not hold', { notice: { ...notice, proof: { ...proof, log: 'missing' } } }],
    ['a text that nobody approved', { notice: { ...notice, proof: { ...proof, text: 'failed' } } }],
  ] as const)('is not said of %s', (_, change) => {
    expect(claimGenuine({ ...holds, ...change })).toBeNull();
  });
});

describe('rewritten', () => {
  test('names the worst part that is not as issued', () => {
    const header = { kind: 'unknown-field', field: 'x: y' } as const;
    expect(claimRewritten('rewritten', [header, { kind: 'through-list' }])?.value).toBe('header');
    expect(claimRewritten('rewritten', [header, { kind: 'html-missing' }])?.value).toBe('form');
    expect(claimRewritten('rewritten', [{ kind: 'quoted' }, { kind: 'gateway-links' }])?.value).toBe('layout');
    expect(claimRewritten('rewritten', [header, { kind: 'own-list', list: 'a@b.example' }])?.value).toBe('list');
    // Where nothing says that links or layout were rewritten, that is not said.
    expect(claimRewritten('rewritten', [])?.value).toBe('form');
  });
  test('is said of no other message', () => {
    for (const standing of ['issued', 'added', 'words-alone', 'changed', 'inside'] as const)
      expect(claimRewritten(standing, [{ kind: 'html-rewritten' }])).toBeNull();
  });
  test('a field that a gateway added touches neither words nor links', async () => {
    const withField = (name: string) => Buffer.concat([Buffer.from(`${name}: added on the way\r\n`), bytes]);
    const found = await answer(withField('Strange'));
    expect(found).toMatchObject({ kind: 'rewritten', compared: { rewritten: { value: 'header' } } });
    const notes = [{ kind: 'passed-fields', fields: 'x-strange: added on the way' }];
    expect(await answer(withField('X-Strange'))).toMatchObject({ kind: 'genuine', compared: { notes } });
    expect(await answer(bytes)).toMatchObject({ kind: 'genuine', compared: { rewritten: null } });
  });
});
