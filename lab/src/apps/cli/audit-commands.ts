import type { Command } from 'commander';
import { readAuditKey } from '../../adapters/keys/audit-key.ts';
import { auditWave } from '../../commands/transparency/audit/audit-wave.ts';
import { exportAudit } from '../../commands/transparency/audit/export-audit.ts';
import { beginAnswer, toAnswerCode } from './answer-exit.ts';
import { parseNumber, parseWorkers, type StateOption, showJson, WrittenOption, withState } from './options.ts';
import { openProgress } from './show/live-progress.ts';
import type { Screen } from './show/screen.ts';
import { showAudit, showAuditExport } from './show/show-audit.ts';
import { parseWorkFactor, toPassphrase } from './signing.ts';

/** Something differs, or could not be computed again. */
const exitDiffers = 3;

interface CheckOptions {
  readonly evidence: string;
  readonly key?: string;
  readonly passphraseFile?: string;
  readonly log?: string;
  readonly work?: string;
  readonly workers: number;
  readonly json?: boolean;
}

interface ExportOptions extends StateOption {
  readonly out: string;
  readonly recipient?: string;
  readonly passphraseFile?: string;
  readonly workFactor?: number;
}

/** A wave for an auditor, and what an auditor finds. */
export function addAuditCommands(program: Command, screen: Screen): void {
  const audit = program
    .command('audit')
    .helpGroup('Transparency: what outsiders can check')
    .description('export a wave for an auditor; compute it again from the evidence')
    .addHelpText(
      'after',
      `
Examples
  candor audit export 3 --out wave-3.audit --recipient age1…       the organization seals it for the auditor
  candor audit export --out wave.audit                             the newest wave; a passphrase is asked for
  candor audit wave-3.audit --evidence evidence/ --key auditor.key the auditor, in an account of their own
  candor audit wave-3.audit --evidence evidence/ --key auditor.key --log site/

docs/guide/audit-a-wave.md goes through an auditor's day.`,
    );
  addExport(audit, screen);
  addCheck(audit, screen);
  audit.exitOverride();
  for (const command of audit.commands) command.exitOverride();
}

function addExport(audit: Command, screen: Screen): void {
  withState(
    audit
      .command('export')
      .argument('[wave]', 'its number (default: the newest)', parseNumber)
      .description('write one sealed file with everything that a wave follows from besides the evidence')
      .addOption(new WrittenOption('--out <file>', 'the file to write').makeOptionMandatory())
      .option('--recipient <age1…>', "the auditor's recipient, as age-keygen prints it; without it a passphrase seals")
      .option('--passphrase-file <file>', 'a file with the passphrase in its first line; without it you are asked')
      .option('--work-factor <n>', 'cost of the passphrase, a power of two', parseWorkFactor)
      .addHelpText(
        'after',
        `
Examples
  candor audit export 3 --out wave-3.audit --recipient age1…
  candor audit export --out wave.audit --passphrase-file passphrase.txt

No found value and no key is in it. It names parties and has the notices with their codes: whoever can open it can read them.`,
      ),
  ).action(async (wave: number | undefined, options: ExportOptions) => {
    const { out, recipient = null, passphraseFile, workFactor, state } = options;
    const exported = await exportAudit({
      ...{ state, wave: wave ?? null, out, recipient },
      askPassphrase: toPassphrase(passphraseFile, 'Passphrase that will open the audit file: '),
      ...(workFactor === undefined ? {} : { workFactor }),
    });
    if (options.json === true) return showJson(screen, exported);
    showAuditExport(screen, exported);
  });
}

function addCheck(audit: Command, screen: Screen): void {
  audit
    .command('check', { isDefault: true })
    .argument('<file>', 'what `candor audit export` wrote')
    .description('run and prepare the wave again in an empty folder, and name each difference')
    .requiredOption('--evidence <dir>', 'the evidence, as the folder of the incident file had it')
    .option('--key <file>', 'your age key file; without it a passphrase is asked for')
    .option('--passphrase-file <file>', 'a file with the passphrase in its first line')
    .option('--log <dir>', 'the site as downloaded: the log must hold the entries of the wave')
    .addOption(new WrittenOption('--work <dir>', 'an empty folder for the computed state, which then stays'))
    .option('--workers <n>', 'reader processes', parseWorkers, 2)
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples
  candor audit check wave-3.audit --evidence evidence/ --key auditor.key
  candor audit wave-3.audit --evidence evidence/ --passphrase-file passphrase.txt --json

Exit code 3 when anything differs, or could not be computed again. docs/formats/audit.md says what this proves and what not.`,
    )
    .action(async (file: string, options: CheckOptions) => {
      beginAnswer();
      const ask = toPassphrase(options.passphraseFile, 'Passphrase: ');
      const { evidence, key, log = null, work = null, workers } = options;
      const report = await auditWave({
        ...{ file, evidence, log, work, workers },
        openKey: async () =>
          key === undefined ? { is: 'passphrase', passphrase: await ask() } : readAuditKey(key, ask),
        progress: openProgress(process.stderr, () => performance.now()),
      });
      process.exitCode = toAnswerCode(report.differences.length + report.unreplayed.length === 0, exitDiffers);
      if (options.json === true) return showJson(screen, report);
      showAudit(screen, report);
    });
}
