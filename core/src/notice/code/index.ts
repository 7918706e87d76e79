/**
 * Notice codes: 16 random bytes in printed form with check symbols (docs/formats/code.md). `readNoticeCode` reads what
 * people type and never throws.
 */

export {
  FORMER_CODE_SYMBOLS,
  formatNoticeCode,
  listPrintedForms,
  NOTICE_CODE_SYMBOLS,
  type NoticeCodeReading,
  type NoticeCodeSlip,
  readNoticeCode,
} from './notice-code.ts';
export { findPrintedCodes } from './printed-codes.ts';
