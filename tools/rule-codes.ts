/** Every rule of docs/formats/rules.md with the reason that it leaves in the exports. */
export interface Rule {
  readonly rule: string;
  /** Reason code in exposure.jsonl, attribution reason in records.jsonl, or reason in unresolved.jsonl. */
  readonly code: string;
  readonly file: 'exposure.jsonl' | 'records.jsonl' | 'unresolved.jsonl';
}

const attribution = (rule: string, code: string): Rule => ({ rule, code, file: 'records.jsonl' });
const verdict = (rule: string, code: string): Rule => ({ rule, code, file: 'exposure.jsonl' });

export const rules: readonly Rule[] = [
  attribution('A1', 'session'),
  attribution('A2', 'token'),
  attribution('A3', 'application'),
  attribution('A3', 'shared-application'),
  attribution('A4', 'shared-session'),
  attribution('A4', 'session-split'),
  attribution('A5', 'address'),
  attribution('A5', 'address-out-of-window'),
  attribution('A6', 'address-expanded'),
  attribution('A7', 'shared-address'),
  attribution('A8', 'owner-address'),
  attribution('A8', 'other-user'),
  attribution('A9', 'service'),
  attribution('A10', 'unattributed'),
  attribution('A11', 'out-of-window'),
  verdict('B1', 'bind'),
  verdict('B2', 'bind-same-content'),
  verdict('B3', 'bind-ambiguous'),
  verdict('B3', 'bind-same-id'),
  verdict('B4', 'bind-unattributed'),
  { rule: 'B6', code: 'in-no-mailbox', file: 'unresolved.jsonl' },
  { rule: 'B6', code: 'in-other-mailbox', file: 'unresolved.jsonl' },
  { rule: 'B6', code: 'deleted-before-collection', file: 'unresolved.jsonl' },
  verdict('B7', 'lossy-record'),
  verdict('L1', 'folder-listed'),
  verdict('L1', 'folder-listed-unattributed'),
  verdict('E1', 'export'),
  verdict('E1', 'export-unattributed'),
  verdict('S1', 'sync-folder'),
  verdict('S2', 'sync-hour'),
  verdict('S3', 'sync-folder-unknown'),
  verdict('S5', 'sync-mailbox'),
  verdict('S6', 'sync-other-folder'),
  verdict('S7', 'sync-unattributed'),
  verdict('T1', 'throttled'),
  ...[
    'lossy',
    'truncated',
    'bypassed',
    'ingestion-off',
    'unlicensed',
    'audit-off',
    'before-retention',
    'unsupported',
    'not-recorded',
    'unasserted',
  ].map((kind) => verdict('G1', `gap-${kind}`)),
  verdict('G2', 'app-reach-used'),
  verdict('G2', 'app-reach'),
  verdict('G3', 'delegate-reach'),
  verdict('F1', 'forwarding'),
  verdict('F1', 'forwarding-unattributed'),
  verdict('F1', 'forwarding-unreadable'),
  verdict('Q1', 'search-hit'),
  verdict('W1', 'handled'),
  verdict('W1', 'copied-out'),
  verdict('W2', 'quoted-out'),
  verdict('W3', 'intruder-sent'),
  verdict('D1', 'after-containment'),
  verdict('N1', 'complete-coverage'),
  verdict('N2', 'coverage-incomplete'),
];
