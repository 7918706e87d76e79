import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, readInstant } from '@candor/core/base';
import { toBase64, toBase64Url } from '@candor/core/ledger';
import {
  findKeySetAt,
  fingerprintKeySet,
  type KeySet,
  readKeySet,
  toFormerKeysText,
  toKeySet,
} from '@candor/core/notice/operator';
import type { CountedParty } from '@candor/core/notice/wave';
import { checkNotice, type NoticeAnswer, type NoticeCheck } from '@candor/core/verify';
import { describe, expect, test } from 'vitest';
import {
  ines,
  logSigner,
  type MadeNotice,
  type MadeSite,
  madeNow,
  makeSigner,
  makeSite,
  miguel,
  printedRoot,
  runtime,
  type SiteFaults,
  tools,
} from './made-site.ts';

const corpus = join(import.meta.dirname, '../../../corpus/verification');
const notice = JSON.parse(readFileSync(join(corpus, 'notice.json'), 'utf8')) as MadeNotice;
const asSent = { kind: 'file', bytes: readFileSync(join(corpus, 'harmless/as-sent.eml')) } as const;
const stranger = makeSigner('Stranger', 9);

function check(site: MadeSite, changes: Partial<NoticeCheck> = {}): Promise<NoticeAnswer> {
  return checkNotice(tools, {
    isDomainGiven: true,
    code: site.code,
    domain: notice.domain,
    description: site.description,
    site: site.access,
    received: asSent,
    fingerprints: [site.fingerprint],
    now: madeNow,
    ...changes,
  });
}

test('the issued text from the right sender with every proof is genuine', async () => {
  const found = await check(await makeSite(notice));
  expect(found.kind).toBe('genuine');
  if (found.kind !== 'genuine') return;
  expect(found.notice.proof).toMatchObject({ approvals: 'passed', log: 'passed', text: 'passed' });
  expect(found.notice.proof.approvers?.value).toEqual([ines.name, miguel.name]);
  expect(found.issued?.text).toBe(notice.text);
});

test('returns the issued text only where approvals and log hold', async () => {
  const site = await makeSite(notice);
  const found = await check(site, { received: null });
  expect(found).toMatchObject({ kind: 'issued', issued: { subject: notice.subject, text: notice.text } });
  const other = { kind: 'pasted', text: 'Quite another letter of somebody, with more than six words.' } as const;
  expect(await check(site, { received: other })).toMatchObject({
    kind: 'not-the-notice',
    issued: { text: notice.text },
  });
  expect(await check(await makeSite(notice, { withoutInclusion: true }))).toMatchObject({
    kind: 'incomplete',
    issued: null,
  });
  for (const status of ['withdrawn', 'unproved'] as const) {
    const faulty = await makeSite(
      status === 'withdrawn'
        ? { ...notice, status: { state: 'withdrawn', at: madeNow, isMisdirected: false } }
        : notice,
      status === 'unproved' ? { approvers: [ines] } : {},
    );
    const answer = await check(faulty);
    expect(answer.kind).toBe(status);
    expect(JSON.stringify(answer)).not.toMatch(/\b(?:312|540)\b|password|stolen/);
  }
});

test("without the reader's domain the answer is incomplete", async () => {
  const found = await check(await makeSite(notice), { isDomainGiven: false });
  expect(found).toMatchObject({ kind: 'incomplete', missing: ['domain'] });
});

test('a notice for somebody else is reported only as that', async () => {
  const otherDomain = { kind: 'other-domain', asked: 'domain' };
  expect(await check(await makeSite(notice), { domain: 'fabrikam.example' })).toEqual(otherDomain);
  expect(await check(await makeSite(notice), { domain: 'example' })).toEqual(otherDomain);
  expect(await check(await makeSite(notice), { domain: 'evilnorthwind.example' })).toEqual(otherDomain);
});

test.each(['northwind.example', ' Northwind.Example. ', 'security@northwind.example', 'mail.northwind.example'])(
  'accepts the domain typed as %j',
  async (domain) => {
    expect((await check(await makeSite(notice), { domain })).kind).toBe('genuine');
  },
);

