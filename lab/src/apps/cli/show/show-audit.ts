import { formatAmount, formatCount } from '@candor/core/base';
import { AUDIT_SUBJECTS, type AuditSubject } from '@candor/core/transparency/audit';
import type { AuditReport } from '../../../commands/transparency/audit/audit-wave.ts';
import type { AuditExport } from '../../../commands/transparency/audit/export-audit.ts';
import { type Screen, toVisible } from './screen.ts';

const WORDS: Readonly<Record<AuditSubject, string>> = {
  evidence: 'Evidence',
  input: 'Files that the wave follows from',
  signed: 'What two people signed',
  decision: 'Decisions',
  set: 'Set of parties to be notified',
  log: 'Log',
  omitted: 'Parties left out without a decision',
  selection: 'Selection',
  verdict: 'Verdicts',
  party: 'Parties',
  figure: 'Figures',
  address: 'Addresses',
  contact: 'Contacts',
  text: 'Texts',
  message: 'Messages',
};

/** Differences of one subject that a screen shows; `--json` lists all. */
const SHOWN_EACH = 20;

export function showAuditExport(screen: Screen, exported: AuditExport): void {
  const { wave, file, bytes, notices, erased } = exported;
  screen.line(
    `Wave ${wave}, ${formatAmount(notices, 'notice')}: ${toVisible(file)}, ${formatAmount(bytes, 'byte')}, sealed.`,
  );
  for (const path of erased)
    screen.line(screen.warn(`${toVisible(path)}: erased or too large, so the auditor needs it with the evidence.`));
  screen.line('Send it to the auditor, and the evidence and the key or passphrase by other ways.');
}

export function showAudit(screen: Screen, report: AuditReport): void {
  const { compared, differences, unreplayed, notes } = report;
  screen.line(
    screen.bold(`Wave ${report.wave} of ${toVisible(report.organization)}, exposure version ${report.version}`),
  );
  screen.line(
    `Computed again: ${formatAmount(compared.files, 'evidence file')}, ${formatAmount(compared.copies, 'verdict')}, ${formatAmount(compared.parties, 'party', 'parties')}, ${formatAmount(compared.notices, 'notice')}, ${formatAmount(compared.decisions, 'decision')}.`,
  );
  for (const is of AUDIT_SUBJECTS) {
    const own = differences.filter((difference) => difference.is === is);
    if (own.length === 0) continue;
    screen.line();
    screen.line(screen.warn(`${WORDS[is]}: ${formatAmount(own.length, 'difference')}`));
    for (const { place, text } of own.slice(0, SHOWN_EACH)) screen.line(`  ${toVisible(place)}: ${toVisible(text)}`);
    if (own.length > SHOWN_EACH)
      screen.line(screen.dim(`  ${formatCount(own.length - SHOWN_EACH)} more: --json lists each`));
  }
  if (unreplayed.length > 0) {
    screen.line();
    screen.line(screen.warn('Not computed again'));
    for (const { what, why } of unreplayed) screen.line(`  ${toVisible(what)}: ${toVisible(why)}`);
  }
  screen.line();
  for (const note of notes) screen.line(screen.dim(note));
  screen.line(toResult(report));
}

function toResult({ differences, unreplayed }: AuditReport): string {
  if (differences.length > 0) return `${formatAmount(differences.length, 'difference')}.`;
  const words = 'evidence, inputs and decisions give what two people signed';
  return unreplayed.length > 0 ? `0 differences in what could be computed again.` : `0 differences: ${words}.`;
}
