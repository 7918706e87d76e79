import { LANGUAGES } from '@candor/core/base';
import { z } from 'zod';
import { PARTY_KINDS, PARTY_NEEDS, PARTY_ORDERS, PARTY_SIZES, PARTY_SOURCES, PARTY_STATES } from '../console/index.ts';
import { curatedAnswer } from './act-answers.ts';
import { argument, field, flag, oneOf, wholeNumber } from './field.ts';
import { describeOperation, type OperationContract, reason } from './operation.ts';
import { partyCardAnswer, partyFacetsAnswer, partyPageAnswer } from './party-answers.ts';

/** Rows of one window: some screens. */
const MAX_ROWS = 500;
/** The longest names hardly have more. */
const MAX_TEXT_CHARACTERS = 1_000;

const kind = () => oneOf(['organization', 'person', 'list']);
const party = () => argument(z.string(), 'id, domain or address');

const several = <const Word extends string>(members: readonly Word[], does: string) =>
  field(z.array(oneOf(members)).default([]), { does });

/** Which parties a page shows; an empty list leaves nothing out. */
const partyFilter = () => ({
  needs: several(PARTY_NEEDS, 'only what a person has to do next'),
  states: several(PARTY_STATES, 'only these states'),
  kinds: several(PARTY_KINDS, 'only these kinds'),
  sizes: several(PARTY_SIZES, 'only with so many exposed messages'),
  sources: several(PARTY_SOURCES, 'only with the best contact from here'),
  text: field(z.string().max(MAX_TEXT_CHARACTERS).default(''), { does: 'part of an id, name or domain' }),
});

function describeCuration<const Name extends string, Shape extends z.ZodRawShape>(
  name: Name,
  does: string,
  shape: Shape,
): OperationContract<z.ZodObject<Shape & { why: z.ZodString }>, typeof curatedAnswer, `party.${Name}`, 'act'> {
  return describeOperation({
    name: `party.${name}`,
    does,
    kind: 'act',
    roles: ['responder'],
    signs: 'may',
    input: z.object({ ...shape, why: reason() }),
    answer: curatedAnswer,
  });
}

export const impactOperations = {
  parties: describeOperation({
    name: 'parties',
    does: 'affected organizations and people, most exposed first',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      kind: field(kind().optional(), { does: 'only organization, person or list' }),
      all: field(z.boolean().default(false), { does: 'include parties without an exposed message' }),
    }),
  }),
  showParty: describeOperation({
    name: 'party.show',
    does: 'everything that is known of one party',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ party: party() }),
  }),
  partyPage: describeOperation({
    name: 'parties.page',
    does: 'some of the parties, by what a person has to do, state, kind, size, contact and words, in order',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({
      ...partyFilter(),
      by: field(oneOf(PARTY_ORDERS).default('exposure'), { does: 'order' }),
      isDescending: flag('largest first'),
      from: field(wholeNumber('a whole number from 0 is needed', { least: 0 }).default(0), {
        does: 'rows before them',
      }),
      count: field(wholeNumber('a whole number from 1 to 500 is needed', { most: MAX_ROWS }).default(MAX_ROWS), {
        does: 'rows at once',
      }),
    }),
    answer: partyPageAnswer,
  }),
  partyFacets: describeOperation({
    name: 'parties.facets',
    does: 'how many parties each filter leaves',
    kind: 'read',
    roles: ['viewer'],
    input: z.object(partyFilter()),
    answer: partyFacetsAnswer,
  }),
  partyCard: describeOperation({
    name: 'party.card',
    does: 'one party with contacts, notices, holds, disputes and curations',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({ key: field(z.string().max(64), { does: 'as `parties.page` names it' }) }),
    answer: partyCardAnswer,
  }),
  partyHistory: describeOperation({
    name: 'party.history',
    does: 'every curation, with who, when and why',
    kind: 'read',
    roles: ['viewer'],
    input: z.object({}),
  }),
  mergeParties: describeCuration('merge', 'make several parties one', {
    into: argument(z.string(), 'the party that stays'),
    parties: argument(z.array(z.string()).min(1), 'those that become part of it'),
  }),
  splitParty: describeCuration('split', 'split domains or addresses off into a party of their own', {
    party: argument(z.string(), 'the party'),
    into: argument(z.string(), 'id of the new party'),
    matches: argument(z.array(z.string()).min(1), 'the domains or addresses to split off'),
    kind: field(kind().default('organization'), { does: 'of the new party' }),
  }),
  renameParty: describeCuration('rename', 'give a party a name', {
    party: argument(z.string()),
    name: argument(z.string()),
  }),
  setPartyKind: describeCuration('kind', 'set the kind of a party', {
    party: argument(z.string()),
    kind: argument(kind(), 'organization, person, list'),
  }),
  steerContact: describeCuration('contact', 'add a contact, or withdraw one', {
    party: argument(z.string()),
    contact: argument(z.string(), 'a mail address'),
    role: field(z.string().optional(), { does: 'security, privacy, legal …' }),
    language: field(z.string().optional(), { does: `of the notice: ${LANGUAGES.join(', ')}` }),
    withdraw: field(z.boolean().default(false), { does: 'never use this contact' }),
  }),
  undoCuration: describeCuration('undo', 'undo a curation', {
    number: argument(
      wholeNumber('the number that `candor party history` shows is needed'),
      'as in `candor party history`',
    ),
  }),
};
