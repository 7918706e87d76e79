import { Refusal } from '@candor/core/base';
import { type ComposedNotice, composeNotice, type Language } from '@candor/core/notice/text';
import type { Draft, OmissionReason } from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/random.ts';
import type { StateFolder } from '../../adapters/state-folder.ts';
import { readParties } from '../../impact/store/party-store.ts';
import type { WaveSettings } from '../../notice/index.ts';
import { findSecrets, type MailSources, readFindings } from '../../notice/party/index.ts';
import { replaceFindings } from '../../notice/store/finding-store.ts';
import { dropNotices, listAddressees } from '../../notice/store/notice-store.ts';
import { discardWave } from '../../notice/store/wave-state-store.ts';
import { insertWave, listWaves, type StoredNotice, type StoredWave } from '../../notice/store/wave-store.ts';
import type { NoticeToCompose } from '../../notice/wave/index.ts';
import { findParty } from '../impact/list-parties.ts';

// What preparing a wave reads and leaves in the store, step by step.

/** @throws Refusal for a list with an unknown party. */
export async function importFindings(
  { store }: StateFolder,
  sources: MailSources,
  path: string,
  by: string,
  at: number,
): Promise<void> {
  const parties = await readParties(store, sources.version.version);
  const findings = readFindings(path).map((finding) => ({
    ...finding,
    party: findParty(parties, finding.party).party,
  }));
  const { strange } = await findSecrets(store, sources, parties, findings);
  if (strange.length > 0)
    throw new Refusal(
      'invalid-findings',
      strange.map(({ line, party, message }) => `${path}:${line}: ${message} is no message of ${party}`),
    );
  await store.transaction(() => replaceFindings(store, findings, by, at));
}

/** A draft of the same command without full approval: preparing again refreshes it and keeps edits. */
export async function findDraft(
  { store }: StateFolder,
  { wave, only, except }: Pick<WaveSettings, 'wave' | 'only' | 'except'>,
): Promise<StoredWave | null> {
  const isSame = ({ settings }: StoredWave) =>
    settings.wave === wave && JSON.stringify([settings.only, settings.except]) === JSON.stringify([only, except]);
  return (
    (await listWaves(store)).findLast(
      (known) => (known.state === 'composed' || known.state === 'preparing') && isSame(known),
    ) ?? null
  );
}

/**
 * Resumes a killed process's wave of the same command; discards one of another command, since it was not approved, and
 * the refreshed draft.
 */
export async function resumeWave(
  { store }: StateFolder,
  settings: WaveSettings,
  version: number,
  by: string,
  at: number,
  refreshed: number | null,
): Promise<{ readonly id: number; readonly salt: Uint8Array }> {
  const left = (await listWaves(store)).filter(({ state }) => state === 'preparing');
  const same = left.find(
    (wave) => wave.version === version && JSON.stringify(wave.settings) === JSON.stringify(settings),
  );
  return store.transaction(async () => {
    for (const wave of left) {
      if (wave === same) continue;
      await discardWave(store, wave.id);
    }
    if (refreshed !== null) await discardWave(store, refreshed);
    if (same !== undefined) return { id: same.id, salt: same.salt };
    const salt = freshBytes(32);
    const id = await insertWave(store, { settings, version, at, by, salt });
    return { id, salt };
  });
}

/** Removes what a killed process composed for parties no longer to be notified. */
export async function dropUnwantedDrafts(
  { store }: StateFolder,
  wave: number,
  wanted: ReadonlySet<string>,
): Promise<void> {
  const others = (await listAddressees(store, wave)).filter(({ party }) => !wanted.has(party));
  await dropNotices(
    store,
    others.map(({ id }) => id),
  );
}

export function listParties({ store }: StateFolder): Promise<readonly Pick<StoredNotice, 'wave_id' | 'party'>[]> {
  return listAddressees(store);
}

export function countReasons(
  leftOut: readonly { readonly why: OmissionReason }[],
): Readonly<Partial<Record<OmissionReason, number>>> {
  const counts: Partial<Record<OmissionReason, number>> = {};
  for (const { why } of leftOut) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}

/** A notice as it would be. */
export interface DryRunDraft extends ComposedNotice {
  readonly party: string;
  readonly kind: Draft['kind'];
  readonly language: Language;
  readonly contacts: readonly string[];
}

export function toDryDraft({ facts, contacts }: NoticeToCompose): DryRunDraft {
  const { party, kind, language } = facts;
  if (kind === 'reminder' || kind === 'announcement') throw new Error(`a ${kind} is not prepared here`);
  return { ...composeNotice(facts), party: party.id, kind, language, contacts: contacts.map(({ address }) => address) };
}
