import { Refusal, toALabels } from '@candor/core/base';
import { readNoticeCode } from '../code/notice-code.ts';
import { findHiddenCharacter } from './foreign-text.ts';
import { isAtOrBelow, listLinkHosts } from './link-hosts.ts';
import type { NoticeFacts, NoticeFigures } from './notice-facts.ts';

/** What a person may write so that the text before the details stays within 300 words. */
const HAPPENED_LIMIT_WORDS = 40;
const MEASURES_LIMIT_WORDS = 40;
const UNKNOWN_LIMIT_WORDS = 30;
const TELEPHONE_LIMIT_WORDS = 6;
const TELEPHONE_LIMIT_CHARACTERS = 60;
/** Longer additions are letters of their own. */
const ADDED_LIMIT_WORDS = 250;
const HAND_LIMIT_CHARACTERS = 2000;
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const PAGE_PATH = /^(?:\/[A-Za-z0-9._~-]+)*\/?$/;

/**
 * Refuses what a person wrote and must not go out; all reasons at once. Throws a fault when figures contradict each other or parts are missing
 * that the kind of notice needs: those come from programs alone.
 */
export function assertFacts(facts: NoticeFacts): void {
  assertFigures(facts.figures);
  if (facts.previous !== null) assertFigures(facts.previous.figures);
  if (facts.reminds !== undefined) assertFigures(facts.reminds.previous.figures);
  if (facts.reminds !== undefined && facts.kind !== 'reminder') throw new Error(`a ${facts.kind} reminds of nothing`);
  if ((facts.kind === 'announcement') !== (facts.announced !== undefined))
    throw new Error('an announcement, and nothing else, says who asks');
  if (facts.kind !== 'first' && facts.kind !== 'announcement' && facts.previous === null)
    throw new Error(`a ${facts.kind} needs what was told before`);
  if (readNoticeCode(facts.code).state !== 'code') throw new Error('the code of the notice is none');
  const reasons = [
    ...judgeOrganization(facts),
    ...judgeHandText(facts, 'notice.happened', facts.organization.happened?.[facts.language], HAPPENED_LIMIT_WORDS),
    ...judgeHandText(facts, 'notice.measures', facts.organization.measures?.[facts.language], MEASURES_LIMIT_WORDS),
    ...judgeHandText(facts, 'notice.unknown', facts.unknown.sentence?.[facts.language], UNKNOWN_LIMIT_WORDS),
    ...judgeHandText(facts, 'the added paragraph', facts.added, ADDED_LIMIT_WORDS),
    ...judgeHandText(facts, 'notice.telephone', facts.organization.telephone, TELEPHONE_LIMIT_WORDS),
  ];
  if (reasons.length > 0) throw new Refusal('notice-text-refused', reasons);
}

function assertFigures(figures: NoticeFigures): void {
  const { accessed, presumed, partial, possible, undetermined, messages, bulk, held, secrets, first, last } = figures;
  const { affectedAddresses, intruderSent, custodians } = figures;
  const counts = [accessed, presumed, partial, possible, undetermined, messages, bulk, held, secrets ?? 0];
  if (
    ![...counts, affectedAddresses, intruderSent, custodians].every(
      (count) => Number.isSafeInteger(count) && count >= 0,
    )
  )
    throw new Error('figures are whole numbers from 0');
  if (accessed + presumed + partial + possible !== messages) throw new Error('messages is the sum of four verdicts');
  if ((first === null) !== (last === null) || (first !== null && last !== null && first > last))
    throw new Error('first and last are the ends of one span');
}

function judgeOrganization({ organization, window }: NoticeFacts): readonly string[] {
  const { domain, page, telephone } = organization;
  const reasons: string[] = [];
  if (window.start > window.contained) throw new Error('the window ends before it starts');
  if (!HOST.test(domain)) reasons.push(`The domain ${JSON.stringify(domain)} is none in A-labels.`);
  const slash = page.includes('/') ? page.indexOf('/') : page.length;
  const host = page.slice(0, slash);
  if (!HOST.test(host) || !isAtOrBelow(host, [domain]) || !PAGE_PATH.test(page.slice(slash)))
    reasons.push(
      `notice.page ${JSON.stringify(page)} is no page of ${domain}: write it without scheme, as ${domain}/notice.`,
    );
  if (telephone !== null && telephone.length > TELEPHONE_LIMIT_CHARACTERS)
    reasons.push(`notice.telephone has more than ${TELEPHONE_LIMIT_CHARACTERS} characters.`);
  return reasons;
}

/** Plain text by hand: no link off the domain, nothing that cannot be seen, not too long. Figures written in it are the person's own. */
function judgeHandText(
  { organization }: NoticeFacts,
  what: string,
  text: string | null | undefined,
  limitWords: number,
): readonly string[] {
  if (text === null || text === undefined) return [];
  const reasons: string[] = [];
  if (text.length > HAND_LIMIT_CHARACTERS) return [`${what} has more than ${HAND_LIMIT_CHARACTERS} characters.`];
  const words = text.split(/\s+/).length;
  if (words > limitWords) reasons.push(`${what} has ${words} words, ${limitWords} are allowed.`);
  const hidden = findHiddenCharacter(text.replaceAll('\r\n', '\n'));
  if (hidden !== null) reasons.push(`${what} holds ${hidden}, which cannot be seen: take it out.`);
  for (const host of listLinkHosts(text))
    if (!isAtOrBelow(host, [toALabels(organization.domain)]))
      reasons.push(
        `${what} names ${host === '?' ? 'an address that programs open' : host}, which is not on ${organization.domain}: readers are told that nothing here leads elsewhere.`,
      );
  return reasons;
}
