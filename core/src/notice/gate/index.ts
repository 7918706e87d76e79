/**
 * Judges a test mail before the first notice: SPF, DKIM, DMARC, the `_candor` record and the mailboxes.
 */

export { composeProbe, type ProbeFacts } from './compose-probe.ts';
export {
  type GateCode,
  type GateFinding,
  refuse as toGateRefusal,
  warn as toGateWarning,
} from './gate-finding.ts';
export { judgeKeyRecord, type KeyRecordExpectation } from './judge-key-record.ts';
export { judgeMailboxes } from './judge-mailboxes.ts';
export { judgeAuthentication, judgeLinks, judgePassage, type ProbePassage, readReceived } from './judge-received.ts';
export type {
  AuthenticationResult,
  DkimKeyRecord,
  DkimObservation,
  DkimSignatureObservation,
  DmarcObservation,
  LookedUpTexts,
  ProbeObservation,
  SpfObservation,
} from './probe-observation.ts';
export { toTextRecord } from './published-record.ts';
