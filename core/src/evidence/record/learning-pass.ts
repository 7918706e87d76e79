import type { Instant } from '@candor/core/base';
import type { AuditRecord } from './audit-record.ts';

/** What records have in common that a store keeps once; it decides whether anything can be learned from them. */
export type ActorKeys = Pick<
  AuditRecord,
  | 'operation'
  | 'kind'
  | 'mailboxGuid'
  | 'mailboxOwnerUpn'
  | 'mailboxOwnerSid'
  | 'userId'
  | 'ip'
  | 'addresses'
  | 'contradicts'
  | 'appId'
  | 'clientAppId'
  | 'sessions'
  | 'tokens'
  | 'client'
  | 'logonType'
>;

/** `one`: one record of each class of time tells all. */
export type Need = 'none' | 'one' | 'every';

/**
 * A pass over records before the first is labelled. Failed records are left out. Records come in any order, and may
 * come more than once.
 */
export interface LearningPass {
  needs(actor: ActorKeys): Need;
  /** The class of a time, a small number; null: records of that time are not needed. */
  classOf(time: Instant): number | null;
  /** False: this record does not stand for others of its class. */
  see(record: AuditRecord): boolean;
}
