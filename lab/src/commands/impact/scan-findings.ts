import { resolve } from 'node:path';
import { compareUtf8, type Problem, Refusal } from '@candor/core/base';
import { type FindingLine, toFindingLine } from '@candor/core/impact/exchange';
import type { UnreadSize } from '@candor/core/impact/findings';
import { type Incident, toEvidencePath } from '@candor/core/incident';
import { ExportFile } from '../../adapters/files/export-file.ts';
import { exists, withTemporaryFolder } from '../../adapters/files/files.ts';
import { now } from '../../adapters/process/clock.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import type { Store } from '../../adapters/store/store.ts';
import { listReached } from '../../exposure/index.ts';
import type { StoredVersion } from '../../exposure/store/version-store.ts';
import { canReadPictures, OCR_PACKAGES, type SearchSettings, scanMail } from '../../impact/finding/index.ts';
import {
  isCountedAlikeBefore,
  openValueKey,
  searchControls,
  searchExposed,
  toControlRoot,
} from '../../impact/index.ts';
import { countFindings, type FindingCounts } from '../../impact/store/count-findings.ts';
import { countJudgedCopies, type ExposedScope } from '../../impact/store/exposed-copies.ts';
import { forgetDamaged, forgetSearches } from '../../impact/store/found-rows.ts';
import type { JudgedVersion } from '../exposure/judge-version.ts';
import { toIncidentOf } from '../load-incident.ts';
import type { Progress } from '../progress.ts';
import { readRunSummary } from '../run-summary.ts';
import { writeFindings } from '../write-exports.ts';

/** What searching a mailbox gave. */
export interface FindingScan {
  readonly messages: number;
  readonly findings: readonly FindingLine[];
  /** Messages by what could not be read in them, and how much that is. */
  readonly unread: Readonly<Record<string, number>>;
  readonly unreadSizes: Readonly<Record<string, UnreadSize>>;
  readonly problems: readonly Problem[];
}

const PLAIN: SearchSettings = { sensitive: false, ocr: false };

interface ScanOptions {
  readonly out: string | null;
  readonly workers: number;
  readonly progress: Progress;
  readonly settings?: SearchSettings;
}

/**
 * Searches any mailbox, without an incident. With `out`, findings.jsonl is written there.
 * @throws Refusal when nothing is at the path (`no-mail`), or pictures cannot be read
 * (`ocr-not-installed`).
 */
export async function scanFindings(
  path: string,
  { out, workers, progress, settings = PLAIN }: ScanOptions,
): Promise<FindingScan> {
  if (settings.ocr && !canReadPictures())
    throw new Refusal('ocr-not-installed', [
      `--ocr needs packages that are not installed: npm install --no-save ${OCR_PACKAGES.join(' ')}`,
    ]);
  if (!exists(path)) throw new Refusal('no-mail', [`${path}: there is no file or folder here.`]);
  const scanned = await withTemporaryFolder(async (spool) => {
    let step = progress.begin('findings', 'bytes', null);
    const place = { custodian: '', evidence: toEvidencePath(path), path: resolve(path), spool, workers, settings };
    const found = await scanMail({
      ...place,
      onTotal: (bytes) => {
        step = progress.begin('findings', 'bytes', bytes);
      },
      onBytes: (bytes) => step.advance(bytes),
    });
    step.end();
    return found;
  });
  const unread: Record<string, number> = {};
  const unreadSizes: Record<string, UnreadSize> = {};
  for (const { reason, parts, bytes } of [...scanned.answers.values()].flatMap((answer) => answer.unread)) {
    const size = unreadSizes[reason] ?? { parts: 0, bytes: 0 };
    unread[reason] = (unread[reason] ?? 0) + 1;
    unreadSizes[reason] = { parts: size.parts + parts, bytes: size.bytes + bytes };
  }
  const findings = toLines(scanned.answers);
  if (out !== null) {
    const file = new ExportFile(out);
    for (const line of findings) file.write(toFindingLine(line));
    file.end();
  }
  return { messages: scanned.answers.size, findings, unread, unreadSizes, problems: scanned.problems };
}

type Answers = Awaited<ReturnType<typeof scanMail>>['answers'];

/** In the order of the file; equal values get one number. */
function toLines(answers: Answers): readonly FindingLine[] {
  const numbers = new Map<string, string>();
  return [...answers]
    .sort(([a], [b]) => compareUtf8(a, b))
    .flatMap(([location, { findings }]) =>
      findings.map(({ valueHash, ...finding }): FindingLine => {
        const value = numbers.get(valueHash) ?? `v${numbers.size + 1}`;
        numbers.set(valueHash, value);
        return { custodian: '', location, ...finding, value };
      }),
    );
}

/**
 * Searches what a judged version exposes and was not searched before, and writes findings.jsonl. Null, and no file,
 * where the incident file switches it off.
 */
export async function searchVersion(state: StateFolder, judged: JudgedVersion): Promise<FindingCounts | null> {
  const { incident, roots, workers, progress, out } = judged.work;
  if (incident.findings.off) return null;
  const { mailboxesReached } = judged.outcome.exposure.alerts();
  const scope = toFindingScope(incident, judged.version, mailboxesReached);
  let step = progress.begin('findings', 'messages', null);
  await forgetDamaged(state.store);
  if (!(await isLastAsCounted(state.store, judged.last))) await forgetSearches(state.store);
  const found = await searchExposed(state.store, {
    scope,
    settings: incident.findings,
    key: openValueKey(state),
    roots: [...roots, toControlRoot(state.spool)],
    spool: state.spool,
    workers,
    controls: (seat) => searchControls(seat, state.spool, incident.findings),
    at: now(),
    onTotal: (messages) => {
      step = progress.begin('findings', 'messages', messages);
    },
    onMessages: (count) => step.advance(count),
  });
  step.end();
  await writeFindings(state.store, scope, out);
  const counts = await countFindings(state.store, scope);
  return found === null ? counts : { ...counts, controls: found };
}

/**
 * Whether the findings of the last version are those that its run counted. Where they are not, somebody altered them,
 * or a run with other settings was stopped: which it was nobody can tell, so all is searched again.
 */
async function isLastAsCounted(store: Store, last: StoredVersion | null): Promise<boolean> {
  if (last === null) return true;
  const { findings, alerts, copies } = readRunSummary(last);
  // Where evidence went away since, its findings are counted no more.
  const judged = Object.values(copies).reduce((sum, count) => sum + count, 0);
  if (findings === undefined || (await countJudgedCopies(store, last.version)) !== judged) return true;
  return isCountedAlikeBefore(
    store,
    toFindingScope(toIncidentOf(last), last.version, alerts.mailboxesReached),
    findings,
  );
}

/** Which mail is searched: `seen` are the mailboxes with a record of the intruder. */
export function toFindingScope(incident: Incident, version: number, seen: readonly string[]): ExposedScope {
  return { version, reached: [...listReached(incident, seen)] };
}
