import { join } from 'node:path';
import { Refusal } from '@candor/core/base';
import { readBase64Url, toOpeningText } from '@candor/core/ledger';
import {
  type AuditDifference,
  type AuditProgram,
  compareEvidence,
  compareNotices,
  compareParties,
  compareVerdicts,
  describeJsonDifference,
  findOmitted,
  sortDifferences,
  type Unreplayed,
} from '@candor/core/transparency/audit';
import type { AuditKey } from '../../../adapters/files/audit-file.ts';
import { makeEmptyFolder } from '../../../adapters/files/evidence-links.ts';
import { inspectPath, withTemporaryFolder, writeNewText } from '../../../adapters/files/files.ts';
import { nodeCryptography } from '../../../adapters/keys/cryptography.ts';
import { createNodeRuntime } from '../../../adapters/process/runtime.ts';
import { checkSigned, type OpenedAudit, openAudit, type SignedParts } from '../../../transparency/audit/index.ts';
import { readProgramInput } from '../../kept-inputs.ts';
import type { Progress } from '../../progress.ts';
import { verifyLogFiles } from '../verify-log.ts';
import { replayRun } from './replay-run.ts';
import { type ReplayedWave, replayWave, toJson } from './replay-wave.ts';

export interface AuditOrder {
  readonly file: string;
  readonly evidence: string;
  readonly openKey: () => Promise<AuditKey>;
  /** The downloaded site of the log; null: the log is not compared. */
  readonly log: string | null;
  /** The state of the replay; null: a temporary folder, removed afterwards. */
  readonly work: string | null;
  readonly workers: number;
  readonly progress: Progress;
}

/** What was computed again, and every difference. */
export interface AuditReport {
  readonly incident: string;
  readonly organization: string;
  readonly wave: number;
  readonly version: number;
  readonly program: AuditProgram;
  readonly compared: {
    readonly files: number;
    readonly copies: number;
    readonly parties: number;
    readonly notices: number;
    readonly decisions: number;
  };
  readonly differences: readonly AuditDifference[];
  readonly unreplayed: readonly Unreplayed[];
  /** What this audit did not look at, and what would. */
  readonly notes: readonly string[];
}

/**
 * Computes a wave again from the evidence in an empty folder, with what the export brings, and names each difference.
 * @throws Refusal for a file that is no export, another key, or no evidence.
 */
export async function auditWave(order: AuditOrder): Promise<AuditReport> {
  const audit = await openAudit(order.file, await order.openKey());
  const deps = { hashing: createNodeRuntime(), cryptography: nodeCryptography };
  const signed = await checkSigned(deps, audit);
  if (inspectPath(order.evidence).is !== 'folder')
    throw new Refusal('no-evidence', [
      `${order.evidence}: name the folder of the evidence, as the folder of the incident file was`,
    ]);
  const replay = async (work: string) => {
    const logged = order.log === null ? [] : await compareLog(audit, signed, order.log, work);
    try {
      return toReport(audit, signed, await replayAll(audit, signed, order, work), { logged, log: order.log });
    } catch (cause) {
      // What nobody signed may say what no state can hold.
      if (signed.differences.length === 0 && signed.unreplayed.length === 0) throw cause;
      return toStopped(audit, signed, logged, cause);
    }
  };
  return order.work === null ? withTemporaryFolder(replay) : replay(makeEmptyFolder(order.work));
}

async function replayAll(
  audit: OpenedAudit,
  signed: SignedParts,
  { evidence, workers, progress }: AuditOrder,
  work: string,
): Promise<ReplayedWave> {
  const decided = signed.standing(audit.head.program.decisions);
  const run = await replayRun(audit, { evidence, work, workers, progress }, decided);
  const wave = await replayWave(audit, signed, run);
  const unreplayed = [...listOtherRules(audit), ...signed.unreplayed, ...run.unreplayed, ...wave.unreplayed];
  return { ...wave, differences: [...run.differences, ...wave.differences], unreplayed };
}

function toStopped(
  audit: OpenedAudit,
  { differences, unreplayed }: SignedParts,
  logged: readonly AuditDifference[],
  cause: unknown,
): AuditReport {
  const [line = ''] = (cause instanceof Error ? cause.message : String(cause)).split('\n');
  const why =
    differences.length === 0
      ? `it stopped, perhaps because of what earlier notices are said to say: ${line}`
      : `it stopped, since the export is not what two people signed: ${line}`;
  return {
    ...toHead(audit),
    differences: sortDifferences([...differences, ...logged]),
    unreplayed: [...unreplayed, { what: 'the wave', why }],
    notes: [],
  };
}

