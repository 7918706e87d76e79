import { describe, expect, test } from 'vitest';
import {
  buildLadder,
  type ContactHistory,
  chooseContacts,
  chooseReminded,
  findEndingDelays,
  findHold,
  type Hold,
  type LadderSources,
} from '../../../src/notice/index.ts';

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
  test('best first, each address on its best rung, those that nobody reads on none', () => {
    expect(rungs()).toEqual([
      ['curated', ['ciso@acme.example']],
      ['directory', ['security@acme.example', 'desk@acme.example']],
      ['security-txt', ['psirt@acme.example']],
      ['roles', ['privacy@acme.example', 'abuse@acme.example', 'postmaster@acme.example']],
      ['correspondents', ['ann@acme.example', 'jo@acme.example']],
    ]);
  });

  test('a person is told at the very addresses of the messages, nowhere else', () => {
    expect(rungs({ kind: 'person', addresses: [{ address: 'jo@freemail.example', messages: 1 }] })).toEqual([
      ['own-address', ['jo@freemail.example']],
    ]);
  });

  test('what cannot be used is said with its reason', () => {
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

  test('at most twelve on a rung and three domains of role mailboxes', () => {
    const many = Array.from({ length: 30 }, (_, at) => contact(`d${at}@acme.example`));
    const domains = ['a.example', 'b.example', 'c.example', 'd.example'];
    const ladder = buildLadder(makeSources({ imported: many, domains }));
    const sizes = new Map(ladder.steps.map(({ rung, contacts }) => [rung, contacts.length]));
    expect(sizes.get('directory')).toBe(12);
    expect(sizes.get('roles')).toBe(12);
  });
});

describe('whom a notice goes to', () => {
  const ladder = buildLadder(makeSources());
  const was = (address: string, state: ContactHistory['state'], changes: Partial<ContactHistory> = {}) => ({
    address,
    state,
    at: 0,
    answered: false,
    ...changes,
  });
  const to = (history: ContactHistory[]) => chooseContacts(ladder, history).map(({ address }) => address);
  const reminded = (history: ContactHistory[], at = 1_000_000) =>
    chooseReminded(ladder, history, at).map(({ address }) => address);

  test('the first rung at first', () => {
    expect(to([])).toEqual(['ciso@acme.example']);
  });

  test('the next rung after a bounce; nobody once all of them bounced', () => {
    expect(to([was('CISO@acme.example', 'bounced')])).toEqual(['security@acme.example', 'desk@acme.example']);
    const all = ladder.steps.flatMap(({ contacts }) => contacts.map(({ address }) => was(address, 'bounced')));
    expect(to(all)).toEqual([]);
  });

  test('those whom an earlier notice reached, not those who bounced after acceptance', () => {
    expect(to([was('desk@acme.example', 'accepted')])).toEqual(['desk@acme.example']);
    expect(to([was('desk@acme.example', 'accepted'), was('desk@acme.example', 'bounced')])).toEqual([
      'ciso@acme.example',
    ]);
  });

  test('a contact that was only held back is tried like a new one', () => {
    expect(to([was('ciso@acme.example', 'inhibited')])).toEqual(['ciso@acme.example']);
    expect(reminded([was('ciso@acme.example', 'inhibited')], 1)).toEqual(['ciso@acme.example']);
  });

  test('a reminder goes to those reached and to the next rung, after a week of silence', () => {
    const silent = [was('ciso@acme.example', 'accepted')];
    expect(reminded(silent)).toEqual(['ciso@acme.example', 'security@acme.example', 'desk@acme.example']);
    expect(reminded(silent, 7 * 86_400 - 1)).toEqual([]);
    expect(reminded([was('ciso@acme.example', 'accepted', { answered: true })])).toEqual([]);
    expect(reminded([was('ciso@acme.example', 'uncertain')])).toEqual([]);
    expect(reminded([was('ciso@acme.example', 'bounced')], 1)).toEqual(['security@acme.example', 'desk@acme.example']);
  });
});

describe('reasons not to write', () => {
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

  test('hold for a party, or for all, until their end', () => {
    expect(findHold([hold({})], ['a.example'], 999)?.id).toBe(1);
    expect(findHold([hold({})], ['b.example'], 999)).toBeNull();
    expect(findHold([hold({ party: null })], ['b.example'], 999)?.id).toBe(1);
    expect(findHold([hold({})], ['a.example'], 1000)).toBeNull();
    expect(findHold([hold({ endedAt: 5 })], ['a.example'], 999)).toBeNull();
    expect(findHold([hold({ until: null })], ['a.example'], 1e9)?.id).toBe(1);
    expect(findHold([hold({ contact: 'x@a.example' })], ['a.example'], 999)).toBeNull();
  });

  test('a delay is pointed out three days before its end and until somebody ends it', () => {
    const at = 1000 - 3 * 86_400;
    expect(findEndingDelays([hold({})], at - 1)).toEqual([]);
    expect(findEndingDelays([hold({})], at)).toHaveLength(1);
    expect(findEndingDelays([hold({})], 5000)).toHaveLength(1);
    expect(findEndingDelays([hold({ endedAt: 1 })], 5000)).toEqual([]);
    expect(findEndingDelays([hold({ kind: 'do-not-contact' })], 5000)).toEqual([]);
  });
});
