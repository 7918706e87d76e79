import { type RefereedDraft, refereeDrafts } from '@candor/core/notice/wave';
import { describe, expect, test } from 'vitest';
import { at, NORTHWIND_FIGURES, toFacts, toFigures } from '../text/fictional-facts.ts';

const { party, organization } = toFacts();
const toDraft = (name: string, parts: Parameters<typeof toFacts>[0] = {}, custodians = ['dean-c']): RefereedDraft => ({
  party: name,
  custodians,
  facts: toFacts({ party: { ...party, id: name, name: `${name} Inc`, domains: [name] }, ...parts }),
});
const ask = (...drafts: readonly RefereedDraft[]) => refereeDrafts(drafts, new Set(['dean-c']));
const codes = (...drafts: readonly RefereedDraft[]) => ask(...drafts).map(({ code }) => code);

describe('the referee', () => {
  test('asks nothing where nothing is odd', () => {
    expect(ask(toDraft('a.example'), toDraft('b.example'))).toEqual([]);
  });

  test('names the parties that rest on undecided records alone, and no other', () => {
    const alone = toFigures({ presumed: 7, possible: 1, undecided: { presumed: 7, possible: 1 } });
    const inPart = toFigures({ presumed: 7, possible: 1, undecided: { presumed: 7 } });
    expect(ask(toDraft('a.example', { figures: alone }), toDraft('b.example', { figures: inPart }))).toEqual([
      { code: 'undecided-alone', parties: ['a.example'], count: 8 },
    ]);
  });

  test('names the parties with mail dated after the intruder was out, and counts that mail', () => {
    const figures = { ...NORTHWIND_FIGURES, datedAfter: 3 };
    expect(ask(toDraft('a.example', { figures }), toDraft('b.example', { figures }), toDraft('c.example'))).toEqual([
      { code: 'dated-after', parties: ['a.example', 'b.example'], count: 6 },
    ]);
  });

  test('names the mailboxes without a record of the intruder, and whose mail is in them', () => {
    const elsewhere = toDraft('a.example', {}, ['dean-c', 'kean-s', 'arnold-j']);
    expect(ask(elsewhere, toDraft('b.example'))).toEqual([
      { code: 'mailbox-without-records', parties: ['a.example'], count: 2, mailboxes: ['arnold-j', 'kean-s'] },
    ]);
  });

  test('asks about corrections that say there was no access, unless they say that evidence is gone', () => {
    const previous = { issued: at(2001, 10, 7), figures: NORTHWIND_FIGURES };
    const nothing = { kind: 'correction', previous, figures: toFigures({}) } as const;
    expect(codes(toDraft('a.example', nothing))).toEqual(['no-access-said']);
    expect(codes(toDraft('a.example', { ...nothing, isGone: true }))).toEqual([]);
    expect(codes(toDraft('a.example', { ...nothing, isEvidenceGone: true }))).toEqual([]);
    expect(codes(toDraft('a.example', { ...nothing, figures: toFigures({ possible: 1 }) }))).toEqual([]);
  });

  test('asks about absences in texts by hand, in the language of the notice', () => {
    const measures = { en: 'We reset all accounts.', de: 'Es wurden keine Daten kopiert.' };
    const withMeasures = { organization: { ...organization, measures } };
    expect(codes(toDraft('a.example', { ...withMeasures, language: 'en' }))).toEqual([]);
    expect(codes(toDraft('a.example', { ...withMeasures, language: 'de' }))).toEqual(['absence-by-hand']);
    expect(codes(toDraft('a.example', { added: 'Nobody read your contract.' }))).toEqual(['absence-by-hand']);
  });

  test('names parties that a reader cannot tell apart, also from the organization', () => {
    const named = (id: string, name: string) => toDraft(id, { party: { ...party, id, name, domains: [id] } });
    expect(
      ask(
        named('a.example', 'Northwind, Inc.'),
        named('b.example', 'NORTHWIND Inc'),
        named('c.example', 'Harbor-Energy'),
      ),
    ).toEqual([{ code: 'names-collide', parties: ['a.example', 'b.example', 'c.example'], count: 3 }]);
    expect(ask(named('a.example', 'Northwind'), named('b.example', 'Southwind'))).toEqual([]);
  });

  test('names parties with contacts at other domains', () => {
    const elsewhere = { party: { ...party, contactDomains: ['msp.test'] } };
    expect(codes(toDraft('a.example', elsewhere))).toEqual(['contact-elsewhere']);
  });
});
