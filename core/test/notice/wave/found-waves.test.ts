import { NOTHING_SEARCHED, type NoticeFigures, PERSONAL_KINDS, type PersonalKind } from '@candor/core/notice/text';
import { compareFigures, draftWave, keepSearched, type SentNotice } from '@candor/core/notice/wave';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFigures, makeParty, makeTelling } from './figures.ts';

const kind = fc.constantFrom(...PERSONAL_KINDS);
/** What a search counts of nine messages. */
const found = fc.record({
  secrets: fc.nat(9),
  personal: fc.dictionary(kind, fc.integer({ min: 1, max: 9 })),
  unread: fc.nat(2),
});
const nothing = makeFigures({ accessed: 9 });

const toFound = (secrets: number, personal: Partial<Record<PersonalKind, number>> = {}, unread = 0): NoticeFigures => ({
  ...nothing,
  secrets,
  searched: { ...NOTHING_SEARCHED, personal, unread },
});
const read = ({ secrets, searched }: NoticeFigures) => [
  secrets ?? 0,
  ...PERSONAL_KINDS.map((one) => searched?.personal[one] ?? 0),
];

describe('what a search found', () => {
  test('more is a supplement, less a correction, of each kind', () => {
    const told = toFound(2, { passport: 2 });
    expect(compareFigures(told, told)).toBe('none');
    expect(compareFigures(told, toFound(3, { passport: 2 }))).toBe('more');
    expect(compareFigures(told, toFound(1, { passport: 2 }))).toBe('less');
    for (const one of PERSONAL_KINDS) {
      expect(compareFigures(toFound(2), toFound(2, { [one]: 1 }))).toBe('more');
      expect(compareFigures(toFound(2, { [one]: 2 }), toFound(2, { [one]: 1 }))).toBe('less');
      expect(compareFigures(toFound(2, { [one]: 1 }), toFound(2))).toBe('less');
    }
  });

  test('more of one kind and less of another is a correction', () => {
    expect(compareFigures(toFound(0, { passport: 2 }), toFound(0, { passport: 1, health: 5 }))).toBe('less');
  });

  test('a file that can be read by now is no notice', () => {
    expect(compareFigures(toFound(2, {}, 3), toFound(2, {}, 0))).toBe('none');
  });

  test('erased findings take back nothing of what was told', () => {
    const told = toFound(2, { passport: 2 });
    for (const now of [nothing, { ...nothing, secrets: 1 }]) expect(compareFigures(told, now)).toBe('none');
    expect(read(keepSearched(told, nothing))).toEqual(read(told));
    expect(compareFigures(told, { ...nothing, secrets: 3 })).toBe('more');
    // Of a party that none of nine messages is left of, two cannot hold passwords.
    expect(read(keepSearched(told, makeFigures({})))).toEqual(read(toFound(0)));
    expect(compareFigures(told, makeFigures({}))).toBe('less');
  });
});

const draft = (figures: NoticeFigures, tellings: readonly SentNotice[], wave: 'metadata' | 'secrets-metadata') =>
  draftWave([makeParty('a.example', figures)], tellings, () => makeParty('a.example', {}), {
    wave,
    tell: 'undetermined',
    at: 0,
    readableFrom: null,
    toLeaveOut: () => null,
  });

test('whatever is found, accepted and dismissed between waves, the last notice and what is pending are what holds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(found, fc.constantFrom('wait', 'metadata', 'secrets-metadata' as const))),
      (steps) => {
        const tellings: SentNotice[] = [];
        for (const [{ secrets, personal, unread }, act] of steps) {
          const now = toFound(secrets, personal, unread);
          if (act === 'wait') continue;
          const before = tellings.at(-1);
          const drafted = draft(now, tellings, act);
          const [one] = drafted.drafts;
          if (one === undefined) {
            const isOther = drafted.leftOut.some(({ why }) => why === 'other-wave');
            // Nothing pending: then exactly this was told. Or it waits for a wave without secrets.
            if (!isOther) expect(read(before?.figures ?? nothing)).toEqual(read(now));
            else expect([act, secrets, before?.figures.secrets ?? 0]).toEqual(['secrets-metadata', 0, 0]);
            continue;
          }
          const isLess = read(now).some((n, at) => n < (read(before?.figures ?? nothing)[at] ?? 0));
          expect(one.kind).toBe(before === undefined ? 'first' : isLess ? 'correction' : 'supplement');
          expect(one.follows?.notice).toBe(before?.notice);
          tellings.push(makeTelling(tellings.length + 1, 'a.example', now));
        }
        const [last] = steps.at(-1) ?? [];
        if (last === undefined) return;
        const now = toFound(last.secrets, last.personal, last.unread);
        const pending = draft(now, tellings, 'metadata').drafts.length > 0;
        expect(pending).toBe(
          tellings.length === 0 ||
            JSON.stringify(read(tellings.at(-1)?.figures ?? nothing)) !== JSON.stringify(read(now)),
        );
      },
    ),
  );
});
