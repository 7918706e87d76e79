/**
 * Message bytes in, addresses, arrival, fingerprint, and the ranges of the parts out (RFC 5322, RFC 2045). A message
 * that cannot be read becomes a quarantined range with its reason. Nothing here throws on what a sender may hold.
 */

export {
  type Arrival,
  type ArrivalSource,
  type ArrivalTimes,
  type ArrivalWitness,
  addProof,
  type DeliveryProof,
  DOUBT_SECONDS,
  isServersWitness,
  toArrival,
} from './arrival.ts';
export {
  ADDRESSED_ROLES,
  type AddressRole,
  type AddressUse,
  type AttachedCopy,
  type Copy,
  type MessageReading,
} from './copy.ts';
export { decodeEncodedWords } from './field/encoded-word.ts';
export { findHeaderStart } from './field/header-block.ts';
export { limitSeverity, type MessageLimit } from './limits.ts';
export { isFromLine, readFromLineTime } from './mbox/from-line.ts';
export { type MboxBoundaryScan, scanMboxBoundaries } from './mbox/mbox-boundaries.ts';
export type { MboxListener, MboxMessage } from './mbox/mbox-message.ts';
export { createMboxSplitter, type MboxSplitter } from './mbox/mbox-splitter.ts';
export {
  createMessageReader,
  type MessageReader,
  type MessageReaderOptions,
  type MessageResult,
} from './message-reader.ts';
export { usesBareReturns } from './mime/line-ends.ts';
export { type PartRange, type PartRanges, readPartRanges } from './part-ranges.ts';
export type { SearchableText } from './searchable-text.ts';
export {
  readShownMessage,
  readShownText,
  type ShownAddress,
  type ShownMessage,
  type ShownMultipart,
  type ShownPart,
} from './shown-message.ts';
export { readWholeMessage, type WholeMessage, type WholePart } from './whole-message.ts';
