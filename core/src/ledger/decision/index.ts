/**
 * Decisions: what one person decided by hand, as a document, chained (docs/formats/decision.md). Pure: SHA-256 is
 * handed in as `Hashing`, Ed25519 as `Cryptography`. Digests are lower-case hex, keys and signatures base64url.
 */
export { type ChainCheck, type ChainFault, checkDecisionChain, type OperatorKey } from './check-chain.ts';
export {
  DECISION_TABLES,
  type DecisionAct,
  type DecisionDocument,
  type DecisionLink,
  type DecisionRow,
  type DecisionWrite,
  digestLink,
  digestRows,
  type EffectRow,
  FIRST_PREVIOUS,
  readDecision,
  toDecisionMessage,
  toDecisionText,
} from './decision.ts';
export { isSameThing } from './touched.ts';
