import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AccessRow } from '@candor/core/evidence/record';
import { afterAll, describe, expect, it } from 'vitest';
import { readAccessFile } from '../../src/evidence/access-file.ts';
import { makeZip } from './evidence-kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'candor-access-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (id: string) => `${JSON.stringify({ Id: id, CreationTime: '2001-09-12T10:00:00', Operation: 'Send' })}\n`;

async function read(content: Uint8Array | string) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  const rows: AccessRow[] = [];
  const result = await readAccessFile({ path, file: 'audit/log', onRow: (row) => rows.push(row) });
  const ids = rows.map((row) => (row.state === 'record' ? row.record.id : row.cause));
  return { ...result, ids, codes: result.problems.map(({ code }) => code) };
}

describe('an audit log on disk', () => {
  it('is read and digested in one pass', async () => {
    const content = line('a') + line('b');
    const result = await read(content);
    expect(result.ids).toEqual(['a', 'b']);
    expect(result).toMatchObject({ size: content.length, container: 'management-api', rows: 2, codes: [] });
    expect(result.sha256).toBe(createHash('sha256').update(content).digest('hex'));
  });

  it('reports each unknown kind once, at its first row', async () => {
    const rows = ['bind', 'Read', 'other', 'Read'].map((kind) => `2001-09-12T10:00:00Z,ada,${kind}\n`);
    const { problems } = await read(`time,mailbox,kind\n${rows.join('')}`);
    expect(problems.map(({ code, place, weight }) => [code, place, weight])).toEqual([
      ['access-kind-unknown', expect.stringMatching(/^audit\/log, row 2=[0-9a-f]{16}$/), 'person'],
      ['operation-unknown', 'audit/log', 'note'],
    ]);
    expect(problems[0]?.text).toMatch(/^Unknown kind "Read" in 2 rows \(first here\)\. .* `other`/);
  });

  it('reports lost throttling information and missing columns', async () => {
    const access = {
      Id: 'a',
      CreationTime: '2001-09-12T10:00:00',
      Operation: 'MailItemsAccessed',
      OperationProperties: 'System.Object[]',
    };
    const lost = await read(`${JSON.stringify(access)}\n`);
    expect(lost.problems.map(({ code, place, weight }) => [code, place, weight])).toEqual([
      ['access-throttling-lost', 'audit/log', 'person'],
    ]);
    expect(lost.problems[0]?.text).toMatch(/^1 record of a mail access has no readable OperationProperties/);
    const columns = [
      'OfficeId',
      'TimeGenerated',
      'Operation',
      'UserId',
      'MailboxGuid',
      'OperationProperties',
      'Folders',
    ];
    const more = ['Item', 'AffectedItems', 'Parameters', 'OfficeObjectId', 'AppId', 'ClientAppId'];
    const table = (names: readonly string[]) =>
      JSON.stringify({ tables: [{ columns: names.map((name) => ({ name })), rows: [names.map(() => '2001-09-12')] }] });
    const { problems } = await read(table([...columns, ...more]));
    expect(problems.map(({ code }) => code)).toEqual(['access-columns-missing']);
    expect(problems[0]?.text).toMatch(/^the column Client_IPAddress is missing, so /);
    const both = await read(table([...columns, ...more.slice(1)]));
    expect(both.problems[0]?.text).toMatch(/^the columns Client_IPAddress, Item are missing, so /);
  });

  it('reports a zip, and what to do', async () => {
    const { problems } = await read(makeZip([{ name: 'AuditLog.csv', content: line('a') }]));
    expect(problems[0]).toMatchObject({ code: 'access-container-unknown' });
    expect(problems[0]?.text).toMatch(/^zip files of logs .* Unpack it/);
    expect((await read('')).problems[0]?.text).toMatch(/^the file holds no row/);
    expect((await read('nothing known\n')).problems[0]?.text).not.toContain('zip');
  });

  it('is the same gzipped, in one member or several, except for its digest', async () => {
    const packed = Buffer.concat([gzipSync(line('a')), gzipSync(line('b'))]);
    const result = await read(packed);
    expect(result.ids).toEqual(['a', 'b']);
    expect(result.codes).toEqual([]);
    expect(result).toMatchObject({ size: packed.length, sha256: createHash('sha256').update(packed).digest('hex') });
  });

  it('keeps the rows before the end of a truncated gzip, and reports it', async () => {
    const many = Array.from({ length: 50_000 }, (_, at) => line(`${at}`)).join('');
    const packed = gzipSync(many);
    const cut = packed.subarray(0, packed.length >> 1);
    const result = await read(cut);
    expect(result.ids.length).toBeGreaterThan(1000);
    expect(result.ids[1000]).toBe('1000');
    expect(result.codes).toContain('gzip-broken');
    expect(result.sha256).toBe(createHash('sha256').update(cut).digest('hex'));
  });

  it('reports a damaged gzip', async () => {
    const packed = gzipSync(line('a').repeat(2000));
    packed.fill(0xff, packed.length >> 1);
    expect((await read(packed)).codes).toContain('gzip-broken');
  });

  it('keeps every row of a gzip with a wrong checksum or trailing data', async () => {
    const packed = gzipSync(line('a') + line('b'));
    const wrong = Buffer.from(packed);
    wrong[packed.length - 8] = (wrong[packed.length - 8] ?? 0) ^ 1;
    const followed = Buffer.concat([gzipSync(line('c')), packed, Buffer.from('no gzip data')]);
    for (const [content, ids] of [[wrong, ['a', 'b']] as const, [followed, ['c', 'a', 'b']] as const]) {
      const result = await read(content);
      expect(result.ids).toEqual(ids);
      expect(result.codes).toContain('gzip-broken');
    }
  });

  it('gives each row of a damaged gzip once', async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => line(`${at}`)).join('');
    const packed = gzipSync(many);
    // A block that cannot be: its type is 3. Behind whole data, so that the flaw is the first thing that is wrong.
    const { ids, codes } = await read(Buffer.concat([packed, packed.subarray(0, 10), Buffer.from([0x07, 1, 2, 3])]));
    expect(ids).toEqual(Array.from({ length: 30_000 }, (_, at) => `${at}`));
    expect(codes).toContain('gzip-broken');
  });

  it('may be larger than a chunk', async () => {
    const many = Array.from({ length: 40_000 }, (_, at) => line(`${at}`)).join('');
    expect(many.length).toBeGreaterThan(2 * 1024 * 1024);
    expect((await read(many)).ids).toEqual(Array.from({ length: 40_000 }, (_, at) => `${at}`));
    expect((await read(gzipSync(many))).ids.length).toBe(40_000);
  });

  it('reports a file that is unknown, empty, truncated, or has unknown operations', async () => {
    expect((await read('a letter\n')).codes).toEqual(['access-container-unknown']);
    expect((await read('')).codes).toEqual(['access-container-unknown']);
    expect((await read('Operations,AuditData,ResultIndex,ResultCount\nUpdate,,1,2\n')).codes).toEqual([
      'access-truncated',
    ]);
    expect((await read('{"Id":"a","CreationTime":"2001-09-12T10:00:00","Operation":"Zeta"}\n')).codes).toEqual([
      'operation-unknown',
    ]);
  });
});