function toHead(audit: OpenedAudit): Omit<AuditReport, 'differences' | 'unreplayed' | 'notes'> {
  const { head, wave } = audit;
  return {
    ...{ incident: head.incident, organization: head.organization, wave: wave.wave, version: wave.version },
    program: head.program,
    compared: {
      files: audit.evidence.length,
      copies: audit.exposure.length,
      parties: audit.parties.length,
      notices: audit.notices.length,
      decisions: audit.decisions.length,
    },
  };
}

function toReport(
  audit: OpenedAudit,
  signed: SignedParts,
  again: ReplayedWave,
  { logged, log }: { readonly logged: readonly AuditDifference[]; readonly log: string | null },
): AuditReport {
  const differences = [
    ...compareEvidence(audit.evidence, again.evidence),
    ...signed.differences,
    ...logged,
    ...again.differences,
    ...findOmitted(again.drafted, again.due, toNamed(audit, signed)),
    ...compareVerdicts(audit.exposure, again.exposure),
    ...compareParties(audit.parties, again.parties),
    ...compareFigures(audit, again),
    ...compareNotices(audit.notices, again.notices),
    ...compareDigest(signed, again),
  ];
  return {
    ...toHead(audit),
    differences: sortDifferences(differences),
    unreplayed: again.unreplayed,
    notes: [
      ...(log === null ? ['The public log was not compared: name the downloaded site with --log.'] : []),
      ...(again.isSigned
        ? [
            'The messages carry a DKIM signature, whose key stays with the sender: their words were compared, their signed bytes only with what two people signed.',
          ]
        : []),
    ],
  };
}

function compareFigures({ figures: exported }: OpenedAudit, again: ReplayedWave): readonly AuditDifference[] {
  const place = `version ${again.version.version}`;
  return describeJsonDifference(toJson(exported), again.figures).map((text) => ({ is: 'figure', place, text }));
}

function compareDigest({ manifest }: SignedParts, { version }: ReplayedWave): readonly AuditDifference[] {
  if (manifest === null || manifest.exposure.digest === version.digest) return [];
  const text = `two people signed figures of the exposure ${manifest.exposure.digest}, the evidence gives ${version.digest}`;
  return [{ is: 'verdict', place: `version ${version.version}`, text }];
}

function toNamed({ notices, counted }: OpenedAudit, { selection }: SignedParts) {
  const selected = (selection?.rows ?? []).flatMap((row) =>
    row.is === 'left-out' || row.is === 'no-contact' ? row.party : [],
  );
  return {
    noticed: new Set(notices.map(({ party }) => party)),
    selected: new Set(selected),
    counted: new Set(counted.map(({ id }) => id)),
  };
}

/** Other rules or detectors may judge otherwise: then only the program of then replays. */
function listOtherRules({
  head: { program },
}: OpenedAudit): readonly { readonly what: string; readonly why: string }[] {
  const own = readProgramInput(program.decisions);
  const install = `install the program of commit ${program.commit}, and audit with it`;
  const missing = program.packages.filter((name) => !own.packages.includes(name));
  return [
    ...(program.rules === own.rules
      ? []
      : [
          {
            what: 'verdicts',
            why: `they follow from the rules ${program.rules}, this program has ${own.rules}: ${install}`,
          },
        ]),
    ...(program.detectors === own.detectors
      ? []
      : [
          {
            what: 'findings',
            why: `they were searched with detectors ${program.detectors}, this program has ${own.detectors}: ${install}`,
          },
        ]),
    ...(missing.length === 0
      ? []
      : [
          {
            what: 'findings in pictures',
            why: `they were read with ${missing.join(' ')}, which is not installed here: npm install --no-save ${missing.join(' ')}`,
          },
        ]),
  ];
}

/** Whether the log has the entries of the export. */
async function compareLog(
  { openings }: OpenedAudit,
  { operators }: SignedParts,
  site: string,
  work: string,
): Promise<readonly AuditDifference[]> {
  const file = join(work, 'openings.jsonl');
  writeNewText(
    file,
    openings
      .map(
        ({ index, entry, salt }) =>
          `${toOpeningText({ index, entry, salt: readBase64Url(salt) ?? new Uint8Array() })}\n`,
      )
      .join(''),
  );
  const { problems } = await verifyLogFiles({
    ...{
      site,
      key: operators[0]?.keys.log ?? null,
      witnesses: [],
      checkpoints: [],
      proofs: [],
      openings: file,
      save: null,
    },
  });
  return problems.map(({ place, text }) => ({ is: 'log', place, text }));
}
