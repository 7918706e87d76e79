import type { AuditRecord } from './audit-record.ts';

/** The cmdlet that exports, shows or deletes what a search of the compliance center found, in lower case. */
export const SEARCH_ACTION = 'new-compliancesearchaction';

/**
 * Of a command line: `-PurgeType`, or `-Purge` that is not followed by False, as whole words. Between the switch and
 * its value may stand blanks, a colon, a dollar sign and a quotation mark.
 */
const PURGE_SWITCH =
  /(?<![\p{L}\p{N}_])-(?:purgetype(?![\p{L}\p{N}_])|purge(?![\p{L}\p{N}_])(?![\s:$"']*false(?![\p{L}\p{N}_])))/iu;

/**
 * Whether a record is a `New-ComplianceSearchAction` that deletes what was found, and shows nobody anything
 * (docs/formats/access-records.md, Kind). Such a record is of no mailbox.
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
