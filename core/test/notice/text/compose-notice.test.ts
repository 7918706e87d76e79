import { Refusal } from '@candor/core/base';
import { composeNotice, LANGUAGES, type NoticeFacts, type NotifiedParty } from '@candor/core/notice/text';
import { describe, expect, test } from 'vitest';
import {
  at,
  countHeadWords,
  NORTHWIND_FIGURES,
  type NOTHING,
  toFacts,
  toFigures,
  toWorstFacts,
} from './fictional-facts.ts';

const PERSON: NotifiedParty = {
  id: 'jo@freemail.example',
  kind: 'person',
  name: null,
  domains: ['freemail.example'],
  relation: null,
};
const previous = { issued: at(2001, 10, 7), figures: NORTHWIND_FIGURES };
const toText = (parts: Partial<NoticeFacts>): string => composeNotice(toFacts(parts)).text;
const toSubject = (parts: Partial<NoticeFacts>): string => composeNotice(toFacts(parts)).subject;
const toHead = (text: string): string => text.slice(0, text.indexOf('\nDetails\n'));
const unwrap = (text: string): string => text.replace(/\s+/g, ' ');
/** Facts that leave the head room for everything. */
const SHORT: Partial<NoticeFacts> = {
  organization: { ...toFacts().organization, discovered: null, happened: { en: 'Somebody signed in.' } },
  jurisdiction: 'other',
  nextUpdate: null,
};
const toParty = (parts: Partial<NotifiedParty>): NotifiedParty => ({ ...toFacts().party, ...parts });
const refuse = (parts: Partial<NoticeFacts>): readonly string[] => {
  try {
    composeNotice(toFacts(parts));
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'notice-text-refused') return cause.reasons;
    throw cause;
  }
  return [];
};

