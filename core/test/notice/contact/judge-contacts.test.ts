import { type ContactContext, judgeContacts, readContactCsv } from '@candor/core/notice/contact';
import { describe, expect, test } from 'vitest';

const party = (
  id: string,
  kind: 'organization' | 'person' | 'list',
  domains: string[],
  addresses: string[],
  name = id,
) => ({
  party: id,
  name,
  kind,
  mergedIds: [],
  domains,
  addresses: addresses.map((address) => ({ address, spelling: address, messages: 1 })),
});

const surroundings: ContactContext = {
  parties: [
    party(
      'org-acme',
      'organization',
      ['acme.example', 'mailhost.example'],
      ['jo@acme.example', 'cto@mailhost.example'],
      'Acme, Inc.',
    ),
    party('lamp.example', 'organization', ['lamp.example'], ['it@lamp.example']),
    party('north-lamp.example', 'organization', ['north.lamp.example'], ['ed@north.lamp.example'], 'Lamp'),
    party('lamp.test', 'organization', ['lamp.test'], ['ed@lamp.test'], 'Lamp'),
    party('kim@mailhost.example', 'person', ['mailhost.example'], ['kim@mailhost.example'], 'Kim'),
    party('board', 'list', ['lists.example'], ['board@lists.example']),
    party('=cmd()', 'organization', ['formula.example'], ['a@formula.example']),
  ],
  toCell: (id) => id.replace(/^=/, "'="),
  consumerDomains: new Set(['mailhost.example']),
  findUnusable: (_, contact) =>
    contact.endsWith('@harbor.example') ? 'internal' : contact.startsWith('gone@') ? 'withdrawn' : null,
};

const judge = (...rows: readonly string[]) => {
  const list = readContactCsv(['party,contact,contact_role,language', ...rows, ''].join('\n'));
  return { ...judgeContacts(list.contacts, surroundings), list };
};
const flaw = (row: string) => judge(row).problems.map(({ flaw }) => flaw);

test('a party is named by id, name, domain or address, and the contact is kept as written', () => {
  const { contacts, problems } = judge(
    'org-acme,Security@acme.example,security,de-AT',
    '"Acme, Inc.",privacy@acme.example,,',
    'acme.example,legal@acme.example,legal counsel,fr',
    'JO@acme.example,jo@acme.example,,',
    ',it@lamp.example,,',
  );
  expect(problems).toEqual([]);
  expect(contacts.map(({ party: id, contact }) => `${id} ${contact}`)).toEqual([
    'org-acme Security@acme.example',
    'org-acme privacy@acme.example',
    'org-acme legal@acme.example',
    'org-acme jo@acme.example',
    'lamp.example it@lamp.example',
  ]);
  expect(contacts[0]).toMatchObject({ line: 2, role: 'security', language: 'de-AT' });
});

describe('an unusable contact is a problem with its line', () => {
  test.for([
    ['lamp.example,jo@acme.example,,', 'other-party'],
    ['org-acme,ciso@deep.lamp.example,,', 'other-party'],
    ['lamp.example,ciso@north.lamp.example,,', 'other-party'],
    ['lamp.example,kim@mailhost.example,,', 'other-party'],
    ['org-acme,=HYPERLINK("http://evil.example"),,', 'no-address'],
    ['org-acme,"a@acme.example,b@acme.example",,', 'no-address'],
    ['org-acme,call us,,', 'no-address'],
    ['org-acme,a@acme.example\u202e,,', 'unseen-characters'],
    ['org-acme,a@acme.example,sec\u0007urity,', 'unseen-characters'],
    ['org-acme,a@acme.example,=1+1,', 'role'],
    ['org-acme,a@acme.example,,tlh', 'language'],
    ['org-acme,a@harbor.example,,', 'internal'],
    ['org-acme,gone@acme.example,,', 'withdrawn'],
    ['nobody.example,a@b.example,,', 'unknown-party'],
    [',a@b.example,,', 'no-party'],
    ['Lamp,a@b.example,,', 'several-parties'],
    ['board,a@lists.example,,', 'list'],
    ['kim@mailhost.example,boss@mailhost.example,,', 'other-address'],
  ] as const)('%s', ([row, expected]) => {
    const { contacts, problems } = judge('lamp.example,it@lamp.example,,', row);
    expect(problems.map(({ line, flaw: found }) => [line, found])).toEqual([[3, expected]]);
    expect(contacts).toHaveLength(1);
  });
});

test("an address at a mail provider or at no party's domain may be a contact of any organization", () => {
  for (const row of ['lamp.example,office@mailhost.example,,', 'lamp.example,ciso@law.example,,'])
    expect(judge(row).problems).toEqual([]);
});

test('reports and skips a repeated row; a contradicting one is a problem', () => {
  const { contacts, repeated, problems } = judge(
    'org-acme,a@acme.example,security,de',
    'acme.example,A@acme.example,security,de',
    'org-acme,a@acme.example,privacy,de',
    'org-acme,a@acme.example,security,fr',
  );
  expect(contacts).toHaveLength(1);
  expect(repeated).toEqual([3]);
  expect(problems.map(({ line, flaw: found }) => [line, found])).toEqual([
    [4, 'role'],
    [5, 'language'],
  ]);
});

test('reads back an id that a spreadsheet would take for a formula', () => {
  expect(judge("'=cmd(),a@formula.example,,").contacts).toMatchObject([{ party: '=cmd()' }]);
  expect(flaw("'=other(),a@formula.example,,")).toEqual(['unknown-party']);
});

describe('the table', () => {
  const read = (text: string) => {
    const { contacts, open, problems } = readContactCsv(text);
    return { contacts: contacts.length, open, problems: problems.map(({ line, flaw: found }) => `${line} ${found}`) };
  };

  test('accepts semicolons, a byte order mark and extra columns; unfilled rows stay open', () => {
    expect(read('\ufeffname;contact;party\r\nAcme;a@acme.example;org-acme\r\nLamp;;lamp.example\r\n;;\r\n')).toEqual({
      contacts: 1,
      open: 1,
      problems: [],
    });
  });

  test('reports an error in a row and reads all other rows', () => {
    const rows = ['a,"x@a.example', 'b,x@b.example,,,more', 'c,,security', '\ufffd,x@d.example', 'e,x@e.example'];
    expect(read(['party,contact,contact_role,language', ...rows].join('\n'))).toEqual({
      contacts: 2,
      open: 0,
      problems: ['5 not-utf8', '2 broken-quote', '3 too-many-fields', '4 no-address'],
    });
  });

  test('distinguishes an empty file and one without the columns from a list', () => {
    expect(read('').problems).toEqual(['1 no-columns']);
    expect(read('who,where\na,b').problems).toEqual(['1 no-columns']);
  });
});
