import { expect, test } from 'vitest';
import { bind, readAccess } from '../fictional-access.ts';

test('a row of few columns becomes a record with the fields of a complete one', () => {
  const ofCsv = readAccess('time,mailbox,kind\n2001-09-12T10:00:00Z,ada@harbor.example,sync\n').rows[0];
  const whole = readAccess(`${JSON.stringify(bind('r1'))}\n`).rows[0];
  if (ofCsv?.state !== 'record' || whole?.state !== 'record') throw new Error('unreadable');
  expect(Object.keys(ofCsv.record).sort()).toEqual(Object.keys(whole.record).sort());
  expect(ofCsv.record).toMatchObject({ kind: 'sync', userId: null, failed: false, modified: [], ip: null });
});
