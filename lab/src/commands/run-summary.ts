import type { Instant } from '@candor/core/base';

export type CountPerVerdict = Readonly<
  Record<'accessed' | 'presumed' | 'partial' | 'possible' | 'undetermined' | 'no-evidence' | 'absent', number>
>;

/** One thing that a person has to look at, most urgent first, with the command that shows more. */
export interface Need {
  readonly kind: 'alert' | 'gap' | 'unresolved' | 'suggestion' | 'problem';
  readonly subject: string;
  readonly text: string;
  readonly command: string;
}

/** What one run found: the screen, `--json` and summary.json show this and nothing else. Holds no clock time and no path of the machine. */
export interface RunSummary {
  readonly incident: string;
  readonly organization: string;
  readonly version: number;
  /** The version that this one supersedes; null for the first, and where nothing changed. */
  readonly supersedes: number | null;
  /** SHA-256 of exposure.jsonl, parties.csv, unresolved.jsonl and records.jsonl together. */
  readonly digest: string;
  readonly rules: string;
  readonly evidence: {
    readonly mailboxes: number;
    readonly files: number;
    readonly bytes: number;
    readonly messageBytes: number;
    readonly structureBytes: number;
    readonly quarantinedBytes: number;
    readonly copies: number;
    readonly messages: number;
    readonly drafts: number;
    readonly bulk: number;
  };
  readonly audit: {
    readonly files: number;
    readonly rows: number;
    readonly unreadableRows: number;
    readonly records: number;
    /** `label/reason` → distinct records. */
    readonly attribution: Readonly<Record<string, number>>;
    readonly kinds: Readonly<Record<string, number>>;
    readonly firstAccess: Instant | null;
    readonly lastAccess: Instant | null;
  };
  readonly copies: CountPerVerdict;
  readonly messages: CountPerVerdict;
  readonly reasons: Readonly<Record<string, number>>;
  readonly mailboxesAccessed: number;
  readonly parties: { readonly organization: number; readonly person: number; readonly list: number };
  readonly partiesExposed: { readonly organization: number; readonly person: number; readonly list: number };
  readonly unresolved: Readonly<Record<string, number>>;
  readonly gaps: readonly {
    readonly custodian: string;
    readonly kind: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly suggestedSessions: readonly { readonly session: string; readonly records: readonly string[] }[];
  readonly alerts: readonly { readonly code: string; readonly text: string; readonly records: readonly string[] }[];
  readonly problems: Readonly<Record<string, number>>;
  readonly needs: readonly Need[];
}
