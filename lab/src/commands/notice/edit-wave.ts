import { Refusal } from '@candor/core/base';
import type { Rung } from '@candor/core/notice/contact';
import type { Language, LocalText, NoticeFacts } from '@candor/core/notice/text';
import { now } from '../../adapters/process/clock.ts';
import { createNodeRuntime } from '../../adapters/process/runtime.ts';
import type { StateFolder } from '../../adapters/store/state-folder.ts';
import { type Deciding, type DecisionMade, decide } from '../../ledger/decision/index.ts';
import { type Disclosure, findAdded, loadDisclosure, type WaveSettings } from '../../notice/index.ts';
import { countApprovals } from '../../notice/store/approval-store.ts';
import { appendEdit } from '../../notice/store/edit-store.ts';
import { discardWave, keepWaveSettings, moveWaves } from '../../notice/store/wave-state-store.ts';
import {
  listDeliveries,
  listNotices,
  readManifest,
  requireWave,
  type StoredWave,
  type WaveState,
} from '../../notice/store/wave-store.ts';
import { openDeliveryComposer, recomposeNotice, sealWave } from '../../notice/wave/index.ts';
import { type DecidedBy, openDecider } from '../decider.ts';
import { keepWaveIncident } from './keep-wave-inputs.ts';

const from: Readonly<Record<WaveAction, readonly WaveState[]>> = {
  pause: ['approved', 'sending'],
  resume: ['paused'],
  discard: ['composed', 'preparing'],
};

/**
 * What may be edited: a sentence of the template in one language, or a paragraph for one party. Figures cannot. Null
 * takes it back.
 */
export type WaveEdit =
  | { readonly what: 'happened' | 'measures' | 'unknown'; readonly language: Language; readonly text: string | null }
  | { readonly what: 'added'; readonly party: string; readonly text: string | null };

export interface EditedWave {
  readonly wave: number;
  readonly digest: string;
  readonly recomposed: number;
  readonly lapsed: number;
  readonly decision: DecisionMade;
}

/**
 * Edits texts of a composed wave and recomposes its notices; all approvals lapse, because the digest changes.
 * @throws Refusal for an approved wave, a party outside it, or texts that may not be sent.
 */
export async function editWave(
  state: StateFolder,
  number: number | null,
  edit: WaveEdit,
  decided: DecidedBy,
): Promise<EditedWave> {
  const wave = await requireWave(state.store, number);
  if (wave.state !== 'composed')
    throw new Refusal('not-composed', [`wave ${wave.id} is ${wave.state}; only a composed wave can be edited`]);
  const disclosure = await loadDisclosure(state.store);
  const notices = await listNotices(state.store, wave.id);
  const party = edit.what === 'added' ? findNamed(notices, edit.party, wave.id) : null;
  const settings = toSettings(wave.settings, disclosure, edit, party);
  const by = await openDecider(state.store, decided);
  const at = now();
  const after = toEdited(settings, edit, party);
  const what = `wave ${wave.id}: ${edit.what}${edit.what === 'added' ? ` for ${party}` : ` in ${edit.language}`}`;
  const rows = [{ what, before: toShown(toEdited(wave.settings, edit, party), edit), after: toShown(after, edit) }];
  const order = { act: 'notice.edit', by, why: decided.why, at, rows } as const;
  const { result, decision } = await decide(state.store, createNodeRuntime(), order, async (deciding) => {
    await appendEdit(deciding, wave.id, { what: edit.what, party, value: after }, { by: by.name, at });
    return apply(state, wave, disclosure, { edit, party, notices, settings }, deciding);
  });
  return { ...result, decision };
}

/** The member of the settings that an edit changes, whole. */
function toEdited(settings: WaveSettings, edit: WaveEdit, party: string | null): LocalText | string | null {
  return edit.what === 'added' ? findAdded(settings, party ?? '') : (settings[edit.what] ?? null);
}

/** In the language of the edit. */
function toShown(value: LocalText | string | null, edit: WaveEdit): string | null {
  if (value === null || typeof value === 'string') return value;
  return edit.what === 'added' ? null : (value[edit.language] ?? null);
}

