import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Json, type Signer, toCanonicalJson } from '@candor/core/base';
import { readIncident } from '@candor/core/incident';
import { toBase64Url } from '@candor/core/ledger';
import { type Approval, signApproval } from '@candor/core/notice/operator';
import type { NoticeFacts } from '@candor/core/notice/text';
import { buildWaveTree, commitNotice, toManifestText, toRecordText } from '@candor/core/notice/wave';
import { makeOperatorKey, openOperatorKey } from '../../../src/adapters/keys/keys.ts';
import { createNodeRuntime } from '../../../src/adapters/process/runtime.ts';
import { writeFact } from '../../../src/adapters/store/state-fact.ts';
import { openStateForWriting, type StateFolder } from '../../../src/adapters/store/state-folder.ts';
import { openLogSigner, startLog } from '../../../src/ledger/start-log.ts';
import { appendEntry } from '../../../src/ledger/store/entry-store.ts';
import { requireActiveOperators } from '../../../src/notice/approval/active-operators.ts';
import { loadDisclosure } from '../../../src/notice/disclosure.ts';
import { digestGateSettings } from '../../../src/notice/gate-result.ts';
import { insertApproval } from '../../../src/notice/store/approval-store.ts';
import { chain } from '../../../src/notice/store/chain-store.ts';
import { insertGateResult } from '../../../src/notice/store/gate-store.ts';
import type { WaveSettings } from '../../../src/notice/wave-settings.ts';

export interface WaveOrder {
  readonly folder: string;
  readonly port: number;
  /** One delivery each. */
  readonly contacts: readonly string[];
  /** More members of `notice.relay`, such as `connections: 8`. */
  readonly relay?: string;
  /** Host and TLS of the relay. */
  readonly door?: string;
  readonly inbox?: string;
  /** Envelope sender; `bounce@harbor.example` by default. */
  readonly bounce?: string;
  /** What the body of each message says, for its size. */
  readonly body?: string;
  /** Signatures that the wave has; two by default. */
  readonly approvals?: number;
  readonly gate?: boolean;
  /** Custodian whose mailbox is the first operator's own, and custodians that every notice is about. */
  readonly ownMailbox?: string;
  readonly custodians?: readonly string[];
}

export interface ApprovedWave {
  readonly state: string;
  readonly wave: number;
  readonly keys: readonly string[];
}

const OPERATORS: readonly string[] = ['Ines Adler', 'Tom Birk'];
export const PASSPHRASE = 'four plain words here';
const AT = 1_003_000_000;
const NO_TEXT = new Uint8Array();
const SETTINGS: WaveSettings = {
  ...{ wave: 'metadata', only: null, except: [], nextUpdate: null, readableFrom: null },
  ...{ happened: null, measures: null, unknown: null, added: {} },
};
const runtime = createNodeRuntime();

/**
 * A state with one wave that two people approved, in the log, with deliveries as `candor notice approve` leaves them.
 */
export async function makeApprovedWave(order: WaveOrder): Promise<ApprovedWave> {
  const { folder, port, contacts } = order;
  const statePath = join(folder, 'state');
  const operators: Signer[] = [];
  for (const name of OPERATORS) {
    const path = toKeyFile(folder, name);
    await makeOperatorKey(path, PASSPHRASE, { scryptWorkFactor: 4 });
    operators.push(await openOperatorKey(path, name, PASSPHRASE));
  }
  const incidentFile = join(folder, 'incident.yaml');
  writeFileSync(
    incidentFile,
    `incident: harbor
organization: { name: Harbor Energy, domains: [harbor.example] }
window: { start: 2001-09-10T00:00:00Z, contained: 2001-10-01T00:00:00Z }
mailboxes:
  - { custodian: allen-p, address: phillip.allen@harbor.example, evidence: mail }
operators:
${operators.map(({ name, publicKey }, at) => `  - { name: ${name}, key: ${toBase64Url(publicKey)}${at === 0 && order.ownMailbox !== undefined ? `, mailbox: ${order.ownMailbox}` : ''} }`).join('\n')}
log: { origin: harbor.example/log }
notice:
  page: harbor.example/notice
  from: { name: Harbor Incident Team, address: notice@harbor.example }
  reply: answers@harbor.example
  bounce: ${order.bounce ?? 'bounce@harbor.example'}
  telephone: the number on our web site
  relay: { ${order.door ?? 'host: 127.0.0.1, tls: none'}, port: ${port}, perDestination: 100${order.relay === undefined ? '' : `, ${order.relay}`} }
${order.inbox === undefined ? '' : `  inbox: ${order.inbox}\n`}`,
  );
  const { incident, refusals } = readIncident(await readText(incidentFile), 'incident.yaml');
  if (incident === null) throw new Error(refusals.join('\n'));
  const state = await openStateForWriting(statePath);
  try {
    const signer = openLogSigner(state, 'harbor.example/log');
    await writeFact(state.store, 'incident', 'harbor');
    await writeFact(state.store, 'incident-file', incidentFile);
    await state.store.transaction(() => startLog(state.store, runtime, incident, signer, AT));
    const keys = await writeWave(state, order, operators);
    if (order.gate !== false) {
      const disclosure = await loadDisclosure(state.store);
      const at = Math.floor(Date.now() / 1000);
      const { fingerprint } = await requireActiveOperators(state, runtime, at);
      const probe = { to: 'check@check.example', messageId: '<probe@harbor.example>', receivedSha256: null };
      await insertGateResult(
        state.store,
        { at, isPassed: true, findings: [], authentication: null, spam: null, probe },
        digestGateSettings(disclosure, fingerprint),
        `127.0.0.1:${port}`,
      );
    }
    return { state: statePath, wave: 1, keys: contacts.length === 0 ? [] : keys };
  } finally {
    await state.close();
  }
}

