import { describe, expect, it } from 'vitest';
import { bind, readAccess, sync } from '../fictional-access.ts';

/** What Elastic's pipeline makes of a record: members that it moves, and the rest below `o365.audit`. */
function toEvent(record: Record<string, unknown>, foldersAs = 'Folders') {
  const { Id, Operation, ClientIPAddress, Folders, ...rest } = record;
  return {
    '@timestamp': `${record['CreationTime']}.000Z`,
    client: { address: String(ClientIPAddress).replace(/:\d+$/, ''), ip: '198.51.100.7' },
    event: { id: Id, action: Operation, code: 'ExchangeItemAggregated', kind: 'event' },
    o365: { audit: Folders === undefined ? rest : { ...rest, [foldersAs]: Folders } },
    user: { id: record['UserId'], email: 'somebody.else@harbor.example' },
  };
}

const recordOf = (value: unknown) => {
  const { rows, reading } = readAccess(JSON.stringify(value));
  const [row, ...more] = rows;
  expect(more).toEqual([]);
  return row?.state === 'record' ? { record: row.record, container: reading.container } : row;
};
const plain = (record: Record<string, unknown>) => ({
  ...recordOf(record),
  container: 'elastic-o365',
});

describe('an Elastic event', () => {
  it.each([bind('r1'), sync('r2'), bind('r3', { Operation: 'Update', MailboxOwnerUPN: undefined })])(
    'gives the record it was made from: $Id',
    (record) => {
      expect(recordOf(toEvent(record))).toEqual(plain(record));
      expect(recordOf(toEvent(record, 'ExchangeAggregatedFolders'))).toEqual(plain(record));
      expect(recordOf({ _index: 'logs-o365', _id: 'x', _source: toEvent(record) })).toEqual(plain(record));
    },
  );

  it('gives it with prefixed names as well', () => {
    const { o365, event, user, client, ...rest } = toEvent(bind('r1'));
    const flat = (set: string, fields: object) =>
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${set}.${name}`, value]));
    const all = {
      ...flat('o365.audit', o365.audit),
      ...flat('event', event),
      ...flat('user', user),
      ...flat('client', client),
    };
    expect(recordOf({ ...rest, ...all })).toEqual(plain(bind('r1')));
    expect(recordOf({ ...rest, event, user, client, 'o365.audit': o365.audit })).toEqual(plain(bind('r1')));
  });

  it('gives what it can when every name is fully qualified', () => {
    const names = (value: unknown, way: string): [string, unknown][] =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.entries(value).flatMap(([name, one]) => names(one, way === '' ? name : `${way}.${name}`))
        : [[way, value]];
    const toNames = (record: Record<string, unknown>) => Object.fromEntries(names(toEvent(record), ''));
    for (const record of [bind('r1'), sync('r2')]) expect(recordOf(toNames(record))).toEqual(plain(record));
    const rule = toNames(bind('r3', { Operation: 'New-InboxRule', Parameters: { ForwardTo: 'a@partner.test' } }));
    expect(recordOf(rule)).toMatchObject({ record: { parameters: [{ name: 'ForwardTo', value: 'a@partner.test' }] } });
    // Nobody follows a name without end.
    expect(recordOf({ ...toNames(bind('r5')), [`o365.audit.${'a.'.repeat(200_000)}b`]: 1 })).toEqual(plain(bind('r5')));
    // A value beside members of its own name: the members say more, whichever comes first.
    const item = ['o365.audit.Item.InternetMessageId', '<c@harbor.example>'];
    for (const order of [
      [item, ['o365.audit.Item', 'x']],
      [['o365.audit.Item', 'x'], item],
    ]) {
      const odd = { ...toNames(bind('r4', { Operation: 'Update' })), ...Object.fromEntries(order) };
      expect(recordOf(odd)).toMatchObject({ record: { items: [{ messageId: '<c@harbor.example>', folder: null }] } });
    }
  });

  it('gives the original record where it is kept', () => {
    const record = bind('r1', { SessionId: 'kept-1' });
    const event = toEvent(bind('r9'));
    const kept = { ...event, event: { ...event.event, original: JSON.stringify(record) } };
    expect(recordOf(kept)).toEqual(plain(record));
    for (const original of ['no JSON', '{}', '[]', 1]) {
      expect(recordOf({ ...event, event: { ...event.event, original } })).toEqual(plain(bind('r9')));
    }
  });

  it('reads rule parameters that Elastic merges into one object', () => {
    const { o365, ...event } = toEvent(bind('r1', { Operation: 'New-InboxRule' }));
    const Parameters = { Name: 'x', ForwardTo: ['a@partner.test', 'b@partner.test'] };
    expect(recordOf({ ...event, o365: { audit: { ...o365.audit, Parameters } } })).toMatchObject({
      record: {
        kind: 'rule',
        parameters: [
          { name: 'ForwardTo', value: 'a@partner.test;b@partner.test' },
          { name: 'Name', value: 'x' },
        ],
      },
    });
  });

  it('has the same address as the record', () => {
    const address = (changes: Record<string, unknown>, client: object | undefined = { address: '198.51.100.7' }) => {
      const { o365, ...event } = toEvent(bind('r1'));
      const read = recordOf({ ...event, client, o365: { audit: { ...o365.audit, ...changes } } });
      return read !== undefined && 'record' in read ? read.record.ip : null;
    };
    // Elastic moves the first of ClientIPAddress, ClientIP and ActorIpAddress, and leaves the others where they are.
    expect(address({ ClientIP: '203.0.113.9' })).toBe('198.51.100.7');
    expect(address({ ActorIpAddress: '203.0.113.9' })).toBe('198.51.100.7');
    expect(address({ ClientIPAddress: '203.0.113.8', ClientIP: '203.0.113.9' })).toBe('203.0.113.8');
    expect(address({ ClientIP: '203.0.113.9', ActorIpAddress: '203.0.113.8' }, {})).toBe('203.0.113.9');
    expect(address({ ActorIpAddress: '203.0.113.8' }, {})).toBe('203.0.113.8');
    expect(address({}, { ip: '203.0.113.7' })).toBe('203.0.113.7');
  });

  it("does not take the user's address for an owner", () => {
    const { MailboxOwnerUPN, ...record } = bind('r1');
    expect(recordOf(toEvent(record))).toMatchObject({ record: { mailboxOwnerUpn: null } });
    expect(MailboxOwnerUPN).toBeDefined();
  });

  it('without id or time is not a record', () => {
    const { event, ...rest } = toEvent(bind('r1'));
    expect(recordOf({ ...rest, event: { action: event.action } })).toMatchObject({ cause: 'no-id' });
    const { CreationTime, ...timeless } = bind('r1');
    expect(CreationTime).toBeDefined();
    expect(recordOf({ ...toEvent(timeless), '@timestamp': undefined })).toMatchObject({
      cause: 'no-time',
      operation: 'MailItemsAccessed',
    });
  });
});

it('a search response contains events', () => {
  const hits = [bind('r1'), sync('r2')].map((record) => ({ _id: 'x', _source: toEvent(record) }));
  const answer = { took: 3, hits: { total: { value: 2 }, hits } };
  for (const text of [JSON.stringify(answer), JSON.stringify(answer, null, 1)]) {
    const { rows, reading } = readAccess(text);
    expect(rows.map((row) => row.state === 'record' && row.record.id)).toEqual(['r1', 'r2']);
    expect(reading).toMatchObject({ container: 'elastic-o365', rows: 2 });
  }
});
