import { LANGUAGES } from '@candor/core/base';
import { type Incident, readIncident, toExposureInputs } from '@candor/core/incident';
import { describe, expect, test } from 'vitest';
import { withLines } from './fictional-incident.ts';

const keyOne = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const keyTwo = 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw';

const OPERATORS = `operators:
  - { name: Ines Adler, key: ${keyOne} }
  - { name: Marek Dvorak, key: ${keyTwo}, mailbox: keeper }
`;
const LOG = 'log: { origin: lamp.example/log }\n';
/** Line 31 is `notice:`. */
const NOTICE = `notice:
  page: lamp.example/notice
  from: { name: Lamp Incident Team, address: notice@lamp.example }
  reply: answers@lamp.example
  bounce: bounce@lamp.example
  telephone: the number on our web site
`;

const read = (more: string) => readIncident(withLines() + more, 'incident.yaml');
const incidentOf = (more: string): Incident => {
  const { incident, refusals } = read(more);
  expect(refusals).toEqual([]);
  if (incident === null) throw new Error('refused without a reason');
  return incident;
};
const refusalsOf = (more: string) => read(more).refusals;

describe('who decides and how parties are notified', () => {
  test('is optional', () => {
    expect(incidentOf('')).toMatchObject({ operators: [], log: null, notice: null, policy: { tell: 'undetermined' } });
  });

  test('counsel are addresses or domains and do not change the exposure', () => {
    const named = incidentOf('counsel: [Camille.Moreau@harbor.example, lawfirm.example]\n');
    expect(named.counsel).toEqual(['camille.moreau@harbor.example', 'lawfirm.example']);
    expect(toExposureInputs(named)).toEqual(toExposureInputs(incidentOf('')));
    expect(refusalsOf('counsel: ["the law firm"]\n').join()).toContain('neither a mail address nor a domain');
    expect(refusalsOf('counsel: [a@b@c.example]\n').length).toBe(1);
  });

  test('has the documented defaults', () => {
    expect(incidentOf(OPERATORS + LOG + NOTICE)).toMatchObject({
      operators: [
        { name: 'Ines Adler', key: keyOne, custodian: null },
        { name: 'Marek Dvorak', key: keyTwo, custodian: 'keeper' },
      ],
      log: { origin: 'lamp.example/log', everySeconds: 3600, entries: 64, home: null },
      notice: {
        page: 'lamp.example/notice',
        languages: [...LANGUAGES],
        language: 'en',
        nextUpdate: null,
        happened: null,
        measures: null,
        unknown: null,
        relay: null,
        dkim: null,
        inbox: null,
        check: null,
        resolvers: [],
        spam: null,
      },
    });
  });

  test('is read completely', () => {
    const { notice, log } = incidentOf(`${LOG.replace(' }', ', every: 30m, entries: 8 }')}${NOTICE}
  languages: [de, en]
  language: de
  nextUpdate: 2001-10-21
  happened: { en: They had a key., de: Sie hatten einen Schlüssel. }
  measures: { en: We changed it., de: Wir haben ihn geändert. }
  relay: { host: 127.0.0.1, port: 2525, tls: none }
  dkim: { domain: lamp.example, selector: Candor, key: ./keys/dkim.pem }
  inbox: { maildir: mail/in }
  check: { address: check@check.example, inbox: { imap: { host: imap.check.example, user: check, passwordFile: keys/imap } } }
  resolvers: ["127.0.0.1:5300", "127.0.0.1:5301", "[2001:db8::53]:53"]
  spam: { command: [spamc, -R] }
`);
    expect(log).toEqual({ origin: 'lamp.example/log', everySeconds: 1800, entries: 8, home: null });
    expect(notice).toMatchObject({
      languages: ['en', 'de'],
      language: 'de',
      nextUpdate: Date.UTC(2001, 9, 21) / 1000,
      happened: { en: 'They had a key.', de: 'Sie hatten einen Schlüssel.' },
      measures: { en: 'We changed it.', de: 'Wir haben ihn geändert.' },
      relay: { port: 2525, tls: 'none', user: null, connections: 4, perDestination: 10 },
      dkim: { selector: 'candor', key: 'keys/dkim.pem' },
      inbox: { maildir: 'mail/in', imap: null },
      check: { inbox: { maildir: null, imap: { port: 993, tls: 'required', folder: 'INBOX' } } },
      spam: ['spamc', '-R'],
    });
  });

  test.each(['required', 'implicit', 'none'])('accepts an inbox on this machine with tls: %s', (tls) => {
    const inbox = `{ host: localhost, port: 2993, tls: ${tls}, user: a, passwordFile: b }`;
    expect(incidentOf(`${NOTICE}  inbox: { imap: ${inbox} }\n`).notice?.inbox?.imap).toMatchObject({ port: 2993, tls });
  });

  test('does not change verdicts', () => {
    const plain = toExposureInputs(incidentOf(''));
    expect(toExposureInputs(incidentOf(OPERATORS + LOG + NOTICE))).toEqual(plain);
    const other = readIncident(withLines({ 27: 'policy: { tell: possible }' }), 'x').incident;
    expect(other?.policy.tell).toBe('possible');
    expect(other === null ? null : toExposureInputs(other)).toEqual(plain);
    const gaps = readIncident(withLines({ 27: 'policy: { gaps: undetermined }' }), 'x').incident;
    expect(gaps === null ? null : toExposureInputs(gaps)).not.toEqual(plain);
  });
});

