/**
 * Compares what was received with what was issued: words, parts, links and look-alike letters.
 */

export type {
  Addition,
  Change,
  ChangedLine,
  ChangeNature,
  ChangePlace,
  HarmlessNote,
  OutlookPlace,
  RewrittenPart,
} from './change.ts';
export type { MessageMatch } from './compare-message.ts';
export { type ComparedPart, isActedOn, type NoticePart, type PartState } from './findings.ts';
