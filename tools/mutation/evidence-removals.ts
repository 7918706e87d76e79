import { type Removal, removeFrom } from './removal.ts';

const mailboxTests = 'core/test/exposure/mailbox.test.ts';
const whose = removeFrom('record', 'core/src/exposure/attribution/mailbox-index.ts', mailboxTests);
const alert = removeFrom('record', 'core/src/exposure/alert.ts', mailboxTests);
const listed = removeFrom(
  'record',
  'core/src/evidence/audit/record/listed-items.ts',
  'core/test/evidence/audit/record/access-row.test.ts',
);
const arrival = removeFrom('copy', 'lab/src/evidence/reader/read-message.ts', 'lab/test/evidence/read-mailbox.test.ts');

/** What a record or a message says, where losing it would clear somebody. */
export const evidenceRemovals: readonly Removal[] = [
  whose(
    'of-a-mailbox-without-a-guid',
    'if (namesake !== undefined && this.#withoutGuid.has(namesake.custodian)) return namesake;',
    '',
  ),
  alert('guid-that-is-not-listed', "if (mailbox.state !== 'foreign' || mailbox.namesake === null) return;", 'return;'),
  listed('any-text-hides-items', " || typeof nested === 'string';\n}", ';\n}'),
  arrival('zero-is-none', 'if (date !== null && date !== 0)', 'if (date !== null)'),
];