async function apply(
  { store }: StateFolder,
  wave: StoredWave,
  disclosure: Disclosure,
  {
    edit,
    party,
    notices,
    settings,
  }: {
    readonly edit: WaveEdit;
    readonly party: string | null;
    readonly notices: Awaited<ReturnType<typeof listNotices>>;
    readonly settings: WaveSettings;
  },
  deciding: Deciding,
): Promise<Omit<EditedWave, 'decision'>> {
  const runtime = createNodeRuntime();
  const at = now();
  const concerned = notices.filter((notice) =>
    edit.what === 'added' ? notice.party === party : notice.language === edit.language,
  );
  const deliveries = Map.groupBy(await listDeliveries(store, wave.id), ({ notice_id }) => notice_id);
  const composer = openDeliveryComposer(disclosure, wave.salt, runtime);
  for (const notice of concerned) {
    const known = deliveries.get(notice.id) ?? [];
    const contacts = known.map(({ contact, role, rung }) => ({
      address: contact,
      role,
      language: null,
      rung: rung as Rung,
    }));
    const purpose = known[0]?.purpose ?? 'first';
    await recomposeNotice(
      store,
      { ...notice, facts: toFacts(notice.facts, settings, notice.party), contacts, purpose },
      at,
      composer,
    );
  }
  await keepWaveSettings(deciding, wave.id, settings);
  const { exposure } = readManifest(wave);
  await keepWaveIncident(store, wave.id);
  const digest = await sealWave(store, runtime, { ...wave, settings }, exposure, composer, at);
  const lapsed = await countApprovals(store, 'wave', wave.digest);
  return { wave: wave.id, digest, recomposed: concerned.length, lapsed };
}

function findNamed(
  notices: readonly { readonly party: string; readonly facts: NoticeFacts }[],
  name: string,
  wave: number,
): string {
  const lower = name.toLowerCase();
  const found = notices.find(({ party, facts }) => party === name || facts.party.domains.includes(lower));
  if (found === undefined) throw new Refusal('unknown-party', [`wave ${wave} has no notice to "${name}"`]);
  return found.party;
}

function toSettings(
  settings: WaveSettings,
  { notice }: Disclosure,
  edit: WaveEdit,
  party: string | null,
): WaveSettings {
  if (edit.what === 'added') {
    const added = Object.fromEntries(Object.entries(settings.added).filter(([id]) => id !== party));
    return { ...settings, added: edit.text === null ? added : { ...added, [party ?? '']: edit.text } };
  }
  const before: LocalText = settings[edit.what] ?? notice[edit.what] ?? {};
  const kept = Object.fromEntries(Object.entries(before).filter(([language]) => language !== edit.language));
  return { ...settings, [edit.what]: edit.text === null ? kept : { ...kept, [edit.language]: edit.text } };
}

function toFacts(facts: NoticeFacts, settings: WaveSettings, party: string): NoticeFacts {
  return {
    ...facts,
    organization: {
      ...facts.organization,
      happened: settings.happened ?? facts.organization.happened,
      measures: settings.measures ?? facts.organization.measures ?? null,
    },
    unknown: { ...facts.unknown, sentence: settings.unknown ?? facts.unknown.sentence },
    added: findAdded(settings, party),
  };
}

/**
 * - `pause`: no further message of an approved wave leaves. One person is enough to stop. - `resume`: it continues as
 * approved. - `discard`: drops a wave that is not fully approved.
 */
export type WaveAction = 'pause' | 'resume' | 'discard';

/** @throws Refusal when the wave is in no state for it. */
export async function changeWaveState(
  { store }: StateFolder,
  steering: WaveAction,
  number: number | null,
): Promise<StoredWave> {
  const wave = await requireWave(store, number);
  if (!from[steering].includes(wave.state))
    throw new Refusal('wrong-wave-state', [
      `wave ${wave.id} is ${wave.state}; to ${steering} it, it must be ${from[steering].join(' or ')}`,
    ]);
  await store.durableTransaction(async () => {
    if (steering === 'discard') return discardWave(store, wave.id);
    const state = steering === 'pause' ? 'paused' : 'approved';
    await moveWaves(store, [wave.id], from[steering], state);
  });
  return requireWave(store, wave.id);
}
