import { readDirectory } from '@candor/core/impact/party';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../fictional-reference.ts';

const HEADER = 'match,party,kind,name,country,contact,contact_role,language\n';
const surroundings = {
  file: 'directory.csv',
  organizationDomains: ['harbor.example'],
  suffixRules: REFERENCE.suffixRules,
};
const read = (text: string) => readDirectory(text, surroundings);
const problemsOf = (rows: string) => read(HEADER + rows).problems.map(({ code, place }) => `${code} ${place}`);

describe('readDirectory', () => {
  it('joins rows to parties, with contacts of all rows', () => {
    const { directory, problems } = read(
      `\ufeff${HEADER}ACME.example,org-acme,organization,"Acme, Inc.",us,security@acme.example,security,en\r\n` +
        'acme.test,org-acme,,,,privacy@acme.test,privacy,de\r\nJo@Freemail.example,,person,Jo,,,,\r\n',
    );
    expect(problems).toEqual([]);
    expect(directory.parties.get('org-acme')).toMatchObject({
      kind: 'organization',
      name: 'Acme, Inc.',
      country: 'US',
      contacts: [
        { contact: 'security@acme.example', role: 'security', language: 'en' },
        { contact: 'privacy@acme.test', role: 'privacy', language: 'de' },
      ],
    });
    expect(directory.domains.get('acme.test')?.party).toBe('org-acme');
    expect(directory.addresses.get('jo@freemail.example')).toMatchObject({ party: null, details: { kind: 'person' } });
  });

  it('reads relation and postal address, both optional', () => {
    const { directory, problems } = read(
      `match,party,kind,name,country,contact,contact_role,language,relation,postal\n` +
        'acme.example,,organization,,,,,,Processor,"Acme|Pier 1\nPort"\nother.example,,organization,,,,,,friend,\n',
    );
    expect(directory.parties.get('acme.example')).toMatchObject({
      relation: 'processor',
      postal: ['Acme', 'Pier 1', 'Port'],
    });
    expect(directory.parties.get('other.example')).toMatchObject({ relation: null, postal: [] });
    expect(problems.map(({ code }) => code)).toEqual(['directory-wrong-relation']);
    expect(read(`${HEADER}acme.example,,organization,,,,,\n`).problems).toEqual([]);
  });

  it('reads semicolon and tab files from spreadsheets, and reports once that letters were lost', () => {
    for (const separator of [';', '\t']) {
      const { directory, problems } = read(
        `${HEADER}acme.example,org-acme,organization,Acme|Inc.,us,,,\n`.replaceAll(',', separator).replace('|', ','),
      );
      expect(problems).toEqual([]);
      expect(directory.parties.get('org-acme')).toMatchObject({ name: 'Acme,Inc.', country: 'US' });
    }
    expect(problemsOf('a.example,,organization,S\ufffdhne,,,,\nb.example,,organization,M\ufffdller,,,,\n')).toEqual([
      'directory-not-utf8 directory.csv:2',
    ]);
  });

  it('accepts columns in any order and reports missing and unknown ones', () => {
    const { directory, problems } = read('kind, Match ,colour\nperson,jo@acme.example,red\n');
    expect(directory.addresses.has('jo@acme.example')).toBe(true);
    expect(problems.map(({ code }) => code)).toEqual(['directory-unknown-column', 'directory-missing-column']);
  });

  it('uses nothing without a match column and reports it once', () => {
    for (const text of ['', 'acme.example,org\nb.example,org\n']) {
      const { directory, problems } = read(text);
      expect(directory.domains.size).toBe(0);
      expect(problems.at(-1)?.code).toBe('directory-no-header');
    }
  });

  it.each([
    [',org,organization,,,,,\n', 'directory-no-match directory.csv:2'],
    ['acme example,org,organization,,,,,\n', 'directory-bad-match directory.csv:2'],
    ['@acme.example,org,organization,,,,,\n', 'directory-bad-match directory.csv:2'],
    ['acme..example,org,organization,,,,,\n', 'directory-bad-match directory.csv:2'],
    ['a b@acme.example,org,organization,,,,,\n', 'directory-bad-match directory.csv:2'],
    ['*.acme.example,org,organization,,,,,\n', 'directory-bad-match directory.csv:2'],
    ['acme.example,org,company,,,,,\n', 'directory-wrong-kind directory.csv:2'],
    ['acme.example,org,,,,,,\n', 'directory-no-kind directory.csv:2'],
    ['"acme.example,org,organization,,,,,\n', 'directory-broken-quote directory.csv:2'],
    ['acme.example,org,organization,Acme,US,,,,more\n', 'directory-too-many-fields directory.csv:2'],
    ['acme.example,org,organization,,,,security,\n', 'directory-no-contact directory.csv:2'],
    ['mail.harbor.example,org,organization,,,,,\n', 'directory-internal directory.csv:2'],
    ['co.uk,org,organization,,,,,\n', 'directory-no-registrable-domain directory.csv:2'],
    ['a.example,org,list,,,,,\na.example,org,list,,,,,\n', 'directory-row-twice directory.csv:3'],
    ['a.example,x,list,,,,,\na.example,y,list,,,,,\n', 'directory-contradiction directory.csv:3'],
    ['a.example,x,list,,,,,\nb.example,x,person,,,,,\n', 'directory-contradiction directory.csv:3'],
    ['a.example,x,list,A,,,,\nb.example,x,list,B,,,,\n', 'directory-contradiction directory.csv:3'],
    ['a.example,x,list,,US,,,\nb.example,x,list,,CA,,,\n', 'directory-contradiction directory.csv:3'],
  ])('reports %j', (rows, problem) => {
    expect(problemsOf(rows)).toContain(problem);
  });

  it('names the kind of a party that has none in the file', () => {
    const textOf = (rows: string): string | undefined =>
      read(HEADER + rows).problems.find(({ code }) => code === 'directory-no-kind')?.text;
    expect(textOf('groups.example,yg,,,,,,\n')).toMatch(/kind; it counts as an organization/);
    expect(textOf('groups.example,,,,,,,\ngroups.example,yg,,,,,,\n')).toMatch(/kind; it counts as an organization/);
    expect(textOf('groups.example,,,,,,,\n')).toMatch(/reference lists decide/);
  });

  it('keeps the first of contradicting rows, and adds fields of later ones', () => {
    const { directory } = read(`${HEADER}a.example,x,,,,,,\na.example,y,list,Y,,,,\na.example,,person,X,,,,\n`);
    expect(directory.domains.get('a.example')).toMatchObject({ party: 'x', details: { kind: 'person', name: 'X' } });
    expect(directory.parties.get('y')).toMatchObject({ kind: 'list', name: 'Y' });
  });

  it('uses the rest of a row with a wrong kind', () => {
    const { directory } = read(`${HEADER}a.example,x,firm,Acme,,,,\nb.example,x,list,,,,,\n`);
    expect(directory.parties.get('x')).toMatchObject({ kind: 'list', name: 'Acme' });
  });

  it('compares domains as A-labels', () => {
    expect(read(`${HEADER}Bücher.example,x,list,,,,,\n`).directory.domains.has('xn--bcher-kva.example')).toBe(true);
  });

  it('never throws, and no problem shows a value', () => {
    const cell = fc.oneof(fc.constantFrom('acme.example', 'jo@acme.example', 'list', '"', 'SECRET', ''), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 8 }), (rows) => {
        const text = HEADER + rows.map((cells) => cells.join(',')).join('\n');
        for (const problem of read(text).problems) expect(problem.text).not.toMatch(/SECRET|acme/);
      }),
    );
  });
});
