import { decode } from 'dns-packet';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readDnsName } from '../../src/adapters/net/dns/dns-answer.ts';
import { readResponse, toQuery } from '../../src/adapters/net/dns/read-response.ts';
import { askDns, readResolverAddress } from '../../src/adapters/net/dns.ts';
import { type Behaviour, startNameServer, toResponse, toText } from './name-server.ts';

/** An answer is waited for, however busy the machine is; only for silence is the patience short. */
const patient = { datagramMs: 20_000, streamMs: 20_000, tries: 2 };
const impatient = { datagramMs: 1_000, streamMs: 1_000, tries: 2 };
const question = { name: 'harbor.example', type: 'TXT' } as const;
const opened: { close(): Promise<void> }[] = [];

async function start(behave: Behaviour) {
  const server = await startNameServer(behave);
  opened.push(server);
  return server;
}

async function ask(...behaviours: readonly Behaviour[]) {
  const limits = behaviours.includes(silent) ? impatient : patient;
  return askDns(await Promise.all(behaviours.map(start)), question, limits);
}

const says =
  (text: string, authentic = false): Behaviour =>
  (query) => [toResponse(query, [toText('harbor.example', text)], { authentic })];
const fails =
  (code: number): Behaviour =>
  (query) => [toResponse(query, [], { code })];
const silent: Behaviour = () => [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

describe('one resolver', () => {
  it('returns records with separate strings, and whether DNSSEC validates them', async () => {
    const answer = await ask((query) => [
      toResponse(query, [{ type: 'TXT', name: 'Harbor.Example', data: ['one', 'two'] }], { authentic: true }),
    ]);
    expect(answer).toEqual({ is: 'records', records: [['one', 'two']], authentic: true });
  });

  it('queries with recursion and DNSSEC', async () => {
    let flags = 0;
    let isDo = false;
    await ask((query) => {
      const packet = decode(query);
      flags = query.readUInt16BE(2);
      isDo = packet.additionals?.some((each) => each.type === 'OPT' && each.flag_do) ?? false;
      return [toResponse(query, [])];
    });
    expect([flags & 0x0100, flags & 0x20, isDo]).toEqual([0x0100, 0x20, true]);
  });

  it.each([
    ['an empty answer', 0, true],
    ['no such name', 3, false],
  ])('recognises absence: %s', async (_, code, exists) => {
    expect(await ask(fails(code))).toEqual({ is: 'none', exists, authentic: false });
  });

  it.each([
    ['SERVFAIL', 2, 'server-failure'],
    ['REFUSED', 5, 'refused'],
    ['another code', 4, 'server-failure'],
  ])('never takes %s for absence', async (_, code, reason) => {
    expect(await ask(fails(code))).toMatchObject({ is: 'fault', reason });
  });

  it('never takes an extended code for "no error"', async () => {
    const response: Behaviour = (query) => {
      const plain = toResponse(query, []);
      // OPT record: root, type 41, 1232 bytes, upper code 1 (16: bad version).
      const opt = Buffer.from([0, 0, 41, 4, 208, 1, 0, 0, 0, 0, 0]);
      plain.writeUInt16BE(1, 10);
      return [Buffer.concat([plain, opt])];
    };
    expect(await ask(response)).toMatchObject({ is: 'fault', reason: 'server-failure' });
  });

  it('never takes silence for absence, and retries before giving up', async () => {
    const server = await start(silent);
    expect(await askDns([server], question, impatient)).toMatchObject({ is: 'fault', reason: 'time-out' });
    expect(server.asked).toEqual(['udp', 'udp']);
  });

  it('reports that nobody listens', async () => {
    const server = await startNameServer(silent);
    await server.close();
    expect(await askDns([server], question, patient)).toMatchObject({ is: 'fault', reason: 'unreachable' });
  });

  it('retries over TCP when the answer was truncated', async () => {
    const server = await start((query, by) =>
      by === 'udp'
        ? [toResponse(query, [], { isTruncated: true })]
        : [toResponse(query, [toText('harbor.example', 'x')])],
    );
    expect(await askDns([server], question, patient)).toMatchObject({ is: 'records', records: [['x']] });
    expect(server.asked).toEqual(['udp', 'tcp']);
  });

  it('never accepts a truncated answer: TCP fails', async () => {
    const server = await start((query, by) =>
      by === 'udp' ? [toResponse(query, [toText('harbor.example', 'half')], { isTruncated: true })] : [],
    );
    expect(await askDns([server], question, impatient)).toMatchObject({ is: 'fault', reason: 'time-out' });
  });

  it('ignores answers to another id or question and waits for the right one', async () => {
    const other: Behaviour = (query) => {
      const wrongId = Buffer.from(toResponse(query, [toText('harbor.example', 'forged')]));
      wrongId.writeUInt16BE((wrongId.readUInt16BE(0) + 1) & 0xffff, 0);
      const wrongName = toResponse(toQuery({ name: 'harber.example', type: 'TXT' }, query.readUInt16BE(0)), []);
      const wrongType = toResponse(toQuery({ name: 'harbor.example', type: 'A' }, query.readUInt16BE(0)), []);
      return [wrongId, wrongName, wrongType, query, toResponse(query, [toText('harbor.example', 'true')])];
    };
    expect(await ask(other)).toMatchObject({ is: 'records', records: [['true']] });
  });

  it('follows aliases inside the answer and accepts no record of another name', async () => {
    const answer = await ask((query) => [
      toResponse(query, [
        toText('b.example', 'found'),
        toText('elsewhere.example', 'not meant'),
        { type: 'CNAME', name: 'harbor.example', data: 'a.example' },
        { type: 'CNAME', name: 'a.example', data: 'B.example' },
      ]),
    ]);
    expect(answer).toMatchObject({ is: 'records', records: [['found']] });
  });

  it.each([
    ['two names', ['a.example', 'harbor.example']],
    ['one name', ['harbor.example']],
    ['a long chain', Array.from({ length: 20 }, (_, at) => `n${at}.example`)],
  ])('reports circular or endless aliases as a fault: %s', async (_, chain) => {
    const names = ['harbor.example', ...chain];
    const aliases = chain.map((data, at) => ({ type: 'CNAME' as const, name: names[at] ?? '', data }));
    expect(await ask((query) => [toResponse(query, aliases)])).toMatchObject({ is: 'fault', reason: 'loop' });
  });

  it('accepts 100 records and refuses far more', async () => {
    const many =
      (count: number): Behaviour =>
      (query, by) =>
        by === 'udp'
          ? [toResponse(query, [], { isTruncated: true })]
          : [
              toResponse(
                query,
                Array.from({ length: count }, (_, at) => toText('harbor.example', `record ${at}`)),
              ),
            ];
    const answer = await ask(many(100));
    expect(answer.is === 'records' && answer.records.length).toBe(100);
    expect(await ask(many(300))).toMatchObject({ is: 'fault', reason: 'too-many-records' });
  });

  it.each([
    '',
    '.',
    'a..b',
    `${'a'.repeat(64)}.example`,
    `${'abcd.'.repeat(60)}example`,
    'a b.example',
    'é.example',
    '*.example',
  ])('does not query an invalid name: %j', async (name) => {
    const server = await start(silent);
    expect(await askDns([server], { name, type: 'TXT' }, patient)).toMatchObject({ is: 'fault', reason: 'bad-name' });
    expect(server.asked).toEqual([]);
  });

  it('reads any bytes as an answer or a fault, without throwing', () => {
    const query = toQuery(question, 7);
    const sound = toResponse(query, [toText('harbor.example', 'x'), toText('harbor.example', 'y')]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }), (edits) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of edits) bytes[at] = value;
        expect(['records', 'none', 'fault']).toContain(readResponse(bytes, question).is);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12 }), (bytes) => {
        expect(['records', 'none', 'fault']).toContain(readResponse(Buffer.from(bytes), question).is);
      }),
    );
  });
});

