import { resolve } from 'node:path';
import { compareUtf8, type Problem, Refusal } from '@candor/core/base';
import { toEvidencePath } from '@candor/core/evidence/incident';
import { type FindingLine, toFindingLine } from '@candor/core/impact/exchange';
import { ExportFile } from '../../adapters/export-file.ts';
import { exists, withTemporaryFolder } from '../../adapters/files.ts';
import { canReadPictures, OCR_PACKAGES, type SearchSettings, scanMail } from '../../impact/finding/index.ts';
import type { Progress } from '../progress.ts';

/** What searching a mailbox gave. */
export interface FindingScan {
  readonly messages: number;
  readonly findings: readonly FindingLine[];
  /** Parts that no reader takes yet, or that were too large, by reason. */
  readonly unread: Readonly<Record<string, number>>;
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
  for (const { unread: reasons } of scanned.answers.values())
    for (const reason of reasons) unread[reason] = (unread[reason] ?? 0) + 1;
  const findings = toLines(scanned.answers);
  if (out !== null) {
    const file = new ExportFile(out);
    for (const line of findings) file.write(toFindingLine(line));
    file.end();
  }
  return { messages: scanned.answers.size, findings, unread, problems: scanned.problems };
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
