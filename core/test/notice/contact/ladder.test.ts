import {
  buildLadder,
  type ContactHistory,
  chooseContacts,
  chooseGuessed,
  chooseReminded,
  findEndingDelays,
  findHold,
  type Hold,
  type LadderSources,
} from '@candor/core/notice/contact';
import { describe, expect, test } from 'vitest';

const contact = (address: string) => ({ contact: address, role: null, language: null });

function makeSources(changes: Partial<LadderSources> = {}): LadderSources {
  return {
    kind: 'organization',
    domains: ['acme.example'],
    addresses: [
      { address: 'jo@acme.example', messages: 3 },
      { address: 'no-reply@acme.example', messages: 9 },
      { address: 'ann@acme.example', messages: 5 },
    ],
    curated: [contact('ciso@acme.example')],
    imported: [contact('security@acme.example'), contact('desk@acme.example')],
    withdrawn: [],
    observed: [contact('mailto:psirt@acme.example')],
    organizationDomains: ['harbor.example'],
    doNotContact: new Set(),
    ...changes,
  };
}

const rungs = (changes: Partial<LadderSources> = {}) =>
  buildLadder(makeSources(changes)).steps.map(({ rung, contacts }) => [rung, contacts.map(({ address }) => address)]);

describe('the ladder', () => {
  test('lists best contacts first, each address once on its best rung, unread ones on none', () => {
    expect(rungs()).toEqual([
      ['curated', ['ciso@acme.example']],
      ['directory', ['security@acme.example', 'desk@acme.example']],
      ['security-txt', ['psirt@acme.example']],
      ['roles', ['privacy@acme.example', 'abuse@acme.example', 'postmaster@acme.example']],
      ['correspondents', ['ann@acme.example', 'jo@acme.example']],
    ]);
  });

  test('a person is notified only at the addresses of the messages', () => {
    expect(rungs({ kind: 'person', addresses: [{ address: 'jo@freemail.example', messages: 1 }] })).toEqual([
      ['own-address', ['jo@freemail.example']],
    ]);
  });

  test('gives the reason for every unusable contact', () => {
    const { steps, unusable } = buildLadder(
      makeSources({
        curated: [contact('"a b"@acme.example'), contact('ciso@harbor.example'), contact('x@mail.harbor.example')],
        imported: [
          contact('https://acme.example/contact'),
          contact('Desk@acme.example'),
          contact('noreply@acme.example'),
        ],
        observed: [contact('psirt@acme.example')],
        withdrawn: ['desk@acme.example'],
        doNotContact: new Set(['psirt@acme.example']),
      }),
    );
    expect(unusable).toEqual([
      { contact: '"a b"@acme.example', why: 'no-address' },
      { contact: 'ciso@harbor.example', why: 'internal' },
      { contact: 'x@mail.harbor.example', why: 'internal' },
      { contact: 'https://acme.example/contact', why: 'no-address' },
      { contact: 'Desk@acme.example', why: 'withdrawn' },
      { contact: 'noreply@acme.example', why: 'nobody-reads-it' },
      { contact: 'psirt@acme.example', why: 'do-not-contact' },
    ]);
    expect(steps.map(({ rung }) => rung)).toEqual(['roles', 'correspondents']);
  });

  test('has at most twelve contacts per rung and three domains of role mailboxes', () => {
    const many = Array.from({ length: 30 }, (_, at) => contact(`d${at}@acme.example`));
    const domains = ['a.example', 'b.example', 'c.example', 'd.example'];
    const ladder = buildLadder(makeSources({ imported: many, domains }));
    const sizes = new Map(ladder.steps.map(({ rung, contacts }) => [rung, contacts.length]));
    expect(sizes.get('directory')).toBe(12);
    expect(sizes.get('roles')).toBe(12);
  });
});

const GIVEN = ['ciso', 'security', 'desk', 'psirt'].map((name) => `${name}@acme.example`);

