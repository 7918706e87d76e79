import { createHash } from 'node:crypto';
import type { Cryptography, Json, Runtime } from '@candor/core/base';
import { type Hashing, readBase64Url, readEntry, toLeastIndex } from '@candor/core/ledger';
import { checkDecisionChain, type DecisionDocument, type EffectRow } from '@candor/core/ledger/decision';
import {
  type Approval,
  digestDocument,
  QUORUM,
  readApprovals,
  selectValidApprovals,
} from '@candor/core/notice/operator';
import { commitSelection, readSelection, type Selection } from '@candor/core/notice/selection';
import {
  buildPartySet,
  buildWaveTree,
  commitNotice,
  readManifestText,
  type WaveManifest,
} from '@candor/core/notice/wave';
import type { AuditDifference, AuditSubject, Unreplayed } from '@candor/core/transparency/audit';
import { type OperatorsSince, toGenesis, toOperatorChange } from '../../ledger/index.ts';
import { findNewKey, KEY_WAIT_SECONDS } from '../../ledger/waiting/index.ts';
import { checkEarlier } from './check-earlier.ts';
import { findRecordFaults } from './check-record.ts';
import type { OpenedAudit } from './opened-audit.ts';

/** What two people signed, as far as the export holds to it. */
export interface SignedParts {
  /** It is null if it cannot be read. */
  readonly manifest: WaveManifest | null;
  readonly selection: Selection | null;
  readonly decisions: readonly (DecisionDocument | null)[];
  /** Rows that stand after the last decision, and those that stood after the first so many. */
  standing(decisions: number): readonly EffectRow[];
  readonly operators: readonly OperatorsSince[];
  readonly differences: readonly AuditDifference[];
  readonly unreplayed: readonly Unreplayed[];
}

interface CheckDeps {
  readonly hashing: Hashing & Pick<Runtime, 'sha256Hex'>;
  readonly cryptography: Pick<Cryptography, 'verifyEd25519'>;
}

/**
 * Compares an export with itself: everything in it follows from the manifest, which two people signed by the log's
 * entry. Needs no evidence.
 */
export async function checkSigned(deps: CheckDeps, audit: OpenedAudit): Promise<SignedParts> {
  const differences: AuditDifference[] = [];
  const find = (is: AuditSubject, place: string, text: string) => differences.push({ is, place, text });
  const { wave } = audit;
  const manifest = readManifestText(wave.manifest);
  const isOfWave =
    manifest !== null &&
    manifest.wave === wave.wave &&
    manifest.kind === wave.kind &&
    manifest.incident === audit.head.incident &&
    manifest.exposure.version === wave.version;
  if (!isOfWave) find('signed', 'manifest', 'it is not the manifest of this wave and incident');
  const selection = checkSelection(deps, audit, manifest, find);
  checkInputs(audit, selection, find);
  await checkNotices(deps, audit, manifest, find);
  checkPartySet(deps, audit, manifest, find);
  const operators = await checkEntries(deps, audit, find);
  const earlier = await checkEarlier(deps, audit, operators);
  differences.push(...earlier.differences);
  const { decisions, standing } = await checkChain(deps, audit, { selection, operators }, find);
  const { unreplayed } = earlier;
  return { manifest, selection, decisions, standing, operators, differences, unreplayed };
}

type Find = (is: AuditSubject, place: string, text: string) => void;

function checkSelection(
  { hashing }: CheckDeps,
  { wave }: OpenedAudit,
  manifest: WaveManifest | null,
  find: Find,
): Selection | null {
  const selection = readSelection(wave.selection.document);
  const salt = readBase64Url(wave.selection.salt) ?? new Uint8Array();
  if (commitSelection(hashing, salt, wave.selection.document) !== manifest?.selection)
    find('signed', 'selection', 'the selection document is not the one in the manifest');
  if (selection === null) find('signed', 'selection', 'the selection document cannot be read');
  else if (selection.wave !== wave.wave || selection.kind !== wave.kind)
    find('signed', 'selection', 'the selection document is of another wave');
  return selection;
}