describe('the text of a notice', () => {
  test('is the same bytes for the same facts', () => {
    expect(composeNotice(toFacts())).toEqual(composeNotice(toFacts()));
  });

  test('names the strongest evidence, the number of messages and both parties in subject and first sentence', () => {
    const cases: readonly (readonly [Partial<typeof NOTHING>, string, string])[] = [
      [
        { accessed: 1 },
        'An intruder opened or copied an email {b} (1 message)',
        'an intruder opened or copied an email {b}',
      ],
      [
        { accessed: 2, presumed: 5 },
        'An intruder opened or copied emails {b} (2 of 7 messages)',
        'an intruder opened or copied emails {b}',
      ],
      [
        { presumed: 5 },
        'Emails {b} must be presumed copied (5 messages)',
        'emails {b} must be presumed copied by an intruder',
      ],
      [
        { partial: 2, possible: 9 },
        'An intruder saw parts of emails {b} (2 of 11 messages)',
        'an intruder saw parts of emails {b}',
      ],
      [
        { possible: 2 },
        'Access by an intruder to emails {b} cannot be ruled out (2 messages)',
        'access by an intruder to emails {b} cannot be ruled out',
      ],
      [
        { undetermined: 2 },
        'Our logs cannot tell whether an intruder had access to emails {b} (2 messages)',
        'our logs cannot tell whether an intruder had access to emails {b}',
      ],
      [
        { intruderSent: 2 },
        'Fraud warning: an intruder sent messages in the name of Harbor Energy (2 messages)',
        'an intruder sent messages in our name',
      ],
    ];
    const both = (text: string) => text.replace('{b}', 'between Northwind and Harbor Energy');
    for (const [parts, subject, reason] of cases) {
      const figures = toFigures(parts);
      expect(toSubject({ figures })).toBe(both(subject));
      expect(unwrap(toText({ figures }))).toContain(
        `Harbor Energy Holdings, Inc. is writing to you because ${both(reason)}.`,
      );
    }
    expect(toSubject({ wave: 'secrets-metadata' })).toBe(
      both('Change the passwords, keys and access codes sent in emails {b} (37 of 894 messages)'),
    );
    expect(toSubject({ kind: 'correction', previous, figures: toFigures({}) })).toBe(
      both('Correction: The intruder had no access to emails {b}'),
    );
  });

  test('gives each figure its own row, in the order of verdicts', () => {
    const rows = [...toHead(toText({})).matchAll(/^ {2}- (\d+ .*)$/gm)].map(([, row]) => row);
    expect(rows).toEqual([
      '312 opened or copied by the intruder',
      '540 must be presumed copied',
      '12 seen in part',
      '21 for which access cannot be ruled out',
      '9 for which our logs cannot tell',
      '37 with passwords, keys or access codes',
    ]);
    expect(toHead(toText({}))).toContain('our logs cannot tell\n\nOf these 894 emails:\n\n  - 37 with passwords');
    expect(unwrap(toText({}))).toContain(
      'We found 18 addresses of yours in these emails: a.novak@northwind.example, j.weil@northwind.example, m.castell@northwind.example, trading-desk@northwind.example and 14 more. What may follow',
    );
  });

  test('repeats in a reminder what it reminds of, including what that notice replaced', () => {
    const previous = { issued: at(2001, 10, 15), figures: NORTHWIND_FIGURES };
    const before = { issued: at(2001, 10, 7), figures: { ...NORTHWIND_FIGURES, accessed: 300, messages: 873 } };
    const first = composeNotice(toFacts({ kind: 'reminder', previous }));
    expect(first.text).not.toContain('What changed');
    const reminds = { kind: 'supplement' as const, previous: before };
    const { subject, text } = composeNotice(toFacts({ kind: 'reminder', previous, reminds }));
    expect(subject).toMatch(/^Reminder: Supplement: /);
    expect(text).toContain('What changed since our notice of 7 October 2001');
    expect(text).toContain('- 312 opened or copied by the intruder (before: 300)');
    expect(() => composeNotice(toFacts({ kind: 'supplement', previous, reminds }))).toThrow('reminds of nothing');
  });

  test('mentions bulk and held messages when there are any', () => {
    expect(toText({})).not.toMatch(/bulk|held back/);
    const figures = { ...NORTHWIND_FIGURES, bulk: 5, held: 3 };
    expect(toHead(toText({ ...SHORT, figures }))).toMatch(
      /Of these 894 emails:\n\n.*\n.*5 sent as bulk or list mail\n.*3 held back for legal review/,
    );
  });

  test('warns of mail sent by the intruder first, after the sender', () => {
    const text = toText({ figures: { ...NORTHWIND_FIGURES, intruderSent: 4 } });
    expect(unwrap(text)).toMatch(/18 October 2001\. Fraud warning The intruder itself/);
    expect(unwrap(text)).toContain('The intruder itself sent you 4 messages in our name.');
    expect(toText({})).not.toContain('Fraud');
  });

  test('asks to change passwords first when there are any, and also when nobody searched', () => {
    expect(unwrap(toText({}))).toContain(
      'do now 1. Search your emails with us for passwords, keys and access codes. Change all that you find. 37 emails hold some. 2. ',
    );
    expect(unwrap(toText({ figures: { ...NORTHWIND_FIGURES, secrets: null } }))).toContain(
      '1. Search your emails with us for passwords, keys and access codes. Change all that you find. We have not yet looked for any. 2. ',
    );
    expect(unwrap(toText({ figures: { ...NORTHWIND_FIGURES, secrets: 0 } }))).toContain(
      'do now 1. Warn the people at these addresses: the intruder can reply to them under any name. 2. Call a number',
    );
  });

  test("states duties by the party's role, and gives a processor a text for its customers", () => {
    const toRelated = (relation: NotifiedParty['relation']): string => unwrap(toText({ party: toParty({ relation }) }));
    expect(toRelated('independent')).toContain(
      '3. Find out whether you, as controller, must notify your authority: the 72 hours of GDPR Article 33(1)',
    );
    expect(toRelated(null)).toContain(
      '3. Find out whether you, as controller, must notify your authority: the 72 hours of GDPR Article 33(1)',
    );
    expect(toRelated('controller')).toContain(
      '3. We are your processor. As controller, you may have to notify your authority: the 72 hours of GDPR Article 33(1)',
    );
    expect(toRelated('processor')).toContain(
      '3. You are a processor: pass this on to the controllers concerned (GDPR Article 33(2))',
    );
    expect(toRelated('processor')).toContain(
      'Text for your customers An intruder had access to mailboxes of Harbor Energy',
    );
    expect(toRelated('controller')).not.toContain('Text for your customers');
  });

  test('names an article of the GDPR only where it applies', () => {
    const toDuty = (jurisdiction: NoticeFacts['jurisdiction'], relation: NotifiedParty['relation']) =>
      unwrap(
        composeNotice(
          toFacts({ ...(jurisdiction === undefined ? {} : { jurisdiction }), party: toParty({ relation }) }),
        ).text,
      );
    for (const relation of ['controller', 'processor', 'independent', null] as const) {
      expect(toDuty('gdpr', relation)).toMatch(/[ (]GDPR Article 33/);
      expect(toDuty('uk-gdpr', relation)).toContain('UK GDPR Article 33');
      expect(toDuty('other', relation)).not.toContain('GDPR');
    }
    const { jurisdiction: _unknown, ...facts } = toFacts();
    expect(composeNotice(facts).text).not.toContain('GDPR');
  });

  test('addresses a person as a person: own address, no staff, no duty', () => {
    const figures = { ...NORTHWIND_FIGURES, affectedAddresses: 1 };
    const { addresses: _none, ...own } = toFacts({ party: PERSON, figures });
    const text = unwrap(composeNotice(own).text);
    expect(text).toMatch(/^To jo@freemail\.example /);
    expect(text).toContain('emails between you and Harbor Energy. ');
    expect(text).toContain('We found one address of yours in these emails: jo@freemail.example.');
    expect(text).toContain('your email address and this code');
    expect(text).not.toMatch(/of yours who|your organization|DNS|dig |root|public log/);
  });

  test('tells everybody the possible consequences and whom to ask', () => {
    const { organization } = toFacts();
    const toAsked = (parts: Partial<typeof organization>): string =>
      unwrap(toText({ party: PERSON, organization: { ...organization, ...parts } }));
    expect(toAsked({})).toContain('What may follow: messages that quote these emails to deceive you');
    expect(toText({})).toContain('What may follow: replies in real conversations');
    expect(toAsked({})).toContain('Questions: write to notices@harbor.example, or call +1 713 555 0100.');
    const { signature: _none, ...older } = organization;
    const toOlder = (parts: Partial<typeof organization>): string =>
      unwrap(toText({ organization: { ...older, ...parts } }));
    const asked = 'Questions: write to answers@harbor.example, or call ';
    expect(toOlder({})).toContain(`${asked}the number on our web site.`);
    expect(toOlder({ telephone: '+49 30 5550 0100' })).toContain(`${asked}+49 30 5550 0100.`);
    // Nothing in a notice leads off the domain.
    const elsewhere = toOlder({ reply: 'answers@helpdesk.example' });
    expect(elsewhere).toContain(
      'Questions: answer this notice if it came by email, or call the number on our web site.',
    );
    expect(elsewhere).not.toContain('helpdesk');
  });

  test('states consequences for a person conditionally unless a message is known to be opened', () => {
    const { figures } = toFacts();
    const unread = { ...figures, accessed: 0, presumed: 0, partial: 0 };
    const all = figures.messages + figures.undetermined;
    const doubts = [
      { ...unread, messages: 0, possible: 0, undetermined: all },
      { ...unread, messages: all, possible: all, undetermined: 0 },
    ];
    for (const doubt of doubts)
      expect(unwrap(toText({ party: PERSON, figures: doubt }))).toMatch(
        /If these emails were read, what may follow is messages that quote them/,
      );
    for (const verdict of ['accessed', 'presumed', 'partial']) {
      const one = { ...unread, messages: all, possible: all - 1, undetermined: 0, [verdict]: 1 };
      expect(unwrap(toText({ party: PERSON, figures: one }))).not.toContain('If these emails were read');
    }
  });

  test("lists measures after what happened, for everybody, in the notice's language only", () => {
    const measures = { en: 'We removed the\napplication.' };
    const organization = { ...toFacts().organization, measures };
    for (const party of [toFacts().party, PERSON])
      expect(unwrap(toText({ organization, party }))).toContain(
        'We discovered this on 18 October 2001. We removed the application. This notice is about 894 emails',
      );
    expect(toText({ organization, language: 'de' })).not.toContain('We removed');
    expect(refuse({ organization: { ...organization, measures: { en: 'see evil.example' } } })).toHaveLength(1);
    expect(unwrap(composeNotice(toWorstFacts()).text.split('\nDetails\n')[1] ?? '')).toMatch(
      /(?:word ){39}word (?:word ){39}word Still open: (?:word ){29}word\. /,
    );
  });

  test('offers three ways to check, and nothing to click', () => {
    const text = unwrap(toText({}));
    expect(text).toContain('Type harbor.example/notice into your browser, then your domain and this code: 0320-');
    expect(text).toContain('dig TXT _candor.harbor.example key=f3a1-77c0-19be-0d42-8a5e-c6f1-3b90-e2d7');
    expect(text).toContain('Call the number on our web site and read out the code.');
    expect(text).toContain('418 entries when this was written; its root: nCw5n3E0y8m3k7wV1b2vJ4aQm0t9sXrLQe6hUuTzY3k=');
    const organization = { ...toFacts().organization, telephone: '+49 30 5550 0100' };
    expect(unwrap(toText({ organization }))).toContain('Call +49 30 5550 0100 (compare it with our web site)');
  });

  test('states what is unknown, also that nothing is missing', () => {
    expect(unwrap(toText({}))).toContain('What we do not know The log of one affected mailbox has gaps.');
    const unknown = { mailboxes: 0, gaps: {}, sentence: { en: 'We do not know who it was.' } };
    const sure = { ...NORTHWIND_FIGURES, undetermined: 0, messages: NORTHWIND_FIGURES.messages };
    expect(unwrap(toText({ unknown, figures: sure }))).toContain('We know of no gap in the logs of the affected');
    expect(unwrap(toText({ unknown }))).toContain(
      'For 9 emails we cannot say whether the intruder had access. Still open: We do not know who',
    );
  });

  test('lists each kind of gap in the details, with the number of mailboxes', () => {
    const unknown = { mailboxes: 3, gaps: { throttled: 1, lossy: 0, unasserted: 2 }, sentence: null };
    const details = unwrap(toText({ unknown })).split(' Details ')[1] ?? '';
    expect(details).toContain('- So much was opened that the provider stopped recording: 1 mailbox');
    expect(details).toContain('- Nobody confirms that the log is complete: 2 mailboxes');
    expect(details).not.toContain('Records list less');
  });

  test('promises a next update only if there is a date', () => {
    expect(unwrap(toText({}))).toContain('Next update: 21 October 2001, even if nothing changes.');
    expect(unwrap(toText({ nextUpdate: null }))).toContain('Next update: when more is known.');
  });

  test('gives the exposure version of every figure', () => {
    expect(unwrap(toText({}))).toContain(`exposure version 2, digest ${toFacts().exposure.digest}.`);
  });

  test('writes a window or period of one day as one day', () => {
    const day = at(2001, 9, 10, 8);
    const figures = { ...NORTHWIND_FIGURES, first: day, last: day };
    const text = unwrap(
      toText({ window: { start: day, contained: day + 3600 }, recorded: { first: day, last: day }, figures }),
    );
    expect(text).toContain('mailboxes of ours on 10 September 2001.');
    expect(text).toContain('This notice is about 894 emails, in 3 of our mailboxes, dated 10 September 2001:');
  });
});

describe('changes since the last notice', () => {
  const figures = {
    ...NORTHWIND_FIGURES,
    accessed: 852,
    presumed: 0,
    secrets: 40,
    custodians: 4,
    last: at(2001, 10, 10),
  };

  test('a supplement names the notice it replaces and each difference, and marks nothing else', () => {
    const text = toHead(toText({ ...SHORT, kind: 'supplement', wave: 'supplement', previous, figures }));
    expect(text).toContain('This adds to our notice of 7 October 2001 and replaces it.');
    expect(text).toContain('What changed since our notice of 7 October 2001\n');
    const marked = [...unwrap(text).matchAll(/(\S+ \S+) \(before: ([^)]*)\)/g)].map(([, what, before]) => [
      what,
      before,
    ]);
    expect(marked).toEqual([
      ['our mailboxes', '3'],
      ['October 2001', '3 June 1999 to 9 October 2001'],
      ['the intruder', '312'],
      ['presumed copied', '540'],
      ['access codes', '37'],
    ]);
  });

  test('the total shows its previous value like each of its figures', () => {
    const more = { ...NORTHWIND_FIGURES, accessed: 313, messages: NORTHWIND_FIGURES.messages + 1 };
    const text = unwrap(toText({ kind: 'supplement', wave: 'supplement', previous, figures: more }));
    expect(text).toContain('This notice is about 895 emails (before: 894)');
  });

  test('changed mailboxes and dates are not shown alone where their previous values do not fit', () => {
    const worst = toWorstFacts({ kind: 'supplement' });
    const head = unwrap(toHead(composeNotice(worst).text));
    expect(worst.previous?.figures.custodians).not.toBe(worst.figures.custodians);
    expect(head).not.toContain('of our mailboxes');
    expect(head).not.toContain(', dated');
  });

  test('a figure that is gone stays in the list with its previous value', () => {
    const text = toText({ kind: 'correction', wave: 'correction', previous, figures });
    expect(text).toContain('  - 0 must be presumed copied (before: 540)');
    expect(unwrap(text)).toContain('Part of what we said was wrong.');
  });

  test('a supplement for another reason says that no figure has changed', () => {
    const readableFrom = at(2001, 10, 23);
    const text = toText({ kind: 'supplement', wave: 'content', previous, readableFrom });
    expect(text).toContain('What changed since our notice of 7 October 2001\nNo figure has changed.\n');
    expect(unwrap(text)).toContain('From 23 October 2001, people whom you approve can read these emails');
    expect(toText({ kind: 'supplement', previous, figures })).not.toContain('No figure has changed');
  });

  test('a figure of listed password messages is not called computed', () => {
    const computed = 'All figures were computed from our mailboxes and logs';
    const unsearched = toText({ figures: { ...NORTHWIND_FIGURES, secrets: null } });
    expect(unwrap(unsearched)).toContain(computed);
    expect(unwrap(toText({}))).not.toContain(computed);
    expect(unwrap(toText({}))).toContain('Our people listed which messages hold passwords, keys or access codes.');
  });

  test('agreement in number: one of several messages is, and does not are', () => {
    const figures = toFigures({ accessed: 1, undetermined: 2, affectedAddresses: 1, custodians: 1 });
    expect(unwrap(toText({ figures }))).toContain('For 1 of the 3 messages, access at least cannot be ruled out.');
  });

  test('a correction to nothing says so and asks for nothing', () => {
    const text = toText({ kind: 'correction', wave: 'correction', previous, figures: toFigures({}) });
    expect(unwrap(text)).toContain(
      'By what we know now, the intruder had no access to any email between Northwind and Harbor Energy. Before,',
    );
    expect(text).not.toContain('do now');
    expect(text).toContain('  - 0 opened or copied by the intruder (before: 312)');
  });

  test('does not claim that nobody had access to a party that is in no mailbox any more', () => {
    const lost = { kind: 'correction', wave: 'correction', previous, figures: toFigures({}), isGone: true } as const;
    const nothingUnknown = { mailboxes: 0, gaps: {}, sentence: null };
    const text = unwrap(toText({ ...lost, unknown: nothingUnknown }));
    expect(text).toContain('That does not show that the intruder had no access to any. Before, we said:');
    expect(text).not.toContain('By what we know now');
    expect(text).not.toContain('We know of no gap');
    expect(toSubject(lost)).toContain('Our evidence no longer shows what we said about emails between Northwind and');
  });

  test('a reminder is the first text with one more line', () => {
    const short = { ...SHORT, figures: { ...NORTHWIND_FIGURES, secrets: 0 } };
    const first = toText(short);
    const reminder = toText({ ...short, kind: 'reminder', previous });
    expect(reminder.replace('This reminds you of our notice of 7 October 2001.\n\n', '')).toBe(first);
    expect(toSubject({ kind: 'reminder', previous })).toBe(`Reminder: ${toSubject({})}`);
  });

  test('an update is three lines with its own code', () => {
    for (const language of LANGUAGES) {
      const { text } = composeNotice(toFacts({ kind: 'update', wave: 'update', previous, language }));
      const paragraphs = text.trim().split('\n\n');
      expect(paragraphs).toHaveLength(3);
      expect(paragraphs[2]).toContain(toFacts().code);
    }
  });
});

