import { LANGUAGES } from '@candor/core/base';
import { readIncident, toExposureInputs } from '@candor/core/incident';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LINES, withLines } from './fictional-incident.ts';

const refusalsOf = (text: string) => readIncident(text, 'incident.yaml').refusals;
const refusalsWith = (changes: Readonly<Record<number, string>>) => refusalsOf(withLines(changes));
const warningsWith = (changes: Readonly<Record<number, string>>) =>
  readIncident(withLines(changes), 'incident.yaml').warnings.map(({ place, text }) => `${place}: ${text}`);

describe('a valid file', () => {
  test('is accepted without problems', () => {
    const { incident, refusals, warnings } = readIncident(withLines(), 'incident.yaml');
    expect(refusals).toEqual([]);
    expect(warnings).toEqual([]);
    expect(incident).toMatchObject({
      incident: 'lamp-2001',
      window: { start: Date.UTC(2001, 8, 10) / 1000, contained: Date.UTC(2001, 9, 20) / 1000 },
      access: [{ covers: { mailboxes: ['keeper'] } }, { covers: null }],
      intruder: {
        sessions: ['aa-1'],
        tokens: [],
        reach: [{ mailbox: 'all', by: 'application', from: null, to: null }],
      },
      policy: { sync: 'mailbox', gaps: 'presumed' },
    });
  });

  test('has the documented defaults where it is silent', () => {
    const { incident } = readIncident(LINES.slice(0, 16).join('\n'), 'incident.yaml');
    expect(incident).toMatchObject({
      access: [],
      coverage: [],
      intruder: { sessions: [], tokens: [], applications: [], addresses: [], reach: [] },
      policy: { sync: 'mailbox', gaps: 'presumed', tell: 'undetermined' },
      directory: null,
      counsel: [],
      operators: [],
      log: null,
      notice: null,
      review: null,
    });
    expect(incident?.mailboxes[0]).toMatchObject({ kind: 'user', folders: null, acquired: null });
  });

  test('a reach may have a start and an end, also outside the window', () => {
    const reachOf = (more: string) =>
      readIncident(withLines({ 26: `  reach: [ { mailbox: all, by: application${more} } ]` }), 'x').incident?.intruder
        .reach;
    const [from, to] = [Date.UTC(2001, 0, 1) / 1000, Date.UTC(2002, 0, 1) / 1000];
    expect(reachOf(', from: 2001-01-01T00:00:00Z, to: 2002-01-01T00:00:00Z')).toMatchObject([{ from, to }]);
    expect(reachOf(', to: 2002-01-01T00:00:00Z')).toMatchObject([{ from: null, to }]);
    expect(reachOf(', from: 2001-01-01T00:00:00Z, to: 2001-01-01T00:00:00Z')).toMatchObject([{ from, to: from }]);
    expect(
      refusalsWith({
        26: '  reach: [ { mailbox: all, by: application, from: 2002-01-01T00:00:00Z, to: 2001-01-01T00:00:00Z } ]',
      }),
    ).toEqual(['incident.yaml:26: this reach ends before it begins; swap from and to']);
    expect(refusalsWith({ 26: '  reach: [ { mailbox: all, by: application, from: soon } ]' })).toHaveLength(1);
  });

  test('mailboxes may have names, and two may share one', () => {
    const text = withLines({ 12: '    names: [" keep ", "K. Keeper"]', 16: '    names: [keep]\n    kind: group' });
    const { incident, refusals, warnings } = readIncident(text, 'x');
    expect([refusals, warnings]).toEqual([[], []]);
    expect(incident?.mailboxes.map(({ names, kind }) => [names, kind])).toEqual([
      [['keep', 'K. Keeper'], 'user'],
      [['keep'], 'group'],
    ]);
    expect(readIncident(withLines(), 'x').incident?.mailboxes[0]?.names).toEqual([]);
    expect(refusalsWith({ 12: '    names: [keep, " "]' })).toEqual([
      'incident.yaml:12: the name here is blank; fill it in or remove the line',
    ]);
  });

  test('the number of all mailboxes is whole, at least those of the file, and does not change the exposure', () => {
    const counted = (count: string) => ({ 5: `  mailboxes: ${count}` });
    const { incident } = readIncident(withLines(counted('41000')), 'x');
    expect(incident?.organization.mailboxes).toBe(41_000);
    const without = readIncident(withLines({ 5: '  # none' }), 'x').incident;
    expect(without?.organization.mailboxes).toBeNull();
    if (incident === null || without === null) throw new Error('refused');
    expect(toExposureInputs(incident)).toEqual(toExposureInputs(without));
    for (const wrong of ['many', '1.5', '-3'])
      expect(refusalsWith(counted(wrong))).toEqual(['incident.yaml:5: organization.mailboxes must be a whole number']);
    expect(warningsWith(counted('1'))).toEqual([
      'incident.yaml:5: organization.mailboxes is 1, but this file lists 2 mailboxes; count all of them',
    ]);
  });

  test('separates the settings that verdicts depend on from the rest', () => {
    const of = (changes: Readonly<Record<number, string>>) => {
      const { incident } = readIncident(withLines(changes), 'x');
      if (incident === null) throw new Error('refused');
      return toExposureInputs(incident);
    };
    const plain = of({});
    expect(of({ 12: '    names: [keep]' })).not.toEqual(of({ 12: '    names: []' }));
    expect(of({ 26: '  reach: [ { mailbox: all, by: application, to: 2001-10-01T00:00:00Z } ]' })).not.toEqual(plain);
  });

  test('a key without a value counts as missing', () => {
    expect(refusalsWith({ 27: 'policy:' })).toEqual([]);
    expect(refusalsWith({ 3: '  name:' })).toEqual(['incident.yaml:3: organization.name is missing']);
  });

  test('covers accepts a single custodian in place of a list', () => {
    const text = withLines({
      19: '    covers: { mailboxes: helper, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }',
    });
    expect(readIncident(text, 'x').incident?.access[0]?.covers?.mailboxes).toEqual(['helper']);
  });

  test('ids are texts: never rounded, never read as dates', () => {
    const { incident } = readIncident(withLines({ 24: '  tokens: [00012, 1e3, 2001-09-10, null, true]' }), 'x');
    expect(incident?.intruder.tokens).toEqual(['00012', '1e3', '2001-09-10', 'null', 'true']);
  });

  test('domains become lower-case A-labels, sessions and applications lower case without braces, tokens stay', () => {
    const text = withLines({ 4: '  domains: [Bücher.Example]', 24: '  { sessions: [A] }' }).replace(
      '  { sessions: [A] }',
      '  sessions: [AbC, "{AbD}"]\n  tokens: [AbC, "{AbD}"]\n  applications: [AbC, "{AbD}"]',
    );
    const { incident } = readIncident(text, 'x');
    expect(incident?.organization.domains).toEqual(['xn--bcher-kva.example']);
    expect(incident?.intruder).toMatchObject({
      ...{ sessions: ['abc', 'abd'], tokens: ['AbC', '{AbD}'], applications: ['abc', 'abd'] },
    });
  });

  test('times with an offset, without a zone and with a fraction are one instant', () => {
    for (const start of ['2001-09-10T02:00:00+02:00', '2001-09-10T00:00:00', '2001-09-10T00:00:00.9Z']) {
      const text = withLines({ 6: `window: { start: "${start}", contained: 2001-10-20T00:00:00Z }` });
      expect(readIncident(text, 'x').incident?.window.start).toBe(Date.UTC(2001, 8, 10) / 1000);
    }
  });

  test('normalises paths', () => {
    const text = withLines({ 10: '    evidence: ./mail//x/../keeper.mbox/', 18: '  - file: ../audit/./a.jsonl' });
    const { incident, paths } = readIncident(text, 'x');
    expect(incident?.mailboxes[0]?.evidence).toBe('mail/keeper.mbox');
    expect(incident?.access[0]?.file).toBe('../audit/a.jsonl');
    expect(paths.map(({ path, line, what }) => `${line} ${what} ${path}`)).toEqual([
      '10 evidence mail/keeper.mbox',
      '15 evidence mail/helper',
      '18 access ../audit/a.jsonl',
      '20 access audit/b.jsonl',
    ]);
  });
});

