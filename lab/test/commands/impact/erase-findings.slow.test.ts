import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { readCountedFindings } from '../../../src/impact/store/found-messages.ts';
import type { FindingIncident } from '../../impact/finding/finding-incident.ts';
import { checkLog } from '../../opened-checks.ts';
import { decideFindings, eraseFindings, listDecisions } from './opened-findings.ts';
import { eraseByTwo, makeIncident, makeOperators, numberOf, toSignature } from './quay-incident.ts';

const by = { by: 'Ines', why: 'asked' };
const countOf = async (incident: FindingIncident) => (await incident.inStore(readCountedFindings)).size;

describe('erasing', () => {
  function readBytes(incident: FindingIncident): string {
    return ['candor.sqlite', 'candor.sqlite-wal']
      .map((name) => {
        try {
          return readFileSync(join(incident.state, name)).toString('latin1');
        } catch {
          return '';
        }
      })
      .join('\n');
  }

  function readHashes(incident: FindingIncident): readonly string[] {
    const raw = new Database(join(incident.state, 'candor.sqlite'), { readonly: true });
    const hashes = raw.prepare<[], string>('SELECT hash FROM impact_value').pluck().all();
    raw.close();
    return hashes;
  }

  test("leaves no key, hash, place or mask in the state's files, and no run restores them", async () => {
    const incident = makeIncident();
    await makeOperators(incident);
    await incident.run();
    const hashes = readHashes(incident);
    expect(hashes.length).toBe(2);
    expect(hashes.every((hash) => readBytes(incident).includes(hash))).toBe(true);
    const key = readFileSync(join(incident.state, 'keys/findings.key'), 'utf8');
    const { erased } = await eraseByTwo(incident, null);
    expect(erased).toEqual({ findings: 2, messages: 3, key: true });
    const bytes = readBytes(incident);
    expect([...hashes, 'credential-labelled', 'Q…h', key].filter((one) => bytes.includes(one))).toEqual([]);
    expect(() => readFileSync(join(incident.state, 'keys/findings.key'))).toThrow();
    const { read, summary } = await incident.run();
    expect([read, summary.findings?.erased, summary.findings?.searched, incident.lines().length]).toEqual([0, 3, 0, 0]);
    expect((await listDecisions(incident.state)).map(({ act, erased: what }) => [act, what?.findings])).toEqual([
      ['erase', 2],
    ]);
    // New mail is searched, and a value keeps none of the numbers of before.
    incident.mail('ada/9.eml', { subject: 'New', text: 'pw: Quay#4711-north' });
    expect((await incident.run()).read).toBe(1);
    expect(await numberOf(incident, 'credential')).toBe(3);
  });

  test('findings before a time keeps the rest, which is searched again under another key', async () => {
    const incident = makeIncident();
    await makeOperators(incident);
    await incident.run();
    const raw = new Database(join(incident.state, 'candor.sqlite'));
    raw.exec("UPDATE impact_searched SET searched_at = 1000 WHERE location = 'mail/ada/1.eml'");
    raw.close();
    const value = await numberOf(incident, 'access-code');
    await decideFindings(incident.state, 'dismiss', { value }, by);
    expect((await eraseByTwo(incident, 2_000)).erased).toMatchObject({ findings: 1, messages: 1 });
    const { read, summary } = await incident.run();
    expect([read, summary.findings?.erased, incident.lines().length]).toEqual([2, 1, 1]);
    expect(await countOf(incident)).toBe(0);
  });

  test('a PIN cannot be guessed without the key', async () => {
    const { createHmac } = await import('node:crypto');
    const incident = makeIncident();
    await makeOperators(incident);
    await incident.run();
    const written = readFileSync(join(incident.state, 'keys/findings.key'), 'utf8');
    const secret = Buffer.from(/[0-9a-f]{64}/.exec(written)?.[0] ?? '', 'hex');
    const tryOut = (key: Uint8Array, hashes: ReadonlySet<string>) =>
      Array.from({ length: 10_000 }, (_, pin) => String(pin).padStart(4, '0')).filter((pin) =>
        hashes.has(createHmac('sha256', key).update(`access-code\0${pin}`).digest('hex')),
      );
    const hashes = new Set(readHashes(incident));
    // The control: with the key it takes a moment.
    expect(tryOut(secret, hashes)).toEqual(['4711']);
    expect(tryOut(Buffer.alloc(32), hashes)).toEqual([]);
    await eraseByTwo(incident, null);
    expect(tryOut(secret, new Set(readHashes(incident)))).toEqual([]);
  });

  test('is an entry of the log, with who did it and why', async () => {
    const incident = makeIncident();
    await makeOperators(incident);
    await incident.run();
    const { entry, approvedBy } = await eraseByTwo(incident, null, 'legal term over');
    expect(approvedBy).toEqual(['ines', 'marek']);
    expect(entry).not.toBe(null);
    const raw = new Database(join(incident.state, 'candor.sqlite'), { readonly: true });
    const logged = raw.prepare('SELECT entry FROM ledger_entry WHERE position = ?').pluck().get(entry);
    raw.close();
    const { kind, body } = JSON.parse(String(logged)) as { readonly kind: string; readonly body: object };
    expect(kind).toBe('erasure');
    expect(body).toMatchObject({
      document: { incident: 'harbor', kind: 'erasure', what: 'findings', before: null, why: 'legal term over' },
      approvals: [{ operator: 'ines' }, { operator: 'marek' }],
    });
    expect((await checkLog(incident.state)).problems).toEqual([]);
  });

  test('is refused while there are fewer than two operators, with the way out, and erases nothing', async () => {
    const incident = makeIncident();
    await incident.run();
    const signing = toSignature(incident, 'ines');
    const order = { before: null, why: 'asked', digest: null, signing };
    await expect(eraseFindings(incident.state, order)).rejects.toMatchObject({
      code: 'needs-two-operators',
      reasons: [expect.stringContaining('names 0 operators; add them with `candor operator add NAME`')],
    });
    expect(await countOf(incident)).toBe(2);
  });

  test('takes another person than the one who proposed it', async () => {
    const incident = makeIncident();
    await makeOperators(incident);
    await incident.run();
    const signing = toSignature(incident, 'ines');
    const order = { before: null, why: 'asked', digest: null, signing };
    expect((await eraseFindings(incident.state, order)).erased).toBe(null);
    await expect(eraseFindings(incident.state, order)).rejects.toMatchObject({ code: 'already-approved' });
    expect(await countOf(incident)).toBe(2);
  });

  test('destroys the key first, and what was stopped after that is done by the same command', async () => {
    const incident = makeIncident();
    await makeOperators(incident);
    await incident.run();
    const key = join(incident.state, 'keys/findings.key');
    const change = (text: string): void => {
      const raw = new Database(join(incident.state, 'candor.sqlite'));
      raw.exec(text);
      raw.close();
    };
    change(
      "CREATE TRIGGER stop BEFORE INSERT ON impact_finding_decision BEGIN SELECT RAISE(ABORT, 'stopped here'); END",
    );
    await expect(eraseByTwo(incident, null)).rejects.toThrow('stopped here');
    // Without the key the hashes that are left tell nothing.
    expect([existsSync(key), readHashes(incident).length, await countOf(incident)]).toEqual([false, 2, 2]);
    change('DROP TRIGGER stop');
    const second = toSignature(incident, 'marek');
    const order = { before: null, why: null, digest: null, signing: second };
    const { erased, entry } = await eraseFindings(incident.state, order);
    expect([erased, entry]).toEqual([{ findings: 2, messages: 3, key: false }, expect.any(Number)]);
    expect([await countOf(incident), (await listDecisions(incident.state)).length]).toEqual([0, 1]);
    expect(readBytes(incident)).not.toContain('credential-labelled');
  });
});
