import type { Call, Nothing } from '../keys/call.ts';
import type { PackFacts } from '../pack/pack-facts.ts';
import type { ProofFiles } from '../pack/proof-files.ts';
import type { MessageQuery } from '../table/message-query.ts';
import type { ExportStep } from './export-job.ts';
import type { ExportKind } from './exported-file.ts';

/** What pages that take something away ask of the key zone. */
export interface ExportCalls {
  /** Begins a file. What matches is settled now; messages are opened as chunks are asked for. `release`: the sealed release itself, whatever the query. */
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
