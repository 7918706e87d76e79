import type { Cryptography } from '@candor/core/base';
import { type Hashing, readBase64Url, readEntry } from '@candor/core/ledger';
import { digestDocument, QUORUM, readApprovals, selectValidApprovals } from '@candor/core/notice/operator';
import { composeNotice } from '@candor/core/notice/text';
import { buildWaveTree, commitNotice, readManifestText } from '@candor/core/notice/wave';
import type { AuditDifference, Unreplayed } from '@candor/core/transparency/audit';
import type { OperatorsSince } from '../../ledger/index.ts';
import { readFacts } from '../../notice/store/wave-store.ts';
import type { PlainRow } from '../store/earlier-store.ts';
import type { OpenedAudit } from './opened-audit.ts';

interface CheckDeps {
  readonly hashing: Hashing;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
}

export interface EarlierCheck {
  readonly differences: readonly AuditDifference[];
  readonly unreplayed: readonly Unreplayed[];
}

/**
 * Whether what earlier notices said is what two people signed: a notice that nobody issued would keep a party out of
 * this wave.
 */
export async function checkEarlier(
  { hashing, cryptography }: CheckDeps,
  { earlier, openings }: OpenedAudit,
  operators: readonly OperatorsSince[],
): Promise<EarlierCheck> {
  const differences: AuditDifference[] = [];
  const unreplayed: Unreplayed[] = [];
  const notices = Map.groupBy(earlier.notices, (row) => Number(row['wave_id']));
  for (const wave of earlier.waves) {
    const [id, entry] = [Number(wave['id']), Number(wave['entry'])];
    const place = `earlier wave ${id}`;
    const manifest = readManifestText(toText(wave['manifest']));
    const own = notices.get(id) ?? [];
    const opened = readEntry(openings.find(({ index }) => index === entry)?.entry ?? '');
    const then = operators.findLast(({ position }) => position < entry)?.operators ?? [];
    const digest = digestDocument(hashing, opened?.body['document'] ?? null);
    const approvals = readApprovals(opened?.body['approvals']);
    const valid = await selectValidApprovals(cryptography, 'wave', digest, approvals, then);
    const isSigned = opened?.kind === 'wave' && digest === hashing.sha256Hex(toText(wave['manifest']));
    if (!isSigned || valid.length < QUORUM)
      differences.push({ is: 'signed', place, text: 'two people did not sign this wave' });
    if (toRoot(hashing, wave, own) !== manifest?.root)
      differences.push({ is: 'signed', place, text: 'its notices are not those that two people signed' });
    const other = own.filter((row) => !isOfRecord(hashing, row)).map((row) => toText(row['party']));
    if (other.length > 0)
      unreplayed.push({
        what: place,
        why: `what its notices to ${other.slice(0, NAMED).join(', ')} said is composed in other words now: only the program of then shows that these are its figures`,
      });
  }
  return { differences, unreplayed };
}

/** Parties that a sentence can hold. */
const NAMED = 3;

function toRoot(hashing: Hashing, wave: PlainRow, notices: readonly PlainRow[]): string | null {
  const leaves = notices.map((row) => ({
    position: Number(row['position']),
    commitment: commitNotice(hashing, toBytes(row['salt']), toText(row['record'])),
  }));
  try {
    return Buffer.from(buildWaveTree(hashing, toBytes(wave['salt']), leaves).root).toString('hex');
  } catch {
    // Two notices at one place: a stranger's word here.
    return null;
  }
}

/** The record has the hash of the words that the facts give. */
function isOfRecord(hashing: Hashing, row: PlainRow): boolean {
  try {
    const { facts } = readFacts(toText(row['facts']), Number(row['id']));
    return toText(row['record']).includes(`"text":"${hashing.sha256Hex(composeNotice(facts).text)}"`);
  } catch {
    // Facts that no notice can have: a stranger's word here.
    return false;
  }
}

function toText(cell: PlainRow[string] | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

function toBytes(cell: PlainRow[string] | undefined): Uint8Array {
  const bytes = typeof cell === 'object' && cell !== null ? readBase64Url(cell.bytes) : null;
  return bytes?.length === SALT_BYTES ? bytes : new Uint8Array(SALT_BYTES);
}

const SALT_BYTES = 32;