const DAY_SECONDS = 86_400;

test('files of up to a week confirm a notice; older or undated ones do not', async () => {
  const site = await makeSite(notice);
  const asOf = { asOf: madeNow, isRecent: true };
  expect(await check(site, { now: madeNow + 7 * DAY_SECONDS })).toMatchObject({ kind: 'genuine', notice: asOf });
  const old = await check(site, { now: madeNow + 7 * DAY_SECONDS + 1 });
  expect(old).toMatchObject({ kind: 'incomplete', missing: ['recent'], notice: { asOf: madeNow, isRecent: false } });
  const undated = await check(await makeSite(notice, { built: null }));
  expect(undated).toMatchObject({ kind: 'incomplete', missing: ['recent'], notice: { asOf: null } });
  // Only the notice's own slot counts: what lies open beside it can be given any date.
  const dressedUp = await makeSite(notice, { built: madeNow - 30 * DAY_SECONDS });
  const description = { ...dressedUp.description, built: madeNow };
  expect(await check(dressedUp, { description })).toMatchObject({ kind: 'incomplete', missing: ['recent'] });
});

test('says that its recipient is one of the parties counted, or that this is not part of the notice', async () => {
  const isCounted = { proof: { counted: 'passed', countedAt: 2 } };
  expect(await check(await makeSite(notice))).toMatchObject({ kind: 'genuine', notice: isCounted });
  const notPart = { proof: { counted: 'missing', countedAt: null } };
  for (const faults of [{ withoutParties: true }, { partyPath: [] }] as const)
    expect(await check(await makeSite(notice, faults))).toMatchObject({ kind: 'genuine', notice: notPart });
  const uncounted = await makeSite(notice, { alter: (sealed) => ({ ...sealed, counted: null }) });
  expect(await check(uncounted)).toMatchObject({ kind: 'genuine', notice: notPart });
});

test('in an earlier record counts a person whose address is below the domain of the notice, and nobody at another domain', async () => {
  const of = async (address: string) =>
    check(await makeSite({ ...notice, recordVersion: 2 }, { countedParty: { exposure: 2, address } }));
  for (const address of [`al@${notice.domain}`, `al@mail.${notice.domain}`])
    expect(await of(address)).toMatchObject({ kind: 'genuine', notice: { proof: { counted: 'passed' } } });
  for (const address of ['al@fabrikam.example', `al@x${notice.domain}`])
    expect(await of(address)).toMatchObject({ kind: 'unproved', notice: { proof: { counted: 'failed' } } });
});

const counted = (changes: Partial<CountedParty & { domains: string[] }>, position = 654_321): SiteFaults => ({
  alter: (sealed) => ({
    ...sealed,
    counted:
      sealed.counted === null
        ? null
        : { ...sealed.counted, position, party: { exposure: 2, domains: [notice.domain], ...changes } },
  }),
});

const broken: readonly (readonly [why: string, faults: SiteFaults])[] = [
  ['only one person approved', { approvers: [ines] }],
  ['one person approved twice', { approvers: [ines, ines] }],
  ['one of the two is no operator', { approvers: [ines, stranger] }],
  ['nobody approved', { approvers: [] }],
  ['what was approved was a withdrawal', { matter: 'withdrawal' }],
  ['the path is that of another tree', { path: Array.from({ length: 16 }, () => new Uint8Array(32).fill(1)) }],
  ['the set of parties has another party at that place', { partyPath: [...Array(20)].map(() => new Uint8Array(32)) }],
  ['the party is counted at another place', counted({}, 7)],
  ['the party is counted at another version', counted({ exposure: 3 })],
  ["the party counted is not the notice's", counted({ domains: ['fabrikam.example'] })],
  ["the party counted has more than the notice's domains", counted({ domains: [notice.domain, 'msp.test'] })],
  ['the path is too short', { path: [new Uint8Array(32)] }],
  ['another key signed the log', { logSigner: { ...stranger, name: logSigner.name } }],
  ['another log was signed', { logSigner: { ...logSigner, name: 'harbor-energy.example/log' } }],
  ['keys.json is no key set', { publishedKeys: { v: 1 } }],
  ['the text is not the one of the record', { alter: (sealed) => ({ ...sealed, text: `${sealed.text}.` }) }],
  [
    'the record is not the one that was approved',
    { alter: (sealed) => ({ ...sealed, record: { ...sealed.record, domains: [notice.domain, 'fabrikam.example'] } }) },
  ],
  [
    'the entry is not the one in the log',
    { alter: (sealed) => ({ ...sealed, entry: { ...sealed.entry, position: 11 } }) },
  ],
  [
    'the salt of the entry is another',
    { alter: (sealed) => ({ ...sealed, entry: { ...sealed.entry, salt: sealed.leaf.salt } }) },
  ],
  [
    'the manifest was changed behind the approvals',
    {
      alter: (sealed) => {
        const value = structuredClone(sealed.entry.value) as { body: { document: { wave: number } } };
        value.body.document.wave = 4;
        return { ...sealed, entry: { ...sealed.entry, value: value as unknown as Json } };
      },
    },
  ],
];

