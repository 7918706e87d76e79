import type { AddressRole } from '@candor/core/evidence/message';
import { type CountedCopy, createImpact, type ImpactResult, type PartyExposure } from '@candor/core/impact';
import { applyCuration, type CurationAct } from '@candor/core/impact/curation';
import { readDirectory } from '@candor/core/impact/party';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE } from './fictional-reference.ts';

interface CopyOfTest extends Omit<CountedCopy, 'uses'> {
  readonly addresses: readonly (readonly [AddressRole, string])[];
}

const COPY: CopyOfTest = {
  custodian: 'ada',
  fingerprint: '01',
  verdict: 'accessed',
  intruderSent: false,
  draft: false,
  bulk: false,
  date: 1000,
  addresses: [['to', 'jo@acme.example']],
};

const INCIDENT = {
  organization: { name: 'Harbor', domains: ['harbor.example'], addresses: [], mailboxes: null, applications: [] },
};

type Counted = Omit<ImpactResult, 'parties'> & { readonly parties: readonly PartyExposure[] };

function run(copies: readonly Partial<CopyOfTest>[], rows = '', acts: readonly CurationAct[] = []): Counted {
  const { directory } = readDirectory(`match,party,kind,name,country,contact\n${rows}`, {
    file: 'd.csv',
    organizationDomains: INCIDENT.organization.domains,
    suffixRules: REFERENCE.suffixRules,
  });
  const operations = acts.map((act, at) => ({ sequence: at + 1, by: 'ada', at: 0, why: 'known', act }));
  const impact = createImpact({
    incident: INCIDENT,
    directory,
    reference: REFERENCE,
    curation: applyCuration(operations),
  });
  for (const partial of copies) {
    const { addresses, ...copy } = { ...COPY, ...partial };
    impact.addCopy({
      ...copy,
      uses: addresses.map(([role, address]) => impact.registerUse({ role, address, unreadable: null })),
    });
  }
  const result = impact.finish();
  return { ...result, parties: [...result.parties] };
}

const only = (result: Counted) => {
  expect(result.parties).toHaveLength(1);
  return result.parties[0]!;
};

