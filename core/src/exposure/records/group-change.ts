import type { AuditRecord } from '@candor/core/evidence/record';
import { listParameter } from '../attribution/mailbox-index.ts';
import { toOperationKey } from '../reference/reference.ts';

const BEGINS: ReadonlySet<string> = new Set([
  'add-distributiongroupmember',
  'update-distributiongroupmember',
  'add-unifiedgrouplinks',
  'add member to group',
]);
const ENDS: ReadonlySet<string> = new Set([
  'remove-distributiongroupmember',
  'remove-unifiedgrouplinks',
  'remove member from group',
]);
/** In the directory the member is the object, and the group one of the changed properties. */
const OF_DIRECTORY: ReadonlySet<string> = new Set(['add member to group', 'remove member from group']);

const GROUP_NAME = 'group.displayname';
const MEMBERS = ['Member', 'Members', 'Links'];

/** Whether a record puts somebody into a group, or takes somebody out (docs/formats/rules.md, F1, groups). */
export function toGroupChange({ operation }: AuditRecord): 'begin' | 'end' | null {
  const name = toOperationKey(operation);
  if (BEGINS.has(name)) return 'begin';
  return ENDS.has(name) ? 'end' : null;
}

/** The group as recorded; empty when missing. */
export function nameOfGroup(record: AuditRecord): string {
  if (isOfDirectory(record)) {
    const name = record.modified.find((each) => each.name.toLowerCase() === GROUP_NAME)?.newValue ?? '';
    return name.replaceAll('"', '').trim();
  }
  return (listParameter(record, 'Identity')[0] ?? record.objectId ?? '').trim();
}

/** Members who were put into a group, as recorded. */
export function listGroupMembers(record: AuditRecord): readonly string[] {
  if (toGroupChange(record) !== 'begin') return [];
  if (isOfDirectory(record)) return record.objectId === null ? [] : [record.objectId];
  return MEMBERS.flatMap((name) => listParameter(record, name));
}

function isOfDirectory({ operation }: AuditRecord): boolean {
  return OF_DIRECTORY.has(toOperationKey(operation));
}