test.each(broken)('the site contradicts itself when %s', async (_, faults) => {
  const site = await makeSite(notice, faults);
  expect((await check(site)).kind).toBe('unproved');
  expect((await check(site, { received: null })).kind).toBe('unproved');
});

test('a key set with a threshold of three needs three', async () => {
  const site = await makeSite(notice);
  const keys = JSON.parse(Buffer.from(site.files.get('notice/keys.json') ?? '').toString()) as object;
  site.files.set('notice/keys.json', Buffer.from(JSON.stringify({ ...keys, quorum: 3 })));
  expect((await check(site, { fingerprints: 'by-reader' })).kind).toBe('unproved');
});

test('a key other than the confirmed one contradicts the site', async () => {
  const site = await makeSite(notice);
  const fingerprint = site.fingerprint.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
  expect((await check(site, { fingerprints: [fingerprint] })).kind).toBe('unproved');
});

describe('after a change of operators', () => {
  /** Lena came in for Miguel with entry `until`; the notice is entry 12. */
  async function changed(until: number, former?: (keySet: KeySet) => KeySet, signsFrom: number | null = null) {
    const site = await makeSite(notice);
    const before = readKeySet(site.files.get('notice/keys.json') ?? new Uint8Array(0));
    if (before === null) throw new Error('the made site has a key set');
    const now = toKeySet(before.log, [
      { name: ines.name, key: toBase64Url(ines.publicKey) },
      { name: 'Lena Sommer', key: toBase64Url(stranger.publicKey) },
    ]);
    const set = former?.(before) ?? before;
    site.files.set('notice/keys.json', Buffer.from(JSON.stringify(now)));
    site.files.set('notice/keys-before.json', Buffer.from(toFormerKeysText([{ keySet: set, until, signsFrom }])));
    return { site, before: site.fingerprint, now: fingerprintKeySet(runtime, now) };
  }

  test('a notice is proved by the key set in force at its approval', async () => {
    const { site, before, now } = await changed(13);
    const found = await check(site, { fingerprints: [now, before] });
    expect(found).toMatchObject({ kind: 'genuine', notice: { proof: { approvals: 'passed', fingerprint: before } } });
    expect((await check(site, { fingerprints: 'by-reader' })).kind).toBe('genuine');
  });

  test('when only the current key set is confirmed, the former one is named for the reader to confirm', async () => {
    const { site, now } = await changed(13);
    const found = await check(site, { fingerprints: [now] });
    expect(found).toMatchObject({ kind: 'incomplete', missing: ['former-key'], notice: { proof: { inForce: now } } });
    const stranger = '0000-0000-0000-0000-0000-0000-0000-0000';
    expect((await check(site, { fingerprints: [stranger] })).kind).toBe('unproved');
  });

  test('removed operators approve nothing after the change', async () => {
    const { site } = await changed(12);
    expect((await check(site, { fingerprints: 'by-reader' })).kind).toBe('unproved');
  });

  test('added operators approved nothing before it', async () => {
    const site = await makeSite(notice, { approvers: [ines, makeSigner('Lena Sommer', 9)] });
    const { site: changedSite } = await changed(13);
    for (const name of ['notice/keys.json', 'notice/keys-before.json'])
      site.files.set(name, changedSite.files.get(name) ?? new Uint8Array(0));
    expect((await check(site, { fingerprints: 'by-reader' })).kind).toBe('unproved');
  });

  test.each([
    ['a former version does not say when', null, 'genuine'],
    ['its first day is over', 12, 'genuine'],
    ['its first day is not over', 13, 'unproved'],
  ])('an added key counts, or not: %s', async (_, signsFrom, kind) => {
    const site = await makeSite(notice, { approvers: [ines, makeSigner('Lena Sommer', 9)] });
    const { site: changedSite } = await changed(11, undefined, signsFrom);
    for (const name of ['notice/keys.json', 'notice/keys-before.json'])
      site.files.set(name, changedSite.files.get(name) ?? new Uint8Array(0));
    expect((await check(site, { fingerprints: 'by-reader' })).kind).toBe(kind);
  });

  test('a key set of another log never decided in this one', async () => {
    const { site } = await changed(13, (keySet) => ({ ...keySet, log: keySet.log.replace('harbor', 'harbour') }));
    expect((await check(site, { fingerprints: 'by-reader' })).kind).toBe('unproved');
    // Its signatures fail as well, so what is asked here is whether it was looked at in the first place.
    const current = readKeySet(site.files.get('notice/keys.json') ?? new Uint8Array(0));
    if (current === null) throw new Error('the made site has a key set');
    const own: KeySet = { ...current, quorum: 1 };
    const other: KeySet = { ...own, log: own.log.replace('harbor', 'harbour') };
    expect(findKeySetAt(12, current, [{ keySet: own, until: 13, signsFrom: null }])).toBe(own);
    expect(findKeySetAt(12, current, [{ keySet: other, until: 13, signsFrom: null }])).toBe(current);
  });

  test.each(['', '{}', '{"v":1,"former":[{"until":13}]}', '{"v":2,"former":[]}'])(
    '%j is not a list of key sets',
    async (text) => {
      const { site } = await changed(13);
      site.files.set('notice/keys-before.json', Buffer.from(text));
      expect((await check(site, { fingerprints: 'by-reader' })).kind).toBe('unproved');
    },
  );
});

