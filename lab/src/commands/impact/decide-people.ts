import { advise, hint, Refusal } from '@candor/core/base';
import type { Person } from '@candor/core/impact/persons';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { appendDecision } from '../../impact/store/decision-store.ts';
import { decide } from '../../ledger/decision/index.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import type { FindingsDecided } from './decide-findings.ts';
import { readExposedFindings } from './read-findings.ts';
import { readPeople } from './read-people.ts';

/**
 * Records that persons are one, or that what was joined is several. It is about the mentions that these persons have
 * now, and holds in every later run. No name is written into it: names go with the key of the findings.
 * @throws Refusal for an id that no person has, and where there is nothing to join or to part.
 */
export async function decidePersons(
  state: StateFolder,
  act: 'merge' | 'split',
  ids: readonly string[],
  decided: DecidedBy,
): Promise<FindingsDecided> {
  const read = await readExposedFindings(state);
  const { persons } = await readPeople(state, { ...read, version: read.version.version });
  const meant = [...new Set(ids)].map((id) => findPerson(persons, id));
  const mentions = [...new Set(meant.flatMap((person) => person.mentions))].sort();
  if (mentions.length < 2)
    throw new Refusal('nothing-decided', [
      act === 'merge' ? 'name two persons or more' : 'this person has one mention only: nothing was joined',
    ]);
  const by = await openDecider(state.store, decided);
  const { why } = decided;
  const at = now();
  const what = `${act === 'merge' ? 'persons' : 'person'} ${meant.map(({ id }) => id).join(', ')}`;
  const [before, after] = act === 'merge' ? [meant.length, 1] : [meant.length, mentions.length];
  const order = {
    act: `findings.${act}`,
    by,
    why,
    at,
    rows: [{ what, before: { persons: before }, after: { persons: after } }],
  } as const;
  const { result: sequence, decision } = await decide(state.store, createNodeRuntime(), order, (deciding) =>
    appendDecision(deciding, { by: by.name, why, at, act: { act, mentions } }),
  );
  const view = { sequence, by: by.name, why, at, act, about: null, of: null, erased: null, isInForce: true };
  return { ...view, mentions: mentions.length, decision };
}

function findPerson(persons: readonly Person[], id: string): Person {
  const person = persons.find((one) => one.id !== '' && one.id === id);
  if (person !== undefined) return person;
  throw new Refusal('unknown-person', [advise`no person has the number ${id}; ${hint('findings.people')} shows them`]);
}
