/** What the gate can find; the closed list is in docs/formats/problems.md. */
export type GateCode =
  | 'gate-no-arrival'
  | 'gate-not-sent'
  | 'gate-dns-fault'
  | 'gate-spf-none'
  | 'gate-spf-several'
  | 'gate-spf-invalid'
  | 'gate-spf-fails'
  | 'gate-spf-open'
  | 'gate-spf-unaligned'
  | 'gate-dkim-none'
  | 'gate-dkim-no-key'
  | 'gate-dkim-other-key'
  | 'gate-dkim-fails'
  | 'gate-dkim-unaligned'
  | 'gate-dkim-partial'
  | 'gate-dkim-testing'
  | 'gate-dmarc-none'
  | 'gate-dmarc-several'
  | 'gate-dmarc-invalid'
  | 'gate-dmarc-fails'
  | 'gate-dmarc-policy'
  | 'gate-key-record'
  | 'gate-unsigned-zone'
  | 'gate-no-exchanger'
  | 'gate-sender-changed'
  | 'gate-from-changed'
  | 'gate-text-changed'
  | 'gate-not-genuine'
  | 'gate-foreign-link'
  | 'gate-reached-mailbox'
  | 'gate-wide-reach'
  | 'gate-spam'
  | 'gate-open-file';

export interface GateFinding {
  readonly code: GateCode;
  /** `refuses`: nothing is sent until it is fixed. `warns`: shown to approvers. */
  readonly weight: 'refuses' | 'warns';
  readonly text: string;
  /** The record to publish, as a line of a zone file, character by character; null where none helps. */
  readonly record: string | null;
}

export function refuse(code: GateCode, text: string, record: string | null = null): GateFinding {
  return { code, weight: 'refuses', text, record };
}

export function warn(code: GateCode, text: string, record: string | null = null): GateFinding {
  return { code, weight: 'warns', text, record };
}
