import type { PartyKind } from '@candor/core/impact/party';
import { findHold, type Hold } from '@candor/core/notice/contact';
import { type DraftedWave, draftWave, type OmissionReason, type SentNotice } from '@candor/core/notice/wave';
import { toMissingFigures } from '../party/notified-party.ts';
import type { NoticeParty } from '../party/parties-now.ts';
import type { NoticeSummary, StoredWave } from '../store/wave-store.ts';
import { isSentNotice } from '../superseded.ts';
import type { WaveSettings } from '../wave-settings.ts';

export interface WavePlanSources {
  readonly parties: readonly NoticeParty[];
  /** These notices went out and were not misdirected. */
  readonly sentNotices: readonly NoticeSummary[];
  /** Their wave has no approval yet. */
  readonly drafted: ReadonlySet<string>;
  readonly holds: readonly Hold[];
  /** These parties may be the intruder itself. */
  readonly traced: { has(party: string): boolean };
  /** They were notified of mail that may be exposed and now belongs to others. */
  readonly moved: { has(party: string): boolean };
  readonly settings: WaveSettings;
  readonly tell: 'undetermined' | 'possible';
  readonly at: number;
}

/** Each party's last notice and current facts, with current holds. */
export function planWave(sources: WavePlanSources): DraftedWave {
  const { settings, parties, holds, at } = sources;
  if (settings.wave === 'reminder' || settings.wave === 'announcement')
    throw new Error('reminders and announcements are not planned from figures');
  const idsOf = new Map(parties.map(({ party, mergedIds }) => [party, [party, ...mergedIds]]));
  return draftWave(
    parties,
    sources.sentNotices.filter(isSentNotice).map(toTelling),
    (telling) => toGone(telling, sources.sentNotices),
    {
      wave: settings.wave,
      tell: sources.tell,
      at,
      readableFrom: settings.readableFrom,
      toLeaveOut: (party) => {
        const ids = idsOf.get(party) ?? [party];
        if (ids.some((id) => sources.drafted.has(id))) return 'drafted';
        const hold = findHold(holds, ids, at);
        if (hold !== null) return hold.kind === 'delay' ? 'delayed' : 'do-not-contact';
        const unnamed = findNamed(settings, ids);
        // Who names it has looked whose it is; two people see it before anything is sent.
        if (unnamed === null && settings.only === null && sources.traced.has(party)) return 'perhaps-intruder';
        // A correction would say that the intruder had no access to it, and naming the party makes that no truer.
        if (unnamed === null && sources.moved.has(party)) return 'moved-addresses';
        return unnamed;
      },
    },
  );
}

function findNamed(
  { only, except }: WaveSettings,
  ids: readonly string[],
): Extract<OmissionReason, 'not-named' | 'excepted'> | null {
  if (only !== null && !only.some((id) => ids.includes(id))) return 'not-named';
  return except.some((id) => ids.includes(id)) ? 'excepted' : null;
}

function toTelling(notice: NoticeSummary): SentNotice {
  return {
    notice: notice.id,
    party: notice.party,
    issued: notice.issued_at,
    figures: notice.facts.figures,
    nextUpdate: notice.facts.nextUpdate,
    readableFrom: notice.facts.readableFrom,
    isWithdrawn: notice.state === 'withdrawn',
    isGuessed: notice.isGuessed,
  };
}

/** A notified party that is no longer in evidence: none of its mail is exposed. */
function toGone(telling: SentNotice, sentNotices: readonly NoticeSummary[]) {
  const kind: PartyKind = sentNotices.find(({ id }) => id === telling.notice)?.facts.party.kind ?? 'organization';
  const figures = toMissingFigures(telling.figures);
  return { party: telling.party, mergedIds: [telling.party], kind, figures, isUndeterminedReached: false };
}

/**
 * Parties of waves that were drafted and neither approved nor given up. An announcement tells no figures, so it keeps
 * no notice back.
 */
export function listDrafted(
  waves: readonly StoredWave[],
  notices: readonly { readonly wave_id: number; readonly party: string }[],
): ReadonlySet<string> {
  const open = new Set(
    waves
      .filter(({ state, kind }) => (state === 'composed' || state === 'preparing') && kind !== 'announcement')
      .map(({ id }) => id),
  );
  return new Set(notices.filter((notice) => open.has(notice.wave_id)).map(({ party }) => party));
}
