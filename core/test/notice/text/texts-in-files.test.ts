import { readIncident } from '@candor/core/incident';
import { composeNotice, judgeHandTexts, type NotifyingOrganization } from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import { toFacts } from './fictional-facts.ts';

/** An incident file with what a person wrote into one place. */
const toFile = (name: string, more: string) => `incident: x
organization: { name: ${name}, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-20T00:00:00Z }
mailboxes: [{ custodian: a, address: a@harbor.example, evidence: a }]
intruder: { sessions: [night] }
log: { origin: harbor.example/log }
notice:
  page: harbor.example/notice
  from: { name: Harbor, address: n@harbor.example }
  reply: r@harbor.example
  bounce: b@harbor.example
  telephone: "1"
  languages: [en]
${more}
`;
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const measures = (text: string) => toFile('Harbor', `  measures: { en: ${text} }`);
const block = (text: string) => toFile('Harbor', `  measures:\n    en: ${text}`);
const sender = (key: string, text: string) => toFile('Harbor', `  sender: { ${key}: ${text} }`);
const contact = (key: string, text: string) => toFile('Harbor', `  contact: { ${key}: ${text} }`);

/** The files, each with the mistake; `whole` is what must then stand in the notice, word for word. */
const files: readonly (readonly [mistake: string, file: string, whole: string | null])[] = [
  ['a comment in the middle of a sentence', block('We closed case #4711 and reset all keys.'), null],
  ['a comment in a name', sender('name', 'Harbor #1 Energy'), null],
  ['a comment in a postal address', toFile('Harbor', '  sender:\n    postal: Dock #12, Houston'), null],
  [
    'a comment in the organization',
    toFile('Harbor', '').replace(
      '{ name: Harbor, domains: [harbor.example] }',
      '\n  name: Harbor #1 Energy\n  domains: [harbor.example]',
    ),
    null,
  ],
  ['a colon that begins a group', block('We did this: reset all keys'), null],
  ['a sentence over two lines without quotes', block('We reset\n      all keys.'), 'We reset all keys.'],
  ['a text that begins with a quote and goes on', block('"We reset" all keys.'), null],
  ['an unclosed quote', measures('"We reset all keys.'), null],
  ['an at sign at the start', measures('@all keys were reset.'), null],
  ['a star at the start', measures('*keys were reset.'), null],
  ['a percent sign at the start', measures('%50 were reset.'), null],
  ['a comma that ends a value', measures('We reset keys, all of them.'), null],
  ['a list', measures('[We reset, all keys]'), null],
  ['a group', measures('{ first: We reset }'), null],
  ['nothing', measures(''), null],
  ['empty quotes', measures('""'), null],
  ['blanks', measures('"   "'), null],
  ['a word that other readers turn into true', measures('yes'), 'yes'],
  ['a number with a leading zero', sender('title', '007'), '007'],
  ['a control character', measures('"We reset \\u0007 all."'), null],
  ['a NUL', measures('"We reset \\0 all."'), null],
  ['an override of direction', measures('"We reset \\u202Eyek lla."'), null],
  ['an isolate of direction', sender('signatory', '"Ines \\u2066Adler"'), null],
  ['a zero-width space in a name', toFile('"Har\\u200Bbor"', ''), null],
  ['a soft hyphen', measures('"We re\\u00ADset all."'), null],
  ['letters in parts', sender('signatory', '"Ine\\u0301s Adler"'), null],
  ['a tab', sender('name', '"Harbor\\tEnergy"'), null],
  ['a foreign address', measures('"Read https://evil.example/x now."'), null],
  ['a foreign host', measures('"Read evil.example/x now."'), null],
  ['a foreign mail address', contact('dpo', '"Jo Lang, jo@evil.example"'), null],
  ['a contact at another domain', contact('mail', 'jo@evil.example'), null],
  ['a script address', measures('"See javascript:alert(1)"'), null],
  ['HTML', measures('"We <b>reset</b> all & keys."'), 'We <b>reset</b> all & keys.'],
  ['a placeholder', measures('"We reset {n} keys of {organization}."'), 'We reset {n} keys of {organization}.'],
  ['too many words', measures(`"${words(41)}"`), null],
  ['too many characters', measures(`"${'x'.repeat(700)}"`), null],
  ['a name of too many words', toFile(`"${words(7)}"`, ''), null],
  ['a full name of too many words', sender('name', `"${words(11)}"`), null],
  ['a name of too many characters', toFile(`"${'x'.repeat(61)}"`, ''), null],
  ['a signatory on two lines', sender('signatory', '"Ines\\nAdler"'), null],
  ['a telephone that is a sentence', contact('telephone', '"call us at any time on any day"'), null],
  ['a key that is none', sender('fullname', 'Harbor Energy'), null],
  ['a language that is none', toFile('Harbor', '  measures: { xx: We reset all. }'), null],
  [
    'a postal address on three lines',
    toFile('Harbor', '  sender:\n    postal: |\n      1200 Dock Road\n      Houston, TX\n      USA'),
    '1200 Dock Road Houston, TX USA',
  ],
  ['a name in other letters', sender('signatory', '"Zoë Łęcka-Ōe"'), 'Zoë Łęcka-Ōe'],
];

function toOrganization(notice: NonNullable<ReturnType<typeof readIncident>['incident']>): NotifyingOrganization {
  const {
    sender: from,
    contact: to,
    happened,
    measures: done,
    telephone,
    page,
    discovered,
  } = notice.notice ?? toNever();
  const signature = { ...from, ...to };
  return {
    name: notice.organization.name,
    domain: 'harbor.example',
    page,
    telephone,
    happened,
    measures: done,
    signature,
    discovered,
  };
}

function toNever(): never {
  throw new Error('the file has a notice');
}

describe('a text in an incident file appears in the notice as written, or the file is refused', () => {
  test('there are at least thirty files', () => expect(files.length).toBeGreaterThanOrEqual(30));

  test.each(files)('%s', (_, file, whole) => {
    const { incident, refusals } = readIncident(file, 'incident.yaml');
    if (incident === null) {
      expect(whole).toBeNull();
      expect(refusals.length).toBeGreaterThan(0);
      return;
    }
    const organization = toOrganization(incident);
    const reasons = judgeHandTexts(organization, { unknown: null, added: null }, ['en']);
    const compose = () => composeNotice(toFacts({ organization })).text.replace(/\s+/g, ' ');
    if (whole === null) {
      expect(reasons).not.toEqual([]);
      expect(compose).toThrow();
    } else {
      expect(reasons).toEqual([]);
      expect(compose()).toContain(whole);
    }
  });
});
