import { advise, hint, Refusal } from '@candor/core/base';
import { findMessageId, type ListedMessage, toMessageList } from '@candor/core/review/opened';
import { openContent, readIndex, sealTo } from '@candor/core/review/seal';
import { nodeGunzip } from '../../adapters/files/deflate.ts';
import { privateMode, writeDurableFile } from '../../adapters/files/durable-file.ts';
import { inspectPath, readBytes } from '../../adapters/files/files.ts';
import { openAgeRecipient } from '../../adapters/keys/age-file.ts';
import { VaultKeys } from '../../adapters/keys/vault-keys.ts';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime, sha256Hex } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { appendEntry } from '../../ledger/store/entry-store.ts';
import { requireActiveOperators } from '../../notice/approval/index.ts';
import { ReleaseFiles } from '../../review/index.ts';
import { readReleases, type StoredRelease } from '../../review/store/release-store.ts';
import { type Reviewer, readReviewers } from '../../review/store/reviewer-store.ts';
import { findVaultState } from '../../review/store/vault-store.ts';
import { findStoredParty } from '../impact/list-parties.ts';
import { requireLastVersion } from '../open-version.ts';
import type { Progress } from '../progress.ts';
import { makePapers } from './release-papers.ts';
import { assertGranted } from './releases.ts';

export interface MessageListOrder {
  readonly party: string;
  /** The contact's recipient, the fingerprint of the keys, or a file with the public key. */
  readonly seal: string;
  /** Null: in the current folder, named after the party. */
  readonly out: string | null;
  readonly by: string;
  readonly why: string;
  readonly progress: Progress;
}

export interface SealedMessageList {
  readonly party: string;
  readonly file: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
  /** Messages in it. */
  readonly messages: number;
  readonly release: number;
  /** What the release says of all messages of the party. */
  readonly figures: StoredRelease['manifest']['figures'];
  /** Whose key it is sealed to, and what the person proved. */
  readonly reader: { readonly name: string; readonly fingerprint: string; readonly proof: string };
  /** Position of the log's entry. */
  readonly entry: number;
}

/**
 * Writes a party's approved release as one table, sealed to a contact with a proved key: for parties without a portal.
 * Contains only what two people approved for exactly this key (docs/decisions/0047-message-lists.md). The log entry
 * precedes the file.
 * @throws Refusal for an unproved key, or a release that is unapproved, no longer valid, or not in the published log
 * yet.
 */
export async function sealMessageList(state: StateFolder, order: MessageListOrder): Promise<SealedMessageList> {
  const { store } = state;
  const version = await requireLastVersion(state);
  const { party, mergedIds } = await findStoredParty(store, version.version, order.party);
  const file = order.out ?? `${toFileName(party)}-messages.csv.age`;
  const reader = await requireProved(state, [party, ...mergedIds], party, order.seal);
  const release = await requireApproved(state, party, reader);
  await makePapers(state, release);
  const messages = await readMessages(state, release, order.progress);
  const sealed = await sealTo(reader.key.age, new TextEncoder().encode(toMessageList(messages)), openAgeRecipient);
  const digest = sha256Hex(sealed);
  const runtime = createNodeRuntime();
  const at = now();
  await requireActiveOperators(state, runtime, at);
  const what = `list of messages of ${party}, release ${release.number}, to ${reader.fingerprint}, ${digest}`;
  const body = { what, by: order.by, why: order.why };
  const entry = await store.durableTransaction(() => appendEntry(store, runtime, { kind: 'access', at, body }));
  writeDurableFile(file, sealed, privateMode);
  return {
    party,
    file,
    sha256: digest,
    messages: messages.length,
    release: release.number,
    figures: release.manifest.figures,
    reader: { name: reader.name, fingerprint: reader.fingerprint, proof: reader.proof },
    entry,
  };
}

/** Of an id that anybody may have thought up, what may stand in a file's name. */
function toFileName(party: string): string {
  return (
    party
      .replace(/[^A-Za-z0-9@.-]+/g, '_')
      .replace(/^[.-]+/, '')
      .slice(0, 80) || 'party'
  );
}

/** Longer than any key. */
const KEY_BYTES_LIMIT = 64 * 1024;