describe('message counts', () => {
  it('count a message once, at the strongest verdict of its copies', () => {
    const party = only(run([{ verdict: 'no-evidence' }, { verdict: 'possible' }, { verdict: 'presumed' }]));
    expect(party).toMatchObject({ accessed: 0, presumed: 1, partial: 0, possible: 0, undetermined: 0, messages: 1 });
  });

  it('have a column per verdict except no-evidence and absent, and a sum of possible and stronger', () => {
    const verdicts = ['accessed', 'presumed', 'partial', 'possible', 'undetermined', 'no-evidence', 'absent'] as const;
    const party = only(run(verdicts.map((verdict, at) => ({ verdict, fingerprint: `0${at}` }))));
    expect(party).toMatchObject({ accessed: 1, presumed: 1, partial: 1, possible: 1, undetermined: 1, messages: 4 });
  });

  it('count a message for every party in the headers of any of its copies', () => {
    const { parties } = run([
      { verdict: 'no-evidence', addresses: [['bcc', 'al@bay.example']] },
      { verdict: 'accessed', custodian: 'ben' },
    ]);
    expect(
      parties.map(({ party, accessed, custodians }) => [party, accessed, custodians.map((c) => c.custodian)]),
    ).toEqual([
      ['acme.example', 1, ['ben']],
      ['bay.example', 1, ['ben']],
    ]);
  });

  it('count only copies whose own verdict is possible or stronger, with their custodians', () => {
    const party = only(
      run([
        { verdict: 'accessed', custodian: 'ben' },
        { verdict: 'possible', custodian: 'ada' },
        { verdict: 'undetermined', custodian: 'cyd' },
        { fingerprint: '02', verdict: 'undetermined', custodian: 'dan' },
      ]),
    );
    expect(party.copies).toBe(2);
    expect(party.custodians).toEqual([
      { custodian: 'ada', messages: 1, copies: 1 },
      { custodian: 'ben', messages: 1, copies: 1 },
    ]);
  });

  it('take first and last dates from exposed messages only', () => {
    const party = only(
      run([
        { fingerprint: '01', date: 500, verdict: 'undetermined' },
        { fingerprint: '02', date: 900 },
        { fingerprint: '03', date: null },
        { fingerprint: '04', date: 700 },
      ]),
    );
    expect([party.first, party.last]).toEqual([700, 900]);
    expect(only(run([{ date: null }])).first).toBeNull();
  });

  it('count intruder-sent messages at any verdict, bulk among exposed ones, and both separately when undetermined', () => {
    const party = only(
      run([
        { fingerprint: '01', verdict: 'no-evidence', intruderSent: true, bulk: true },
        { fingerprint: '02', verdict: 'undetermined', bulk: true },
        { fingerprint: '03', verdict: 'accessed' },
        { fingerprint: '03', verdict: 'no-evidence', bulk: true, intruderSent: true },
      ]),
    );
    expect([party.intruderSent, party.bulk, party.undeterminedBulk, party.messages]).toEqual([2, 1, 1, 1]);
  });

  it('count a message as undecided only where each of its exposed copies rests on undecided records', () => {
    const result = run([
      { fingerprint: '01', verdict: 'presumed', undecided: true },
      { fingerprint: '01', verdict: 'accessed', custodian: 'ben' },
      { fingerprint: '02', verdict: 'possible', undecided: true },
      { fingerprint: '02', verdict: 'no-evidence', custodian: 'ben' },
    ]);
    expect(only(result)).toMatchObject({ messages: 2, undecided: 1 });
    expect(result.undecidedCopies).toBe(2);
  });

  it('omit zero counts that an earlier Candor did not have, so that its parties still match their verdicts', () => {
    const party = only(run([{ verdict: 'undetermined' }]));
    expect(Object.keys(party)).not.toContain('undeterminedBulk');
    expect(Object.keys(party)).not.toContain('intruderSentToOthers');
    expect(Object.keys(party)).not.toContain('undecided');
  });

  it('separately count mail that the intruder sent to others and that mentions the party', () => {
    const sent = { verdict: 'no-evidence', intruderSent: true } as const;
    const { parties } = run([
      {
        ...sent,
        fingerprint: '01',
        addresses: [
          ['to', 'jo@acme.example'],
          ['attached', 'al@bay.example'],
        ],
      },
      {
        ...sent,
        fingerprint: '02',
        addresses: [
          ['bcc', 'jo@acme.example'],
          ['from', 'al@bay.example'],
        ],
      },
      { ...sent, fingerprint: '03', addresses: [['attached', 'jo@acme.example']] },
      { ...sent, fingerprint: '03', addresses: [['resent-to', 'jo@acme.example']] },
    ]);
    expect(
      parties.map(({ party, intruderSent, intruderSentToOthers }) => [party, intruderSent, intruderSentToOthers]),
    ).toEqual([
      ['acme.example', 3, undefined],
      ['bay.example', 2, 2],
    ]);
  });

  it('count a message in each role of the party', () => {
    const roles: AddressRole[] = [
      'from',
      'sender',
      'reply-to',
      'resent-from',
      'to',
      'cc',
      'resent-to',
      'resent-cc',
      'bcc',
      'resent-bcc',
      'attached',
    ];
    const result = run(
      roles.map((role, at) => ({ fingerprint: `${at + 10}`, addresses: [[role, 'jo@acme.example']] })),
    );
    expect(only(result).roles).toEqual({ sender: 4, recipient: 4, blindRecipient: 2, attached: 1 });
    const twice = run([
      {
        addresses: [
          ['from', 'jo@acme.example'],
          ['to', 'al@acme.example'],
          ['cc', 'al@acme.example'],
        ],
      },
    ]);
    expect(only(twice).roles).toEqual({ sender: 1, recipient: 1, blindRecipient: 0, attached: 0 });
  });

  it('list lower-case addresses with their messages, in UTF-8 order', () => {
    const party = only(
      run([
        {
          fingerprint: '01',
          addresses: [
            ['to', 'Jo@Acme.example'],
            ['cc', 'jo@acme.example'],
          ],
        },
        { fingerprint: '02', addresses: [['to', 'al@mail.acme.example']], verdict: 'undetermined' },
      ]),
    );
    expect(party.addresses).toEqual([
      { address: 'al@mail.acme.example', spelling: 'al@mail.acme.example', messages: 0 },
      { address: 'jo@acme.example', spelling: 'Jo@Acme.example', messages: 1 },
    ]);
    expect(party.domains).toEqual(['acme.example']);
  });

  it('give every party a line, also with zeros, and internal addresses none', () => {
    const { parties } = run([
      {
        verdict: 'absent',
        addresses: [
          ['to', 'x@harbor.example'],
          ['to', 'd@groups.example'],
          ['to', 'jo@b.example'],
        ],
      },
    ]);
    expect(parties.map(({ party, kind, messages }) => [party, kind, messages])).toEqual([
      ['b.example', 'organization', 0],
      ['groups.example', 'list', 0],
    ]);
  });

  it('sort parties by the UTF-8 bytes of their ids', () => {
    const { parties } = run([
      {
        addresses: [
          ['to', '\u{1f600}@freemail.example'],
          ['to', '\uff5e@freemail.example'],
        ],
      },
    ]);
    expect(parties.map(({ party }) => party)).toEqual(['\uff5e@freemail.example', '\u{1f600}@freemail.example']);
  });
});

