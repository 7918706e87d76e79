import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64Url } from '@candor/core/ledger';
import { describe, expect, test } from 'vitest';
import { readCountedFindings } from '../../../src/impact/store/found-messages.ts';
import { FindingIncident } from '../../impact/finding/finding-incident.ts';
import { ines, omar } from '../../ledger/made-log.ts';
import {
  decideFindings,
  drawSample,
  listDecisions,
  listFindings,
  overviewFindings,
  readSample,
  showSample,
  showValue,
  undoDecision,
} from './opened-findings.ts';
import { codeOf, makeIncident, numberOf } from './quay-incident.ts';

const by = { by: 'Ines', why: 'asked' };
const whole = { from: 0, limit: 1_000 };

const countOf = async (incident: FindingIncident) => (await incident.inStore(readCountedFindings)).size;

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

  test('are signed by a key wherever it is: no key file is on this machine', async () => {
    const incident = makeIncident();
    const keys = [ines, omar].map(({ name, publicKey }) => `  - { name: ${name}, key: ${toBase64Url(publicKey)} }\n`);
    incident.describe(`log: { origin: harbor.example/log, every: 1h, entries: 64 }\noperators:\n${keys.join('')}`);
    await incident.run();
    const sign = () => Promise.reject(new Error('one person decides'));
    const signing = { as: ines.name, show: () => undefined, sign, open: async () => ines };
    const order = { by: ines.name, why: 'asked', signing };
    const { decision } = await decideFindings(incident.state, 'dismiss', { sender: 'news@shop.example' }, order);
    expect(decision).toMatchObject({ by: ines.name, isSigned: true });
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
  expect(await list({ is: 'waiting' })).toBe(0);
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
