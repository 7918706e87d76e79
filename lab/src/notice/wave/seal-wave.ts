import { formatInstant, type Instant, type Json, Refusal, type Runtime } from '@candor/core/base';
import { toBase64Url } from '@candor/core/ledger';
import {
  buildWaveTree,
  commitNotice,
  cutSiteLists,
  type ListRoom,
  type NoticeRecord,
  PARTY_SALT_BYTES,
  PARTY_SET_DEPTH,
  recordLists,
  type SiteLists,
  toListSalt,
  toManifestText,
  toNoticeRecord,
  toRecordText,
  toSiteLists,
  WAVE_TREE_DEPTH,
  WAVE_TREE_POSITIONS,
  type WaveManifest,
} from '@candor/core/notice/wave';
import { DEFAULT_BUCKET_SHAPE, fitsSlot, type SealedNotice } from '@candor/core/verify';
import { nodeDeflate } from '../../adapters/files/deflate.ts';
import { freshBytes } from '../../adapters/keys/random.ts';
import type { Store } from '../../adapters/store/store.ts';
import { bindRecord } from '../recipients/index.ts';
import { sealSelection } from '../selection/seal-selection.ts';
import { placeNotice } from '../store/notice-store.ts';
import { sealStored } from '../store/wave-state-store.ts';
import { listDeliveries, listNotices, type StoredNotice, type StoredWave } from '../store/wave-store.ts';
import { claimPlaces } from './codes.ts';
import type { DeliveryComposer } from './compose-delivery.ts';
import { findRoom } from './list-room.ts';
import { sealPartySet } from './seal-party-set.ts';

/** Positions and sizes of a log that has grown for years. */
const largeNumber = 99_999_999;

/** The longest name that an operator may have. */
const longestName = 80;

const signatureBytes = 64;

/**
 * Maximum notices per wave: beyond half of the positions drawing free ones gets slow, and nobody reads so many before
 * approving.
 */
const WAVE_LIMIT: number = WAVE_TREE_POSITIONS / 2;

/**
 * Closes a wave that was composed: gives every notice its record and its place, builds the tree, and writes the
 * manifest whose digest is approved. Inside the caller's transaction. Whatever was approved before lapses, because the
 * root is another one.
 */
export async function sealWave(
  store: Store,
  runtime: Pick<Runtime, 'sha256Hex'>,
  wave: Pick<StoredWave, 'id' | 'kind' | 'salt' | 'settings'>,
  exposure: WaveManifest['exposure'],
  { incident, sender }: Pick<DeliveryComposer, 'incident' | 'sender'>,
  at: Instant,
): Promise<string> {
  const notices = await listNotices(store, wave.id);
  if (notices.length > WAVE_LIMIT)
    throw new Refusal('wave-too-large', [
      `a wave has at most ${WAVE_LIMIT} notices; name a part of the parties with --only`,
    ]);
  const deliveries = Map.groupBy(await listDeliveries(store, wave.id), ({ notice_id }) => notice_id);
  const positions = drawPositions(wave.id, notices.length);
  const kind = wave.kind as WaveManifest['kind'];
  const selection = await sealSelection(store, runtime, wave, exposure.version, at);
  const parties = await sealPartySet(store, runtime, wave, exposure.version);
  const toManifest = (root: string): WaveManifest => ({
    v: 2,
    incident,
    wave: wave.id,
    kind,
    exposure,
    root,
    at: formatInstant(at),
    selection,
    parties,
  });
  const findFitting = createFitCheck(runtime, toManifest(''));
  const leaves = [];
  for (const [index, notice] of notices.entries()) {
    const position = positions[index] ?? 0;
    const { subject, text, html } = notice;
    const lists = toSiteLists(notice.facts);
    const salt = toListSalt(runtime, wave.salt, notice.id);
    const own = deliveries.get(notice.id) ?? [];
    const contacts = own.map(({ contact }) => contact);
    const binding = await bindRecord(runtime, notice, contacts);
    const toRecord = (listed: SiteLists) =>
      toNoticeRecord(runtime, {
        ...recordLists(runtime, salt, listed, notice.facts),
        notice: notice.id,
        ...binding,
        kind: notice.facts.kind,
        language: notice.facts.language,
        composed: { subject, text, html },
        issued: notice.issued_at,
        exposure: notice.facts.exposure.version,
        messages: own.map(({ sha256 }) => sha256),
        ...sender,
      });
    const room = findFitting(notice, lists, salt, toRecord);
    const record = toRecordText(toRecord(cutSiteLists(lists, room)));
    await placeNotice(store, notice.id, record, position);
    leaves.push({ position, commitment: commitNotice(runtime, notice.salt, record) });
  }
  await claimPlaces(store);
  const root = Buffer.from(buildWaveTree(runtime, wave.salt, leaves).root).toString('hex');
  const manifest = toManifestText(toManifest(root));
  const digest = runtime.sha256Hex(manifest);
  await sealStored(store, wave.id, { root, manifest, digest });
  return digest;
}

