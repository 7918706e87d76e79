// The names of the test world. Whole reserved top-level domains are ours: nothing below them exists elsewhere (RFC
// 2606).
import { createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The exchanger that takes the mail of every test domain. */
const EXCHANGER = 'mx.recipients.test.';
/** A text record holds strings of at most 255 bytes each. */
const STRING_BYTES = 255;
const MANY = 100;

/** Writes the zone files and says which zones there are: signed ones with an anchor are where validation starts. */
export function writeZones(folder, facts) {
  const zones = [
    { name: 'example.', lines: exampleZone(facts), isSigned: true, isAnchored: true },
    { name: 'test.', lines: testZone(facts), isSigned: true, isAnchored: true },
    { name: 'invalid.', lines: [`*.invalid. MX 10 ${EXCHANGER}`], isSigned: true, isAnchored: true },
    // Delegated without a DS record: answers that nobody signed.
    { name: 'unsigned.test.', lines: ['unsigned.test. TXT "v=spf1 ip4:127.0.0.1 -all"'], isSigned: false },
    // Delegated with a DS record that fits no key: every validating resolver answers SERVFAIL.
    { name: 'bogus.test.', lines: ['bogus.test. TXT "v=spf1 ip4:127.0.0.1 -all"'], isSigned: true },
  ];
  return zones.map(({ lines, ...zone }) => {
    const file = `${zone.name}zone`;
    // A time to live of zero: a record that a test publishes is seen at once.
    const head = [
      '$ORIGIN .',
      '$TTL 0',
      `${zone.name} SOA ns.${zone.name} hostmaster.${zone.name} 1 3600 600 86400 0`,
      `${zone.name} NS ns.${zone.name}`,
      `ns.${zone.name} A 127.0.0.1`,
    ];
    writeFileSync(join(folder, file), `${[...head, ...lines].join('\n')}\n`, { mode: 0o644 });
    return { isAnchored: false, ...zone, file };
  });
}

/** A domain that does everything right: what the gate must let pass. */
function goodDomain(name, facts) {
  return [
    `${name}. A 127.0.0.1`,
    `${name}. MX 10 ${EXCHANGER}`,
    `*.${name}. MX 10 ${EXCHANGER}`,
    `mail.${name}. A 127.0.0.1`,
    `${name}. TXT "v=spf1 ip4:127.0.0.1 -all"`,
    `_dmarc.${name}. TXT "v=DMARC1; p=reject; adkim=s; aspf=s"`,
    `candor._domainkey.${name}. TXT ${toStrings(toDkimRecord(facts))}`,
  ];
}

function exampleZone(facts) {
  return [
    `*.example. MX 10 ${EXCHANGER}`,
    ...goodDomain('harbor.example', facts),
    ...goodDomain('harbor-trading.example', facts),
  ];
}

function testZone(facts) {
  const key = toStrings(toDkimRecord(facts));
  const spf = '"v=spf1 ip4:127.0.0.1 -all"';
  const dmarc = '"v=DMARC1; p=reject"';
  const mail = (name) => `${name}. MX 10 ${EXCHANGER}`;
  return [
    `*.test. MX 10 ${EXCHANGER}`,
    `${EXCHANGER} A 127.0.0.1`,
    ...goodDomain('good.test', facts),
    ...[mail('no-spf.test'), `candor._domainkey.no-spf.test. TXT ${key}`, `_dmarc.no-spf.test. TXT ${dmarc}`],
    ...[mail('two-spf.test'), `two-spf.test. TXT ${spf}`, 'two-spf.test. TXT "v=spf1 mx -all"'],
    ...[`candor._domainkey.two-spf.test. TXT ${key}`, `_dmarc.two-spf.test. TXT ${dmarc}`],
    ...[
      mail('other-spf.test'),
      'other-spf.test. TXT "v=spf1 ip4:192.0.2.1 -all"',
      `_dmarc.other-spf.test. TXT ${dmarc}`,
    ],
    `candor._domainkey.other-spf.test. TXT ${key}`,
    ...[mail('no-dkim.test'), `no-dkim.test. TXT ${spf}`, `_dmarc.no-dkim.test. TXT ${dmarc}`],
    ...[mail('no-dmarc.test'), `no-dmarc.test. TXT ${spf}`, `candor._domainkey.no-dmarc.test. TXT ${key}`],
    ...[mail('none-dmarc.test'), `none-dmarc.test. TXT ${spf}`, `candor._domainkey.none-dmarc.test. TXT ${key}`],
    '_dmarc.none-dmarc.test. TXT "v=DMARC1; p=none"',
    // Odd answers: a name that leads back to itself, a crowd, and one that fits no datagram.
    ...['loop.test. CNAME loop-b.test.', 'loop-b.test. CNAME loop.test.'],
    ...Array.from({ length: MANY }, (_, at) => `crowd.test. TXT "record ${at}"`),
    `large.test. TXT ${toStrings('x'.repeat(4_000))}`,
    ...['unsigned.test. NS ns.unsigned.test.', 'ns.unsigned.test. A 127.0.0.1'],
    ...['bogus.test. NS ns.bogus.test.', 'ns.bogus.test. A 127.0.0.1', `bogus.test. DS 1 13 2 ${'0'.repeat(64)}`],
    ...['silent.test. NS ns.silent.test.', 'ns.silent.test. A 127.0.0.1'],
  ];
}

function toDkimRecord(facts) {
  const key = createPublicKey(readFileSync(facts.dkim.key)).export({ format: 'der', type: 'spki' });
  return `v=DKIM1; k=rsa; p=${key.toString('base64')}`;
}

function toStrings(text) {
  const strings = [];
  for (let at = 0; at < text.length; at += STRING_BYTES) strings.push(`"${text.slice(at, at + STRING_BYTES)}"`);
  return strings.join(' ');
}
