import { expect, test } from 'vitest';
import { FORGERY_CLASSES, makeForgeries } from './forgeries.ts';
import { harmlessChanges } from './harmless-changes.ts';
import { ODD_FORGERIES, ODD_HARMLESS, toBytes } from './odd-letters.ts';
import { ALARMING, MILD, STERN, tryLetter } from './try-letter.ts';

// The comparer before this one (by what is forbidden) was tried once with these letters. It broke the rule for 24 of
// the classes: words around it in conditional comments, behind a long comment, in marks of items, in tooltips, struck
// out, folded away, pushed down, aside, away and off the page; a link with two targets; sheets with fonts; fields that
// programs show or act on, unknown ones, names of recipients and senders, answers elsewhere, two senders, a tag of the
// subject; a notice attached to a foreign mail; plain text with another figure behind invisible signs, and pushed off
// the screen. Of the harmless ones it called eight changed or unreadable: every gateway's links, every forward, a saved
// page.
const SEED = 20011021;

test('no forgery is genuine, and a different word, link, sender or subject never gets a milder answer', async () => {
  const forgeries = makeForgeries(SEED, 300);
  expect(new Set(forgeries.map((one) => one.class)).size).toBe(FORGERY_CLASSES.length);
  expect(FORGERY_CLASSES.length).toBeGreaterThanOrEqual(20);
  const broken: string[] = [];
  for (const { name, seen, bytes } of forgeries) {
    const { kind } = await tryLetter(bytes);
    if (kind === 'genuine' || (seen === 'everywhere' && !STERN.has(kind))) broken.push(`${name}: ${kind}`);
  }
  expect(broken).toEqual([]);
});

test('refuses manual forgeries of kinds without a class', async () => {
  expect(ODD_FORGERIES.length).toBeGreaterThanOrEqual(40);
  const broken: string[] = [];
  for (const [name, made] of ODD_FORGERIES) {
    const { kind } = await tryLetter(toBytes(made));
    // Of a notice in S/MIME or elsewhere there is nothing to compare.
    if (MILD.has(kind) || !(STERN.has(kind) || kind === 'unreadable')) broken.push(`${name}: ${kind}`);
  }
  expect(broken).toEqual([]);
});

test('manual harmless changes raise no alarm', async () => {
  expect(ODD_HARMLESS.length).toBeGreaterThanOrEqual(20);
  const broken: string[] = [];
  for (const [name, made] of ODD_HARMLESS) {
    const { kind } = await tryLetter(toBytes(made));
    if (kind !== 'genuine' && !(name === 'plain text alone' && kind === 'rewritten')) broken.push(`${name}: ${kind}`);
  }
  expect(broken).toEqual([]);
});

test('no harmless change raises an alarm, and at least 25 are genuine', async () => {
  expect(harmlessChanges.length).toBeGreaterThanOrEqual(60);
  const broken: string[] = [];
  const counts = new Map<string, number>();
  for (const { name, bytes } of harmlessChanges) {
    const found = await tryLetter(bytes);
    counts.set(found.kind, (counts.get(found.kind) ?? 0) + 1);
    if (ALARMING.has(found.kind))
      broken.push(`${name}: ${found.kind} ${JSON.stringify('changes' in found ? found.changes.slice(0, 2) : found)}`);
  }
  expect(broken).toEqual([]);
  expect(counts.get('genuine')).toBeGreaterThanOrEqual(25);
});
