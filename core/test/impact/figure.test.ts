import { createImpact, type FigureContext, toFigures } from '@candor/core/impact';
import { applyCuration } from '@candor/core/impact/curation';
import { readDirectory } from '@candor/core/impact/party';
import { expect, it } from 'vitest';
import { REFERENCE } from './fictional-reference.ts';

const SURROUNDINGS: FigureContext = {
  mailboxesInScope: 3,
  mailboxesInAll: null,
  mailboxesFullyCovered: 1,
  firstActivity: -60,
  lastActivity: 60,
  firstAccess: 0,
  lastAccess: null,
  unresolved: [
    { what: 'address', value: 'a', count: 1, reason: 'no-domain' },
    { what: 'message-id', value: '<a>', count: 1, reason: 'in-no-mailbox' },
    { what: 'address', value: 'b', count: 1, reason: 'no-domain' },
  ],
  gapsPerKind: { lossy: 2 },
  mailboxesReached: 2,
  usersExposed: 1,
};

function figuresOf(surroundings: FigureContext = SURROUNDINGS): Record<string, unknown> {
  const { directory } = readDirectory('match,party,kind,country\nacme.example,,organization,US\n', {
    file: 'd.csv',
    organizationDomains: [],
    suffixRules: REFERENCE.suffixRules,
  });
  const impact = createImpact({
    incident: {
      organization: { name: 'Harbor', domains: ['harbor.example'], addresses: [], mailboxes: null, applications: [] },
    },
    directory,
    reference: REFERENCE,
    curation: applyCuration([]),
  });
  const add = (fingerprint: string, verdict: 'accessed' | 'undetermined', addresses: string[]) =>
    impact.addCopy({
      custodian: 'ada',
      fingerprint,
      verdict,
      intruderSent: false,
      draft: false,
      bulk: false,
      date: 0,
      uses: addresses.map((address) => impact.registerUse({ role: 'to', address, unreadable: null })),
    });
  add('01', 'accessed', [
    'jo@acme.example',
    'al@acme.example',
    'p@freemail.example',
    'd@groups.example',
    'Ada@harbor.example',
    'ada@harbor.example',
    'ben@harbor.example',
  ]);
  add('02', 'undetermined', ['xi@acme.example', 'q@freemail.example', 'jo@bay.example', 'cyd@harbor.example']);
  return Object.fromEntries(toFigures(impact.finish(), surroundings).map(({ name, value }) => [name, value]));
}

it('names every figure with formula and version', () => {
  const figures = figuresOf();
  expect(figures).toMatchObject({
    'mailboxes-in-scope': 3,
    'mailboxes-accessed': 1,
    'mailboxes-fully-covered': 1,
    copies: { accessed: 1, undetermined: 1, absent: 0 },
    messages: { accessed: 1, undetermined: 1 },
    drafts: 0,
    parties: { organization: 2, person: 2, list: 1 },
    'parties-exposed': { organization: 1, person: 1, list: 1 },
    'parties-exposed-per-country': { US: 1 },
    'parties-exposed-without-country': 2,
    'first-access': '1970-01-01T00:00:00Z',
    'last-access': null,
    unresolved: { address: 2, 'message-id': 1 },
    gaps: { lossy: 2 },
  });
});

it('counts natural persons as a range with our own people, without lists and addresses of unexposed messages', () => {
  expect(figuresOf()['natural-persons']).toEqual({
    ...{ least: 2, most: 5, ownLeast: 1, ownMost: 2, outsideLeast: 1, outsideMost: 3 },
  });
});

it('gives shares only if the number of all mailboxes is known', () => {
  expect(Object.keys(figuresOf()).filter((name) => name.startsWith('share'))).toEqual([]);
  expect(figuresOf({ ...SURROUNDINGS, mailboxesInAll: 41 })).toMatchObject({
    'share-accessed-of-in-scope': { part: 1, perThousand: 333, whole: 3 },
    'share-in-scope-of-all': { part: 3, perThousand: 73, whole: 41 },
  });
});
