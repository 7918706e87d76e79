import type { Confidence, FindingKind, PrivilegeMark } from '@candor/core/impact/detectors';
import type { AttachedMessage } from '@candor/core/impact/findings';
import type { NamedAddress } from '@candor/core/impact/persons';
import type { FindingSettings } from '@candor/core/incident';
import type { WantedMessage } from '../../evidence/original/index.ts';
import type { Unread } from './unread.ts';

/** Stands for every attachment among the parts that are left out. */
export const EVERY_ATTACHMENT = '*';

/** What takes longer or shows more. */
export type SearchSettings = Pick<FindingSettings, 'sensitive' | 'ocr'>;

/** What the process that searches is asked. `valueKey`: the key that values are hashed with, in hexadecimal. */
export interface FindingTask {
  readonly valueKey: string;
  readonly settings: SearchSettings;
  /** Only these messages, each without the parts that ended the process that read them; null: all that are wanted. */
  readonly again: Readonly<Record<string, readonly string[]>> | null;
  /** The messages to search; null: all that are read. */
  readonly wanted: readonly WantedMessage<null>[] | null;
}

/** A finding as it leaves that process: without its value. */
export interface PlacedFinding {
  readonly part: string;
  /** Code points of the part's decoded text, line ends LF. */
  readonly offset: number;
  readonly length: number;
  readonly kind: FindingKind;
  readonly detector: string;
  readonly confidence: Confidence;
  /** HMAC-SHA-256 of kind and value under the key of the scan, in hexadecimal: equal for equal values. */
  readonly valueHash: string;
  readonly mask: string;
}

/** A mark by which counsel's privilege is claimed, as it leaves that process. */
export interface PlacedMark {
  readonly part: string;
  readonly offset: number;
  readonly length: number;
  readonly mark: PrivilegeMark['mark'];
  /** HMAC of the passage that holds it: the footer of a sender has the same one in most of their mail. */
  readonly passageHash: string;
}

export interface FindingAnswer {
  readonly is: 'searched';
  /**
   * Of health and other specially protected data one for each kind and message, without place and value: `part` is
   * `message`, of an attached message `2.message`.
   */
  readonly findings: readonly PlacedFinding[];
  readonly privilege: readonly PlacedMark[];
  /** Who stands in the headers of a message that holds personal data, with names; empty for every other one. */
  readonly names: readonly NamedAddress[];
  /** Whose data its texts hold, sealed (`sealPersons`); null where there is none. */
  readonly persons: string | null;
  /** By reason, sorted. */
  readonly unread: readonly Unread[];
  /** Attached messages in which something was found, or was not searched. */
  readonly attached: readonly AttachedMessage[];
}

/** `changed`: the evidence is not what it was. */
export type SearchAnswer = FindingAnswer | { readonly is: 'changed' };

/** What a confined process is asked to show one value of. */
export interface RevealTask {
  /** One message. */
  readonly wanted: readonly WantedMessage<null>[];
  readonly part: string;
  /** Code points of the part's decoded text. */
  readonly offset: number;
  readonly length: number;
}

/** `changed`: the evidence is not what it was. `gone`: the part is not there. */
export type RevealAnswer = { readonly is: 'shown'; readonly value: string } | { readonly is: 'changed' | 'gone' };
