import type { AuditRecord } from './audit-record.ts';

/** The cmdlet that exports, shows or deletes what a search of the compliance center found, in lower case. */
export const SEARCH_ACTION = 'new-compliancesearchaction';

/**
 * In a command line: `-PurgeType`, or `-Purge` not followed by False, as whole words. Blanks, a colon, a dollar sign or
 * a quote may separate switch and value.
 */
const PURGE_SWITCH =
  /(?<![\p{L}\p{N}_])-(?:purgetype(?![\p{L}\p{N}_])|purge(?![\p{L}\p{N}_])(?![\s:$"']*false(?![\p{L}\p{N}_])))/iu;

/**
 * Whether a record is a `New-ComplianceSearchAction` that deletes what was found without showing it
 * (docs/formats/access-records.md, Kind). Such a record belongs to no mailbox.
 */
export function isPurge({ operation, parameters }: Pick<AuditRecord, 'operation' | 'parameters'>): boolean {
  if (operation.toLowerCase() !== SEARCH_ACTION) return false;
  return parameters.some(({ name, value }) => {
    switch (name.toLowerCase()) {
      case 'purge':
        return value.trim().toLowerCase() === 'true';
      case 'purgetype':
        return value.trim() !== '';
      case '':
        return PURGE_SWITCH.test(value);
      default:
        return false;
    }
  });
}
