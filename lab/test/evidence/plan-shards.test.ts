import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PlanStep, planShards } from '../../src/evidence/plan-shards.ts';
import { walkMailbox } from '../../src/evidence/walk.ts';
import { makeFolder, makeMbox, makeMessage, take } from './evidence-kit.ts';

async function plan(path: string, sizes?: { groupedBytes: number; rangeBytes: number }): Promise<PlanStep[]> {
  const steps: PlanStep[] = [];
  for await (const step of planShards('c', walkMailbox('c', 'mail', path).files, sizes)) steps.push(step);
  return steps;
}

const messages = Array.from({ length: 40 }, (_, n) => makeMessage(n, `X-Filler: ${'x'.repeat(n * 13)}\n`));

test('a large mbox in ranges gives the copies of the whole', async () => {
  const path = join(makeFolder({ 'x.mbox': `\r\n${makeMbox(...messages)}` }), 'x.mbox');
  const whole = await take(path);
  const cut = await take(path, { sizes: { groupedBytes: 1, rangeBytes: 1_000 } });
  expect(cut.copies.map((row) => row.filter((_, at) => at !== 11))).toEqual(
    whole.copies.map((row) => row.filter((_, at) => at !== 11)),
  );
  expect(cut.items.length).toBeGreaterThan(5);
  expect(cut.items.reduce((sum, { account }) => sum + account.bytes.size, 0)).toBe(readFileSync(path).length);
  expect(cut.files).toEqual([
    { location: 'mail', sha256: createHash('sha256').update(readFileSync(path)).digest('hex') },
  ]);
});

test('a cut Takeout keeps its labels in every range', async () => {
  const folder = makeFolder({ 'x.mbox': makeMbox(makeMessage(99, 'X-GMAIL-LABELS: Inbox\n'), ...messages) });
  const cut = await take(folder, { sizes: { groupedBytes: 1, rangeBytes: 1_000 } });
  expect(new Set(cut.copies.map((row) => row[1]))).toEqual(new Set([null]));
  expect(cut.copies.every((row) => row[2] !== null)).toBe(true);
  const other = makeFolder({ 'x.mbox': makeMbox(makeMessage(99, '\nX-Gmail-Labels: Inbox\n'), ...messages) });
  expect(
    (await take(other, { sizes: { groupedBytes: 1, rangeBytes: 1_000 } })).copies.every((row) => row[2] === null),
  ).toBe(true);
});

test('ranges are small at start and end, and depend only on the file', async () => {
  const path = join(
    makeFolder({ 'x.mbox': makeMbox(...Array.from({ length: 400 }, (_, n) => makeMessage(n))) }),
    'x.mbox',
  );
  const sizes = { groupedBytes: 1, rangeBytes: 4_000 };
  const steps = await plan(path, sizes);
  const bytes = steps.flatMap((step) => (step.is === 'shard' ? [step.shard.bytes] : []));
  expect(bytes.reduce((sum, range) => sum + range, 0)).toBe(readFileSync(path).length);
  expect(bytes[0]).toBeLessThan(2 * (sizes.rangeBytes / 8));
  expect(bytes.at(-2)).toBeLessThan(2 * (sizes.rangeBytes / 8));
  expect(Math.max(...bytes)).toBeGreaterThanOrEqual(sizes.rangeBytes);
  expect(await plan(path, sizes)).toEqual(steps);
});

test('groups small files, and the plan is reproducible', async () => {
  const files = Object.fromEntries(messages.map((message, n) => [`${n}.eml`, message]));
  const folder = makeFolder(files);
  const steps = await plan(folder);
  expect(steps).toHaveLength(1);
  expect(await plan(folder)).toEqual(steps);
});

test('a changed file is another shard, so that it is reread', async () => {
  const folder = makeFolder({ 'a.eml': makeMessage(1) });
  const keys = new Set<string>();
  const add = async () => {
    for (const step of await plan(folder)) if (step.is === 'shard') keys.add(step.shard.key);
  };
  await add();
  utimesSync(join(folder, 'a.eml'), 5, 5);
  await add();
  writeFileSync(join(folder, 'a.eml'), makeMessage(12));
  await add();
  expect(keys.size).toBe(3);
});

test('a large mbox that grows during planning is read as it was, and reported', async () => {
  const path = join(makeFolder({ 'x.mbox': makeMbox(...messages) }), 'x.mbox');
  const { files } = walkMailbox('c', 'mail', path);
  const before = readFileSync(path);
  appendFileSync(path, makeMbox(makeMessage(99)));
  const steps: PlanStep[] = [];
  for await (const step of planShards('c', files, { groupedBytes: 1, rangeBytes: 1_000 })) steps.push(step);
  expect(
    steps.flatMap((step) => (step.is === 'problem' ? [`${step.problem.code} ${step.problem.place}`] : [])),
  ).toEqual(['changed-file mail']);
  expect(steps.flatMap((step) => (step.is === 'file' ? [step.sha256] : []))).toEqual([
    createHash('sha256').update(before).digest('hex'),
  ]);
});
