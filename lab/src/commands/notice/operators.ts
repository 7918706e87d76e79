import { type Json, Refusal } from '@candor/core/base';
import type { Incident, Operator } from '@candor/core/incident';
import { toBase64Url, toVerifierKeyOf, toVerifierKeyText } from '@candor/core/ledger';
import {
  digestDocument,
  fingerprintKeySet,
  type KeySet,
  QUORUM,
  toKeyRecord,
  toKeySet,
} from '@candor/core/notice/operator';
import { nodeCryptography } from '../../adapters/keys/cryptography.ts';
import { makeOperatorKey, type OperatorKeyOptions } from '../../adapters/keys/keys.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import {
  assertSoundKeys,
  connectLog,
  listOperatorsOfLog,
  openLogSigner,
  toDeclared,
  toListedOperators,
} from '../../ledger/index.ts';
import { CHANGE_BY_PERIODS } from '../../ledger/waiting/index.ts';
import {
  type ApprovalResult,
  listApprovals,
  NOTHING_TO_RECHECK,
  nameAct,
  runAct,
  type Signature,
  withoutMailboxes,
} from '../../notice/approval/index.ts';
import { loadIncidentNow } from '../../notice/index.ts';
import { findDomain } from '../../notice/wave/index.ts';

export interface AddedOperator {
  readonly name: string;
  /** base64url of the public key. */
  readonly key: string;
  /** What belongs into the incident file. */
  readonly line: string;
}

/**
 * Makes a person's key. It counts once it is in the incident file and, if the log has started, two former operators
 * have approved.
 */
export async function addOperator(
  name: string,
  keyFile: string,
  askPassphrase: () => Promise<string>,
  mailbox: string | null,
  options: OperatorKeyOptions,
): Promise<AddedOperator> {
  const key = toBase64Url(await makeOperatorKey(keyFile, await askPassphrase(), options));
  const own = mailbox === null ? '' : `, mailbox: ${JSON.stringify(mailbox)}`;
  return { name, key, line: `  - { name: ${JSON.stringify(name)}, key: ${key}${own} }` };
}

export interface OperatorList {
  readonly operators: readonly (Operator & { readonly standing: 'in-log' | 'file-only' | 'log-only' })[];
  readonly fingerprint: string | null;
  /** The DNS record of the key set that counts; null while no log is named. */
  readonly record: string | null;
  readonly hasBegun: boolean;
}

/** Operators of incident file and log side by side, and the DNS record that vouches for them. */
export async function listOperators(state: StateFolder): Promise<OperatorList> {
  const { incident, folder } = await loadIncidentNow(state.store);
  await connectLog(state, createNodeRuntime(), incident.log, folder);
  const known = (await listOperatorsOfLog(state.store)).at(-1);
  const keySet = known?.keys ?? (await toPlannedKeySet(state, incident));
  const own = state.store.home === null ? incident.operators : toDeclared(incident.operators, known?.operators ?? []);
  const operators: OperatorList['operators'][number][] = own.map((operator) => ({
    ...operator,
    standing: known?.operators.some((each) => isSame(each, operator)) === true ? 'in-log' : 'file-only',
  }));
  for (const each of known?.operators ?? [])
    if (!own.some((operator) => isSame(each, operator))) operators.push({ ...each, standing: 'log-only' });
  const fingerprint = keySet === null ? null : fingerprintKeySet(createNodeRuntime(), keySet);
  const record =
    fingerprint === null || incident.log === null
      ? null
      : toKeyRecord(toOwnDomain(incident), fingerprint, incident.log.origin);
  return { operators, fingerprint, record, hasBegun: known !== undefined };
}

export interface OperatorChange {
  readonly document: Json;
  readonly digest: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly approvedBy: readonly string[];
}

/** The incident file's change of operators, with the digest that two former operators must approve. */
export async function prepareOperatorChange(state: StateFolder): Promise<OperatorChange> {
  const { change, before } = await readChange(state);
  const valid = await listApprovals(
    { store: state.store, cryptography: nodeCryptography },
    'operators',
    change.digest,
    before,
  );
  return { ...change, approvedBy: valid.map(({ operator }) => operator) };
}

/** One existing operator's approval of the change; with the second the log's entry brings it in. */
export async function approveOperatorChange(
  state: StateFolder,
  signature: Signature,
  digest: string | null,
): Promise<ApprovalResult & { readonly change: OperatorChange }> {
  const { result, read } = await runAct(
    state,
    {
      matter: 'operators',
      read: async () => {
        const { change, before } = await readChange(state);
        const act = { ...nameAct('the change in the incident file'), subject: 'operators', proposal: null };
        return { ...act, otherwise: '; review it again', document: change.document, change, before };
      },
      concerns: { are: 'nobody', because: 'no-mailbox' },
      recheck: NOTHING_TO_RECHECK,
      // The entry is what brings it in.
      effect: async () => undefined,
      operators: ({ before }) => withoutMailboxes(before),
    },
    signature,
    digest,
  );
  return { ...result, change: { ...read.change, approvedBy: result.approvedBy } };
}

async function readChange(
  state: StateFolder,
): Promise<{ readonly change: OperatorChange; readonly before: readonly Operator[] }> {
  const { incident, folder } = await loadIncidentNow(state.store);
  await connectLog(state, createNodeRuntime(), incident.log, folder);
  await assertSoundKeys(state.store, createNodeRuntime(), nodeCryptography);
  const known = (await listOperatorsOfLog(state.store)).at(-1);
  if (known === undefined)
    throw new Refusal('log-not-begun', [
      'the log has not started; until the first wave is prepared, the incident file names the operators',
    ]);
  if (incident.operators.length < QUORUM)
    throw new Refusal('too-few-operators', ['at least two operators must remain: one person decides nothing']);
  const willBe = state.store.home === null ? incident.operators : toDeclared(incident.operators, known.operators);
  const was = known.operators;
  const without = (some: readonly Operator[], others: readonly Operator[]) =>
    some.filter((operator) => !others.some((other) => isSame(operator, other))).map(toPerson);
  const [added, removed] = [without(willBe, was), without(was, willBe)];
  if (added.length + removed.length === 0)
    throw new Refusal('no-change', [
      'the incident file and the log name the same operators; there is nothing to change',
    ]);
  // Includes the previous entry, so that an approval of an earlier change to the same people does not count.
  const document = {
    v: CHANGE_BY_PERIODS,
    log: known.keys.log,
    operators: toListedOperators(willBe),
    quorum: QUORUM,
    follows: known.position,
  };
  const digest = digestDocument(createNodeRuntime(), document);
  return { change: { document, digest, added, removed, approvedBy: [] }, before: was };
}

function isSame(one: Operator, other: Operator): boolean {
  return one.name === other.name && one.key === other.key && one.custodian === other.custodian;
}

function toPerson({ name, custodian }: Operator): string {
  return custodian === null ? name : `${name}, own mailbox ${custodian}`;
}

/** Before the log has begun: the key set that it would begin with. */
async function toPlannedKeySet(state: StateFolder, { log, operators }: Incident): Promise<KeySet | null> {
  if (log === null) return null;
  const signer = openLogSigner(state, log.origin);
  return toKeySet(toVerifierKeyText(toVerifierKeyOf(createNodeRuntime(), signer)), operators);
}

function toOwnDomain(incident: Incident): string {
  if (incident.notice !== null) return findDomain({ incident, notice: incident.notice, folder: '' });
  return incident.organization.domains[0] ?? '';
}