describe('keys', () => {
  const key = (name: string, known: string) => `unknown key "${name}"; did you mean "${known}"?`;

  test.each([
    ['windows: {}', 'windows', 'window'],
    ['polciy: {}', 'polciy', 'policy'],
    ['mail_boxes: []', 'mail_boxes', 'mailboxes'],
    ['Directory: d.csv', 'Directory', 'directory'],
    ['acces: []', 'acces', 'access'],
  ])('refuses %s and suggests the likely key', (line, name, known) => {
    expect(refusalsWith({ 1: `incident: lamp-2001\n${line}` })).toEqual([`incident.yaml:2: ${key(name, known)}`]);
  });

  test('refuses a key without a close match and lists the known ones', () => {
    expect(refusalsWith({ 27: 'policy: { strictness: high }' })).toEqual([
      'incident.yaml:27: unknown key "strictness" in policy; known here: sync, gaps, tell',
    ]);
  });

  test('names the place of an unknown key inside a list', () => {
    expect(refusalsWith({ 16: '    guuid: 21111111-2222-4333-8444-555555555555' })).toEqual([
      'incident.yaml:16: unknown key "guuid" in mailboxes[2]; did you mean "guid"?',
    ]);
  });

  test('reports all missing keys at once, by line', () => {
    const refusals = refusalsOf('organization: { domains: [lamp.example] }\nmailboxes:\n  - { custodian: keeper }\n');
    expect(refusals).toEqual([
      'incident.yaml:1: incident is missing',
      'incident.yaml:1: organization.name is missing',
      'incident.yaml:1: window is missing',
      'incident.yaml:3: mailboxes[1].address is missing',
      'incident.yaml:3: mailboxes[1].evidence is missing',
    ]);
  });

  test('refuses a value of another form and names the form', () => {
    expect(refusalsWith({ 3: '  name: [Lamp, Works]' })).toEqual(['incident.yaml:3: organization.name must be a text']);
    expect(refusalsWith({ 4: '  domains: lamp.example' })).toEqual([
      'incident.yaml:4: organization.domains must be a list: [ …, … ]',
    ]);
    expect(refusalsWith({ 6: 'window: always' })).toEqual([
      'incident.yaml:6: window must be a group of keys: { key: value }',
    ]);
    expect(refusalsWith({ 4: '  domains: []' })).toEqual([
      'incident.yaml:4: organization.domains is empty; at least one entry is needed',
    ]);
  });

  test('refuses a word outside its list and shows the list', () => {
    expect(refusalsWith({ 27: 'policy: { sync: all }' })).toEqual([
      'incident.yaml:27: policy.sync must be one of: mailbox, folder',
    ]);
    expect(
      refusalsWith({
        22: '  - { mailbox: helper, kind: throttled, from: 2001-09-01T00:00:00Z, to: 2001-09-20T00:00:00Z }',
      }),
    ).toEqual([
      'incident.yaml:22: coverage[1].kind must be one of: unlicensed, audit-off, ingestion-off, before-retention, unsupported, bypassed',
    ]);
  });

  test("does not accept names of JavaScript's object prototype as keys", () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(refusalsWith({ 1: `incident: lamp-2001\n${name}: x` })[0], name).toMatch(/^incident\.yaml:2: unknown key/);
    }
  });
});