describe('at most 300 words before the details', () => {
  test('with the worst facts in every language and kind', () => {
    for (const language of LANGUAGES)
      for (const kind of ['first', 'supplement', 'correction', 'reminder', 'update'] as const)
        for (const relation of ['controller', 'processor', 'independent', null] as const) {
          const worst = toWorstFacts({ language, kind });
          for (const party of [{ ...worst.party, relation }, PERSON]) {
            const { text } = composeNotice({ ...worst, party });
            expect(countHeadWords(text), `${language} ${kind} ${relation} ${party.kind}`).toBeLessThanOrEqual(300);
          }
        }
  });

  test('moves text without room into the details', () => {
    const { text } = composeNotice(toWorstFacts());
    const details = unwrap(text.slice(text.indexOf('\nDetails\n')));
    expect(details).toContain('word word word');
    expect(details).toContain('All figures What changed since our notice of 1 October 2001');
    expect(details).toContain('1,000,000 sent as bulk or list mail (before: 4,004)');
    expect(details).toContain(toFacts().checkpoint.root);
  });
});

describe('manual texts', () => {
  test('puts an added paragraph into the details, escaped in the HTML', () => {
    const { text, html } = composeNotice(toFacts({ added: 'Ask for <Ines> & co.\n\nSecond\r\nparagraph of 3 lines.' }));
    expect(text).toContain('For you in particular\nAsk for <Ines> & co.\n\nSecond paragraph of 3 lines.');
    expect(html).toContain('>Ask for &lt;Ines&gt; &amp; co.</p>');
  });

  test('story and unknown replace our own sentences only in their language', () => {
    const organization = { ...toFacts().organization, happened: { de: 'Jemand war im Postfach.' } };
    expect(unwrap(toText({ organization, language: 'de' }))).toContain('Jemand war im Postfach.');
    expect(unwrap(toText({ organization }))).toContain('The intruder had access to mailboxes of ours');
  });

  test('refuses links outside the domain and accepts links inside', () => {
    for (const added of ['see https://evil.example/', 'evil.example/login', 'x@evil.example', 'javascript:alert(1)'])
      expect(refuse({ added }), added).toHaveLength(1);
    expect(refuse({ added: 'see status.harbor.example or write to answers@harbor.example' })).toEqual([]);
  });

  test('refuses hidden characters, too many words and too many characters, all reasons at once', () => {
    expect(refuse({ added: 'a\u202Eb' })[0]).toContain('U+202E');
    expect(refuse({ added: 'x '.repeat(260) })[0]).toContain('words');
    expect(refuse({ added: 'x'.repeat(3000) })[0]).toContain('characters');
    const sentence = { en: 'evil.example' };
    const organization = { ...toFacts().organization, happened: { en: 'see evil.example' }, telephone: 'tel:+1' };
    expect(refuse({ added: 'evil.example', organization, unknown: { mailboxes: 0, gaps: {}, sentence } })).toHaveLength(
      4,
    );
  });

  test('refuses a page outside the domain', () => {
    const toPage = (page: string): readonly string[] => refuse({ organization: { ...toFacts().organization, page } });
    for (const page of [
      'evil.example/notice',
      'https://harbor.example/notice',
      'harbor.example.evil.test',
      'harbor.example/?a',
    ])
      expect(toPage(page), page).toHaveLength(1);
    for (const page of ['harbor.example', 'tell.harbor.example/notice/']) expect(toPage(page), page).toEqual([]);
  });
});