/** A key is proved when an enrollment for the party holds it that two people approved: they looked at the proof. */
async function requireProved(
  { store }: StateFolder,
  ids: readonly string[],
  party: string,
  seal: string,
): Promise<Reviewer> {
  const given = readGiven(seal);
  const known = (await readReviewers(store, null)).filter(
    ({ key, fingerprint }) => given.includes(key.age) || given === fingerprint,
  );
  const proved = known.find((reviewer) => ids.includes(reviewer.party) && reviewer.state === 'approved');
  if (proved !== undefined) return proved;
  const [own] = known.filter((reviewer) => ids.includes(reviewer.party));
  const why =
    own === undefined
      ? advise`nobody of ${party} has shown that this key is theirs. Have the person make keys (${hint('reviewer.key')}), then ${hint('enrollment.add', { party })} with the proof, and two approvals`
      : advise`enrollment ${own.id} of ${own.name} with this key is ${own.state}; ${hint('enrollment.show', own.id)} shows what it waits for`;
  throw new Refusal('key-not-proved', [advise`the list was not sealed: ${why}`]);
}

/** The text itself, or what a file of this name holds. */
function readGiven(seal: string): string {
  const text = seal.trim();
  if (/^age1|^(?:[0-9a-f]{4}-){7}[0-9a-f]{4}$|^\{/.test(text)) return text;
  const found = inspectPath(seal);
  if (found.is !== 'file' || found.size > KEY_BYTES_LIMIT)
    throw new Refusal('key-not-proved', [
      `"${text.slice(0, 40)}" is no recipient (age1pq1…), no fingerprint, and no file with a public key`,
    ]);
  return Buffer.from(readBytes(seal)).toString('utf8').trim();
}

/** The newest release that counts, where the reader is one of those whom two people approved it for. */
async function requireApproved(
  state: StateFolder,
  party: string,
  { name, fingerprint }: Reviewer,
): Promise<StoredRelease> {
  const prepare = advise`${hint('release.prepare', { party })}, two approvals (${hint('release.approve')}) and ${hint('log.publish')}`;
  const release = (await readReleases(state.store, party)).findLast(({ state: now }) => now !== 'prepared');
  if (release === undefined)
    throw new Refusal('not-approved', [
      advise`two people must first approve what ${party} may see: ${prepare}. No portal is needed`,
    ]);
  if (release.state === 'revoked')
    throw new Refusal('release-decided', [
      advise`release ${release.number} of ${party} was revoked; ${prepare} make the next one`,
    ]);
  await assertGranted(state, release);
  if (!release.manifest.grants.some(({ reviewer }) => reviewer === fingerprint))
    throw new Refusal('key-not-proved', [
      `release ${release.number} of ${party} was approved without ${name} (${fingerprint}), who came later or has not proved all its domains; ${prepare} include the person`,
    ]);
  return release;
}

async function readMessages(
  state: StateFolder,
  release: StoredRelease,
  progress: Progress,
): Promise<readonly ListedMessage[]> {
  const { party, number, manifest, vaultId } = release;
  const broken = (what: string): Refusal =>
    new Refusal('object-missing', [
      `release ${number} of ${party}: ${what} cannot be opened; revoke this release and prepare the next`,
    ]);
  const vault = await findVaultState(state.store, vaultId);
  if (vault === null) throw broken('its vault');
  const { generation } = vault;
  const key = await (await VaultKeys.open(state.path)).find(party, generation);
  if (key === null || key.recipient !== manifest.vault) throw broken('its vault');
  const files = await ReleaseFiles.open(state, release);
  const content = await openContent(key.identity, files.read(manifest.index.digest));
  const index = content === null ? null : await readIndex(content, nodeGunzip);
  if (index === null) throw broken('its index');
  const step = progress.begin('open', 'messages', index.length);
  const listed: ListedMessage[] = [];
  for (const message of index) {
    const bytes = await openContent(key.identity, files.read(message.object));
    if (bytes === null || sha256Hex(bytes) !== message.id) throw broken('a message of it');
    listed.push({ ...message, messageId: findMessageId(bytes) });
    step.advance(1);
  }
  step.end();
  return listed;
}