describe('times', () => {
  test.each(['tomorrow', '2001-02-30T00:00:00Z', '2001-09-10', '10.09.2001 00:00', '2001-09-10T25:00:00Z'])(
    '%s is not a time, and no order error follows',
    (start) => {
      expect(refusalsWith({ 6: `window: { start: ${start}, contained: 2001-10-20T00:00:00Z }` })).toEqual([
        `incident.yaml:6: "${start}" is not a date and time; write it as 2001-09-10T00:00:00Z (without a zone it is UTC)`,
      ]);
    },
  );

  test('reports a wrong time together with a missing key', () => {
    expect(
      refusalsWith({
        1: 'directory: d.csv',
        22: '  - { mailbox: helper, kind: unlicensed, from: then, to: 2001-09-20T00:00:00Z }',
      }),
    ).toEqual([
      'incident.yaml:1: incident is missing',
      'incident.yaml:22: "then" is not a date and time; write it as 2001-09-10T00:00:00Z (without a zone it is UTC)',
    ]);
  });
});

describe('contradictions', () => {
  test('window, covers or gap that end before they start', () => {
    expect(
      refusalsWith({
        6: 'window: { start: 2001-10-20T00:00:01Z, contained: 2001-10-20T00:00:00Z }',
        19: '    covers: { mailboxes: all, from: 2001-11-01T00:00:00Z, to: 2001-09-01T00:00:00Z }',
        22: '  - { mailbox: helper, kind: unlicensed, from: 2001-09-02T00:00:00Z, to: 2001-09-01T00:00:00Z }',
      }),
    ).toEqual([
      'incident.yaml:6: the window is contained before it starts; swap the two, or correct the later one',
      'incident.yaml:19: `covers` ends before it begins; swap from and to',
      'incident.yaml:22: the gap ends before it begins; swap from and to',
    ]);
  });

  test('a window may be one instant and may be covered', () => {
    expect(
      refusalsWith({
        6: 'window: { start: 2001-10-20T00:00:00Z, contained: 2001-10-20T00:00:00Z }',
        19: '    covers: { mailboxes: all, from: 2001-10-20T00:00:00Z, to: 2001-10-20T00:00:00Z }',
        22: '  - { mailbox: helper, kind: unlicensed, from: 2001-10-20T00:00:00Z, to: 2001-10-20T00:00:00Z }',
      }),
    ).toEqual([]);
  });

  test('identifiers of a mailbox are unique', () => {
    expect(
      refusalsWith({
        13: '  - custodian: keeper',
        14: '    address: Keeper@Lamp.example',
        15: '    evidence: ./mail/keeper.mbox',
        16: '    guids: [11111111-2222-4333-8444-55555555555A, 11111111-2222-4333-8444-55555555555a]',
        20: '  - file: audit//a.jsonl',
      }),
    ).toEqual([
      'incident.yaml:13: custodian "keeper" is given twice, first for keeper',
      'incident.yaml:14: address "keeper@lamp.example" is given twice, first for keeper; if this is the archive of keeper, add `kind: archive`; if it is the same mailbox again, put both into one folder and list that folder once',
      'incident.yaml:15: evidence "mail/keeper.mbox" is given twice, first for keeper',
      'incident.yaml:20: "audit/a.jsonl" is given twice; it is read once',
      'incident.yaml:22: "helper" is not a custodian in this file',
    ]);
  });

  test('a GUID used by two mailboxes, ignoring case, braces and key', () => {
    expect(
      refusalsWith({ 16: '    guids: [21111111-2222-4333-8444-555555555555, 11111111-2222-4333-8444-555555555555]' }),
    ).toEqual([
      'incident.yaml:16: GUID "11111111-2222-4333-8444-555555555555" is given for keeper too; a GUID identifies one mailbox',
    ]);
    expect(
      refusalsWith({
        11: '    guid: ABCDEF11-2222-4333-8444-555555555555',
        16: '    guid: abcdef11-2222-4333-8444-555555555555',
      }),
    ).toHaveLength(1);
    expect(
      refusalsWith({
        11: '    guid: "{ABCDEF11-2222-4333-8444-555555555555}"',
        16: '    guid: abcdef11-2222-4333-8444-555555555555',
      }),
    ).toHaveLength(1);
  });

  test('an unknown mailbox, wherever one is named', () => {
    const sentence = '"keper" is not a custodian in this file';
    expect(
      refusalsWith({
        19: '    covers: { mailboxes: [helper, keper], from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }',
        22: '  - { mailbox: keper, kind: unlicensed, from: 2001-09-01T00:00:00Z, to: 2001-09-20T00:00:00Z }',
        26: '  reach: [ { mailbox: keper, by: delegation } ]',
      }),
    ).toEqual([19, 22, 26].map((line) => `incident.yaml:${line}: ${sentence}`));
  });

  test('covers and reach accept the mailbox `all`, a declared gap does not', () => {
    expect(
      refusalsWith({
        22: '  - { mailbox: all, kind: unlicensed, from: 2001-09-01T00:00:00Z, to: 2001-09-20T00:00:00Z }',
      }),
    ).toEqual(['incident.yaml:22: "all" is not a custodian in this file']);
  });
});

