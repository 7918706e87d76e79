import { toALabels } from '@candor/core/base';
import { findHiddenCharacter } from './foreign-text.ts';
import type { Language, LocalText } from './language.ts';
import { isAtOrBelow, listLinkHosts } from './link-hosts.ts';
import type { NotifyingOrganization } from './notice-facts.ts';

/** What a person may write so that the text before the details stays within 300 words. */
const HAPPENED_LIMIT = { words: 40 };
const MEASURES_LIMIT = { words: 40 };
const UNKNOWN_LIMIT = { words: 30 };
/** Used in several sentences; the full name in one. */
const NAME_LIMIT = { words: 6, characters: 60 };
const FULL_NAME_LIMIT = { words: 10, characters: 150 };
const TELEPHONE_LIMIT = { words: 6, characters: 60 };
const SIGNED_LIMIT = { characters: 150 };
const POSTAL_LIMIT = { characters: 300 };
/** Longer additions are letters of their own. */
const ADDED_LIMIT = { words: 250 };
const MAX_CHARACTERS = 2000;

interface TextLimit {
  readonly words?: number;
  readonly characters?: number;
}

export interface AddedTexts {
  readonly unknown: LocalText | null;
  readonly added: string | null;
}

/**
 * Why texts that people wrote must not stand in a notice as they are, all reasons at once: hidden characters, hosts
 * elsewhere, too many words. Nothing is ever cut or changed to fit; only line ends and spaces are folded.
 */
export function judgeHandTexts(
  organization: NotifyingOrganization,
  { unknown, added }: AddedTexts,
  languages: readonly Language[],
): readonly string[] {
  const { signature } = organization;
  const judge = (what: string, text: string | null | undefined, limit: TextLimit) =>
    judgeText(organization.domain, what, text, limit);
  const judgeLocal = (what: string, texts: LocalText | null | undefined, limit: TextLimit) =>
    languages.flatMap((language) =>
      judge(languages.length > 1 ? `${what}.${language}` : what, texts?.[language], limit),
    );
  return [
    ...judge('organization.name', organization.name, NAME_LIMIT),
    ...judgeLocal('notice.happened', organization.happened, HAPPENED_LIMIT),
    ...judgeLocal('notice.measures', organization.measures, MEASURES_LIMIT),
    ...judgeLocal('notice.unknown', unknown, UNKNOWN_LIMIT),
    ...judge('the added paragraph', added, ADDED_LIMIT),
    ...judge('notice.telephone', organization.telephone, TELEPHONE_LIMIT),
    ...judge('notice.sender.name', signature?.name, FULL_NAME_LIMIT),
    ...judge('notice.sender.signatory', signature?.signatory, SIGNED_LIMIT),
    ...judge('notice.sender.title', signature?.title, SIGNED_LIMIT),
    ...judge('notice.sender.postal', signature?.postal, POSTAL_LIMIT),
    ...judge('notice.contact.mail', signature?.mail, SIGNED_LIMIT),
    ...judge('notice.contact.telephone', signature?.telephone, TELEPHONE_LIMIT),
    ...judge('notice.contact.dpo', signature?.dpo, POSTAL_LIMIT),
  ];
}

/**
 * Plain text by hand: no link off the domain, nothing that cannot be seen, not too long. Figures written in it are the
 * person's own.
 */
function judgeText(
  domain: string,
  what: string,
  text: string | null | undefined,
  { words: mostWords, characters: mostCharacters = MAX_CHARACTERS }: TextLimit,
): readonly string[] {
  if (text === null || text === undefined) return [];
  const reasons: string[] = [];
  if (text.length > mostCharacters) return [`${what} has more than ${mostCharacters} characters: shorten it.`];
  if (text.trim() === '') return [`${what} is blank: fill it in or remove it.`];
  const words = text.trim().split(/\s+/).length;
  if (mostWords !== undefined && words > mostWords)
    reasons.push(`${what} has ${words} words, ${mostWords} are allowed: shorten it.`);
  const hidden = findHiddenCharacter(text.replaceAll('\r\n', '\n'));
  if (hidden !== null) reasons.push(`${what} holds ${hidden}, which is invisible: remove it.`);
  if (text.normalize('NFC') !== text)
    reasons.push(`${what} has decomposed letters (Unicode form NFD), which programs change: type them again.`);
  for (const host of listLinkHosts(text))
    if (!isAtOrBelow(host, [toALabels(domain)]))
      reasons.push(
        `${what} names ${host === '?' ? 'an address that programs open' : host}, which is not on ${domain}: a notice states that nothing in it leads elsewhere.`,
      );
  return reasons;
}