/** Different places, drawn at random: neighbours in the tree are no neighbours in anything else. */
function drawPositions(wave: number, count: number): readonly number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const bytes = freshBytes(2 * (count - drawn.size), 'notice positions', wave);
    for (let at = 0; at < bytes.length; at += 2) drawn.add(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  }
  return [...drawn].slice(0, count);
}

/**
 * How much of its lists fits with a notice into its place on the site in every later build, including its entry and
 * approvals.
 * @throws Refusal for a notice that does not fit without any.
 */
export function createFitCheck(
  runtime: Pick<Runtime, 'sha256Hex'>,
  manifest: WaveManifest,
): (notice: StoredNotice, lists: SiteLists, salt: string, toRecord: (lists: SiteLists) => NoticeRecord) => ListRoom {
  const path = Array.from({ length: WAVE_TREE_DEPTH }, () => new Uint8Array(32));
  const partyPath = Array.from({ length: PARTY_SET_DEPTH }, () => new Uint8Array(32));
  const counted = { position: largeNumber, salt: toBase64Url(freshBytes(PARTY_SALT_BYTES, 'measure of room', '')) };
  // Random bytes, because nothing else compresses as badly as signatures.
  const approvals = [0, 1].map(() => ({
    key: toBase64Url(freshBytes(32, 'measure of room', '')),
    operator: toBase64Url(freshBytes(longestName, 'measure of room', '')).slice(0, longestName),
    signature: toBase64Url(freshBytes(signatureBytes, 'measure of room', '')),
  }));
  const root = runtime.sha256Hex(freshBytes(32, 'measure of room', ''));
  const document = { ...manifest, root } as unknown as Json;
  const value = { v: 1, kind: 'wave', at: manifest.at, body: { approvals, document } } as unknown as Json;
  return (notice, lists, salt, toRecord) => {
    const toSealed = (listed: SiteLists, isCounted: boolean): SealedNotice => ({
      record: toRecord(listed),
      addresses: { salt, list: listed.addresses },
      found: listed.found === null ? null : { salt, ...listed.found },
      text: notice.text,
      twin: notice.html,
      leaf: { position: largeNumber, salt: toBase64Url(notice.salt) },
      counted: isCounted ? { ...counted, party: { exposure: largeNumber, domains: notice.facts.party.domains } } : null,
      entry: { position: largeNumber, salt: toBase64Url(freshBytes(32, 'measure of room', '')), value },
      size: largeNumber,
      printed: notice.facts.checkpoint,
      ordinal: 99,
      follows: notice.issued_at,
      dates: [notice.issued_at],
      built: notice.issued_at,
      status: { state: 'withdrawn', at: notice.issued_at, isMisdirected: false },
    });
    // A notice that is too long for the proof of the set of parties goes without it; lists give way to it.
    for (const isCounted of [true, false]) {
      const proofs = { wavePath: path, partyPath: isCounted ? partyPath : [] };
      const room = findRoom(lists, (some) =>
        fitsSlot(nodeDeflate, DEFAULT_BUCKET_SHAPE, toSealed(cutSiteLists(lists, some), isCounted), proofs),
      );
      if (room !== null) return room;
    }
    throw new Refusal('notice-too-long', [
      `the notice to ${notice.party} is too long for its place on the site for checking; shorten the added text, or prepare without it: --except ${notice.party}`,
    ]);
  };
}
