import type { Generated } from 'kysely';

/** Somebody who proved a domain asks without a code; two people sign the answer. */
export interface NoticeEnquiryTable {
  id: Generated<number>;
  domain: string;
  contact: string;
  /** How the domain was proved. */
  proof: string;
  state: string;
  /** Canonical JSON, what is signed. */
  answer: string | null;
  made_by: string;
  made_at: number;
  answered_at: number | null;
  entry: number | null;
  /** Digest of the signed request that it came by; null: taken in by hand. */
  request: string | null;
  /** `AskedEnquiry`, JSON: the request itself. */
  asked: string | null;
  /** When the portal got the answer. */
  told_at: number | null;
}

/** The table of what is asked without a notice. */
export interface EnquirySchema {
  notice_enquiry: NoticeEnquiryTable;
}
