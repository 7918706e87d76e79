import { LANGUAGES } from '@candor/core/base';
import { z } from 'zod';
import { curatedAnswer } from './act-answers.ts';
import { argument, field, oneOf, wholeNumber } from './field.ts';
import { describeOperation, type OperationContract, reason } from './operation.ts';

const kind = () => oneOf(['organization', 'person', 'list']);
const party = () => argument(z.string(), 'id, domain or address');

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
