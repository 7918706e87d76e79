import { checkAudit, exportAudit } from '../../operations/audit.ts';
import { type CommandEntry, commandFor, groupFor } from './command-entry.ts';
import { transparencyGroup } from './log-commands.ts';
import { showAudit, showAuditExport } from './show/show-audit.ts';

const GROUP = {
  typed: 'audit',
  group: transparencyGroup,
  does: 'export a wave for an auditor; compute it again from the evidence',
  examples: [
    'candor audit export 3 --out wave-3.audit --recipient age1…       the organization seals it for the auditor',
    'candor audit export --out wave.audit                             the newest wave; a passphrase is asked for',
    'candor audit wave-3.audit --evidence evidence/ --key auditor.key the auditor, in an account of their own',
    'candor audit wave-3.audit --evidence evidence/ --key auditor.key --log site/',
  ],
  notes: "docs/guide/audit-a-wave.md goes through an auditor's day.",
};

const AUDIT_COMMANDS = [
  commandFor(exportAudit, {
    examples: [
      'candor audit export 3 --out wave-3.audit --recipient age1…',
      'candor audit export --out wave.audit --passphrase-file passphrase.txt',
    ],
    notes:
      'No found value and no key is in it. It names parties and has the notices with their codes: whoever can open it can read them.',
    show: showAuditExport,
  }),
  commandFor(checkAudit, {
    isDefault: true,
    examples: [
      'candor audit check wave-3.audit --evidence evidence/ --key auditor.key',
      'candor audit wave-3.audit --evidence evidence/ --passphrase-file passphrase.txt --json',
    ],
    notes:
      'Exit code 3 when anything differs, or could not be computed again. docs/formats/audit.md says what this proves and what not.',
    answers: ({ differences, unreplayed }) => differences.length + unreplayed.length === 0,
    show: showAudit,
  }),
];

/** A wave for an auditor, and what an auditor finds. */
export const COMMANDS: readonly CommandEntry[] = [groupFor(GROUP, AUDIT_COMMANDS)];
