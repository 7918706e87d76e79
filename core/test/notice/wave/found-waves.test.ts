import { createFindingJudge, type FindingDecision, type FindingSelector } from '@candor/core/impact/findings';
import { FoundTally } from '@candor/core/notice/found';
import { NOTHING_SEARCHED, type NoticeFigures, PERSONAL_KINDS, type PersonalKind } from '@candor/core/notice/text';
import { compareFigures, draftWave, keepSearchResults, type SentNotice } from '@candor/core/notice/wave';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeFigures, makeParty, makeTelling } from './figures.ts';

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

describe('search results', () => {
  test('more is a supplement, less a correction, for each kind', () => {
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

  test('an empty first search is no notice, one with findings is', () => {
    expect(compareFigures(nothing, toFound(0, {}, 2))).toBe('none');
    expect(compareFigures(nothing, toFound(1))).toBe('more');
    expect(compareFigures(nothing, toFound(0, { passport: 1 }))).toBe('more');
  });

  test('a file that has become readable is no notice', () => {
    expect(compareFigures(toFound(2, {}, 3), toFound(2, {}, 0))).toBe('none');
  });

  test('erased findings withdraw nothing that was stated', () => {
    const told = toFound(2, { passport: 2 });
    for (const now of [nothing, { ...nothing, secrets: 1 }]) expect(compareFigures(told, now)).toBe('none');
    expect(read(keepSearchResults(told, nothing))).toEqual(read(told));
    expect(compareFigures(told, { ...nothing, secrets: 3 })).toBe('more');
    // Of a party that none of nine messages is left of, two cannot hold passwords.
    expect(read(keepSearchResults(told, makeFigures({})))).toEqual(read(toFound(0)));
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

const VALUES = [1, 2, 3, 4];
const selector = fc.constantFrom<FindingSelector>(
  ...VALUES.map((value) => ({ value })),
  { kind: 'credential' },
  { kind: 'passport' },
  { sender: 'ann@harbor.example' },
  { rule: 'cue', sender: 'ann@harbor.example' },
);
const finding = fc.record({
  kind: fc.constantFrom('credential' as const, 'secret-key' as const, 'bank-account' as const, 'birth-date' as const),
  detector: fc.constantFrom('cue', 'form'),
  confidence: fc.constantFrom('certain' as const, 'likely' as const, 'weak' as const),
  value: fc.constantFrom(...VALUES),
  sender: fc.constantFrom('ann@harbor.example', 'jo@a.example'),
});
/** Nine messages of the party, as one run searched them. */
const searched = fc.array(
  fc.record({ findings: fc.array(finding, { maxLength: 3 }), unread: fc.constantFrom([], ['encrypted']) }),
  {
    minLength: 9,
    maxLength: 9,
  },
);
type Searched = typeof searched extends fc.Arbitrary<infer T> ? T : never;
const step = fc.oneof(
  fc.record({ do: fc.constant('run' as const), mail: searched }),
  fc.record({
    do: fc.constant('decide' as const),
    act: fc.constantFrom('accept' as const, 'dismiss' as const),
    about: selector,
  }),
  fc.record({ do: fc.constant('undo' as const), of: fc.nat(8) }),
  fc.record({
    do: fc.constant('tell' as const),
    wave: fc.constantFrom('metadata' as const, 'secrets-metadata' as const),
  }),
);

function count(mail: Searched, decisions: readonly FindingDecision[]): NoticeFigures {
  const judge = createFindingJudge(decisions);
  const tally = new FoundTally();
  for (const [at, { findings, unread }] of mail.entries()) {
    const kinds = findings.filter((one) => judge(one) === 'counted').map(({ kind }) => kind);
    tally.add({ message: String(at), kinds, unread });
  }
  return { ...nothing, ...tally.toFigures() };
}

test('through finding, accepting, dismissing and undoing, stated plus pending equals the truth', () => {
  fc.assert(
    fc.property(searched, fc.array(step, { maxLength: 12 }), (first, steps) => {
      let mail = first;
      const decisions: FindingDecision[] = [];
      const tellings: SentNotice[] = [];
      const decide = (act: FindingDecision['act']) =>
        decisions.push({ sequence: decisions.length + 1, by: 'ines', at: 0, why: '', act });
      const judge = (wave: 'metadata' | 'secrets-metadata') => draft(count(mail, decisions), tellings, wave);
      for (const one of steps) {
        if (one.do === 'run') mail = one.mail;
        else if (one.do === 'decide') decide({ act: one.act, about: one.about });
        else if (one.do === 'undo') decide({ act: 'undo', of: one.of });
        else {
          const now = count(mail, decisions);
          const [drafted] = judge(one.wave).drafts;
          const before = tellings.at(-1)?.figures;
          if (drafted === undefined) continue;
          const isLess = before !== undefined && read(before).some((n, at) => (read(now)[at] ?? 0) < n);
          expect(drafted.kind).toBe(before === undefined ? 'first' : isLess ? 'correction' : 'supplement');
          if (one.wave === 'secrets-metadata')
            expect(Math.max(now.secrets ?? 0, before?.secrets ?? 0)).toBeGreaterThan(0);
          tellings.push(makeTelling(tellings.length + 1, 'a.example', now));
        }
      }
      const now = read(count(mail, decisions));
      const last = tellings.at(-1);
      // Nothing pending: exactly this was told. Something pending: telling it leaves nothing pending.
      if (judge('metadata').drafts.length === 0) expect(last === undefined ? null : read(last.figures)).toEqual(now);
      else {
        if (last !== undefined) expect(read(last.figures)).not.toEqual(now);
        tellings.push(makeTelling(tellings.length + 1, 'a.example', count(mail, decisions)));
        expect(judge('metadata').drafts).toEqual([]);
      }
    }),
  );
});