describe('faults of the caller', () => {
  test('contradicting figures never reach a reader', () => {
    for (const wrong of [{ messages: 1 }, { accessed: -1 }, { bulk: 1.5 }, { held: Number.NaN }, { first: null }])
      expect(() => toText({ figures: { ...NORTHWIND_FIGURES, ...wrong } })).toThrow();
    expect(() => toText({ code: '0320-EJMD' })).toThrow('code');
    expect(() => toText({ kind: 'supplement' })).toThrow('before');
  });
});

describe('foreign names', () => {
  const hostile = 'Evil\r\nBcc: all@evil.example\u202E';

  test('omits a name that programs would link elsewhere, but not one of its own domain', () => {
    for (const name of [hostile, 'Click evil.example', 'http://evil.example'])
      expect(toText({ party: toParty({ name }) }).split('\n')[0]).toBe('To the security team of northwind.example');
    const title = toText({ party: toParty({ name: 'Northwind.example Ltd' }) }).split('\n')[0];
    expect(title).toBe('To the security team of Northwind.example Ltd (northwind.example)');
  });

  test('markup, line endings and phrases in names are plain letters', () => {
    const { text, html, subject } = composeNotice(
      toFacts({
        party: toParty({ name: '<b>{n}</b>\r\nTo: x' }),
        organization: { ...toFacts().organization, name: 'Harbor\r\nBcc: x' },
      }),
    );
    expect(text.split('\n')[0]).toBe('To the security team of <b>{n}</b> To: x (northwind.example)');
    expect(html).toContain('&lt;b&gt;{n}&lt;/b&gt; To: x');
    expect(subject).not.toMatch(/[\r\n]/);
  });

  test('shortens domains of 4,000 characters and lists of hundreds', () => {
    const domains = Array.from({ length: 300 }, (_, at) => `${'a'.repeat(4000)}${at}.example`);
    const text = toText({ party: toParty({ name: null, domains }) });
    expect(text.split('\n')[0]?.length).toBeLessThan(100);
    expect(text).toContain('and 280 more');
    expect(text.length).toBeLessThan(9000);
  });

  test('does not show an unusual local part', () => {
    const party = { ...PERSON, id: '"http://evil.example/ x"@freemail.example' };
    expect(toText({ party }).split('\n')[0]).toBe('To freemail.example');
  });
});
