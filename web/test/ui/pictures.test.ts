import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Brushed, drawBrush, moveEdge } from '../../src/ui/brush.ts';
import { makeTimeScale } from '../../src/ui/react/charts/time-scale.ts';
import { toShares } from '../../src/ui/shares.ts';
import { readCatalogue } from '../catalogue-phrases.ts';

const bounds = { from: 1000, to: 1700, step: 100 };

test('an edge goes in whole steps and never passes the other edge or the bounds', () => {
  const move = fc.record({ edge: fc.constantFrom<'from' | 'to'>('from', 'to'), at: fc.integer({ min: 0, max: 3000 }) });
  fc.assert(
    fc.property(fc.array(move), (moves) => {
      const chosen = moves.reduce<Brushed>((before, { edge, at }) => moveEdge(before, edge, at, bounds), null);
      if (chosen === null) return;
      expect(chosen.from).toBeGreaterThanOrEqual(bounds.from);
      expect(chosen.to).toBeLessThanOrEqual(bounds.to);
      expect(chosen.to - chosen.from).toBeGreaterThanOrEqual(bounds.step);
      expect([chosen.from % 100, chosen.to % 100]).toEqual([0, 0]);
    }),
  );
  expect(moveEdge(null, 'from', 1249, bounds)).toEqual({ from: 1200, to: 1700 });
  expect(moveEdge({ from: 1200, to: 1700 }, 'from', 900, bounds)).toBeNull();
});

test('what is drawn from either side is the same, and a click chooses one step', () => {
  expect(drawBrush(1150, 1420, bounds)).toEqual({ from: 1100, to: 1500 });
  expect(drawBrush(1420, 1150, bounds)).toEqual({ from: 1100, to: 1500 });
  expect(drawBrush(1333, 1333, bounds)).toEqual({ from: 1300, to: 1400 });
  expect(drawBrush(1700, 1700, bounds)).toEqual({ from: 1600, to: 1700 });
  expect(drawBrush(0, 9999, bounds)).toBeNull();
});

test('shares of a bar follow each other, are seen however small, and never exceed the bar', () => {
  const parts = fc.array(
    fc.integer({ min: 0, max: 5_000_000 }).map((n) => ({ key: 'part', n })),
    { maxLength: 7 },
  );
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 6_000_000 }), (given, of) => {
      const shares = toShares(given, of);
      expect(shares).toHaveLength(given.filter(({ n }) => n > 0).length);
      for (const [at, { start, size }] of shares.entries()) {
        expect(size).toBeGreaterThanOrEqual(0.8);
        const before = shares[at - 1];
        expect(start).toBeCloseTo(before === undefined ? 0 : before.start + before.size);
      }
      expect(shares.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(100 + 1e-9);
    }),
  );
  expect(
    toShares(
      [
        { key: 'a', n: 1 },
        { key: 'b', n: 3 },
      ],
      8,
    ).map(({ size }) => size),
  ).toEqual([12.5, 37.5]);
  expect(toShares([{ key: 'a', n: 0 }], 8)).toEqual([]);
});

test('ticks are days, months or years in UTC by the length of the period, and never overlap', () => {
  const { rules } = readCatalogue('en', 'basics') as { rules: Parameters<typeof makeTimeScale>[2] };
  const at = (date: string): number => Date.parse(date) / 1000;
  const texts = (from: string, to: string, width: number): readonly string[] => {
    const { ticks } = makeTimeScale({ from: at(from), to: at(to) }, width, rules);
    for (const [place, { x }] of ticks.entries()) expect(x - (ticks[place - 1]?.x ?? -72)).toBeGreaterThanOrEqual(36);
    return ticks.map(({ text }) => text);
  };
  expect(texts('2001-09-01', '2001-10-01', 400)).toEqual(['2 Sep', '9 Sep', '16 Sep', '23 Sep', '30 Sep']);
  expect(texts('2001-01-01', '2001-12-31', 400)).toEqual(['Jan 2001', 'Apr 2001', 'Jul 2001', 'Oct 2001']);
  expect(texts('1999-01-01', '2009-01-01', 400)).toContain('2004');
  const scale = makeTimeScale({ from: at('2001-09-01'), to: at('2001-10-01') }, 400, rules);
  expect(scale.x(at('1990-01-01'))).toBe(0);
  expect(scale.at(200)).toBe(at('2001-09-16'));
});
