/**
 * `NoticeFacts` are all that a notice says; `composeNotice` makes its words, in each language
 * (docs/formats/notice.md). Pure: the same facts give the same bytes, and no clock, locale or random source is asked.
 * Names and domains of parties are foreign text and are made safe here. `composeNotice` throws a `Refusal`
 * (`notice-text-refused`) with every reason when a text by hand may not go out.
 */

export { type AccessPeriod, type PeriodSaying, sayAccessPeriod, toPeriod } from './access-period.ts';
export { writeCallScript } from './call-script.ts';
export { composeNotice } from './compose-notice.ts';
export { type AddedTexts, judgeHandTexts } from './hand-texts.ts';
export { findJurisdiction, type Jurisdiction, readCountryTlds } from './jurisdiction.ts';
export { LANGUAGES, type Language, type LocalText, toLanguage } from './language.ts';
export { isAtOrBelow, listLinkHosts } from './link-hosts.ts';
export {
  type AnnouncedPerson,
  type ComposedNotice,
  listBoundDomains,
  type NoticeFacts,
  type NoticeFigures,
  type NoticeKind,
  type NoticeSignature,
  type NoticeWave,
  type NotifiedParty,
  type NotifyingOrganization,
  type PartyRelation,
  type PriorNotice,
  type UnknownPart,
} from './notice-facts.ts';
export {
  NOTHING_SEARCHED,
  PERSONAL_KINDS,
  type PersonalKind,
  SENSITIVE_KINDS,
  type SearchedFigures,
  type SensitiveKind,
  toPersonalKind,
  toUnreadWord,
  type UnreadWord,
} from './searched-figures.ts';
export { toShownDomain } from './shown-domain.ts';
export { countSaid, countUndecided, findStrongest } from './strongest.ts';
export { formatNoticeDay, toWordOf } from './writer.ts';
