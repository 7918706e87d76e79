import { packIndex, readIndex } from '@candor/core/review/seal';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeGunzip, nodeGzip } from '../../src/adapters/files/deflate.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { MAILBOXES, SmallWorld, toScope, type WorldCopy } from './small-world.ts';

const PAIRS = process.env['CANDOR_LONG'] === '1' ? 1000 : 100;

const northwind = toScope(['northwind.example'], ['jo@northwind.example', 'ada@northwind.example']);
let world: SmallWorld;
beforeAll(async () => {
  world = await SmallWorld.open(makeTemporaryFolder());
});
afterAll(() => world.close());

const custodian = fc.constantFrom<keyof typeof MAILBOXES>('allen', 'dean', 'cook');
const verdict = fc.constantFrom('accessed', 'presumed', 'partial', 'possible', 'undetermined', 'no-evidence', 'absent');
const words = fc.constantFrom('Quay', 'Berth', 'Pressure', 'Invoice', 'Outage', 'privileged and confidential', '');
const reasons = fc.constantFrom('bind', 'sync-folder', 'gap-unlicensed', 'app-reach', 'coverage-incomplete');

interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly more: readonly string[];
  readonly subject: string;
  readonly number: number;
}

const toMail = ({ from, to, more, subject, number }: Letter): string =>
  [
    'Received: from mx.harbor.example by mail.harbor.example; Mon, 10 Sep 2001 14:05:00 +0000',
    `From: ${from}`,
    `To: ${to.join(', ')}`,
    ...more,
    `Subject: ${subject} ${number}`,
    `Date: Mon, 10 Sep 2001 14:05:0${number % 10} +0000`,
    `Message-ID: <${number}@harbor.example>`,
    '',
    `Text ${number}`,
    '',
  ].join('\r\n');

const copyOf = (letter: fc.Arbitrary<Letter>): fc.Arbitrary<WorldCopy> =>
  fc
    .record({ custodian, letter, verdict, bulk: fc.boolean(), intruderSent: fc.boolean(), code: reasons })
    .map(({ letter: written, code, ...rest }) => ({
      ...rest,
      mail: toMail(written),
      reasons: [{ code, records: [], gaps: [] }],
    }));

const ours = fc.constantFrom(...Object.values(MAILBOXES));
const theirs = fc.constantFrom('jo@northwind.example', 'ada@northwind.example');
const rivals = fc.constantFrom('sam@rival.example', 'lee@rival.example', 'jo@notnorthwind.example');

/** Letters of the party, some of them to others, too. */
const own = fc
  .record({ sent: fc.boolean(), us: ours, them: theirs, other: fc.option(rivals), subject: words, number: fc.nat(6) })
  .map(({ sent, us, them, other, subject, number }): Letter => {
    const others = other === null ? [] : [other];
    return { from: sent ? them : us, to: [sent ? us : them, ...others], more: [], subject, number };
  });
/** Letters between the organization and others: nothing in them is the party's. */
const foreign = fc
  .record({ us: ours, them: rivals, blind: fc.option(rivals), subject: words, number: fc.integer({ min: 7, max: 40 }) })
  .map(
    ({ us, them, blind, subject, number }): Letter => ({
      from: us,
      to: [them],
      more: blind === null ? [] : [`Bcc: ${blind}`],
      subject,
      number,
    }),
  );

describe(`${PAIRS} pairs`, () => {
  test("changes to others' messages never change what the party can get", {
    timeout: 600_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(copyOf(own), { minLength: 1, maxLength: 6 }),
        fc.array(copyOf(foreign), { maxLength: 6 }),
        fc.array(copyOf(foreign), { maxLength: 6 }),
        async (kept, before, after) => {
          const first = await world.view([...kept, ...before], northwind);
          const second = await world.view([...kept, ...after], northwind);
          expect(second).toEqual(first);
          for (const name of ['rival', 'notnorthwind'])
            if (!kept.some(({ mail }) => mail.includes(name))) expect(first.index).not.toContain(name);
        },
      ),
      { numRuns: PAIRS },
    );
  });

  test('including a blind recipient of a message that it has', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(copyOf(own), { minLength: 1, maxLength: 4 }), rivals, async (kept, blind) => {
        const hide = (mail: string) => mail.replace('\r\nSubject:', `\r\nBcc: ${blind}\r\nSubject:`);
        const hidden = kept.map((copy) => ({ ...copy, mail: hide(copy.mail) }));
        expect(await world.view(hidden, northwind)).toEqual(await world.view(kept, northwind));
      }),
      { numRuns: PAIRS },
    );
  });

  test('control: a message of its own changes what it gets', async () => {
    const copy = (number: number): WorldCopy => ({
      custodian: 'allen',
      verdict: 'accessed',
      mail: toMail({ from: 'jo@northwind.example', to: [MAILBOXES.allen], more: [], subject: 'Quay', number }),
    });
    const one = await world.view([copy(1)], northwind);
    const two = await world.view([copy(1), copy(2)], northwind);
    expect(one.sealed.length).toBe(1);
    expect(two).not.toEqual(one);
    expect(await world.view([{ ...copy(1), verdict: 'presumed' }], northwind)).not.toEqual(one);
  });
});