describe('errors name their line', () => {
  test('warns about a single operator', () => {
    expect(read(`operators: [{ name: Ines Adler, key: ${keyOne} }]\n`).warnings).toEqual([
      {
        code: 'incident-file',
        place: 'incident.yaml:28',
        text: 'one operator cannot approve anything: two must approve each wave, withdrawal and key change',
        weight: 'note',
      },
    ]);
  });

  test.each([
    ['a name twice, in another case', OPERATORS.replace('Marek Dvorak', 'ines adler'), 'is given twice'],
    ['a key twice', OPERATORS.replace(keyTwo, keyOne), 'is that of Ines Adler'],
    ['a key that is too short', OPERATORS.replace(keyTwo, keyTwo.slice(1)), 'is not a public key'],
    ['a key with loose bits', OPERATORS.replace(keyTwo, `${keyTwo.slice(0, -1)}x`), 'is not a public key'],
    ['a mailbox of nobody', OPERATORS.replace('mailbox: keeper', 'mailbox: keper'), 'is not a custodian'],
    ['a name that breaks lines', OPERATORS.replace('Marek Dvorak', '"Marek\\nDvorak"'), 'is not a valid name'],
    ['an origin with a scheme', LOG.replace('lamp', 'https://lamp'), 'without https://'],
    ['a period that is no period', LOG.replace(' }', ', every: soon }'), 'log.every must be'],
    ['a period of a second', LOG.replace(' }', ', every: 1s }'), 'log.every must be'],
    ['no entries', LOG.replace(' }', ', entries: 0 }'), 'log.entries must be'],
    ['a page elsewhere', NOTICE.replace('page: lamp', 'page: lantern'), "not one of the organization's domains"],
    ['a page with a query', NOTICE.replace('/notice', '/notice?x=1'), 'is not the address of a page'],
    ['a sender elsewhere', NOTICE.replace('notice@lamp', 'notice@lantern'), 'must align'],
    [
      'a quoted local part',
      NOTICE.replace('answers@', '\'"a b"\'@').replace('\'"a b"\'@', 'a"b@'),
      'is not a usable mail address',
    ],
    ['a language without its measures', `${NOTICE}  languages: [en, de]\n  measures: { en: A }\n`, 'has no "de"'],
    ['a language without a story', `${NOTICE}  languages: [en, de]\n  happened: { en: A }\n`, 'has no "de"'],
    ['a default that is not written', `${NOTICE}  languages: [en]\n  language: de\n`, 'is not among'],
    ['a day that is none', `${NOTICE}  nextUpdate: 2001-02-30\n`, 'must be a day'],
    ['plain text to elsewhere', `${NOTICE}  relay: { host: relay.example, tls: none }\n`, 'only on this machine'],
    [
      'a mailbox elsewhere without TLS',
      `${NOTICE}  inbox: { imap: { host: imap.example, tls: none, user: a, passwordFile: b } }\n`,
      'only on this machine',
    ],
    ['a user without a password', `${NOTICE}  relay: { host: relay.example, user: a }\n`, 'belong together'],
    ['a port beyond all', `${NOTICE}  relay: { host: relay.example, port: 70000 }\n`, 'a port is'],
    [
      'two mailboxes at once',
      `${NOTICE}  inbox: { maildir: a, imap: { host: a.example, user: a, passwordFile: b } }\n`,
      'either',
    ],
    ['no mailbox at all', `${NOTICE}  inbox: { }\n`, 'either'],
    ['a resolver by name', `${NOTICE}  resolvers: [dns.example]\n`, 'is not an address with a port'],
    ['a resolver twice', `${NOTICE}  resolvers: ["192.0.2.53:53", "192.0.2.53:5353"]\n`, 'independent of each other'],
    [
      'a resolver in another form',
      `${NOTICE}  resolvers: ["[2001:db8::53]:53", "[2001:0DB8:0:0::53]:53"]\n`,
      'independent of each other',
    ],
    [
      'a resolver as IPv6',
      `${NOTICE}  resolvers: ["192.0.2.53:53", "[::ffff:c000:235]:53"]\n`,
      'independent of each other',
    ],
    [
      'a resolver of this machine',
      `${NOTICE}  resolvers: ["127.0.0.1:53", "127.0.0.1:53"]\n`,
      'independent of each other',
    ],
    ['a signature of another domain', `${NOTICE}  dkim: { domain: lantern.example, selector: a, key: b }\n`, 'domains'],
    ['a key nobody knows', `${NOTICE}  telephne: 1\n`, 'did you mean "telephone"?'],
    ['a policy nobody knows', 'log: { origin: lamp.example/log, evry: 1h }\n', 'did you mean "every"?'],
  ])('%s', (_, more, words) => {
    const refusals = refusalsOf(more);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain(words);
    expect(refusals[0]).toMatch(/^incident\.yaml:(?:2[89]|3\d): /);
  });

  test('all errors at once', () => {
    const more = `${OPERATORS.replace(keyTwo, 'no')}${LOG.replace('lamp', 'la$mp')}${NOTICE.replace('bounce@', 'bounce.')}`;
    expect(refusalsOf(more)).toHaveLength(3);
  });
});

