import type { Instant, Said } from '@candor/core/base';
import type { AccessKind } from '@candor/core/evidence/record';
import type { Figure, NotifySaying } from '@candor/core/impact';
import type { NoticeContact, NoticeSender } from '@candor/core/incident';
import type { NotifiedCounts } from '@candor/core/notice/delivery';
import type { Awareness } from './awareness.ts';
import type { FoundRecords } from './found-records.ts';

/** Version of the lines below. It rises when a line comes, goes or is counted in another way. */
export const GDPR_REPORT_VERSION = 5;

/** The part of Article 33 that asks for a line. */
export type GdprArticle = '33(1)' | '33(2)' | '33(3)(a)' | '33(3)(b)' | '33(3)(c)' | '33(3)(d)' | '33(4)' | '33(5)';

/**
 * One line of the report: a figure with its formula, what the incident file or the log says, or a task for a person.
 */
export type ReportLine =
  | { readonly is: 'figure'; readonly article: GdprArticle; readonly text: string; readonly figure: Figure }
  /** `from`: the key of the incident file, the case fact, or the file that says so. */
  | { readonly is: 'stated'; readonly article: GdprArticle; readonly text: string; readonly from: string }
  /** `key`: what is missing, for programs. */
  | { readonly is: 'task'; readonly article: GdprArticle; readonly text: string; readonly key: string };

/** A legal clock as data: such rules change. */
export interface LegalClock {
  readonly hours: number;
  readonly source: string;
}

/** Regulation (EU) 2016/679 as in force; 96 hours are proposed. */
export const GDPR_CLOCK: LegalClock = {
  hours: 72,
  source: 'Regulation (EU) 2016/679, Article 33(1)',
};

/** What each part asks, in short. */
export const GDPR_REQUIREMENTS: Readonly<Record<GdprArticle, string>> = {
  '33(1)': 'notify the supervisory authority within 72 hours of becoming aware; give reasons for a delay',
  '33(2)': 'as a processor, notify each controller without undue delay',
  '33(3)(a)': 'nature of the breach; categories and approximate numbers of data subjects and of records',
  '33(3)(b)': 'name and contact details of the data protection officer or another contact point',
  '33(3)(c)': 'likely consequences of the breach',
  '33(3)(d)': 'measures taken or proposed, also to mitigate its effects',
  '33(4)': 'information in phases, where not all of it can be given at once',
  '33(5)': 'document every breach: facts, effects and remedial action',
};

export const GDPR_SOURCES: readonly string[] = [
  'Regulation (EU) 2016/679 (GDPR), Articles 33 and 34',
  'EDPB Guidelines 9/2022 on personal data breach notification under GDPR, version 2.0',
];

export interface ToldParties {
  readonly toNotify: number;
  readonly told: Said<'notified', NotifiedCounts>;
}

/** Facts that a report is made of. Texts are the organization's own. */
export interface GdprFacts {
  readonly organization: string;
  readonly window: { readonly start: Instant; readonly contained: Instant };
  /** First and last record of the intruder; null without one. */
  readonly activity: { readonly first: Instant | null; readonly last: Instant | null };
  /** Records of the intruder by kind; null in versions that did not count them. */
  readonly intruderKinds: Readonly<Partial<Record<AccessKind, number>>> | null;
  readonly aware: Awareness;
  readonly sender: NoticeSender | null;
  readonly contact: NoticeContact | null;
  readonly measures: string | null;
  readonly unknown: string | null;
  readonly nextUpdate: Instant | null;
  readonly figures: readonly Figure[];
  /** What was in the exposed mail; null where nothing was searched. */
  readonly found: FoundRecords | null;
  readonly parties: ToldParties;
  /** How many there are may be known in part only. */
  readonly notify: NotifySaying;
  /** The part of these for which the organization is a processor; null: the directory names no relation. */
  readonly controllers: ToldParties | null;
  /** The log with its origin, and its entries that record an act; null: none was started. */
  readonly log: { readonly origin: string; readonly acts: number } | null;
  readonly exposure: { readonly version: number; readonly digest: string };
  readonly at: Instant;
}