describe('the checkpoint printed in a notice', () => {
  const otherRoot = toBase64(new Uint8Array(32).fill(9));
  const printing = (root: string): MadeNotice => ({
    ...notice,
    text: `${notice.text}\n  - Our public log had 8 entries when this was written; its root:\n    ${root}\n`,
  });
  const look = async (text: MadeNotice, faults: SiteFaults = {}) =>
    check(await makeSite(text, faults), { received: null });

  test('is continued by the published log', async () => {
    expect(await look(printing(printedRoot))).toMatchObject({ kind: 'issued', notice: { proof: { log: 'passed' } } });
  });

  test('otherwise the log was forked or rewritten', async () => {
    const forked: SiteFaults = { alter: (sealed) => ({ ...sealed, printed: { size: 8, root: otherRoot } }) };
    expect(await look(printing(otherRoot), forked)).toMatchObject({
      kind: 'unproved',
      notice: { proof: { approvals: 'passed', log: 'failed' } },
    });
  });

  test('is the one in the text, whatever the site says', async () => {
    expect((await look(printing(otherRoot))).kind).toBe('unproved');
    const other: SiteFaults = { alter: (sealed) => ({ ...sealed, printed: { size: 7, root: printedRoot } }) };
    expect((await look(printing(printedRoot), other)).kind).toBe('unproved');
    const another: SiteFaults = { alter: (sealed) => ({ ...sealed, printed: { size: 8, root: otherRoot } }) };
    expect((await look(printing(printedRoot), another)).kind).toBe('unproved');
  });

  test.each([
    ['it is told', { withoutConsistency: true }],
    [
      'the files are as new as the notice',
      { alter: (sealed) => ({ ...sealed, printed: { size: 21, root: printedRoot } }) },
    ],
  ] as readonly (readonly [string, SiteFaults])[])('cannot be compared before %s', async (_, faults) => {
    expect(await look(printing(printedRoot), faults)).toMatchObject({ notice: { proof: { log: 'missing' } } });
  });
});