describe('signatory and contact of a notice', () => {
  const noticeOf = (more: string) => incidentOf(NOTICE + more).notice;

  test('is optional in every part', () => {
    expect(noticeOf('')).toMatchObject({
      sender: { name: null, postal: null, signatory: null, title: null },
      contact: { mail: null, telephone: null, dpo: null },
      discovered: null,
      quietMailboxes: [],
      listDays: 180,
    });
    expect(noticeOf('  sender: { title: "Head of Security" }\n')?.sender).toMatchObject({
      name: null,
      title: 'Head of Security',
    });
  });

  test('is kept as written', () => {
    const more = `  sender: { name: "Lamp Works Ltd", postal: "1 Pier\\nHarbor", signatory: "Ines Adler", title: "Head of Security" }
  contact: { mail: Privacy@Lamp.Example, telephone: "+44 1632 960001", dpo: "Jo Field, 2 Pier, +44 1632 960002" }
  discovered: 2001-10-18
  quietMailboxes: [Ombuds@lamp.example, "works-council@lamp.example"]
  listDays: 30
`;
    expect(noticeOf(more)).toMatchObject({
      sender: { name: 'Lamp Works Ltd', postal: '1 Pier\nHarbor', signatory: 'Ines Adler', title: 'Head of Security' },
      contact: { mail: 'Privacy@lamp.example', telephone: '+44 1632 960001', dpo: 'Jo Field, 2 Pier, +44 1632 960002' },
      discovered: Date.UTC(2001, 9, 18) / 1000,
      quietMailboxes: ['ombuds@lamp.example', 'works-council@lamp.example'],
      listDays: 30,
    });
    expect(toExposureInputs(incidentOf(NOTICE + more))).toEqual(toExposureInputs(incidentOf('')));
  });

  test.each([
    ['contact: { mail: help@elsewhere.example }', "is not at one of the organization's domains"],
    ['contact: { mail: nobody }', 'is not a usable mail address'],
    ['contact: { fax: "1" }', 'fax'],
    ['contact: { telephone: "1\\n2" }', 'notice.contact.telephone must be one line'],
    ['sender: { signatory: " " }', 'notice.sender.signatory is blank'],
    [`sender: { postal: "${'x'.repeat(301)}" }`, 'notice.sender.postal is longer than 300 characters'],
    ['discovered: last week', 'notice.discovered must be a day'],
    ['quietMailboxes: [ombuds]', '"ombuds" is not a usable mail address'],
    ['listDays: 0', 'notice.listDays must be a whole number from 1 to 3650'],
    ['listDays: 1.5', 'notice.listDays must be a whole number from 1 to 3650'],
  ])('refuses %s', (line, sentence) => {
    const refusals = refusalsOf(`${NOTICE}  ${line}\n`);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain(sentence);
    expect(refusals[0]).toMatch(/^incident\.yaml:\d+: /);
  });
});

describe('settings used only by impact and notices', () => {
  test('are kept and do not change the exposure', () => {
    const incident = incidentOf(
      'interest: { words: [" lawyer ", breach], addresses: [CERT@lamp.example] }\nfindings: { sensitive: true }\n',
    );
    expect(incident).toMatchObject({
      interest: { words: ['lawyer', 'breach'], addresses: ['cert@lamp.example'] },
      findings: { sensitive: true, ocr: false },
    });
    expect(toExposureInputs(incident)).toEqual(toExposureInputs(incidentOf('')));
    expect(incidentOf('')).toMatchObject({ interest: null, findings: { sensitive: false, ocr: false } });
    expect(incidentOf('interest: { words: [x] }\n').interest).toEqual({ words: ['x'], addresses: [] });
  });

  test.each([
    ['findings: { ocr: yes }', 'findings.ocr'],
    ['findings: { faces: true }', 'faces'],
    ['interest: { words: [" "] }', 'the word here is blank'],
    ['interest: { addresses: [nobody] }', '"nobody" is not a mail address'],
  ])('refuses %s', (line, sentence) => {
    expect(refusalsOf(`${line}\n`).join()).toContain(sentence);
    expect(refusalsOf(`${line}\n`)).toHaveLength(1);
  });
});
