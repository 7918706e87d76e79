/**
 * An audit export, opened, and compared with what two people signed (docs/formats/audit.md). Replaying it with the
 * evidence is a command's work.
 */
export { checkSigned, type SignedParts } from './check-signed.ts';
export { type OpenedAudit, openAudit } from './opened-audit.ts';
