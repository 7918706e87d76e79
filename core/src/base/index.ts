/**
 * Shared basics of all stages: time, order, canonical JSON, CSV, digests, the three kinds of failure, and display of
 * numbers, times and foreign text. Everything is pure and independent of mail.
 */

export { readALabels, toALabels } from './a-label.ts';
export { joinBytes } from './bytes.ts';
export { compareUtf16, type Json, toCanonicalJson } from './canonical-json.ts';
export { formatAmount, formatCount } from './count.ts';
export type { Cryptography, Signer } from './cryptography.ts';
export { type CsvRow, findEncodingLoss, readCsv } from './csv.ts';
export { detachText } from './detach-text.ts';
export { type Decoder, type Runtime, type Sha256, toDigestPlace, toShownPlace } from './digest.ts';
export { assertNever, type Problem, type ProblemWeight, Refusal } from './failure.ts';
export { toGroupedDigest } from './fingerprint.ts';
export {
  Advice,
  advise,
  Hint,
  hint,
  type PostedReason,
  postReason,
  quoteForShell,
  type Reason,
  receiveReason,
} from './hint.ts';
export { toIdKey } from './id-key.ts';
export { type JsonObject, readJsonObject, toList, toObject, toText, toTexts, toWhole } from './json-shape.ts';
export { LANGUAGE_NAMES, LANGUAGES, type Language } from './language.ts';
export { escapeHtml } from './markup.ts';
export { compareUtf8 } from './order.ts';
export { type PromiseName, type Said, toSaid, toUnbranded } from './said.ts';
export { formatDay, formatInstant, formatSpan, formatTime, type Instant, readInstant, toInstant } from './time.ts';
export {
  escapeControls,
  escapeControlsInJson,
  escapeInvisible,
  escapeTerminalControls,
  toCharacterNumber,
  toJsonEscape,
  toVisible,
} from './visible.ts';