describe('drafts', () => {
  it('count for no party and no unresolved address, and keep their verdicts', () => {
    const result = run([
      {
        draft: true,
        addresses: [
          ['to', 'jo@acme.example'],
          ['to', 'x@mainframe'],
        ],
      },
    ]);
    expect(result).toMatchObject({ parties: [], unresolvedAddresses: [], drafts: 1 });
    expect(result.messagesPerVerdict.accessed).toBe(1);
    expect(result.copiesPerVerdict.accessed).toBe(1);
  });

  it('are omitted before the strongest verdict, copies, marks and dates are determined', () => {
    const party = only(
      run([
        {
          draft: true,
          verdict: 'accessed',
          custodian: 'ben',
          intruderSent: true,
          bulk: true,
          addresses: [['bcc', 'x@b.example']],
        },
        { verdict: 'possible' },
      ]),
    );
    expect(party).toMatchObject({ accessed: 0, possible: 1, copies: 1, intruderSent: 0, bulk: 0 });
    expect(party.custodians.map(({ custodian }) => custodian)).toEqual(['ada']);
  });
});

describe('unresolved addresses', () => {
  it('count the copies they occur in, at any verdict', () => {
    const { unresolvedAddresses } = run([
      {
        verdict: 'absent',
        addresses: [
          ['to', 'Ops@Mainframe'],
          ['cc', 'ops@mainframe'],
        ],
      },
      {
        verdict: 'accessed',
        addresses: [
          ['to', 'ops@mainframe'],
          ['to', 'a@[192.0.2.1]'],
        ],
      },
    ]);
    expect(unresolvedAddresses).toEqual([
      { value: 'a@[192.0.2.1]', reason: 'ip-literal', count: 1 },
      { value: 'ops@mainframe', reason: 'no-registrable-domain', count: 2 },
    ]);
  });
});

describe('curation after imports', () => {
  const rows =
    'acme.example,org-acme,organization,Acme,US,security@acme.example\nbay.example,org-bay,list,Bay,CA,it@bay.example\n';
  const copies = [
    {
      addresses: [
        ['to', 'jo@acme.example'],
        ['to', 'al@bay.example'],
        ['to', 'cy@dock.example'],
      ] as const,
    },
  ];

  it('merges parties and counts their messages once', () => {
    const { parties } = run(copies, rows, [{ act: 'merge', parties: ['org-acme', 'dock.example'], into: 'org-bay' }]);
    expect(parties).toMatchObject([
      {
        party: 'org-bay',
        kind: 'list',
        name: 'Bay',
        country: 'CA',
        messages: 1,
        mergedIds: ['dock.example', 'org-acme', 'org-bay'],
      },
    ]);
    expect(parties[0]!.domains).toEqual(['acme.example', 'bay.example', 'dock.example']);
    expect(parties[0]!.contacts.imported.map(({ contact }) => contact)).toEqual([
      'it@bay.example',
      'security@acme.example',
    ]);
  });

  it('splits off addresses', () => {
    const split = {
      act: 'split',
      party: 'org-acme',
      matches: ['jo@acme.example'],
      into: 'jo',
      kind: 'person',
    } as const;
    const { parties } = run(copies, rows, [split, { act: 'rename', party: 'jo', name: 'Jo' }]);
    expect(parties.map(({ party, kind, name }) => [party, kind, name])).toContainEqual(['jo', 'person', 'Jo']);
    expect(parties.map(({ party }) => party)).not.toContain('org-acme');
  });

  it('leaves no contact with a party whose address was split off', () => {
    const split = {
      act: 'split',
      party: 'org-acme',
      matches: ['lab.acme.example'],
      into: 'lab',
      kind: 'organization',
    } as const;
    const known = [
      'acme.example,org-acme,organization,Acme,US,security@acme.example',
      'lab.acme.example,org-acme,,,,it@lab.acme.example',
    ];
    const { parties } = run(copies, `${known.join('\n')}\n`, [split]);
    const contacts = parties.find(({ party }) => party === 'org-acme')?.contacts.imported.map(({ contact }) => contact);
    expect(contacts).toEqual(['security@acme.example']);
    const joined = run(copies, `${known.join('\n')}\n`, [split, { act: 'merge', into: 'org-acme', parties: ['lab'] }]);
    const all = joined.parties.find(({ party }) => party === 'org-acme')?.contacts.imported;
    expect(all?.map(({ contact }) => contact)).toEqual(['security@acme.example', 'it@lab.acme.example']);
  });

  it('keeps curated names, kinds and contacts through a contradicting import, and imported contacts separate', () => {
    const acts: CurationAct[] = [
      { act: 'rename', party: 'org-acme', name: 'Acme Holding' },
      { act: 'kind', party: 'org-acme', kind: 'list' },
      {
        act: 'add-contact',
        party: 'org-acme',
        contact: { contact: 'ciso@acme.example', role: 'security', language: 'en' },
      },
      { act: 'withdraw-contact', party: 'org-acme', contact: 'security@acme.example' },
    ];
    for (const name of ['Acme', 'Renamed by the import']) {
      const { parties } = run(copies, `acme.example,org-acme,organization,${name},US,security@acme.example\n`, acts);
      expect(parties.find(({ party }) => party === 'org-acme')).toMatchObject({
        name: 'Acme Holding',
        kind: 'list',
        contacts: {
          imported: [],
          curated: [{ contact: 'ciso@acme.example', role: 'security', language: 'en' }],
          withdrawn: ['security@acme.example'],
        },
      });
    }
  });
});

