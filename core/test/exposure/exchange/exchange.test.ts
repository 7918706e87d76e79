import {
  createReasonsWriter,
  createRecordLineWriter,
  type ExposureRow,
  toExposureLine,
} from '@candor/core/exposure/exchange';
import type { Reason } from '@candor/core/exposure/verdict';
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

  it('is written with keys in order, reasons by code, gaps by kind, from and to', () => {
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
  const source = (file: string, line: number) => ({ file, sha256: 'ab', line });
  const record = {
    id: 'r1',
    time: 0,
    mailbox: null,
    kind: 'bind',
    label: 'intruder',
    reason: 'session',
    sources: [source('a.csv', 1)],
  } as const;

  it('is written with keys in order and sources sorted', () => {
    const sources = [source('b.csv', 2), source('a.csv', 10), source('a.csv', 9)];
    const writer = createRecordLineWriter();
    expect(writer.write({ ...record, sources }, writer.keep(record))).toBe(
      '{"id":"r1","time":"1970-01-01T00:00:00Z","mailbox":null,"kind":"bind","label":"intruder","reason":"session","sources":[' +
        '{"file":"a.csv","sha256":"ab","line":9},{"file":"a.csv","sha256":"ab","line":10},{"file":"b.csv","sha256":"ab","line":2}]}\n',
    );
  });

  it('describes each record independently of previous lines', () => {
    const writer = createRecordLineWriter();
    const rows = [
      record,
      { ...record, id: '"\n' },
      { ...record, mailbox: 'a "b"' },
      { ...record, kind: 'sync' },
      { ...record, label: 'owner' },
      { ...record, reason: 'token' },
      ...Array.from({ length: 40 }, (_, at) => ({ ...record, mailbox: `box ${at}`, sources: [source('"b"', at)] })),
      record,
    ] as const;
    const shares = rows.map((row) => writer.keep(row));
    for (const [at, { sources, ...own }] of rows.entries()) {
      const line = writer.write({ ...own, sources }, shares[at] ?? -1);
      expect(line.endsWith('\n')).toBe(true);
      expect(JSON.parse(line)).toEqual({ ...own, time: '1970-01-01T00:00:00Z', sources });
    }
  });
});