describe('addresses, domains, GUIDs', () => {
  test.each([
    '300.1.1.1',
    '10',
    '0x7f.1',
    '192.0.2.0/33',
    '192.0.2.0/',
    '2001:db8::/129',
    '192.0.2.1-9',
    'mail.example',
    '192.0.2.0/24/8',
    '::ffff:192.0.2.01',
    '::ffff:192.0.2.0/24',
  ])('%s is neither an address nor a range', (address) => {
    const sentence = `"${address}" is neither an IP address nor a range like 192.0.2.0/24`;
    expect(refusalsWith({ 25: `  addresses: ["${address}"]` })).toEqual([`incident.yaml:25: ${sentence}`]);
    expect(refusalsWith({ 12: `    addresses: ["${address}"]` })).toEqual([`incident.yaml:12: ${sentence}`]);
    expect(refusalsWith({ 5: `  addresses: ["${address}"]` })).toEqual([`incident.yaml:5: ${sentence}`]);
  });

  test.each(['192.0.2.1', '192.0.2.0/0', '2001:db8::1', '2001:db8::/48', '::ffff:192.0.2.1', '::ffff:192.0.2.0/120'])(
    '%s is valid',
    (address) => {
      expect(refusalsWith({ 25: `  addresses: ["${address}"]` })).toEqual([]);
    },
  );

  test.each(['@lamp.example', '*.lamp.example', 'lamp example', 'lamp.example.', 'https://lamp.example', 'a..b'])(
    '%s is not a domain',
    (domain) => {
      expect(refusalsWith({ 4: `  domains: ["${domain}"]` })).toEqual([
        `incident.yaml:4: "${domain}" is not a domain; write it like harbor.example, without @ or *`,
      ]);
    },
  );

  test.each(['keeper', 'keeper@', '@lamp.example', 'a b@lamp.example', 'a@b@lamp.example'])(
    '%s is not an email address',
    (address) => {
      expect(refusalsWith({ 9: `    address: "${address}"` })).toEqual([
        `incident.yaml:9: "${address}" is not a mail address`,
      ]);
    },
  );

  test('warns about a GUID of another form and accepts it', () => {
    expect(refusalsWith({ 11: '    guid: 1111' })).toEqual([]);
    expect(warningsWith({ 11: '    guid: 1111' })).toEqual([
      'incident.yaml:11: "1111" does not look like a mailbox GUID; records are matched by it',
    ]);
  });

  test("warns about a mailbox outside the organization's domains and accepts it", () => {
    expect(warningsWith({ 9: '    address: keeper@lamb.example', 14: '    address: helper@sub.LAMP.example' })).toEqual(
      [
        'incident.yaml:9: the domain of "keeper@lamb.example" is not among organization.domains; it would count as an outside party and be notified of its own mail. Add the domain there, or correct the address.',
      ],
    );
    expect(
      warningsWith({ 4: '  domains: [lamp.example, bücher.example]', 9: '    address: keeper@BÜCHER.example' }),
    ).toEqual([]);
    // It would have the organization tell itself, so a person has to look; nothing else that is allowed does.
    const changes = { 9: '    address: keeper@lamb.example', 11: '    guid: 1111' };
    expect(readIncident(withLines(changes), 'incident.yaml').warnings).toMatchObject([
      { code: 'mailbox-foreign', place: 'incident.yaml:9', weight: 'person' },
      { code: 'incident-file', place: 'incident.yaml:11', weight: 'note' },
    ]);
    // What is still open, or no address, is said as such.
    expect(warningsWith({ 9: '    address: TO FILL IN' })).toEqual([]);
    expect(warningsWith({ 4: '  domains: [TO FILL IN]' })).toEqual([]);
  });

  test('warns about overlapping addresses of owner and intruder and accepts them', () => {
    expect(warningsWith({ 12: '    addresses: [203.0.113.9, 198.51.100.7]' })).toEqual([
      'incident.yaml:12: "198.51.100.7" and "198.51.100.0/24" overlap, one as the intruder\'s and as the owner\'s; its records will be ambiguous (A7)',
    ]);
    expect(warningsWith({ 5: '  addresses: [198.51.0.0/16]' })).toHaveLength(1);
    expect(warningsWith({ 5: '  addresses: [198.51.100.0/24]' })).toEqual([
      'incident.yaml:5: "198.51.100.0/24" is listed as the intruder\'s and as the owner\'s; its records will be ambiguous (A7)',
    ]);
    expect(warningsWith({ 12: '    addresses: ["2001:db8::1"]', 25: '  addresses: ["2001:db8::ffff"]' })).toHaveLength(
      1,
    );
    expect(warningsWith({ 12: '    addresses: ["2001:db8:0:1::1"]', 25: '  addresses: ["2001:db8::ffff"]' })).toEqual(
      [],
    );
    expect(warningsWith({ 12: '    addresses: [198.51.101.1]' })).toEqual([]);
  });
});