describe('the whole calculation', () => {
  it('throws when copies are not sorted by fingerprint', () => {
    expect(() => run([{ fingerprint: '02' }, { fingerprint: '01' }])).toThrow(/ascending/);
  });

  it('throws on an unregistered use', () => {
    const impact = createImpact({
      incident: INCIDENT,
      directory: readDirectory('', { file: '', organizationDomains: [], suffixRules: REFERENCE.suffixRules }).directory,
      reference: REFERENCE,
      curation: applyCuration([]),
    });
    expect(() => impact.addCopy({ ...COPY, uses: [16] })).toThrow(/registered/);
  });

  const address = fc.constantFrom(
    'jo@acme.example',
    'JO@acme.example',
    'al@x.acme.example',
    'b@freemail.example',
    'd@groups.example',
    'x@mainframe',
    'y@harbor.example',
    'z@shop.pages.example',
  );
  const copy = fc.record({
    custodian: fc.constantFrom('ada', 'ben'),
    fingerprint: fc.constantFrom('01', '02', '03'),
    verdict: fc.constantFrom('accessed' as const, 'possible' as const, 'undetermined' as const, 'absent' as const),
    draft: fc.boolean(),
    bulk: fc.boolean(),
    intruderSent: fc.boolean(),
    addresses: fc.array(fc.tuple(fc.constantFrom<AddressRole>('from', 'to', 'bcc'), address), { maxLength: 4 }),
  });
  const byFingerprint = (a: { fingerprint: string }, b: { fingerprint: string }) =>
    a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0;
  const withoutSpelling = (result: Counted) =>
    JSON.stringify(result, (key, value) => (key === 'spelling' ? undefined : value));

  it('does not depend on the order of the copies of a message', () => {
    fc.assert(
      fc.property(fc.array(copy, { maxLength: 12 }), (copies) => {
        const one = run([...copies].sort(byFingerprint));
        const other = run([...copies].reverse().sort(byFingerprint));
        expect(withoutSpelling(other)).toBe(withoutSpelling(one));
      }),
    );
  });

  it('assigns each address to exactly one party, with any directory and curation', () => {
    const id = fc.constantFrom('acme.example', 'org', 'b@freemail.example', 'x.acme.example', 'new');
    const act = fc.oneof(
      fc.record({ act: fc.constant('merge' as const), parties: fc.array(id, { maxLength: 2 }), into: id }),
      fc.record({
        act: fc.constant('split' as const),
        party: id,
        matches: fc.array(
          address.map((a) => a.toLowerCase()),
          { maxLength: 2 },
        ),
        into: id,
        kind: fc.constant('person' as const),
      }),
    );
    const row = fc.tuple(
      fc.constantFrom('acme.example', 'x.acme.example', 'jo@acme.example', 'freemail.example'),
      id,
      fc.constantFrom('organization', 'person', 'list', ''),
    );
    fc.assert(
      fc.property(
        fc.array(copy, { maxLength: 6 }),
        fc.array(row, { maxLength: 4 }),
        fc.array(act, { maxLength: 4 }),
        (copies, rows, acts) => {
          const sorted = [...copies].sort(byFingerprint);
          const { parties } = run(sorted, rows.map((cells) => `${cells.join(',')}\n`).join(''), acts);
          const all = parties.flatMap(({ addresses }) => addresses.map((found) => found.address));
          const outside = sorted
            .filter(({ draft }) => !draft)
            .flatMap(({ addresses }) => addresses.map(([, found]) => found.toLowerCase()));
          const expected = new Set(outside.filter((found) => found !== 'x@mainframe' && found !== 'y@harbor.example'));
          expect([...all].sort()).toEqual([...expected].sort());
          expect(new Set(parties.map(({ party }) => party)).size).toBe(parties.length);
        },
      ),
    );
  });
});
