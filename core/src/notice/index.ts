/**
 * Notice: facts about one party in, the exact words and bytes of what it is told out (docs/formats/notice.md, docs/formats/code.md). Pure and
 * deterministic: the same facts give the same bytes on any machine, and no clock, locale or randomness is asked.
 *
 * - Texts: `NoticeFacts` are all that a notice says. Names and domains of parties are foreign text and are made safe here.
 * - Codes: 16 random bytes, printed with a check symbol. `readNoticeCode` reads what people type and never throws.
 */
export {
  DIAGNOSTIC_CHARACTERS,
  type IncomingClass,
  type IncomingKind,
  type IncomingMail,
  type ReportedRecipient,
} from './bounce/incoming-mail.ts';
export { readIncoming } from './bounce/read-incoming.ts';
export {
  formatNoticeCode,
  NOTICE_CODE_SYMBOLS,
  type NoticeCodeReading,
  type NoticeCodeSlip,
  readNoticeCode,
} from './code/notice-code.ts';
export { LANGUAGES, type Language, type LocalText, toLanguage } from './text/language.ts';
export type {
  ComposedNotice,
  NoticeFacts,
  NoticeFigures,
  NoticeKind,
  NoticeWave,
  PartyRelation,
  PreviousTelling,
  TellingOrganization,
  ToldParty,
  UnknownPart,
} from './text/notice-facts.ts';
