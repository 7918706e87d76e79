import type { AuditRecord } from '@candor/core/evidence/record';
import { Exposure } from '@candor/core/exposure';
import { toStrength } from '@candor/core/exposure/verdict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { address, change, instant, interval, item, mailboxGuid, scene, tell, verdictAt } from './scene.ts';
import { learnAll, makeRecord, REFERENCE, run } from './testkit.ts';

describe('the properties of docs/formats/rules.md', () => {
  test("adding an intruder's access never weakens a verdict", () => {
    // Its own token, seen at no address, so that it says nothing new about other records.
    const access = fc
      .tuple(change, instant, mailboxGuid)
      .map(([given, time, guid]) =>
        makeRecord({ ...given, throttled: false, time, mailboxGuid: guid, sessions: [], tokens: ['Tok'], ip: null }),
      );
    fc.assert(
      fc.property(scene, access, (given, added) => {
        const before = run(given).judgements;
        const after = run({ ...given, records: [...given.records, added] }).judgements;
        for (const [location, { verdict, reasons }] of before) {
          // What it lists may be found, or show that accesses are recorded.
          const isOpen = reasons.some(({ code }) => code === 'ids-unresolved' || code === 'no-control');
          if (isOpen && (added.kind === 'bind' || added.kind === 'handle' || added.kind === 'sync')) continue;
          expect(toStrength(verdictAt(after, location))).toBeGreaterThanOrEqual(toStrength(verdict));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the order of records and copies changes nothing', () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (given, dice) => {
        const shuffled = {
          ...given,
          records: shuffle(given.records, dice),
          copies: shuffle(given.copies, dice),
        };
        expect(tell(shuffled)).toEqual(tell(given));
      }),
      { numRuns: 200 },
    );
  });

  test('splitting one Bind into many changes neither verdict nor reason', () => {
    const bind = fc.tuple(fc.array(item, { minLength: 1, maxLength: 4 }), instant, mailboxGuid, address);
    fc.assert(
      fc.property(scene, bind, (given, [items, time, guid, ip]) => {
        const whole = makeRecord({ items, time, mailboxGuid: guid, ip });
        const parts = items.map((each, at) => ({ ...whole, id: `${whole.id}/${at}`, items: [each] }));
        const codes = (list: readonly AuditRecord[]) =>
          [...run({ ...given, records: [...given.records, ...list] }).judgements].map(([location, judgement]) => [
            location,
            judgement.verdict,
            judgement.reasons.map(({ code }) => code),
          ]);
        expect(codes(parts)).toEqual(codes([whole]));
      }),
      { numRuns: 200 },
    );
  });

  test('adding coverage only moves undetermined and gap verdicts down; removing it never clears', () => {
    fc.assert(
      fc.property(scene, interval, (given, added) => {
        const file = { file: 'more', exported: null, covers: { mailboxes: 'all' as const, ...added }, acquired: null };
        const more = { ...given.incident, access: [...given.incident.access, file] };
        const less = run(given).judgements;
        const covered = run({ ...given, incident: more }).judgements;
        for (const [location, { verdict, reasons }] of less) {
          const now = verdictAt(covered, location);
          if (verdict === 'no-evidence') expect(now).toBe('no-evidence');
          if (now === verdict) continue;
          expect(toStrength(now)).toBeLessThan(toStrength(verdict));
          expect(verdict === 'undetermined' || reasons.some(({ code }) => isOfGap(code))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('every verdict above undetermined cites a record or a gap', () => {
    fc.assert(
      fc.property(scene, (given) => {
        for (const { verdict, reasons } of run(given).judgements.values()) {
          if (toStrength(verdict) <= toStrength('undetermined')) continue;
          expect(reasons.some(({ records: cited, gaps }) => cited.length + gaps.length > 0)).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('resolved and unresolved ids are the distinct ids of intruder Binds', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { exposure, unresolved } = run(given);
        const labels = new Exposure(given.incident, REFERENCE, []);
        learnAll(labels, given.records);
        const listed = new Set<string>();
        for (const each of given.records) {
          if (each.kind !== 'bind' || labels.label(each).label !== 'intruder') continue;
          for (const { messageId: id } of each.items) if (id !== null) listed.add(id);
        }
        const strays = new Set(
          unresolved.filter(({ reason }) => reason.startsWith('in-')).map(({ value }) => value.slice(1, -1)),
        );
        const counts = exposure.countBindIds();
        expect([...strays].every((id) => listed.has(id))).toBe(true);
        expect([counts.distinct, counts.unresolved]).toEqual([listed.size, strays.size]);
        expect(counts.resolved + counts.unresolved).toBe(counts.distinct);
      }),
      { numRuns: 200 },
    );
  });

  test('localised folder names do not matter: ids join, whatever the paths', () => {
    const name = new Map([
      ['INBOX', 'Boîte'],
      ['Deals', 'Geschäfte'],
      ['Kept\\Old', 'Alt/Älter'],
    ]);
    const translated = [
      { id: 'F-root', path: '/Top of Information Store', type: 'Root' },
      { id: 'F-inbox', path: '/Boîte', type: 'Inbox' },
      { id: 'F-deals', path: '\\Geschäfte', type: 'User Created' },
      { id: 'F-kept', path: '/alt/älter', type: 'User Created' },
    ];
    fc.assert(
      fc.property(scene, (given) => {
        const renamed = given.copies.map((copy) => ({ ...copy, folder: name.get(copy.folder ?? '') ?? copy.folder }));
        expect(tell({ ...given, copies: renamed, folders: translated })).toEqual(tell(given));
      }),
      { numRuns: 100 },
    );
  });
});

test('no copy is absent from a mailbox that the intruder reached after it arrived', () => {
  const reaching = new Set(['bind', 'sync', 'list', 'search', 'send', 'handle', 'export']);
  fc.assert(
    fc.property(scene, (given) => {
      const { exposure, judgements } = run(given);
      const intruders = given.records
        .map((each) => ({ each, labelled: exposure.label(each) }))
        .filter(({ each, labelled }) => labelled.label === 'intruder' && reaching.has(each.kind));
      for (const copy of given.copies) {
        if (verdictAt(judgements, copy.location) !== 'absent') continue;
        for (const { each, labelled } of intruders) {
          const isOfBox =
            each.kind === 'export' ||
            (labelled.mailbox.state === 'supplied' && labelled.mailbox.custodian === copy.custodian);
          if (isOfBox) expect(copy.arrived).toBeGreaterThan(each.time);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('from and to of a reach never raise a verdict', () => {
  fc.assert(
    fc.property(scene, interval, (given, times) => {
      const { intruder } = given.incident;
      const limited = { ...intruder, reach: intruder.reach.map((each) => ({ ...each, ...times })) };
      const whole = run(given).judgements;
      const within = run({ ...given, incident: { ...given.incident, intruder: limited } }).judgements;
      for (const [location, { verdict }] of within) {
        expect(toStrength(verdict)).toBeLessThanOrEqual(toStrength(verdictAt(whole, location)));
      }
    }),
    { numRuns: 300 },
  );
});

function isOfGap(code: string): boolean {
  return (
    code.startsWith('gap-') ||
    code.startsWith('app-reach') ||
    code === 'delegate-reach' ||
    code === 'throttled' ||
    code === 'contained-in'
  );
}

function shuffle<T>(list: readonly T[], dice: Iterator<number>): T[] {
  return list
    .map((value) => ({ value, rank: dice.next().value as number }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
