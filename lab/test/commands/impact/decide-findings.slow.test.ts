import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { makeOperatorKey } from '../../../src/adapters/keys.ts';
import { decideFindings, listDecisions, undoDecision } from '../../../src/commands/impact/decide-findings.ts';
import { eraseFindings } from '../../../src/commands/impact/erase-findings.ts';
import { listFindings, overviewFindings, showValue } from '../../../src/commands/impact/list-findings.ts';
import { type RevealOrder, revealValue } from '../../../src/commands/impact/reveal-value.ts';
import { drawSample, readSample, showSample } from '../../../src/commands/impact/sample-findings.ts';
import { readCountedFindings } from '../../../src/impact/store/found-messages.ts';
import { FindingIncident } from '../../impact/finding/finding-incident.ts';

const by = { by: 'Ines', why: 'asked' };
const whole = { from: 0, limit: 1_000 };

function makeIncident(): FindingIncident {
  const incident = new FindingIncident();
  incident.mail('ada/1.eml', { text: 'password: Quay#4711-north' });
  incident.mail('ada/2.eml', { from: 'news@shop.example', subject: 'Order', text: 'Voicemail PIN: 4711' });
  incident.mail('ada/3.eml', { subject: 'Lunch', text: 'See you at noon.' });
  return incident;
}

const countOf = async (incident: FindingIncident) => (await incident.inStore(readCountedFindings)).size;

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof Refusal ? cause.code : `fault: ${String(cause)}`),
  );

async function numberOf(incident: FindingIncident, kind: string): Promise<number> {
  const { findings } = await listFindings(incident.state, { kind }, whole);
  return findings[0]?.value ?? 0;
}

describe('decisions', () => {
  test('apply to equal values found later, and can be undone', async () => {
    const incident = makeIncident();
    await incident.run();
    expect(await countOf(incident)).toBe(2);
    const value = await numberOf(incident, 'credential');
    expect((await decideFindings(incident.state, 'dismiss', { value }, by)).findings).toBe(1);
    expect(await countOf(incident)).toBe(1);
    incident.mail('ada/4.eml', { subject: 'Again', text: 'pw: Quay#4711-north' });
    incident.mail('ada/5.eml', { subject: 'Other', text: 'pw: Quay#4712-south' });
    await incident.run();
    expect(await countOf(incident)).toBe(2);
    const { kinds } = await overviewFindings(incident.state, { kind: 'credential' });
    expect(kinds.map(({ counted, dismissed }) => [counted, dismissed])).toEqual([[1, 2]]);
    await undoDecision(incident.state, 1, by);
    expect(await countOf(incident)).toBe(4);
    expect((await listDecisions(incident.state)).map(({ act, isInForce }) => [act, isInForce])).toEqual([
      ['dismiss', false],
      ['undo', true],
    ]);
  });

  test('survive a key change, also for values', async () => {
    const incident = makeIncident();
    await incident.run();
    const value = await numberOf(incident, 'credential');
    await decideFindings(incident.state, 'dismiss', { value }, by);
    rmSync(join(incident.state, 'keys/findings.key'));
    expect((await incident.run()).read).toBe(3);
    expect(await numberOf(incident, 'credential')).toBe(value);
    expect(await countOf(incident)).toBe(1);
  });

  test('apply to a sender, rule or kind, and are refused without an object or operator', async () => {
    const incident = makeIncident();
    await incident.run();
    await decideFindings(incident.state, 'dismiss', { sender: 'News@Shop.example' }, by);
    expect(await countOf(incident)).toBe(1);
    expect(await codeOf(decideFindings(incident.state, 'dismiss', {}, by))).toBe('nothing-decided');
    expect(await codeOf(decideFindings(incident.state, 'dismiss', { value: 99 }, by))).toBe('unknown-finding');
    expect(await codeOf(undoDecision(incident.state, 99, by))).toBe('unknown-decision');
  });
});

test('are listed by any filter, in pages, without values', async () => {
  const incident = makeIncident();
  await incident.run();
  const list = async (filter: object) => (await listFindings(incident.state, filter, whole)).total;
  expect(await list({})).toBe(2);
  expect(await list({ kind: 'access-code' })).toBe(1);
  expect(await list({ party: 'partner.test' })).toBe(1);
  expect(await list({ custodian: 'bo' })).toBe(0);
  expect(await list({ sender: 'news@shop.example', kind: 'credential' })).toBe(0);
  expect(await list({ state: 'waiting' })).toBe(0);
  const page = await listFindings(incident.state, {}, { from: 1, limit: 1 });
  expect([page.total, page.findings.length]).toEqual([2, 1]);
  const value = await numberOf(incident, 'credential');
  const view = JSON.stringify(await showValue(incident.state, value));
  expect(view).not.toMatch(/Quay|4711|[0-9a-f]{64}"[^"]*valueHash/);
  expect(await codeOf(showValue(incident.state, 99))).toBe('unknown-finding');
});