describe('recipients of a notice', () => {
  const ladder = buildLadder(makeSources());
  const was = (address: string, state: ContactHistory['state'], changes: Partial<ContactHistory> = {}) => ({
    address,
    state,
    at: 0,
    answered: false,
    ...changes,
  });
  const to = (history: ContactHistory[]) => chooseContacts(ladder, history).contacts.map(({ address }) => address);
  const reminded = (history: ContactHistory[], at = 1_000_000) => {
    const { given, guessed } = chooseReminded(ladder, history, at);
    return [given, guessed].map((contacts) => contacts.map(({ address }) => address));
  };

  test('given contacts, on all their rungs in parallel', () => {
    expect(to([])).toEqual(GIVEN);
    expect(chooseContacts(ladder, []).isGuessed).toBe(false);
  });

  test('those left after a bounce, and new ones, also if another was reached', () => {
    expect(to([was('CISO@acme.example', 'bounced')])).toEqual(GIVEN.slice(1));
    expect(to([was('desk@acme.example', 'accepted')])).toEqual(GIVEN);
    expect(to([was('desk@acme.example', 'accepted'), was('desk@acme.example', 'bounced')])).not.toContain(
      'desk@acme.example',
    );
  });

  test('a contact that was only on hold counts as new', () => {
    expect(to([was('ciso@acme.example', 'inhibited')])).toEqual(GIVEN);
    expect(reminded([was('ciso@acme.example', 'inhibited')], 1)).toEqual([GIVEN, []]);
  });

  test('guessed role mailboxes one by one when no given contact is left, then correspondents', () => {
    const history = GIVEN.map((address) => was(address, 'bounced'));
    for (const role of ['privacy', 'abuse', 'postmaster']) {
      expect(chooseContacts(ladder, history)).toMatchObject({
        contacts: [{ address: `${role}@acme.example`, rung: 'roles' }],
        isGuessed: true,
      });
      history.push(was(`${role}@acme.example`, 'bounced'));
    }
    const last = chooseContacts(ladder, history);
    expect(last.contacts.map(({ rung }) => rung)).toEqual(last.contacts.map(() => 'correspondents'));
    expect(last.contacts.length).toBeGreaterThan(0);
    history.push(...last.contacts.map(({ address }) => was(address, 'bounced')));
    expect(chooseContacts(ladder, history)).toEqual({ contacts: [], isGuessed: false });
  });

  test('a guessed mailbox that was reached stays, and a given contact takes precedence', () => {
    const bounced = GIVEN.map((address) => was(address, 'bounced'));
    const history = [...bounced, was('abuse@acme.example', 'accepted')];
    expect(to(history)).toEqual(['abuse@acme.example']);
    expect(chooseGuessed(ladder, history).map(({ address }) => address)).toEqual(['abuse@acme.example']);
    expect(to([...bounced.slice(1), was('abuse@acme.example', 'accepted')])).toEqual([GIVEN[0]]);
  });

  test('security@ of each domain precedes privacy@ of any', () => {
    const domains = ['a.example', 'b.example'];
    const other = buildLadder(makeSources({ domains, curated: [], imported: [], observed: [], addresses: [] }));
    expect(other.steps[0]?.contacts.slice(0, 3).map(({ address }) => address)).toEqual([
      'security@a.example',
      'security@b.example',
      'privacy@a.example',
    ]);
  });

  test('a reminder goes to those reached, to new given ones, and after 48 hours of silence to the next guess', () => {
    const silent = [was('ciso@acme.example', 'accepted')];
    expect(reminded(silent)).toEqual([GIVEN, []]);
    const all = GIVEN.map((address) => was(address, 'accepted'));
    expect(reminded(all)).toEqual([GIVEN, ['privacy@acme.example']]);
    expect(reminded(all, 2 * 86_400 - 1)).toEqual([[], []]);
    expect(reminded(all, 2 * 86_400)).toEqual([GIVEN, ['privacy@acme.example']]);
    expect(reminded([...all, was('privacy@acme.example', 'accepted')])).toEqual([
      GIVEN,
      ['privacy@acme.example', 'abuse@acme.example'],
    ]);
    expect(reminded([was('ciso@acme.example', 'accepted', { answered: true })])).toEqual([[], []]);
    expect(reminded([was('ciso@acme.example', 'uncertain')])).toEqual([[], []]);
    expect(
      reminded(
        GIVEN.map((address) => was(address, 'bounced')),
        1,
      ),
    ).toEqual([[], ['privacy@acme.example']]);
  });
});

describe('inhibitions', () => {
  const hold = (changes: Partial<Hold>): Hold => ({
    id: 1,
    kind: 'delay',
    party: 'a.example',
    contact: null,
    askedBy: 'Police',
    why: 'x',
    until: 1000,
    endedAt: null,
    ...changes,
  });

  test('apply to a party or to all until they end', () => {
    expect(findHold([hold({})], ['a.example'], 999)?.id).toBe(1);
    expect(findHold([hold({})], ['b.example'], 999)).toBeNull();
    expect(findHold([hold({ party: null })], ['b.example'], 999)?.id).toBe(1);
    expect(findHold([hold({})], ['a.example'], 1000)).toBeNull();
    expect(findHold([hold({ endedAt: 5 })], ['a.example'], 999)).toBeNull();
    expect(findHold([hold({ until: null })], ['a.example'], 1e9)?.id).toBe(1);
    expect(findHold([hold({ contact: 'x@a.example' })], ['a.example'], 999)).toBeNull();
  });

  test('a delay is pointed out from three days before its end until it is lifted', () => {
    const at = 1000 - 3 * 86_400;
    expect(findEndingDelays([hold({})], at - 1)).toEqual([]);
    expect(findEndingDelays([hold({})], at)).toHaveLength(1);
    expect(findEndingDelays([hold({})], 5000)).toHaveLength(1);
    expect(findEndingDelays([hold({ endedAt: 1 })], 5000)).toEqual([]);
    expect(findEndingDelays([hold({ kind: 'do-not-contact' })], 5000)).toEqual([]);
  });
});
