import { Refusal } from '@candor/core/base';
import { type ComposedNotice, composeNotice, type Language } from '@candor/core/notice/text';
import type { Draft, OmissionReason } from '@candor/core/notice/wave';
import { freshBytes } from '../../adapters/keys/random.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { readParties } from '../../impact/store/party-store.ts';
import { decide } from '../../ledger/decision/index.ts';
import type { WaveSettings } from '../../notice/index.ts';
import { findSecrets, type MailSources, readFindings } from '../../notice/party/index.ts';
import { readListed, replaceFindings } from '../../notice/store/finding-store.ts';
import { dropNotices, listAddressees } from '../../notice/store/notice-store.ts';
import { discardWave } from '../../notice/store/wave-state-store.ts';
import { insertWave, listWaves, type StoredWave } from '../../notice/store/wave-store.ts';
import type { NoticeToCompose } from '../../notice/wave/index.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { findParty } from '../impact/list-parties.ts';

// What preparing a wave reads and leaves in the store, step by step.

/** @throws Refusal for a list with an unknown party. */
export async function importFindings(
  { store }: StateFolder,
  sources: MailSources,
  path: string,
  decided: DecidedBy,
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
  const by = await openDecider(store, decided);
  const before = Map.groupBy(await readListed(store), ({ party }) => party);
  const after = Map.groupBy(findings, (finding) => finding.party);
  const rows = [...new Set([...before.keys(), ...after.keys()])].map((party) => ({
    what: party,
    before: before.get(party)?.length ?? 0,
    after: after.get(party)?.length ?? 0,
  }));
  const order = { act: 'findings.list', by, why: decided.why, at, rows } as const;
  await decide(store, createNodeRuntime(), order, (deciding) => replaceFindings(deciding, findings, by.name, at));
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
 * What a wave is ordered with, and what people wrote into the draft that it replaces.
 * @throws Refusal for a content wave without the day from which messages can be read.
 */
export function toSettings(
  order: Pick<WaveSettings, 'wave' | 'only' | 'except'> & {
    readonly nextUpdate?: number | null;
    readonly readableFrom?: number | null;
  },
  draft: StoredWave | null,
  nextUpdate: number | null,
): WaveSettings {
  const { wave, only, except } = order;
  const readableFrom = order.readableFrom ?? draft?.settings.readableFrom ?? null;
  if (wave === 'content' && readableFrom === null)
    throw new Refusal('no-date', ['a content wave needs the day from which messages can be read: --readable-from DAY']);
  return {
    ...{ wave, only, except, readableFrom },
    nextUpdate: order.nextUpdate === undefined ? nextUpdate : order.nextUpdate,
    happened: draft?.settings.happened ?? null,
    measures: draft?.settings.measures ?? null,
    unknown: draft?.settings.unknown ?? null,
    added: draft?.settings.added ?? {},
  };
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
    const salt = freshBytes(32, 'wave', `${settings.wave} ${version}`);
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