/** The bytes of each file against its digest, and the digests against the selection that two people signed. */
function checkInputs(audit: OpenedAudit, selection: Selection | null, find: Find): void {
  for (const { path, sha256, part } of audit.head.inputs) {
    const bytes = part === null ? null : audit.readPart(part);
    if (bytes !== null && digest(bytes) !== sha256)
      find('input', path, 'its bytes in the export are not those of its digest');
  }
  if (selection === null) return;
  const { incident, files, references } = selection.digests;
  const digests = (purpose: string) => audit.head.inputs.filter((input) => input.purpose === purpose);
  const [disclosure] = digests('disclosure');
  if (disclosure?.sha256 !== incident)
    find('input', disclosure?.path ?? 'incident file', 'it is not the incident file that two people signed');
  const signed = new Map([...files, ...references].map(({ file, sha256 }) => [file, sha256]));
  for (const purpose of ['arrivals', 'directory', 'folders', 'reference']) {
    for (const { path, sha256 } of digests(purpose)) {
      const name = purpose === 'reference' ? `reference/${path}` : path;
      if (signed.get(name) !== sha256) find('input', name, 'it is not the file that two people signed');
    }
  }
  for (const name of references.map(({ file }) => file))
    if (!digests('reference').some(({ path }) => `reference/${path}` === name))
      find('input', name, 'two people signed its digest, and the export does not have it');
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function checkNotices(
  { hashing }: CheckDeps,
  audit: OpenedAudit,
  manifest: WaveManifest | null,
  find: Find,
): Promise<void> {
  const positions = new Set<number>();
  for (const notice of audit.notices) {
    positions.add(notice.position);
    for (const { is, text } of await findRecordFaults(hashing, notice, readBase64Url(audit.wave.salt)))
      find(is, `notice ${notice.notice} to ${notice.party}`, text);
  }
  const leaves = audit.notices.map(({ position, salt, record }) => ({
    position,
    commitment: commitNotice(hashing, readBase64Url(salt) ?? new Uint8Array(), record),
  }));
  const salt = readBase64Url(audit.wave.salt) ?? new Uint8Array();
  const isOwn = positions.size === leaves.length;
  const root = isOwn ? tryRoot(() => buildWaveTree(hashing, salt, leaves).root) : null;
  if (root === null || root !== manifest?.root)
    find(
      'signed',
      'notices',
      'they are not the notices that two people signed: one is missing, was added, or its record, salt or place was changed',
    );
}

function checkPartySet({ hashing }: CheckDeps, audit: OpenedAudit, manifest: WaveManifest | null, find: Find): void {
  const leaves = audit.counted.map(({ position, salt, party }) => ({
    position,
    salt: readBase64Url(salt) ?? new Uint8Array(),
    party,
  }));
  const salt = readBase64Url(audit.wave.salt) ?? new Uint8Array();
  const isOwn = new Set(leaves.map(({ position }) => position)).size === leaves.length;
  const root = isOwn ? tryRoot(() => buildPartySet(hashing, salt, leaves).root) : null;
  if (root === null || root !== manifest?.parties)
    find(
      'set',
      'set of parties',
      'it is not the set of parties to be notified that two people signed: a party is missing or was added, or a salt or place was changed',
    );
}

/** A place outside the tree is a stranger's word here. */
function tryRoot(build: () => Uint8Array): string | null {
  try {
    return Buffer.from(build()).toString('hex');
  } catch {
    return null;
  }
}

/** Who could sign, from the entries about keys, and whether two of them approved the manifest. */
async function checkEntries(deps: CheckDeps, audit: OpenedAudit, find: Find): Promise<readonly OperatorsSince[]> {
  const operators: OperatorsSince[] = [];
  for (const { index, entry: text } of audit.openings.toSorted((a, b) => a.index - b.index)) {
    const entry = readEntry(text);
    const genesis = entry === null ? null : toGenesis(entry);
    const change = entry === null ? null : toOperatorChange(entry);
    const before = operators.at(-1);
    if (entry === null) find('log', `entry ${index}`, 'it cannot be read');
    else if (genesis !== null && index === 0)
      operators.push({
        position: 0,
        at: genesis.at,
        keys: genesis.keys,
        operators: genesis.operators,
        waits: 'by-periods',
      });
    else if (change !== null && before !== undefined) {
      if (await isApproved(deps, 'operators', entry.body, before))
        operators.push({ position: index, at: entry.at, ...change });
      else find('log', `entry ${index}`, `it changes operators without ${QUORUM} valid approvals of those before`);
    }
  }
  await checkWaveEntry(deps, audit, operators, find);
  return operators;
}

async function checkWaveEntry(
  deps: CheckDeps,
  { wave, openings }: OpenedAudit,
  operators: readonly OperatorsSince[],
  find: Find,
): Promise<void> {
  if (wave.entry === null) return find('signed', `wave ${wave.wave}`, 'two people have not approved it');
  const place = `entry ${wave.entry}`;
  const entry = readEntry(openings.find(({ index }) => index === wave.entry)?.entry ?? '');
  const then = operators.findLast(({ position }) => position < (wave.entry ?? 0));
  if (entry?.kind !== 'wave') return find('log', place, 'the export has no entry of this wave');
  if (digestDocument(deps.hashing, entry.body['document'] ?? null) !== deps.hashing.sha256Hex(wave.manifest))
    find('signed', place, 'it approves another manifest than that of the export');
  if (then === undefined || !(await isApproved(deps, 'wave', entry.body, then)))
    find('signed', place, `it does not carry ${QUORUM} valid approvals of operators`);
  const early = findEarlySigner(openings, operators, wave.entry, readApprovals(entry.body['approvals']));
  if (early !== null)
    find('signed', place, `${early} approved it with a key whose first day was not over by the periods of the log`);
}

/** What lies between change and wave is not in the export; its room in the log is. */
export function findEarlySigner(
  openings: OpenedAudit['openings'],
  operators: readonly OperatorsSince[],
  wave: number,
  approvals: readonly Approval[],
): string | null {
  const first = readEntry(openings.find(({ index }) => index === 0)?.entry ?? '');
  const rate = first === null ? null : (toGenesis(first)?.rate ?? null);
  if (rate === null) return null;
  const before = operators.filter(({ position }) => position < wave);
  const isEarly = ({ key }: Approval): boolean => {
    const since = findNewKey(before, key);
    return since?.waits === 'by-periods' && wave < toLeastIndex(rate, since.index, KEY_WAIT_SECONDS);
  };
  return approvals.find(isEarly)?.operator ?? null;
}

async function isApproved(
  { hashing, cryptography }: CheckDeps,
  matter: 'operators' | 'wave',
  body: { readonly [member: string]: Json },
  { operators }: OperatorsSince,
): Promise<boolean> {
  const digested = digestDocument(hashing, body['document'] ?? null);
  const valid = await selectValidApprovals(cryptography, matter, digested, readApprovals(body['approvals']), operators);
  return valid.length >= QUORUM;
}

async function checkChain(
  { hashing, cryptography }: CheckDeps,
  { decisions: links }: OpenedAudit,
  { selection, operators }: { readonly selection: Selection | null; readonly operators: readonly OperatorsSince[] },
  find: Find,
): Promise<Pick<SignedParts, 'decisions' | 'standing'>> {
  const known = operators.flatMap((since) => since.operators);
  const listOperators = (log: number) =>
    log === 0 ? known : (operators.findLast(({ position }) => position < log)?.operators ?? []);
  const { documents, faults } = await checkDecisionChain({ hashing, cryptography, listOperators }, links);
  for (const { number, text } of faults) find('decision', `decision ${number}`, text);
  if ((links.at(-1)?.digest ?? null) !== (selection?.head ?? null))
    find('decision', 'chain of decisions', 'it does not end with the head that two people signed');
  const standing = (count: number): readonly EffectRow[] => {
    const rows = new Map<string, EffectRow>();
    for (const document of documents.slice(0, count))
      for (const { table, key, after } of document?.writes ?? [])
        if (after === null) rows.delete(`${table} ${key}`);
        else rows.set(`${table} ${key}`, { table, key, row: after });
    return [...rows.values()];
  };
  return { decisions: documents, standing };
}
