import { escapeControls, readCsv } from '@candor/core/base';
import type { PartyExposure } from '@candor/core/impact';
import { PARTIES_CSV_HEADER, toCsvLine, toPartyLine, toUnresolvedLines } from '@candor/core/impact/exchange';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('toCsvLine', () => {
  it('quotes commas and quotes', () => {
    expect(toCsvLine(['a,b', 'say "x"', 'plain', 7])).toBe('"a,b","say ""x""",plain,7\n');
  });

  it.each(['=', '+', '-', '@'])('puts an apostrophe before a leading %j', (mark) => {
    expect(toCsvLine([`${mark}x`, `x${mark}`])).toBe(`'${mark}x,x${mark}\n`);
  });

  it('escapes characters that a terminal or a line reader would obey', () => {
    expect(toCsvLine(['a\u001b]0;pwned\u0007b', 'l\nm', '\tx', 'c\r', '\u009b2J', '\u202e'])).toBe(
      'a[U+001B]]0;pwned[U+0007]b,l[U+000A]m,[U+0009]x,c[U+000D],[U+009B]2J,[U+202E]\n',
    );
  });

  it('is one line that reads back as one row, whatever the fields contain', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 5 }), (fields) => {
        const line = toCsvLine(fields);
        expect(line).toMatch(/^[^\p{Cc}\p{Zl}\p{Zp}]*\n$/u);
        const row = [...readCsv(`x,y\n${line}`)][1];
        const values = fields.map(escapeControls).map((field) => (/^[=+\-@]/.test(field) ? `'${field}` : field));
        expect(row).toEqual({ line: 2, fields: values, broken: false });
      }),
    );
  });
});

describe('parties.csv', () => {
  const party: PartyExposure = {
    party: 'org-acme',
    kind: 'organization',
    name: '=Acme "North", Inc.',
    country: null,
    mergedIds: ['org-acme'],
    contacts: { imported: [], curated: [], withdrawn: [] },
    domains: ['b.example', 'a.example'],
    addresses: [],
    accessed: 1,
    presumed: 2,
    partial: 3,
    possible: 4,
    undetermined: 5,
    messages: 10,
    copies: 12,
    first: 0,
    last: 1_000_000_000,
    custodians: [
      { custodian: 'ben', messages: 1, copies: 1 },
      { custodian: 'ada', messages: 1, copies: 1 },
    ],
    roles: { sender: 0, recipient: 0, blindRecipient: 0, attached: 0 },
    intruderSent: 6,
    bulk: 7,
    undeterminedBulk: 8,
    intruderSentToOthers: 5,
  };

  it('has the specified columns', () => {
    expect(PARTIES_CSV_HEADER).toBe(
      'party,kind,name,domains,accessed,presumed,partial,possible,undetermined,messages,copies,first,last,custodians,intruder_sent,bulk\n',
    );
    expect(toPartyLine(party)).toBe(
      'org-acme,organization,"\'=Acme ""North"", Inc.",a.example;b.example,1,2,3,4,5,10,12,1970-01-01T00:00:00Z,2001-09-09T01:46:40Z,ada;ben,6,7\n',
    );
  });

  it('leaves unknown dates empty', () => {
    expect(toPartyLine({ ...party, first: null, last: null })).toContain(',12,,,ada;ben,');
  });
});

describe('unresolved.jsonl', () => {
  it('is sorted by what, value and reason', () => {
    const lines = toUnresolvedLines([
      { what: 'message-id', value: '<a@b.example>', count: 2, reason: 'in-other-mailbox' },
      { what: 'message-id', value: '<a@b.example>', count: 1, reason: 'deleted-before-collection' },
      { what: 'mailbox', value: 'b', count: 1, reason: 'not-supplied' },
      { what: 'address', value: 'z', count: 3, reason: 'no-domain' },
    ]);
    expect(lines).toEqual([
      '{"what":"address","value":"z","count":3,"reason":"no-domain"}\n',
      '{"what":"mailbox","value":"b","count":1,"reason":"not-supplied"}\n',
      '{"what":"message-id","value":"<a@b.example>","count":1,"reason":"deleted-before-collection"}\n',
      '{"what":"message-id","value":"<a@b.example>","count":2,"reason":"in-other-mailbox"}\n',
    ]);
  });
});
