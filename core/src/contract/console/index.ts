/**
 * What the console and its pages say to each other, beside its operations: addresses, sessions, denials. Only the
 * server of this machine writes these answers. Nothing here calls or answers.
 */
export {
  type BegunAnswer,
  type ConsoleChange,
  type ConsoleDenial,
  type ConsoleDenialCode,
  type ConsoleIncident,
  consolePaths,
  type FoldersAnswer,
  type IncidentsAnswer,
  type JobAnswer,
  type NewFolder,
  REQUEST_FIELD,
  SEEN_FIELD,
  SESSION_KEY_FIELD,
  type SessionAnswer,
} from './console-calls.ts';
export {
  type CodeAnswer,
  type CodeOrder,
  type DocumentAnswer,
  SIGN_CODE,
  type SignatureAnswer,
  type SignatureOrder,
  signingPaths,
} from './console-signing.ts';
export {
  PARTY_KINDS,
  PARTY_NEEDS,
  PARTY_ORDERS,
  PARTY_SIZES,
  PARTY_SOURCES,
  PARTY_STATES,
  type PartyFilterNames,
} from './party-list.ts';
