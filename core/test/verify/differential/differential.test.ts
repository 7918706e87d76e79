import { expect, test } from 'vitest';
import { FORGERY_CLASSES, makeForgeries } from './forgeries.ts';
import { harmlessChanges } from './harmless-changes.ts';
import { ALARMING, MILD, tryLetter } from './try-letter.ts';

const SEED = 20011021;

test('no forgery is genuine, and none whose words, links, sender or subject differ gets a milder answer', async () => {
  const forgeries = makeForgeries(SEED, 300);
  expect(new Set(forgeries.map((one) => one.class)).size).toBe(FORGERY_CLASSES.length);
  expect(FORGERY_CLASSES.length).toBeGreaterThanOrEqual(20);
  const broken: string[] = [];
  const counts = new Map<string, number>();
  for (const { name, seen, bytes } of forgeries) {
    const { kind } = await tryLetter(bytes);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind === 'genuine' || (seen === 'everywhere' && MILD.has(kind))) broken.push(`${name}: ${kind}`);
  }
  if (process.env['SHOW']) console.log(counts);
  expect(broken).toEqual([]);
});

test('no harmless change alarms anybody, and at least 25 are genuine', async () => {
  expect(harmlessChanges.length).toBeGreaterThanOrEqual(60);
  const broken: string[] = [];
  const counts = new Map<string, number>();
  for (const { name, bytes } of harmlessChanges) {
    const found = await tryLetter(bytes);
    counts.set(found.kind, (counts.get(found.kind) ?? 0) + 1);
    if (process.env['SHOW']) console.log(name, found.kind);
    if (ALARMING.has(found.kind))
      broken.push(`${name}: ${found.kind} ${JSON.stringify('changes' in found ? found.changes.slice(0, 2) : found)}`);
  }
  if (process.env['SHOW']) console.log(counts);
  expect(broken).toEqual([]);
  expect(counts.get('genuine')).toBeGreaterThanOrEqual(25);
});
