import type { Call, Nothing } from './call.ts';
import type { MessageQuery } from './message-query.ts';
import type { PackFacts } from './pack-facts.ts';

/** What a reviewer can save: the messages, or their table. */
export const EXPORT_KINDS = ['mbox', 'eml-zip', 'csv', 'json'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Result of an export: what to compare the file with, and what is missing. */
export interface ExportOutcome {
  readonly messages: number;
  readonly bytes: number;
  /** SHA-256 of the whole file, hex. */
  readonly sha256: string;
  /** Ids of messages that did not open: damaged or missing at the portal. */
  readonly missing: readonly string[];
}

export type ExportStep =
  | { readonly state: 'more'; readonly chunk: Uint8Array<ArrayBuffer>; readonly messages: number }
  | { readonly state: 'done'; readonly outcome: ExportOutcome };

export interface ExportCalls {
  /**
   * Starts a file. The matches are fixed now; messages are opened as chunks are requested. `release`: the sealed
   * release itself, whatever the query.
   */
  readonly 'begin-export': Call<
    { readonly kind: ExportKind | 'release'; readonly query: MessageQuery },
    { readonly export: number; readonly of: number }
  >;
  /** The next chunk, or the result. Fails with the error that ended the export. */
  readonly 'next-chunk': Call<{ readonly export: number }, ExportStep>;
  readonly 'end-export': Call<{ readonly export: number }, Nothing>;
  readonly 'pack-facts': Call<Nothing, PackFacts>;
  readonly 'release-proofs': Call<Nothing, ProofFiles>;
  /** The message of each sealed object, for readers of view receipts. Unknown ones are omitted. */
  readonly 'name-objects': Call<
    { readonly objects: readonly string[] },
    { readonly named: readonly { readonly object: string; readonly id: string; readonly subject: string }[] }
  >;
}

/** The small files of a release, with which anyone can verify the figures (docs/formats/release.md). */
export interface ProofFiles {
  readonly 'manifest.json': string;
  readonly 'approvals.json': string;
  readonly 'keys.json': string;
  readonly 'log.proof': string;
}
