import { toManagementApi } from '../audit/containers.ts';
import { type AuditRecord, sync } from '../audit/record.ts';
import type { CorpusFiles } from '../files.ts';
import { putRuleIncident } from '../rules/put-rule-incident.ts';
import type { RuleMailbox, Specimen } from '../rules/specimen.ts';
import { act, OWNER, recorded } from './cast.ts';

const COVERED = '    covers: { mailboxes: all, from: 2001-09-01T00:00:00Z, to: 2001-11-01T00:00:00Z }';

/** An incident with one log that covers every mailbox; `end` is what follows `access` in incident.yaml. */
export interface LoggedIncident {
  readonly name: string;
  readonly title: string;
  readonly introduction: string;
  readonly mailboxes: readonly RuleMailbox[];
  readonly specimens: readonly Specimen[];
  readonly records: readonly AuditRecord[];
  readonly end: string;
}

export function putWithLog(files: CorpusFiles, { records, end, ...incident }: LoggedIncident): void {
  const custodians = incident.mailboxes.map(({ custodian }) => custodian);
  const all = [
    ...custodians.map((custodian) => recorded(custodian)),
    ...records,
    sync({ ...act('owner-last', custodians[0] ?? '', OWNER, '2001-10-30T08:00:00Z'), folder: null }),
  ];
  putRuleIncident(files, {
    ...incident,
    audit: { 'main.jsonl': toManagementApi(all) },
    rest: `access:\n  - file: audit/main.jsonl\n${COVERED}\n${end}`,
    directory: null,
  });
}
