import type { Instant } from '@candor/core/base';
import type { NoticeContact, NoticeSender } from '@candor/core/evidence/incident';
import type { Figure } from '@candor/core/impact';

/** What a report is made of. Texts are the organization's own. */
export interface GdprFacts {
  readonly organization: string;
  readonly window: { readonly start: Instant; readonly contained: Instant };
  readonly discovered: Instant | null;
  readonly sender: NoticeSender | null;
  readonly contact: NoticeContact | null;
  readonly measures: string | null;
  readonly unknown: string | null;
  readonly nextUpdate: Instant | null;
  /** All figures of the version. */
  readonly figures: readonly Figure[];
  /** Parties to be notified, and how many of them a notice went to. */
  readonly parties: { readonly toNotify: number; readonly notified: number };
  /** Of these, such as the organization is a processor for; null: the directory names no relation. */
  readonly controllers: { readonly toNotify: number; readonly notified: number } | null;
  /** The log with its origin and entries; null: none was started. */
  readonly log: { readonly origin: string; readonly size: number } | null;
  readonly exposure: { readonly version: number; readonly digest: string };
  readonly at: Instant;
}
