/**
 * Persons in mail: which row, entry or sentence is about whom, where that person lives, and which mentions are one
 * person (docs/formats/people-csv.md). Pure. Values come here in memory only.
 */

export { countPeople, listKinds, type PeopleCounts } from './count-people.ts';
export { type Identifier, type JoinDecision, joinMentions, type Mention } from './join.ts';
export { readName } from './name.ts';
export {
  findPeople,
  type NamedAddress,
  type Person,
  type PersonalMessage,
  type TextPerson,
} from './people.ts';
export { type PersonInText, readPersons } from './read-persons.ts';
export { readResidence } from './residence.ts';
export { isRole } from './role.ts';
