/**
 * Published figures about the whole incident, and how outsiders recompute them (docs/formats/figures.md). Pure.
 * `readStatement` returns null for anything but the canonical form and never throws; `recomputeStatement` writes it
 * with a recomputed value.
 */

export { type AwareFact, type Awareness, findAwareness, toAwareTime } from './awareness.ts';
export {
  type FigureBasis,
  type FigureRules,
  type FigureStatement,
  readStatement,
  recomputeStatement,
  type StatementVersion,
  toFigureBody,
  toFigureDocument,
  toStatementText,
} from './figure-statement.ts';
export type { FoundKindCounts, FoundRecords } from './found-records.ts';
export {
  GDPR_REQUIREMENTS,
  type GdprArticle,
  type GdprFacts,
  type LegalClock,
  type ReportLine,
  type ToldParties,
} from './gdpr-article.ts';
export { composeGdprReport, type GdprReport } from './gdpr-report.ts';
export { toGdprText } from './gdpr-text.ts';
export {
  claimNotifiedOfAll,
  findSumFault,
  listNumberFaults,
  NOTIFIED_FIGURE,
  NOTIFIED_FORMULA,
  type NotifiedClaim,
  type NotifiedOfAll,
  type SetFacts,
  toNotifiedOfAllWords,
} from './notified-figure.ts';
export {
  type NotifiedDocument,
  type NotifiedStatement,
  readNotifiedDocument,
  readNotifiedStatement,
  type SetBasis,
  toNotifiedDocument,
  toNotifiedText,
} from './notified-statement.ts';