async function writeWave(
  state: StateFolder,
  order: WaveOrder,
  operators: readonly Signer[],
): Promise<readonly string[]> {
  const { store } = state;
  const salt = randomBytes(32);
  const keys: string[] = [];
  const leaves: { position: number; commitment: Uint8Array }[] = [];
  const notices = order.contacts.map((contact, at) => {
    const id = at + 1;
    const key = `harbor/${id}/${contact}/first`;
    keys.push(key);
    const messageId = toMessageId(key);
    const message = Buffer.from(
      `From: Harbor Incident Team <notice@harbor.example>\r\nTo: <${contact}>\r\nSubject: Mail of yours was read\r\nMessage-ID: ${messageId}\r\nAuto-Submitted: auto-generated\r\nDate: Mon, 15 Oct 2001 09:00:00 +0000\r\n\r\n.${key}\r\n${order.body ?? ''}\r\n`,
    );
    const sha256 = runtime.sha256Hex(message);
    const record = toRecordText({
      ...{
        v: 1,
        notice: id,
        domains: ['northwind.example'],
        kind: 'first',
        language: 'en',
        subject: 'Mail of yours was read',
      },
      ...{
        text: runtime.sha256Hex(NO_TEXT),
        html: runtime.sha256Hex(NO_TEXT),
        issued: '2001-10-15T09:00:00Z',
        exposure: 1,
        messages: [sha256],
      },
    });
    const noticeSalt = randomBytes(32);
    leaves.push({ position: at, commitment: commitNotice(runtime, noticeSalt, record) });
    return { id, contact, key, messageId, message, sha256, record, noticeSalt };
  });
  const root = Buffer.from(buildWaveTree(runtime, salt, leaves).root).toString('hex');
  const manifest = toManifestText({
    ...{ v: 1, incident: 'harbor', wave: 1, kind: 'metadata', exposure: { version: 1, digest: 'ab'.repeat(32) }, root },
    at: '2001-10-15T09:00:00Z',
  });
  const digest = runtime.sha256Hex(manifest);
  const approvals: Approval[] = [];
  for (const operator of operators.slice(0, order.approvals ?? 2))
    approvals.push(await signApproval(operator, 'wave', digest));
  await store.transaction(async () => {
    const body = { document: JSON.parse(manifest) as Json, approvals: approvals as unknown as Json };
    const entry = await appendEntry(store, runtime, { kind: 'wave', at: AT, body });
    await store.db
      .insertInto('notice_wave')
      .values({
        ...{ kind: 'metadata', version: 1, state: 'approved', made_at: AT, made_by: 'Ines Adler', salt, root },
        ...{ manifest, digest, entry, settings: JSON.stringify(SETTINGS) },
      })
      .execute();
    for (const { id, contact, key, messageId, message, sha256, record, noticeSalt } of notices) {
      await store.db
        .insertInto('notice_notice')
        .values({
          ...{
            wave_id: 1,
            party: `party-${id}`,
            kind: 'first',
            language: 'en',
            code: '',
            state: 'approved',
            facts: JSON.stringify({
              custodians: order.custodians ?? [],
              mergedIds: [],
              facts: makeFacts(`party-${id}`),
            }),
          },
          ...{
            subject: 'Mail of yours was read',
            text: '',
            html: '',
            record,
            salt: noticeSalt,
            position: id - 1,
            issued_at: AT,
          },
        })
        .execute();
      await store.db
        .insertInto('notice_delivery')
        .values({
          ...{ key, notice_id: id, contact, rung: 'curated', purpose: 'first', message_id: messageId, message, sha256 },
          ...{ token: toToken(key), state: 'approved', attempts: 0, fence: 0, changed_at: AT },
        })
        .execute();
      await chain(store, [{ at: AT, delivery: messageId, entry, event: { event: 'approve' } }]);
    }
    for (const approval of approvals)
      await insertApproval(store, { what: 'wave', subject: '1', digest, approval, at: AT });
  });
  if (toCanonicalJson(JSON.parse(manifest) as Json) !== manifest) throw new Error('a manifest is canonical');
  return keys;
}

export function toKeyFile(folder: string, operator: string): string {
  return join(folder, 'keys', `${operator}.key`);
}

export function toToken(key: string): string {
  return createHash('sha256').update(`token ${key}`).digest('hex').slice(0, 24);
}

export function toMessageId(key: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 26)}@harbor.example>`;
}

async function readText(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path, 'utf8');
}

/** `party1@northwind.example`, … each at a domain of its own. */
export function makeContacts(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => `security@party${at + 1}.example`);
}

/** Facts of a notice of which a test reads only the party. */
function makeFacts(party: string): NoticeFacts {
  const none = { accessed: 0, presumed: 0, partial: 0, possible: 0, undetermined: 0, messages: 0, bulk: 0, held: 0 };
  return {
    ...{ kind: 'first', wave: 'metadata', language: 'en', previous: null, added: null, code: '', keyFingerprint: '' },
    organization: { name: 'Harbor Energy', domain: 'harbor.example', page: '', telephone: null, happened: null },
    window: { start: 0, contained: 1 },
    party: { id: party, kind: 'organization', name: null, domains: [], relation: null },
    figures: {
      ...none,
      ...{ secrets: null, first: null, last: null, affectedAddresses: 0, intruderSent: 0, custodians: 0 },
    },
    unknown: { mailboxes: 0, gaps: {}, sentence: null },
    ...{ nextUpdate: null, readableFrom: null },
    checkpoint: { size: 0, root: '' },
    exposure: { version: 1, digest: '' },
  };
}
