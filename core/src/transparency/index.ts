/**
 * What outsiders are told about the whole incident, and how they recompute it (docs/formats/figures.md). Pure.
 * `readStatement` takes a stranger's text, gives null for anything but the one form and never throws; `restate` writes
 * it with a value computed anew.
 */

export {
  type FigureBasis,
  type FigureRules,
  type FigureStatement,
  readStatement,
  restate,
  type StatementVersion,
  toFigureBody,
  toFigureDocument,
  toStatementText,
} from './figure-statement.ts';
export type { FoundKindCounts, FoundRecords } from './found-records.ts';
export { GDPR_ASKS, type GdprArticle, type GdprFacts, type LegalClock, type ReportLine } from './gdpr-article.ts';
export { composeGdprReport, type GdprReport } from './gdpr-report.ts';
export { toGdprText } from './gdpr-text.ts';
