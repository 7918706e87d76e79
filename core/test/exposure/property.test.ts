import type { Incident } from '@candor/core/evidence/incident';
import type { Copy } from '@candor/core/evidence/message';
import type { AccessItem, AuditRecord } from '@candor/core/evidence/record';
import { Exposure } from '@candor/core/exposure';
import { toStrength, type Verdict } from '@candor/core/exposure/verdict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CONTAINED,
  FOLDERS,
  GUID,
  learnAll,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  REFERENCE,
  run,
  START,
} from './testkit.ts';

/** Few instants, ids, folders and addresses, so that everything meets everything. */
const STEP = 1800;
const instant = fc.integer({ min: -2, max: 8 }).map((step) => START + step * STEP);
const arrival = fc.option(
  fc.oneof(
    instant,
    fc.integer({ min: 1, max: 3 }).map((step) => CONTAINED + step),
  ),
  { freq: 6 },
);
const messageId = fc.constantFrom('a@x', 'A@x', 'b@x', 'c@x');
const folderId = fc.constantFrom(...FOLDERS.map(({ id }) => id), 'F-gone');
const copyFolder = fc.constantFrom('INBOX', 'Deals', 'Kept\\Old', 'Unlisted', null);
const mailboxGuid = fc.constantFrom(GUID.ann, GUID.ann, GUID.bob, 'far', null);
const address = fc.constantFrom('198.51.100.7', '203.0.113.10', '203.0.113.20', '192.0.2.200', null);

const item: fc.Arbitrary<AccessItem> = fc.record({ messageId, folder: fc.option(folderId) });

const change: fc.Arbitrary<Partial<AuditRecord>> = fc.oneof(
  fc.record({ kind: fc.constant('bind' as const), items: fc.array(item, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('bind' as const),
    lossy: fc.constant('depth' as const),
    folders: fc.array(folderId, { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('sync' as const), folders: fc.array(folderId, { maxLength: 1 }) }),
  fc.record({
    kind: fc.constant('handle' as const),
    operation: fc.constantFrom('Update', 'HardDelete', 'Move', 'Copy'),
    crossMailbox: fc.boolean(),
    items: fc.array(item, { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant('send' as const), items: fc.array(item, { maxLength: 1 }) }),
  fc.record({
    kind: fc.constant('list' as const),
    operation: fc.constant('FolderBind'),
    folders: fc.array(folderId, { maxLength: 1 }),
  }),
  fc.record({ kind: fc.constant('export' as const), operation: fc.constantFrom('SearchExported', 'export') }),
  fc.record({ kind: fc.constant('search' as const), query: fc.constantFrom('gas', 'coal') }),
  fc.record({ kind: fc.constant('bind' as const), throttled: fc.constant(true) }),
);

const record = fc
  .tuple(change, instant, mailboxGuid, address, fc.constantFrom([], [], ['s-1'], ['other']))
  .map(([given, time, guid, ip, sessions]) => makeRecord({ ...given, time, mailboxGuid: guid, ip, sessions }));

const records = fc.array(record, { maxLength: 8 });

const copies: fc.Arbitrary<Copy[]> = fc
  .array(
    fc.record({
      custodian: fc.constantFrom('ann', 'ann', 'bob'),
      messageId: fc.option(messageId, { freq: 8 }),
      folder: copyFolder,
      arrived: arrival,
      arrivalSource: fc.constantFrom('delivery' as const, 'none' as const),
      fingerprint: fc.constantFrom('1', '2'),
      parents: fc.array(messageId, { maxLength: 1 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) => list.map((given, at) => makeCopy({ location: `${at}`, ...given })));

const interval = fc
  .tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([from, length]) => ({ from: START + from * STEP, to: START + (from + length) * STEP }));

const covers = fc.oneof(
  fc.constant({ mailboxes: 'all' as const, from: START - 1, to: CONTAINED + 1 }),
  interval.map((each) => ({ mailboxes: ['ann'], ...each })),
);

const incident: fc.Arbitrary<Incident> = fc
  .record({
    covers: fc.array(covers, { maxLength: 3 }),
    declared: fc.array(interval, { maxLength: 1 }),
    reach: fc.array(
      fc.record({
        mailbox: fc.constantFrom('ann', 'all'),
        by: fc.constantFrom('credentials' as const, 'application' as const, 'delegation' as const),
        from: fc.constant(null),
        to: fc.constant(null),
      }),
      { maxLength: 2 },
    ),
    sync: fc.constantFrom('mailbox' as const, 'folder' as const),
    gaps: fc.constantFrom('presumed' as const, 'undetermined' as const),
  })
  .map(({ covers: given, declared, reach, sync, gaps }) =>
    makeIncident({
      access: given.map((each, at) => ({ file: `f${at}`, exported: null, covers: each, acquired: null })),
      coverage: declared.map((each) => ({ mailbox: 'ann', kind: 'unlicensed', source: null, ...each })),
      intruder: makeIntruder({ reach }),
      policy: { sync, gaps, tell: 'undetermined' },
    }),
  );

const scene = fc.record({ incident, records, copies });

/** What the whole incident says, in a form that does not depend on the order of anything. */
function tell(given: Parameters<typeof run>[0]): unknown {
  const { judgements, unresolved } = run(given);
  return { judgements: [...judgements].sort(([a], [b]) => (a < b ? -1 : 1)), unresolved };
}

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
        for (const [location, { verdict }] of before) {
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
          const codes = reasons.map(({ code }) => code);
          expect(codes.some((code) => code === 'coverage-incomplete' || isOfGap(code))).toBe(true);
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

function verdictAt(judgements: ReadonlyMap<string, { readonly verdict: Verdict }>, location: string): Verdict {
  return judgements.get(location)?.verdict ?? expect.unreachable(location);
}

function isOfGap(code: string): boolean {
  return code.startsWith('gap-') || code.startsWith('app-reach') || code === 'delegate-reach' || code === 'throttled';
}

function shuffle<T>(list: readonly T[], dice: Iterator<number>): T[] {
  return list
    .map((value) => ({ value, rank: dice.next().value as number }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}
