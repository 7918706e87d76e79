import {
  createReasonsWriter,
  type ExposureRow,
  type Reason,
  toExposureLine,
  toRecordLine,
} from '@candor/core/exposure';
import { describe, expect, it } from 'vitest';

describe('exposure.jsonl', () => {
  const reasons: Reason[] = [
    { code: 'sync-folder', records: ['r2', 'r1', 'r2'], gaps: [] },
    {
      code: 'gap-lossy',
      records: [],
      gaps: [
        { kind: 'lossy', from: 5, to: 9 },
        { kind: 'lossy', from: 5, to: 6 },
        { kind: 'audit-off', from: 7, to: 8 },
      ],
    },
  ];
  const row: ExposureRow = {
    custodian: 'ada',
    mailbox: 'ada@harbor.example',
    location: 'mail/ada.mbox#1',
    folder: null,
    labels: null,
    messageId: 'a"b@acme.example',
    date: 0,
    arrived: null,
    fingerprint: 'ff',
    verdict: 'presumed',
    reasonsText: '[]',
  };

  it('is written with the keys in their order, reasons by code, gaps by kind, from, to', () => {
    const write = createReasonsWriter();
    const line =
      '{"custodian":"ada","mailbox":"ada@harbor.example","location":"mail/ada.mbox#1","folder":null,"messageId":"a\\"b@acme.example",' +
      '"date":"1970-01-01T00:00:00Z","arrived":null,"fingerprint":"ff","verdict":"presumed","reasons":[' +
      '{"code":"gap-lossy","records":[],"gaps":[{"kind":"audit-off","from":"1970-01-01T00:00:07Z","to":"1970-01-01T00:00:08Z"},' +
      '{"kind":"lossy","from":"1970-01-01T00:00:05Z","to":"1970-01-01T00:00:06Z"},{"kind":"lossy","from":"1970-01-01T00:00:05Z","to":"1970-01-01T00:00:09Z"}]},' +
      '{"code":"sync-folder","records":["r1","r2"],"gaps":[]}]}\n';
    for (const text of [write(reasons), write([...reasons].reverse())]) {
      expect(toExposureLine({ ...row, reasonsText: text })).toBe(line);
    }
  });

  it('has labels only for a copy that has them', () => {
    expect(toExposureLine({ ...row, labels: ['Inbox', 'Work'] })).toContain(
      '"folder":null,"labels":["Inbox","Work"],"messageId"',
    );
  });
});

describe('records.jsonl', () => {
  it('is written with the keys in their order and the sources sorted', () => {
    const source = (file: string, line: number) => ({ file, sha256: 'ab', line });
    expect(
      toRecordLine({
        id: 'r1',
        time: 0,
        mailbox: null,
        kind: 'bind',
        label: 'intruder',
        reason: 'session',
        sources: [source('b.csv', 2), source('a.csv', 10), source('a.csv', 9)],
      }),
    ).toBe(
      '{"id":"r1","time":"1970-01-01T00:00:00Z","mailbox":null,"kind":"bind","label":"intruder","reason":"session","sources":[' +
        '{"file":"a.csv","sha256":"ab","line":9},{"file":"a.csv","sha256":"ab","line":10},{"file":"b.csv","sha256":"ab","line":2}]}\n',
    );
  });
});