test('cannot be listed before a search', async () => {
  const incident = makeIncident();
  incident.describe('findings: { off: true }\n');
  await incident.run();
  expect(await codeOf(overviewFindings(incident.state, {}))).toBe('not-searched');
});

describe('showing a value', () => {
  const passphrase = 'one two three four';

  async function makeOperators(incident: FindingIncident) {
    const keys: string[] = [];
    for (const name of ['ada', 'marek', 'ines']) {
      const key = await makeOperatorKey(incident.path(`${name}.key`), passphrase, { scryptWorkFactor: 10 });
      keys.push(
        `  - { name: ${name}, key: ${Buffer.from(key).toString('base64url')}${name === 'ada' ? ', mailbox: ada' : ''} }\n`,
      );
    }
    incident.describe(`log: { origin: harbor.example/log, every: 1h, entries: 64 }\noperators:\n${keys.join('')}`);
    const sign = (as: string) => ({
      as,
      keyFile: incident.path(`${as}.key`),
      askPassphrase: async () => passphrase,
    });
    return (value: number, as: string, second: string | null = null): RevealOrder => ({
      value,
      why: 'is it in use?',
      first: sign(as),
      second: second === null ? null : sign(second),
    });
  }

  test('needs an operator and a reason, and is logged first', async () => {
    const incident = makeIncident();
    const order = await makeOperators(incident);
    await incident.run();
    const value = await numberOf(incident, 'credential');
    const shown = await revealValue(incident.state, order(value, 'marek'));
    expect([shown.text, shown.location, shown.part]).toEqual(['Quay#4711-north', 'mail/ada/1.eml', '1']);
    const raw = new Database(join(incident.state, 'candor.sqlite'), { readonly: true });
    const entries = raw.prepare("SELECT entry FROM ledger_entry WHERE kind = 'access'").pluck().all().map(String);
    raw.close();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain('is it in use?');
    expect(entries[0]).not.toContain('Quay');
    expect(readFileSync(join(incident.state, 'candor.sqlite')).includes('Quay#4711')).toBe(false);
  });

  test("is refused for one's own mailbox, to strangers, and with another key", async () => {
    const incident = makeIncident();
    const order = await makeOperators(incident);
    await incident.run();
    const value = await numberOf(incident, 'credential');
    expect(await codeOf(revealValue(incident.state, order(value, 'ada')))).toBe('own-mailbox');
    expect(await codeOf(revealValue(incident.state, order(value, 'marek', 'ada')))).toBe('own-mailbox');
    expect(await codeOf(revealValue(incident.state, order(value, 'marek', 'marek')))).toBe('same-operator');
    expect(await codeOf(revealValue(incident.state, order(value, 'eve')))).toBe('unknown-operator');
    const stolen = order(value, 'marek');
    const other = { ...stolen, first: { ...stolen.first, keyFile: incident.path('ines.key') } };
    expect(await codeOf(revealValue(incident.state, other))).toBe('wrong-key');
  });

  test('works twenty times a day for one operator, and more often with a second one', async () => {
    const incident = new FindingIncident();
    const order = await makeOperators(incident);
    for (let n = 0; n < 21; n += 1) incident.mail(`ada/${n}.eml`, { subject: `${n}`, text: `pw: Quay#${n}-north` });
    await incident.run();
    const codes: string[] = [];
    for (let value = 1; value <= 21; value += 1)
      codes.push(await codeOf(revealValue(incident.state, order(value, 'marek'))));
    expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'done'));
    expect(codes[20]).toBe('too-many-shown');
    expect(await codeOf(revealValue(incident.state, order(21, 'marek', 'ines')))).toBe('done');
    expect(await codeOf(revealValue(incident.state, order(21, 'ines')))).toBe('done');
  }, 120_000);
});

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
    await incident.run();
    const hashes = readHashes(incident);
    expect(hashes.length).toBe(2);
    expect(hashes.every((hash) => readBytes(incident).includes(hash))).toBe(true);
    const key = readFileSync(join(incident.state, 'keys/findings.key'), 'utf8');
    const erased = await eraseFindings(incident.state, { before: null, ...by });
    expect(erased).toEqual({ findings: 2, messages: 3, key: true, entry: null });
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
    await incident.run();
    const raw = new Database(join(incident.state, 'candor.sqlite'));
    raw.exec("UPDATE impact_searched SET searched_at = 1000 WHERE location = 'mail/ada/1.eml'");
    raw.close();
    const value = await numberOf(incident, 'access-code');
    await decideFindings(incident.state, 'dismiss', { value }, by);
    expect(await eraseFindings(incident.state, { before: 2_000, ...by })).toMatchObject({ findings: 1, messages: 1 });
    const { read, summary } = await incident.run();
    expect([read, summary.findings?.erased, incident.lines().length]).toEqual([2, 1, 1]);
    expect(await countOf(incident)).toBe(0);
  });

  test('a PIN cannot be guessed without the key', async () => {
    const { createHmac } = await import('node:crypto');
    const incident = makeIncident();
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
    await eraseFindings(incident.state, { before: null, ...by });
    expect(tryOut(secret, new Set(readHashes(incident)))).toEqual([]);
  });
});

