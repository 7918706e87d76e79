import { formatInstant, type Instant, Refusal, type Runtime } from '@candor/core/base';
import {
  buildWaveTree,
  commitNotice,
  toManifestText,
  toNoticeRecord,
  toRecordText,
  WAVE_TREE_POSITIONS,
  type WaveManifest,
} from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/random.ts';
import type { Store } from '../../adapters/store.ts';
import { placeNotice } from '../store/notice-store.ts';
import { sealStored } from '../store/wave-state-store.ts';
import { listDeliveries, listNotices, type StoredWave } from '../store/wave-store.ts';
import { createFitCheck } from './assert-fits.ts';
import { claimPlaces } from './codes.ts';
import type { DeliveryComposer } from './compose-delivery.ts';
import { listSiteAddresses, recordAddresses, toAddressSalt } from './site-addresses.ts';

/**
 * Notices of one wave: beyond half of the positions drawing free ones takes ever longer, and nobody reads so many
 * before approving.
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
  wave: Pick<StoredWave, 'id' | 'kind' | 'salt'>,
  exposure: WaveManifest['exposure'],
  { incident, sender }: Pick<DeliveryComposer, 'incident' | 'sender'>,
  at: Instant,
): Promise<string> {
  const notices = await listNotices(store, wave.id);
  if (notices.length > WAVE_LIMIT)
    throw new Refusal('wave-too-large', [
      `a wave has at most ${WAVE_LIMIT} notices; name a part of the parties with --only`,
    ]);
  const messages = new Map<number, string[]>();
  for (const { notice_id, sha256 } of await listDeliveries(store, wave.id)) {
    const known = messages.get(notice_id);
    if (known === undefined) messages.set(notice_id, [sha256]);
    else known.push(sha256);
  }
  const positions = drawPositions(notices.length);
  const kind = wave.kind as WaveManifest['kind'];
  const toManifest = (root: string): WaveManifest => ({
    v: 1,
    incident,
    wave: wave.id,
    kind,
    exposure,
    root,
    at: formatInstant(at),
  });
  const findFitting = createFitCheck(runtime, toManifest(''));
  const leaves = [];
  for (const [index, notice] of notices.entries()) {
    const position = positions[index] ?? 0;
    const { subject, text, html } = notice;
    const list = listSiteAddresses(notice.facts);
    const salt = toAddressSalt(runtime, wave.salt, notice.id);
    const toRecord = (listed: readonly string[]) =>
      toNoticeRecord(runtime, {
        addresses: recordAddresses(runtime, salt, listed, notice.facts),
        notice: notice.id,
        domains: notice.facts.party.domains,
        kind: notice.facts.kind,
        language: notice.facts.language,
        composed: { subject, text, html },
        issued: notice.issued_at,
        exposure: notice.facts.exposure.version,
        messages: messages.get(notice.id) ?? [],
        ...sender,
      });
    const told = toRecord(list.slice(0, findFitting(notice, list, salt, toRecord)));
    const record = toRecordText(told);
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
function drawPositions(count: number): readonly number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const bytes = freshBytes(2 * (count - drawn.size));
    for (let at = 0; at < bytes.length; at += 2) drawn.add(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  }
  return [...drawn].slice(0, count);
}
