import type { DescribedMessage } from '@candor/core/review/described';
import type { HoldReason, WithholdReason } from '@candor/core/review/projection';
import type { WantedMessage } from '../evidence/original/index.ts';

// Tasks for a sandboxed process and their answers. Plaintext flows one way: from the evidence into what is sealed
// there.

/** For whom one copy is to be projected. */
export interface ProjectionOrder {
  /** It is an index of `ProjectionTask.vaults`. */
  readonly vault: number;
  /** Addresses of the party in this very copy, that it has proved; lower case, domains as A-labels. */
  readonly own: readonly string[];
  readonly partyKind: 'organization' | 'person';
  readonly privateMail: boolean;
  readonly releasedByCounsel: boolean;
  readonly hasOnlyFooterMarks?: true;
  /** The party is only in what it quotes; `released`: two people reviewed and released it. */
  readonly quoted?: 'asked' | 'released';
}

/** The one question of a task. */
export interface ProjectionTask {
  readonly vaults: readonly string[];
  /** These are addresses or domains, in lower case. */
  readonly counsel: readonly string[];
  readonly wanted: readonly WantedMessage<ProjectionOrder>[];
}

/** `flawed`: the second look found something in the projection that must not be there. */
export type HeldReason = HoldReason | 'flawed';

export interface SealedProjection {
  /** It is the SHA-256 of the projected bytes, in hex. */
  readonly id: string;
  /** This is base64. */
  readonly sealed: string;
  readonly described: DescribedMessage;
  /** The part of the copy that it is, as IMAP counts; null for the copy itself, and for a quotation. */
  readonly part: string | null;
}

export type ProjectionAnswer =
  | { readonly is: 'sealed'; readonly attached: boolean; readonly messages: readonly SealedProjection[] }
  | { readonly is: 'held'; readonly because: HeldReason }
  | { readonly is: 'withheld'; readonly because: WithholdReason }
  /** The evidence is not what it was. */
  | { readonly is: 'changed' };

/** One answer for each order. */
export interface ProjectionAnswers {
  readonly answers: readonly ProjectionAnswer[];
}
