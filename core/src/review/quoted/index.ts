/**
 * Earlier messages quoted in a message's text: finds them, and says whether one is certainly a quotation of an
 * original.
 */

export {
  findQuoted,
  isQuotationOf,
  listSentences,
  type QuotedMessage,
  type Sentence,
} from './find-quoted.ts';
export { cutQuotations, projectQuoted } from './project-quoted.ts';
export type { QuotedBlock } from './quoted-block.ts';
