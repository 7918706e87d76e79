import { compareUtf8 } from '@candor/core/base';
import type { Acquisition, Incident } from '@candor/core/incident';
import type { Schema } from '../../adapters/store/schema.ts';
import type { Store } from '../../adapters/store/store.ts';
import { type MboxAccount, toDigest } from '../../evidence/index.ts';
import { listFilesNow } from '../../evidence/store/evidence-file-store.ts';
import { readMboxAccounts } from '../../evidence/store/evidence-totals.ts';

/**
 * One line of the custody record: what was read, exactly which bytes, and what the incident file says of how it was
 * acquired.
 */
export interface CustodyEntry {
  readonly path: string;
  readonly purpose: Schema['evidence_file']['purpose'];
  readonly custodian: string | null;
  readonly format: string;
  readonly size: number;
  /** It is null if the file could not be opened. */
  readonly sha256: string | null;
  /** Lines that begin with `From `, and messages: of an mbox, or of those packed in it; null for every other file. */
  readonly mbox: MboxAccount | null;
  readonly acquired: Acquisition | null;
  /** Whether the digest is the one that was noted at acquisition; null when none was. */
  readonly asAcquired: boolean | null;
}

/** Every file of evidence that the newest run read or could not open, sorted by path. */
export async function readCustody(store: Store, incident: Incident): Promise<CustodyEntry[]> {
  const rows = await listFilesNow(store);
  const mboxes = await readMboxAccounts(store);
  const acquisitions = new Map<string, Acquisition>();
  for (const mailbox of incident.mailboxes)
    if (mailbox.acquired !== null) acquisitions.set(mailbox.evidence, mailbox.acquired);
  for (const file of incident.access) if (file.acquired !== null) acquisitions.set(file.file, file.acquired);
  return rows
    .map((row): CustodyEntry => {
      const acquired = acquisitions.get(row.path) ?? null;
      const sha256 = toDigest(row.sha256);
      return {
        path: row.path,
        purpose: row.purpose,
        custodian: row.custodian,
        format: row.format,
        size: row.size,
        sha256,
        mbox: row.purpose === 'mailbox' ? (mboxes.get(row.path) ?? null) : null,
        acquired,
        asAcquired:
          sha256 === null || acquired === null || acquired.sha256 === null ? null : acquired.sha256 === sha256,
      };
    })
    .sort((a, b) => compareUtf8(a.path, b.path) || compareUtf8(a.purpose, b.purpose));
}