describe('placeholders to fill in', () => {
  test('are listed by place, without form errors', () => {
    expect(
      refusalsWith({
        3: '  name: TO FILL IN',
        4: '  domains: [TO FILL IN]',
        6: 'window: { start: 2001-09-10T00:00:00Z, contained: TO FILL IN }',
        9: '    address: TO FILL IN',
      }),
    ).toEqual([
      'incident.yaml:3: this is still to be filled in: organization.name',
      'incident.yaml:4: this is still to be filled in: organization.domains[1]',
      'incident.yaml:6: this is still to be filled in: window.contained',
      'incident.yaml:9: this is still to be filled in: mailboxes[1].address',
    ]);
  });

  test('never count as duplicates', () => {
    const open = '  - custodian: TO FILL IN\n    address: TO FILL IN\n    evidence: TO FILL IN';
    const places = ['custodian', 'address', 'evidence'].map(
      (key) => `this is still to be filled in: mailboxes[NR].${key}`,
    );
    expect(
      refusalsWith({ 8: open, 9: open, 10: '', 11: '', 12: '' }).map((refusal) => refusal.replace(/^\S+ /, '')),
    ).toEqual(['1', '2'].flatMap((number) => places.map((place) => place.replace('NR', number))));
  });
});

describe('files that are not incident files', () => {
  test.each([
    ['', 'incident.yaml:1: the file has no incident; `candor init <folder>` writes one'],
    ['# nothing\n', 'incident.yaml:1: the file has no incident; `candor init <folder>` writes one'],
    ['lamp', 'incident.yaml:1: the file has no incident; `candor init <folder>` writes one'],
    ['- a\n- b\n', 'incident.yaml:1: the file is a list; it must be a group of keys, the first of them `incident`'],
    ['a: [1\nb: 2\n', 'incident.yaml:2: this is not valid YAML:'],
    ['a: 1\n\tb: 2\n', 'incident.yaml:2: this is not valid YAML: the line begins with a tab; use spaces'],
    ['a: 1\na: 2\n', 'incident.yaml:2: this is not valid YAML: a key is given twice; keep one of the two'],
    [
      'a: 1\n---\nb: 2\n',
      'incident.yaml:2: this is not valid YAML: a second document begins here; keep one incident in one file',
    ],
    ['a: *b\n', 'incident.yaml:1: this is not valid YAML:'],
    ['a: b\n\0', 'incident.yaml:2: a control character is not allowed here; save the file as UTF-8 text'],
    ['a\0:\0 \0b\0', 'incident.yaml:1: a control character is not allowed here; save the file as UTF-8 text'],
  ])('%j', (text, sentence) => {
    const refusals = refusalsOf(text);
    expect(refusals[0]?.startsWith(sentence)).toBe(true);
    for (const refusal of refusals) expect(refusal).not.toMatch(/\n|YAML\.parse| {4}at /);
  });

  test('refuses aliases that multiply, without expanding them', () => {
    const levels = Array.from({ length: 9 }, (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`);
    // 387 million values: whoever wrote them out would not come back.
    expect(refusalsOf(['l0: &l0 [x]', ...levels].join('\n'))).toEqual([
      'incident.yaml:1: this is not valid YAML: its aliases expand too far (a "YAML bomb"); write the values out',
    ]);
  });

  test('accepts a few aliases', () => {
    expect(refusalsWith({ 1: 'incident: &id lamp-2001', 3: '  name: *id' })).toEqual([]);
  });

  test('accepts ten thousand mailboxes', () => {
    const boxes = Array.from({ length: 10_000 }, (_, at) => {
      const lines = [`custodian: c${at}`, `address: c${at}@lamp.example   # stands in most of its messages: check it`];
      return `  - ${[...lines, `evidence: mailboxes/c${at}   # ${'x'.repeat(60)}`].join('\n    ')}`;
    });
    expect(refusalsOf(`incident: x\nmailboxes:\n${boxes.join('\n')}`).join()).not.toContain('larger than');
  });

  test('refuses an oversized file', () => {
    expect(refusalsOf(`incident: x\n${'# more\n'.repeat(800_000)}`)[0]).toMatch(/^incident\.yaml:1: .*larger than/);
  });

  test('reports contradictions of the readable parts beside form errors', () => {
    const text = `incident: lamp
organization: { name: Lamp, domain: [lamp.example] }
window: { start: 09/10/2001, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - { custodian: keeper, address: keeper@lamp.example, evidence: a, kind: huge }
  - { custodian: keeper, address: helper@lamp.example, evidence: b, guid: [1] }
access: { file: a.jsonl }
coverage:
  - { mailbox: nobody, kind: unlicensed, from: 2001-10-09T00:00:00Z, to: 2001-10-01T00:00:00Z }
intruder: { addresses: [198.51.100.300] }
notice: [ wrong ]
`;
    expect(refusalsOf(text).map((sentence) => sentence.replace(/;.*/, ''))).toEqual([
      'incident.yaml:2: organization.domains is missing',
      'incident.yaml:2: unknown key "domain" in organization',
      'incident.yaml:3: "09/10/2001" is not a date and time',
      'incident.yaml:5: mailboxes[1].kind must be one of: user, shared, archive, group',
      'incident.yaml:6: mailboxes[2].guid must be a text',
      'incident.yaml:6: custodian "keeper" is given twice, first for keeper',
      'incident.yaml:7: access must be a list: [ …, … ]',
      'incident.yaml:9: "nobody" is not a custodian in this file',
      'incident.yaml:9: the gap ends before it begins',
      'incident.yaml:10: "198.51.100.300" is neither an IP address nor a range like 192.0.2.0/24',
      'incident.yaml:11: notice must be a group of keys: { key: value }',
    ]);
  });

  test('also warns about the readable parts beside form errors', () => {
    const text = `incident: lamp
organization: { name: Lamp, domains: [lamp.example], addresses: [192.0.2.0/24] }
window: { start: 09/10/2001, contained: 2001-10-20T00:00:00Z }
mailboxes:
  - { custodian: keeper, address: keeper@elsewhere.example, evidence: a, guid: short }
  - { custodian: helper, address: helper, evidence: b }
intruder: { addresses: [192.0.2.9] }
`;
    const { refusals, warnings } = readIncident(text, 'incident.yaml');
    expect(refusals.map((sentence) => sentence.replace(/;.*/, ''))).toEqual([
      'incident.yaml:3: "09/10/2001" is not a date and time',
      'incident.yaml:6: "helper" is not a mail address',
    ]);
    expect(warnings.map(({ place, code, text: said }) => `${place} ${code} ${said.slice(0, 30)}`)).toEqual([
      'incident.yaml:2 incident-file "192.0.2.0/24" and "192.0.2.9"',
      'incident.yaml:5 mailbox-foreign the domain of "keeper@elsewher',
      'incident.yaml:5 incident-file "short" does not look like a m',
    ]);
  });

  test('does not warn about addresses while a domain of the organization is unknown', () => {
    const text = (domains: string) => `incident: lamp
organization: { name: Lamp, domains: ${domains} }
window: { start: 09/10/2001, contained: 2001-10-20T00:00:00Z }
mailboxes: [ { custodian: keeper, address: keeper@lamp.example, evidence: a } ]
`;
    for (const domains of ['lamp.example', '[[lamp.example]]', '[]', '["*.lamp.example"]', '[TO FILL IN]'])
      expect(readIncident(text(domains), 'incident.yaml').warnings).toEqual([]);
  });

  test('reports nothing that only follows from an unreadable part', () => {
    const coverage =
      'coverage: [ { mailbox: keeper, kind: unlicensed, from: 2001-10-01T00:00:00Z, to: 2001-10-09T00:00:00Z } ]';
    const rest =
      'window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }\norganization: { name: Lamp, domains: [lamp.example] }';
    expect(refusalsOf(`incident: x\n${rest}\n${coverage}\n`)).toEqual(['incident.yaml:1: mailboxes is missing']);
    const nameless = 'mailboxes: [ { address: a@lamp.example }, { address: b@lamp.example } ]';
    expect(refusalsOf(`incident: x\n${rest}\n${coverage}\n${nameless}\n`)).toEqual(
      [1, 2].flatMap((at) =>
        ['custodian', 'evidence'].map((key) => `incident.yaml:5: mailboxes[${at}].${key} is missing`),
      ),
    );
  });

  test('refuses nesting beyond the stack and names the line', () => {
    const steps = Array.from({ length: 1300 }, (_, at) => `${' '.repeat(at)}a:`).join('\n');
    const deep = [
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      '['.repeat(20_000),
      `${'{a: '.repeat(20_000)}`,
      `- - ${'- '.repeat(20_000)}`,
    ];
    for (const value of deep) {
      expect(refusalsOf(`incident:\n  ${value}\n`)).toEqual([
        'incident.yaml:2: this is not valid YAML: groups and lists are nested deeper than 100 levels, which no incident file needs',
      ]);
    }
    expect(refusalsOf(`${steps} x\n`)).toEqual([
      expect.stringMatching(
        /^incident\.yaml:(99|100|101): .* nested deeper than 100 levels, which no incident file needs$/,
      ),
    ]);
    expect(refusalsOf(`incident: ${'['.repeat(90)}x${']'.repeat(90)}\n`)).toContain(
      'incident.yaml:1: incident must be a text',
    );
  });

  test('never throws: the file is accepted or refused with reasons', () => {
    const piece = fc.constantFrom(
      ...LINES,
      '- x',
      '  - y:',
      'a: [',
      '&a',
      '*a',
      '? k',
      '|',
      '!!js x',
      '---',
      '...',
      '<<: *a',
      '\t',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 40 }), (lines) => {
        const reading = readIncident(lines.join('\n'), 'f.yaml');
        expect(reading.incident === null).toBe(reading.refusals.length > 0);
        for (const refusal of reading.refusals) expect(refusal).toMatch(/^f\.yaml:\d+: \S/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('unquoted texts', () => {
  const notice = (measures: string) => `${withLines()}
notice:
  page: lamp.example/notice
  from: { name: "Lamp Works", address: notice@lamp.example }
  reply: answers@lamp.example
  bounce: bounce@lamp.example
  telephone: "the number on our web site"
  languages: [en]
  measures: ${measures}
`;

  test('half a sentence cut at a comma is not a key', () => {
    const refusals = refusalsOf(notice('{ en: We ended the session, reset all passwords }'));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain(
      `unknown key "reset all passwords" in notice.measures; known here: ${LANGUAGES.join(', ')}. If it belongs to the text before it, put that text in quotes`,
    );
    expect(refusalsOf(notice('{ en: "We ended the session, reset all passwords" }'))).toEqual([]);
  });

  test.each([
    ['at the top', { 27: 'polcy:' }, 'unknown key "polcy"; did you mean "policy"?'],
    ['in a group', { 3: '  name: Lamp Works\n  adresses:' }, 'unknown key "adresses" in organization'],
  ])('refuses an unknown key without a value %s', (_, changes, words) => {
    expect(refusalsWith(changes)).toEqual([expect.stringContaining(words)]);
  });

  test('refuses a sentence cut by a comment, not a quoted one', () => {
    const refusals = (measures: string) => readIncident(notice(measures), 'incident.yaml').refusals;
    expect(refusals('\n    en: We closed case #4711 and reset all passwords.')).toEqual([
      expect.stringMatching(/^incident\.yaml:\d+: the text of notice\.measures\.en is cut off at " #"/),
    ]);
    expect(refusals('\n    en: "We closed case #4711."   # approved')).toEqual([]);
  });
});

test('each missing key has its own place, so that it can be accepted separately', () => {
  const { warnings } = readIncident(
    `incident: lamp
organization: { name: Lamp, domains: [lamp.example] }
window: { start: 2026-01-01T00:00:00Z, contained: 2026-02-01T00:00:00Z }
mailboxes:
  - { custodian: keeper, address: keeper@lamp.example, evidence: mail/keeper.mbox }
`,
    'incident.yaml',
  );
  const places = new Map(warnings.map(({ code, place }) => [code, place]));
  expect(places.get('intruder-empty')).toBe('incident.yaml:1, intruder');
  expect(places.get('log-missing')).toBe('incident.yaml:1, access');
});

test('knows the lines of the file without its tree, for mailboxes too; missing keys get the nearest line above', () => {
  const { lines } = readIncident(
    `incident: lamp
organization: { name: Lamp, domains: [lamp.example] }
window: { start: 2026-01-01T00:00:00Z, contained: 2026-02-01T00:00:00Z }
mailboxes:
  - { custodian: keeper, address: keeper@lamp.example, evidence: mail/keeper.mbox }
  - custodian: helper
    address: helper@lamp.example
    evidence: mail/helper.mbox
access:
  - file: log.jsonl
    covers:
      { mailboxes: all, from: 2026-01-01T00:00:00Z, to: 2026-02-01T00:00:00Z }
`,
    'incident.yaml',
  );
  expect(lines.lineOf(['access', 0, 'file'])).toBe(10);
  expect(lines.lineOf(['access', 0, 'covers'])).toBe(12);
  expect(lines.lineOf(['access', 0, 'unit'])).toBe(10);
  expect(lines.lineOf(['mailboxes', 1, 'evidence'])).toBe(8);
  expect(lines.lineOf(['intruder'])).toBe(1);
});
