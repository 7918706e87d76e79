import type { Call, Nothing } from './call.ts';
import type { MessageQuery } from './message-query.ts';
import type { PackFacts } from './pack-facts.ts';

/** What a reviewer can take away: the messages themselves, or the table of them. */
export const EXPORT_KINDS = ['mbox', 'eml-zip', 'csv', 'json'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** How an export ended: what to compare the file with, and what is not in it. */
export interface ExportOutcome {
  readonly messages: number;
  readonly bytes: number;
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string;
  /** Ids of messages that did not open: damaged at the portal, or not there. */
  readonly missing: readonly string[];
}

export type ExportStep =
  | { readonly state: 'more'; readonly chunk: Uint8Array<ArrayBuffer>; readonly messages: number }
  | { readonly state: 'done'; readonly outcome: ExportOutcome };

/** What pages that take something away ask of the key worker. */
export interface ExportCalls {
  /**
   * Begins a file. What matches is settled now; messages are opened as chunks are asked for. `release`: the sealed
   * release itself, whatever the query.
   */
  readonly 'begin-export': Call<
    { readonly kind: ExportKind | 'release'; readonly query: MessageQuery },
    { readonly export: number; readonly of: number }
  >;
  /** The next chunk, or how it ended. Fails with the flaw that ended it. */
  readonly 'next-chunk': Call<{ readonly export: number }, ExportStep>;
  /** Gives an export up. */
  readonly 'end-export': Call<{ readonly export: number }, Nothing>;
  /** The release in figures: who, when, what kind; nothing of what anybody wrote. */
  readonly 'pack-facts': Call<Nothing, PackFacts>;
  /** The papers of the open release as they were verified. */
  readonly 'release-proofs': Call<Nothing, ProofFiles>;
  /** Which message each sealed object is: for people who read access records. Unknown ones are left out. */
  readonly 'name-objects': Call<
    { readonly objects: readonly string[] },
    { readonly named: readonly { readonly object: string; readonly id: string; readonly subject: string }[] }
  >;
}

/** The small files of a release: with them anyone can check what the figures rest on (docs/formats/release.md). */
export interface ProofFiles {
  readonly 'manifest.json': string;
  readonly 'approvals.json': string;
  readonly 'keys.json': string;
  readonly 'log.proof': string;
}