describe('several resolvers', () => {
  it.each([
    ['all agree', [says('a'), says('a'), says('a')], { is: 'records', records: [['a']] }],
    ['one of three lies', [says('a'), says('b'), says('a')], { is: 'records', records: [['a']] }],
    ['one of three is silent', [silent, says('a'), says('a')], { is: 'records', records: [['a']] }],
    ['one of three hides it', [fails(3), says('a'), says('a')], { is: 'records', records: [['a']] }],
    ['two of three fail', [fails(2), says('a'), fails(2)], { is: 'fault', reason: 'server-failure' }],
    ['two of two disagree', [says('a'), says('b')], { is: 'fault', reason: 'disagreement' }],
    ['one of two is silent', [says('a'), silent], { is: 'fault', reason: 'time-out' }],
    ['one of two invents it', [says('a'), fails(3)], { is: 'fault', reason: 'disagreement' }],
    ['three say three things', [says('a'), says('b'), says('c')], { is: 'fault', reason: 'disagreement' }],
    ['three say there is none', [fails(3), fails(3), fails(2)], { is: 'none' }],
  ] as const)('%s', async (_, behaviours, expected) => {
    expect(await ask(...behaviours)).toMatchObject(expected);
  });

  it('treats the same records in another order as the same answer', async () => {
    const both =
      (order: readonly string[]): Behaviour =>
      (query) => [
        toResponse(
          query,
          order.map((text) => toText('harbor.example', text)),
        ),
      ];
    expect(await ask(both(['a', 'b']), both(['b', 'a']))).toMatchObject({ is: 'records' });
  });

  it('validates only what each of them validates', async () => {
    expect(await ask(says('a', true), says('a', true))).toMatchObject({ authentic: true });
    expect(await ask(says('a', true), says('a', false))).toMatchObject({ authentic: false });
  });

  it('gives no answer without a resolver', async () => {
    expect(await ask()).toMatchObject({ is: 'fault' });
  });
});

describe('resolver addresses', () => {
  it.each([
    ['127.0.0.1:5300', { address: '127.0.0.1', port: 5300 }],
    ['192.0.2.1', { address: '192.0.2.1', port: 53 }],
    ['[2001:db8::1]:5300', { address: '2001:db8::1', port: 5300 }],
    ['2001:db8::1', { address: '2001:db8::1', port: 53 }],
    ['[2001:db8::1]', { address: '2001:db8::1', port: 53 }],
  ])('%s', (text, expected) => expect(readResolverAddress(text)).toEqual(expected));

  it.each([
    '',
    'resolver.example',
    'resolver.example:53',
    '192.0.2.1:0',
    '192.0.2.1:70000',
    '192.0.2.1:',
    '[192.0.2.1',
    '1.2.3',
  ])('refuses %j', (text) => expect(readResolverAddress(text)).toBeNull());

  it('accepts names with underscores and a trailing dot', () => {
    expect(readDnsName('_Candor.Harbor.example.')).toBe('_candor.harbor.example');
  });
});
