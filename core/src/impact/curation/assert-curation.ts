import { assertNever, Refusal } from '@candor/core/base';
import { findDomainSeparator } from '../counterparty/counterparty.ts';
import { applyCuration, type Curation } from './apply-curation.ts';
import { type CurationAct, type CurationOperation, selectInForce } from './curation-operation.ts';

/** Maximum UTF-16 units of a name, reason or id: it is shown on one line everywhere. */
export const MAX_CURATION_TEXT_UNITS = 500;

/**
 * Throws a `Refusal` for an operation that is not allowed after `operations`. Party ids must be current: a merged id is
 * refused with its representative, so that recorded operations read as intended. `isParty` tells whether an id is a
 * party of the current run.
 */
export function assertCurationAllowed(
  operations: readonly CurationOperation[],
  next: Omit<CurationOperation, 'sequence'>,
  isParty: (id: string) => boolean,
): void {
  const curation = applyCuration(operations);
  const reasons = [
    ...checkText('who did it', next.by),
    ...checkText('why', next.why),
    ...checkAct(next.act, operations, curation, isParty),
  ];
  if (reasons.length > 0) throw new Refusal('curation-refused', reasons);
}

function checkText(what: string, text: string): string[] {
  if (text.trim() === '') return [`Say ${what}; it must not be empty.`];
  return text.length > MAX_CURATION_TEXT_UNITS ? [`Say ${what} in at most ${MAX_CURATION_TEXT_UNITS} characters.`] : [];
}

function checkAct(
  act: CurationAct,
  operations: readonly CurationOperation[],
  curation: Curation,
  isParty: (id: string) => boolean,
): string[] {
  const checkParty = (id: string): string[] => {
    const representative = curation.representative(id);
    if (representative !== id) return [`${id} was merged into ${representative}; name that one.`];
    return isParty(id) ? [] : [`There is no party ${id}.`];
  };
  switch (act.act) {
    case 'merge':
      return checkMerge(act, curation, checkParty);
    case 'split':
      return [...checkParty(act.party), ...checkSplit(act, curation, isParty)];
    case 'rename':
      return [...checkParty(act.party), ...checkText('the new name', act.name)];
    case 'kind':
      return checkParty(act.party);
    case 'add-contact':
      return [...checkParty(act.party), ...checkText('the contact', act.contact.contact)];
    case 'withdraw-contact':
      return [...checkParty(act.party), ...checkText('the contact', act.contact)];
    case 'undo':
      return selectInForce(operations).some(({ sequence }) => sequence === act.sequence)
        ? []
        : [`There is no active operation ${act.sequence} to undo.`];
    default:
      return assertNever(act);
  }
}

function checkMerge(
  act: Extract<CurationAct, { act: 'merge' }>,
  curation: Curation,
  checkParty: (id: string) => string[],
): string[] {
  const target = curation.representative(act.into);
  return [
    ...checkText('the party to merge into', act.into),
    ...(act.parties.length === 0 ? ['Name at least one party to merge.'] : []),
    ...(target === act.into ? [] : [`${act.into} was merged into ${target}; name that one.`]),
    ...act.parties.flatMap((id) => (id === act.into ? [`${id} cannot be merged into itself.`] : checkParty(id))),
  ];
}

function checkSplit(
  act: Extract<CurationAct, { act: 'split' }>,
  curation: Curation,
  isParty: (id: string) => boolean,
): string[] {
  const reasons = checkText('the id of the new party', act.into);
  if (act.matches.length === 0) reasons.push('Name at least one domain or address to split off.');
  for (const match of act.matches) {
    const domain = match.slice(findDomainSeparator(match) + 1);
    if (match !== match.toLowerCase() || !/^[\x21-\x7e]+$/.test(domain) || match.startsWith('@')) {
      reasons.push(`${match} is neither a domain nor an address in lower case.`);
    }
  }
  // A known id would add the addresses to that party instead of creating a new one.
  if (isParty(act.into) || curation.members(act.into).length > 1 || curation.representative(act.into) !== act.into) {
    reasons.push(`${act.into} is already a party; choose a new id, and merge afterwards if they belong together.`);
  }
  return reasons;
}
