import { Refusal } from '@candor/core/base';
import { readNoticeCode } from '../code/notice-code.ts';
import { judgeHandTexts } from './hand-texts.ts';
import { isAtOrBelow } from './link-hosts.ts';
import type { NoticeFacts, NoticeFigures } from './notice-facts.ts';
import { EXPOSED_VERDICTS } from './notified-class.ts';
import type { SearchedFigures } from './searched-figures.ts';

const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const PAGE_PATH = /^(?:\/[A-Za-z0-9._~-]+)*\/?$/;

/**
 * Refuses unacceptable manual texts, all reasons at once. Throws a fault for contradicting figures or missing parts,
 * which only programs cause.
 */
export function assertFacts(facts: NoticeFacts): void {
  assertFigures(facts.figures);
  assertParts(facts.figures);
  assertLists(facts);
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
    ...judgeHandTexts(facts.organization, { unknown: facts.unknown.sentence, added: facts.added }, [facts.language]),
  ];
  if (reasons.length > 0) throw new Refusal('notice-text-refused', reasons);
}

function assertFigures(figures: NoticeFigures): void {
  const { accessed, presumed, partial, possible, undetermined, messages, bulk, held, secrets, first, last } = figures;
  const { affectedAddresses, intruderSent, custodians, searched } = figures;
  if (searched !== undefined) assertSearched(figures, searched);
  const counts = [accessed, presumed, partial, possible, undetermined, messages, bulk, held, secrets ?? 0];
  if (
    ![...counts, affectedAddresses, intruderSent, custodians].every(
      (count) => Number.isSafeInteger(count) && count >= 0,
    )
  )
    throw new Error('figures are whole numbers from 0');
  if (EXPOSED_VERDICTS.some((verdict) => (figures.undecided?.[verdict] ?? 0) > figures[verdict]))
    throw new Error('what rests on undecided records is counted in its verdict');
  if ((figures.datedAfter ?? 0) > messages + undetermined) throw new Error('what is dated later is counted in all');
  if (accessed + presumed + partial + possible !== messages) throw new Error('messages is the sum of four verdicts');
  if ((first === null) !== (last === null) || (first !== null && last !== null && first > last))
    throw new Error('first and last are the ends of one span');
}

/** Each is a part of the messages that the notice is about; earlier notices keep what they said. */
function assertParts({ messages, undetermined, secrets, bulk, held }: NoticeFigures): void {
  if ([secrets ?? 0, bulk, held].some((part) => part > messages + undetermined))
    throw new Error('a part of the messages is more than all of them');
}

/** "1 address of yours: a, b, c" is two statements. */
function assertLists({ figures, addresses, secretMessages = [] }: NoticeFacts): void {
  const { affectedAddresses, secrets } = figures;
  if ((addresses?.listed.length ?? 0) > affectedAddresses)
    throw new Error('more addresses are listed than are affected');
  if (secretMessages.length > (secrets ?? 0)) throw new Error('more messages are listed than hold passwords or keys');
}

function assertSearched({ secrets, messages, undetermined }: NoticeFigures, searched: SearchedFigures): void {
  const counts = [searched.listed, searched.unread, searched.sensitive ?? 0, ...Object.values(searched.personal)];
  const isCounted = counts.every((n) => Number.isSafeInteger(n) && n >= 0 && n <= messages + undetermined);
  const { parts, bytes } = searched.unreadSize ?? { parts: 0, bytes: 0 };
  const isMeasured = [parts, bytes].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (secrets === null || searched.listed > secrets || !isCounted || !isMeasured)
    throw new Error('what a search gave is counted in the messages that are told');
}

function judgeOrganization({ organization, window }: NoticeFacts): readonly string[] {
  const { domain, page } = organization;
  const reasons: string[] = [];
  if (window.start > window.contained) throw new Error('the window ends before it starts');
  if (!HOST.test(domain)) reasons.push(`The domain ${JSON.stringify(domain)} is not a domain in A-labels.`);
  const slash = page.includes('/') ? page.indexOf('/') : page.length;
  const host = page.slice(0, slash);
  if (!HOST.test(host) || !isAtOrBelow(host, [domain]) || !PAGE_PATH.test(page.slice(slash)))
    reasons.push(
      `notice.page ${JSON.stringify(page)} is not a page of ${domain}: write it without scheme, as ${domain}/notice.`,
    );
  return reasons;
}
