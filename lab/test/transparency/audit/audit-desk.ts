import { join } from 'node:path';
import { readAuditFile, writeAuditFile } from '../../../src/adapters/files/audit-file.ts';
import { silentProgress } from '../../../src/commands/progress.ts';
import { type AuditReport, auditWave } from '../../../src/commands/transparency/audit/audit-wave.ts';
import type { NoticeDesk } from '../../notice/notice-desk.ts';
import { exportAudit } from '../../opened-checks.ts';

export const passphrase = 'three herons on a mast';
/** scrypt as cheap as age allows: nobody attacks these files. */
const workFactor = 10;

/** Exports a wave, and gives the file. */
export async function exportWave(desk: NoticeDesk, wave: number): Promise<string> {
  const out = join(desk.folder, `wave-${wave}.audit`);
  await exportAudit(desk.state, {
    wave,
    out,
    recipient: null,
    askPassphrase: async () => passphrase,
    workFactor,
  });
  return out;
}

/** Audits a file with the evidence of a desk, or of another folder. */
export function audit(
  desk: NoticeDesk,
  file: string,
  evidence = join(desk.folder, 'harbor'),
  log: string | null = null,
): Promise<AuditReport> {
  return auditWave({
    ...{ file, evidence, log, work: null, workers: 1, progress: silentProgress },
    openKey: async () => ({ is: 'passphrase', passphrase }),
  });
}

/** Writes an export with one part altered by somebody who can open and seal it. */
export async function alter(file: string, name: string, change: (text: string) => string | null): Promise<string> {
  const parts = await readAuditFile(file, { is: 'passphrase', passphrase });
  const altered = [...parts].flatMap(([part, bytes]) => {
    const text = part === name ? change(Buffer.from(bytes).toString('utf8')) : null;
    if (part === name && text === Buffer.from(bytes).toString('utf8'))
      throw new Error(`nothing in ${name} was altered`);
    return [{ name: part, bytes: text === null ? bytes : Buffer.from(text) }];
  });
  const out = `${file}.altered`;
  await writeAuditFile(out, altered, { is: 'passphrase', passphrase, workFactor });
  return out;
}