describe('a sample', () => {
  const readSheet = (incident: FindingIncident) => readFileSync(incident.path('sheet.csv'), 'utf8').trim().split('\n');

  test('is blind and mixed, is read back, and estimates found and missed values', async () => {
    const incident = new FindingIncident();
    for (let n = 0; n < 12; n += 1) incident.mail(`ada/f${n}.eml`, { subject: `f${n}`, text: `pw: Quay#${n}-north` });
    for (let n = 0; n < 30; n += 1) incident.mail(`ada/u${n}.eml`, { subject: `u${n}`, text: 'See you at noon.' });
    await incident.run();
    expect(await codeOf(showSample(incident.state))).toBe('no-sample');
    const order = { out: incident.path('sheet.csv'), flagged: 10, unflagged: 20, by: 'Ines' };
    expect(await drawSample(incident.state, order)).toMatchObject({ sample: 1, rows: 30 });
    const [head, ...lines] = readSheet(incident);
    expect(head).toBe('sample,row,message,custodian,location,holds');
    const isFlagged = lines.map((line) => line.includes('ada/f'));
    expect(isFlagged.filter((one) => one).length).toBe(10);
    // Mixed: the first ten are not one stratum (1 in 3 × 10^7 by chance).
    expect(new Set(isFlagged.slice(0, 10)).size + new Set(isFlagged.slice(20)).size).toBeGreaterThan(2);
    expect((await showSample(incident.state)).estimate).toBe(null);
    const answered = lines.map((line, at) => `${line}${line.includes('ada/f') ? 'yes' : at < 3 ? 'unsure' : 'no'}`);
    writeFileSync(incident.path('sheet.csv'), [head, ...answered].join('\n'));
    const view = await readSample(incident.state, incident.path('sheet.csv'));
    expect([view.sizes, view.answered]).toEqual([{ flagged: 12, unflagged: 30 }, 30]);
    expect(view.estimate?.precision).toMatchObject({ of: 10, count: 10 });
    expect(view.estimate?.elusion.of).toBe(20 - view.unsure);
    expect(view.estimate?.recall.share).toBe(1);
    expect((await showSample(incident.state)).estimate).toEqual(view.estimate);
  });

  test('with another sheet, rows or answers is refused', async () => {
    const incident = makeIncident();
    await incident.run();
    const sheet = incident.path('sheet.csv');
    await drawSample(incident.state, { out: sheet, flagged: 10, unflagged: 10, by: 'Ines' });
    const [head, first = '', ...rest] = readSheet(incident);
    const code = async (...lines: readonly (string | undefined)[]) => {
      writeFileSync(sheet, lines.join('\n'));
      return codeOf(readSample(incident.state, sheet));
    };
    expect(await code(head, `${first}perhaps`)).toBe('invalid-sheet');
    expect(await code(head, first.replace(/^1,1,/, '1,2,'))).toBe('invalid-sheet');
    expect(await code(head, first.replace(/^1,/, '7,'))).toBe('invalid-sheet');
    expect(await code('a,b')).toBe('invalid-sheet');
    expect(await code(head)).toBe('invalid-sheet');
    expect(await code(head, `${first}yes`, ...rest)).toBe('done');
  });
});
