import type { Generated } from 'kysely';

/**
 * That letters of a wave were posted, or that letters of such a record count as posted no more. Never changed: the
 * newest of a notice counts.
 */
export interface NoticePostingTable {
  id: Generated<number>;
  /** `posted` or `taken-back` */
  act: string;
  wave_id: number;
  /** The posting that is withdrawn. */
  takes_back: number | null;
  /** When they were posted; null where they are taken back. */
  posted_at: number | null;
  service: string | null;
  why: string;
  made_by: string;
  made_at: number;
  /** Position of its log entry. */
  entry: number;
}

/** The letters of a posting. */
export interface NoticeLetterTable {
  posting_id: number;
  notice_id: number;
  /** Of the service, to trace it by. */
  reference: string | null;
}

/** Tables of notices on paper. */
export interface LetterSchema {
  notice_posting: NoticePostingTable;
  notice_letter: NoticeLetterTable;
}
