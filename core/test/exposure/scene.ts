import type { Copy } from '@candor/core/evidence/message';
import type { AccessItem, AuditRecord } from '@candor/core/evidence/record';
import type { Verdict } from '@candor/core/exposure/verdict';
import type { Incident } from '@candor/core/incident';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
  CONTAINED,
  DAY,
  FOLDERS,
  GUID,
  makeCopy,
  makeIncident,
  makeIntruder,
  makeRecord,
  run,
  START,
} from './testkit.ts';

/** Few instants, ids, folders and addresses, so that everything meets everything. */
const STEP = 1800;
export const instant = fc.integer({ min: -2, max: 8 }).map((step) => START + step * STEP);
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
export const mailboxGuid = fc.constantFrom(GUID.ann, GUID.ann, GUID.bob, 'far', null);
export const address = fc.constantFrom('198.51.100.7', '203.0.113.10', '203.0.113.20', '192.0.2.200', null);

export const item: fc.Arbitrary<AccessItem> = fc.record({ messageId, folder: fc.option(folderId) });

export const change: fc.Arbitrary<Partial<AuditRecord>> = fc.oneof(
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
      arrivalSource: fc.constantFrom('delivery' as const, 'delivery' as const, 'dated' as const, 'none' as const),
      carries: fc.constantFrom(null, null, null, null, '1', '2'),
      fingerprint: fc.constantFrom('1', '2', '3', '4'),
      parents: fc.array(messageId, { maxLength: 1 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) =>
    list.map(({ carries, ...given }, at) =>
      makeCopy({
        location: `${at}`,
        ...given,
        attached: carries === null ? [] : [{ fingerprint: carries, names: [] }],
        latest: given.arrived === null || given.arrivalSource !== 'none' ? given.arrived : given.arrived + DAY,
      }),
    ),
  );

export const interval = fc
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

export const scene = fc.record({ incident, records, copies });

/** What the whole incident says, in a form that does not depend on the order of anything. */
export function tell(given: Parameters<typeof run>[0]): unknown {
  const { judgements, unresolved } = run(given);
  return { judgements: [...judgements].sort(([a], [b]) => (a < b ? -1 : 1)), unresolved };
}

export function verdictAt(judgements: ReadonlyMap<string, { readonly verdict: Verdict }>, location: string): Verdict {
  return judgements.get(location)?.verdict ?? expect.unreachable(location);
}
