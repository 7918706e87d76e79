import { toText } from '@candor/core/base';
import type { DecisionAct, DecisionDocument, DecisionRow } from './decision.ts';

type Rows = Pick<DecisionDocument, 'act' | 'rows'>;

/** What a decision changes: things of some kinds. Null: it does not say which, so it may be any of them. */
interface Touched {
  readonly kinds: readonly string[];
  readonly names: ReadonlySet<string> | null;
}

/** Whether two decisions are about the same thing, as far as their rows say it: in doubt they are. */
export function isSameThing(one: Rows, other: Rows): boolean {
  const [a, b] = [findTouched(one), findTouched(other)];
  if (!a.kinds.some((kind) => b.kinds.includes(kind))) return false;
  return a.names === null || b.names === null || [...a.names].some((name) => b.names?.has(name));
}

const PARTS: Readonly<Partial<Record<DecisionAct, (row: DecisionRow) => readonly (string | null)[]>>> = {
  'party.merge': ({ what, after }) => [what, toText(after)],
  'party.split': ({ what, before, after }) => [what, toText(before), toText(after)],
  // Another decision about findings in general may take in a value.
  'findings.accept': ({ what }) => [/\bvalue (\d+)/.exec(what)?.[1] ?? null],
  'findings.dismiss': ({ what }) => [/\bvalue (\d+)/.exec(what)?.[1] ?? null],
  'findings.merge': ({ what }) => what.replace(/^persons? /, '').split(', '),
  'findings.split': ({ what }) => what.replace(/^persons? /, '').split(', '),
  'findings.privilege': ({ what }) => [what],
  // A message, which may be held from one party.
  'withheld.hold': ({ what }) => [what],
  'withheld.keep': ({ what }) => what.split(', ').slice(0, 1),
  'withheld.release': ({ what }) => what.split(', ').slice(0, 1),
};

/** Undoing names a number, not what it was about. */
const OF_ANY: readonly DecisionAct[] = ['party.undo', 'findings.undo', 'findings.erase', 'contacts.import'];

function findTouched({ act, rows }: Rows): Touched {
  const kinds = KINDS[act];
  if (OF_ANY.includes(act)) return { kinds, names: null };
  const names = rows.flatMap(PARTS[act] ?? (({ what }) => [what]));
  return { kinds, names: names.includes(null) ? null : new Set(names.filter((name) => name !== null)) };
}

const KINDS: Readonly<Record<DecisionAct, readonly string[]>> = {
  'carried-over': [],
  'contacts.import': ['contact'],
  'delay.begin': ['delay'],
  'delay.end': ['delay'],
  'do-not-contact.begin': ['do-not-contact'],
  'do-not-contact.end': ['do-not-contact'],
  'findings.accept': ['value'],
  'findings.dismiss': ['value'],
  'findings.erase': ['value', 'person'],
  'findings.list': ['list'],
  'findings.merge': ['person'],
  'findings.privilege': ['message'],
  'findings.split': ['person'],
  'findings.undo': ['value', 'person'],
  'notice.edit': ['text'],
  'party.contact': ['party', 'contact'],
  'party.kind': ['party'],
  'party.merge': ['party'],
  'party.rename': ['party'],
  'party.split': ['party'],
  'party.undo': ['party'],
  'problem.accept': ['problem'],
  'withheld.hold': ['message'],
  'withheld.keep': ['message'],
  'withheld.release': ['message'],
};