test('without a confirmed key nothing is genuine', async () => {
  expect(await check(await makeSite(notice), { fingerprints: null })).toMatchObject({
    kind: 'incomplete',
    missing: ['key'],
  });
});

test.each([
  ['the proof of inclusion', { withoutInclusion: true }, [], ['log']],
  ['the path in the wave', { withoutPath: true }, [], ['approvals']],
  ['the checkpoint', {}, ['log/checkpoint'], ['log']],
  ['the key set', {}, ['notice/keys.json'], ['approvals', 'log']],
  ['the checkpoint of this build', { alter: (sealed) => ({ ...sealed, size: 21 }) }, [], ['log']],
] as readonly (readonly [string, SiteFaults, readonly string[], readonly string[]])[])(
  'without %s a notice is incomplete, not genuine',
  async (_, faults, gone, missing) => {
    const site = await makeSite(notice, faults);
    for (const path of gone) site.files.delete(path);
    expect(await check(site)).toMatchObject({ kind: 'incomplete', missing });
  },
);

test('a missing or truncated answer file says nothing about a code', async () => {
  const site = await makeSite(notice);
  await expect(check(site, { site: async () => null })).rejects.toThrow('answer file');
  const cut = async (path: string) => (await site.access(path))?.subarray(1) ?? null;
  await expect(check(site, { site: cut })).rejects.toThrow('answer file');
});

test('any other byte in the slot opens nothing', async () => {
  const site = await makeSite(notice);
  const [path = '', bucket = new Uint8Array()] = [...site.files].find(([name]) => name.startsWith('notice/n/')) ?? [];
  for (let at = site.description.shape.slotBytes; at < bucket.length; at += 97) {
    const altered = bucket.slice();
    altered[at] = (altered[at] ?? 0) ^ 1;
    const access = async (asked: string) => (asked === path ? altered : site.access(asked));
    expect((await check(site, { site: access, received: null })).kind).toBe('unknown');
  }
});

test('a withdrawn notice is withdrawn, whatever was received', async () => {
  const at = readInstant('2001-10-25T08:00:00Z') ?? 0;
  const site = await makeSite({ ...notice, status: { state: 'withdrawn', at, isMisdirected: true } });
  for (const received of [null, asSent, { kind: 'pasted', text: 'something else' } as const])
    expect(await check(site, { received })).toMatchObject({ kind: 'withdrawn', isMisdirected: true });
});

test('gives the reason when it cannot read the input', async () => {
  const site = await makeSite(notice);
  const outlook = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]);
  const why = async (bytes: Uint8Array) => await check(site, { received: { kind: 'file', bytes } });
  expect(await why(new Uint8Array())).toMatchObject({ kind: 'unreadable', why: 'empty' });
  expect(await why(outlook)).toMatchObject({ kind: 'unreadable', why: 'damaged-outlook' });
  expect(await why(new Uint8Array(5_000_000))).toMatchObject({ kind: 'unreadable', why: 'too-large' });
  expect(await why(Buffer.from('From: a@harbor.example\nContent-Type: image/png\n\nx'))).toMatchObject({
    kind: 'unreadable',
    why: 'no-text',
  });
  const words = (sign: string) => Buffer.from(`one two three four five${sign}six seven`);
  for (const sign of ['\0', '\x08', '\x0e', '\x1f', '\x7f', '\u0085'])
    expect(await why(words(sign)), JSON.stringify(sign)).toMatchObject({ kind: 'unreadable', why: 'no-text' });
  for (const sign of ['\t', '\n', '\v', '\f', '\r', ' ', '\u00a0'])
    expect(await why(words(sign)), JSON.stringify(sign)).not.toMatchObject({ kind: 'unreadable' });
});
