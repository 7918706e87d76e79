/**
 * Transparency: what outsiders are told about the whole incident, and how they can recompute it (docs/formats/figures.md). Pure.
 *
 * A `FigureStatement` is a figure with its formula, what it was computed from, and its place in the log. `toStatementText` gives its one form, `readStatement` takes a
 * stranger's text, gives null for anything else and never throws; `restate` writes it with a value computed anew, for comparison byte by byte.
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
export {
  composeGdprReport,
  GDPR_ASKS,
  GDPR_CLOCK,
  GDPR_REPORT_VERSION,
  GDPR_SOURCES,
  type GdprArticle,
  type GdprFacts,
  type GdprReport,
  type LegalClock,
  type ReportLine,
} from './gdpr-report.ts';
export { toGdprText } from './gdpr-text.ts';