describe('choice of copy and statement', () => {
  const mail = (more: readonly string[] = []) =>
    toMail({ from: MAILBOXES.allen, to: ['sam@rival.example'], more, subject: 'Quay', number: 1 });
  const copy = (one: string, more: readonly string[], verdict: string, rest: Partial<WorldCopy> = {}): WorldCopy => ({
    custodian: one,
    mail: mail(more),
    verdict,
    ...rest,
  });

  test('the copy with the party, with the strongest verdict', async () => {
    const [chosen] = await world.choose(
      [copy('dean', [], 'accessed'), copy('allen', ['Bcc: jo@northwind.example'], 'no-evidence')],
      northwind,
    );
    expect(chosen).toMatchObject({ verdict: 'accessed', copy: { location: 'copy-1', own: ['jo@northwind.example'] } });
  });

  test('the strongest of several, then the first place', async () => {
    const bcc = ['Bcc: jo@northwind.example'];
    const [chosen] = await world.choose(
      [copy('dean', bcc, 'possible'), copy('cook', bcc, 'accessed'), copy('allen', bcc, 'accessed')],
      northwind,
    );
    expect(chosen?.copy.location).toBe('copy-1');
  });

  test('a copy sent to the party before one that only mentions it, at any verdict', async () => {
    const [chosen] = await world.choose(
      [
        copy('dean', ['Reply-To: jo@northwind.example'], 'accessed'),
        copy('allen', ['Bcc: jo@northwind.example'], 'possible'),
      ],
      northwind,
    );
    expect(chosen).toMatchObject({ verdict: 'accessed', copy: { location: 'copy-1' } });
  });

  test('undetermined counts wherever the intruder was, as in the notice; drafts and cleared messages never', async () => {
    const bcc = ['Bcc: jo@northwind.example'];
    for (const custodian of ['dean', 'allen'])
      expect((await world.choose([copy(custodian, bcc, 'undetermined')], northwind)).length, custodian).toBe(1);
    expect(await world.choose([copy('allen', bcc, 'no-evidence')], northwind)).toEqual([]);
    expect(await world.choose([copy('allen', bcc, 'absent')], northwind)).toEqual([]);
    expect(await world.choose([copy('allen', bcc, 'accessed', { draft: true })], northwind)).toEqual([]);
  });

  test('an unproved domain gives nothing, and a subdomain is separate', async () => {
    const scope = toScope(['northwind.example', 'trading.northwind.example'], ['jo@trading.northwind.example']);
    const bcc = ['Bcc: jo@trading.northwind.example'];
    const all = [copy('allen', bcc, 'accessed')];
    expect((await world.choose(all, scope)).length).toBe(1);
    expect(await world.choose(all, { ...scope, proved: ['northwind.example'] })).toEqual([]);
  });

  test('reasons are those of the verdict; custodians are those the message names', async () => {
    const bcc = ['Bcc: jo@northwind.example'];
    const why = (...codes: ('bind' | 'handled' | 'search-hit')[]) => ({
      reasons: codes.map((code) => ({ code, records: [], gaps: [] })),
    });
    const view = await world.view(
      [copy('allen', bcc, 'accessed', why('bind', 'handled')), copy('dean', bcc, 'partial', why('search-hit'))],
      northwind,
    );
    const [message] = (await readIndex(packIndex(view.index, nodeGzip), nodeGunzip)) ?? [];
    expect(message?.why.map(({ code }) => code)).toEqual(['bind']);
    expect(message?.custodians).toEqual([MAILBOXES.allen]);
    expect(message?.direction).toBe('copied');
    expect(view.figures).toBe('{"releasable":1,"bulk":0,"held":0,"withheld":0}');
  });

  test('mail with only a reply address is counted and not given', async () => {
    const view = await world.view([copy('allen', ['Reply-To: jo@northwind.example'], 'accessed')], northwind);
    expect(view.figures).toBe('{"releasable":0,"bulk":0,"held":0,"withheld":1}');
    expect(view.sealed).toEqual([]);
  });
});
